//! Distributions with layers of caches, an origin group and buckets at their limits.

use ninepins_model::parts::{Certificate, Cloudfront, S3};
use ninepins_model::wires::{CacheControl, CachePolicy, Origin, OriginRole};
use ninepins_model::{Action, PartSettings, WireSettings};
use ninepins_tests::{Draft, pid};

/// Everything at once: an API with an origin group behind HTTPS, files in layers of caches, a public and a private
/// bucket, faults and an invalidation.
pub(crate) fn busy() -> Draft {
    let mut draft = Draft::new();
    draft.lasts(60).users(40.0, |users| {
        (users.mix.assets, users.mix.reads, users.mix.writes) = (3.0, 1.0, 1.0);
        (users.assets.objects, users.assets.deep_links_percent, users.timeout_s) = (40, 10.0, 300.0);
        users.bandwidth_mbps = 10.0;
    });
    let distribution = Cloudfront {
        regional_edge_caches: 2,
        default_ttl_s: 3.0,
        spa_error_page: true,
        custom_error_responses: vec!["503 /sorry.html 200".into()],
        ..Cloudfront::default()
    };
    draft.put("cdn", None, PartSettings::Cloudfront(distribution)).wire("users", "cdn", None);
    let bucket = S3 { first_byte_max_ms: 1500.0, get_rps: 20.0, repartition_s: 20.0, ..S3::default() };
    draft.put("web", Some("seoul"), PartSettings::S3(bucket.clone()));
    draft.put("open", Some("seoul"), PartSettings::S3(S3 { public_read: true, list_bucket: true, ..bucket }));
    let names = vec!["api.example.com".into()];
    draft.put("cert", Some("seoul"), PartSettings::Certificate(Certificate { names, ..Certificate::default() }));
    draft.alb(&["net-a"], |alb| alb.certificate = Some(pid("cert"))).asg(&["net-a"], |group| group.desired = 1, |_| {});
    draft.design.wires.retain(|_, wire| wire.from != pid("users") || wire.to != pid("alb"));
    draft.instance("second", "net-b", |_| {});
    let origin = |path: &str| Origin { path: path.into(), ..Origin::default() };
    let mut wire = |to: &str, settings: Origin| {
        draft.wire("cdn", to, Some(WireSettings::Origin(settings)));
    };
    wire("web", origin("/*"));
    let max_age = CacheControl::MaxAge;
    wire("open", Origin { origin_access_control: false, cache_control: max_age, max_age_s: 5.0, ..origin("*.css") });
    wire("web", Origin { precedence: 3, ..origin("/assets/1*") });
    wire("alb", Origin { cache_policy: CachePolicy::CachingOptimized, ..origin("/api/*") });
    wire("second", Origin { role: OriginRole::Secondary, ..origin("/api/*") });
    draft.at(10, Action::Invalidation { part: pid("cdn"), path: "/assets/*".into() });
    draft.at(20, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 10 });
    draft.at(35, Action::S3Throttling { part: pid("web"), remaining: 0.1, for_s: 10 });
    draft
}

/// All of it goes to one bucket that stores writes.
pub(crate) fn one_bucket() -> Draft {
    let mut draft = Draft::new();
    draft.lasts(30).users(60.0, |users| {
        (users.mix.assets, users.mix.reads, users.mix.writes) = (1.0, 0.0, 1.0);
    });
    draft.put("cdn", None, PartSettings::Cloudfront(Cloudfront::default())).wire("users", "cdn", None);
    draft.put("web", Some("seoul"), PartSettings::S3(S3 { put_object: true, put_rps: 20.0, ..S3::default() }));
    draft.wire("cdn", "web", Some(WireSettings::Origin(Origin::default())));
    draft
}
