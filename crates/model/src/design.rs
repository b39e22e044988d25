//! The design: the whole document.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::parts::RouteTarget;
use crate::{
    DOCUMENT_VERSION, ENGINE_VERSION, Kind, Part, PartId, PartSettings, Scenario, SecurityGroup, Wire, WireId, limits,
};

/// A design. It changes only by an [`crate::Edit`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Design {
    /// Version of the document's format.
    pub ninepins: u32,
    /// Version of the engine that its author saw.
    pub engine: u32,
    /// What it is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its parts by id.
    #[serde(default)]
    pub parts: BTreeMap<PartId, Part>,
    /// Its wires by id.
    #[serde(default)]
    pub wires: BTreeMap<WireId, Wire>,
    /// Its security groups by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub security_groups: BTreeMap<String, SecurityGroup>,
    /// Seed, duration and timeline.
    #[serde(default)]
    pub scenario: Scenario,
}

impl Default for Design {
    fn default() -> Self {
        Design {
            ninepins: DOCUMENT_VERSION,
            engine: ENGINE_VERSION,
            name: String::new(),
            parts: BTreeMap::new(),
            wires: BTreeMap::new(),
            security_groups: BTreeMap::new(),
            scenario: Scenario::default(),
        }
    }
}

impl Design {
    /// The containers around a part, innermost first. Ends at a missing container, at a cycle and at the nesting limit.
    pub fn ancestors<'a>(&'a self, id: &PartId) -> impl Iterator<Item = (&'a PartId, &'a Part)> + use<'a> {
        let mut next = self.parts.get(id).and_then(|part| part.container.as_ref());
        let mut depth = 0;
        std::iter::from_fn(move || {
            let container = next.take()?;
            depth += 1;
            if depth > limits::NESTING {
                return None;
            }
            let (id, part) = self.parts.get_key_value(container)?;
            next = part.container.as_ref();
            Some((id, part))
        })
    }

    /// The nearest container of this kind around a part.
    pub fn enclosing<'a>(&'a self, id: &PartId, kind: Kind) -> Option<(&'a PartId, &'a Part)> {
        self.ancestors(id).find(|(_, part)| part.kind() == kind)
    }

    /// The parts directly inside a container (`None`: on the open canvas), in the order of their ids.
    pub fn children<'a>(&'a self, container: Option<&'a PartId>) -> impl Iterator<Item = (&'a PartId, &'a Part)> {
        self.parts.iter().filter(move |(_, part)| part.container.as_ref() == container)
    }

    /// A part and everything inside it, containers before their content.
    pub fn with_content(&self, id: &PartId) -> Vec<PartId> {
        let mut found = vec![id.clone()];
        let mut next = 0;
        while next < found.len() && found.len() <= limits::PARTS {
            let container = found[next].clone();
            found.extend(self.children(Some(&container)).map(|(id, _)| id.clone()).filter(|id| id != &container));
            next += 1;
        }
        found
    }

    /// The code of the Region a part lies in.
    pub fn region_code(&self, id: &PartId) -> Option<&str> {
        self.enclosing(id, Kind::Region).and_then(|(_, part)| match &part.settings {
            PartSettings::Region(region) => Some(region.code.as_str()),
            _ => None,
        })
    }

    /// The name of the Availability Zone that a subnet, or a part in a subnet, lies in.
    pub fn zone_name(&self, id: &PartId) -> Option<&str> {
        self.enclosing(id, Kind::Az).and_then(|(_, part)| match &part.settings {
            PartSettings::Az(az) => Some(az.zone.as_str()),
            _ => None,
        })
    }

    /// Every zone name in use, sorted, each once.
    pub fn zones(&self) -> Vec<String> {
        let mut zones: Vec<String> = self
            .parts
            .values()
            .filter_map(|part| match &part.settings {
                PartSettings::Az(az) => Some(az.zone.clone()),
                _ => None,
            })
            .collect();
        zones.sort();
        zones.dedup();
        zones
    }

    /// The VPC a part lies in.
    pub fn vpc_of<'a>(&'a self, id: &PartId) -> Option<&'a PartId> {
        self.enclosing(id, Kind::Vpc).map(|(id, _)| id)
    }

    /// The routes of a subnet beyond the local one: those of its own table, or of the VPC's main one (VPC-05).
    pub fn routes_of(&self, subnet: &PartId) -> Option<&BTreeMap<String, RouteTarget>> {
        let PartSettings::Subnet(own) = &self.parts.get(subnet)?.settings else { return None };
        match self.enclosing(subnet, Kind::Vpc).map(|(_, part)| &part.settings) {
            Some(PartSettings::Vpc(vpc)) if !own.has_own_table() => Some(&vpc.main_routes),
            _ => Some(&own.routes),
        }
    }

    /// Whether a subnet's route table leads to the internet gateway (VPC-03).
    pub fn is_public_subnet(&self, subnet: &PartId) -> bool {
        let route = self.routes_of(subnet).and_then(|routes| routes.get("0.0.0.0/0"));
        route == Some(&RouteTarget::InternetGateway)
    }

    /// What a person reads for a part: its name, or its id.
    pub fn display_name<'a>(&'a self, id: &'a PartId) -> &'a str {
        match self.parts.get(id) {
            Some(part) if !part.name.is_empty() => &part.name,
            _ => id.as_str(),
        }
    }

    /// An id for a new part: the kind, or the kind and the first free number from 2.
    pub fn free_part_id(&self, kind: Kind) -> PartId {
        let base = kind.as_str();
        (1..)
            .map(|number| if number == 1 { base.to_owned() } else { format!("{base}-{number}") })
            .filter_map(|text| text.parse::<PartId>().ok())
            .find(|id| !self.parts.contains_key(id))
            .expect("a design holds fewer parts than there are numbers")
    }

    /// An id for a copy of a part: its own where that is free, else its own with the first free number from 2.
    pub fn free_copy_id(&self, id: &PartId, kind: Kind) -> PartId {
        if !self.parts.contains_key(id) {
            return id.clone();
        }
        let base = without_number(id.as_str());
        (2..=self.parts.len() + 2)
            .filter_map(|number| format!("{base}-{number}").parse::<PartId>().ok())
            .find(|id| !self.parts.contains_key(id))
            // A number more may be too long for an id.
            .unwrap_or_else(|| self.free_part_id(kind))
    }

    /// An id for a new wire: `w` and the first free number from 1.
    pub fn free_wire_id(&self) -> WireId {
        (1..)
            .filter_map(|number: u32| format!("w{number}").parse::<WireId>().ok())
            .find(|id| !self.wires.contains_key(id))
            .expect("a design holds fewer wires than there are numbers")
    }

    /// The parts that take part in a run. The place of a part among them is its number in what a run reports.
    pub fn running_parts(&self) -> impl Iterator<Item = (&PartId, &Part)> {
        self.parts.iter().filter(|(_, part)| !part.kind().is_annotation())
    }

    /// The design without what only explains the picture.
    #[must_use]
    pub fn without_annotations(mut self) -> Design {
        self.parts.retain(|_, part| !part.kind().is_annotation());
        self
    }

    /// Whether a run of `other` would be the same: all but notes, names and how things are drawn.
    pub fn runs_like(&self, other: &Design) -> bool {
        self.runs_like_until_events(other) && self.scenario.events == other.scenario.events
    }

    /// Whether a run of `other` would be the same as long as neither timeline says anything.
    pub fn runs_like_until_events(&self, other: &Design) -> bool {
        let wires = self.wires.iter().zip(&other.wires);
        let same_wires = self.wires.len() == other.wires.len()
            && wires.into_iter().all(|((id, wire), (other_id, other))| {
                id == other_id && wire.from == other.from && wire.to == other.to && wire.settings == other.settings
            });
        let mut others = other.running_parts();
        let same_parts = self.running_parts().all(|(id, part)| {
            others.next().is_some_and(|(other_id, other)| {
                id == other_id && part.container == other.container && part.settings == other.settings
            })
        });
        same_wires
            && same_parts
            && others.next().is_none()
            && (self.ninepins, self.engine) == (other.ninepins, other.engine)
            && (self.scenario.seed, self.scenario.duration_s) == (other.scenario.seed, other.scenario.duration_s)
            && self.security_groups == other.security_groups
    }
}
/// A text without the number at its end that tells copies apart: `api` of `api-2`.
pub fn without_number(text: &str) -> &str {
    let numbered = text.rsplit_once('-').filter(|(_, number)| number.parse::<u32>().is_ok());
    numbered.map_or(text, |(base, _)| base)
}
