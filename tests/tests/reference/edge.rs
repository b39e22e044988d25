//! Edge: caches, error pages, certificates, handshakes.

use ninepins_model::parts::{Certificate, Cloudfront, Region, Route53, S3, TlsVersion};
use ninepins_model::wires::{Origin, Record};
use ninepins_model::{Action, PartSettings, WireSettings};
use ninepins_report::{Metric, Outcome};
use ninepins_sim::Summary;
use ninepins_tests::{Draft, Measured, pid, target};

use super::{assert_within, each_seed};

/// Users of assets → CloudFront with its own name → S3, without any delay.
fn cached(rps: f64, objects: u32, distribution: Cloudfront, bucket: S3) -> Draft {
    let mut draft = Draft::new();
    draft.users(rps, |users| {
        (users.mix.assets, users.mix.reads) = (1.0, 0.0);
        (users.assets.objects, users.assets.zipf) = (objects, 0.0);
    });
    draft.put("cdn", None, PartSettings::Cloudfront(distribution));
    draft.put("web", Some("seoul"), PartSettings::S3(bucket));
    draft.wire("users", "cdn", None);
    draft.wire("cdn", "web", Some(WireSettings::Origin(Origin { rtt_ms: 0.0, ..Origin::default() })));
    draft
}

fn quick_bucket() -> S3 {
    S3 { first_byte_min_ms: 0.0, first_byte_max_ms: 0.0, ..S3::default() }
}

/// Origin requests a second at 1,000 requests a second for 100 objects at 4 edges: an object is asked for r = 2.5 times
/// a second at an edge, and is fresh for T, so that a share r·T/(1 + r·T) hits.
fn origin_load(ttl_s: f64) -> Draft {
    let distribution = Cloudfront { default_ttl_s: ttl_s, ..Cloudfront::default() };
    let mut draft = cached(1000.0, 100, distribution, quick_bucket());
    draft.lasts(120);
    draft
}

#[test]
fn s28_at_a_hit_ratio_of_90_per_cent_the_origin_gets_a_tenth() {
    each_seed(&origin_load(3.6), |run| {
        assert_within(run.mean("cdn", Metric::CacheHitRate, 20..120), 89.5, 90.5);
        assert_within(run.mean("cdn", Metric::OriginRequests, 20..120), 97.0, 103.0);
    });
}

#[test]
fn s28_ten_points_fewer_hits_double_the_origins_load() {
    each_seed(&origin_load(1.6), |run| {
        assert_within(run.mean("cdn", Metric::OriginRequests, 20..120), 195.0, 205.0);
    });
}

#[test]
fn s28_without_a_cache_the_origin_gets_everything() {
    each_seed(&origin_load(0.0), |run| {
        assert_within(run.mean("cdn", Metric::OriginRequests, 20..120), 985.0, 1015.0);
    });
}

#[test]
fn s30_after_a_flush_each_edge_fetches_each_object_at_most_once() {
    let distribution = Cloudfront { edge_locations: 20, ..Cloudfront::default() };
    let bucket = S3 { objects: 500, first_byte_min_ms: 200.0, first_byte_max_ms: 200.0, ..S3::default() };
    let mut draft = cached(5000.0, 500, distribution, bucket);
    draft.lasts(20).at(10, Action::CacheFlush { part: pid("cdn") });
    each_seed(&draft, |run| {
        let refill: f64 = run.values("cdn", Metric::OriginRequests, 10..20).iter().sum();
        assert_within(refill, 9_000.0, 10_000.0);
    });
}

/// What a deep link of the app ends with.
fn deep_link(list_bucket: bool, spa_error_page: bool) -> Vec<Outcome> {
    let distribution = Cloudfront { spa_error_page, ..Cloudfront::default() };
    let mut draft = cached(20.0, 10, distribution, S3 { list_bucket, ..quick_bucket() });
    draft.lasts(20).users(20.0, |users| {
        (users.mix.assets, users.mix.reads) = (1.0, 0.0);
        users.assets.deep_links_percent = 100.0;
    });
    let run = Measured::new(&draft.seed(1));
    let all = run.tally(0..20);
    assert!(all.ended() > 100);
    if all.failures.is_empty() { vec![Outcome::Ok] } else { all.kinds() }
}

