//! What each step of the history was about, found by walking it.

use std::collections::BTreeMap;

use ninepins_model::{Change, Design, Edit, Event, History, Part, PartId, SettingKey, Step, Wire, WireId};
use ninepins_words::{EventStep, Language, StepSubject, action_name};
use serde_json::Value;

/// A step with what it was about.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told {
    pub(super) change: Change,
    pub(super) about: StepSubject,
}

/// The steps that can be undone, newest first, and those that can be made again, nearest first.
pub(super) fn told(language: Language, design: &Design, history: &History) -> (Vec<Told>, Vec<Told>) {
    let walk = |steps, forward| walked(language, design.clone(), steps, forward);
    (walk(history.done(), false), walk(history.undone(), true))
}

fn walked(language: Language, mut design: Design, steps: &[Step], forward: bool) -> Vec<Told> {
    let mut told = Vec::with_capacity(steps.len());
    for step in steps.iter().rev() {
        let Ok(opposite) = design.apply(step.inverse.clone()) else { break };
        let (earlier, later) = if forward { (&opposite, &step.inverse) } else { (&step.inverse, &opposite) };
        let (earlier, later) = (Contents::of(earlier), Contents::of(later));
        told.push(Told { change: step.change, about: about(language, step.change, &design, &earlier, &later) });
    }
    told
}

/// What an edit makes of each thing that it touches; where it touches one twice, the last counts.
#[derive(Default)]
struct Contents<'a> {
    parts: BTreeMap<&'a PartId, Option<&'a Part>>,
    wires: BTreeMap<&'a WireId, Option<&'a Wire>>,
    name: Option<&'a str>,
    events: Option<&'a [Event]>,
    opened: Option<&'a Design>,
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
            Edit::Events(events) => self.events = Some(events),
            Edit::Design(design) => self.opened = Some(design),
            Edit::SecurityGroup { .. } | Edit::Scenario { .. } => {}
        }
    }
}

fn about(language: Language, change: Change, design: &Design, earlier: &Contents, later: &Contents) -> StepSubject {
    let mut about = StepSubject::default();
    match change {
        Change::Wire | Change::Unwire => about.names = wire_names(design, earlier, later),
        Change::Rename => renamed(&mut about, earlier, later),
        Change::Setting | Change::Network | Change::Fix => set(&mut about, design, earlier, later),
        Change::Add | Change::Remove | Change::Move | Change::Resize | Change::Arrange | Change::Collapse => {
            let matters = |before: Option<&Part>, after: Option<&Part>| match (before, after) {
                (Some(before), Some(after)) => {
                    (before.at, before.size, &before.container, before.collapsed)
                        != (after.at, after.size, &after.container, after.collapsed)
                }
                (before, after) => before.is_some() != after.is_some(),
            };
            about.names = if change == Change::Add { added(earlier, later) } else { Vec::new() };
            if about.names.is_empty() {
                about.names = part_names(earlier, later, matters);
            }
            // A wire that was bent.
            if about.names.is_empty() {
                about.names = wire_names(design, earlier, later);
            }
        }
        // Not the containers that made room.
        Change::Paste => about.names = part_names(earlier, later, |before, _| before.is_none()),
        Change::Timeline => happened(&mut about, language, design, earlier, later),
        Change::Open => {
            let name = later.opened.map(|opened| opened.name.clone());
            about.names.extend(name.filter(|name| !name.is_empty()));
        }
        Change::Text => {}
    }
    about
}

/// The event that was put on the timeline, taken off it or moved, where it was one.
fn happened(about: &mut StepSubject, language: Language, design: &Design, earlier: &Contents, later: &Contents) {
    let (Some(before), Some(after)) = (earlier.events, later.events) else { return };
    let (event, step) = match (&only_in(before, after)[..], &only_in(after, before)[..]) {
        ([], [added]) => (*added, EventStep::Added(added.at_ms)),
        ([removed], []) => (*removed, EventStep::Removed(removed.at_ms)),
        ([was], [is]) if was.action == is.action => (*is, EventStep::Moved(is.at_ms)),
        _ => return,
    };
    about.names.push(action_name(language, design, &event.action));
    about.event = Some(step);
}

fn only_in<'a>(events: &'a [Event], others: &[Event]) -> Vec<&'a Event> {
    events.iter().filter(|event| !others.contains(event)).collect()
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

/// The parts that came, without the containers that came for them.
fn added(earlier: &Contents, later: &Contents) -> Vec<String> {
    let came = later.parts.iter().filter(|(id, _)| earlier.parts.get(*id).is_none_or(Option::is_none));
    let came = came.filter_map(|(id, part)| Some((*id, (*part)?)));
    came.filter(|(_, part)| !part.kind().is_container()).map(|(id, part)| name(id, part)).collect()
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
    use ninepins_model::{Action, Kind};
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

        let (done, undone) = told(Language::English, &design, &history);
        let names = |told: &[Told]| told.iter().map(|told| told.about.names.join(", ")).collect::<Vec<_>>();
        assert_eq!(names(&done), [wire_name, "api".to_owned()]);
        assert_eq!(done[1].about.setting, Some(SettingKey::GroupDesired));
        assert_eq!(names(&undone), ["db", "vpc"], "what lies in the VPC goes without saying");
        assert_eq!(undone[0].about.new_name.as_deref(), Some("orders"));
    }

    #[test]
    fn a_part_is_what_was_added_and_not_the_containers_that_came_for_it() {
        let (mut design, mut history) = (Design::default(), History::default());
        let put = |name: &str, kind, container: Option<&str>| {
            let part = Part { container: container.map(id), ..Part::new(kind) };
            Edit::Part { id: id(name), to: Some(Box::new(part)) }
        };
        let with_region = [put("seoul", Kind::Region, None), put("queue", Kind::Sqs, Some("seoul"))];
        commit(&mut history, &mut design, Change::Add, Edit::Batch(with_region.to_vec()));
        commit(&mut history, &mut design, Change::Add, put("tokyo", Kind::Region, None));
        let (done, _) = told(Language::English, &design, &history);
        let names: Vec<&[String]> = done.iter().map(|told| &told.about.names[..]).collect();
        assert_eq!(names, [["tokyo"], ["queue"]]);
    }

    #[test]
    fn a_step_of_the_timeline_knows_its_event_and_an_opened_design_its_name() {
        let (mut design, mut history) = (seed_architecture(), History::default());
        let opened = Design { name: "Shop".into(), ..seed_architecture() };
        commit(&mut history, &mut design, Change::Open, Edit::Design(Box::new(opened)));
        let at = |at_ms| Event { at_ms, action: Action::PrimaryFailure { part: id("db") } };
        for events in [vec![at(60_000)], vec![at(90_000)], vec![]] {
            commit(&mut history, &mut design, Change::Timeline, Edit::Events(events));
        }
        let (done, _) = told(Language::English, &design, &history);
        let steps: Vec<Option<EventStep>> = done.iter().map(|told| told.about.event).collect();
        let expected = [EventStep::Removed(90_000), EventStep::Moved(90_000), EventStep::Added(60_000)];
        assert_eq!(steps[..3], expected.map(Some));
        assert_eq!(done[0].about.names, ["Fail the primary of db"]);
        assert_eq!(done[3].about.names, ["Shop"]);
    }
}
