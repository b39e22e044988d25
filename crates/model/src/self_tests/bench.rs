//! What the designs of the self-tests are built from: a network without delays, and little in it.

use crate::parts::{Alb, Asg, Az, RouteTarget, Subnet, Users, Vpc};
use crate::parts::{HealthCheckType, Region};
use crate::wires::TargetGroup;
use crate::{Action, Design, Event, Part, PartId, PartSettings, Scenario, Wire, WireSettings};

/// A design under construction: a Region with a VPC and a public subnet in each of two zones.
pub(super) struct Bench {
    design: Design,
}

impl Bench {
    /// The network alone; the run lasts so many seconds.
    pub(super) fn new(duration_s: u32) -> Self {
        let scenario = Scenario { seed: 1, duration_s, events: Vec::new() };
        let mut bench = Bench { design: Design { scenario, ..Design::default() } };
        let region = Region { same_zone_rtt_ms: 0.0, cross_zone_rtt_ms: 0.0, ..Region::default() };
        let code = region.code.clone();
        bench.put("region", None, PartSettings::Region(region));
        bench.put("vpc", Some("region"), PartSettings::Vpc(Vpc::default()));
        for (number, letter) in ["a", "b"].into_iter().enumerate() {
            let az = format!("az-{letter}");
            bench.put(&az, Some("vpc"), PartSettings::Az(Az { zone: format!("{code}{letter}") }));
            let routes = [("0.0.0.0/0".to_owned(), RouteTarget::InternetGateway)].into();
            let subnet = Subnet { cidr: format!("10.0.{number}.0/24"), routes, ..Subnet::default() };
            bench.put(&format!("net-{letter}"), Some(&az), PartSettings::Subnet(subnet));
            let private = Subnet { cidr: format!("10.0.1{number}.0/24"), ..Subnet::default() };
            bench.put(&format!("data-{letter}"), Some(&az), PartSettings::Subnet(private));
        }
        bench
    }

    /// The design.
    pub(super) fn done(self) -> Design {
        self.design
    }

    /// Adds a part.
    pub(super) fn put(&mut self, name: &str, inside: Option<&str>, settings: PartSettings) {
        let mut part = Part::new(settings.kind());
        (part.settings, part.container) = (settings, inside.map(id));
        self.design.parts.insert(id(name), part);
    }

    /// Adds a wire.
    pub(super) fn wire(&mut self, from: &str, to: &str, settings: Option<WireSettings>) {
        let wire = Wire { settings, ..Wire::new(id(from), id(to)) };
        self.design.wires.insert(self.design.free_wire_id(), wire);
    }

    /// Users who send reads at this rate without retries, from no distance; their DNS answers live for a day.
    pub(super) fn users(&mut self, rps: f64, change: impl FnOnce(&mut Users)) {
        let mut users = Users { clients: 200, region_rtt_ms: 0.0, edge_rtt_ms: 0.0, ..Users::default() };
        users.traffic.rps = rps;
        (users.mix.assets, users.mix.reads, users.mix.writes) = (0.0, 1.0, 0.0);
        users.assets.deep_links_percent = 0.0;
        users.retries.max = 0;
        users.dns_minimum_s = 86_400.0;
        change(&mut users);
        self.put("users", None, PartSettings::Users(users));
    }

    /// A load balancer in both zones that adds no latency.
    pub(super) fn balancer(&mut self) {
        let subnets = ids(&["net-a", "net-b"]);
        // Capacity is not what these tests are about.
        let alb = Alb { subnets, added_latency_ms: 0.0, starting_capacity_lcu: 10_000.0, ..Alb::default() };
        self.put("alb", Some("vpc"), PartSettings::Alb(alb));
        self.wire("users", "alb", None);
    }

    /// A group of this size that does not scale, a target group of the load balancer.
    pub(super) fn group(&mut self, name: &str, size: u32, change: impl FnOnce(&mut Asg)) {
        let mut group = Asg {
            subnets: ids(&["net-a", "net-b"]),
            min: 0,
            desired: size,
            max: size.max(1),
            health_check_type: HealthCheckType::Ec2,
            ..Asg::default()
        };
        group.target_tracking.enabled = false;
        group.application.keep_alive_s = 75.0;
        group.application.threads = 10_000;
        group.application.max_connections = 100_000;
        change(&mut group);
        self.put(name, Some("vpc"), PartSettings::Asg(group));
        self.wire("alb", name, Some(WireSettings::TargetGroup(TargetGroup::default())));
    }

    /// Something happens at this second.
    pub(super) fn at(&mut self, second: u32, action: Action) {
        self.design.scenario.events.push(Event { at_ms: u64::from(second) * 1000, action });
    }

    /// The users stop at this second, so that what is under way can end.
    pub(super) fn ends_at(&mut self, second: u32) {
        self.at(second, Action::Traffic { part: id("users"), factor: 0.0, for_s: 0 });
    }
}

/// The id of this text.
pub(super) fn id(text: &str) -> PartId {
    text.parse().expect("a self-test's ids are valid")
}

/// The ids of these texts.
pub(super) fn ids(texts: &[&str]) -> Vec<PartId> {
    texts.iter().map(|text| id(text)).collect()
}