#[test]
fn s34_a_deep_link_is_forbidden_where_the_bucket_cannot_be_listed() {
    assert_eq!(deep_link(false, false), [Outcome::Forbidden]);
}

#[test]
fn s34_a_deep_link_is_not_found_where_the_bucket_can_be_listed() {
    assert_eq!(deep_link(true, false), [Outcome::NotFound]);
}

#[test]
fn s34_the_error_page_makes_a_deep_link_succeed_either_way() {
    assert_eq!([deep_link(false, true), deep_link(true, true)], [[Outcome::Ok], [Outcome::Ok]]);
}

/// Users → Route 53 → a load balancer or a distribution with a certificate of this Region.
fn with_certificate(region: &str, to_edge: bool) -> Draft {
    let bucket = S3 { first_byte_min_ms: 50.0, first_byte_max_ms: 50.0, ..S3::default() };
    let code = Region { code: region.into(), ..Region::default() };
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| {
        if to_edge {
            (users.mix.assets, users.mix.reads) = (1.0, 0.0);
        }
        users.keep_alive_s = 0.0;
    });
    draft.put("dns", None, PartSettings::Route53(Route53 { lookup_ms: 0.0, ..Route53::default() }));
    draft.wire("users", "dns", None);
    draft.put("elsewhere", None, PartSettings::Region(code));
    let home = if region == "ap-northeast-2" { "seoul" } else { "elsewhere" };
    draft.put("cert", Some(home), PartSettings::Certificate(Certificate::default()));
    let named = |name: &str| Some(WireSettings::Record(Record { name: name.into(), ..Record::default() }));
    if to_edge {
        let distribution = Cloudfront { certificate: Some(pid("cert")), ..Cloudfront::default() };
        draft.put("cdn", None, PartSettings::Cloudfront(distribution)).wire("dns", "cdn", named(""));
        draft.put("web", Some("seoul"), PartSettings::S3(bucket));
        draft.wire("cdn", "web", Some(WireSettings::Origin(Origin { rtt_ms: 80.0, ..Origin::default() })));
    } else {
        draft.alb(&["net-a"], |alb| alb.certificate = Some(pid("cert")));
        draft.design.wires.pop_last(); // the users reach it by its record
        draft.wire("dns", "alb", named("api.example.com")).asg(&["net-a"], |group| group.desired = 1, |_| {});
    }
    draft
}

/// How all requests end.
fn ends(draft: &Draft) -> Vec<Outcome> {
    let all = Measured::new(&draft.seed(1)).tally(0..60);
    assert!(all.ended() > 1000);
    if all.failures.is_empty() { vec![Outcome::Ok] } else { all.kinds() }
}

#[test]
fn s35_cloudfront_takes_a_certificate_of_virginia_only() {
    assert_eq!(ends(&with_certificate("us-east-1", true)), [Outcome::Ok]);
    assert_eq!(ends(&with_certificate("ap-northeast-2", true)), [Outcome::TlsFailure]);
}

#[test]
fn s35_a_load_balancer_takes_a_certificate_of_its_own_region_only() {
    assert_eq!(ends(&with_certificate("ap-northeast-2", false)), [Outcome::Ok]);
    assert_eq!(ends(&with_certificate("us-east-1", false)), [Outcome::TlsFailure]);
}

#[test]
fn s36_from_the_expiry_on_every_new_handshake_fails() {
    let mut draft = with_certificate("ap-northeast-2", false);
    draft.at(30, Action::CertificateExpiry { part: pid("cert"), for_s: 0 });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(0..30).error_share(), 0.0);
        let after = run.tally(31..60);
        assert_eq!((after.error_share(), after.kinds()), (1.0, vec![Outcome::TlsFailure]));
    });
}

#[test]
fn s36_a_connection_that_is_open_outlives_the_expiry() {
    let mut draft = with_certificate("ap-northeast-2", false);
    draft.users(20.0, |users| (users.keep_alive_s, users.clients) = (600.0, 10));
    draft.at(30, Action::CertificateExpiry { part: pid("cert"), for_s: 0 });
    each_seed(&draft, |run| assert_eq!(run.totals().failed, 0));
}

