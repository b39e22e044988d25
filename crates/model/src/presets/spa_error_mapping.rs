//! A single-page app twice, from one bucket: with the custom error response that it needs, and without.

use super::id;
use super::sketch::Sketch;
use crate::parts::{Certificate, Cloudfront, Region, S3, Users};
use crate::wires::{Origin, Record};
use crate::{Action, Design, PartSettings, WireSettings};

/// Two groups of users, a fifth of whose requests are deep links, which no key of the bucket matches.
pub fn spa_error_mapping() -> Design {
    let mut sketch = Sketch::new("Single-page app, with and without its error page");
    sketch.put("dns", None, [240, 96], PartSettings::Route53(Default::default()));
    for (name, y, spa_error_page) in [("app", 24, true), ("plain", 168, false)] {
        let host = format!("{name}.example.com");
        let mut users = Users { clients: 2_000, web_host: host.clone(), ..Users::default() };
        users.traffic.rps = 100.0;
        (users.mix.assets, users.mix.reads, users.mix.writes) = (100.0, 0.0, 0.0);
        users.assets.deep_links_percent = 20.0;
        let (from, cdn) = (format!("users-{name}"), format!("cdn-{name}"));
        sketch.put(&from, None, [0, y], PartSettings::Users(users));
        let certificate = Some(id("cert-site"));
        let distribution = Cloudfront { certificate, spa_error_page, ..Cloudfront::default() };
        sketch.put(&cdn, None, [480, y], PartSettings::Cloudfront(distribution));
        sketch.wire(&format!("{name}-1"), &from, "dns", None);
        let record = Record { name: host, ..Record::default() };
        sketch.wire(&format!("{name}-2"), "dns", &cdn, Some(WireSettings::Record(record)));
        sketch.wire(&format!("{name}-3"), &cdn, "site", Some(WireSettings::Origin(Origin::default())));
    }
    let virginia = Region { code: "us-east-1".into(), ..Region::default() };
    sketch.frame("virginia", None, [464, 272], [208, 96], PartSettings::Region(virginia));
    let certificate = Certificate { names: vec!["*.example.com".into()], ..Certificate::default() };
    sketch.put("cert-site", Some("virginia"), [16, 32], PartSettings::Certificate(certificate));
    sketch.frame("seoul", None, [720, 56], [208, 112], PartSettings::Region(Region::default()));
    sketch.put("site", Some("seoul"), [16, 40], PartSettings::S3(S3::default()));
    sketch.done()
}

/// The bucket's policy breaks; a deployment invalidates everything.
pub(super) fn experiments() -> Vec<Action> {
    vec![
        Action::BucketAccessDenied { part: id("site"), for_s: 300 },
        Action::Invalidation { part: id("cdn-app"), path: "/*".into() },
    ]
}
