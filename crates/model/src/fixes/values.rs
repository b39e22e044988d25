//! Numbers, choices and what numbers add up to.

use serde_json::Value;

use super::{Fix, FixKind, part_edit, wire_edit};
use crate::setting::{Control, Setting, SettingKey};
use crate::{Design, Edit, Kind, Part, PartId, PartSettings, Subject, WireId, WireSettings};

/// Sets one setting, wherever it is.
fn set(design: &Design, subject: &Subject, path: &str, value: Value) -> Option<Edit> {
    match subject {
        Subject::Part(id) => design.set_part(id, path, value).ok(),
        Subject::Wire(id) => design.set_wire(id, path, value).ok(),
        Subject::Event(_) => None,
    }
}

/// The nearest value that is valid; the default where there was no number.
pub(super) fn nearest(design: &Design, subject: &Subject, setting: &Setting, value: f64) -> Option<Fix> {
    let fact = setting.fact()?;
    let valid = if value.is_nan() { fact.value } else { value.clamp(fact.min, fact.max) };
    let json = match setting.control {
        Control::Integer(_) => Value::from(valid as i64),
        _ => Value::from(valid),
    };
    let edit = set(design, subject, setting.path, json)?;
    Some(Fix { kind: FixKind::SetTo { key: setting.key, value: valid, unit: fact.unit }, edit })
}

/// The setting of this key, wherever it is.
fn setting_of(design: &Design, subject: &Subject, key: SettingKey) -> Option<Setting> {
    let table = match subject {
        Subject::Part(id) => design.parts.get(id)?.settings_table(),
        Subject::Wire(id) => crate::wires::settings_of(design.effective_wire_settings(id)?.kind()),
        Subject::Event(_) => return None,
    };
    table.iter().find(|setting| setting.key == key).copied()
}

/// Sets a number of a wire.
pub(super) fn number(design: &Design, id: &WireId, key: SettingKey, value: f64) -> Option<Fix> {
    let subject = Subject::Wire(id.clone());
    nearest(design, &subject, &setting_of(design, &subject, key)?, value)
}

/// As many addresses in `X-Forwarded-For` as a load balancer takes, behind a distribution as well.
pub(super) fn lower_forwarded(design: &Design, id: &PartId) -> Option<Fix> {
    let subject = Subject::Part(id.clone());
    let setting = setting_of(design, &subject, SettingKey::ForwardedAddresses)?;
    nearest(design, &subject, &setting, f64::from(crate::validation::FORWARDED_LIMIT - 1))
}

/// Sets a number of a part.
pub(super) fn part_number(design: &Design, id: &PartId, key: SettingKey, value: f64) -> Option<Fix> {
    let subject = Subject::Part(id.clone());
    nearest(design, &subject, &setting_of(design, &subject, key)?, value)
}

/// Turns a setting of a wire on or off.
pub(super) fn turn_wire(design: &Design, id: &WireId, key: SettingKey, on: bool) -> Option<Fix> {
    let subject = Subject::Wire(id.clone());
    let edit = set(design, &subject, setting_of(design, &subject, key)?.path, on.into())?;
    Some(Fix { kind: if on { FixKind::TurnOn(key) } else { FixKind::TurnOff(key) }, edit })
}

/// Chooses a value.
pub(super) fn choose(design: &Design, subject: &Subject, key: SettingKey, value: &str) -> Option<Fix> {
    let edit = set(design, subject, setting_of(design, subject, key)?.path, value.into())?;
    Some(Fix { kind: FixKind::Choose { key, value: value.to_owned() }, edit })
}

/// The choice that a new part or wire of the kind has.
pub(super) fn default_choice(design: &Design, subject: &Subject, setting: &Setting) -> Option<Fix> {
    let defaults = match subject {
        Subject::Part(id) => PartSettings::new(design.parts.get(id)?.kind()).to_json(),
        Subject::Wire(id) => WireSettings::new(design.effective_wire_settings(id)?.kind())?.to_json(),
        Subject::Event(_) => return None,
    };
    let value = setting.path.split('.').try_fold(&defaults, |place, level| place.get(level))?.clone();
    let kind = FixKind::Choose { key: setting.key, value: value.as_str()?.to_owned() };
    Some(Fix { kind, edit: set(design, subject, setting.path, value)? })
}

/// Turns a setting of a part on or off.
pub(super) fn turn(design: &Design, id: &PartId, key: SettingKey, on: bool) -> Option<Fix> {
    let setting = design.parts.get(id)?.settings_table().iter().find(|setting| setting.key == key)?;
    let edit = design.set_part(id, setting.path, on.into()).ok()?;
    Some(Fix { kind: if on { FixKind::TurnOn(key) } else { FixKind::TurnOff(key) }, edit })
}

/// As many instances as there are addresses.
pub(super) fn lower_maximum(part: &Part, id: &PartId, addresses: u32) -> Option<Fix> {
    let PartSettings::Asg(asg) = &part.settings else { return None };
    if asg.desired > addresses || asg.min > addresses {
        return None;
    }
    let settings = PartSettings::Asg(crate::parts::Asg { max: addresses, ..asg.clone() });
    let kind =
        FixKind::SetTo { key: SettingKey::GroupMax, value: f64::from(addresses), unit: crate::fact::GROUP_MAX.unit };
    Some(Fix { kind, edit: part_edit(id, part, settings) })
}

/// The smaller of minimum and maximum is the minimum; what is desired lies between them.
pub(super) fn order_capacity(id: &PartId, part: &Part) -> Option<Fix> {
    let PartSettings::Asg(mut asg) = part.settings.clone() else { return None };
    (asg.min, asg.max) = (asg.min.min(asg.max), asg.max.max(asg.min));
    asg.desired = asg.desired.clamp(asg.min, asg.max);
    Some(Fix { kind: FixKind::OrderCapacity, edit: part_edit(id, part, PartSettings::Asg(asg)) })
}

/// As many connections in each pool as the database allows when every instance has one.
pub(super) fn share_pools(design: &Design, id: &PartId, limit: u32) -> Option<Fix> {
    let pools = || design.wires.iter().filter(|(_, wire)| &wire.to == id);
    let instances: u32 = pools()
        .filter_map(|(_, wire)| match &design.parts.get(&wire.from)?.settings {
            PartSettings::Asg(asg) => Some(asg.max),
            PartSettings::Ec2(_) => Some(1),
            _ => None,
        })
        .fold(0, u32::saturating_add);
    let each = limit.checked_div(instances).filter(|each| *each > 0)?;
    let edits = pools()
        .filter(|(_, wire)| wire.pool().max > each)
        .map(|(id, wire)| wire_edit(id, wire, WireSettings::Pool(crate::wires::Pool { max: each, ..wire.pool() })));
    Some(Fix { kind: FixKind::SharePools(each), edit: Edit::Batch(edits.collect()) })
}

/// The database, where there is one only.
pub(super) fn replicate(design: &Design, id: &PartId, part: &Part) -> Option<Fix> {
    let PartSettings::ReadReplica(replica) = &part.settings else { return None };
    let mut databases = design.parts.iter().filter(|(_, part)| part.kind() == Kind::Rds);
    let (database, None) = (databases.next()?.0, databases.next()) else { return None };
    let settings = crate::parts::ReadReplica { replica_of: Some(database.clone()), ..replica.clone() };
    Some(Fix {
        kind: FixKind::ReplicateFrom(database.clone()),
        edit: part_edit(id, part, PartSettings::ReadReplica(settings)),
    })
}
