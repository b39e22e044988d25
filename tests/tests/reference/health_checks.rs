//! Where health checks go: their path and their port.

use ninepins_model::parts::{Application, Ec2};
use ninepins_model::wires::{
    CheckProtocol, HealthCheck, NlbHealthCheck, NlbTargetGroup, Record, RecordCheckType, RecordHealthCheck,
};
use ninepins_model::{PartSettings, SecurityGroup, SecurityRule, WireSettings};
use ninepins_report::{Because, LogEntry, LogFact, Metric};
use ninepins_tests::{Draft, pid};

use super::{assert_within, each_seed, unhealthy};

/// Three targets whose health endpoint is where `application` says, checked as `check` says.
fn checked(application: impl Fn(&mut Application), check: HealthCheck) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(200).users(50.0, |_| {}).alb(&["net-a"], |_| {});
    let change = |targets: &mut ninepins_model::wires::TargetGroup| targets.health_check = check;
    draft.asg(&["net-a"], |group| (group.desired = 3, application(&mut group.application)).0, change);
    draft
}

fn asks(path: &str, port: u32, codes: &str) -> HealthCheck {
    HealthCheck { path: path.into(), port, success_codes: codes.into(), ..HealthCheck::default() }
}

fn because_of_the_design(entry: &LogEntry) -> bool {
    unhealthy(&entry.fact) && entry.because == Because::Configuration
}

#[test]
fn alb_07_a_path_that_the_application_does_not_know_fails_every_check_and_no_request() {
    let endpoint = |application: &mut Application| application.health_path = "/actuator/health".into();
    each_seed(&checked(endpoint, asks("/", 0, "200")), |run| {
        assert_within(run.first(0, because_of_the_design), 30.0, 60.0);
        assert_eq!(run.mean("alb", Metric::UnHealthyHostCount, 61..200), 3.0);
        assert_eq!(run.totals().failed, 0);
    });
    for good in [asks("/actuator/health", 0, "200"), asks("/", 0, "200-404")] {
        each_seed(&checked(endpoint, good.clone()), |run| {
            assert_eq!(run.mean("alb", Metric::HealthyHostCount, 61..200), 3.0);
        });
    }
}

#[test]
fn alb_07_a_port_where_nothing_listens_refuses_every_check() {
    each_seed(&checked(|_| {}, asks("/", 9_000, "200-499")), |run| {
        assert_within(run.first(0, because_of_the_design), 30.0, 60.0);
        assert_eq!(run.totals().failed, 0);
    });
}

#[test]
fn a_management_port_answers_checks_at_its_own_path_alone() {
    let endpoint = |application: &mut Application| {
        (application.health_path, application.health_port) = ("/actuator/health".into(), 8_081);
    };
    for (check, healthy) in [
        (asks("/actuator/health", 8_081, "200"), 3.0),
        (asks("/", 8_081, "200"), 0.0),
        (asks("/actuator/health", 0, "200"), 0.0),
    ] {
        each_seed(&checked(endpoint, check.clone()), |run| {
            assert_eq!(run.mean("alb", Metric::HealthyHostCount, 70..200), healthy);
        });
    }
}

#[test]
fn alb_54_checks_at_a_port_that_no_rule_admits_time_out() {
    let mut draft = checked(|application| application.health_port = 8_081, asks("/", 8_081, "200"));
    let rule = |port| SecurityRule { from: "alb".into(), port };
    let mut group = SecurityGroup { inbound: vec![rule(8_080)], ..SecurityGroup::default() };
    draft.design.security_groups.insert("api".into(), group.clone());
    let Some(PartSettings::Asg(asg)) = draft.design.parts.get_mut(&pid("api")).map(|part| &mut part.settings) else {
        panic!("it has a group")
    };
    asg.security_groups = vec!["api".into()];
    each_seed(&draft, |run| {
        assert_within(run.first_fact(0, unhealthy), 35.0, 65.0);
        assert_eq!(run.totals().failed, 0);
    });
    group.inbound.push(rule(8_081));
    draft.design.security_groups.insert("api".into(), group);
    each_seed(&draft, |run| assert_eq!(run.count(unhealthy), 0));
}

#[test]
fn nlb_06_a_tcp_check_needs_a_port_and_an_http_check_a_path() {
    for (protocol, path, port, healthy) in [
        (CheckProtocol::Tcp, "/lost", 0, 1.0),
        (CheckProtocol::Tcp, "/", 9_000, 0.0),
        (CheckProtocol::Http, "/", 0, 1.0),
        (CheckProtocol::Http, "/lost", 0, 0.0),
    ] {
        let mut draft = Draft::new();
        draft.lasts(150).users(10.0, |_| {});
        let nlb = ninepins_model::parts::Nlb { subnets: vec![pid("net-a")], ..Default::default() };
        draft.put("nlb", Some("vpc"), PartSettings::Nlb(nlb)).wire("users", "nlb", None);
        draft.instance("one", "net-a", |_: &mut Ec2| {});
        let health_check = NlbHealthCheck { protocol, path: path.into(), port, ..NlbHealthCheck::default() };
        let group = NlbTargetGroup { health_check, ..NlbTargetGroup::default() };
        draft.wire("nlb", "one", Some(WireSettings::NlbTargetGroup(group)));
        each_seed(&draft, |run| assert_eq!(run.mean("nlb", Metric::HealthyHostCount, 70..150), healthy));
    }
}

#[test]
fn r53_05_a_checked_path_or_port_that_is_not_there_makes_the_record_unhealthy() {
    for (path, port, expected) in [("/", 0, 0), ("/lost", 0, 1), ("/", 9_000, 1), ("/", 8_080, 0)] {
        let mut draft = Draft::new();
        draft.lasts(200).users(5.0, |users| users.api_host = "example.com".into());
        draft.put("dns", None, PartSettings::Route53(ninepins_model::parts::Route53::default()));
        draft.wire("users", "dns", None).instance("one", "net-a", |_: &mut Ec2| {});
        let kind = RecordCheckType::Http;
        let health_check = RecordHealthCheck { kind, path: path.into(), port, ..RecordHealthCheck::default() };
        let record = Record { health_check, ttl_s: 60.0, ..Record::default() };
        draft.wire("dns", "one", Some(WireSettings::Record(record)));
        each_seed(&draft, |run| {
            assert_eq!(run.count(|fact| matches!(fact, LogFact::RecordUnhealthy { .. })), expected, "{path} {port}");
        });
    }
}
