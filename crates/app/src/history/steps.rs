//! What each step of the history was about, found by walking it.

use std::collections::BTreeMap;

use ninepins_model::{Change, Design, Edit, History, Part, PartId, SettingKey, Step, Wire, WireId};
use ninepins_words::StepSubject;
use serde_json::Value;

/// A step with what it was about.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told {
    pub(super) change: Change,
    pub(super) about: StepSubject,
}

/// The steps that can be undone, newest first, and those that can be made again, nearest first.
pub(super) fn told(design: &Design, history: &History) -> (Vec<Told>, Vec<Told>) {
    (walked(design.clone(), history.done(), false), walked(design.clone(), history.undone(), true))
}

fn walked(mut design: Design, steps: &[Step], forward: bool) -> Vec<Told> {
    let mut told = Vec::with_capacity(steps.len());
    for step in steps.iter().rev() {
        let Ok(opposite) = design.apply(step.inverse.clone()) else { break };
        let (earlier, later) = if forward { (&opposite, &step.inverse) } else { (&step.inverse, &opposite) };
        let (earlier, later) = (Contents::of(earlier), Contents::of(later));
        told.push(Told { change: step.change, about: about(step.change, &design, &earlier, &later) });
    }
    told
}

/// What an edit makes of each thing that it touches; where it touches one twice, the last counts.
#[derive(Default)]
struct Contents<'a> {
    parts: BTreeMap<&'a PartId, Option<&'a Part>>,
    wires: BTreeMap<&'a WireId, Option<&'a Wire>>,
    name: Option<&'a str>,
}

impl<'a> Contents<'a> {
    fn of(edit: &'a Edit) -> Self {
        let mut contents = Contents::default();
        contents.add(edit);
        contents
    }

    fn add(&mut self, edit: &'a Edit) {
        match edit {
            Edit::Batch(edits) => edits.iter().for_each(|edit| self.add(edit)),
            Edit::Part { id, to } => drop(self.parts.insert(id, to.as_deref())),
            Edit::Wire { id, to } => drop(self.wires.insert(id, to.as_deref())),
            Edit::Name(name) => self.name = Some(name),
            Edit::SecurityGroup { .. } | Edit::Events(_) | Edit::Scenario { .. } | Edit::Design(_) => {}
        }
    }
}

fn about(change: Change, design: &Design, earlier: &Contents, later: &Contents) -> StepSubject {
    let mut about = StepSubject::default();
    match change {
        Change::Wire | Change::Unwire => about.names = wire_names(design, earlier, later),
        Change::Rename => renamed(&mut about, earlier, later),
        Change::Setting | Change::Network | Change::Fix => set(&mut about, design, earlier, later),
        Change::Add
        | Change::Remove
        | Change::Move
        | Change::Resize
        | Change::Paste
        | Change::Arrange
        | Change::Collapse => {
            let matters = |before: Option<&Part>, after: Option<&Part>| match (before, after) {
                (Some(before), Some(after)) => {
                    (before.at, before.size, &before.container, before.collapsed)
                        != (after.at, after.size, &after.container, after.collapsed)
                }
                (before, after) => before.is_some() != after.is_some(),
            };
            about.names = part_names(earlier, later, matters);
        }
        Change::Timeline | Change::Open | Change::Text => {}
    }
    about
}

/// The parts that changed in a way that matters, without what went along in its container.
fn part_names(
    earlier: &Contents,
    later: &Contents,
    matters: impl Fn(Option<&Part>, Option<&Part>) -> bool,
) -> Vec<String> {
    let changed = |id: &PartId| {
        let (before, after) = (earlier.parts.get(id).copied().flatten(), later.parts.get(id).copied().flatten());
        matters(before, after).then_some(before.or(after)).flatten()
    };
    let outermost = |part: &&Part| part.container.as_ref().is_none_or(|container| changed(container).is_none());
    let ids = earlier.parts.keys();
    ids.filter_map(|id| Some((id, changed(id).filter(outermost)?))).map(|(id, part)| name(id, part)).collect()
}

fn wire_names(design: &Design, earlier: &Contents, later: &Contents) -> Vec<String> {
    let wires = earlier.wires.iter().filter_map(|(id, before)| (*before).or(later.wires.get(id).copied().flatten()));
    wires.map(|wire| ninepins_words::wire_name(design, wire)).collect()
}

