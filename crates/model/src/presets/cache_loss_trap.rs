//! A cache carries nine reads in ten, and the database could not.

use super::sketch::{Sketch, Tier, pool, targets};
use super::{id, ids};
use crate::parts::{Elasticache, Users};
use crate::{Action, Design, PartSettings};

/// 270 reads a second and a database that serves a hundred: all is well while the cache has the items. It has one node.
pub fn cache_loss_trap() -> Design {
    let mut sketch = Sketch::new("Cache loss trap");
    let mut users = Users { clients: 3000, ..Users::default() };
    (users.traffic.rps, users.retries.max) = (300.0, 0);
    (users.mix.assets, users.mix.reads, users.mix.writes) = (0.0, 90.0, 10.0);
    sketch.put("users", None, [0, 88], PartSettings::Users(users));
    sketch.network([256, 0], 216, "ab", &[
        Tier { name: "pub", y: 24, height: 64, is_public: true, zones: "ab" },
        Tier { name: "app", y: 96, height: 152, is_public: false, zones: "ab" },
        Tier { name: "data", y: 256, height: 168, is_public: false, zones: "ab" },
    ]);
    sketch.alb([16, 56], &["pub-a", "pub-b"]);
    sketch.group("catalog", [16, 176], &["app-a", "app-b"], 4, |_| {});
    let cache = Elasticache { subnets: ids(&["data-a", "data-b"]), filled_percent: 100.0, ..Elasticache::default() };
    sketch.put("cache", Some("vpc"), [16, 280], PartSettings::Elasticache(cache));
    sketch.database("catalog-db", [16, 376], &["data-a", "data-b"], |database| {
        (database.read_cpu_ms, database.multi_az) = (20.0, true);
    });
    sketch.wire("w1", "users", "alb", None);
    sketch.wire("w2", "alb", "catalog", targets());
    sketch.wire("w3", "catalog", "cache", None);
    sketch.wire("w4", "catalog", "catalog-db", pool(1.0));
    sketch.done()
}

/// The node is lost, and comes back empty; what it holds is deleted, and comes back by being asked for.
pub(super) fn experiments() -> Vec<Action> {
    vec![Action::CacheNodeFailure { part: id("cache") }, Action::CacheFlush { part: id("cache") }]
}
