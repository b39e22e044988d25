//! S3: who may read, missing keys, rates by prefix, throttling.

use ninepins_model::parts::{Cloudfront, Endpoint, Route53, S3};
use ninepins_model::wires::{CachePolicy, Origin};
use ninepins_model::{Action, PartSettings, WireSettings};
use ninepins_report::{CauseKind, LogFact, Outcome};
use ninepins_tests::{Draft, Measured, pid};

use super::{assert_within, each_seed};

/// Files, of which a share are missing, from a bucket behind a distribution that caches nothing.
fn uncached(rps: f64, deep_links_percent: f64, origin: Origin, bucket: S3) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(60).users(rps, |users| {
        (users.mix.assets, users.mix.reads) = (1.0, 0.0);
        (users.assets.zipf, users.assets.deep_links_percent) = (0.0, deep_links_percent);
    });
    draft.put("cdn", None, PartSettings::Cloudfront(Cloudfront::default())).wire("users", "cdn", None);
    draft.put("web", Some("seoul"), PartSettings::S3(S3 { first_byte_min_ms: 0.0, first_byte_max_ms: 0.0, ..bucket }));
    let origin = Origin { cache_policy: CachePolicy::CachingDisabled, rtt_ms: 0.0, ..origin };
    draft.wire("cdn", "web", Some(WireSettings::Origin(origin)));
    draft
}

/// How files that are there and files that are missing end.
fn ends(signed: bool, bucket: S3) -> [Outcome; 2] {
    [0.0, 100.0].map(|missing| {
        let origin = Origin { origin_access_control: signed, ..Origin::default() };
        let all = Measured::new(&uncached(20.0, missing, origin, bucket.clone()).seed(1)).tally(0..60);
        all.kinds().first().copied().unwrap_or(Outcome::Ok)
    })
}

#[test]
fn s3_08_a_private_bucket_admits_signed_requests_only() {
    use Outcome::{Forbidden, NotFound, Ok};
    let bucket = |public_read: bool, list_bucket: bool| S3 { public_read, list_bucket, ..S3::default() };
    assert_eq!(ends(true, bucket(false, false)), [Ok, Forbidden]);
    assert_eq!(ends(false, bucket(false, false)), [Forbidden, Forbidden]);
    assert_eq!(ends(false, bucket(false, true)), [Forbidden, Forbidden]);
    // S3-04, S3-05.
    assert_eq!(ends(false, bucket(true, false)), [Ok, Forbidden]);
    assert_eq!(ends(false, bucket(true, true)), [Ok, NotFound]);
    assert_eq!(ends(true, bucket(false, true)), [Ok, NotFound]);
}

#[test]
fn s3_06_a_website_endpoint_answers_404_for_what_is_missing_and_403_for_what_is_private() {
    let bucket = |public_read: bool| S3 { endpoint: Endpoint::Website, public_read, ..S3::default() };
    assert_eq!(ends(false, bucket(true)), [Outcome::Ok, Outcome::NotFound]);
    // It knows no signatures, so that OAC does not help (S3-07).
    assert_eq!(ends(true, bucket(false))[0], Outcome::Forbidden);
}

#[test]
fn s3_02_each_prefix_has_a_rate_of_its_own() {
    let failed = |prefixes: u32| {
        let bucket = S3 { get_rps: 100.0, prefixes, ..S3::default() };
        let run = Measured::new(&uncached(400.0, 0.0, Origin::default(), bucket).seed(1));
        let all = run.tally(5..60);
        assert!(all.failures.keys().all(|outcome| *outcome == Outcome::ServiceUnavailable));
        all.error_share()
    };
    assert_within(failed(1), 0.73, 0.77);
    assert_within(failed(2), 0.48, 0.52);
    assert_within(failed(10), 0.0, 0.001);
}

#[test]
fn s3_03_sustained_throttling_is_over_once_the_prefix_has_been_repartitioned() {
    let bucket = S3 { get_rps: 100.0, repartition_s: 30.0, ..S3::default() };
    let mut draft = uncached(300.0, 0.0, Origin::default(), bucket);
    draft.lasts(120);
    each_seed(&draft, |run| {
        // Twice: 100, 200, 400 reads a second. The first second is served by what the prefix had left.
        assert_within(run.tally(5..29).error_share(), 0.63, 0.70);
        assert_within(run.tally(35..58).error_share(), 0.30, 0.37);
        assert_within(run.tally(65..120).error_share(), 0.0, 0.001);
        assert_eq!(run.count(|fact| matches!(fact, LogFact::PrefixRepartitioned { .. })), 2);
    });
}

