//! A part, a wire, or several of them as something with settings.

use std::rc::Rc;

use ninepins_canvas::put_in_order;
use ninepins_model::{
    Control, Controls, Design, Edit, EditError, Need, Part, PartId, PartSettings, Setting, SettingKey, WireId,
    WireSettings, wires,
};
use serde_json::Value;

/// What the settings belong to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Owner {
    /// A part.
    Part(PartId),
    /// A wire.
    Wire(WireId),
    /// Several at once: what they have in common.
    Several(Rc<[Owner]>),
}

/// One setting with its values.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// What it is.
    pub(crate) setting: Setting,
    /// As it is; nothing where several differ.
    pub(crate) value: Value,
    /// As it would be; nothing where the defaults of several differ.
    pub(crate) default: Value,
    /// Whether several have different values.
    pub(crate) mixed: bool,
    /// Whether any value is not the default.
    pub(crate) changed: bool,
    /// What it waits for, where it has no effect on any of them.
    pub(crate) waits_for: Option<&'static [Need]>,
}

impl Owner {
    /// These as one.
    pub(crate) fn of(mut owners: Vec<Owner>) -> Owner {
        match owners.pop() {
            Some(only) if owners.is_empty() => only,
            last => {
                owners.extend(last);
                Owner::Several(owners.into())
            }
        }
    }

    /// Everything that can be set, in the order of sections; of several, what all of them have. A wire to another's target
    /// group has only the name that would make it one of its own: the settings of the other hold.
    pub(crate) fn entries(&self, design: &Design) -> Vec<Entry> {
        if let Owner::Several(owners) = self {
            return in_common(owners, design);
        }
        let Some((controls, defaults)) = self.controls(design) else { return Vec::new() };
        let follows = matches!(self, Owner::Wire(id) if design.target_group_of(id) != id);
        let mut entries: Vec<Entry> = controls
            .table
            .iter()
            .filter(|setting| !follows || setting.key == SettingKey::TargetGroupName)
            .map(|setting| {
                let (value, default) = (at(&controls.values, setting.path), at(&defaults, setting.path));
                let waits_for = controls.waits_for(setting.key);
                Entry { setting: *setting, changed: value != default, value, default, mixed: false, waits_for }
            })
            .collect();
        put_in_order(&mut entries, |one, other| one.setting.section < other.setting.section);
        entries
    }

    /// The edit that sets a value, on several as one step.
    pub(crate) fn edit(&self, design: &Design, key: SettingKey, value: &Value) -> Result<Edit, EditError> {
        self.edit_each(design, key, &|_| value.clone())
    }

    /// The edit that sets each one's own default.
    pub(crate) fn reset(&self, design: &Design, key: SettingKey) -> Result<Edit, EditError> {
        self.edit_each(design, key, &|entry| entry.default.clone())
    }

