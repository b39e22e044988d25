//! Burstable instances in standard mode whose credits run out under a load that never changes.

use super::id;
use super::sketch::{Sketch, Tier, targets};
use crate::parts::{CreditSpecification, HealthCheckType, Users};
use crate::wires::TargetGroup;
use crate::{Action, Design, PartSettings, WireSettings};

/// Two t3.medium at half of their CPU, with a baseline of a fifth: their last credits are gone after nine and a half
/// minutes, and from then on they serve 40 of the 100 requests a second. Beside them stand the same in unlimited mode
/// and two instances without credits, to which nothing is sent yet.
pub fn credits_trap() -> Design {
    let mut sketch = Sketch::new("CPU credits trap");
    let mut users = Users { clients: 1000, ..Users::default() };
    (users.traffic.rps, users.retries.max) = (100.0, 0);
    (users.mix.assets, users.mix.reads, users.mix.writes) = (0.0, 100.0, 0.0);
    sketch.put("users", None, [0, 88], PartSettings::Users(users));
    sketch.network([256, 0], 216, "ab", &[
        Tier { name: "pub", y: 24, height: 64, is_public: true, zones: "ab" },
        Tier { name: "app", y: 96, height: 248, is_public: false, zones: "ab" },
    ]);
    sketch.alb([16, 56], &["pub-a", "pub-b"]);
    let mut fleet = |name: &str, y: i32, instance_type: &str, specification: CreditSpecification| {
        sketch.group(name, [16, y], &["app-a", "app-b"], 2, |group| {
            (group.min, group.max, group.health_check_type) = (0, 2, HealthCheckType::Ec2);
            group.target_tracking.enabled = false;
            group.instance_type = instance_type.into();
            group.cpu_credits.specification = specification;
            group.cpu_credits.start_percent = if specification == CreditSpecification::Standard { 1.0 } else { 0.0 };
            group.application.read_cpu_ms = 20.0;
        });
    };
    fleet("standard", 136, "t3.medium", CreditSpecification::Standard);
    fleet("unlimited", 216, "t3.medium", CreditSpecification::Unlimited);
    fleet("steady", 296, "m6i.large", CreditSpecification::Unlimited);
    sketch.wire("w1", "users", "alb", None);
    sketch.wire("w2", "alb", "standard", targets());
    for (wire, name) in [("w3", "unlimited"), ("w4", "steady")] {
        let Some(WireSettings::TargetGroup(group)) = targets() else { continue };
        let group = TargetGroup { weight: 0, ..group };
        sketch.wire(wire, "alb", name, Some(WireSettings::TargetGroup(group)));
    }
    sketch.done()
}

/// Nearly all requests go to the instances in unlimited mode, or to those without credits.
pub(super) fn experiments() -> Vec<Action> {
    let shift = |name: &str| Action::TargetGroupWeight { part: id(name), weight: 999, for_s: 0 };
    vec![shift("unlimited"), shift("steady")]
}
