//! Databases: failover, recovery, standby, replica, connections.

use ninepins_model::parts::Rds;
use ninepins_model::{Action, PartSettings};
use ninepins_report::{CauseKind, Class, LogFact, Metric, Outcome};
use ninepins_tests::{Draft, Measured, pid};

use super::{assert_within, each_seed};

/// A hundred requests a second, a fifth of them writes, from instances in zone b to a database in zone a.
fn with_database(change: impl FnOnce(&mut Rds), dns_cache_s: f64) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(400).users(100.0, |users| {
        (users.mix.assets, users.mix.reads, users.mix.writes) = (0.2, 0.6, 0.2);
    });
    draft.alb(&["net-b"], |_| {}).asg(&["net-b"], |group| group.desired = 2, |_| {});
    draft.database(change).pool("api", "db", |pool| pool.dns_cache_s = dns_cache_s);
    draft
}

fn failover(dns_cache_s: f64) -> Draft {
    let mut draft = with_database(|database| database.multi_az = true, dns_cache_s);
    draft.at(100, Action::PrimaryFailure { part: pid("db") });
    draft
}

/// The last second, counted from this one, in which a request failed.
fn last_failure(run: &Measured, from: u32) -> f64 {
    let last = run.within(from..u32::MAX).filter(|window| window.failed_total() > 0).last();
    last.map_or(0.0, |window| f64::from(window.start_s + 1 - from))
}

#[test]
fn s60_database_requests_fail_for_60_to_130_seconds() {
    each_seed(&failover(5.0), |run| assert_within(last_failure(run, 100), 60.0, 130.0));
}

#[test]
fn s60_while_the_standby_is_promoted_nothing_but_assets_succeeds() {
    each_seed(&failover(5.0), |run| {
        let out = run.tally(104..155);
        assert_eq!((out.ok[1] + out.ok[2], out.failed[0]), (0, 0));
    });
}

#[test]
fn s60_eighty_database_requests_a_second_fail_for_that_long() {
    // 80 a second for 57 s (the last wait up to 3 s and succeed) to 130 s.
    each_seed(&failover(5.0), |run| {
        assert_within(run.totals().failed as f64, 80.0 * 57.0 * 0.97, 80.0 * 130.0);
    });
}

#[test]
fn s60_an_application_that_caches_the_address_for_a_minute_is_out_for_60_to_185_seconds() {
    each_seed(&failover(60.0), |run| assert_within(last_failure(run, 100), 60.0, 185.0));
}

#[test]
fn s60_an_application_that_caches_the_address_for_ever_never_reconnects() {
    let mut draft = failover(86_400.0);
    draft.design.scenario.duration_s = 1200;
    if let Some(PartSettings::Rds(db)) = draft.design.parts.get_mut(&pid("db")).map(|part| &mut part.settings) {
        db.standby_rebuild_s = 300.0; // the old primary is a standby again, and takes no connections
    }
    each_seed(&draft, |run| assert_eq!(run.tally(104..1200).ok[1..], [0, 0]));
}

#[test]
fn s60_after_a_reboot_with_failover_nobody_queries_the_old_primary() {
    // The application looks the address up again after 100 s and 200 s; the last wait 3 s for a connection.
    let mut draft = with_database(|database| database.multi_az = true, 100.0);
    draft.at(100, Action::RebootWithFailover { part: pid("db") });
    each_seed(&draft, |run| {
        let moved = run.first_fact(100, |fact| matches!(fact, LogFact::EndpointMoved { .. })).unwrap();
        let next_look = if moved < 100.0 { 100.0 } else { 200.0 };
        assert_within(last_failure(run, 100), next_look - 4.0, next_look + 2.0);
    });
}

#[test]
fn a_failed_read_that_is_tried_again_needs_the_database_again() {
    let mut draft = failover(5.0);
    let retries = |users: &mut ninepins_model::parts::Users| {
        (users.retries.max, users.timeout_s) = (2, 10.0);
        (users.mix.assets, users.mix.reads) = (0.0, 1.0);
    };
    draft.lasts(150).users(20.0, retries);
    each_seed(&draft, |run| assert_eq!(run.tally(104..150).ok, [0, 0, 0]));
}

