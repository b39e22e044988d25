//! What the table of needs calls idle changes nothing: two designs that differ in all their idle settings give the same run,
//! the same bill and the same problems.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use std::collections::BTreeSet;

use ninepins_model::presets::Preset;
use ninepins_model::wires::{Record, RecordCheckType, RecordHealthCheck};
use ninepins_model::{
    Control, Controls, Design, Event, Kind, Need, Part, PartId, PartSettings, Setting, SettingKey, Wire, WireId,
    WireSettings, needs, problems,
};
use ninepins_report::bill;
use ninepins_sim::Run;
use ninepins_tests::chaos::{self, Tape, limit};
use ninepins_tests::pid;
use serde_json::Value;

/// How many designs are tried, half of them presets.
const ROUNDS: u32 = 600;
/// Most runs are short; alarms take some minutes, and every so many rounds a run has them.
const RUN_S: u32 = 40;
const LONG_RUN_S: u32 = 400;
const LONG_EVERY: u32 = 11;
/// In a preset, what its experiments do begins so soon.
const AT_MS: u64 = 5_000;

/// A part or a wire.
#[derive(Debug, Clone, PartialEq)]
enum Owner {
    Part(PartId),
    Wire(WireId),
}

impl Owner {
    fn all(design: &Design) -> Vec<Owner> {
        let parts = design.parts.keys().cloned().map(Owner::Part);
        parts.chain(design.wires.keys().cloned().map(Owner::Wire)).collect()
    }

    fn controls(&self, design: &Design) -> Option<Controls> {
        match self {
            Owner::Part(id) => design.parts.get(id).map(|part| Controls::of_part(&part.settings)),
            Owner::Wire(id) => Controls::of_wire(design, id),
        }
    }

    /// Sets a value; one that does not fit is left out.
    fn set(&self, design: &mut Design, path: &str, value: Value) {
        let edit = match self {
            Owner::Part(id) => design.set_part(id, path, value),
            Owner::Wire(id) => design.set_wire(id, path, value),
        };
        if let Ok(edit) = edit {
            design.apply(edit).unwrap();
        }
    }
}

/// Numbers that look random, the same every time.
fn numbers(seed: u32) -> Vec<u32> {
    let mut state = u64::from(seed) + 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u32
    };
    (0..6_000).map(|_| next()).collect()
}

/// A value that the setting's control takes.
fn any_value(setting: &Setting, tape: &mut Tape<'_>) -> Option<Value> {
    let number = |min: f64, max: f64, tape: &mut Tape<'_>| match tape.below(3) {
        0 => min,
        1 => max.min(limit(setting.key, max)),
        _ => min + (max.min(limit(setting.key, max)) - min) * tape.below(1_000) as f64 / 20_000.0,
    };
    match setting.control {
        Control::Integer(fact) => Some((number(fact.min, fact.max, tape).ceil() as u64).into()),
        Control::Decimal(fact) => Some(number(fact.min, fact.max, tape).into()),
        _ => chaos::value(setting, tape),
    }
}

/// A preset with its experiments in the first seconds, one after the other.
fn preset(tape: &mut Tape<'_>) -> Design {
    let preset = Preset::ALL[tape.below(Preset::ALL.len())];
    let mut design = preset.design();
    let actions = preset.experiments().into_iter().zip(1..);
    design.scenario.events = actions.map(|(action, place)| Event { at_ms: AT_MS * place, action }).collect();
    with_more(&mut design);
    design
}

/// What no preset has: a service outside AWS, and a record of another name with a health check.
fn with_more(design: &mut Design) {
    let instances: Vec<PartId> = design
        .parts
        .iter()
        .filter(|(_, part)| matches!(part.kind(), Kind::Asg | Kind::Ec2))
        .map(|(id, _)| id.clone())
        .collect();
    if let Some(caller) = instances.first() {
        design.parts.insert(pid("bank"), Part::new(Kind::ExternalService));
        design.wires.insert(design.free_wire_id(), Wire::new(caller.clone(), pid("bank")));
    }
    let zone = design.parts.iter().find(|(_, part)| part.kind() == Kind::Route53).map(|(id, _)| id.clone());
    let target =
        design.parts.iter().find(|(_, part)| matches!(part.kind(), Kind::Ec2 | Kind::Alb)).map(|(id, _)| id.clone());
    if let (Some(zone), Some(target)) = (zone, target) {
        let health_check = RecordHealthCheck { kind: RecordCheckType::Http, ..RecordHealthCheck::default() };
        let record = Record { name: "spare.example.com".into(), health_check, ..Record::default() };
        let wire = Wire { settings: Some(WireSettings::Record(record)), ..Wire::new(zone, target) };
        design.wires.insert(design.free_wire_id(), wire);
    }
}

