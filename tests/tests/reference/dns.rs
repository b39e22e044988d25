//! Route 53: routing policies, health checks, resolvers, and records that go wrong.

use ninepins_model::parts::{Certificate, CertificateSource, Route53, Users};
use ninepins_model::wires::{
    FailoverRole, Record, RecordCheckType, RecordHealthCheck, RequestInterval, RoutingPolicy, TargetGroup,
};
use ninepins_model::{Action, PartSettings, SecurityGroup, SecurityRule, WireSettings};
use ninepins_report::{LogFact, Metric, Outcome};
use ninepins_tests::{Draft, Measured, pid};

use super::{SEEDS, assert_within, each_seed};

/// Users of the API → Route 53, without anything that its records lead to.
fn zone(rps: f64, change: impl FnOnce(&mut Users)) -> Draft {
    let mut draft = Draft::new();
    draft.users(rps, |users| {
        users.dns_minimum_s = 0.0;
        users.keep_alive_s = 0.0;
        change(users);
    });
    draft.put("dns", None, PartSettings::Route53(Route53 { lookup_ms: 0.0, ..Route53::default() }));
    draft.wire("users", "dns", None);
    draft
}

/// A record of the API's name to an instance in a zone of its own.
fn instance(draft: &mut Draft, id: &str, subnet: &str, record: Record) {
    draft.instance(id, subnet, |instance| instance.instance_type = "m6i.4xlarge".into());
    let record = Record { name: "api.example.com".into(), ..record };
    draft.wire("dns", id, Some(WireSettings::Record(record)));
}

fn check(kind: RecordCheckType) -> RecordHealthCheck {
    RecordHealthCheck { kind, ..RecordHealthCheck::default() }
}

fn policy(policy: RoutingPolicy, ttl_s: f64) -> Record {
    Record { policy, ttl_s, ..Record::default() }
}

/// A primary in zone a with a health check, and a secondary in zone b.
fn failover(interval: RequestInterval) -> Draft {
    let mut draft = zone(100.0, |users| (users.resolvers, users.timeout_s) = (400, 1.0));
    let primary = Record {
        health_check: RecordHealthCheck { request_interval: interval, ..check(RecordCheckType::Http) },
        ..policy(RoutingPolicy::Failover, 60.0)
    };
    instance(&mut draft, "one", "net-a", primary);
    let secondary = Record { failover: FailoverRole::Secondary, ..policy(RoutingPolicy::Failover, 60.0) };
    instance(&mut draft, "two", "net-b", secondary);
    draft.lasts(400).at(100, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 0 });
    draft
}

fn flip(run: &Measured, from: u32) -> Option<f64> {
    run.first_fact(from, |fact| matches!(fact, LogFact::RecordUnhealthy { .. }))
}

#[test]
fn s23_a_vanished_primary_is_unhealthy_after_72_to_102_seconds() {
    // A checker's third failure is at φ + 2·30 + 3·4 s; at the 14th of 16 no more than 18 % say healthy.
    let flips = SEEDS.map(|seed| flip(&Measured::new(&failover(RequestInterval::Standard).seed(seed)), 100).unwrap());
    for flip in flips {
        assert_within(flip, 83.0, 102.2);
    }
    assert_within(flips.iter().sum::<f64>() / 3.0, 91.0, 101.0);
}

#[test]
fn s23_all_fail_until_then_and_recover_evenly_within_a_ttl() {
    each_seed(&failover(RequestInterval::Standard), |run| {
        let flip = 100 + flip(run, 100).unwrap() as u32;
        assert_eq!(run.tally(0..100).error_share(), 0.0);
        assert_within(run.tally(102..flip).error_share(), 0.999, 1.0);
        assert_within(run.tally(flip + 25..flip + 37).error_share(), 0.40, 0.62);
        assert_eq!(run.tally(flip + 64..400).error_share(), 0.0);
    });
}

#[test]
fn s23_fast_checks_find_it_after_32_to_42_seconds() {
    each_seed(&failover(RequestInterval::Fast), |run| assert_within(flip(run, 100), 32.0, 42.2));
}

