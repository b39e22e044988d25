//! Caches beside a database: small, full and lost.

use ninepins_model::parts::MaxmemoryPolicy;
use ninepins_model::{Action, Design, SecurityGroup};
use ninepins_tests::{Draft, pid};

pub(crate) fn all() -> Vec<Design> {
    vec![busy(), alone()]
}

/// A full cache whose primary is lost twice, and which a third instance finds no connection to.
fn busy() -> Design {
    let mut draft = Draft::new();
    draft.lasts(200).users(20.0, |users| (users.mix.writes, users.clients) = (0.3, 20)).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = 3, |_| {});
    draft.database(|_| {}).pool("api", "db", |_| {});
    draft.cache(
        |cache| {
            (cache.items, cache.item_bytes, cache.filled_percent) = (40, 200_000_000, 50.0);
            (cache.replicas, cache.multi_az, cache.max_connections) = (1, true, 20);
            (cache.ttl_s, cache.replacement_s, cache.replication_lag_ms) = (30.0, 40.0, 2000.0);
        },
        |client| client.timeout_s = 0.2,
    );
    draft.at(30, Action::CacheNodeFailure { part: pid("cache") });
    draft.at(80, Action::CacheZoneInterruption { part: pid("cache"), zone: "zone-b".into(), for_s: 30 });
    draft.design.security_groups.insert("closed".into(), SecurityGroup::default());
    draft.at(140, Action::CacheFlush { part: pid("cache") });
    draft.design
}

/// One node that nothing leaves, without a TTL, lost once.
fn alone() -> Design {
    let mut draft = Draft::new();
    draft.lasts(120).users(20.0, |users| users.mix.writes = 0.1).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = 1, |_| {});
    draft.database(|_| {}).pool("api", "db", |_| {});
    draft.cache(
        |cache| {
            (cache.items, cache.item_bytes, cache.ttl_s) = (40, 200_000_000, 0.0);
            cache.maxmemory_policy = MaxmemoryPolicy::Noeviction;
            cache.replacement_s = 20.0;
        },
        |_| {},
    );
    draft.at(60, Action::CacheNodeFailure { part: pid("cache") });
    draft.design
}
