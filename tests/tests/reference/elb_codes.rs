//! The codes that a load balancer answers by itself: 408, 463, 464, 561 (ALB-42).

use ninepins_model::parts::{Certificate, HttpVersion, Route53, Users};
use ninepins_model::wires::{ProtocolVersion, Record, TargetGroup};
use ninepins_model::{PartSettings, WireSettings};
use ninepins_report::{Because, CauseKind, Metric, Outcome};
use ninepins_tests::{Draft, Measured, pid};

use super::{assert_within, each_seed};

/// Users → a record → an HTTPS listener → a group.
fn https(change: impl FnOnce(&mut Users), targets: impl FnOnce(&mut TargetGroup)) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(200).users(50.0, |users| {
        (users.timeout_s, users.keep_alive_s) = (100.0, 100.0);
        change(users);
    });
    let names = vec!["*.example.com".into()];
    draft.put("cert", Some("seoul"), PartSettings::Certificate(Certificate { names, ..Certificate::default() }));
    draft.put("dns", None, PartSettings::Route53(Route53 { lookup_ms: 0.0, ..Route53::default() }));
    draft.alb(&["net-a"], |alb| alb.certificate = Some(pid("cert")));
    draft.design.wires.retain(|_, wire| wire.to != pid("alb"));
    let record = Record { name: "api.example.com".into(), ..Record::default() };
    draft.wire("users", "dns", None).wire("dns", "alb", Some(WireSettings::Record(record)));
    draft.asg(&["net-a"], |group| group.desired = 2, targets);
    draft
}

fn all_end_with(run: &Measured, outcome: Outcome, kind: CauseKind) {
    assert_eq!((run.tally(0..200).kinds(), run.totals().ok), (vec![outcome], 0));
    let mut causes = run.within(0..200).flat_map(|window| &window.failures).map(|failure| failure.cause);
    assert!(causes.all(|cause| (cause.kind, cause.because) == (kind, Because::Configuration)));
}

#[test]
fn alb_42_a_client_that_stops_for_longer_than_the_idle_timeout_gets_408_then() {
    let stalls = |seconds| move |users: &mut Users| (users.stalling_percent, users.stall_s) = (20.0, seconds);
    each_seed(&https(stalls(70.0), |_| {}), |run| {
        let later = run.tally(70..200);
        assert_eq!(later.kinds(), [Outcome::RequestTimeout]);
        assert_within(later.error_share(), 0.17, 0.23);
        assert_within(run.mean("alb", Metric::HttpCodeElb4xxCount, 70..200), 9.0, 11.0);
        assert_eq!(run.tally(0..60).kinds(), []);
    });
    each_seed(&https(stalls(50.0), |_| {}), |run| assert_eq!(run.totals().failed, 0));
}

#[test]
fn alb_42_more_than_30_addresses_get_463() {
    each_seed(&https(|users| users.forwarded_addresses = 31, |_| {}), |run| {
        all_end_with(run, Outcome::TooManyForwarded, CauseKind::TooManyForwarded);
    });
    each_seed(&https(|users| users.forwarded_addresses = 30, |_| {}), |run| assert_eq!(run.totals().failed, 0));
}

#[test]
fn alb_42_a_request_in_another_version_than_the_target_group_gets_464() {
    use HttpVersion as Client;
    use ProtocolVersion as Group;
    for (client, group, fits) in [
        (Client::Http1, Group::Http1, true),
        (Client::Http2, Group::Http1, true),
        (Client::Grpc, Group::Http1, false),
        (Client::Http1, Group::Http2, false),
        (Client::Http2, Group::Http2, true),
        (Client::Grpc, Group::Grpc, true),
        (Client::Http2, Group::Grpc, false),
    ] {
        let draft = https(|users| users.http_version = client, |targets| targets.protocol_version = group);
        each_seed(&draft, |run| match fits {
            true => assert_eq!(run.totals().failed, 0, "{client:?} {group:?}"),
            false => all_end_with(run, Outcome::ProtocolMismatch, CauseKind::ProtocolMismatch),
        });
    }
}

#[test]
fn alb_42_an_identity_providers_errors_are_561_and_its_time_is_paid_once_a_session() {
    let authenticates = |percent: f64| {
        move |targets: &mut TargetGroup| {
            let own = &mut targets.authentication;
            (own.enabled, own.latency_ms, own.error_percent) = (true, 500.0, percent);
        }
    };
    each_seed(&https(|users| users.clients = 100, authenticates(0.0)), |run| {
        assert_eq!(run.totals().failed, 0);
        // All hundred clients have come within 20 s, and nobody authenticates twice.
        let early: Vec<f64> = run.within(0..2).map(|window| f64::from(window.p50_us) / 1e3).collect();
        assert_within(early[0], 500.0, 530.0);
        assert!(run.within(60..200).all(|window| window.p99_us < 200_000));
    });
    each_seed(&https(|users| users.cookies = false, authenticates(10.0)), |run| {
        let tally = run.tally(0..200);
        assert_eq!(tally.kinds(), [Outcome::IdentityProviderError]);
        assert_within(tally.error_share(), 0.08, 0.12);
        assert_within(run.mean("alb", Metric::HttpCodeElb5xxCount, 1..200), 4.0, 6.0);
        assert_eq!(run.mean("alb", Metric::HttpCodeElb502Count, 1..200), 0.0);
    });
}

#[test]
fn an_http_listener_authenticates_nobody_and_carries_nothing_but_http_1() {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| users.http_version = HttpVersion::Grpc).alb(&["net-a"], |_| {});
    draft.asg(
        &["net-a"],
        |_| {},
        |targets| {
            (targets.authentication.enabled, targets.authentication.error_percent) = (true, 100.0);
        },
    );
    each_seed(&draft, |run| assert_eq!(run.totals().failed, 0));
}