#[test]
fn a_check_over_tcp_waits_ten_seconds_for_a_connection() {
    // φ + 2·30 + 3·10.
    let mut draft = failover(RequestInterval::Standard);
    for wire in draft.design.wires.values_mut() {
        if let Some(WireSettings::Record(record)) = &mut wire.settings
            && record.health_check.kind == RecordCheckType::Http
        {
            record.health_check.kind = RecordCheckType::Tcp;
        }
    }
    each_seed(&draft, |run| assert_within(flip(run, 100), 90.0, 120.2));
}

#[test]
fn a_terminated_primary_that_comes_back_is_healthy_again_after_three_passes() {
    let mut draft = failover(RequestInterval::Standard);
    draft.design.scenario.events.clear();
    draft.lasts(500).at(100, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 150 });
    each_seed(&draft, |run| {
        // The instance boots after the power is back; the third of 16 checkers has passed thrice.
        let healthy = run.first_fact(100, |fact| matches!(fact, LogFact::RecordHealthy { .. }));
        assert_within(healthy, 150.0 + 60.0, 150.0 + 90.0 + 120.0);
        assert_eq!(run.tally(470..500).error_share(), 0.0);
    });
}

/// Two weighted instances that admit the users alone, so that no checker reaches them.
fn unreachable_by_checkers(first: Record, second: Record) -> Draft {
    let mut draft = zone(100.0, |users| users.clients = 2000);
    instance(&mut draft, "one", "net-a", Record { health_check: check(RecordCheckType::Http), ..first });
    instance(&mut draft, "two", "net-b", Record { health_check: check(RecordCheckType::Http), ..second });
    let rule = SecurityRule { from: "users".into(), port: 8080 };
    draft
        .design
        .security_groups
        .insert("app".into(), SecurityGroup { inbound: vec![rule], ..SecurityGroup::default() });
    for id in ["one", "two"] {
        if let Some(PartSettings::Ec2(ec2)) = draft.design.parts.get_mut(&pid(id)).map(|part| &mut part.settings) {
            ec2.security_groups = vec!["app".into()];
        }
    }
    draft.lasts(400);
    draft
}

#[test]
fn s25_when_all_are_unhealthy_all_are_answered() {
    let weighted = || policy(RoutingPolicy::Weighted, 0.0);
    each_seed(&unreachable_by_checkers(weighted(), weighted()), |run| {
        assert_eq!(run.count(|fact| matches!(fact, LogFact::RecordUnhealthy { .. })), 2);
        assert_eq!(run.tally(0..400).error_share(), 0.0);
        assert_within(run.mean("one", Metric::RequestCount, 200..400), 47.5, 52.5);
    });
}

#[test]
fn s25_when_both_are_unhealthy_the_primary_is_answered() {
    let role = |failover| Record { failover, ..policy(RoutingPolicy::Failover, 0.0) };
    each_seed(&unreachable_by_checkers(role(FailoverRole::Primary), role(FailoverRole::Secondary)), |run| {
        assert_eq!(run.count(|fact| matches!(fact, LogFact::RecordUnhealthy { .. })), 2);
        // Each flips at its own moment of the first two minutes.
        assert_eq!(run.mean("two", Metric::RequestCount, 120..400), 0.0);
        assert_eq!(run.tally(0..400).error_share(), 0.0);
    });
}

#[test]
fn s26_a_canary_of_weight_1_beside_255_gets_one_in_256_lookups() {
    let mut draft = zone(1000.0, |users| users.clients = 5000);
    instance(&mut draft, "canary", "net-a", Record { weight: 1, ..policy(RoutingPolicy::Weighted, 0.0) });
    instance(&mut draft, "main", "net-b", Record { weight: 255, ..policy(RoutingPolicy::Weighted, 0.0) });
    draft.lasts(100);
    each_seed(&draft, |run| {
        let lookups: f64 = run.values("dns", Metric::DnsQueries, 0..100).iter().sum();
        let canary: f64 = run.values("canary", Metric::RequestCount, 0..100).iter().sum();
        assert_within(lookups, 99_000.0, 101_000.0);
        assert_within(canary / lookups, 0.0033, 0.0045);
    });
}

