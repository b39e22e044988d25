//! A cache beside the database: what it takes off the database, what its loss does, what replicas have.

use ninepins_model::parts::{Elasticache, MaxmemoryPolicy};
use ninepins_model::wires::{CacheClient, OnWrite};
use ninepins_model::{Action, PartSettings};
use ninepins_report::{Because, CauseKind, Class, LogFact, Metric};
use ninepins_tests::{Draft, pid};

use super::{assert_within, each_seed};

/// Reads of 1,000 items that are all asked for alike, through two instances, to a database that serves 1,000 a second;
/// as much of the items as is in the cache is the share that it answers.
fn beside(
    rps: f64,
    percent: f64,
    change: impl FnOnce(&mut Elasticache),
    client: impl FnOnce(&mut CacheClient),
) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(300).users(rps, |_| {}).alb(&["net-b"], |_| {});
    draft.asg(&["net-b"], |group| (group.desired, group.application.read_cpu_ms) = (2, 0.5), |_| {});
    draft.database(|database| database.read_cpu_ms = 2.0).pool("api", "db", |_| {});
    draft.cache(
        |cache| {
            (cache.items, cache.zipf, cache.filled_percent, cache.ttl_s) = (1000, 0.0, 100.0, 0.0);
            cache.maxmemory_policy = MaxmemoryPolicy::AllkeysLru;
            // So many of them fit into three quarters of 6.38 GiB.
            cache.item_bytes = (6.38 * 0.75 * 1_073_741_824.0 / (10.0 * percent + 0.5)) as u32;
            change(cache);
        },
        client,
    );
    draft
}

#[test]
fn ec06_a_database_behind_a_lost_cache_gets_one_over_one_minus_h_times_as_much() {
    for (percent, factor) in [(80.0, 5.0), (90.0, 10.0), (95.0, 20.0)] {
        let mut draft = beside(400.0, percent, |_| {}, |_| {});
        draft.at(100, Action::CacheNodeFailure { part: pid("cache") });
        each_seed(&draft, |run| {
            let before = run.mean("db", Metric::Queries, 20..100);
            assert_within(before, 400.0 / factor * 0.9, 400.0 / factor * 1.1);
            assert_within(run.mean("db", Metric::Queries, 110..270), 396.0, 404.0);
            assert_within(run.mean("cache", Metric::CacheHitRate, 20..100), percent - 1.0, percent + 1.0);
        });
    }
}

#[test]
fn ec04_a_miss_takes_three_trips() {
    // A millisecond across zones: a hit asks the cache, a miss also the database, in the same zone, and writes the cache.
    let mut draft = beside(50.0, 100.0, |cache| cache.filled_percent = 0.0, |_| {});
    let Some(part) = draft.design.parts.get_mut(&pid("seoul")) else { panic!() };
    let PartSettings::Region(region) = &mut part.settings else { panic!() };
    region.cross_zone_rtt_ms = 10.0;
    let Some(part) = draft.design.parts.get_mut(&pid("db")) else { panic!() };
    let PartSettings::Rds(rds) = &mut part.settings else { panic!() };
    rds.read_cpu_ms = 0.001;
    let Some(part) = draft.design.parts.get_mut(&pid("api")) else { panic!() };
    let PartSettings::Asg(group) = &mut part.settings else { panic!() };
    group.application.read_cpu_ms = 0.001;
    each_seed(&draft, |run| {
        let (hits, misses) =
            (run.mean("cache", Metric::CacheHits, 0..300), run.mean("cache", Metric::CacheMisses, 0..300));
        let share = misses / (hits + misses);
        assert_within(run.class_mean_ms(Class::Read), 10.0 + 20.0 * share - 0.3, 10.0 + 20.0 * share + 0.3);
        assert_within(run.mean("cache", Metric::CurrItems, 299..300), 990.0, 1000.0);
    });
}

