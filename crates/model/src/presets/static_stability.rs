//! Two services behind one load balancer: one has just enough instances, the other has enough without a zone.

use super::sketch::{Sketch, Tier, zone};
use crate::parts::{Asg, Distribution, Users};
use crate::wires::{HealthCheck, ListenerRule, TargetGroup};
use crate::{Action, Design, PartSettings, WireSettings};

/// The port that both services answer health checks on: a service that turns requests away is busy, not ill.
const HEALTH_PORT: u32 = 8081;

/// Both services get 350 requests a second, and an instance of either serves 100. `lean` has four instances, `stable`
/// has eight, so that four are left when a zone is lost. Instances turn away what comes while forty requests are on them.
pub fn static_stability() -> Design {
    let mut sketch = Sketch::new("Static stability");
    let mut users = Users { clients: 3000, timeout_s: 4.0, ..Users::default() };
    (users.traffic.rps, users.retries.max, users.assets.deep_links_percent) = (700.0, 0, 0.0);
    (users.mix.assets, users.mix.reads, users.mix.writes) = (50.0, 50.0, 0.0);
    sketch.put("users", None, [0, 88], PartSettings::Users(users));
    sketch.network([256, 0], 216, "ab", &[
        Tier { name: "pub", y: 24, height: 64, is_public: true, zones: "ab" },
        Tier { name: "app", y: 96, height: 200, is_public: false, zones: "ab" },
    ]);
    sketch.alb([16, 56], &["pub-a", "pub-b"]);
    // Target tracking would keep lean as small as it is: four instances at 87.5 % are below its target.
    sketch.group("lean", [16, 144], &["app-a", "app-b"], 4, |group| {
        service(group);
        group.target_tracking.cpu_percent = 90.0;
    });
    sketch.group("stable", [16, 224], &["app-a", "app-b"], 8, service);
    sketch.wire("w1", "users", "alb", None);
    sketch.wire("w2", "alb", "lean", targets("/api/*"));
    sketch.wire("w3", "alb", "stable", targets(""));
    sketch.done()
}

fn service(group: &mut Asg) {
    let application = &mut group.application;
    (application.asset_cpu_ms, application.read_cpu_ms) = (20.0, 20.0);
    application.distribution = Distribution::Constant;
    (application.max_connections, application.accept_count) = (40, 0);
    application.health_port = HEALTH_PORT;
}

fn targets(path: &str) -> Option<WireSettings> {
    let rule = ListenerRule { path: path.into(), ..ListenerRule::default() };
    let health_check = HealthCheck { interval_s: 10.0, port: HEALTH_PORT, ..HealthCheck::default() };
    Some(WireSettings::TargetGroup(TargetGroup { health_check, rule, ..TargetGroup::default() }))
}

/// A zone goes; EC2 has nothing left in the other one.
pub(super) fn experiments() -> Vec<Action> {
    vec![
        Action::ZonePowerLoss { zone: zone('b'), for_s: 600 },
        Action::InsufficientInstanceCapacity { zone: zone('a'), for_s: 1800 },
    ]
}
