//! Random designs: any kinds, containers, wires, and settings anywhere in their ranges.

use ninepins_model::{
    Action, Control, Design, Event, Kind, MemberPick, MemberTarget, Part, PartId, ScalingProcess, Scenario,
    SecurityGroup, SecurityRule, Setting, Wire, WireId, WireKind, WireSettings, limits, parts, wires,
};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Which setting to change, and how far along its range.
type Change = (usize, f64);

/// A design that needs no repair.
pub(crate) fn any_design() -> impl Strategy<Value = Design> {
    let position = -limits::POSITION..=limits::POSITION;
    let part = (0..Kind::ALL.len(), any::<u16>(), [position.clone(), position], vec((0..64_usize, 0.0..=1.0), 0..6));
    let wire = (any::<u16>(), any::<u16>(), 0..7_usize, vec((0..64_usize, 0.0..=1.0), 0..4));
    let event = (0..=3_600_000_u64, any::<u16>(), 0..35_usize, 0..=3600_u32, 0.0..=1000.0);
    (vec(part, 0..30), vec(wire, 0..30), vec(event, 0..10), "\\PC{0,40}", any::<u32>(), 1..=limits::DURATION_S)
        .prop_map(|(parts, wires, events, name, seed, duration_s)| {
            let mut design = Design { name: plain(&name), ..Design::default() };
            let ids: Vec<PartId> = (0..parts.len()).map(id).collect();
            for (number, (kind, container, at, changes)) in parts.into_iter().enumerate() {
                let part = part_of(Kind::ALL[kind], &ids[..number], container, at, &changes);
                design.parts.insert(id(number), part);
            }
            for (number, (from, to, kind, changes)) in wires.into_iter().enumerate() {
                let label = if from.is_multiple_of(3) { "라벨 <i>".into() } else { String::new() };
                let bend = to.is_multiple_of(3).then_some([i32::from(from), -i32::from(to)]);
                let settings = wire_settings(kind, &changes);
                let wire = Wire { label, bend, settings, ..Wire::new(pick(&ids, from), pick(&ids, to)) };
                let id: WireId = format!("w{number}").parse().unwrap();
                design.wires.insert(id, wire);
            }
            let rule = SecurityRule { from: "0.0.0.0/0".into(), port: (seed % 65_536) as u16 };
            design
                .security_groups
                .insert("web".into(), SecurityGroup { inbound: vec![rule], ..SecurityGroup::default() });
            design.scenario = Scenario { seed, duration_s, events: timeline(&ids, events) };
            design
        })
}

/// Without the characters that a text is cleaned of.
fn plain(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric() || *character == ' ').collect()
}

fn id(number: usize) -> PartId {
    format!("part-{number}").parse().unwrap()
}

/// One of the ids, or one that no part has.
fn pick(ids: &[PartId], choice: u16) -> PartId {
    let place = usize::from(choice) % (ids.len() + 1);
    ids.get(place).cloned().unwrap_or_else(|| "nowhere".parse().unwrap())
}

fn part_of(kind: Kind, earlier: &[PartId], choice: u16, at: [i32; 2], changes: &[Change]) -> Part {
    let mut part = Part { at, ..Part::new(kind) };
    // Only a few containers, so that nesting stays within its limit.
    part.container = (!choice.is_multiple_of(3)).then(|| pick(&earlier[..earlier.len().min(7)], choice));
    part.collapsed = kind.is_container() && choice.is_multiple_of(5);
    part.size = kind.is_resizable().then_some([at[0].abs().max(1), 100]);
    part.name = if choice.is_multiple_of(4) { "이름 <b>".into() } else { String::new() };
    let mut settings = serde_json::to_value(&part.settings).unwrap();
    for (which, along) in changes {
        change(&mut settings, parts::settings_of(kind), *which, *along, earlier);
    }
    part.settings = serde_json::from_value(settings).unwrap();
    part
}

fn wire_settings(kind: usize, changes: &[Change]) -> Option<WireSettings> {
    let kinds = [
        WireKind::Client,
        WireKind::Record,
        WireKind::Origin,
        WireKind::TargetGroup,
        WireKind::NlbTargetGroup,
        WireKind::Call,
        WireKind::Pool,
        WireKind::ProxyTarget,
    ];
    let kind = *kinds.get(kind)?;
    let mut settings = serde_json::to_value(WireSettings::new(kind)?).unwrap();
    let own = settings.as_object_mut().unwrap().values_mut().next().unwrap();
    for (which, along) in changes {
        change(own, wires::settings_of(kind), *which, *along, &[]);
    }
    Some(serde_json::from_value(settings).unwrap())
}

