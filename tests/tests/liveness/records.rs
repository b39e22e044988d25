//! Route 53 and certificates: policies, health checks, aliases, names and handshakes.

use ninepins_model::parts::{Certificate, Nlb, NlbListener, Region, Route53, Users};
use ninepins_model::wires::{FailoverRole, Record, RecordCheckType, RecordHealthCheck, RoutingPolicy};
use ninepins_model::{Action, Design, PartSettings, WireSettings};
use ninepins_tests::{Draft, pid};

pub(crate) fn all() -> Vec<Design> {
    let policies = [RoutingPolicy::Weighted, RoutingPolicy::Geolocation, RoutingPolicy::Multivalue];
    let mut designs = vec![failover(RecordCheckType::Http), failover(RecordCheckType::Https)];
    designs.extend([calculated(), aliases(), flows()]);
    designs.extend(policies.map(beside_each_other));
    designs
}

fn zone(change: impl FnOnce(&mut Users)) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(300).users(5.0, |users| {
        (users.dns_minimum_s, users.keep_alive_s, users.timeout_s, users.clients) = (0.0, 0.0, 2.0, 50);
        change(users);
    });
    draft.put("dns", None, PartSettings::Route53(Route53::default())).wire("users", "dns", None);
    draft
}

fn record(draft: &mut Draft, to: &str, record: Record) {
    let record = Record { name: "api.example.com".into(), ..record };
    draft.wire("dns", to, Some(WireSettings::Record(record)));
}

fn check(kind: RecordCheckType) -> RecordHealthCheck {
    RecordHealthCheck { kind, ..RecordHealthCheck::default() }
}

/// A primary that vanishes and comes back; its database is away later, and then the name servers.
fn failover(kind: RecordCheckType) -> Design {
    let mut draft = zone(|_| {});
    draft.instance("one", "net-a", |_| {}).instance("two", "net-b", |_| {});
    let policy = RoutingPolicy::Failover;
    record(&mut draft, "one", Record { policy, ttl_s: 10.0, health_check: check(kind), ..Record::default() });
    record(&mut draft, "two", Record { policy, failover: FailoverRole::Secondary, ttl_s: 10.0, ..Record::default() });
    draft.database(|_| {}).pool("one", "db", |_| {});
    draft.at(20, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 100 });
    draft.at(260, Action::DnsOutage { part: pid("dns"), for_s: 20 });
    draft.design
}

/// A name whose record follows the checks of others.
fn calculated() -> Design {
    let mut draft = zone(|_| {});
    draft.instance("one", "net-a", |_| {}).instance("two", "net-b", |_| {}).instance("beside", "net-c", |_| {});
    let policy = RoutingPolicy::Failover;
    let children = vec!["two".into(), "beside".into()];
    let both = RecordHealthCheck { children, healthy_children: 2, ..check(RecordCheckType::Calculated) };
    record(&mut draft, "one", Record { policy, ttl_s: 10.0, health_check: both, ..Record::default() });
    let checked = Record { policy, health_check: check(RecordCheckType::Http), ..Record::default() };
    record(&mut draft, "two", Record { failover: FailoverRole::Secondary, ttl_s: 10.0, ..checked.clone() });
    draft.wire("dns", "beside", Some(WireSettings::Record(Record { name: "beside.example.com".into(), ..checked })));
    draft.at(20, Action::ZonePowerLoss { zone: "zone-c".into(), for_s: 0 });
    draft.design
}

/// Load balancers as aliases; one has no healthy target later.
fn aliases() -> Design {
    let mut draft = zone(|_| {});
    draft.put(
        "cert",
        Some("seoul"),
        PartSettings::Certificate(Certificate { expires_in_days: 60.0 / 86_400.0, ..Certificate::default() }),
    );
    draft.alb(&["net-a"], |alb| alb.certificate = Some(pid("cert")));
    draft.design.wires.retain(|_, wire| wire.to != pid("alb"));
    draft.asg(&["net-a"], |group| group.desired = 1, |_| {}).instance("two", "net-b", |_| {});
    let policy = RoutingPolicy::Failover;
    let alias = Record { policy, evaluate_target_health: true, ..Record::default() };
    record(&mut draft, "alb", alias);
    record(&mut draft, "two", Record { policy, failover: FailoverRole::Secondary, ..Record::default() });
    draft.at(20, Action::BadHealthCheck { part: pid("api"), status: 500, for_s: 0 });
    draft.design
}

/// A Network Load Balancer that ends TLS, with a certificate that is about to expire.
fn flows() -> Design {
    let mut draft = zone(|_| {});
    let expires_in_days = 60.0 / 86_400.0;
    let certificate = Certificate { expires_in_days, validation_record: false, ..Certificate::default() };
    draft.put("cert", Some("seoul"), PartSettings::Certificate(certificate));
    let listener = NlbListener::Tls;
    let nlb = Nlb { subnets: vec![pid("net-a")], certificate: Some(pid("cert")), listener, ..Nlb::default() };
    draft.put("nlb", Some("vpc"), PartSettings::Nlb(nlb)).wire("nlb", "one", None).instance("one", "net-a", |_| {});
    record(&mut draft, "nlb", Record::default());
    draft.design
}

/// Two records of a name in two Regions.
fn beside_each_other(policy: RoutingPolicy) -> Design {
    let mut draft = zone(|users| users.location = "eu-west-1".into());
    draft.put("ireland", None, PartSettings::Region(Region { code: "eu-west-1".into(), ..Region::default() }));
    draft.instance("one", "net-a", |_| {}).instance("two", "net-b", |_| {});
    record(&mut draft, "one", Record { policy, ttl_s: 10.0, ..Record::default() });
    record(&mut draft, "two", Record { policy, ttl_s: 10.0, location: "EU".into(), ..Record::default() });
    draft.design
}