#[test]
fn s3_01_writes_that_the_policy_admits_have_a_rate_of_their_own() {
    let written = |put_object: bool, put_rps: f64| {
        let bucket = S3 { put_object, put_rps, ..S3::default() };
        let mut draft = uncached(100.0, 0.0, Origin::default(), bucket);
        draft.users(100.0, |users| (users.mix.reads, users.mix.writes) = (0.0, 1.0));
        Measured::new(&draft.seed(1)).tally(5..60)
    };
    let denied = written(false, 3500.0);
    assert_eq!((denied.error_share(), denied.kinds()), (1.0, vec![Outcome::Forbidden]));
    let stored = written(true, 50.0);
    assert_within(stored.error_share(), 0.47, 0.53);
    assert_eq!(stored.kinds(), [Outcome::ServiceUnavailable]);
}

#[test]
fn a_throttled_bucket_serves_a_share_of_its_rate_and_then_all_of_it() {
    let bucket = S3 { get_rps: 1000.0, ..S3::default() };
    let mut draft = uncached(200.0, 0.0, Origin::default(), bucket);
    draft.at(20, Action::S3Throttling { part: pid("web"), remaining: 0.1, for_s: 20 });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(0..20).error_share(), 0.0);
        assert_within(run.tally(21..40).error_share(), 0.47, 0.53);
        assert_eq!(run.tally(41..60).error_share(), 0.0);
    });
}

#[test]
fn a_mistake_in_the_policy_is_a_403_for_as_long_as_it_lasts() {
    let mut draft = uncached(50.0, 0.0, Origin::default(), S3::default());
    draft.at(20, Action::BucketAccessDenied { part: pid("web"), for_s: 20 });
    each_seed(&draft, |run| {
        let during = run.tally(21..40);
        assert_eq!((during.error_share(), during.kinds()), (1.0, vec![Outcome::Forbidden]));
        assert!(
            run.within(21..40)
                .flat_map(|window| &window.failures)
                .all(|failure| failure.cause.kind == CauseKind::AccessDenied)
        );
        assert_eq!(run.tally(0..20).error_share() + run.tally(41..60).error_share(), 0.0);
    });
}

/// Cold users of files who reach a bucket directly, or by a record: how all end, and the slowest in milliseconds.
fn direct(by_record: bool, bucket: S3) -> (Vec<Outcome>, f64) {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| {
        (users.mix.assets, users.mix.reads, users.region_rtt_ms, users.keep_alive_s) = (1.0, 0.0, 100.0, 0.0);
    });
    draft.put(
        "web",
        Some("seoul"),
        PartSettings::S3(S3 { first_byte_min_ms: 50.0, first_byte_max_ms: 50.0, ..bucket }),
    );
    if by_record {
        draft.put("dns", None, PartSettings::Route53(Route53 { lookup_ms: 0.0, ..Route53::default() }));
        draft.wire("users", "dns", None).wire("dns", "web", None);
    } else {
        draft.wire("users", "web", None);
    }
    let run = Measured::new(&draft.seed(1));
    let all = run.tally(0..60);
    assert!(all.ended() > 1000);
    let ends = if all.failures.is_empty() { vec![Outcome::Ok] } else { all.kinds() };
    (ends, run.summary().latency[0].p50_us as f64 / 1e3)
}

#[test]
fn s3_08_the_direct_address_of_a_private_bucket_answers_403() {
    assert_eq!(direct(false, S3::default()).0, [Outcome::Forbidden]);
    let (ends, median_ms) = direct(false, S3 { public_read: true, ..S3::default() });
    assert_eq!(ends, [Outcome::Ok]);
    // TCP, TLS 1.3 and the request (LAT-08).
    assert_within(median_ms, 348.0, 352.0);
}

#[test]
fn s3_07_a_record_leads_to_a_website_endpoint_over_http() {
    let website = |public_read: bool| S3 { endpoint: Endpoint::Website, public_read, ..S3::default() };
    let (ends, median_ms) = direct(true, website(true));
    assert_eq!(ends, [Outcome::Ok]);
    // One round trip less: there is no TLS.
    assert_within(median_ms, 248.5, 251.5);
    assert_eq!(direct(true, website(false)).0, [Outcome::Forbidden]);
    // The REST endpoint has no certificate for a name of one's own.
    assert_eq!(direct(true, S3 { public_read: true, ..S3::default() }).0, [Outcome::TlsFailure]);
}
