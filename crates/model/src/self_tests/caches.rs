//! Caches.

use super::bench::Bench;
use crate::parts::{Cloudfront, S3};
use crate::wires::Origin;
use crate::{Design, PartSettings, WireSettings};

/// One file at one edge location, asked for 2 times a second and fresh for 2 s.
pub(super) fn hit_ratio() -> Design {
    let mut bench = Bench::new(3600);
    bench.users(2.0, |users| {
        (users.mix.assets, users.mix.reads) = (1.0, 0.0);
        users.assets.objects = 1;
    });
    let distribution = Cloudfront { edge_locations: 1, default_ttl_s: 2.0, ..Cloudfront::default() };
    bench.put("cdn", None, PartSettings::Cloudfront(distribution));
    bench.wire("users", "cdn", None);
    let bucket = S3 { first_byte_min_ms: 0.0, first_byte_max_ms: 0.0, ..S3::default() };
    bench.put("files", Some("region"), PartSettings::S3(bucket));
    bench.wire("cdn", "files", Some(WireSettings::Origin(Origin { rtt_ms: 0.0, ..Origin::default() })));
    bench.done()
}
