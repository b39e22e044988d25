//! Networks: addresses, routes, filters, NAT gateways at their limits, calls over idle connections.

use ninepins_model::parts::{
    Az, ExternalService, LaunchNeeds, NatGateway, Nlb, Region, RouteTarget, Subnet, TlsKey, Users, Vpc,
};
use ninepins_model::wires::{Call, NlbTargetGroup};
use ninepins_model::{Action, Design, PartSettings, SecurityGroup, SecurityRule, WireSettings};
use ninepins_tests::{Draft, pid};

pub(crate) fn all() -> Vec<Design> {
    vec![
        guarded(),
        calling_out(),
        crowded_gateway(),
        installing(),
        far_away(),
        encrypted(),
        small_network(),
        by_the_main_table(),
    ]
}

fn subnet<'a>(draft: &'a mut Draft, id: &str) -> &'a mut Subnet {
    match draft.design.parts.get_mut(&pid(id)).map(|part| &mut part.settings) {
        Some(PartSettings::Subnet(subnet)) => subnet,
        _ => panic!("{id} is a subnet"),
    }
}

/// An instance whose subnet uses the VPC's main route table.
fn by_the_main_table() -> Design {
    let mut draft = Draft::new();
    draft.lasts(30).users(20.0, |users| users.timeout_s = 3.0).wire("users", "server", None);
    draft.instance("server", "net-a", |_| {});
    let routes = std::mem::take(&mut subnet(&mut draft, "net-a").routes);
    if let Some(PartSettings::Vpc(vpc)) = draft.design.parts.get_mut(&pid("vpc")).map(|part| &mut part.settings) {
        vpc.main_routes = routes;
    }
    draft.design
}

/// Everything admits who is wired to it, and there is a group `closed` that admits nobody.
fn guarded() -> Design {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| (users.timeout_s, users.mix.writes) = (3.0, 1.0));
    draft.alb(&["net-a", "net-b"], |_| {}).asg(&["net-a", "net-b"], |group| group.desired = 2, |_| {});
    draft.database(|_| {}).replica(|_| {}).pool("api", "db", |_| {}).pool("api", "replica", |_| {});
    draft.instance("server", "net-a", |_| {}).wire("more", "server", None);
    let nlb = Nlb { subnets: vec![pid("net-a")], ..Nlb::default() };
    draft.put("nlb", Some("vpc"), PartSettings::Nlb(nlb)).wire("nlb", "server", None).wire("others", "nlb", None);
    for id in ["more", "others"] {
        draft.put(id, None, PartSettings::Users(few()));
    }
    draft.design.security_groups.insert("closed".into(), SecurityGroup::default());
    draft.design
}

/// Two requests a second for the API.
fn few() -> Users {
    let mut users = Users { timeout_s: 3.0, ..Users::default() };
    (users.traffic.rps, users.mix.assets) = (2.0, 0.0);
    users
}

/// An instance in a private subnet that calls a service on the internet, not at all for a while.
fn calling_out() -> Design {
    let mut draft = Draft::new();
    draft.lasts(900).users(2.0, |users| users.timeout_s = 30.0).alb(&["net-a"], |_| {});
    draft.asg(&["app-a"], |group| group.desired = 1, |_| {});
    draft.put("bank", None, PartSettings::ExternalService(ExternalService::default()));
    draft.wire("api", "bank", Some(WireSettings::Call(Call::default())));
    draft.put("nat", Some("net-a"), PartSettings::NatGateway(NatGateway::default()));
    let nat = RouteTarget::NatGateway(pid("nat"));
    subnet(&mut draft, "app-a").routes = [("0.0.0.0/0".to_owned(), nat)].into();
    draft.at(60, Action::Traffic { part: pid("users"), factor: 0.0, for_s: 600 });
    draft.design
}

