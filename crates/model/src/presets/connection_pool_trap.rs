//! Connections run out while every processor is idle, and more instances make it worse.

use super::id;
use super::sketch::{Sketch, Tier, pool, targets};
use crate::parts::Users;
use crate::{Action, Design, PartSettings};

/// Queries of a tenth of a second on pools of ten: an instance serves at most a hundred requests a second, whatever its
/// processors could. Four pools fit into the database's fifty connections; eight do not.
pub fn connection_pool_trap() -> Design {
    let mut sketch = Sketch::new("Connection pool trap");
    let mut users = Users { clients: 3000, ..Users::default() };
    (users.traffic.rps, users.retries.max) = (240.0, 0);
    (users.mix.assets, users.mix.reads, users.mix.writes) = (0.0, 80.0, 20.0);
    sketch.put("users", None, [0, 88], PartSettings::Users(users));
    sketch.network([256, 0], 216, "ab", &[
        Tier { name: "pub", y: 24, height: 64, is_public: true, zones: "ab" },
        Tier { name: "app", y: 96, height: 168, is_public: false, zones: "ab" },
        Tier { name: "data", y: 272, height: 64, is_public: false, zones: "ab" },
    ]);
    sketch.alb([16, 56], &["pub-a", "pub-b"]);
    sketch.group("orders", [16, 176], &["app-a", "app-b"], 4, |group| {
        (group.application.read_cpu_ms, group.application.write_cpu_ms) = (3.0, 4.0);
    });
    sketch.database("orders-db", [16, 304], &["data-a", "data-b"], |database| {
        (database.storage_ms, database.max_connections, database.multi_az) = (100.0, 50, true);
    });
    sketch.wire("w1", "users", "alb", None);
    sketch.wire("w2", "alb", "orders", targets());
    sketch.wire("w3", "orders", "orders-db", pool(1.0));
    sketch.done()
}

/// Three times the traffic finds the pools empty; twice the instances find the database full.
pub(super) fn experiments() -> Vec<Action> {
    vec![
        Action::Traffic { part: id("users"), factor: 3.0, for_s: 300 },
        Action::SetDesiredCapacity { part: id("orders"), desired: 8 },
    ]
}