#[test]
fn s26_one_big_resolver_gives_its_clients_all_or_nothing() {
    let mut draft = zone(100.0, |users| users.resolvers = 1);
    instance(&mut draft, "one", "net-a", policy(RoutingPolicy::Weighted, 20.0));
    instance(&mut draft, "two", "net-b", policy(RoutingPolicy::Weighted, 20.0));
    draft.lasts(300);
    each_seed(&draft, |run| {
        let mixed =
            run.values("one", Metric::RequestCount, 0..300).into_iter().filter(|rate| (20.0..80.0).contains(rate));
        // Only the seconds in which the answer changes are mixed.
        assert!(mixed.count() <= 16);
        let queries: f64 = run.values("dns", Metric::DnsQueries, 0..300).iter().sum();
        assert_within(queries, 13.0, 16.0);
    });
}

#[test]
fn a_record_of_weight_0_answers_only_when_the_others_are_unhealthy() {
    let mut draft = zone(100.0, |_| {});
    let checked = Record { health_check: check(RecordCheckType::Http), ..policy(RoutingPolicy::Weighted, 0.0) };
    instance(&mut draft, "one", "net-a", Record { weight: 5, ..checked });
    instance(&mut draft, "two", "net-b", Record { weight: 0, ..policy(RoutingPolicy::Weighted, 0.0) });
    draft.lasts(400).at(100, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 0 });
    each_seed(&draft, |run| {
        assert_eq!(run.mean("two", Metric::RequestCount, 0..172), 0.0);
        assert_within(run.mean("two", Metric::RequestCount, 205..400), 97.0, 103.0);
    });
}

#[test]
fn a_multivalue_answer_leaves_unhealthy_values_out() {
    let mut draft = zone(300.0, |users| users.resolvers = 50);
    for (id, subnet) in [("one", "net-a"), ("two", "net-b"), ("three", "net-c")] {
        let record = Record { health_check: check(RecordCheckType::Http), ..policy(RoutingPolicy::Multivalue, 10.0) };
        instance(&mut draft, id, subnet, record);
    }
    draft.lasts(400).at(100, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 0 });
    each_seed(&draft, |run| {
        assert_within(run.mean("one", Metric::RequestCount, 0..100), 90.0, 110.0);
        assert_eq!(run.tally(225..400).error_share(), 0.0);
        assert_within(run.mean("two", Metric::RequestCount, 225..400), 140.0, 160.0);
    });
}

/// Users in Tokyo, and a record of this policy to Seoul and to Virginia.
fn two_regions(of: RoutingPolicy, location: &str) -> Draft {
    let mut draft = zone(100.0, |users| users.location = location.into());
    let mut seoul = policy(of, 0.0);
    seoul.location = "AS".into();
    instance(&mut draft, "one", "net-a", seoul);
    let region = ninepins_model::parts::Region { code: "us-east-1".into(), ..Default::default() };
    draft.put("virginia", None, PartSettings::Region(region));
    draft.put("vpc-2", Some("virginia"), PartSettings::Vpc(Default::default()));
    draft.put("az-v", Some("vpc-2"), PartSettings::Az(ninepins_model::parts::Az { zone: "us-east-1a".into() }));
    let routes = [("0.0.0.0/0".to_owned(), ninepins_model::parts::RouteTarget::InternetGateway)].into();
    let subnet = ninepins_model::parts::Subnet { cidr: "10.0.0.0/24".into(), routes, ..Default::default() };
    draft.put("net-v", Some("az-v"), PartSettings::Subnet(subnet));
    instance(&mut draft, "two", "net-v", policy(of, 0.0));
    draft.lasts(60);
    draft
}

#[test]
fn a_latency_record_answers_with_the_nearer_region() {
    let run = Measured::new(&two_regions(RoutingPolicy::Latency, "ap-northeast-1").seed(1));
    assert_eq!(run.mean("two", Metric::RequestCount, 0..60), 0.0);
    let run = Measured::new(&two_regions(RoutingPolicy::Latency, "eu-west-1").seed(1));
    assert_eq!(run.mean("one", Metric::RequestCount, 0..60), 0.0);
    // Two round trips of 67 ms and 9 ms of work.
    assert_within(run.mean_ms(), 142.0, 144.5);
}

#[test]
fn a_geolocation_record_answers_its_continent_and_the_default_the_rest() {
    let asia = Measured::new(&two_regions(RoutingPolicy::Geolocation, "ap-northeast-1").seed(1));
    assert_eq!(asia.mean("two", Metric::RequestCount, 0..60), 0.0);
    for location in ["eu-west-1", ""] {
        let elsewhere = Measured::new(&two_regions(RoutingPolicy::Geolocation, location).seed(1));
        assert_eq!(elsewhere.mean("one", Metric::RequestCount, 0..60), 0.0);
        assert_eq!(elsewhere.totals().failed, 0);
    }
}

