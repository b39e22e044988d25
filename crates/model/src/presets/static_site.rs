//! A web page without a server: Route 53, CloudFront and a bucket.

use super::id;
use super::sketch::Sketch;
use crate::parts::{Certificate, Cloudfront, Region, S3, Users};
use crate::wires::{Origin, Record};
use crate::{Action, Design, PartSettings, WireSettings};

/// Many clients that come seldom, so that most of them open a new connection.
pub fn static_site() -> Design {
    let mut sketch = Sketch::new("Static website");
    let mut users = Users { clients: 20_000, ..Users::default() };
    users.traffic.rps = 500.0;
    (users.mix.assets, users.mix.reads, users.mix.writes) = (100.0, 0.0, 0.0);
    sketch.put("users", None, [0, 96], PartSettings::Users(users));
    sketch.put("dns", None, [240, 96], PartSettings::Route53(Default::default()));
    let distribution = Cloudfront { certificate: Some(id("cert-site")), spa_error_page: true, ..Cloudfront::default() };
    sketch.put("cdn", None, [480, 96], PartSettings::Cloudfront(distribution));
    let virginia = Region { code: "us-east-1".into(), ..Region::default() };
    sketch.frame("virginia", None, [464, 200], [208, 96], PartSettings::Region(virginia));
    let certificate = Certificate { names: vec!["example.com".into()], ..Certificate::default() };
    sketch.put("cert-site", Some("virginia"), [16, 32], PartSettings::Certificate(certificate));
    sketch.frame("seoul", None, [720, 56], [208, 112], PartSettings::Region(Region::default()));
    sketch.put("site", Some("seoul"), [16, 40], PartSettings::S3(S3::default()));
    sketch.wire("w1", "users", "dns", None);
    sketch.wire("w2", "dns", "cdn", Some(WireSettings::Record(Record::default())));
    sketch.wire("w3", "cdn", "site", Some(WireSettings::Origin(Origin::default())));
    sketch.done()
}

/// The caches are emptied; the certificate runs out.
pub(super) fn experiments() -> Vec<Action> {
    vec![
        Action::CacheFlush { part: id("cdn") },
        Action::CertificateExpiry { part: id("cert-site"), for_s: 180 },
    ]
}
