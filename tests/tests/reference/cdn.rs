//! CloudFront: behaviours, TTLs, origin groups, cache layers, error responses, quotas, invalidations.

use ninepins_model::parts::{Certificate, Cloudfront, Ec2, Endpoint, S3};
use ninepins_model::wires::{AllowedMethods, CacheControl, CachePolicy, Origin, OriginProtocol, OriginRole};
use ninepins_model::{Action, PartSettings, WireSettings};
use ninepins_report::{Class, LogFact, Metric, Outcome};
use ninepins_tests::{Draft, Measured, pid, target};

use super::{assert_within, each_seed};

/// A bucket that answers at once.
fn quick_bucket() -> S3 {
    S3 { first_byte_min_ms: 0.0, first_byte_max_ms: 0.0, ..S3::default() }
}

/// Users of 100 equally popular files → CloudFront with four locations → S3, without any delay.
fn site(rps: f64, distribution: Cloudfront, origin: Origin, bucket: S3) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(120).users(rps, |users| {
        (users.mix.assets, users.mix.reads) = (1.0, 0.0);
        (users.assets.objects, users.assets.zipf, users.payload.asset_bytes) = (100, 0.0, 30_000);
    });
    draft.put("cdn", None, PartSettings::Cloudfront(distribution)).wire("users", "cdn", None);
    draft.put("web", Some("seoul"), PartSettings::S3(bucket));
    draft.wire("cdn", "web", Some(WireSettings::Origin(Origin { rtt_ms: 0.0, ..origin })));
    draft
}

/// Origin requests a second at 1,000 requests a second.
fn origin_requests(distribution: Cloudfront, origin: Origin, check: impl Fn(f64)) {
    each_seed(&site(1000.0, distribution, origin, quick_bucket()), |run| {
        assert_eq!(run.totals().failed, 0);
        check(run.mean("cdn", Metric::OriginRequests, 20..120));
    });
}

fn said(cache_control: CacheControl, max_age_s: f64) -> Origin {
    Origin { cache_control, max_age_s, ..Origin::default() }
}

/// At each of four locations an object is asked for r = 2.5 times a second; fresh for T it costs r/(1 + r·T) fetches.
fn fetches(ttl_s: f64) -> f64 {
    1000.0 / (1.0 + 2.5 * ttl_s)
}

#[test]
fn cf_01_what_the_origin_says_takes_the_place_of_the_default_ttl() {
    origin_requests(Cloudfront::default(), said(CacheControl::MaxAge, 3.6), |found| {
        assert_within(found, fetches(3.6) * 0.97, fetches(3.6) * 1.03);
    });
}

#[test]
fn cf_01_minimum_and_maximum_ttl_bound_what_the_origin_says() {
    let distribution = Cloudfront { min_ttl_s: 2.0, max_ttl_s: 4.0, ..Cloudfront::default() };
    for (max_age_s, ttl_s) in [(0.0, 2.0), (3.0, 3.0), (86_400.0, 4.0)] {
        origin_requests(distribution.clone(), said(CacheControl::MaxAge, max_age_s), |found| {
            assert_within(found, fetches(ttl_s) * 0.97, fetches(ttl_s) * 1.03);
        });
    }
}

#[test]
fn cf_02_caching_optimized_keeps_for_a_second_what_the_origin_says_is_stale_at_once() {
    let origin = Origin { cache_policy: CachePolicy::CachingOptimized, ..said(CacheControl::MaxAge, 0.0) };
    origin_requests(Cloudfront::default(), origin, |found| {
        assert_within(found, fetches(1.0) * 0.97, fetches(1.0) * 1.03);
    });
}

#[test]
fn cf_03_caching_disabled_sends_every_request_to_the_origin() {
    let origin = Origin { cache_policy: CachePolicy::CachingDisabled, ..Origin::default() };
    let mut draft = site(1000.0, Cloudfront::default(), origin, S3 { first_byte_min_ms: 200.0, ..S3::default() });
    draft.lasts(60);
    each_seed(&draft, |run| {
        // Even while the answer to another one for the same object is under way (CF-22).
        assert_within(run.mean("cdn", Metric::OriginRequests, 5..60), 980.0, 1020.0);
    });
}