#[test]
fn ec02_without_a_replica_an_empty_node_comes_after_its_replacement_time() {
    let mut draft = beside(100.0, 90.0, |cache| cache.replacement_s = 60.0, |_| {});
    draft.at(100, Action::CacheNodeFailure { part: pid("cache") });
    each_seed(&draft, |run| {
        let back = run.first_fact(100, |fact| matches!(fact, LogFact::CacheReplaced { is_empty: true, .. }));
        assert_within(back, 60.0, 60.0);
        assert_eq!(run.values("cache", Metric::CacheHits, 100..160).iter().sum::<f64>(), 0.0);
        assert_within(run.mean("cache", Metric::CurrItems, 160..161), 1.0, 120.0);
        // Each request asked within half a second waited for half a second; then the cache was left alone.
        assert_eq!(run.totals().failed, 0);
    });
}

#[test]
fn ec01_a_replica_takes_over_with_what_the_primary_held() {
    let mut draft = beside(100.0, 90.0, |cache| (cache.replicas, cache.multi_az) = (1, true), |_| {});
    draft.at(100, Action::CacheNodeFailure { part: pid("cache") });
    each_seed(&draft, |run| {
        let promoted = run.first_fact(100, |fact| matches!(fact, LogFact::CachePromoted { .. }));
        assert_within(promoted, 5.0, 30.0);
        assert_within(run.mean("cache", Metric::CacheHitRate, 132..300), 87.0, 93.0);
        let replica = run.first_fact(100, |fact| matches!(fact, LogFact::CacheReplicaReady));
        assert_within(replica, 180.0, 180.0);
    });
}

#[test]
fn a_promoted_replica_lacks_what_was_written_within_its_lag() {
    let empty = |cache: &mut Elasticache| {
        (cache.replicas, cache.multi_az, cache.filled_percent) = (1, true, 0.0);
        cache.replication_lag_ms = 1000.0;
    };
    let mut draft = beside(100.0, 100.0, empty, |_| {});
    draft.at(1, Action::CacheNodeFailure { part: pid("cache") });
    each_seed(&draft, |run| {
        let all = run.count(|fact| matches!(fact, LogFact::CachePromoted { lost, .. } if *lost > 70));
        assert_eq!(all, 1);
    });
}

#[test]
fn replicas_keep_what_a_replaced_primary_held_even_without_failover() {
    let mut draft = beside(100.0, 90.0, |cache| cache.replicas = 1, |_| {});
    draft.at(50, Action::CacheNodeFailure { part: pid("cache") });
    each_seed(&draft, |run| {
        let back = run.first_fact(50, |fact| matches!(fact, LogFact::CacheReplaced { is_empty: false, .. }));
        assert_within(back, 180.0, 180.0);
        assert_within(run.mean("cache", Metric::CacheHitRate, 235..300), 87.0, 93.0);
    });
}

#[test]
fn power_and_interruptions_of_its_zone_reach_the_primary() {
    for action in [
        Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 60 },
        Action::CacheZoneInterruption { part: pid("cache"), zone: "zone-a".into(), for_s: 60 },
        Action::ZoneNetworkCut { zone: "zone-a".into(), within: false, for_s: 60 },
    ] {
        let mut draft = beside(50.0, 90.0, |cache| (cache.replicas, cache.multi_az) = (1, true), |_| {});
        draft.at(20, action);
        each_seed(&draft, |run| {
            let promoted = run.first_fact(20, |fact| matches!(fact, LogFact::CachePromoted { .. }));
            assert_within(promoted, 5.0, 30.0);
            // Its replacement waits for the zone.
            let replica = run.first_fact(20, |fact| matches!(fact, LogFact::CacheReplicaReady));
            assert_within(replica, 240.0, 240.0);
        });
    }
}