/// A record to a load balancer with one target that is lost at 100 s, and one to an instance.
fn target_health(evaluate: bool) -> Draft {
    let mut draft = zone(100.0, |_| {});
    draft.alb(&["net-a", "net-b"], |alb| alb.certificate = None);
    draft.design.wires.pop_last();
    draft.instance("lost", "net-b", |_| {}).wire(
        "alb",
        "lost",
        Some(WireSettings::TargetGroup(TargetGroup::default())),
    );
    draft.put("cert", Some("seoul"), PartSettings::Certificate(Certificate::default()));
    if let Some(PartSettings::Alb(alb)) = draft.design.parts.get_mut(&pid("alb")).map(|part| &mut part.settings) {
        alb.certificate = Some(pid("cert"));
    }
    let name = "api.example.com".to_owned();
    let first = Record { name, evaluate_target_health: evaluate, ..policy(RoutingPolicy::Failover, 60.0) };
    draft.wire("dns", "alb", Some(WireSettings::Record(first)));
    let second = Record { failover: FailoverRole::Secondary, ..policy(RoutingPolicy::Failover, 60.0) };
    instance(&mut draft, "other", "net-a", second);
    draft.lasts(400).at(100, Action::Partition { part: pid("alb"), other: pid("lost"), for_s: 0 });
    draft
}

#[test]
fn an_alias_that_evaluates_its_targets_fails_over_when_none_is_healthy() {
    // Unhealthy at both nodes within 35 to 65 s; then caches run out.
    each_seed(&target_health(true), |run| assert_eq!(run.tally(240..400).error_share(), 0.0));
    each_seed(&target_health(false), |run| assert_eq!(run.tally(240..400).error_share(), 1.0));
}

#[test]
fn alias_queries_are_free_and_others_are_billed() {
    let run = Measured::new(&target_health(true).seed(1));
    let sum = |metric, seconds| run.values("dns", metric, seconds).iter().sum::<f64>();
    assert_eq!(sum(Metric::DnsQueriesBilled, 0..100), 0.0);
    assert!(sum(Metric::DnsQueries, 0..100) > 100.0);
    assert_eq!(sum(Metric::DnsQueriesBilled, 250..400), sum(Metric::DnsQueries, 250..400));
}

#[test]
fn in_a_dns_outage_cached_answers_live_on_until_their_ttl() {
    let mut draft = zone(100.0, |users| (users.clients, users.timeout_s) = (200, 10.0));
    instance(&mut draft, "one", "net-a", policy(RoutingPolicy::Simple, 60.0));
    draft.lasts(300).at(100, Action::DnsOutage { part: pid("dns"), for_s: 100 });
    each_seed(&draft, |run| {
        // The share of caches that have run out grows evenly over the TTL.
        assert_within(run.tally(130..140).error_share(), 0.35, 0.65);
        let after = run.tally(170..200);
        assert_eq!((after.error_share(), after.kinds()), (1.0, vec![Outcome::DnsFailure]));
        assert_eq!(run.tally(207..300).error_share(), 0.0);
    });
}

#[test]
fn a_wrong_record_is_kept_for_its_ttl_after_it_was_corrected() {
    let mut draft = zone(100.0, |users| (users.clients, users.timeout_s) = (200, 1.0));
    instance(&mut draft, "one", "net-a", policy(RoutingPolicy::Simple, 60.0));
    draft.lasts(300).at(100, Action::WrongRecord { part: pid("dns"), to: pid("one"), instead: None, for_s: 80 });
    each_seed(&draft, |run| {
        let during = run.tally(165..180);
        assert_eq!((during.error_share(), during.kinds()), (1.0, vec![Outcome::ConnectTimeout]));
        assert_within(run.tally(205..215).error_share(), 0.35, 0.65);
        assert_eq!(run.tally(246..300).error_share(), 0.0);
    });
}

#[test]
fn a_client_that_keeps_answers_for_ever_never_notices_a_failover() {
    let mut draft = failover(RequestInterval::Standard);
    if let Some(PartSettings::Users(users)) = draft.design.parts.get_mut(&pid("users")).map(|part| &mut part.settings) {
        users.dns_forever = true;
    }
    each_seed(&draft, |run| assert_within(run.tally(300..400).error_share(), 0.999, 1.0));
}