    /// The VPC that it lies in; of several, the one that all lie in.
    pub(crate) fn vpc<'a>(&self, design: &'a Design) -> Option<&'a PartId> {
        match self {
            Owner::Part(id) => design.vpc_of(id),
            Owner::Wire(_) => None,
            Owner::Several(owners) => {
                let first = owners.first()?.vpc(design)?;
                owners.iter().all(|owner| owner.vpc(design) == Some(first)).then_some(first)
            }
        }
    }

    /// Whether it is this part, or this part is among several.
    pub(crate) fn includes(&self, part: &PartId) -> bool {
        match self {
            Owner::Part(id) => id == part,
            Owner::Wire(_) => false,
            Owner::Several(owners) => owners.iter().any(|owner| owner.includes(part)),
        }
    }

    /// What the ids of its settings' elements begin with: parts and wires may be edited beside each other.
    pub(crate) fn prefix(&self) -> &'static str {
        match self {
            Owner::Part(_) => "setting",
            Owner::Wire(_) => "wire-setting",
            Owner::Several(owners) => owners.first().map_or("setting", Owner::prefix),
        }
    }

    fn edit_each(&self, design: &Design, key: SettingKey, value: &dyn Fn(&Entry) -> Value) -> Result<Edit, EditError> {
        if let Owner::Several(owners) = self {
            let edits = owners.iter().map(|owner| owner.edit_each(design, key, value));
            return edits.collect::<Result<Vec<Edit>, EditError>>().map(Edit::Batch);
        }
        let entries = self.entries(design);
        let Some(entry) = entries.iter().find(|entry| entry.setting.key == key) else {
            return Err(EditError::NoSetting(String::new()));
        };
        match self {
            Owner::Part(id) => design.set_part(id, entry.setting.path, value(entry)),
            Owner::Wire(id) => design.set_wire(id, entry.setting.path, value(entry)),
            Owner::Several(_) => Ok(Edit::Batch(Vec::new())),
        }
    }

    /// What can be set on a part or a wire, without the values.
    fn table(&self, design: &Design) -> &'static [Setting] {
        match self {
            Owner::Part(id) => design.parts.get(id).map(Part::settings_table),
            Owner::Wire(id) => design.effective_wire_settings(id).map(|settings| wires::settings_of(settings.kind())),
            Owner::Several(_) => None,
        }
        .unwrap_or_default()
    }

    fn controls(&self, design: &Design) -> Option<(Controls, Value)> {
        match self {
            Owner::Part(id) => {
                let part = design.parts.get(id)?;
                Some((Controls::of_part(&part.settings), PartSettings::new(part.kind()).to_json()))
            }
            Owner::Wire(id) => {
                let defaults = WireSettings::new(design.effective_wire_settings(id)?.kind())?.to_json();
                Some((Controls::of_wire(design, id)?, defaults))
            }
            Owner::Several(_) => None,
        }
    }
}

/// The settings that all have under the same key and edit in the same way.
fn in_common(owners: &Rc<[Owner]>, design: &Design) -> Vec<Entry> {
    // Before any value is read: what hundreds of parts of many kinds have in common is nothing, most of the time.
    let tables: Vec<&[Setting]> = owners.iter().map(|owner| owner.table(design)).collect();
    let has = |table: &&[Setting], one: &Setting| {
        table.iter().any(|other| other.key == one.key && other.control == one.control)
    };
    if !tables.first().is_some_and(|first| first.iter().any(|one| tables.iter().all(|table| has(table, one)))) {
        return Vec::new();
    }
    let mut all = owners.iter().map(|owner| owner.entries(design));
    let Some(mut common) = all.next() else { return Vec::new() };
    for others in all {
        common.retain_mut(|entry| {
            let same = |other: &&Entry| {
                other.setting.key == entry.setting.key && other.setting.control == entry.setting.control
            };
            let Some(other) = others.iter().find(same) else { return false };
            if other.value != entry.value {
                entry.mixed = true;
            }
            if other.default != entry.default {
                entry.default = Value::Null;
            }
            entry.changed |= other.changed;
            entry.waits_for = entry.waits_for.filter(|_| other.waits_for.is_some());
            true
        });
    }
    let one_vpc = Owner::Several(owners.clone()).vpc(design).is_some();
    common.retain(|entry| one_vpc || entry.setting.control != Control::Subnets);
    for entry in common.iter_mut().filter(|entry| entry.mixed) {
        entry.value = Value::Null;
    }
    common
}