fn renamed(about: &mut StepSubject, earlier: &Contents, later: &Contents) {
    if let (Some(before), Some(after)) = (earlier.name, later.name) {
        if !before.is_empty() && !after.is_empty() {
            about.names = vec![before.to_owned()];
            about.new_name = Some(after.to_owned());
        }
        return;
    }
    about.names =
        part_names(earlier, later, |before, after| before.map(|part| &part.name) != after.map(|part| &part.name));
    let new = later.parts.iter().find_map(|(id, part)| part.map(|part| name(id, part)));
    about.new_name = new.filter(|_| about.names.len() == 1);
}

/// Whose settings changed, and the first one that did.
fn set(about: &mut StepSubject, design: &Design, earlier: &Contents, later: &Contents) {
    for (id, before) in &earlier.parts {
        let (Some(before), Some(after)) = (before, later.parts.get(id).copied().flatten()) else { continue };
        if before.settings != after.settings {
            about.names.push(name(id, before));
            let (before, after) = (before.settings.to_json(), after.settings.to_json());
            let key = later
                .parts
                .get(id)
                .copied()
                .flatten()
                .and_then(|part| first_changed(part.settings_table(), &before, &after));
            about.setting = about.setting.or(key);
        }
    }
    for (id, before) in &earlier.wires {
        let (Some(before), Some(after)) = (before, later.wires.get(id).copied().flatten()) else { continue };
        about.names.push(ninepins_words::wire_name(design, before));
        about.setting = about.setting.or(changed_of_wire(before, after));
    }
}

fn changed_of_wire(before: &Wire, after: &Wire) -> Option<SettingKey> {
    let kind = before.settings.as_ref().or(after.settings.as_ref())?.kind();
    let json = |wire: &Wire| {
        let own = wire.settings.clone().filter(|settings| settings.kind() == kind);
        own.or(ninepins_model::WireSettings::new(kind)).map(|settings| settings.to_json()).unwrap_or_default()
    };
    first_changed(ninepins_model::wires::settings_of(kind), &json(before), &json(after))
}

fn first_changed(table: &[ninepins_model::Setting], before: &Value, after: &Value) -> Option<SettingKey> {
    let at = |value: &Value, path: &str| path.split('.').try_fold(value, |place, level| place.get(level)).cloned();
    table.iter().find(|setting| at(before, setting.path) != at(after, setting.path)).map(|setting| setting.key)
}

fn name(id: &PartId, part: &Part) -> String {
    if part.name.is_empty() { id.to_string() } else { part.name.clone() }
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;
    use serde_json::json;

    use super::*;

    fn id(text: &str) -> PartId {
        text.parse().unwrap()
    }

    fn commit(history: &mut History, design: &mut Design, change: Change, edit: Edit) {
        history.commit(design, change, edit).unwrap();
    }

    #[test]
    fn steps_know_their_parts_wires_settings_and_names() {
        let (mut design, mut history) = (seed_architecture(), History::default());
        let edit = design.set_part(&id("api"), "desired", json!(6)).unwrap();
        commit(&mut history, &mut design, Change::Setting, edit);
        let wire = design.wires.keys().next().unwrap().clone();
        let wire_name = ninepins_words::wire_name(&design, &design.wires[&wire]);
        commit(&mut history, &mut design, Change::Unwire, Edit::Wire { id: wire, to: None });
        let part = Part { name: "orders".into(), ..design.parts[&id("db")].clone() };
        commit(&mut history, &mut design, Change::Rename, Edit::Part { id: id("db"), to: Some(Box::new(part)) });
        let edit = design.remove_parts(&[id("vpc")]);
        commit(&mut history, &mut design, Change::Remove, edit);
        history.travel(&mut design, -2);

        let (done, undone) = told(&design, &history);
        let names = |told: &[Told]| told.iter().map(|told| told.about.names.join(", ")).collect::<Vec<_>>();
        assert_eq!(names(&done), [wire_name, "api".to_owned()]);
        assert_eq!(done[1].about.setting, Some(SettingKey::GroupDesired));
        assert_eq!(names(&undone), ["db", "vpc"], "what lies in the VPC goes without saying");
        assert_eq!(undone[0].about.new_name.as_deref(), Some("orders"));
    }
}
