//! The seed architecture: users → Route 53 → (CloudFront → S3) and (ALB with HTTPS → Auto Scaling group in private
//! subnets of two zones → RDS Multi-AZ with a read replica).

use crate::parts::{
    Alb, Asg, Az, Certificate, Cloudfront, HealthCheckType, Rds, ReadReplica, Region, RouteTarget, Subnet, Vpc,
};
use crate::wires::{HealthCheck, Origin, Pool, Record, TargetGroup};
use crate::{Action, Design, Kind, Part, PartId, PartSettings, Scenario, Wire, WireId, WireSettings};

/// The seed architecture with its own settings: four instances that carry the load with two, and database timeouts of
/// three seconds (fact APP-11).
pub fn seed_architecture() -> Design {
    let mut design = Design {
        name: "Spring API and React app".into(),
        scenario: Scenario { seed: 7, duration_s: 1800, events: Vec::new() },
        ..Design::default()
    };
    edge(&mut design);
    network(&mut design);
    resources(&mut design);
    wires(&mut design);
    design
}

fn id(text: &str) -> PartId {
    text.parse().expect("the preset's ids are valid")
}

fn put(
    design: &mut Design,
    name: &str,
    inside: Option<&str>,
    at: [i32; 2],
    size: Option<[i32; 2]>,
    settings: PartSettings,
) {
    let part = Part { settings, container: inside.map(id), at, size, ..Part::new(Kind::Users) };
    design.parts.insert(id(name), part);
}

fn edge(design: &mut Design) {
    put(design, "users", None, [0, 312], None, PartSettings::Users(Default::default()));
    put(design, "dns", None, [0, 168], None, PartSettings::Route53(Default::default()));
    let distribution = Cloudfront { certificate: Some(id("cert-cdn")), spa_error_page: true, ..Cloudfront::default() };
    put(design, "cdn", None, [0, 24], None, PartSettings::Cloudfront(distribution));
    let virginia = Region { code: "us-east-1".into(), ..Region::default() };
    put(design, "virginia", None, [-16, 424], Some([208, 96]), PartSettings::Region(virginia));
    let certificate = Certificate { names: vec!["example.com".into()], ..Certificate::default() };
    put(design, "cert-cdn", Some("virginia"), [16, 32], None, PartSettings::Certificate(certificate));
}

fn network(design: &mut Design) {
    put(design, "seoul", None, [232, 0], Some([712, 520]), PartSettings::Region(Region::default()));
    put(design, "vpc", Some("seoul"), [8, 96], Some([696, 416]), PartSettings::Vpc(Vpc::default()));
    for (letter, x, third) in [("a", 224, 0), ("b", 464, 1)] {
        let az = format!("az-{letter}");
        let zone = Az { zone: format!("ap-northeast-2{letter}") };
        put(design, &az, Some("vpc"), [x, 24], Some([224, 384]), PartSettings::Az(zone));
        let public = [("0.0.0.0/0".to_owned(), RouteTarget::InternetGateway)].into();
        for (tier, at_y, height, block, routes) in [
            ("pub", 24, 64, third, public),
            ("app", 96, 152, 10 + third, Default::default()),
            ("data", 256, 120, 20 + third, Default::default()),
        ] {
            let subnet = Subnet { cidr: format!("10.0.{block}.0/24"), routes, ..Subnet::default() };
            let name = format!("{tier}-{letter}");
            put(design, &name, Some(&az), [8, at_y], Some([208, height]), PartSettings::Subnet(subnet));
        }
    }
}

fn resources(design: &mut Design) {
    put(design, "web", Some("seoul"), [24, 24], None, PartSettings::S3(Default::default()));
    let certificate = Certificate { names: vec!["api.example.com".into()], ..Certificate::default() };
    put(design, "cert-api", Some("seoul"), [248, 24], None, PartSettings::Certificate(certificate));
    let alb = Alb { subnets: vec![id("pub-a"), id("pub-b")], certificate: Some(id("cert-api")), ..Alb::default() };
    put(design, "alb", Some("vpc"), [16, 72], None, PartSettings::Alb(alb));
    let asg = Asg {
        subnets: vec![id("app-a"), id("app-b")],
        min: 4,
        max: 12,
        desired: 4,
        health_check_type: HealthCheckType::Elb,
        health_check_grace_s: 90.0,
        default_instance_warmup_s: 120.0,
        ..Asg::default()
    };
    put(design, "api", Some("vpc"), [16, 248], None, PartSettings::Asg(asg));
    let rds = Rds {
        subnets: vec![id("data-a"), id("data-b")],
        multi_az: true,
        primary_zone: "ap-northeast-2a".into(),
        ..Rds::default()
    };
    put(design, "db", Some("vpc"), [16, 352], None, PartSettings::Rds(rds));
    let replica = ReadReplica { replica_of: Some(id("db")), ..ReadReplica::default() };
    put(design, "replica", Some("data-b"), [16, 56], None, PartSettings::ReadReplica(replica));
}

fn wires(design: &mut Design) {
    let mut wire = |name: &str, from: &str, to: &str, settings: Option<WireSettings>| {
        let name: WireId = name.parse().expect("the preset's ids are valid");
        design.wires.insert(name, Wire { settings, ..Wire::new(id(from), id(to)) });
    };
    let record = |name: &str| Some(WireSettings::Record(Record { name: name.into(), ..Record::default() }));
    wire("w1", "users", "dns", None);
    wire("w2", "dns", "cdn", record(""));
    wire("w3", "dns", "alb", record("api.example.com"));
    wire("w4", "cdn", "web", Some(WireSettings::Origin(Origin::default())));
    let target_group = TargetGroup {
        health_check: HealthCheck { interval_s: 10.0, ..HealthCheck::default() },
        ..TargetGroup::default()
    };
    wire("w5", "alb", "api", Some(WireSettings::TargetGroup(target_group)));
    let pool = Pool { wait_timeout_s: 3.0, connect_timeout_s: 3.0, socket_timeout_s: 3.0, ..Pool::default() };
    wire("w6", "api", "db", Some(WireSettings::Pool(pool.clone())));
    wire("w7", "api", "replica", Some(WireSettings::Pool(pool)));
}

/// A zone goes; the database's host fails.
pub(super) fn experiments() -> Vec<Action> {
    vec![
        Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s: 600 },
        Action::PrimaryFailure { part: id("db") },
    ]
}

#[cfg(test)]
mod tests {
    use super::seed_architecture;
    use crate::problems;

    #[test]
    fn the_seed_architecture_has_no_problem() {
        assert_eq!(problems(&seed_architecture()), vec![]);
    }
}