#[test]
fn cf_04_a_minimum_ttl_overrides_no_store() {
    let distribution = Cloudfront { min_ttl_s: 2.0, ..Cloudfront::default() };
    origin_requests(distribution, said(CacheControl::NoStore, 0.0), |found| {
        assert_within(found, fetches(2.0) * 0.97, fetches(2.0) * 1.03);
    });
    origin_requests(Cloudfront::default(), said(CacheControl::NoStore, 0.0), |found| {
        assert_within(found, 980.0, 1020.0);
    });
}

/// Reads and writes through CloudFront to a server at once on `/api/*`, files from a bucket.
fn with_api(rps: f64, distribution: Cloudfront, api: Origin) -> Draft {
    let mut draft = site(rps, distribution, Origin::default(), quick_bucket());
    draft.users(rps, |users| {
        (users.mix.assets, users.mix.reads, users.mix.writes) = (1.0, 1.0, 1.0);
        (users.assets.objects, users.assets.zipf, users.timeout_s) = (100, 0.0, 300.0);
    });
    server(&mut draft, "server", "net-a");
    draft.wire("cdn", "server", Some(WireSettings::Origin(Origin { path: "/api/*".into(), rtt_ms: 0.0, ..api })));
    draft
}

/// An instance that answers within microseconds.
fn server(draft: &mut Draft, id: &str, subnet: &str) {
    draft.instance(id, subnet, |server: &mut Ec2| {
        let application = &mut server.application;
        (application.read_cpu_ms, application.write_cpu_ms, application.asset_cpu_ms) = (0.01, 0.01, 0.01);
        application.threads = 10_000;
    });
}

#[test]
fn answers_of_the_api_are_not_cached_unless_the_behavior_says_so() {
    let arrivals = |policy| {
        let mut draft = with_api(300.0, Cloudfront::default(), Origin { cache_policy: policy, ..Origin::default() });
        draft.lasts(60);
        let run = Measured::new(&draft.seed(1));
        assert_eq!(run.totals().failed, 0);
        run.mean("server", Metric::RequestCount, 10..60)
    };
    assert_within(arrivals(CachePolicy::Custom), 190.0, 210.0);
    // Reads of 100 addresses at 4 locations, 0.25 a second each, are kept for the least second (CF-04): 100/(1.25) of them.
    assert_within(arrivals(CachePolicy::CachingOptimized), 172.0, 188.0);
}

#[test]
fn a_behavior_that_takes_get_and_head_answers_a_write_with_403() {
    let api = Origin { allowed_methods: AllowedMethods::GetHead, ..Origin::default() };
    let run = Measured::new(&with_api(60.0, Cloudfront::default(), api).seed(1));
    let all = run.tally(0..120);
    assert_eq!([all.success_of(Class::Read), all.success_of(Class::Write)], [1.0, 0.0]);
    assert_eq!(all.kinds(), [Outcome::Forbidden]);
}

#[test]
fn the_behavior_with_the_lowest_precedence_that_matches_serves_the_request() {
    let mut draft = site(100.0, Cloudfront::default(), Origin::default(), quick_bucket());
    server(&mut draft, "images", "net-a");
    server(&mut draft, "late", "net-b");
    let pattern = |path: &str, precedence| {
        let policy = CachePolicy::CachingDisabled;
        Some(WireSettings::Origin(Origin { path: path.into(), precedence, cache_policy: policy, ..Origin::default() }))
    };
    draft.wire("cdn", "late", pattern("/assets/*", 2)).wire("cdn", "images", pattern("*.png", 1));
    each_seed(&draft, |run| {
        // Of 100 files one is the index, 25 are images.
        assert_within(run.mean("images", Metric::RequestCount, 5..120), 23.0, 27.0);
        assert_within(run.mean("late", Metric::RequestCount, 5..120), 71.0, 77.0);
        // The bucket has the index, which every location fetches once.
        assert!(run.values("web", Metric::RequestCount, 0..120).iter().sum::<f64>() <= 4.0);
    });
}

