//! A small design, built part by part.

use ninepins_model::parts::{
    Alb, Asg, Az, Ec2, Elasticache, Rds, ReadReplica, Region, RouteTarget, Subnet, Users, Vpc,
};
use ninepins_model::wires::{CacheClient, Pool, TargetGroup};
use ninepins_model::{Action, Design, Event, Kind, MemberTarget, Part, PartId, PartSettings, Wire, WireSettings};

/// The id of this text.
///
/// # Panics
/// If the text is no id.
pub fn pid(text: &str) -> PartId {
    text.parse().expect("the test names its parts by valid ids")
}

/// The member of this text, such as `api/oldest`.
///
/// # Panics
/// If the text names no member.
pub fn target(text: &str) -> MemberTarget {
    text.parse().expect("the test names its members")
}

/// A design under construction: a Region with a VPC and one public subnet, `net-a` to `net-c`, in each of three zones
/// `zone-a` to `zone-c`, and another one, `app-a`, in the first of them, without any delay inside the Region.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What was built.
    pub design: Design,
}

impl Default for Draft {
    fn default() -> Self {
        Draft::new()
    }
}

impl Draft {
    /// The network without anything in it; the run lasts ten minutes.
    pub fn new() -> Self {
        let mut draft = Draft { design: Design::default() };
        draft.design.scenario.duration_s = 600;
        let region = Region { same_zone_rtt_ms: 0.0, cross_zone_rtt_ms: 0.0, ..Region::default() };
        draft.put("seoul", None, PartSettings::Region(region));
        draft.put("vpc", Some("seoul"), PartSettings::Vpc(Vpc::default()));
        for (number, letter) in ["a", "b", "c"].into_iter().enumerate() {
            let (zone, box_id) = (format!("zone-{letter}"), format!("az-{letter}"));
            draft.put(&box_id, Some("vpc"), PartSettings::Az(Az { zone }));
            let routes = [("0.0.0.0/0".to_owned(), RouteTarget::InternetGateway)].into();
            let subnet = Subnet { cidr: format!("10.0.{number}.0/24"), routes, ..Subnet::default() };
            draft.put(&format!("net-{letter}"), Some(&box_id), PartSettings::Subnet(subnet));
        }
        let routes = [("0.0.0.0/0".to_owned(), RouteTarget::InternetGateway)].into();
        let subnet = Subnet { cidr: "10.0.3.0/24".into(), routes, ..Subnet::default() };
        draft.put("app-a", Some("az-a"), PartSettings::Subnet(subnet));
        draft
    }

    /// Adds a part.
    pub fn put(&mut self, id: &str, inside: Option<&str>, settings: PartSettings) -> &mut Self {
        let part = Part { settings, container: inside.map(pid), ..Part::new(Kind::Users) };
        self.design.parts.insert(pid(id), part);
        self
    }

    /// Adds a wire.
    pub fn wire(&mut self, from: &str, to: &str, settings: Option<WireSettings>) -> &mut Self {
        let id = self.design.free_wire_id();
        self.design.wires.insert(id, Wire { settings, ..Wire::new(pid(from), pid(to)) });
        self
    }

    /// Users `users` that send only reads at this rate, without retries, over a network without delay; their DNS
    /// answers live for a day. `change` sets what differs.
    pub fn users(&mut self, rps: f64, change: impl FnOnce(&mut Users)) -> &mut Self {
        let mut users = Users { clients: 200, region_rtt_ms: 0.0, edge_rtt_ms: 0.0, ..Users::default() };
        users.traffic.rps = rps;
        (users.mix.assets, users.mix.reads, users.mix.writes) = (0.0, 1.0, 0.0);
        users.assets.deep_links_percent = 0.0;
        users.retries.max = 0;
        users.dns_minimum_s = 86_400.0;
        change(&mut users);
        self.put("users", None, PartSettings::Users(users))
    }

