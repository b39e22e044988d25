//! Two Regions: Route 53 answers with Seoul while its health check passes, and with Tokyo otherwise.

use super::sketch::{Sketch, targets};
use super::{id, ids};
use crate::parts::{Alb, Asg, Az, Certificate, HealthCheckType, Region, Route53, RouteTarget, Subnet, Users, Vpc};
use crate::wires::{
    FailoverRole, Record, RecordCheckType, RecordHealthCheck, RequestInterval, RoutingPolicy,
};
use crate::{Action, Design, PartSettings, WireSettings};

/// What both hosts are called.
const HOST: &str = "shop.example.com";

/// Either Region carries the whole load by itself. Two hundred resolvers hold the answers for their clients, so that a
/// failover reaches them over the 60 s of an alias.
pub fn two_regions() -> Design {
    let mut sketch = Sketch::new("Two Regions with DNS failover");
    let mut users = Users {
        clients: 4000,
        web_host: HOST.into(),
        api_host: HOST.into(),
        location: "ap-northeast-2".into(),
        resolvers: 200,
        timeout_s: 3.0,
        ..Users::default()
    };
    users.traffic.rps = 200.0;
    sketch.put("users", None, [0, 280], PartSettings::Users(users));
    sketch.put("dns", None, [0, 424], PartSettings::Route53(Route53::default()));
    region(&mut sketch, "seoul", "ap-northeast-2", [232, 0]);
    region(&mut sketch, "tokyo", "ap-northeast-1", [232, 400]);
    sketch.wire("w1", "users", "dns", None);
    let health_check = RecordHealthCheck {
        kind: RecordCheckType::Https,
        request_interval: RequestInterval::Fast,
        ..RecordHealthCheck::default()
    };
    let primary = Record { health_check, ..record(FailoverRole::Primary) };
    sketch.wire("w2", "dns", "alb-seoul", Some(WireSettings::Record(primary)));
    sketch.wire("w3", "dns", "alb-tokyo", Some(WireSettings::Record(record(FailoverRole::Secondary))));
    sketch.wire("w4", "alb-seoul", "web-seoul", targets());
    sketch.wire("w5", "alb-tokyo", "web-tokyo", targets());
    sketch.done()
}

fn record(failover: FailoverRole) -> Record {
    Record { name: HOST.into(), policy: RoutingPolicy::Failover, failover, ..Record::default() }
}

/// A Region with a certificate, a load balancer and four instances in two zones.
fn region(sketch: &mut Sketch, name: &str, code: &str, at: [i32; 2]) {
    let of = |what: &str| format!("{what}-{name}");
    let settings = Region { code: code.into(), ..Region::default() };
    sketch.frame(name, None, at, [712, 376], PartSettings::Region(settings));
    let certificate = Certificate { names: vec![HOST.into()], ..Certificate::default() };
    sketch.put(&of("cert"), Some(name), [24, 24], PartSettings::Certificate(certificate));
    let vpc = of("vpc");
    sketch.frame(&vpc, Some(name), [8, 96], [696, 272], PartSettings::Vpc(Vpc::default()));
    for (letter, x, third) in [("a", 224, 0), ("c", 464, 1)] {
        let az = format!("az-{name}-{letter}");
        let zone = Az { zone: format!("{code}{letter}") };
        sketch.frame(&az, Some(&vpc), [x, 24], [224, 240], PartSettings::Az(zone));
        let public = [("0.0.0.0/0".to_owned(), RouteTarget::InternetGateway)].into();
        for (tier, y, height, block, routes) in
            [("pub", 24, 64, third, public), ("app", 96, 136, 10 + third, Default::default())]
        {
            let subnet = Subnet { cidr: format!("10.0.{block}.0/24"), routes, ..Subnet::default() };
            let id = format!("{tier}-{name}-{letter}");
            sketch.frame(&id, Some(&az), [8, y], [208, height], PartSettings::Subnet(subnet));
        }
    }
    let subnets = |tier: &str| ids(&["a", "c"].map(|letter| format!("{tier}-{name}-{letter}")).each_ref().map(String::as_str));
    let alb = Alb { subnets: subnets("pub"), certificate: Some(id(&of("cert"))), ..Alb::default() };
    sketch.put(&of("alb"), Some(&vpc), [16, 56], PartSettings::Alb(alb));
    let mut group = Asg {
        subnets: subnets("app"),
        min: 4,
        max: 8,
        desired: 4,
        health_check_type: HealthCheckType::Elb,
        health_check_grace_s: 90.0,
        ..Asg::default()
    };
    group.target_tracking.enabled = false;
    sketch.put(&of("web"), Some(&vpc), [16, 160], PartSettings::Asg(group));
}

/// Seoul is lost; its certificate expires, which no health check notices.
pub(super) fn experiments() -> Vec<Action> {
    vec![
        Action::RegionLoss { part: id("seoul"), for_s: 600 },
        Action::CertificateExpiry { part: id("cert-seoul"), for_s: 300 },
    ]
}