/// A load balancer with a certificate, a checked primary, and a secondary that would serve.
fn certificate(settings: Certificate) -> Draft {
    let mut draft = zone(50.0, |_| {});
    draft.put("cert", Some("seoul"), PartSettings::Certificate(settings));
    draft.alb(&["net-a"], |alb| alb.certificate = Some(pid("cert")));
    draft.design.wires.pop_last();
    draft.asg(&["net-a"], |group| group.desired = 1, |_| {});
    let name = "api.example.com".to_owned();
    let health_check = check(RecordCheckType::Https);
    let first = Record { name, health_check, ..policy(RoutingPolicy::Failover, 60.0) };
    draft.wire("dns", "alb", Some(WireSettings::Record(first)));
    let second = Record { failover: FailoverRole::Secondary, ..policy(RoutingPolicy::Failover, 60.0) };
    instance(&mut draft, "other", "net-b", second);
    draft.lasts(400);
    draft
}

#[test]
fn s36_checkers_do_not_mind_an_expired_certificate_so_nothing_fails_over() {
    let imported = Certificate { expires_in_days: 0.0, source: CertificateSource::Imported, ..Certificate::default() };
    each_seed(&certificate(imported), |run| {
        let all = run.tally(0..400);
        assert_eq!((all.error_share(), all.kinds()), (1.0, vec![Outcome::TlsFailure]));
        assert_eq!(flip(run, 0), None);
    });
}

#[test]
fn s36_a_certificate_that_acm_issued_is_renewed_while_its_record_is_there() {
    // 100 s from its end.
    let issued = |validation_record| Certificate {
        expires_in_days: 100.0 / 86_400.0,
        validation_record,
        ..Certificate::default()
    };
    each_seed(&certificate(issued(true)), |run| {
        assert_eq!(run.totals().failed, 0);
        assert_eq!(run.count(|fact| matches!(fact, LogFact::CertificateRenewed)), 1);
    });
    each_seed(&certificate(issued(false)), |run| {
        assert_eq!(run.tally(0..100).error_share(), 0.0);
        assert_eq!(run.tally(101..400).error_share(), 1.0);
    });
}

#[test]
fn a_removed_validation_record_stops_the_renewal_until_it_is_back() {
    let issued = Certificate { expires_in_days: 60.0 + 50.0 / 86_400.0, ..Certificate::default() };
    let mut draft = certificate(issued);
    draft.at(10, Action::ValidationRecordRemoval { part: pid("cert"), for_s: 100 });
    each_seed(&draft, |run| {
        let renewed = run.first_fact(0, |fact| matches!(fact, LogFact::CertificateRenewed));
        assert_eq!(renewed, Some(110.0));
    });
}

/// The record of the draft that leads to this part.
fn record_of<'a>(draft: &'a mut Draft, to: &str) -> &'a mut Record {
    let to = pid(to);
    let mut wires = draft.design.wires.values_mut();
    let wire = wires.find(|wire| wire.to == to && wire.from == pid("dns")).unwrap();
    match &mut wire.settings {
        Some(WireSettings::Record(record)) => record,
        _ => panic!("the wire is a record"),
    }
}

#[test]
fn a_search_string_beyond_the_first_5120_bytes_is_never_found() {
    let mut draft = failover(RequestInterval::Standard);
    draft.design.scenario.events.clear();
    record_of(&mut draft, "one").health_check.search_string_end = 5_121;
    each_seed(&draft, |run| assert_within(flip(run, 0), 60.0, 92.0));
    record_of(&mut draft, "one").health_check.search_string_end = 5_120;
    each_seed(&draft, |run| assert_eq!(flip(run, 0), None));
}

#[test]
fn an_inverted_check_of_a_healthy_primary_answers_with_the_secondary() {
    let mut draft = failover(RequestInterval::Standard);
    draft.design.scenario.events.clear();
    record_of(&mut draft, "one").health_check.inverted = true;
    each_seed(&draft, |run| assert_eq!(run.mean("one", Metric::RequestCount, 0..400).round(), 1.0));
}

