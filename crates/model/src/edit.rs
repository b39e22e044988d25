//! Edits: the only way a design changes. Every edit gives its inverse.

use serde_json::Value;

use crate::{Design, Event, Mismatch, Part, PartId, PartSettings, SecurityGroup, Wire, WireId, WireSettings, limits};

/// A change of the design. Applying one gives the edit that takes it back.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Several edits as one step, in order.
    Batch(Vec<Edit>),
    /// Puts a part, replaces it, or (`None`) removes it.
    Part {
        /// Which.
        id: PartId,
        /// What it becomes.
        to: Option<Box<Part>>,
    },
    /// Puts a wire, replaces it, or removes it.
    Wire {
        /// Which.
        id: WireId,
        /// What it becomes.
        to: Option<Box<Wire>>,
    },
    /// Puts a security group, replaces it, or removes it.
    SecurityGroup {
        /// Its name.
        name: String,
        /// What it becomes.
        to: Option<SecurityGroup>,
    },
    /// Replaces the timeline.
    Events(Vec<Event>),
    /// Sets the scenario's seed and duration in seconds.
    Scenario {
        /// Seed.
        seed: u32,
        /// Duration in seconds.
        duration_s: u32,
    },
    /// Renames the design.
    Name(String),
    /// Replaces the whole design, for a preset or an opened file.
    Design(Box<Design>),
}

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no such part.
    #[error("there is no part “{0}”")]
    NoPart(PartId),
    /// There is no such wire.
    #[error("there is no wire “{0}”")]
    NoWire(WireId),
    /// The setting does not exist on it.
    #[error("there is no setting “{0}”")]
    NoSetting(String),
    /// The value does not fit the setting.
    #[error("{0}")]
    BadValue(String),
    /// Too many parts, wires or events.
    #[error("a design holds at most {} parts, {} wires and {} events", limits::PARTS, limits::WIRES, limits::EVENTS)]
    Full,
}

impl Design {
    /// Makes the edit and gives its inverse.
    ///
    /// # Errors
    /// The design would grow over its limits; it is then unchanged.
    pub fn apply(&mut self, edit: Edit) -> Result<Edit, EditError> {
        match edit {
            Edit::Batch(edits) => self.apply_batch(edits),
            Edit::Part { id, to } => {
                if to.is_some() && !self.parts.contains_key(&id) && self.parts.len() >= limits::PARTS {
                    return Err(EditError::Full);
                }
                let old = replace(&mut self.parts, &id, to.map(|part| *part));
                Ok(Edit::Part { id, to: old.map(Box::new) })
            }
            Edit::Wire { id, to } => {
                if to.is_some() && !self.wires.contains_key(&id) && self.wires.len() >= limits::WIRES {
                    return Err(EditError::Full);
                }
                let old = replace(&mut self.wires, &id, to.map(|wire| *wire));
                Ok(Edit::Wire { id, to: old.map(Box::new) })
            }
            Edit::SecurityGroup { name, to } => {
                let old = replace(&mut self.security_groups, &name, to);
                Ok(Edit::SecurityGroup { name, to: old })
            }
            Edit::Events(events) => {
                if events.len() > limits::EVENTS {
                    return Err(EditError::Full);
                }
                Ok(Edit::Events(std::mem::replace(&mut self.scenario.events, events)))
            }
            Edit::Scenario { seed, duration_s } => {
                let old = Edit::Scenario { seed: self.scenario.seed, duration_s: self.scenario.duration_s };
                self.scenario.seed = seed;
                self.scenario.duration_s = duration_s.clamp(1, limits::DURATION_S);
                Ok(old)
            }
            Edit::Name(name) => Ok(Edit::Name(std::mem::replace(&mut self.name, shortened(name)))),
            Edit::Design(design) => Ok(Edit::Design(Box::new(std::mem::replace(self, *design)))),
        }
    }

    fn apply_batch(&mut self, edits: Vec<Edit>) -> Result<Edit, EditError> {
        let mut inverses = Vec::with_capacity(edits.len());
        for edit in edits {
            match self.apply(edit) {
                Ok(inverse) => inverses.push(inverse),
                Err(error) => {
                    for inverse in inverses.into_iter().rev() {
                        self.apply(inverse)?;
                    }
                    return Err(error);
                }
            }
        }
        inverses.reverse();
        Ok(Edit::Batch(inverses))
    }

