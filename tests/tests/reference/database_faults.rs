//! Faults of databases, their storage and their credits, and what proxies and promotions make of them.

use ninepins_model::parts::{CreditSpecification, DatabaseEngine, Rds, RdsProxy, StorageType};
use ninepins_model::{Action, DatabaseProblem, PartSettings, ProblemKind, fix, problems};
use ninepins_report::{CauseKind, Class, Item, LogFact, Metric, bill};
use ninepins_tests::{Draft, Measured, pid};

use super::{assert_within, each_seed};

/// Reads and writes in equal parts from two instances.
fn used(rps: f64, change: impl FnOnce(&mut Rds)) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(300).users(rps, |users| (users.mix.reads, users.mix.writes) = (1.0, 1.0)).alb(&["net-b"], |_| {});
    draft.asg(&["net-b"], |group| group.desired = 2, |_| {});
    draft.database(change).pool("api", "db", |_| {});
    draft
}

#[test]
fn one_query_in_twenty_that_takes_a_hundred_times_its_cpu_saturates_the_database() {
    // 100 queries of 2 ms on average are a tenth of two vCPUs; with 5.95 times that they are 60 %.
    let mut draft = used(100.0, |_| {});
    draft.at(100, Action::SlowQueries { part: pid("db"), percent: 5.0, factor: 100.0, for_s: 100 });
    each_seed(&draft, |run| {
        assert_within(run.mean("db", Metric::CpuUtilization, 20..100), 9.0, 11.0);
        assert_within(run.mean("db", Metric::CpuUtilization, 110..200), 48.0, 72.0);
        assert_within(run.mean("db", Metric::CpuUtilization, 220..300), 9.0, 11.0);
    });
}

#[test]
fn a_lock_holds_up_writes_and_lets_reads_pass_as_long_as_the_pools_last() {
    let mut draft = used(10.0, |_| {});
    draft.at(100, Action::DatabaseLock { part: pid("db"), for_s: 2 });
    each_seed(&draft, |run| {
        assert_eq!(run.totals().failed, 0);
        let latency = run.summary().latency;
        assert_within(latency[1 + Class::Write as usize].max_us as f64 / 1e6, 1.5, 2.1);
        assert!(latency[1 + Class::Read as usize].max_us < 200_000);
    });
}

#[test]
fn a_long_lock_takes_the_reads_down_with_the_writes() {
    let mut draft = used(100.0, |_| {});
    draft.at(100, Action::DatabaseLock { part: pid("db"), for_s: 60 });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(104..160).ok[Class::Write as usize], 0);
        assert!(run.tally(110..160).success_of(Class::Read) < 0.5);
        assert!(run.summary().failures.iter().any(|(_, why, _)| why.kind == CauseKind::DatabaseLocked));
        assert_eq!(run.tally(170..300).error_share(), 0.0);
    });
}

#[test]
fn a_leak_of_every_tenth_connection_empties_the_pools_while_the_database_is_well() {
    let mut draft = used(20.0, |_| {});
    draft.at(100, Action::ConnectionLeak { part: pid("api"), percent: 10.0, for_s: 100 });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(0..100).error_share(), 0.0);
        assert!(run.tally(130..200).error_share() > 0.95, "{:?}", run.tally(130..200));
        assert_within(run.mean("db", Metric::DatabaseConnections, 130..200), 18.0, 20.0);
        assert_eq!(run.summary().failures[0].1.kind, CauseKind::PoolExhausted);
        assert_eq!(run.tally(205..300).error_share(), 0.0);
    });
}

#[test]
fn an_instance_that_boots_while_a_leak_ends_opens_as_many_connections_as_any_other() {
    let mut draft = used(20.0, |_| {});
    draft.at(100, Action::ConnectionLeak { part: pid("api"), percent: 10.0, for_s: 10 });
    draft.at(101, Action::SetDesiredCapacity { part: pid("api"), desired: 3 });
    each_seed(&draft, |run| {
        let launched_after_s = run.first_fact(100, |fact| matches!(fact, LogFact::InstanceInService { .. })).unwrap();
        assert_within(launched_after_s, 15.0, 180.0);
        assert_within(run.mean("db", Metric::DatabaseConnections, 280..300), 30.0, 30.0);
    });
}