    /// A load balancer `alb` with nodes in these subnets that adds no latency, wired to the users.
    pub fn alb(&mut self, subnets: &[&str], change: impl FnOnce(&mut Alb)) -> &mut Self {
        let mut alb = Alb { subnets: ids(subnets), added_latency_ms: 0.0, ..Alb::default() };
        change(&mut alb);
        self.put("alb", Some("vpc"), PartSettings::Alb(alb)).wire("users", "alb", None)
    }

    /// An Auto Scaling group `api` that does not scale, a target of the load balancer.
    pub fn asg(
        &mut self,
        subnets: &[&str],
        change: impl FnOnce(&mut Asg),
        targets: impl FnOnce(&mut TargetGroup),
    ) -> &mut Self {
        let mut asg = Asg { subnets: ids(subnets), min: 0, max: 20, ..Asg::default() };
        asg.target_tracking.enabled = false;
        change(&mut asg);
        let mut group = TargetGroup::default();
        targets(&mut group);
        self.put("api", Some("vpc"), PartSettings::Asg(asg));
        self.wire("alb", "api", Some(WireSettings::TargetGroup(group)))
    }

    /// An instance with a public address in a subnet.
    pub fn instance(&mut self, id: &str, subnet: &str, change: impl FnOnce(&mut Ec2)) -> &mut Self {
        let mut instance = Ec2 { public_address: true, ..Ec2::default() };
        change(&mut instance);
        self.put(id, Some(subnet), PartSettings::Ec2(instance))
    }

    /// A database `db` whose primary is in zone a, without storage latency.
    pub fn database(&mut self, change: impl FnOnce(&mut Rds)) -> &mut Self {
        let mut rds = Rds {
            subnets: ids(&["net-a", "net-b"]),
            primary_zone: "zone-a".into(),
            storage_ms: 0.0,
            standby_write_ms: 0.0,
            ..Rds::default()
        };
        change(&mut rds);
        self.put("db", Some("vpc"), PartSettings::Rds(rds))
    }

    /// A read replica `replica` of the database in zone b.
    pub fn replica(&mut self, change: impl FnOnce(&mut ReadReplica)) -> &mut Self {
        let mut replica = ReadReplica { replica_of: Some(pid("db")), storage_ms: 0.0, ..ReadReplica::default() };
        change(&mut replica);
        self.put("replica", Some("net-b"), PartSettings::ReadReplica(replica))
    }

    /// A pool of this client for a database: timeouts of three seconds.
    pub fn pool(&mut self, client: &str, database: &str, change: impl FnOnce(&mut Pool)) -> &mut Self {
        let mut pool = Pool { wait_timeout_s: 3.0, connect_timeout_s: 3.0, socket_timeout_s: 3.0, ..Pool::default() };
        change(&mut pool);
        self.wire(client, database, Some(WireSettings::Pool(pool)))
    }

    /// A cache `cache` whose primary is in zone a, and the client that `api` has for it.
    pub fn cache(&mut self, change: impl FnOnce(&mut Elasticache), client: impl FnOnce(&mut CacheClient)) -> &mut Self {
        let mut cache = Elasticache { subnets: ids(&["net-a", "net-b"]), ..Elasticache::default() };
        change(&mut cache);
        let mut settings = CacheClient::default();
        client(&mut settings);
        self.put("cache", Some("vpc"), PartSettings::Elasticache(cache));
        self.wire("api", "cache", Some(WireSettings::Cache(settings)))
    }

    /// Something happens at this second.
    pub fn at(&mut self, second: u64, action: Action) -> &mut Self {
        self.design.scenario.events.push(Event { at_ms: second * 1000, action });
        self
    }

    /// The run lasts this long.
    pub fn lasts(&mut self, seconds: u32) -> &mut Self {
        self.design.scenario.duration_s = seconds;
        self
    }

    /// The same with another seed.
    pub fn seed(&self, seed: u32) -> Design {
        let mut design = self.design.clone();
        design.scenario.seed = seed;
        design
    }
}

fn ids(texts: &[&str]) -> Vec<PartId> {
    texts.iter().map(|text| pid(text)).collect()
}