#[test]
fn s61_a_single_zone_database_is_away_as_long_as_its_zone_and_its_recovery() {
    let mut draft = with_database(|database| database.recovery_s = 60.0, 5.0);
    draft.lasts(400).at(100, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 120 });
    each_seed(&draft, |run| assert_within(last_failure(run, 100), 180.0, 190.0));
}

#[test]
fn s61_with_a_standby_the_same_outage_costs_60_to_130_seconds() {
    let mut draft = with_database(|database| database.multi_az = true, 5.0);
    draft.at(100, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 200 });
    each_seed(&draft, |run| assert_within(last_failure(run, 100), 60.0, 130.0));
}

/// Two processors with 2 ms a query take 1,000 queries a second.
fn saturated(rps: f64, multi_az: bool, with_replica: bool) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(60).users(rps, |users| (users.mix.reads, users.mix.writes) = (0.8, 0.2)).alb(&["net-a"], |_| {});
    draft.asg(
        &["net-a"],
        |group| {
            group.desired = 2;
            (group.application.read_cpu_ms, group.application.write_cpu_ms) = (0.1, 0.1);
        },
        |_| {},
    );
    draft.database(|database| {
        (database.read_cpu_ms, database.write_cpu_ms, database.multi_az) = (2.0, 2.0, multi_az);
    });
    draft.pool("api", "db", |pool| (pool.max, pool.wait_timeout_s) = (20, 0.25));
    if with_replica {
        draft.replica(|replica| replica.read_cpu_ms = 2.0);
        draft.pool("api", "replica", |pool| (pool.max, pool.wait_timeout_s) = (20, 0.25));
    }
    draft
}

#[test]
fn s63_a_standby_adds_no_capacity() {
    for multi_az in [false, true] {
        each_seed(&saturated(1500.0, multi_az, false), |run| {
            assert_within(run.tally(10..60).ok.iter().sum::<u64>() as f64 / 50.0, 970.0, 1010.0);
        });
    }
}

#[test]
fn s63_a_replica_that_takes_the_reads_carries_1150_queries_where_the_primary_alone_carries_1000() {
    each_seed(&saturated(1150.0, false, true), |run| assert!(run.tally(10..60).error_share() < 0.001));
}

/// Mean latency of a class without load: the zones are 1 ms apart, the standby's log write takes 1 ms.
fn commit(multi_az: bool, class: Class, seed: u32) -> f64 {
    let mut draft = Draft::new();
    draft.lasts(300).users(20.0, |users| (users.mix.reads, users.mix.writes) = (1.0, 1.0)).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = 1, |_| {});
    draft.database(|database| (database.multi_az, database.standby_write_ms) = (multi_az, 1.0));
    draft.pool("api", "db", |_| {});
    if let Some(PartSettings::Region(seoul)) = draft.design.parts.get_mut(&pid("seoul")).map(|part| &mut part.settings)
    {
        seoul.cross_zone_rtt_ms = 1.0;
    }
    Measured::new(&draft.seed(seed)).class_mean_ms(class)
}

#[test]
fn s64_a_commit_waits_two_milliseconds_for_the_standby_and_a_read_does_not() {
    for seed in super::SEEDS {
        let added = |class: Class| commit(true, class, seed) - commit(false, class, seed);
        assert_within(added(Class::Write), 1.8, 2.2);
        assert_within(added(Class::Read), -0.2, 0.2);
    }
}

#[test]
fn lat_13_twenty_queries_to_another_zone_take_twenty_milliseconds_longer() {
    let mean = |zone: &str, class: Class, queries: u32| {
        let mut draft = Draft::new();
        draft.lasts(300).users(20.0, |users| (users.mix.reads, users.mix.writes) = (1.0, 1.0)).alb(&["net-a"], |_| {});
        draft.asg(&["net-a"], |group| group.desired = 1, |_| {});
        draft.database(|database| {
            database.primary_zone = zone.into();
            (database.read_cpu_ms, database.write_cpu_ms) = (0.1, 0.1);
        });
        draft.pool("api", "db", |pool| pool.queries = queries);
        let seoul = draft.design.parts.get_mut(&pid("seoul")).map(|part| &mut part.settings);
        if let Some(PartSettings::Region(seoul)) = seoul {
            seoul.cross_zone_rtt_ms = 1.0;
        }
        let run = Measured::new(&draft.seed(1));
        assert_within(run.mean("db", Metric::Queries, 20..300), 19.0 * f64::from(queries), 21.0 * f64::from(queries));
        run.class_mean_ms(class)
    };
    for class in [Class::Read, Class::Write] {
        assert_within(mean("zone-b", class, 20) - mean("zone-a", class, 20), 19.5, 20.5);
        assert_within(mean("zone-b", class, 1) - mean("zone-a", class, 1), 0.7, 1.3);
    }
}

