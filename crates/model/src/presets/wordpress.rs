//! WordPress as AWS's reference architecture has it: CloudFront before a load balancer, instances in two zones, Aurora with
//! a replica in the other zone, and ElastiCache for what the pages are made of.

use super::sketch::{Sketch, Tier, pool, targets, zone};
use super::{id, ids};
use crate::parts::{Cloudfront, DatabaseEngine, Elasticache, Users};
use crate::wires::Origin;
use crate::{Action, Design, PartSettings, WireSettings};

/// Files come from the edge, pages from instances that ask the cache before the database.
pub fn wordpress() -> Design {
    let mut sketch = Sketch::new("WordPress");
    let mut users = Users { clients: 3000, ..Users::default() };
    (users.traffic.rps, users.assets.deep_links_percent) = (300.0, 0.0);
    sketch.put("users", None, [0, 184], PartSettings::Users(users));
    sketch.put("cdn", None, [0, 56], PartSettings::Cloudfront(Cloudfront::default()));
    sketch.network([256, 0], 216, "ab", &[
        Tier { name: "pub", y: 24, height: 64, is_public: true, zones: "ab" },
        Tier { name: "app", y: 96, height: 152, is_public: false, zones: "ab" },
        Tier { name: "data", y: 256, height: 168, is_public: false, zones: "ab" },
    ]);
    sketch.alb([16, 56], &["pub-a", "pub-b"]);
    sketch.group("blog", [16, 176], &["app-a", "app-b"], 4, |_| {});
    let cache = Elasticache { subnets: ids(&["data-a", "data-b"]), filled_percent: 100.0, ..Elasticache::default() };
    let cache = Elasticache { replicas: 1, multi_az: true, ..cache };
    sketch.put("cache", Some("vpc"), [16, 280], PartSettings::Elasticache(cache));
    sketch.database("blog-db", [16, 376], &["data-a", "data-b"], |database| {
        (database.engine, database.aurora_replicas) = (DatabaseEngine::AuroraMysql, 1);
        database.instance_class = "db.r6g.large".into();
    });
    sketch.wire("w1", "users", "cdn", None);
    let origin = Origin { connection_attempts: 1, response_timeout_s: 8.0, ..Origin::default() };
    sketch.wire("w2", "cdn", "alb", Some(WireSettings::Origin(origin)));
    sketch.wire("w3", "alb", "blog", targets());
    sketch.wire("w4", "blog", "cache", None);
    sketch.wire("w5", "blog", "blog-db", pool(3.0));
    sketch.done()
}

/// The host of the database's writer fails; the zone of both primaries goes.
pub(super) fn experiments() -> Vec<Action> {
    vec![
        Action::PrimaryFailure { part: id("blog-db") },
        Action::ZonePowerLoss { zone: zone('a'), for_s: 600 },
    ]
}
