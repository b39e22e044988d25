//! Random designs and timelines: sensible ones with changed settings, and heaps of parts that make no sense.

use ninepins_model::parts::{Elasticache, Nlb, RdsProxy, Sqs};
use ninepins_model::presets::seed_architecture;
use ninepins_model::wires::{Call, Consumer, settings_of};
use ninepins_model::wires::{FailoverRole, Record, RecordCheckType, RecordHealthCheck, RequestInterval, RoutingPolicy};
use ninepins_model::{
    Action, Control, Design, Event, Kind, Part, PartId, PartSettings, ScalingProcess, Setting, SettingKey, Wire,
    WireId, WireKind, WireSettings,
};
use serde_json::Value;

use crate::draft::{pid, target};

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

/// Things that happen at random times of a run.
pub fn timeline(tape: &mut Tape<'_>, events: usize, duration_s: u32) -> Vec<Event> {
    (0..events)
        .map(|_| {
            let at_ms = match tape.below(8) {
                0 => 0,
                1 => u64::from(duration_s) * 1000,
                _ => tape.below(duration_s as usize * 1000) as u64,
            };
            Event { at_ms, action: action(tape) }
        })
        .collect()
}

/// Something that happens, most often to a part that can suffer it.
pub fn action(tape: &mut Tape<'_>) -> Action {
    let any = pid(tape.pick(IDS));
    let wild = tape.one_in(6);
    let part = |usual: &str| if wild { any.clone() } else { pid(usual) };
    let for_s = if tape.one_in(4) { 0 } else { tape.below(25) as u32 };
    let member = target(tape.pick(&[
        "api/oldest",
        "api/newest",
        "api/any",
        "api/2",
        "api/any@ap-northeast-2b",
        "ec2/1",
        "workers/any",
        "x1/any",
    ]));
    match tape.below(52) {
        0 => Action::ValidationRecordRemoval { part: part("cert-api"), for_s },
        1 => Action::DnsOutage { part: part("dns"), for_s },
        2 => {
            let instead = tape.one_in(2).then(|| pid(tape.pick(&["cdn", "alb", "ec2", "web", "db", "nowhere"])));
            Action::WrongRecord { part: part("dns"), to: pid(tape.pick(&["alb", "cdn", "ec2"])), instead, for_s }
        }
        3 => Action::ZoneNetworkCut { zone: (tape.pick(ZONES)).into(), within: tape.one_in(2), for_s },
        4 => Action::InsufficientInstanceCapacity { zone: (tape.pick(ZONES)).into(), for_s },
        5 => Action::RegionLoss { part: part("seoul"), for_s },
        6 => {
            let (latency_ms, jitter_ms) = tape.pick(&[(0.0, 0.0), (50.0, 80.0), (2000.0, 100.0)]);
            Action::NetworkLatency { part: pid(tape.pick(IDS)), latency_ms, jitter_ms, for_s }
        }
        7 => {
            let percent = tape.pick(&[0.0, 5.0, 50.0, 100.0]);
            Action::PacketLoss { part: pid(tape.pick(IDS)), percent, for_s }
        }
        8 => Action::Partition { part: pid(tape.pick(IDS)), other: pid(tape.pick(IDS)), for_s },
        9 => {
            let (from_port, to_port) = tape.pick(&[(1024, 65535), (0, 65535), (443, 443), (40_000, 50_000)]);
            let subnet = pid(tape.pick(&["pub-a", "app-a", "app-b", "data-a", "vpc"]));
            Action::NetworkAclDeny { part: subnet, outbound: tape.one_in(2), from_port, to_port, for_s }
        }
        10 if tape.one_in(2) => Action::NatGatewayLoss { part: pid(tape.pick(&["nat", "x1", "x2"])), for_s },
        10 => {
            let subnet = pid(tape.pick(&["pub-a", "pub-b", "app-a"]));
            Action::RouteRemoval { part: subnet, destination: "0.0.0.0/0".into(), for_s }
        }
        11 if tape.one_in(2) => Action::StopInstance { target: member, for_s },
        11 => Action::TerminateInstance { target: member },
        12 | 13 => Action::HangInstance { target: member, for_s },
        14 | 15 => Action::ZonePowerLoss { zone: (tape.pick(ZONES)).into(), for_s },
        16 => Action::PrimaryFailure { part: part("db") },
        17 => Action::RebootWithFailover { part: part("db") },
        18 => Action::ReplicaCut { part: part("replica"), for_s },
        19 => Action::CertificateExpiry { part: part("cert-api"), for_s },
        20 => {
            let (to, from) = tape.pick(&[("api", "alb"), ("db", "api"), ("replica", "api"), ("alb", "0.0.0.0/0")]);
            Action::SecurityGroupRuleRemoval { part: pid(to), from: from.into(), for_s }
        }
        21 => Action::NodeLoss { part: part("alb"), zone: (tape.pick(ZONES)).into(), for_s },
        22 => Action::ZonalShift { part: part("alb"), zone: (tape.pick(ZONES)).into(), for_s },
        23 => Action::BadHealthCheck { part: part("api"), status: tape.pick(&[500, 404, 200]), for_s },
        24 => Action::TargetDeregistration { target: member, for_s },
        25 => Action::TargetGroupWeight { part: part("api"), weight: tape.pick(&[0, 1, 999]), for_s },
        26 if tape.one_in(2) => {
            let percent = tape.pick(&[0.0, 50.0, 100.0]);
            match tape.below(6) {
                0 => Action::CpuStress { target: member, percent, for_s },
                1 => Action::MemoryStress { target: member, percent, for_s },
                2 => Action::IoStress { target: member, percent, for_s },
                3 => Action::DiskFill { target: member, percent, for_s },
                4 => Action::VolumeIoPause { target: member, for_s },
                _ => Action::VolumeIoLatency { target: member, latency_ms: percent * 20.0, for_s },
            }
        }
        26 => Action::ApplicationCrash { target: member, for_s },
        27 => Action::Errors { part: part("api"), percent: tape.pick(&[0.0, 20.0, 100.0]), for_s },
        28 => Action::ExternalServiceOutage { part: part("x1"), for_s },
        29 => Action::CacheFlush { part: pid(tape.pick(&["cdn", "cache", "x1"])) },
        30 => {
            let path = tape.pick(&["/*", "/assets/*", "/index.html", "*.png", ""]);
            Action::Invalidation { part: part("cdn"), path: path.into() }
        }
        31 => Action::S3Throttling { part: part("web"), remaining: tape.pick(&[0.0, 0.01, 0.5, 1.0]), for_s },
        32 => Action::BucketAccessDenied { part: part("web"), for_s },
        33 => Action::EdgeLocationLoss { part: part("cdn"), for_s },
        34 => {
            let factor = tape.pick(&[0.0, 0.1, 2.0, 4.0]);
            Action::Traffic { part: part("users"), factor, for_s }
        }
        35 => {
            let (percent, factor) = tape.pick(&[(5.0, 100.0), (100.0, 2.0), (0.0, 1.0)]);
            Action::SlowQueries { part: part("db"), percent, factor, for_s }
        }
        36 => Action::DatabaseLock { part: part("db"), for_s },
        37 => Action::StorageFull { part: part("db"), for_s },
        38 => Action::ConnectionLeak { part: part("api"), percent: tape.pick(&[1.0, 20.0, 100.0]), for_s },
        39 => Action::ReplicaLag { part: part("replica"), for_s },
        40 => Action::DatabaseMaintenance { part: part("db") },
        41 => Action::EngineUpgrade { part: part("db") },
        42 if tape.one_in(2) => {
            let class = tape.pick(&["db.t3.micro", "db.m6g.4xlarge", "db.none"]);
            Action::DatabaseClassChange { part: part("db"), instance_class: class.into() }
        }
        42 => Action::DatabaseBackup { part: part("db") },
        43 if tape.one_in(2) => Action::DatabaseRestore { part: part("db") },
        43 => Action::PromoteReplica { part: part("replica") },
        44 => Action::SpotInterruption { target: member, after_s: tape.pick(&[0, 120, 400]) },
        45 => Action::OnDemandQuota { part: part("seoul"), vcpus: tape.pick(&[0, 9, 2000]), for_s },
        46 | 47 => Action::ProcessSuspension { part: part("api"), process: tape.pick(&ScalingProcess::ALL), for_s },
        48 => Action::InstanceRefresh { part: part("api") },
        49 => Action::CacheNodeFailure { part: part("cache") },
        50 => Action::CacheZoneInterruption { part: part("cache"), zone: (tape.pick(ZONES)).into(), for_s },
        _ => Action::SetDesiredCapacity { part: part("api"), desired: tape.below(9) as u32 },
    }
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

/// The same with one in `rarity` of its settings changed, through its document.
fn changed<T>(thing: &T, table: &[Setting], prefix: &str, rarity: usize, tape: &mut Tape<'_>) -> T
where
    T: Clone + serde::Serialize + serde::de::DeserializeOwned,
{
    let mut document = serde_json::to_value(thing).expect("a part can be written");
    for setting in table {
        if !tape.one_in(rarity) {
            continue;
        }
        let path = format!("/{prefix}{}", setting.path).replace('.', "/");
        if let (Some(place), Some(value)) = (document.pointer_mut(&path), value(setting, tape)) {
            *place = value;
        }
    }
    serde_json::from_value(document).unwrap_or_else(|_| thing.clone())
}

fn value(setting: &Setting, tape: &mut Tape<'_>) -> Option<Value> {
    let some_ids = |tape: &mut Tape<'_>| (0..tape.below(4)).map(|_| tape.pick(IDS)).collect::<Vec<_>>();
    Some(match setting.control {
        Control::Integer(fact) => number(fact.min, limit(setting.key, fact.max), tape).round().into(),
        Control::Decimal(fact) => number(fact.min, limit(setting.key, fact.max), tape).into(),
        Control::Toggle => tape.one_in(2).into(),
        Control::Choice(choices) => (tape.pick(choices)).into(),
        Control::Text if matches!(setting.key, SettingKey::VpcCidr | SettingKey::SubnetCidr) => {
            (tape.pick(&["10.0.0.0/28", "10.0.7.0/24", "0.0.0.0/0", "10.0.0.0/32", ""])).into()
        }
        Control::Texts if matches!(setting.key, SettingKey::AclInbound | SettingKey::AclOutbound) => {
            let rules = [
                "100 allow 0.0.0.0/0",
                "90 deny 10.0.0.0/24",
                "80 allow 10.0.0.0/16 1024-65535",
                "70 deny 0.0.0.0/0 443",
            ];
            (0..tape.below(4)).map(|_| tape.pick(&rules)).collect::<Vec<_>>().into()
        }
        Control::Text if setting.key == SettingKey::OriginPath => {
            (tape.pick(&["/*", "/api/*", "*.png", "/orders/?", "/index.html", "*"])).into()
        }
        Control::Text | Control::Paragraph => (tape.pick(&["example.com", "api.example.com", "", "x"])).into(),
        Control::Texts if setting.key == SettingKey::FailoverCodes => {
            vec![tape.pick(&["403", "404", "500", "503", "200", ""]), tape.pick(&["502", "504", "x"])].into()
        }
        Control::Texts if setting.key == SettingKey::CustomErrorResponses => {
            let lines = ["403 /index.html 200", "404 /lost.html 404", "503 /sorry.html 200", "504 /late.html 503", ""];
            vec![tape.pick(&lines), tape.pick(&lines)].into()
        }
        Control::Texts if matches!(setting.key, SettingKey::ScaleOutSteps | SettingKey::ScaleInSteps) => {
            vec![tape.pick(&["0 10 1", "0 * 50", "* 0 -1", "x"]), tape.pick(&["10 * 3", "* * -9", "0 1"])].into()
        }
        Control::Texts if setting.key == SettingKey::ScheduledActions => {
            vec![tape.pick(&["10 1 3 2", "* * * * * - - 3", "0 0 0 0", "x"]), tape.pick(&["20 - - 9", ""])].into()
        }
        Control::Texts if setting.key == SettingKey::PredictiveForecast => vec![tape.pick(&["0 5", "1 2", "x"])].into(),
        Control::Texts => vec![tape.pick(&["*.example.com", "example.com", ""])].into(),
        Control::Subnets => some_ids(tape).into(),
        Control::Certificate | Control::Database => (tape.pick(IDS)).into(),
        Control::Zone => (tape.pick(ZONES)).into(),
        Control::SecurityGroups => some_ids(tape).into(),
        Control::Routes => match tape.pick(&["", "internet_gateway", "nat", "nowhere"]) {
            "" => serde_json::json!({}),
            target => serde_json::json!({ "0.0.0.0/0": target }),
        },
        Control::Points => {
            let points = (0..tape.below(4)).map(|point| [10.0 * point as f64, tape.below(60) as f64]);
            serde_json::json!(points.collect::<Vec<_>>())
        }
    })
}

/// A number of a range: its ends, zero, or anything between, small ones as often as large ones.
fn number(min: f64, max: f64, tape: &mut Tape<'_>) -> f64 {
    match tape.below(5) {
        0 => min,
        1 => max,
        2 => 0.0,
        _ => min + (max - min) * 10_f64.powf(-4.0 * tape.below(1000) as f64 / 1000.0),
    }
}

/// What keeps a run short: the largest value tried of what multiplies its work.
pub fn limit(key: SettingKey, max: f64) -> f64 {
    match key {
        SettingKey::RequestsPerSecond | SettingKey::PeakRate => 60.0,
        SettingKey::Resolvers => 50.0,
        SettingKey::Clients => 200.0,
        SettingKey::AssetObjects | SettingKey::BucketObjects => 300.0,
        SettingKey::EdgeLocations => 8.0,
        SettingKey::RegionalCaches | SettingKey::BucketPrefixes => 4.0,
        SettingKey::GroupMin | SettingKey::GroupMax | SettingKey::GroupDesired => 12.0,
        SettingKey::MaxPrepared | SettingKey::WarmPoolMin => 12.0,
        SettingKey::PoolSize => 40.0,
        SettingKey::CacheItems => 500.0,
        SettingKey::ConsumerConcurrency => 4.0,
        SettingKey::MessagesAtStart => 500.0,
        SettingKey::CallsPerRequest | SettingKey::CallTries | SettingKey::QueryTries => 3.0,
        _ => max,
    }
}

/// At most sixty requests a second.
fn tame(mut part: Part) -> Part {
    if let ninepins_model::PartSettings::Users(users) = &mut part.settings {
        users.traffic.rps = users.traffic.rps.min(60.0);
        users.traffic.peak_rps = users.traffic.peak_rps.min(60.0);
        users.traffic.think_s = users.traffic.think_s.max(2.0);
        users.clients = users.clients.min(200);
    }
    part
}