    /// The edit that sets one setting of a part; `path` as in [`crate::Setting::path`].
    ///
    /// # Errors
    /// No such part or setting, or a value that does not fit.
    pub fn set_part(&self, id: &PartId, path: &str, value: Value) -> Result<Edit, EditError> {
        let part = self.parts.get(id).ok_or_else(|| EditError::NoPart(id.clone()))?;
        let json = with_value(part.settings.to_json(), path, value)?;
        let settings = PartSettings::from_json(part.kind(), &json)?;
        Ok(Edit::Part { id: id.clone(), to: Some(Box::new(Part { settings, ..part.clone() })) })
    }

    /// The edit that sets one setting of a wire.
    ///
    /// # Errors
    /// No such wire or setting, or a value that does not fit.
    pub fn set_wire(&self, id: &WireId, path: &str, value: Value) -> Result<Edit, EditError> {
        let wire = self.wires.get(id).ok_or_else(|| EditError::NoWire(id.clone()))?;
        let settings = self.effective_wire_settings(id).ok_or_else(|| EditError::NoSetting(path.to_owned()))?;
        let json = with_value(settings.to_json(), path, value)?;
        let settings = WireSettings::from_json(settings.kind(), &json)?;
        Ok(Edit::Wire { id: id.clone(), to: Some(Box::new(Wire { settings, ..wire.clone() })) })
    }

    /// The settings of a wire as they are in force: its own, or the defaults of its kind.
    pub fn effective_wire_settings(&self, id: &WireId) -> Option<WireSettings> {
        let wire = self.wires.get(id)?;
        let kind = self.parts.get(&wire.from)?.kind().wire_to(self.parts.get(&wire.to)?.kind())?;
        match &wire.settings {
            Some(settings) if settings.kind() == kind => Some(settings.clone()),
            _ => WireSettings::new(kind),
        }
    }

    /// The edit that removes parts with their content and wires, and repairs what names them (subnets, certificates,
    /// replicas) in the same step.
    pub fn remove_parts(&self, ids: &[PartId]) -> Edit {
        let gone: Vec<PartId> = {
            let mut gone: Vec<PartId> = ids.iter().flat_map(|id| self.with_content(id)).collect();
            gone.sort();
            gone.dedup();
            gone
        };
        let is_gone = |id: &PartId| gone.binary_search(id).is_ok();
        let mut edits: Vec<Edit> = self
            .wires
            .iter()
            .filter(|(_, wire)| is_gone(&wire.from) || is_gone(&wire.to))
            .map(|(id, _)| Edit::Wire { id: id.clone(), to: None })
            .collect();
        for (id, part) in self.parts.iter().filter(|(id, _)| !is_gone(id)) {
            let mut repaired = part.clone();
            repaired.forget(&is_gone);
            if &repaired != part {
                edits.push(Edit::Part { id: id.clone(), to: Some(Box::new(repaired)) });
            }
        }
        edits.extend(gone.iter().map(|id| Edit::Part { id: id.clone(), to: None }));
        Edit::Batch(edits)
    }
}

impl Part {
    /// Drops what it names of the parts that are gone.
    fn forget(&mut self, is_gone: &dyn Fn(&PartId) -> bool) {
        if let Some(subnets) = self.subnets_mut() {
            subnets.retain(|id| !is_gone(id));
        }
        let reference = match &mut self.settings {
            PartSettings::Alb(alb) => &mut alb.certificate,
            PartSettings::Nlb(nlb) => &mut nlb.certificate,
            PartSettings::Cloudfront(distribution) => &mut distribution.certificate,
            PartSettings::ReadReplica(replica) => &mut replica.replica_of,
            _ => return,
        };
        if reference.as_ref().is_some_and(is_gone) {
            *reference = None;
        }
    }
}

fn replace<K: Ord + Clone, V>(map: &mut std::collections::BTreeMap<K, V>, key: &K, to: Option<V>) -> Option<V> {
    match to {
        Some(value) => map.insert(key.clone(), value),
        None => map.remove(key),
    }
}

/// A name cut to its limit.
fn shortened(name: String) -> String {
    name.chars().take(limits::NAME_CHARACTERS).collect()
}

/// JSON with the value at the path replaced.
fn with_value(mut json: Value, path: &str, value: Value) -> Result<Value, EditError> {
    let mut place = &mut json;
    for level in path.split('.') {
        place = place
            .as_object_mut()
            .and_then(|object| object.get_mut(level))
            .ok_or_else(|| EditError::NoSetting(path.to_owned()))?;
    }
    *place = value;
    Ok(json)
}

impl From<Box<Mismatch>> for EditError {
    fn from(mismatch: Box<Mismatch>) -> Self {
        EditError::BadValue(mismatch.reason)
    }
}