/// Reads and writes to an origin group: a server that loses its power at 20 s, and a second one.
fn group(primary: Origin, fault: Action) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(120).users(10.0, |users| {
        (users.mix.reads, users.mix.writes, users.timeout_s) = (1.0, 1.0, 300.0);
    });
    draft.put("cdn", None, PartSettings::Cloudfront(Cloudfront::default())).wire("users", "cdn", None);
    server(&mut draft, "first", "net-a");
    server(&mut draft, "second", "net-b");
    draft.wire("cdn", "first", Some(WireSettings::Origin(Origin { rtt_ms: 0.0, ..primary })));
    let stands_in = Origin { role: OriginRole::Secondary, rtt_ms: 0.0, ..Origin::default() };
    draft.wire("cdn", "second", Some(WireSettings::Origin(stands_in))).at(20, fault);
    draft
}

fn power_loss() -> Action {
    Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 0 }
}

/// Seconds of the slowest read.
fn slowest_read(run: &Measured) -> f64 {
    run.summary().latency[1 + Class::Read as usize].max_us as f64 / 1e6
}

#[test]
fn s31_every_read_of_a_dead_primary_takes_thirty_seconds_and_then_succeeds() {
    each_seed(&group(Origin::default(), power_loss()), |run| {
        let all = run.tally(0..120);
        assert_eq!(all.success_of(Class::Read), 1.0);
        // Histograms are exact to a percent.
        assert_within(slowest_read(run), 29.9, 30.4);
        assert_eq!(run.within(22..49).map(|window| window.ok[1]).sum::<u32>(), 0);
        // It keeps nothing in mind: later ones take as long.
        let mut later = run.within(51..120).filter(|window| window.ok[1] > 0);
        assert!(later.all(|window| window.p50_us > 29_500_000));
        // Writes never fail over (CF-10): 504 after their three attempts to connect.
        assert_eq!((run.tally(55..120).success_of(Class::Write), all.kinds()), (0.0, vec![Outcome::GatewayTimeout]));
    });
}

#[test]
fn s31_one_attempt_of_two_seconds_fails_over_after_two_seconds() {
    let primary = Origin { connection_attempts: 1, connection_timeout_s: 2.0, ..Origin::default() };
    each_seed(&group(primary, power_loss()), |run| {
        assert_eq!(run.tally(0..120).success_of(Class::Read), 1.0);
        assert_within(slowest_read(run), 1.99, 2.05);
    });
}

#[test]
fn cf_08_a_primary_that_does_not_answer_fails_over_after_its_attempts_times_the_response_timeout() {
    let primary = Origin { connection_attempts: 2, response_timeout_s: 5.0, ..Origin::default() };
    let hang = Action::HangInstance { target: target("first/1"), for_s: 0 };
    each_seed(&group(primary, hang), |run| {
        assert_eq!(run.tally(0..120).success_of(Class::Read), 1.0);
        assert_within(slowest_read(run), 9.9, 10.2);
        assert_eq!(run.tally(30..120).success_of(Class::Write), 0.0);
    });
}

#[test]
fn s31_a_bucket_stands_in_for_a_load_balancer_that_nobody_can_reach() {
    let mut draft =
        site(10.0, Cloudfront::default(), Origin { role: OriginRole::Secondary, ..Origin::default() }, quick_bucket());
    draft.users(10.0, |users| {
        (users.mix.assets, users.mix.reads, users.timeout_s) = (1.0, 0.0, 300.0);
    });
    draft.alb(&["net-a"], |_| {}).asg(&["net-a"], |group| group.desired = 1, |_| {});
    draft.design.wires.retain(|_, wire| wire.from != pid("users") || wire.to != pid("alb"));
    let primary = Origin { cache_policy: CachePolicy::CachingDisabled, rtt_ms: 0.0, ..Origin::default() };
    draft.wire("cdn", "alb", Some(WireSettings::Origin(primary)));
    draft.at(0, Action::SecurityGroupRuleRemoval { part: pid("alb"), from: "0.0.0.0/0".into(), for_s: 0 });
    each_seed(&draft, |run| {
        assert_eq!(run.totals().failed, 0);
        assert!(run.within(31..120).all(|window| (29_800_000..30_300_000).contains(&window.p50_us)));
    });
}

