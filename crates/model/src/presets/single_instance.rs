//! One instance with a public address: nothing stands beside it and nothing replaces it.

use super::id;
use super::sketch::{Sketch, Tier};
use crate::parts::{Ec2, Users};
use crate::{Action, Design, MemberPick, MemberTarget, PartSettings};

/// An instance whose two processors are busy by less than a half, and clients that do not try again: what fails here
/// fails for want of a second instance alone.
pub fn single_instance() -> Design {
    let mut sketch = Sketch::new("One server");
    let mut users = Users { clients: 2000, ..Users::default() };
    (users.traffic.rps, users.retries.max) = (200.0, 0);
    sketch.put("users", None, [0, 112], PartSettings::Users(users));
    let subnet = Tier { name: "pub", y: 24, height: 104, is_public: true, zones: "a" };
    sketch.network([256, 0], 0, "a", &[subnet]);
    let server = Ec2 { public_address: true, ..Ec2::default() };
    sketch.put("server", Some("pub-a"), [16, 32], PartSettings::Ec2(server));
    sketch.wire("w1", "users", "server", None);
    sketch.done()
}

/// The instance goes; the instance drowns.
pub(super) fn experiments() -> Vec<Action> {
    let target = MemberTarget { part: id("server"), pick: MemberPick::Any, zone: None };
    vec![
        Action::TerminateInstance { target },
        Action::Traffic { part: id("users"), factor: 4.0, for_s: 120 },
    ]
}
