//! Random designs and timelines: sensible ones with changed settings, and heaps of parts that make no sense.

use ninepins_model::parts::{Elasticache, Nlb, RdsProxy, Sqs};
use ninepins_model::presets::seed_architecture;
use ninepins_model::wires::{Call, Consumer, settings_of};
use ninepins_model::wires::{FailoverRole, Record, RecordCheckType, RecordHealthCheck, RequestInterval, RoutingPolicy};
use ninepins_model::{Design, Kind, Part, PartId, PartSettings, Wire, WireId, WireKind, WireSettings};

use crate::draft::pid;

mod timeline;
mod values;

pub use timeline::{action, timeline};
use values::{changed, tame};
pub use values::{limit, value};

/// Draws choices from a tape of numbers; past its end everything is zero, so that a short tape is a simple design.
#[derive(Debug)]
pub struct Tape<'a> {
    numbers: &'a [u32],
    place: usize,
}

impl<'a> Tape<'a> {
    /// Reads a tape from its start.
    pub fn new(numbers: &'a [u32]) -> Self {
        Tape { numbers, place: 0 }
    }

    /// A number from 0 to `count - 1`.
    pub fn below(&mut self, count: usize) -> usize {
        let number = self.numbers.get(self.place).copied().unwrap_or(0);
        self.place += 1;
        number as usize % count.max(1)
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == count - 1
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

const IDS: &[&str] = &[
    "users", "dns", "cdn", "virginia", "cert-cdn", "seoul", "vpc", "az-a", "az-b", "pub-a", "pub-b", "app-a", "app-b",
    "data-a", "data-b", "web", "cert-api", "alb", "api", "db", "replica", "cache", "queue", "workers", "ec2", "x1",
    "x2", "x3", "nat", "nowhere",
];
/// Every kind of wire.
pub const WIRE_KINDS: [WireKind; 10] = [
    WireKind::Client,
    WireKind::Record,
    WireKind::Origin,
    WireKind::TargetGroup,
    WireKind::NlbTargetGroup,
    WireKind::Call,
    WireKind::Pool,
    WireKind::Cache,
    WireKind::Consumer,
    WireKind::ProxyTarget,
];
const ZONES: &[&str] = &["ap-northeast-2a", "ap-northeast-2b", "", "mars-1a"];

/// A design that runs for 30 to 90 seconds with at most 60 requests a second, and its timeline.
pub fn design(tape: &mut Tape<'_>) -> Design {
    let mut design = if tape.one_in(4) { Design::default() } else { seed_architecture() };
    if tape.one_in(4) {
        flows_instead(&mut design);
    }
    if tape.one_in(2) {
        add_cache(&mut design);
    }
    if tape.one_in(3) {
        add_queue(&mut design);
    }
    if tape.one_in(4) {
        proxy_between(&mut design);
    }
    // From designs with a few odd settings to designs where little makes sense.
    let rarity = tape.pick(&[100, 30, 8, 4]);
    for _ in 0..tape.below(8) * 4 / rarity {
        add_part(&mut design, tape);
    }
    for _ in 0..tape.below(8) * 8 / rarity {
        add_wire(&mut design, tape);
    }
    for _ in 0..tape.below(3) * 8 / rarity {
        design.parts.remove(&pid(tape.pick(IDS)));
    }
    for _ in 0..tape.below(2) * 8 / rarity {
        let container = pid(tape.pick(IDS));
        if let Some(part) = design.parts.get_mut(&pid(tape.pick(IDS))) {
            part.container = Some(container);
        }
    }
    if tape.one_in(3) {
        add_records(&mut design, tape);
    }
    let ids: Vec<PartId> = design.parts.keys().cloned().collect();
    for id in ids {
        let part = design.parts[&id].clone();
        let part = changed(&part, part.settings_table(), "", rarity, tape);
        design.parts.insert(id, tame(part));
    }
    let ids: Vec<WireId> = design.wires.keys().cloned().collect();
    for id in ids {
        let wire = design.wires[&id].clone();
        if let Some(settings) = &wire.settings {
            let kind = settings.kind();
            let settings = changed(settings, settings_of(kind), key_of(kind), rarity, tape);
            design.wires.insert(id, Wire { settings: Some(settings), ..wire });
        }
    }
    design.scenario.seed = tape.below(1000) as u32;
    design.scenario.duration_s = 30 + tape.below(60) as u32;
    let events = tape.below(7);
    design.scenario.events = timeline(tape, events, design.scenario.duration_s);
    design
}

/// A Network Load Balancer in the place of the other one.
fn flows_instead(design: &mut Design) {
    let alb = pid("alb");
    let Some(part) = design.parts.get_mut(&alb) else { return };
    let nlb = Nlb { subnets: part.subnets().to_vec(), ..Nlb::default() };
    part.settings = PartSettings::Nlb(nlb);
    for wire in design.wires.values_mut().filter(|wire| wire.from == alb) {
        wire.settings = WireSettings::new(WireKind::NlbTargetGroup);
    }
}

/// A cache beside the databases, small enough to be full.
fn add_cache(design: &mut Design) {
    let subnets = vec![pid("data-a"), pid("data-b")];
    let items = Elasticache { items: 200, item_bytes: 20_000_000, replicas: 1, ttl_s: 20.0, ..Elasticache::default() };
    let cache = Elasticache { subnets, filled_percent: 50.0, multi_az: true, ..items };
    let part = Part { settings: PartSettings::Elasticache(cache), ..Part::new(Kind::Elasticache) };
    design.parts.insert(pid("cache"), Part { container: Some(pid("vpc")), ..part });
    let wire = Wire { settings: WireSettings::new(WireKind::Cache), ..Wire::new(pid("api"), pid("cache")) };
    design.wires.insert(design.free_wire_id(), wire);
}

/// A queue to which half of the writes go, and a group that works on its messages and sends some of them on.
fn add_queue(design: &mut Design) {
    let queue = Sqs { vpc_endpoint: true, dead_letter_queue: true, max_receive_count: 2, ..Sqs::default() };
    let queue = Sqs { visibility_timeout_s: 3.0, messages_at_start: 50, receive_wait_s: 5.0, ..queue };
    let part = Part { settings: PartSettings::Sqs(queue), ..Part::new(Kind::Sqs) };
    design.parts.insert(pid("queue"), Part { container: Some(pid("seoul")), ..part });
    let Some(workers) = design.parts.get(&pid("api")).cloned() else { return };
    design.parts.insert(pid("workers"), workers);
    let call = Call { share_percent: 50.0, ..Call::default() };
    let consumer = Consumer { poison_percent: 5.0, ..Consumer::default() };
    for (from, to, settings) in [
        ("api", "queue", Some(WireSettings::Call(call))),
        ("queue", "workers", Some(WireSettings::Consumer(consumer))),
        ("workers", "db", WireSettings::new(WireKind::Pool)),
    ] {
        design.wires.insert(design.free_wire_id(), Wire { settings, ..Wire::new(pid(from), pid(to)) });
    }
}

/// An RDS Proxy between the instances and their database.
fn proxy_between(design: &mut Design) {
    let (proxy, db) = (pid("x3"), pid("db"));
    let Some(database) = design.parts.get(&db) else { return };
    let settings = RdsProxy { subnets: database.subnets().to_vec(), pinned_percent: 10.0, ..RdsProxy::default() };
    let part = Part { settings: PartSettings::RdsProxy(settings), container: Some(pid("vpc")), ..Part::new(Kind::Rds) };
    design.parts.insert(proxy.clone(), part);
    for wire in design.wires.values_mut().filter(|wire| wire.to == db) {
        wire.to = proxy.clone();
    }
    design.wires.insert(design.free_wire_id(), Wire::new(proxy, db));
}

fn add_part(design: &mut Design, tape: &mut Tape<'_>) {
    let kind = Kind::ALL[tape.below(Kind::ALL.len())];
    let id = pid(tape.pick(&["ec2", "x1", "x2", "x3", "nat"]));
    let mut part = Part::new(kind);
    part.container = (!tape.one_in(4)).then(|| pid(tape.pick(IDS)));
    if kind == Kind::Ec2 && !tape.one_in(3) {
        part.container = Some(pid("pub-a"));
    }
    if let ninepins_model::PartSettings::Users(users) = &mut part.settings {
        users.traffic.rps = 20.0;
    }
    design.parts.insert(id, part);
}

/// Several records of the API's name with one policy, with and without health checks.
fn add_records(design: &mut Design, tape: &mut Tape<'_>) {
    let policies = [
        RoutingPolicy::Weighted,
        RoutingPolicy::Failover,
        RoutingPolicy::Latency,
        RoutingPolicy::Multivalue,
        RoutingPolicy::Geolocation,
        RoutingPolicy::Simple,
    ];
    let checks = [
        RecordCheckType::Http,
        RecordCheckType::None,
        RecordCheckType::Https,
        RecordCheckType::Tcp,
        RecordCheckType::Calculated,
        RecordCheckType::CloudwatchAlarm,
    ];
    let policy = tape.pick(&policies);
    let mut instance = Part::new(Kind::Ec2);
    instance.container = Some(pid("pub-a"));
    if let ninepins_model::PartSettings::Ec2(ec2) = &mut instance.settings {
        ec2.public_address = true;
    }
    design.parts.insert(pid("ec2"), instance);
    design.wires.retain(|_, wire| !(wire.from == pid("dns") && wire.to == pid("alb")));
    for to in ["alb", "ec2", "cdn"] {
        let health_check = RecordHealthCheck {
            kind: tape.pick(&checks),
            request_interval: RequestInterval::Fast,
            failure_threshold: 1 + tape.below(2) as u32,
            children: vec!["alb".into(), "ec2".into()],
            ..RecordHealthCheck::default()
        };
        let record = Record {
            name: "api.example.com".into(),
            policy,
            ttl_s: tape.pick(&[5.0, 60.0, 0.0]),
            alias: !tape.one_in(3),
            evaluate_target_health: tape.one_in(2),
            failover: tape.pick(&[FailoverRole::Primary, FailoverRole::Secondary]),
            health_check,
            ..Record::default()
        };
        let id = design.free_wire_id();
        let settings = Some(WireSettings::Record(record));
        design.wires.insert(id, Wire { settings, ..Wire::new(pid("dns"), pid(to)) });
    }
}

fn add_wire(design: &mut Design, tape: &mut Tape<'_>) {
    let (from, to) = (pid(tape.pick(IDS)), pid(tape.pick(IDS)));
    let meant = match (design.parts.get(&from), design.parts.get(&to)) {
        (Some(from), Some(to)) => from.kind().wire_to(to.kind()),
        _ => None,
    };
    let kind = meant.unwrap_or(WIRE_KINDS[tape.below(WIRE_KINDS.len())]);
    let id = design.free_wire_id();
    design.wires.insert(id, Wire { settings: WireSettings::new(kind), ..Wire::new(from, to) });
}

const fn key_of(kind: WireKind) -> &'static str {
    match kind {
        WireKind::Client | WireKind::ProxyTarget => "",
        WireKind::Record => "record.",
        WireKind::Origin => "origin.",
        WireKind::TargetGroup => "target_group.",
        WireKind::NlbTargetGroup => "nlb_target_group.",
        WireKind::Call => "call.",
        WireKind::Pool => "pool.",
        WireKind::Cache => "cache.",
        WireKind::Consumer => "consumer.",
    }
}
