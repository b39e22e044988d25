//! A design, drawn block by block.

use super::{id, ids};
use crate::parts::{Alb, Asg, Az, HealthCheckType, Rds, Region, RouteTarget, Subnet, Vpc};
use crate::wires::{HealthCheck, Pool, TargetGroup};
use crate::{Design, Part, PartSettings, Scenario, Wire, WireId, WireSettings};

/// Seoul's code, and the start of its zones' names.
const SEOUL: &str = "ap-northeast-2";

/// A design under construction.
pub(super) struct Sketch {
    design: Design,
}

/// A row of equal subnets, one in each zone.
pub(super) struct Tier {
    /// The start of their ids.
    pub(super) name: &'static str,
    /// Where they begin inside the zone.
    pub(super) y: i32,
    /// How high they are.
    pub(super) height: i32,
    /// Whether they lead to the internet gateway.
    pub(super) is_public: bool,
    /// The zones that have one.
    pub(super) zones: &'static str,
}

impl Sketch {
    /// An empty design of this name that runs for half an hour.
    pub(super) fn new(name: &str) -> Self {
        let scenario = Scenario { seed: 7, duration_s: 1800, events: Vec::new() };
        Sketch { design: Design { name: name.into(), scenario, ..Design::default() } }
    }

    /// The design.
    pub(super) fn done(self) -> Design {
        self.design
    }

    /// Puts a card, or a container of the usual size.
    pub(super) fn put(&mut self, name: &str, inside: Option<&str>, at: [i32; 2], settings: PartSettings) {
        self.place(name, inside, at, None, settings);
    }

    /// Puts a container of this size.
    pub(super) fn frame(
        &mut self,
        name: &str,
        inside: Option<&str>,
        at: [i32; 2],
        size: [i32; 2],
        settings: PartSettings,
    ) {
        self.place(name, inside, at, Some(size), settings);
    }

    fn place(
        &mut self,
        name: &str,
        inside: Option<&str>,
        at: [i32; 2],
        size: Option<[i32; 2]>,
        settings: PartSettings,
    ) {
        let mut part = Part::new(settings.kind());
        (part.settings, part.container, part.at, part.size) = (settings, inside.map(id), at, size);
        self.design.parts.insert(id(name), part);
    }

    /// Draws a wire.
    pub(super) fn wire(&mut self, name: &str, from: &str, to: &str, settings: Option<WireSettings>) {
        let name: WireId = name.parse().expect("a preset's ids are valid");
        let mut wire = Wire::new(id(from), id(to));
        wire.settings = settings;
        self.design.wires.insert(name, wire);
    }

    /// Seoul with a VPC and zones beside each other, which leave a column for the parts that span them.
    pub(super) fn network(&mut self, at: [i32; 2], column: i32, zones: &str, tiers: &[Tier]) {
        let zone_height = tiers.iter().map(|tier| tier.y + tier.height + 8).max().unwrap_or(0);
        let wide = column + zones.len() as i32 * 240;
        self.frame("seoul", None, at, [wide + 16, zone_height + 72], PartSettings::Region(Region::default()));
        self.frame("vpc", Some("seoul"), [8, 32], [wide, zone_height + 32], PartSettings::Vpc(Vpc::default()));
        for (x, letter) in (0..).zip(zones.chars()) {
            let az = format!("az-{letter}");
            let zone = Az { zone: format!("{SEOUL}{letter}") };
            let at = [column + 8 + x * 240, 24];
            self.frame(&az, Some("vpc"), at, [224, zone_height], PartSettings::Az(zone));
            for (ten, tier) in (0..).zip(tiers).filter(|(_, tier)| tier.zones.contains(letter)) {
                let gateway = [("0.0.0.0/0".to_owned(), RouteTarget::InternetGateway)];
                let routes = gateway.into_iter().filter(|_| tier.is_public).collect();
                let subnet = Subnet { cidr: format!("10.0.{}.0/24", ten * 10 + x), routes, ..Subnet::default() };
                let (name, size) = (format!("{}-{letter}", tier.name), [208, tier.height]);
                self.frame(&name, Some(&az), [8, tier.y], size, PartSettings::Subnet(subnet));
            }
        }
    }

    /// A load balancer over these subnets.
    pub(super) fn alb(&mut self, at: [i32; 2], subnets: &[&str]) {
        self.put("alb", Some("vpc"), at, PartSettings::Alb(Alb { subnets: ids(subnets), ..Alb::default() }));
    }

    /// A group over these subnets whose size is `desired` and never less.
    pub(super) fn group(
        &mut self,
        name: &str,
        at: [i32; 2],
        subnets: &[&str],
        desired: u32,
        change: impl Fn(&mut Asg),
    ) {
        let mut group = Asg {
            subnets: ids(subnets),
            min: desired,
            max: desired * 2,
            desired,
            health_check_type: HealthCheckType::Elb,
            health_check_grace_s: 90.0,
            default_instance_warmup_s: 120.0,
            ..Asg::default()
        };
        change(&mut group);
        self.put(name, Some("vpc"), at, PartSettings::Asg(group));
    }

    /// A database over these subnets whose primary is in zone a.
    pub(super) fn database(&mut self, name: &str, at: [i32; 2], subnets: &[&str], change: impl Fn(&mut Rds)) {
        let mut rds = Rds { subnets: ids(subnets), primary_zone: format!("{SEOUL}a"), ..Rds::default() };
        change(&mut rds);
        self.put(name, Some("vpc"), at, PartSettings::Rds(rds));
    }
}

/// The name of a zone of Seoul.
pub(super) fn zone(letter: char) -> String {
    format!("{SEOUL}{letter}")
}

/// A target group that looks every ten seconds.
pub(super) fn targets() -> Option<WireSettings> {
    let health_check = HealthCheck { interval_s: 10.0, ..HealthCheck::default() };
    Some(WireSettings::TargetGroup(TargetGroup { health_check, ..TargetGroup::default() }))
}

/// A pool that waits this long for a connection, and three seconds for an answer (fact APP-11).
pub(super) fn pool(wait_timeout_s: f64) -> Option<WireSettings> {
    let pool = Pool { wait_timeout_s, connect_timeout_s: 3.0, socket_timeout_s: 3.0, ..Pool::default() };
    Some(WireSettings::Pool(pool))
}