#[test]
fn a_calculated_check_follows_its_children() {
    // The primary's record is healthy while the check of the third instance is.
    let mut draft = failover(RequestInterval::Standard);
    draft.design.scenario.events.clear();
    draft.at(100, Action::ZonePowerLoss { zone: "zone-c".into(), for_s: 0 });
    instance(&mut draft, "three", "net-c", Record::default());
    let other = record_of(&mut draft, "three");
    other.name = "other.example.com".into();
    other.health_check = check(RecordCheckType::Http);
    let parent = &mut record_of(&mut draft, "one").health_check;
    (parent.kind, parent.children) = (RecordCheckType::Calculated, vec!["three".into()]);
    each_seed(&draft, |run| {
        let fact = |fact: &LogFact| matches!(fact, LogFact::RecordUnhealthy { of: 0, .. });
        assert_within(run.first_fact(100, fact), 72.0, 102.2);
        assert_within(run.mean("two", Metric::RequestCount, 270..400), 95.0, 105.0);
        assert_eq!(run.totals().failed, 0);
    });
}

#[test]
fn an_alarm_check_follows_the_minutes_metric_and_its_delay() {
    // No target is healthy from 135 to 165 s on: the minute that ends at 180 s says so, 60 s later.
    let mut draft = target_health(false);
    record_of(&mut draft, "alb").health_check = check(RecordCheckType::CloudwatchAlarm);
    each_seed(&draft, |run| assert_eq!(flip(run, 0), Some(240.0)));
}

#[test]
fn behind_a_cname_addresses_change_within_a_minute_and_the_record_within_its_ttl() {
    let mut draft = target_health(false);
    draft.design.scenario.events.clear();
    draft.at(100, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 0 });
    let record = record_of(&mut draft, "alb");
    (record.alias, record.ttl_s) = (false, 300.0);
    each_seed(&draft, |run| {
        // The node leaves DNS at 130 s and the last caches of its address at 190 s.
        assert_within(run.tally(105..125).error_share(), 0.3, 0.7);
        assert_eq!(run.tally(202..400).error_share(), 0.0);
        // 200 clients ask for the record once in 300 s, all of which is billed.
        let queries = run.mean("dns", Metric::DnsQueriesBilled, 0..400);
        assert_within(queries, 0.5, 0.8);
    });
}

#[test]
fn a_cname_at_the_apex_is_refused_and_a_wildcard_answers_for_names_below() {
    let mut draft = zone(50.0, |_| {});
    instance(&mut draft, "one", "net-a", Record::default());
    record_of(&mut draft, "one").name = "*.example.com".into();
    draft.lasts(30);
    assert_eq!(Measured::new(&draft.seed(1)).totals().failed, 0);
    let mut draft = target_health(false);
    let record = record_of(&mut draft, "alb");
    (record.name, record.alias) = (String::new(), false);
    draft.users(50.0, |users| (users.api_host, users.dns_minimum_s) = ("example.com".into(), 0.0));
    let all = Measured::new(&draft.seed(1)).tally(0..60);
    assert_eq!((all.error_share(), all.kinds()), (1.0, vec![Outcome::DnsFailure]));
}

/// A record to one instance that someone points at another for 80 s, and what that one answers.
fn led_elsewhere(change: impl FnOnce(&mut Draft)) -> Draft {
    let mut draft = zone(50.0, |users| users.timeout_s = 1.0);
    instance(&mut draft, "one", "net-a", policy(RoutingPolicy::Simple, 30.0));
    draft.instance("two", "net-b", |instance| instance.instance_type = "m6i.4xlarge".into());
    // Its own record admits the world.
    let other = Record { name: "other.example.com".into(), ..policy(RoutingPolicy::Simple, 30.0) };
    draft.wire("dns", "two", Some(WireSettings::Record(other)));
    change(&mut draft);
    let instead = Some(pid("two"));
    draft.lasts(300).at(100, Action::WrongRecord { part: pid("dns"), to: pid("one"), instead, for_s: 80 });
    draft
}

#[test]
fn a_record_that_leads_to_another_part_moves_clients_there_within_a_ttl_and_back() {
    each_seed(&led_elsewhere(|_| {}), |run| {
        assert_eq!(run.totals().failed, 0);
        assert_eq!(run.mean("two", Metric::RequestCount, 0..100), 0.0);
        // Half of the 30 s have passed on average when a client asks again.
        assert_within(run.mean("two", Metric::RequestCount, 100..130), 20.0, 30.0);
        assert_eq!(run.mean("one", Metric::RequestCount, 131..180), 0.0);
        assert_within(run.mean("two", Metric::RequestCount, 131..180), 46.0, 54.0);
        assert_eq!(run.mean("two", Metric::RequestCount, 211..300), 0.0);
    });
}