#[test]
fn a_db_t3_micro_in_standard_mode_runs_out_of_credits() {
    // 250 queries of 2 ms are 0.5 vCPU, 0.2 is earned: 2.88 credits last 2.88 / 0.3 min.
    let draft = used(250.0, |database| {
        database.instance_class = "db.t3.micro".into();
        (database.cpu_credits.specification, database.cpu_credits.start_percent) = (CreditSpecification::Standard, 0.2);
    });
    each_seed(&draft, |run| {
        let spent = run.first_fact(0, |fact| *fact == LogFact::CreditsSpent).unwrap();
        assert_within(spent, 100.0, 132.0);
        assert_within(run.mean("db", Metric::CpuUtilization, 200..300), 9.0, 11.0);
    });
}

#[test]
fn ec2_05_a_db_t3_borrows_unless_it_is_told_otherwise_and_a_db_t2_never_does() {
    let spent = |class: &str| {
        let draft = used(250.0, |database| {
            (database.instance_class, database.cpu_credits.start_percent) = (class.into(), 0.2);
        });
        Measured::new(&draft.seed(1)).count(|fact| *fact == LogFact::CreditsSpent)
    };
    assert_eq!([spent("db.t3.micro"), spent("db.t4g.micro"), spent("db.t2.micro")], [0, 0, 1]);
}

#[test]
fn a_failover_ends_the_lock_that_its_primary_held() {
    let mut draft = used(20.0, |database| database.multi_az = true);
    draft.at(50, Action::DatabaseLock { part: pid("db"), for_s: 0 });
    draft.at(100, Action::RebootWithFailover { part: pid("db") });
    each_seed(&draft, |run| assert_eq!(run.tally(240..300).error_share(), 0.0));
}

/// A change of the class after 50 s, of a database whose host takes 100 s to replace.
fn changed(multi_az: bool) -> Draft {
    let mut draft = used(100.0, |database| (database.multi_az, database.recovery_s) = (multi_az, 100.0));
    draft.at(50, Action::DatabaseClassChange { part: pid("db"), instance_class: "db.m6g.4xlarge".into() });
    draft
}

#[test]
fn a_change_of_class_costs_one_zone_the_replacement_of_its_host_and_two_zones_one_failover() {
    // 200 ms of 2 vCPUs each second, then of 16.
    let assert_larger = |run: &Measured| {
        assert_within(run.mean("db", Metric::CpuUtilization, 20..50), 9.0, 11.0);
        assert_within(run.mean("db", Metric::CpuUtilization, 290..300), 1.0, 1.5);
    };
    each_seed(&changed(false), |run| {
        assert_eq!(run.first_fact(50, |fact| matches!(fact, LogFact::DatabaseAvailable { .. })), Some(100.0));
        assert_eq!(run.tally(55..145).ok, [0, 0, 0]);
        assert_eq!(run.tally(165..300).error_share(), 0.0);
        assert_larger(run);
    });
    each_seed(&changed(true), |run| {
        // The standby takes 100 s to change while the primary serves; then 60 to 120 s of failover.
        assert_eq!(run.tally(0..149).error_share(), 0.0);
        let moved = run.first_fact(50, |fact| matches!(fact, LogFact::EndpointMoved { .. })).unwrap();
        assert_within(moved, 160.0, 220.0);
        assert_eq!(run.tally(285..300).error_share(), 0.0);
        assert_larger(run);
    });
}

#[test]
fn a_changed_class_is_billed_at_its_own_price_from_its_change_on() {
    let run = Measured::new(&changed(false).seed(1));
    let db = run.part("db");
    let lines = bill(run.design(), &run.gauges().usage, 300.0);
    let instances: Vec<_> = lines.iter().filter(|line| line.part == db && line.item == Item::Instances).collect();
    let of = |place: usize| (instances[place].amount * 3_600.0, instances[place].unit_price);
    assert_eq!((of(0).1, of(1).1, instances.len()), (0.159, 8.0 * 0.159, 2));
    assert_within(of(0).0, 149.0, 151.0);
    assert_within(of(1).0, 149.0, 151.0);
}

