//! Clients that give up early and try again at once, and a group without headroom: an overload that outlives its cause.

use super::id;
use super::sketch::{Sketch, Tier, targets};
use crate::parts::{HealthCheckType, Jitter, Users};
use crate::{Action, Design, PartSettings};

/// Two instances of about 220 requests a second each at 300 a second in all. Every request is tried up to six times
/// without a pause worth the name, and the instances finish what nobody waits for any more.
pub fn retry_storm_trap() -> Design {
    let mut sketch = Sketch::new("Retry storm trap");
    let mut users = Users { clients: 3000, timeout_s: 1.0, ..Users::default() };
    users.traffic.rps = 300.0;
    (users.mix.assets, users.mix.reads, users.mix.writes) = (0.0, 100.0, 0.0);
    (users.retries.max, users.retries.base_ms, users.retries.cap_ms) = (5, 50.0, 50.0);
    users.retries.jitter = Jitter::None;
    sketch.put("users", None, [0, 88], PartSettings::Users(users));
    sketch.network([256, 0], 216, "ab", &[
        Tier { name: "pub", y: 24, height: 64, is_public: true, zones: "ab" },
        Tier { name: "app", y: 96, height: 88, is_public: false, zones: "ab" },
    ]);
    sketch.alb([16, 56], &["pub-a", "pub-b"]);
    sketch.group("checkout", [16, 136], &["app-a", "app-b"], 2, |group| {
        (group.max, group.health_check_type) = (2, HealthCheckType::Ec2);
    });
    sketch.wire("w1", "users", "alb", None);
    sketch.wire("w2", "alb", "checkout", targets());
    sketch.done()
}

/// Twenty seconds of twice the traffic; nine in ten users go away for two minutes.
pub(super) fn experiments() -> Vec<Action> {
    let traffic = |factor, for_s| Action::Traffic { part: id("users"), factor, for_s };
    vec![traffic(2.0, 20), traffic(0.1, 120)]
}
