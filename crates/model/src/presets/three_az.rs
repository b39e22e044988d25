//! Three zones, statically stable: what is left after the loss of one carries the whole load, without a launch.

use super::sketch::{Sketch, Tier, pool, targets, zone};
use crate::parts::Users;
use crate::{Action, Design, PartSettings};

/// Six instances at about a third of their processors, so that four of them need about a half. There is no scaling
/// policy: the capacity is there beforehand. Half a second for a connection is too short to fill the threads, so that
/// without its database the shop still serves its pages.
pub fn three_az() -> Design {
    let mut sketch = Sketch::new("Three AZs, statically stable");
    let mut users = Users { clients: 6000, ..Users::default() };
    users.traffic.rps = 900.0;
    sketch.put("users", None, [0, 88], PartSettings::Users(users));
    sketch.network([256, 0], 216, "abc", &[
        Tier { name: "pub", y: 24, height: 64, is_public: true, zones: "abc" },
        Tier { name: "app", y: 96, height: 136, is_public: false, zones: "abc" },
        Tier { name: "data", y: 240, height: 64, is_public: false, zones: "abc" },
    ]);
    sketch.alb([16, 56], &["pub-a", "pub-b", "pub-c"]);
    sketch.group("shop", [16, 160], &["app-a", "app-b", "app-c"], 6, |group| group.target_tracking.enabled = false);
    sketch.database("shop-db", [16, 272], &["data-a", "data-b", "data-c"], |database| database.multi_az = true);
    sketch.wire("w1", "users", "alb", None);
    sketch.wire("w2", "alb", "shop", targets());
    sketch.wire("w3", "shop", "shop-db", pool(0.5));
    sketch.done()
}

/// A zone without the database's primary goes; the one with it goes.
pub(super) fn experiments() -> Vec<Action> {
    ['c', 'a'].map(|letter| Action::ZonePowerLoss { zone: zone(letter), for_s: 600 }).into()
}