#[test]
fn a_change_to_the_same_class_or_to_none_changes_nothing() {
    for class in ["db.m6g.large", "db.none"] {
        let mut draft = used(10.0, |_| {});
        draft.at(50, Action::DatabaseClassChange { part: pid("db"), instance_class: class.into() });
        each_seed(&draft, |run| {
            assert_eq!(run.totals().failed, 0);
            assert_eq!(run.count(|fact| matches!(fact, LogFact::EventWithoutEffect { .. })), 1);
        });
    }
}

/// A database in one zone, which loses its power after 400 s, and is restored in five minutes.
fn restored(change: impl FnOnce(&mut Rds)) -> Draft {
    let mut draft = used(20.0, |database| {
        database.restore_s = 300.0;
        change(database);
    });
    draft.lasts(1_200).at(400, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 1_000 });
    draft.at(500, Action::DatabaseRestore { part: pid("db") });
    draft
}

#[test]
fn rds_10_a_restored_database_serves_in_another_zone_without_what_was_written_since_the_last_log() {
    each_seed(&restored(|_| {}), |run| {
        assert_eq!(run.tally(0..400).error_share(), 0.0);
        assert_eq!(run.tally(405..800).ok, [0, 0, 0]);
        assert_eq!(run.tally(815..1_200).error_share(), 0.0);
        let lost = run.log().iter().find_map(|entry| match entry.fact {
            LogFact::DatabaseRestored { lost_writes, after_s, .. } => Some((lost_writes, after_s)),
            _ => None,
        });
        // Logs are kept after 300 s; ten writes a second for the 100 s until the loss. It is noticed in whole seconds.
        let (writes, after_s) = lost.unwrap();
        assert_within(f64::from(writes), 900.0, 1_100.0);
        assert_within(f64::from(after_s), 400.0, 401.0);
    });
}

#[test]
fn rds_35_a_backup_begins_in_its_window_and_pauses_only_what_has_no_standby() {
    let slowest = |change: &dyn Fn(&mut Rds)| {
        let draft = used(20.0, |database| {
            (database.backup_window_s, database.backup_pause_s) = (120, 2.0);
            change(database);
        });
        let run = Measured::new(&draft.seed(1));
        assert_eq!(run.totals().failed, 0);
        run.summary().latency[1 + Class::Write as usize].max_us as f64 / 1e6
    };
    assert_within(slowest(&|_| {}), 1.5, 2.3);
    assert!(slowest(&|database| database.multi_az = true) < 0.5);
    assert!(slowest(&|database| database.backup_retention_days = 0) < 0.5);
    assert!(slowest(&|database| database.backup_window_s = 43_200) < 0.5);
}

#[test]
fn rds_33_without_backups_there_is_nothing_to_restore() {
    each_seed(&restored(|database| database.backup_retention_days = 0), |run| {
        assert_eq!(run.tally(405..1_200).ok, [0, 0, 0]);
        assert_eq!(run.count(|fact| matches!(fact, LogFact::EventWithoutEffect { .. })), 1);
    });
    let mut draft = used(1.0, |database| database.backup_retention_days = 0);
    assert!(!found(&draft).contains(&DatabaseProblem::ReplicasNeedBackups));
    draft.replica(|_| {});
    assert_mended(&draft, DatabaseProblem::ReplicasNeedBackups);
}

/// A proxy between the instances and their database.
fn proxied(mut draft: Draft, change: impl FnOnce(&mut RdsProxy)) -> Draft {
    let mut proxy = RdsProxy { subnets: vec![pid("net-a"), pid("net-b")], ..RdsProxy::default() };
    change(&mut proxy);
    draft.put("proxy", Some("vpc"), PartSettings::RdsProxy(proxy)).wire("proxy", "db", None);
    draft.design.wires.retain(|_, wire| wire.from != pid("api"));
    draft.pool("api", "proxy", |_| {});
    draft
}

