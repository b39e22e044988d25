//! Load balancers whose targets fail, leave and come back.

use ninepins_model::parts::{Certificate, Nlb, Route53};
use ninepins_model::wires::{
    Algorithm, CheckProtocol, ListenerRule, NlbTargetGroup, Record, StickinessCookie, TargetGroup,
};
use ninepins_model::{Action, Design, PartSettings, WireSettings};
use ninepins_tests::{Draft, pid, target};
use serde_json::json;

/// An instance whose requests are quick, and which closes idle connections after a second. The first one has a database.
fn server(draft: &mut Draft, id: &str, subnet: &str, settings: WireSettings) {
    draft.instance(id, subnet, |server| {
        server.application.read_cpu_ms = 1.0;
        server.application.keep_alive_s = 1.0;
    });
    if id == "one" {
        draft.database(|_| {}).pool(id, "db", |pool| pool.wait_timeout_s = 0.25);
    }
    let from = if matches!(settings, WireSettings::TargetGroup(_)) { "alb" } else { "nlb" };
    draft.wire(from, id, Some(settings));
}

/// What happens to the servers, whatever is in front of them.
fn troubles(draft: &mut Draft, balancer: &str) {
    draft.at(20, Action::TargetDeregistration { target: target("one/1"), for_s: 20 });
    draft.at(30, Action::BadHealthCheck { part: pid("two"), status: 404, for_s: 60 });
    draft.at(60, Action::HangInstance { target: target("three/1"), for_s: 80 });
    draft.at(100, Action::TargetDeregistration { target: target("three/1"), for_s: 20 });
    draft.at(150, Action::PrimaryFailure { part: pid("db") });
    let zone = || "zone-b".to_owned();
    draft.at(160, Action::NodeLoss { part: pid(balancer), zone: zone(), for_s: 15 });
    draft.at(230, Action::ZonalShift { part: pid(balancer), zone: zone(), for_s: 20 });
}

/// Two zones and three targets in one group of the API, one beside it, a third for its assets.
fn application(change: impl Fn(&mut TargetGroup)) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(280).users(20.0, |users| {
        (users.mix.assets, users.mix.reads) = (1.0, 3.0);
        (users.clients, users.keep_alive_s, users.timeout_s) = (40, 300.0, 70.0);
        (users.dns_minimum_s, users.region_rtt_ms) = (0.0, 10.0);
    });
    draft.alb(&["net-a", "net-b"], |alb| (alb.starting_capacity_lcu, alb.idle_timeout_s) = (1.0, 30.0));
    let rule = |path: &str, priority| ListenerRule { path: path.into(), priority, ..ListenerRule::default() };
    for (id, subnet) in [("one", "net-a"), ("two", "net-b"), ("three", "net-a")] {
        let mut group = TargetGroup { name: "api".into(), rule: rule("/api/*", 2), ..TargetGroup::default() };
        group.health_check.interval_s = 5.0;
        group.health_check.timeout_s = 2.0;
        group.deregistration_delay_s = 10.0;
        change(&mut group);
        server(&mut draft, id, subnet, WireSettings::TargetGroup(group));
    }
    let beside = TargetGroup { name: "beside".into(), rule: rule("/api/*", 2), ..TargetGroup::default() };
    server(&mut draft, "beside", "net-b", WireSettings::TargetGroup(beside));
    let later = TargetGroup { name: "later".into(), rule: rule("/api/c*", 3), ..TargetGroup::default() };
    server(&mut draft, "later", "net-b", WireSettings::TargetGroup(later));
    server(
        &mut draft,
        "web",
        "net-b",
        WireSettings::TargetGroup(TargetGroup { name: "web".into(), ..TargetGroup::default() }),
    );
    troubles(&mut draft, "alb");
    // Many at once, who all open a connection.
    draft.at(3, Action::Traffic { part: pid("users"), factor: 20.0, for_s: 2 });
    draft.at(140, Action::Traffic { part: pid("users"), factor: 20.0, for_s: 2 });
    draft
}

pub(crate) fn applications() -> Vec<Design> {
    let designs = [
        application(|_| {}),
        application(|group| group.stickiness.cookie = StickinessCookie::LbCookie),
        application(|group| group.cross_zone = false),
        application(|group| (group.algorithm, group.anomaly_mitigation) = (Algorithm::WeightedRandom, true)),
        application(|group| group.slow_start_s = 30.0),
    ];
    let mut designs: Vec<Design> = designs.iter().map(|draft| draft.seed(3)).collect();
    // Clients that keep their addresses keep their connections until those are too old.
    let edit = designs[1].set_part(&pid("users"), "dns_minimum_s", json!(86_400)).unwrap();
    designs[1].apply(edit).unwrap();
    designs
}

/// An HTTPS listener that authenticates, clients that stop sending, and a node that is lost.
pub(crate) fn authenticating() -> Design {
    let mut draft = Draft::new();
    draft.lasts(150).users(20.0, |users| {
        (users.clients, users.timeout_s, users.stalling_percent, users.stall_s) = (40, 30.0, 20.0, 12.0);
        (users.addresses_tried, users.connect_timeout_s, users.keep_alive_s) = (2, 1.0, 5.0);
    });
    let names = vec!["api.example.com".into()];
    draft.put("cert", Some("seoul"), PartSettings::Certificate(Certificate { names, ..Certificate::default() }));
    draft.put("dns", None, PartSettings::Route53(Route53::default()));
    draft.alb(&["net-a", "net-b"], |alb| (alb.certificate, alb.idle_timeout_s) = (Some(pid("cert")), 15.0));
    draft.design.wires.retain(|_, wire| wire.to != pid("alb"));
    let record = Record { name: "api.example.com".into(), ..Record::default() };
    draft.wire("users", "dns", None).wire("dns", "alb", Some(WireSettings::Record(record)));
    draft.asg(
        &["net-a"],
        |_| {},
        |group| {
            let own = &mut group.authentication;
            (own.enabled, own.error_percent, own.session_timeout_s) = (true, 20.0, 30.0);
        },
    );
    draft.at(60, Action::NodeLoss { part: pid("alb"), zone: "zone-b".into(), for_s: 60 });
    draft.seed(3)
}

fn network(change: impl Fn(&mut NlbTargetGroup)) -> Design {
    let mut draft = Draft::new();
    draft.lasts(280).users(20.0, |users| {
        (users.clients, users.keep_alive_s, users.timeout_s, users.dns_minimum_s) = (400, 300.0, 20.0, 0.0);
    });
    let subnets = ["net-a", "net-b"].map(pid).to_vec();
    let nlb = Nlb { subnets, idle_timeout_s: 60.0, ..Nlb::default() };
    draft.put("nlb", Some("vpc"), PartSettings::Nlb(nlb)).wire("users", "nlb", None);
    for (id, subnet) in [("one", "net-a"), ("two", "net-b"), ("three", "net-a")] {
        let mut group = NlbTargetGroup::default();
        group.health_check.interval_s = 5.0;
        group.health_check.timeout_s = 2.0;
        group.deregistration_delay_s = 10.0;
        group.registration_delay_s = 5.0;
        change(&mut group);
        server(&mut draft, id, subnet, WireSettings::NlbTargetGroup(group));
    }
    troubles(&mut draft, "nlb");
    draft.seed(3)
}

pub(crate) fn networks() -> Vec<Design> {
    vec![
        network(|_| {}),
        network(|group| group.health_check.protocol = CheckProtocol::Http),
        network(|group| (group.health_check.protocol, group.cross_zone) = (CheckProtocol::Http, true)),
        network(|group| (group.cross_zone, group.connection_termination) = (true, true)),
    ]
}