/// More calls at a time than one address has ports for, and more bytes than a gateway passes at first.
fn crowded_gateway() -> Design {
    let mut draft = Draft::new();
    draft.lasts(90).users(2000.0, |users| {
        (users.timeout_s, users.payload.request_bytes) = (300.0, 500_000);
    });
    let nlb = Nlb { subnets: vec![pid("net-a")], ..Nlb::default() };
    draft.put("nlb", Some("vpc"), PartSettings::Nlb(nlb)).wire("users", "nlb", None);
    let group = NlbTargetGroup { cross_zone: true, ..NlbTargetGroup::default() };
    draft.wire("nlb", "server", Some(WireSettings::NlbTargetGroup(group))).instance("server", "app-a", |server| {
        (server.application.threads, server.application.max_connections) = (100_000, 100_000);
        (server.application.read_cpu_ms, server.instance_type) = (0.01, "m6i.4xlarge".into());
    });
    let bank = ExternalService { latency_ms: 600_000.0, capacity_rps: 100_000.0, ..ExternalService::default() };
    draft.put("bank", None, PartSettings::ExternalService(bank));
    draft.wire("server", "bank", Some(WireSettings::Call(Call { timeout_s: 300.0, ..Call::default() })));
    draft.put("nat", Some("net-a"), PartSettings::NatGateway(NatGateway { scaling_s: 10.0, ..NatGateway::default() }));
    let nat = RouteTarget::NatGateway(pid("nat"));
    subnet(&mut draft, "app-a").routes = [("0.0.0.0/0".to_owned(), nat)].into();
    draft.design
}

/// Instances that load what they need when they start, some of them without a way to it.
fn installing() -> Design {
    let mut draft = Draft::new();
    draft.lasts(300).users(5.0, |users| users.timeout_s = 3.0).alb(&["net-a", "net-b"], |_| {});
    draft.asg(
        &["net-a", "net-b"],
        |group| {
            (group.desired, group.application.launch_needs) = (2, LaunchNeeds::Internet);
        },
        |_| {},
    );
    draft.instance("server", "net-b", |server| {
        (server.public_address, server.application.launch_needs) = (false, LaunchNeeds::S3);
    });
    draft.wire("alb", "server", None);
    subnet(&mut draft, "net-a").map_public_ip = true;
    subnet(&mut draft, "net-b").routes.clear();
    draft.at(20, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 20 });
    draft.at(20, Action::ZonePowerLoss { zone: "zone-b".into(), for_s: 20 });
    draft.design
}

/// A service that calls one in another Region, to which no round trip is published.
fn far_away() -> Design {
    let mut draft = Draft::new();
    draft.lasts(30).users(5.0, |_| {}).wire("users", "front", None).instance("front", "net-a", |_| {});
    draft.put("osaka", None, PartSettings::Region(Region { code: "ap-northeast-3".into(), ..Region::default() }));
    draft.put("vpc-2", Some("osaka"), PartSettings::Vpc(Vpc::default()));
    draft.put("az-2", Some("vpc-2"), PartSettings::Az(Az { zone: "zone-2".into() }));
    let routes = [("0.0.0.0/0".to_owned(), RouteTarget::InternetGateway)].into();
    draft.put(
        "net-2",
        Some("az-2"),
        PartSettings::Subnet(Subnet { cidr: "10.0.0.0/24".into(), routes, ..Subnet::default() }),
    );
    let anyone = SecurityRule { from: "0.0.0.0/0".into(), port: 0 };
    let open = SecurityGroup { inbound: vec![anyone], ..SecurityGroup::default() };
    draft.design.security_groups.insert("open".into(), open);
    draft.instance("back", "net-2", |back| back.security_groups = vec!["open".into()]).wire(
        "front",
        "back",
        Some(WireSettings::Call(Call::default())),
    );
    draft.design
}

/// Servers that speak TLS behind a Network Load Balancer that passes it on.
fn encrypted() -> Design {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| (users.clients, users.keep_alive_s) = (20, 5.0));
    let nlb = Nlb { subnets: vec![pid("net-a")], ..Nlb::default() };
    draft.put("nlb", Some("vpc"), PartSettings::Nlb(nlb)).wire("users", "nlb", None);
    draft.asg(
        &["net-a"],
        |group| {
            let application = &mut group.application;
            (application.tls_key, application.tls_resumption_percent) = (TlsKey::Rsa4096, 50.0);
            (application.max_keep_alive_requests, group.desired) = (3, 1);
        },
        |_| {},
    );
    draft.design.wires.retain(|_, wire| wire.from != pid("alb"));
    draft.wire("nlb", "api", Some(WireSettings::NlbTargetGroup(NlbTargetGroup::default())));
    draft.design
}

/// A VPC with room for a few instances only, and a filter at its border.
fn small_network() -> Design {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| users.timeout_s = 3.0).alb(&["net-a"], |_| {});
    draft.asg(&["app-a"], |group| group.desired = 12, |_| {});
    draft.put("vpc", Some("seoul"), PartSettings::Vpc(Vpc { s3_endpoint: true, ..Vpc::default() }));
    draft.design
}