/// A design whose settings that others wait for have any values.
fn design(seed: u32, tape: &mut Tape<'_>) -> Design {
    let mut design = if seed.is_multiple_of(2) { preset(tape) } else { chaos::design(tape) };
    design.scenario.duration_s = if seed.is_multiple_of(LONG_EVERY) { LONG_RUN_S } else { RUN_S };
    let deciding: BTreeSet<SettingKey> = needs().flat_map(|(_, any)| any.iter().map(|need| need.of)).collect();
    for owner in Owner::all(&design) {
        let Some(controls) = owner.controls(&design) else { continue };
        for setting in controls.table {
            let found = setting.path.split('.').try_fold(&controls.values, |place, level| place.get(level));
            let is_wrong = setting.fact().zip(found.and_then(Value::as_f64)).is_some_and(|(fact, number)| {
                // What is out of its range is a problem, beside which nothing is called idle.
                !(fact.min..=fact.max).contains(&number)
            });
            let decides = deciding.contains(&setting.key) && tape.below(3) == 0;
            if (is_wrong || decides)
                && let Some(value) = any_value(setting, tape)
            {
                owner.set(&mut design, setting.path, value);
            }
        }
    }
    for part in design.parts.values_mut() {
        if let PartSettings::Users(users) = &mut part.settings {
            users.traffic.rps = users.traffic.rps.min(60.0);
            users.traffic.think_s = users.traffic.think_s.max(1.0);
            users.clients = users.clients.min(100);
        }
    }
    design
}

/// Everything that is idle in a design.
fn idle(design: &Design) -> Vec<(Owner, Setting, &'static [Need])> {
    let owners = Owner::all(design).into_iter();
    let each = owners.filter_map(|owner| owner.controls(design).map(|controls| (owner, controls)));
    each.flat_map(|(owner, controls)| {
        let table = controls.table.iter();
        let found = table.filter_map(|setting| Some((*setting, controls.waits_for(setting.key)?)));
        found.map(|(setting, needs)| (owner.clone(), setting, needs)).collect::<Vec<_>>()
    })
    .collect()
}

/// What a design leads to, piece by piece.
fn outcome(design: &Design) -> [String; 5] {
    let mut run = Run::new(design.clone());
    run.advance(run.end_ns(), u64::MAX);
    let bill = bill(run.design(), &run.gauges().usage, f64::from(design.scenario.duration_s));
    [
        format!("{:016x}", run.digest()),
        format!("{bill:?}"),
        format!("{:?}", problems(design)),
        format!("{:?}", run.log()),
        format!("{:?}", run.windows()),
    ]
}

/// The first piece in which two designs differ.
fn difference(one: &[String; 5], other: &[String; 5]) -> Option<&'static str> {
    let pieces = ["run", "bill", "problems", "log", "metrics"].into_iter();
    pieces.zip(one.iter().zip(other)).find(|(_, (one, other))| one != other).map(|(piece, _)| piece)
}

#[test]
fn what_is_idle_changes_neither_the_run_nor_the_bill_nor_the_problems() {
    let mut covered: Vec<(SettingKey, &'static [Need])> = Vec::new();
    for seed in 0..ROUNDS {
        let numbers = numbers(seed);
        let mut tape = Tape::new(&numbers);
        let base = design(seed, &mut tape);
        let expected = outcome(&base);
        let mut varied = base.clone();
        let mut changed = Vec::new();
        for (owner, setting, needs) in idle(&base) {
            let Some(value) = any_value(&setting, &mut tape) else { continue };
            let before = varied.clone();
            owner.set(&mut varied, setting.path, value.clone());
            if varied != before {
                covered.push((setting.key, needs));
                changed.push((owner, setting, value));
            }
        }
        if difference(&expected, &outcome(&varied)).is_none() {
            continue;
        }
        for (owner, setting, value) in changed {
            let mut one = base.clone();
            owner.set(&mut one, setting.path, value.clone());
            let found = difference(&expected, &outcome(&one));
            assert_eq!(found, None, "round {seed}: {owner:?} {} = {value}", setting.path);
        }
        panic!("round {seed}: together they change something");
    }
    let missed: Vec<_> = needs().filter(|need| !covered.contains(need)).collect();
    assert_eq!(missed, vec![], "these were never idle, or had no other value");
}