#[test]
fn writes_delete_the_item_or_leave_an_old_one_until_its_ttl() {
    let mix = |draft: &mut Draft| {
        let Some(part) = draft.design.parts.get_mut(&pid("users")) else { panic!() };
        let PartSettings::Users(users) = &mut part.settings else { panic!() };
        (users.mix.reads, users.mix.writes) = (0.9, 0.1);
    };
    for (on_write, low, high) in [(OnWrite::Invalidate, 0.0, 0.0), (OnWrite::Expire, 0.2, 0.9)] {
        let mut draft = beside(200.0, 100.0, |cache| cache.ttl_s = 60.0, |client| client.on_write = on_write);
        mix(&mut draft);
        each_seed(&draft, |run| {
            let stale = run.mean("cache", Metric::StaleHits, 100..300) / run.mean("cache", Metric::CacheHits, 100..300);
            assert_within(stale, low, high);
        });
    }
}

#[test]
fn a_full_memory_evicts_or_refuses() {
    let refuses = |cache: &mut Elasticache| cache.maxmemory_policy = MaxmemoryPolicy::Noeviction;
    each_seed(&beside(100.0, 50.0, |_| {}, |_| {}), |run| {
        assert_within(run.mean("cache", Metric::Evictions, 50..300), 45.0, 55.0);
    });
    each_seed(&beside(100.0, 50.0, refuses, |_| {}), |run| {
        assert_eq!(run.mean("cache", Metric::Evictions, 50..300), 0.0);
        assert_within(run.mean("cache", Metric::CurrItems, 299..300), 500.0, 500.0);
    });
}

#[test]
fn ec03_the_instance_that_finds_no_connection_goes_to_the_database() {
    let draft = beside(100.0, 100.0, |cache| cache.max_connections = 12, |_| {});
    each_seed(&draft, |run| {
        assert_within(run.mean("cache", Metric::CurrConnections, 10..300), 8.0, 8.0);
        assert_within(run.mean("db", Metric::Queries, 10..300), 45.0, 55.0);
        assert_eq!(run.totals().failed, 0);
    });
}

/// 300 reads a second, nine in ten answered by the cache, and a database that serves 40 a second, over so many connections.
fn trap(pool: u32, change: impl FnOnce(&mut Elasticache)) -> Draft {
    let mut draft = beside(300.0, 90.0, change, |_| {});
    let Some(part) = draft.design.parts.get_mut(&pid("db")) else { panic!() };
    let PartSettings::Rds(rds) = &mut part.settings else { panic!() };
    rds.read_cpu_ms = 50.0;
    for wire in draft.design.wires.values_mut().filter(|wire| wire.to == pid("db")) {
        let mut settings = wire.pool();
        (settings.max, settings.wait_timeout_s, settings.socket_timeout_s) = (pool, 1.0, 1.0);
        wire.settings = Some(ninepins_model::WireSettings::Pool(settings));
    }
    draft.lasts(600).at(100, Action::CacheNodeFailure { part: pid("cache") });
    draft
}

#[test]
fn s69_the_failures_of_a_lost_cache_name_it() {
    each_seed(&trap(10, |_| {}), |run| {
        let failures = run.summary().failures;
        assert!(failures.iter().any(|(_, why, _)| why.kind == CauseKind::PoolExhausted), "{failures:?}");
        let by_event = failures.iter().filter(|(_, why, _)| why.because == Because::Event(0)).map(|(.., count)| count);
        assert!(by_event.sum::<u64>() > 40_000, "{failures:?}");
    });
}

#[test]
fn s69_a_bounded_database_refills_the_cache_and_one_whose_answers_come_too_late_does_not() {
    each_seed(&trap(10, |_| {}), |run| {
        assert_within(run.tally(130..270).ok[1] as f64 / 140.0 / 300.0, 0.10, 0.15);
        assert_within(run.tally(570..600).ok[1] as f64 / 30.0 / 300.0, 0.95, 1.05);
    });
    // Two hundred queries at once take 5 s, and nobody waits longer than one.
    each_seed(&trap(100, |_| {}), |run| {
        assert_within(run.tally(130..600).ok[1] as f64 / 470.0 / 300.0, 0.0, 0.01);
    });
}