/// Deep links to a private bucket, with another server behind it that knows them.
fn missing_in_the_primary(failover_codes: &[&str]) -> (f64, f64) {
    let codes = failover_codes.iter().map(|code| (*code).to_owned()).collect();
    let primary = Origin { failover_codes: codes, ..Origin::default() };
    let bucket = S3 { first_byte_min_ms: 80.0, first_byte_max_ms: 80.0, ..S3::default() };
    let mut draft = site(20.0, Cloudfront::default(), primary, bucket);
    draft.users(20.0, |users| {
        (users.mix.assets, users.mix.reads) = (1.0, 0.0);
        users.assets.deep_links_percent = 100.0;
    });
    server(&mut draft, "second", "net-a");
    let stands_in = Origin { role: OriginRole::Secondary, rtt_ms: 0.0, ..Origin::default() };
    draft.wire("cdn", "second", Some(WireSettings::Origin(stands_in)));
    let run = Measured::new(&draft.seed(1));
    (run.tally(0..120).error_share(), run.summary().latency[0].max_us as f64 / 1e3)
}

#[test]
fn cf_11_a_status_code_fails_over_at_once_if_it_is_one_of_those_configured() {
    assert_eq!(missing_in_the_primary(&["404", "500"]).0, 1.0);
    let (failed, slowest_ms) = missing_in_the_primary(&["403"]);
    assert_eq!(failed, 0.0);
    // CF-14: the primary's time, then the secondary's.
    assert_within(slowest_ms, 80.0, 82.0);
}

#[test]
fn cf_12_hits_at_the_edge_do_not_notice_a_dead_primary() {
    let mut draft = site(200.0, Cloudfront::default(), Origin::default(), quick_bucket());
    draft.at(60, Action::BucketAccessDenied { part: pid("web"), for_s: 0 });
    each_seed(&draft, |run| assert_eq!(run.totals().failed, 0));
}

#[test]
fn cf_23_a_regional_cache_leaves_the_origin_one_request_for_each_object() {
    let fetches_of = |regional: u32, origin_shield: bool| {
        let distribution = Cloudfront { edge_locations: 20, regional_edge_caches: regional, ..Cloudfront::default() };
        let bucket = S3 { objects: 500, first_byte_min_ms: 200.0, first_byte_max_ms: 200.0, ..S3::default() };
        let mut draft = site(5000.0, distribution, Origin { origin_shield, ..Origin::default() }, bucket);
        draft.users(5000.0, |users| {
            (users.mix.assets, users.mix.reads) = (1.0, 0.0);
            users.assets.objects = 500;
        });
        draft.lasts(20).at(10, Action::CacheFlush { part: pid("cdn") });
        let run = Measured::new(&draft.seed(5));
        assert_eq!(run.totals().failed, 0);
        run.values("cdn", Metric::OriginRequests, 10..20).iter().sum::<f64>()
    };
    assert_within(fetches_of(0, false), 8_000.0, 10_000.0);
    assert_within(fetches_of(3, false), 1_400.0, 1_500.0);
    assert_within(fetches_of(0, true), 495.0, 500.0);
    assert_within(fetches_of(3, true), 495.0, 500.0);
}

#[test]
fn a_regional_cache_lies_on_the_way_to_the_origin() {
    let latency = |regional: u32| {
        let distribution = Cloudfront { regional_edge_caches: regional, default_ttl_s: 0.0, ..Cloudfront::default() };
        let bucket = S3 { first_byte_min_ms: 50.0, first_byte_max_ms: 50.0, ..S3::default() };
        let mut draft = site(2.0, distribution, Origin::default(), bucket);
        for wire in draft.design.wires.values_mut().filter(|wire| wire.from == pid("cdn")) {
            wire.settings =
                Some(WireSettings::Origin(Origin { rtt_ms: 80.0, keep_alive_s: 120.0, ..Origin::default() }));
        }
        Measured::new(&draft.seed(1)).summary().latency[0].p50_us as f64 / 1e3
    };
    // A miss takes as long either way: 80 ms and the bucket's 50 ms.
    assert_within(latency(0), 129.4, 131.0);
    assert_within(latency(1), 129.4, 131.0);
}

