//! Numbers and choices out of their ranges; wires and events without meaning.

use super::*;

#[test]
fn wires_and_events_without_meaning_go_and_missing_ones_come() {
    mended(&FixKind::RemoveWire, |design| {
        design.wires.insert(design.free_wire_id(), Wire::new(id("db"), id("users")));
    });
    mended(&FixKind::RemoveEvent, |design| {
        design.scenario.events.push(Event { at_ms: 1000, action: Action::PrimaryFailure { part: id("gone") } });
    });
    let unwired = |from: &'static str| move |design: &mut Design| design.wires.retain(|_, wire| wire.from != id(from));
    mended(&FixKind::Connect(id("dns")), unwired("users"));
    mended(&FixKind::Connect(id("api")), unwired("alb"));
    mended(&FixKind::Connect(id("web")), unwired("cdn"));
    mended(&FixKind::ConnectFrom(id("api")), |design| design.wires.retain(|_, wire| wire.to != id("db")));
    mended(&FixKind::ReplicateFrom(id("db")), |design| {
        part(design, "replica", |settings| {
            if let PartSettings::ReadReplica(replica) = settings {
                replica.replica_of = None;
            }
        });
    });
}

#[test]
fn every_number_out_of_its_range_and_every_unknown_choice_has_a_fix() {
    let design = seed_architecture();
    for (part_id, part) in &design.parts {
        for setting in part.settings_table() {
            let wrong: serde_json::Value = match setting.control {
                Control::Decimal(fact) => (fact.max + 1.0).into(),
                Control::Integer(fact) => (fact.max as u64 + 1).into(),
                _ => continue,
            };
            let Ok(edit) = design.set_part(part_id, setting.path, wrong) else { continue };
            let mut spoilt = design.clone();
            spoilt.apply(edit).unwrap();
            let is_range = |problem: &Problem| matches!(problem.kind, ProblemKind::OutOfRange { .. });
            let found = problems(&spoilt).into_iter().find(is_range).unwrap();
            let fixed = fix(&spoilt, &found).unwrap_or_else(|| panic!("{} has no fix", setting.path));
            spoilt.apply(fixed.edit).unwrap();
            assert!(!problems(&spoilt).contains(&found));
        }
    }
    let mut unknown = seed_architecture();
    part(&mut unknown, "api", |settings| {
        if let PartSettings::Asg(asg) = settings {
            asg.instance_type = "m1.tiny".into()
        }
    });
    let done = mend(&mut unknown);
    assert!(matches!(done.first(), Some(FixKind::Choose { key: SettingKey::InstanceType, .. })));
}