#[test]
fn where_the_other_parts_certificate_has_not_the_name_the_event_is_why() {
    let draft = led_elsewhere(|draft| {
        let names = vec!["other.example.com".into()];
        draft.put("cert", Some("seoul"), PartSettings::Certificate(Certificate { names, ..Certificate::default() }));
        let alb = ninepins_model::parts::Alb { certificate: Some(pid("cert")), ..Default::default() };
        draft.put("two", Some("vpc"), PartSettings::Alb(alb));
        let Some(PartSettings::Alb(alb)) = draft.design.parts.get_mut(&pid("two")).map(|part| &mut part.settings)
        else {
            panic!("it was put there")
        };
        alb.subnets = vec![pid("net-b")];
    });
    each_seed(&draft, |run| {
        let during = run.tally(131..180);
        assert_eq!(during.kinds(), [Outcome::TlsFailure]);
        assert_eq!(run.tally(211..300).error_share(), 0.0);
        let mut failures = run.within(0..300).flat_map(|window| &window.failures);
        assert!(failures.all(|failure| failure.cause.because == ninepins_report::Because::Event(0)));
    });
}

/// A multivalue answer of two instances, the first of which loses its power or its application at 100 s. Answers live for an
/// hour.
fn two_values(action: Action, change: impl Fn(&mut Users)) -> Draft {
    let mut draft = zone(100.0, |users| {
        (users.timeout_s, users.resolvers) = (10.0, 20);
        change(users);
    });
    for (id, net) in [("one", "net-a"), ("two", "net-b")] {
        instance(&mut draft, id, net, policy(RoutingPolicy::Multivalue, 3_600.0));
    }
    draft.lasts(200).at(100, action);
    draft
}

fn power_loss() -> Action {
    Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 0 }
}

#[test]
fn a_client_that_tries_one_address_fails_with_it_and_one_that_tries_the_next_waits_its_connect_timeout_once() {
    let patient = |tried: u32| {
        move |users: &mut Users| (users.addresses_tried, users.connect_timeout_s, users.clients) = (tried, 2.0, 1_000)
    };
    each_seed(&two_values(power_loss(), patient(1)), |run| {
        let after = run.tally(105..200);
        assert_eq!(after.kinds(), [Outcome::ConnectTimeout]);
        assert_within(after.error_share(), 0.4, 0.6);
    });
    each_seed(&two_values(power_loss(), patient(2)), |run| {
        assert_eq!(run.tally(103..200).kinds(), []);
        // Each of the thousand clients that had the first address waits for 2 s once.
        for window in run.within(103..110) {
            assert_within(f64::from(window.p95_us) / 1e6, 2.0, 2.2);
        }
    });
}

#[test]
fn a_refused_connection_costs_a_round_trip_where_the_next_address_is_tried() {
    let crash = || Action::ApplicationCrash { target: ninepins_tests::target("one/1"), for_s: 0 };
    each_seed(&two_values(crash(), |_| {}), |run| assert_within(run.tally(105..200).error_share(), 0.4, 0.6));
    each_seed(&two_values(crash(), |users| users.addresses_tried = 2), |run| {
        // What was on the instance when it crashed was reset, nothing else.
        assert!(run.tally(101..200).kinds().is_empty());
    });
}

#[test]
fn a_client_tries_the_other_node_of_a_load_balancer_where_no_resolver_keeps_the_answer() {
    let mut draft = Draft::new();
    draft.lasts(130).users(50.0, |users| {
        (users.addresses_tried, users.connect_timeout_s, users.timeout_s) = (2, 1.0, 5.0);
    });
    draft.alb(&["net-a", "net-b"], |_| {}).asg(&["net-b"], |group| group.desired = 2, |_| {});
    draft.at(100, Action::NodeLoss { part: pid("alb"), zone: "zone-a".into(), for_s: 0 });
    each_seed(&draft, |run| assert!(run.tally(105..130).kinds().is_empty()));
}