#[test]
fn cf_09_a_connection_that_was_idle_for_longer_is_opened_anew() {
    // One request in ten seconds, none cached: a TCP and a TLS handshake of two round trips come first.
    let median = |keep_alive_s: f64, protocol| {
        let origin = Origin { keep_alive_s, protocol, cache_policy: CachePolicy::CachingDisabled, ..Origin::default() };
        let distribution = Cloudfront { edge_locations: 1, ..Cloudfront::default() };
        let mut draft = site(0.1, distribution, origin, quick_bucket());
        draft.lasts(600);
        for wire in draft.design.wires.values_mut() {
            if let Some(WireSettings::Origin(origin)) = &mut wire.settings {
                origin.rtt_ms = 80.0;
            }
        }
        Measured::new(&draft.seed(1)).summary().latency[0].p50_us as f64 / 1e3
    };
    assert_within(median(120.0, OriginProtocol::Automatic), 79.6, 80.7);
    assert_within(median(5.0, OriginProtocol::HttpOnly), 159.2, 161.5);
    assert_within(median(5.0, OriginProtocol::Automatic), 318.5, 323.0);
}

/// Reads through CloudFront to a load balancer with a certificate.
fn https_origin(names: &[&str], region: &str, origin: Origin) -> Vec<Outcome> {
    let mut draft = Draft::new();
    draft.lasts(30).users(20.0, |users| users.timeout_s = 300.0);
    draft.put("cdn", None, PartSettings::Cloudfront(Cloudfront::default())).wire("users", "cdn", None);
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    draft.put("cert", Some(region), PartSettings::Certificate(Certificate { names, ..Certificate::default() }));
    draft.alb(&["net-a"], |alb| alb.certificate = Some(pid("cert")));
    draft.design.wires.pop_last(); // the users reach it through CloudFront
    draft.asg(&["net-a"], |group| group.desired = 1, |_| {});
    draft.wire("cdn", "alb", Some(WireSettings::Origin(origin)));
    let all = Measured::new(&draft.seed(1)).tally(0..30);
    assert!(all.ended() > 300);
    if all.failures.is_empty() { vec![Outcome::Ok] } else { all.kinds() }
}

#[test]
fn acm_03_cloudfront_checks_the_certificate_of_its_origin() {
    let origin = |domain: &str| Origin { domain: domain.into(), ..Origin::default() };
    assert_eq!(https_origin(&["api.example.com"], "seoul", origin("")), [Outcome::Ok]);
    assert_eq!(https_origin(&["*.example.com"], "seoul", origin("origin.example.com")), [Outcome::Ok]);
    assert_eq!(https_origin(&["api.example.com"], "seoul", origin("origin.example.com")), [Outcome::BadGateway]);
    assert_eq!(https_origin(&["other.org"], "seoul", origin("")), [Outcome::BadGateway]);
}

#[test]
fn cf_32_the_wrong_port_of_an_origin_gives_502() {
    let origin = Origin { protocol: OriginProtocol::HttpOnly, ..Origin::default() };
    assert_eq!(https_origin(&["api.example.com"], "seoul", origin), [Outcome::BadGateway]);
}

#[test]
fn cf_34_a_blocked_origin_gives_504() {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| users.timeout_s = 300.0);
    draft.put("cdn", None, PartSettings::Cloudfront(Cloudfront::default())).wire("users", "cdn", None);
    server(&mut draft, "server", "net-a");
    let origin = Origin { connection_attempts: 1, connection_timeout_s: 3.0, ..Origin::default() };
    draft.wire("cdn", "server", Some(WireSettings::Origin(origin)));
    let rule = Action::SecurityGroupRuleRemoval { part: pid("server"), from: "0.0.0.0/0".into(), for_s: 0 };
    draft.at(20, rule);
    each_seed(&draft, |run| {
        let after = run.tally(25..60);
        assert_eq!((after.error_share(), after.kinds()), (1.0, vec![Outcome::GatewayTimeout]));
        assert_eq!(run.tally(0..20).error_share(), 0.0);
    });
}