#[test]
fn a_proxy_adds_its_latency_to_every_query() {
    let plain = used(20.0, |_| {});
    let slower = proxied(used(20.0, |_| {}), |proxy| proxy.latency_ms = 5.0);
    for seed in super::SEEDS {
        let [plain, slower] = [&plain, &slower].map(|draft| Measured::new(&draft.seed(seed)).mean_ms());
        assert_within(slower - plain, 4.5, 5.5);
    }
}

#[test]
fn a_proxy_keeps_no_more_idle_connections_than_it_may() {
    let draft = proxied(used(50.0, |database| database.max_connections = 40), |proxy| {
        proxy.max_idle_connections_percent = 5.0;
    });
    each_seed(&draft, |run| assert!(run.mean("db", Metric::DatabaseConnections, 20..300) < 3.5));
}

#[test]
fn a_proxy_outlives_the_zone_of_one_of_its_hosts() {
    let mut draft = proxied(used(20.0, |database| database.primary_zone = "zone-b".into()), |_| {});
    draft.at(100, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 60 });
    each_seed(&draft, |run| assert_eq!(run.tally(125..300).error_share(), 0.0));
}

fn found(draft: &Draft) -> Vec<DatabaseProblem> {
    let all = problems(&draft.design).into_iter();
    all.filter_map(|problem| match problem.kind {
        ProblemKind::Database(problem) => Some(problem),
        _ => None,
    })
    .collect()
}

/// The problem is found, and its fix makes it go.
fn assert_mended(draft: &Draft, problem: DatabaseProblem) {
    assert!(found(draft).contains(&problem), "{problem:?} {:?}", found(draft));
    let all = problems(&draft.design);
    let whole = all.iter().find(|found| found.kind == ProblemKind::Database(problem)).unwrap();
    let edit = fix(&draft.design, whole).unwrap().edit;
    let mut mended = draft.clone();
    mended.design.apply(edit).unwrap();
    assert!(!found(&mended).contains(&problem));
}

#[test]
fn what_is_wrong_with_a_database_is_found_and_mended() {
    let mut spread = used(10.0, |_| {});
    spread.asg(&["net-a", "net-b"], |_| {}, |_| {});
    assert_mended(&spread, DatabaseProblem::SingleZone);
    let mut lonely = used(10.0, |_| {});
    lonely.replica(|_| {});
    assert_mended(&lonely, DatabaseProblem::ReplicaAsStandby);
    let short = used(400.0, |database| database.storage.storage_type = StorageType::Gp2);
    assert_mended(&short, DatabaseProblem::StorageShort { needed: 410, limit: 300 });
    assert_mended(&used(1.0, |database| database.storage.iops = 5_000), DatabaseProblem::NotProvisioned);
    let mut two_zones = used(1.0, |database| database.cluster = true);
    assert_mended(&two_zones, DatabaseProblem::ClusterZones);
    let mut other = used(1.0, |database| (database.cluster, database.engine) = (true, DatabaseEngine::Mariadb));
    assert_mended(&other, DatabaseProblem::ClusterEngine);
    other.put("proxy", Some("vpc"), PartSettings::RdsProxy(Default::default()));
    assert_mended(&other, DatabaseProblem::ProxyOfNothing);
    two_zones.pool("api", "db", |pool| pool.reader_endpoint = true);
    assert!(!found(&two_zones).contains(&DatabaseProblem::NoReaders));
    let mut single = used(1.0, |_| {});
    single.pool("api", "db", |pool| pool.reader_endpoint = true);
    assert_mended(&single, DatabaseProblem::NoReaders);
}

