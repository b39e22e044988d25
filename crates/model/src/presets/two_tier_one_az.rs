//! A load balancer, instances and a database, with all that does the work in one zone.

use super::id;
use super::sketch::{Sketch, Tier, pool, targets, zone};
use crate::parts::Users;
use crate::{Action, Design, PartSettings};

/// Two instances and a database without a standby in zone a. AWS asks for subnets in two zones for the load balancer
/// and the database (ALB-46, RDS-45), so zone b exists and carries nothing but a node.
pub fn two_tier_one_az() -> Design {
    let mut sketch = Sketch::new("Two tiers in one AZ");
    let mut users = Users { clients: 3000, ..Users::default() };
    users.traffic.rps = 250.0;
    sketch.put("users", None, [0, 88], PartSettings::Users(users));
    sketch.network([256, 0], 216, "ab", &[
        Tier { name: "pub", y: 24, height: 64, is_public: true, zones: "ab" },
        Tier { name: "app", y: 96, height: 104, is_public: false, zones: "a" },
        Tier { name: "data", y: 208, height: 64, is_public: false, zones: "ab" },
    ]);
    sketch.alb([16, 56], &["pub-a", "pub-b"]);
    sketch.group("web", [16, 152], &["app-a"], 2, |_| {});
    sketch.database("web-db", [16, 240], &["data-a", "data-b"], |_| {});
    sketch.wire("w1", "users", "alb", None);
    sketch.wire("w2", "alb", "web", targets());
    sketch.wire("w3", "web", "web-db", pool(3.0));
    sketch.done()
}

/// The zone goes with everything in it; the database's host fails and there is no standby.
pub(super) fn experiments() -> Vec<Action> {
    vec![Action::ZonePowerLoss { zone: zone('a'), for_s: 300 }, Action::PrimaryFailure { part: id("web-db") }]
}