#[test]
fn cf_15_a_404_is_answered_from_the_edge_for_ten_seconds_and_a_403_is_not() {
    let fetches_of = |list_bucket: bool| {
        let mut draft = site(400.0, Cloudfront::default(), Origin::default(), S3 { list_bucket, ..quick_bucket() });
        draft.users(400.0, |users| {
            (users.mix.assets, users.mix.reads) = (1.0, 0.0);
            (users.assets.objects, users.assets.zipf, users.assets.deep_links_percent) = (100, 0.0, 100.0);
        });
        Measured::new(&draft.seed(1)).mean("cdn", Metric::OriginRequests, 20..120)
    };
    // 100 links at 4 locations, each asked for once a second: one fetch in 10 + 1 seconds.
    assert_within(fetches_of(true), 400.0 / 11.0 * 0.93, 400.0 / 11.0 * 1.07);
    assert_within(fetches_of(false), 385.0, 415.0);
}

#[test]
fn cf_17_an_expired_copy_is_served_while_the_origin_is_away() {
    let distribution = Cloudfront { default_ttl_s: 2.0, ..Cloudfront::default() };
    let mut draft = site(400.0, distribution, Origin::default(), quick_bucket());
    draft.at(60, Action::S3Throttling { part: pid("web"), remaining: 0.0, for_s: 0 });
    each_seed(&draft, |run| {
        assert_eq!(run.totals().failed, 0);
        // The origin is asked again after the error TTL of ten seconds only.
        assert_within(run.mean("cdn", Metric::OriginRequests, 80..120), 400.0 / 11.0 * 0.9, 400.0 / 11.0 * 1.1);
    });
}

#[test]
fn cf_17_what_was_flushed_is_no_stale_copy() {
    let distribution = Cloudfront { default_ttl_s: 2.0, ..Cloudfront::default() };
    let mut draft = site(400.0, distribution, Origin::default(), quick_bucket());
    draft.at(60, Action::S3Throttling { part: pid("web"), remaining: 0.0, for_s: 0 });
    draft.at(61, Action::CacheFlush { part: pid("cdn") });
    each_seed(&draft, |run| {
        let after = run.tally(62..120);
        assert_eq!((after.error_share(), after.kinds()), (1.0, vec![Outcome::ServiceUnavailable]));
    });
}

/// What reads on the default behaviour of a private bucket end with, and what was replaced.
fn api_at_the_bucket(distribution: Cloudfront) -> (Vec<Outcome>, f64) {
    let mut draft = site(20.0, distribution, Origin::default(), quick_bucket());
    draft.users(20.0, |_| {});
    let run = Measured::new(&draft.seed(1));
    let all = run.tally(0..120);
    let replaced = run.values("cdn", Metric::CustomErrorResponses, 0..120).iter().sum::<f64>();
    (if all.failures.is_empty() { vec![Outcome::Ok] } else { all.kinds() }, replaced / all.ended() as f64)
}

#[test]
fn s34_the_error_page_of_the_app_hides_a_403_of_the_api() {
    assert_eq!(api_at_the_bucket(Cloudfront::default()), (vec![Outcome::Forbidden], 0.0));
    let spa = Cloudfront { spa_error_page: true, ..Cloudfront::default() };
    assert_eq!(api_at_the_bucket(spa), (vec![Outcome::Ok], 1.0));
}

#[test]
fn cf_18_a_custom_error_response_has_a_code_of_its_own() {
    let mapped = |lines: &[&str]| {
        let custom_error_responses = lines.iter().map(|line| (*line).to_owned()).collect();
        api_at_the_bucket(Cloudfront { custom_error_responses, ..Cloudfront::default() }).0
    };
    assert_eq!(mapped(&["404 /index.html 200"]), [Outcome::Forbidden]);
    assert_eq!(mapped(&["403 /index.html 404"]), [Outcome::NotFound]);
    assert_eq!(mapped(&["403 /index.html 200"]), [Outcome::Ok]);
}