fn change(settings: &mut Value, table: &[Setting], which: usize, along: f64, ids: &[PartId]) {
    if table.is_empty() {
        return;
    }
    let setting = table[which % table.len()];
    let place = setting.path.split('.').fold(settings, |place, level| &mut place[level]);
    let named: Vec<&str> = ids.iter().take(3).map(PartId::as_str).collect();
    *place = match setting.control {
        Control::Integer(fact) => json!((fact.min + along * (fact.max - fact.min)).round() as u64),
        Control::Decimal(fact) => json!((fact.min + along * (fact.max - fact.min)).clamp(fact.min, fact.max)),
        Control::Toggle => json!(along < 0.5),
        Control::Choice(choices) => json!(choices[(along * 100.0) as usize % choices.len()]),
        Control::Text | Control::Paragraph | Control::Zone => json!(format!("text-{along}")),
        Control::Texts if setting.path.starts_with("network_acl") => {
            json!(["90 deny 10.0.0.0/8 22", "100 allow 0.0.0.0/0"])
        }
        Control::Texts | Control::SecurityGroups => json!(["web", format!("text-{along}")]),
        Control::Subnets => json!(named),
        Control::Certificate | Control::Database => json!(named.first()),
        Control::Points => json!([[0.0, along], [along * 60.0, 100.5]]),
        Control::Routes => json!({ "0.0.0.0/0": "internet_gateway" }),
    };
}

fn timeline(ids: &[PartId], events: Vec<(u64, u16, usize, u32, f64)>) -> Vec<Event> {
    let mut events: Vec<Event> = events
        .into_iter()
        .map(|(at_ms, choice, which, for_s, factor)| Event { at_ms, action: action(ids, choice, which, for_s, factor) })
        .collect();
    events.sort_by_key(|event| event.at_ms);
    events
}

fn action(ids: &[PartId], choice: u16, which: usize, for_s: u32, factor: f64) -> Action {
    let part = pick(ids, choice);
    let pick = if for_s.is_multiple_of(2) { MemberPick::Oldest } else { MemberPick::Number(for_s) };
    let target = MemberTarget { part: part.clone(), pick, zone: (factor < 500.0).then(|| "ap-northeast-2a".into()) };
    match which {
        0 => Action::TerminateInstance { target },
        1 => Action::HangInstance { target, for_s },
        2 => Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s },
        3 => Action::PrimaryFailure { part },
        4 => Action::RebootWithFailover { part },
        5 => Action::ReplicaCut { part, for_s },
        6 => Action::CertificateExpiry { part, for_s },
        7 => Action::SecurityGroupRuleRemoval { part, from: "0.0.0.0/0".into(), for_s },
        8 => Action::CacheFlush { part },
        9 => Action::NetworkLatency { part, latency_ms: 200.0, jitter_ms: 0.5, for_s },
        10 => Action::NetworkAclDeny { part, outbound: true, from_port: 1024, to_port: 65535, for_s },
        11 => Action::ZoneNetworkCut { zone: "ap-northeast-2b".into(), within: true, for_s },
        12 => Action::Traffic { part, factor, for_s },
        13 => Action::NodeLoss { part, zone: "ap-northeast-2a".into(), for_s },
        14 => Action::ZonalShift { part, zone: "ap-northeast-2a".into(), for_s },
        15 => Action::BadHealthCheck { part, status: 500, for_s },
        16 => Action::TargetDeregistration { target, for_s },
        17 => Action::TargetGroupWeight { part, weight: for_s % 1000, for_s },
        18 => Action::Invalidation { part, path: "/assets/*".into() },
        19 => Action::S3Throttling { part, remaining: factor / 1000.0, for_s },
        20 => Action::BucketAccessDenied { part, for_s },
        21 => Action::EdgeLocationLoss { part, for_s },
        22 => Action::ValidationRecordRemoval { part, for_s },
        23 => Action::DnsOutage { part, for_s },
        24 => Action::WrongRecord {
            instead: for_s.is_multiple_of(2).then(|| part.clone()),
            to: part.clone(),
            part,
            for_s,
        },
        25 => Action::ApplicationCrash { target, for_s },
        26 => Action::Errors { part, percent: factor / 10.0, for_s },
        27 => Action::ExternalServiceOutage { part, for_s },
        28 => Action::SpotInterruption { target, after_s: for_s },
        29 => Action::OnDemandQuota { part, vcpus: for_s, for_s },
        30 => Action::ProcessSuspension { part, process: ScalingProcess::ALL[for_s as usize % 7], for_s },
        31 => Action::InstanceRefresh { part },
        32 => Action::CacheNodeFailure { part },
        33 => Action::CacheZoneInterruption { part, zone: "ap-northeast-2a".into(), for_s },
        _ => Action::SetDesiredCapacity { part, desired: for_s % 1000 },
    }
}
