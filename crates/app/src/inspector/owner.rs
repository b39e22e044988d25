//! A part or a wire as something with settings.

use ninepins_canvas::put_in_order;
use ninepins_model::{Design, Edit, EditError, PartId, PartSettings, Setting, WireId, WireSettings, wires};
use serde_json::Value;

/// What the settings belong to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Owner {
    /// A part.
    Part(PartId),
    /// A wire.
    Wire(WireId),
}

/// One setting with its values.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    /// What it is.
    pub(super) setting: Setting,
    /// As it is.
    pub(super) value: Value,
    /// As it would be.
    pub(super) default: Value,
}

impl Owner {
    /// Everything that can be set, in the order of sections.
    pub(super) fn entries(&self, design: &Design) -> Vec<Entry> {
        let Some((table, values, defaults)) = self.values(design) else { return Vec::new() };
        let mut entries: Vec<Entry> = table
            .iter()
            .map(|setting| Entry {
                setting: *setting,
                value: at(&values, setting.path),
                default: at(&defaults, setting.path),
            })
            .collect();
        put_in_order(&mut entries, |one, other| one.setting.section < other.setting.section);
        entries
    }

    /// The edit that sets a value.
    pub(super) fn edit(&self, design: &Design, path: &str, value: Value) -> Result<Edit, EditError> {
        match self {
            Owner::Part(id) => design.set_part(id, path, value),
            Owner::Wire(id) => design.set_wire(id, path, value),
        }
    }

    fn values(&self, design: &Design) -> Option<(&'static [Setting], Value, Value)> {
        match self {
            Owner::Part(id) => {
                let part = design.parts.get(id)?;
                Some((part.settings_table(), part.settings.to_json(), PartSettings::new(part.kind()).to_json()))
            }
            Owner::Wire(id) => {
                let settings = design.effective_wire_settings(id)?;
                let defaults = WireSettings::new(settings.kind())?.to_json();
                Some((wires::settings_of(settings.kind()), settings.to_json(), defaults))
            }
        }
    }
}

fn at(value: &Value, path: &str) -> Value {
    path.split('.').try_fold(value, |place, level| place.get(level)).cloned().unwrap_or(Value::Null)
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;

    use super::*;

    #[test]
    fn every_setting_of_the_example_has_a_value_that_can_be_set_again() {
        let design = seed_architecture();
        let parts = design.parts.keys().cloned().map(Owner::Part);
        for owner in parts.chain(design.wires.keys().cloned().map(Owner::Wire)) {
            for entry in owner.entries(&design) {
                let mut same = design.clone();
                let edit = owner.edit(&design, entry.setting.path, entry.value).unwrap();
                same.apply(edit).unwrap();
                assert!(same.runs_like(&design) || matches!(owner, Owner::Wire(_)), "{owner:?} {}", entry.setting.path);
            }
        }
    }
}