#[test]
fn cf_39_without_a_default_root_object_the_front_page_is_no_key() {
    let distribution = Cloudfront { default_root_object: String::new(), ..Cloudfront::default() };
    let draft = site(100.0, distribution, Origin::default(), quick_bucket());
    let run = Measured::new(&draft.seed(1));
    // One in a hundred asks for `/`.
    assert_within(run.tally(0..120).error_share(), 0.007, 0.013);
    assert_eq!(run.tally(0..120).kinds(), [Outcome::Forbidden]);
}

#[test]
fn cf_35_what_does_not_fit_makes_room_for_what_was_asked_for_last() {
    // A location holds 50 of 100 equally popular files: half of the requests find theirs.
    let distribution = Cloudfront { cache_size_mb: 1.5, ..Cloudfront::default() };
    each_seed(&site(1000.0, distribution, Origin::default(), quick_bucket()), |run| {
        assert_within(run.mean("cdn", Metric::CacheHitRate, 20..120), 49.0, 51.0);
    });
    // Of uneven popularity the popular ones stay.
    let distribution = Cloudfront { cache_size_mb: 1.5, ..Cloudfront::default() };
    let mut draft = site(1000.0, distribution, Origin::default(), quick_bucket());
    draft.users(1000.0, |users| {
        (users.mix.assets, users.mix.reads) = (1.0, 0.0);
        (users.assets.objects, users.assets.zipf, users.payload.asset_bytes) = (100, 1.0, 30_000);
    });
    each_seed(&draft, |run| assert_within(run.mean("cdn", Metric::CacheHitRate, 20..120), 75.0, 87.0));
}

#[test]
fn cf_20_compression_leaves_a_share_of_text_within_its_window() {
    let bytes = |asset_bytes: u32, compress: bool| {
        let mut draft = site(100.0, Cloudfront::default(), Origin { compress, ..Origin::default() }, quick_bucket());
        draft.users(100.0, |users| {
            (users.mix.assets, users.mix.reads, users.payload.asset_bytes) = (1.0, 0.0, asset_bytes);
            (users.assets.objects, users.assets.zipf) = (100, 0.0);
        });
        let run = Measured::new(&draft.seed(1));
        let served = run.mean("cdn", Metric::BytesDownloaded, 5..120);
        served / run.mean("cdn", Metric::RequestCount, 5..120) / f64::from(asset_bytes)
    };
    // A quarter of the files are images; of the others 30 % are left.
    assert_within(bytes(30_000, true), 0.46, 0.49);
    assert_within(bytes(30_000, false), 0.99, 1.01);
    assert_within(bytes(999, true), 0.99, 1.01);
    assert_within(bytes(10_000_001, true), 0.99, 1.01);
}

#[test]
fn compressed_answers_take_less_time_to_a_slow_viewer() {
    let mean_ms = |compress: bool| {
        let distribution = Cloudfront { compressed_percent: 20, ..Cloudfront::default() };
        let mut draft = site(20.0, distribution, Origin { compress, ..Origin::default() }, quick_bucket());
        draft.users(20.0, |users| {
            (users.mix.assets, users.mix.reads, users.payload.asset_bytes) = (1.0, 0.0, 30_000);
            (users.assets.objects, users.assets.zipf, users.bandwidth_mbps) = (100, 0.0, 2.4);
        });
        Measured::new(&draft.seed(1)).mean_ms()
    };
    // 30 kB at 2.4 Mbit/s take 100 ms, the request 3.3 ms; three quarters of the files shrink to a fifth.
    assert_within(mean_ms(false), 102.8, 103.9);
    assert_within(mean_ms(true), 42.3, 44.8);
}

