//! A queue between those who take orders and those who work on them.

use super::sketch::{Sketch, Tier, pool, targets};
use super::id;
use crate::parts::{ScalingMetric, Sqs, Users};
use crate::{Action, Design, PartSettings};

/// Orders are answered once the queue has them. Workers, which scale with the backlog, write them to the database.
pub fn queue_and_workers() -> Design {
    let mut sketch = Sketch::new("A queue between web and workers");
    let mut users = Users { clients: 3000, ..Users::default() };
    users.traffic.rps = 60.0;
    (users.mix.assets, users.mix.reads, users.mix.writes) = (0.0, 50.0, 50.0);
    sketch.put("users", None, [0, 88], PartSettings::Users(users));
    sketch.network([256, 96], 216, "ab", &[
        Tier { name: "pub", y: 24, height: 64, is_public: true, zones: "ab" },
        Tier { name: "app", y: 96, height: 240, is_public: false, zones: "ab" },
        Tier { name: "data", y: 344, height: 64, is_public: false, zones: "ab" },
    ]);
    sketch.alb([16, 56], &["pub-a", "pub-b"]);
    sketch.group("web", [16, 152], &["app-a", "app-b"], 2, |group| group.max = 4);
    let queue = Sqs { dead_letter_queue: true, receive_wait_s: 20.0, vpc_endpoint: true, ..Sqs::default() };
    sketch.put("orders", Some("seoul"), [24, 32], PartSettings::Sqs(queue));
    sketch.group("workers", [16, 256], &["app-a", "app-b"], 2, |group| {
        group.max = 12;
        group.application.write_wait_ms = 400.0;
        group.target_tracking.metric = ScalingMetric::SqsBacklogPerInstance;
        group.target_tracking.backlog_per_instance = 500.0;
    });
    sketch.database("orders-db", [16, 360], &["data-a", "data-b"], |database| database.multi_az = true);
    sketch.wire("w1", "users", "alb", None);
    sketch.wire("w2", "alb", "web", targets());
    sketch.wire("w3", "web", "orders", None);
    sketch.wire("w4", "orders", "workers", None);
    sketch.wire("w5", "workers", "orders-db", pool(3.0));
    let mut design = sketch.done();
    // The queue lies above the VPC.
    if let Some(region) = design.parts.get_mut(&id("seoul"))
        && let Some([_, height]) = &mut region.size
    {
        *height += 96;
        region.at[1] -= 96;
    }
    if let Some(vpc) = design.parts.get_mut(&id("vpc")) {
        vpc.at[1] += 96;
    }
    design
}

/// Far more orders than the workers do; no database for two minutes.
pub(super) fn experiments() -> Vec<Action> {
    vec![
        Action::Traffic { part: id("users"), factor: 5.0, for_s: 300 },
        Action::PrimaryFailure { part: id("orders-db") },
    ]
}