/// Cold clients: 100 ms to the Region, 20 ms to the edge, 80 ms from there to the Region; the server takes 50 ms.
fn cold(to_edge: bool, tls: TlsVersion, ttl_s: f64) -> Summary {
    let region = if to_edge { "us-east-1" } else { "ap-northeast-2" };
    let mut draft = with_certificate(region, to_edge);
    draft.lasts(600).users(20.0, |users| {
        if to_edge {
            (users.mix.assets, users.mix.reads) = (1.0, 0.0);
        }
        (users.assets.objects, users.assets.deep_links_percent) = (1, 0.0);
        (users.region_rtt_ms, users.edge_rtt_ms, users.keep_alive_s, users.tls) = (100.0, 20.0, 0.0, tls);
    });
    if let Some(PartSettings::Cloudfront(cdn)) = draft.design.parts.get_mut(&pid("cdn")).map(|part| &mut part.settings)
    {
        cdn.default_ttl_s = ttl_s;
    }
    if let Some(PartSettings::Asg(api)) = draft.design.parts.get_mut(&pid("api")).map(|part| &mut part.settings) {
        (api.application.read_cpu_ms, api.instance_type) = (50.0, "m6i.4xlarge".into());
    }
    Measured::new(&draft.seed(1)).summary()
}

fn mean_ms(summary: Summary) -> f64 {
    summary.latency[0].mean_us / 1e3
}

#[test]
fn s38_a_cold_client_takes_three_round_trips_and_the_servers_time() {
    assert_within(mean_ms(cold(false, TlsVersion::Tls13, 0.0)), 347.0, 353.0);
}

#[test]
fn s38_an_older_handshake_adds_a_round_trip() {
    assert_within(mean_ms(cold(false, TlsVersion::Tls12, 0.0)), 447.0, 453.0);
}

#[test]
fn s38_a_hit_at_the_edge_takes_three_short_round_trips() {
    assert_within(mean_ms(cold(true, TlsVersion::Tls13, 86_400.0)), 59.9, 60.2);
}

#[test]
fn s38_a_miss_at_the_edge_adds_the_way_to_the_origin_and_its_time() {
    // Who arrives while another one's fetch is under way waits for less.
    let longest = cold(true, TlsVersion::Tls13, 0.0).latency[0].max_us as f64 / 1e3;
    assert_within(longest, 189.9, 191.0);
}

/// Reads and writes through CloudFront to an instance, which hangs or loses its power at 20 s.
fn silent_origin(fault: Action) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(140).users(10.0, |users| {
        (users.mix.reads, users.mix.writes) = (1.0, 1.0);
        users.timeout_s = 300.0;
    });
    draft.put("cdn", None, PartSettings::Cloudfront(Cloudfront::default())).wire("users", "cdn", None);
    draft.instance("server", "net-a", |server| server.application.threads = 10_000);
    draft.wire("cdn", "server", Some(WireSettings::Origin(Origin { rtt_ms: 0.0, ..Origin::default() })));
    draft.at(20, fault);
    draft
}

/// Seconds from 20 s on until a request of this class (1 reads, 2 writes) fails.
fn first_failure(run: &Measured, class: usize) -> Option<f64> {
    let first = run.within(20..140).find(|window| window.failed[class] > 0);
    first.map(|window| f64::from(window.start_s) - 20.0)
}

#[test]
fn s31_a_dead_origin_costs_three_connection_timeouts_of_ten_seconds() {
    each_seed(&silent_origin(Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 0 }), |run| {
        assert_within(first_failure(run, 1), 29.0, 32.0);
        assert_within(first_failure(run, 2), 29.0, 32.0);
        assert_eq!(run.tally(0..140).kinds(), [Outcome::GatewayTimeout]);
    });
}

#[test]
fn s32_a_silent_origin_costs_a_read_three_times_thirty_seconds_and_a_write_thirty() {
    each_seed(&silent_origin(Action::HangInstance { target: target("server/1"), for_s: 0 }), |run| {
        assert_within(first_failure(run, 1), 89.0, 92.0);
        assert_within(first_failure(run, 2), 29.0, 32.0);
        assert_eq!(run.tally(0..140).kinds(), [Outcome::GatewayTimeout]);
    });
}