#[test]
fn a_standby_that_is_expected_to_serve_reads_is_told_of() {
    // 1,200 reads of 1.5 ms need 1.8 of 2 vCPUs.
    let mut draft = used(1_250.0, |database| database.multi_az = true);
    draft.users(1_250.0, |users| (users.mix.reads, users.mix.writes) = (96.0, 4.0));
    assert!(found(&draft).contains(&DatabaseProblem::StandbyServesNoReads { load: 96 }), "{:?}", found(&draft));
    draft.replica(|_| {}).pool("api", "replica", |_| {});
    assert_eq!(found(&draft), []);
}

#[test]
fn a_database_has_fifteen_read_replicas_at_most() {
    let mut draft = used(1.0, |_| {});
    draft.replica(|_| {});
    let replica = draft.design.parts[&pid("replica")].settings.clone();
    for number in 2..=16 {
        draft.put(&format!("replica-{number}"), Some("net-b"), replica.clone());
    }
    assert!(found(&draft).contains(&DatabaseProblem::TooManyReplicas { count: 16 }));
    draft.design.parts.remove(&pid("replica-16"));
    assert!(!found(&draft).iter().any(|problem| matches!(problem, DatabaseProblem::TooManyReplicas { .. })));
}

#[test]
fn a_lost_host_of_a_proxy_is_found_again_as_fast_as_its_settings_say() {
    let longest = |min_s: f64, max_s: f64| {
        let mut draft = proxied(used(20.0, |database| database.primary_zone = "zone-b".into()), |proxy| {
            (proxy.host_failover_min_s, proxy.host_failover_max_s) = (min_s, max_s);
        });
        draft.at(100, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 60 });
        let last = std::cell::Cell::new(0);
        each_seed(&draft, |run| {
            let failing = (100..300).filter(|second| run.tally(*second..*second + 1).failed.iter().sum::<u64>() > 0);
            last.set(failing.last().unwrap_or(100).max(last.get()));
        });
        last.get()
    };
    let (short, long) = (longest(5.0, 10.0), longest(60.0, 60.0));
    assert!(long > short + 30, "{short} and {long}");
}

#[test]
fn aur_01_the_replica_in_the_lowest_tier_takes_over() {
    let taken_over_by = |tiers: &[&str]| {
        let mut draft = used(20.0, |database| {
            (database.engine, database.aurora_replicas) = (DatabaseEngine::AuroraMysql, 3);
            database.failover_tiers = tiers.iter().map(|tier| (*tier).into()).collect();
        });
        draft.at(50, Action::PrimaryFailure { part: pid("db") });
        let run = Measured::new(&draft.seed(1));
        run.log().iter().find(|entry| matches!(entry.fact, LogFact::EndpointMoved { .. })).unwrap().member
    };
    assert_eq!(taken_over_by(&[]), Some(2));
    assert_eq!(taken_over_by(&["0", "2", "1", "0"]), Some(4));
    assert_eq!(taken_over_by(&["0", "2"]), Some(3));
    let draft = used(1.0, |database| {
        (database.engine, database.failover_tiers) = (DatabaseEngine::AuroraMysql, vec!["first".into()]);
    });
    assert!(found(&draft).contains(&DatabaseProblem::BadFailoverTier));
}

#[test]
fn reads_at_the_reader_endpoint_right_after_a_write_are_stale() {
    // Ten writes a second: a read is stale if a write came in the last 20 ms, 1 - e^-0.2 = 18 % of them.
    let stale = |lag_ms: f64| {
        let mut draft = used(100.0, |database| {
            (database.engine, database.aurora_replicas) = (DatabaseEngine::AuroraMysql, 1);
            (database.reader_lag_ms, database.multi_az) = (lag_ms, false);
        });
        draft.users(100.0, |users| (users.mix.reads, users.mix.writes) = (90.0, 10.0));
        draft.design.wires.retain(|_, wire| wire.to != pid("db"));
        draft.pool("api", "db", |pool| pool.reader_endpoint = true);
        let run = Measured::new(&draft.seed(1));
        run.mean("db", Metric::StaleReads, 20..280) / 90.0
    };
    assert_eq!(stale(0.0), 0.0);
    assert_within(stale(20.0), 0.14, 0.22);
}