#[test]
fn a_write_of_several_queries_commits_once() {
    // Two milliseconds to commit in another zone, however many queries came before.
    let added = |queries: u32| {
        let mean = |multi_az: bool| {
            let mut draft = Draft::new();
            draft.lasts(200).users(20.0, |users| (users.mix.reads, users.mix.writes) = (0.0, 1.0));
            draft.alb(&["net-a"], |_| {}).asg(&["net-a"], |group| group.desired = 1, |_| {});
            draft.database(|database| (database.multi_az, database.standby_write_ms) = (multi_az, 2.0));
            draft.pool("api", "db", |pool| pool.queries = queries);
            Measured::new(&draft.seed(1)).class_mean_ms(Class::Write)
        };
        mean(true) - mean(false)
    };
    assert_within(added(1), 1.7, 2.3);
    assert_within(added(5), 1.7, 2.3);
}

/// A replica that applies 80 writes a second of 100 for 300 s, then of 40.
fn lagging() -> Draft {
    let mut draft = Draft::new();
    draft.lasts(500).users(100.0, |users| (users.mix.reads, users.mix.writes) = (0.0, 1.0));
    draft.alb(&["net-a"], |_| {}).asg(&["net-a"], |group| group.desired = 2, |_| {});
    draft.database(|_| {}).pool("api", "db", |_| {}).replica(|replica| replica.apply_rps = 80.0);
    draft.at(300, Action::Traffic { part: pid("users"), factor: 0.4, for_s: 0 });
    draft
}

#[test]
fn s66_a_fifth_too_many_writes_for_300_seconds_make_a_lag_of_60_seconds() {
    each_seed(&lagging(), |run| assert_within(run.mean("replica", Metric::ReplicaLag, 299..300), 54.0, 66.0));
}

#[test]
fn s66_the_lag_is_gone_150_seconds_later() {
    each_seed(&lagging(), |run| {
        let caught_up = run.first_fact(300, |fact| matches!(fact, LogFact::ReplicaCaughtUp { .. }));
        assert_within(caught_up, 134.0, 166.0);
    });
}

/// This many instances with pools of ten for a database that takes 66 connections.
fn crowded(instances: u32) -> Measured {
    let mut draft = Draft::new();
    draft.lasts(60).users(100.0, |_| {}).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = instances, |_| {});
    draft.database(|database| database.max_connections = 66).pool("api", "db", |_| {});
    Measured::new(&draft.seed(1))
}

#[test]
fn s68_the_seventh_instance_gets_six_connections() {
    let connections = |instances| crowded(instances).mean("db", Metric::DatabaseConnections, 10..60);
    assert_eq!([connections(6), connections(7)], [60.0, 66.0]);
}

#[test]
fn s68_the_eighth_instance_gets_none_and_fails_its_eighth_of_the_requests() {
    let run = crowded(8);
    let out = run.tally(10..60);
    assert_eq!(out.kinds(), [Outcome::InternalError]);
    assert_within(out.error_share(), 0.11, 0.14);
    assert_eq!(run.summary().failures[0].1.kind, CauseKind::TooManyConnections);
}

#[test]
fn a_replica_that_is_cut_off_answers_no_read_and_holds_up_no_write() {
    let mut draft = with_database(|_| {}, 5.0);
    draft.replica(|_| {}).pool("api", "replica", |_| {});
    draft.at(100, Action::ReplicaCut { part: pid("replica"), for_s: 60 });
    each_seed(&draft, |run| {
        let cut = run.tally(100..155);
        assert!(cut.ok[1] <= 2 && cut.failed[2] == 0, "{cut:?}");
        assert_eq!(run.tally(170..400).error_share(), 0.0);
    });
}

#[test]
fn connections_that_may_live_for_no_time_at_all_do_not_stop_the_clock() {
    let mut draft = with_database(|_| {}, 5.0);
    draft.lasts(20).pool("api", "db", |pool| pool.max_lifetime_s = 0.0);
    each_seed(&draft, |run| assert_eq!(run.totals().failed, 0));
}