#[test]
fn cf_24_requests_beyond_the_quota_are_answered_with_503() {
    let distribution = Cloudfront { request_quota_rps: 100.0, ..Cloudfront::default() };
    each_seed(&site(200.0, distribution, Origin::default(), quick_bucket()), |run| {
        let all = run.tally(5..120);
        assert_within(all.error_share(), 0.48, 0.52);
        assert_eq!(all.kinds(), [Outcome::ServiceUnavailable]);
    });
}

#[test]
fn cf_25_throughput_beyond_the_quota_is_answered_with_503() {
    // 0.012 Gbit/s are 1.5 MB or 50 answers of 30 kB a second.
    let distribution = Cloudfront { throughput_quota_gbps: 0.012, ..Cloudfront::default() };
    let origin = Origin { compress: false, ..Origin::default() };
    each_seed(&site(200.0, distribution, origin, quick_bucket()), |run| {
        assert_within(run.mean("cdn", Metric::BytesDownloaded, 5..120), 1.49e6, 1.55e6);
        assert_eq!(run.tally(5..120).kinds(), [Outcome::ServiceUnavailable]);
    });
}

#[test]
fn cf_31_an_invalidation_reaches_one_location_after_the_other_within_its_time() {
    let mut draft = site(400.0, Cloudfront::default(), Origin::default(), quick_bucket());
    draft.lasts(240).at(100, Action::Invalidation { part: pid("cdn"), path: "/assets/*".into() });
    each_seed(&draft, |run| {
        let fetched = |from, to| run.values("cdn", Metric::OriginRequests, from..to).iter().sum::<f64>();
        assert_eq!(fetched(50, 110), 0.0);
        // Every location fetches its 99 files anew.
        assert_within(fetched(110, 240), 380.0, 396.0);
        let done = run.first_fact(100, |fact| matches!(fact, LogFact::InvalidationCompleted { .. }));
        assert_within(done, 10.0, 100.0);
        assert_eq!(run.totals().failed, 0);
    });
}

#[test]
fn an_invalidation_of_one_path_leaves_the_others() {
    let mut draft = site(400.0, Cloudfront::default(), Origin::default(), quick_bucket());
    draft.lasts(240).at(100, Action::Invalidation { part: pid("cdn"), path: "/index.html".into() });
    each_seed(&draft, |run| {
        assert_eq!(run.values("cdn", Metric::OriginRequests, 100..240).iter().sum::<f64>(), 4.0);
    });
}

#[test]
fn s3_07_a_website_endpoint_speaks_http_only() {
    let ends = |protocol| {
        let bucket = S3 { endpoint: Endpoint::Website, public_read: true, ..quick_bucket() };
        let origin = Origin { protocol, origin_access_control: false, ..Origin::default() };
        let run = Measured::new(&site(20.0, Cloudfront::default(), origin, bucket).seed(1));
        let all = run.tally(0..120);
        if all.failures.is_empty() { vec![Outcome::Ok] } else { all.kinds() }
    };
    assert_eq!(ends(OriginProtocol::Automatic), [Outcome::Ok]);
    assert_eq!(ends(OriginProtocol::HttpsOnly), [Outcome::BadGateway]);
}

#[test]
fn clients_of_a_lost_edge_location_time_out_until_dns_leads_them_elsewhere() {
    let mut draft = site(200.0, Cloudfront::default(), Origin::default(), quick_bucket());
    draft.users(200.0, |users| {
        (users.mix.assets, users.mix.reads, users.timeout_s, users.dns_minimum_s) = (1.0, 0.0, 2.0, 0.0);
        users.clients = 2000;
    });
    draft.lasts(240).at(60, Action::EdgeLocationLoss { part: pid("cdn"), for_s: 120 });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(0..60).error_share(), 0.0);
        // A quarter of the clients, whose answers of every age up to 60 s expire one after the other (R53-32).
        assert_within(run.tally(62..67).error_share(), 0.17, 0.27);
        assert_within(run.tally(90..95).error_share(), 0.06, 0.17);
        assert_eq!(run.tally(125..240).error_share(), 0.0);
        assert_eq!(run.tally(0..240).kinds(), [Outcome::ConnectTimeout]);
    });
}