fn at(value: &Value, path: &str) -> Value {
    path.split('.').try_fold(value, |place, level| place.get(level)).cloned().unwrap_or(Value::Null)
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;
    use ninepins_model::{Change, History, Kind};
    use serde_json::json;

    use super::*;

    fn parts(ids: &[&str]) -> Owner {
        Owner::of(ids.iter().map(|id| Owner::Part(id.parse().unwrap())).collect())
    }

    fn entry(owner: &Owner, design: &Design, key: SettingKey) -> Option<Entry> {
        owner.entries(design).into_iter().find(|entry| entry.setting.key == key)
    }

    #[test]
    fn every_setting_of_the_example_has_a_value_that_can_be_set_again() {
        let design = seed_architecture();
        let parts = design.parts.keys().cloned().map(Owner::Part);
        for owner in parts.chain(design.wires.keys().cloned().map(Owner::Wire)) {
            for entry in owner.entries(&design) {
                let mut same = design.clone();
                let edit = owner.edit(&design, entry.setting.key, &entry.value).unwrap();
                same.apply(edit).unwrap();
                assert!(same.runs_like(&design) || matches!(owner, Owner::Wire(_)), "{owner:?} {}", entry.setting.path);
            }
        }
    }

    #[test]
    fn parts_of_a_kind_have_all_their_settings_in_common_and_differing_values_are_mixed() {
        let design = seed_architecture();
        let subnets = parts(&["app-a", "app-b"]);
        assert_eq!(subnets.entries(&design).len(), parts(&["app-a"]).entries(&design).len());
        let cidr = entry(&subnets, &design, SettingKey::SubnetCidr).unwrap();
        assert!(cidr.mixed && cidr.value.is_null());
    }

    #[test]
    fn parts_of_different_kinds_share_the_settings_of_the_same_key() {
        let design = seed_architecture();
        let both = parts(&["alb", "api"]);
        let keys: Vec<SettingKey> = both.entries(&design).iter().map(|entry| entry.setting.key).collect();
        assert_eq!(keys, [SettingKey::Subnets, SettingKey::SecurityGroups]);
        assert!(parts(&["users", "db"]).entries(&design).is_empty());
    }

    #[test]
    fn of_several_a_setting_waits_only_where_it_has_no_effect_on_any() {
        let mut design = seed_architecture();
        let users = design.parts[&"users".parse::<PartId>().unwrap()].clone();
        let edit = Edit::Part { id: "more".parse().unwrap(), to: Some(Box::new(users)) };
        design.apply(edit).unwrap();
        let think_waits = |owner: &Owner, design: &Design| {
            let entry = entry(owner, design, SettingKey::ThinkTime).unwrap();
            entry.waits_for.map(|needs| needs[0].of)
        };
        let (both, more) = (parts(&["users", "more"]), parts(&["more"]));
        assert_eq!(think_waits(&both, &design), Some(SettingKey::Population));
        let edit = more.edit(&design, SettingKey::Population, &json!("closed")).unwrap();
        design.apply(edit).unwrap();
        assert_eq!(think_waits(&both, &design), None);
        assert_eq!(think_waits(&parts(&["users"]), &design), Some(SettingKey::Population));
    }

    #[test]
    fn setting_several_is_one_step_and_resetting_gives_each_its_own_default() {
        let mut design = seed_architecture();
        let ec2 = |design: &mut Design, name: &str| {
            let mut part = ninepins_model::Part::new(Kind::Ec2);
            part.container = Some("app-a".parse().unwrap());
            design.apply(Edit::Part { id: name.parse().unwrap(), to: Some(Box::new(part)) }).unwrap();
        };
        ec2(&mut design, "one");
        ec2(&mut design, "two");
        let before = design.clone();
        let mut history = History::default();
        let both = parts(&["one", "two"]);
        let threads = SettingKey::ServerThreads;
        let edit = both.edit(&design, threads, &json!(32)).unwrap();
        history.commit(&mut design, Change::Setting, edit).unwrap();
        let set = entry(&both, &design, threads).unwrap();
        assert!(set.value == json!(32) && set.changed && !set.mixed);
        let edit = both.reset(&design, threads).unwrap();
        history.commit(&mut design, Change::Setting, edit).unwrap();
        assert!(!entry(&both, &design, threads).unwrap().changed);
        history.undo(&mut design);
        history.undo(&mut design);
        assert_eq!(design, before);
        assert_eq!(history.undoable(), None);
    }
}
