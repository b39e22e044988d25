//! Two zones whose way out leads through one NAT gateway, in the first of them.

use super::id;
use super::sketch::{Sketch, Tier, targets, zone};
use crate::parts::{ExternalService, NatGateway, RouteTarget, Users};
use crate::wires::Call;
use crate::{Action, Design, PartSettings, WireSettings};

/// Instances in both zones, half of which would do; every API request asks a payment provider on the internet.
pub fn one_nat_gateway() -> Design {
    let mut sketch = Sketch::new("One NAT gateway for all zones");
    let mut users = Users { clients: 3000, ..Users::default() };
    users.traffic.rps = 150.0;
    sketch.put("users", None, [0, 104], PartSettings::Users(users));
    sketch.network([256, 0], 216, "ab", &[
        Tier { name: "pub", y: 24, height: 120, is_public: true, zones: "ab" },
        Tier { name: "app", y: 152, height: 120, is_public: false, zones: "ab" },
    ]);
    sketch.put("nat", Some("pub-a"), [16, 56], PartSettings::NatGateway(NatGateway::default()));
    sketch.alb([16, 72], &["pub-a", "pub-b"]);
    sketch.group("shop", [16, 200], &["app-a", "app-b"], 4, |group| group.max = 4);
    let provider = PartSettings::ExternalService(ExternalService::default());
    sketch.put("payments", None, [1000, 232], provider);
    sketch.wire("w1", "users", "alb", None);
    sketch.wire("w2", "alb", "shop", targets());
    let call = Call { timeout_s: 2.0, tries: 1, ..Call::default() };
    sketch.wire("w3", "shop", "payments", Some(WireSettings::Call(call)));
    let mut design = sketch.done();
    for subnet in ["app-a", "app-b"] {
        if let Some(PartSettings::Subnet(subnet)) = design.parts.get_mut(&id(subnet)).map(|part| &mut part.settings) {
            subnet.routes.insert("0.0.0.0/0".into(), RouteTarget::NatGateway(id("nat")));
        }
    }
    design
}

/// The gateway's zone goes, and the gateway alone.
pub(super) fn experiments() -> Vec<Action> {
    vec![
        Action::ZonePowerLoss { zone: zone('a'), for_s: 300 },
        Action::NatGatewayLoss { part: id("nat"), for_s: 300 },
    ]
}
