//! A wire: a connection on the canvas with the settings of its kind.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::wires::{Call, NlbTargetGroup, Origin, Pool, Record, TargetGroup};
use crate::{PartId, WireKind};

/// A connection from one part to another.
///
/// What it means follows from the kinds at its ends ([`crate::Kind::wire_to`]); settings of another kind are kept but
/// have no effect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Wire {
    /// Where it starts: the client's side.
    pub from: PartId,
    /// Where it ends: the server's side.
    pub to: PartId,
    /// What a person wrote on it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// A point it is led through, from the middle between its ends' centers, in canvas units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bend: Option<[i32; 2]>,
    /// Settings, where they differ from the defaults.
    #[serde(flatten)]
    pub settings: Option<WireSettings>,
}

/// The settings of a wire; the key in the document is the kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WireSettings {
    /// A Route 53 record.
    Record(Record),
    /// A CloudFront origin.
    Origin(Origin),
    /// A target group.
    TargetGroup(TargetGroup),
    /// A target group of a Network Load Balancer.
    NlbTargetGroup(NlbTargetGroup),
    /// A call to another service.
    Call(Call),
    /// A connection pool.
    Pool(Pool),
}

impl WireSettings {
    /// The defaults of this kind of wire; a client wire has no settings.
    pub fn new(kind: WireKind) -> Option<Self> {
        match kind {
            WireKind::Client => None,
            WireKind::Record => Some(WireSettings::Record(Record::default())),
            WireKind::Origin => Some(WireSettings::Origin(Origin::default())),
            WireKind::TargetGroup => Some(WireSettings::TargetGroup(TargetGroup::default())),
            WireKind::NlbTargetGroup => Some(WireSettings::NlbTargetGroup(NlbTargetGroup::default())),
            WireKind::Call => Some(WireSettings::Call(Call::default())),
            WireKind::Pool => Some(WireSettings::Pool(Pool::default())),
        }
    }

    /// The settings of a wire of a document whose kind is known; `None` for a kind without settings.
    ///
    /// # Errors
    /// A value that does not fit its field.
    pub fn deserialize_as<'de, D: serde::Deserializer<'de>>(
        kind: WireKind,
        settings: D,
    ) -> Result<Option<Self>, D::Error> {
        Ok(Some(match kind {
            WireKind::Client => return Ok(None),
            WireKind::Record => WireSettings::Record(Deserialize::deserialize(settings)?),
            WireKind::Origin => WireSettings::Origin(Deserialize::deserialize(settings)?),
            WireKind::TargetGroup => WireSettings::TargetGroup(Deserialize::deserialize(settings)?),
            WireKind::NlbTargetGroup => WireSettings::NlbTargetGroup(Deserialize::deserialize(settings)?),
            WireKind::Call => WireSettings::Call(Deserialize::deserialize(settings)?),
            WireKind::Pool => WireSettings::Pool(Deserialize::deserialize(settings)?),
        }))
    }

    /// The settings alone as JSON, without the key that names their kind.
    pub fn to_json(&self) -> serde_json::Value {
        let json = match self {
            WireSettings::Record(record) => serde_json::to_value(record),
            WireSettings::Origin(origin) => serde_json::to_value(origin),
            WireSettings::TargetGroup(group) => serde_json::to_value(group),
            WireSettings::NlbTargetGroup(group) => serde_json::to_value(group),
            WireSettings::Call(call) => serde_json::to_value(call),
            WireSettings::Pool(pool) => serde_json::to_value(pool),
        };
        json.unwrap_or_default()
    }

    /// The key in the document.
    pub const fn key(&self) -> &'static str {
        match self {
            WireSettings::Record(_) => "record",
            WireSettings::Origin(_) => "origin",
            WireSettings::TargetGroup(_) => "target_group",
            WireSettings::NlbTargetGroup(_) => "nlb_target_group",
            WireSettings::Call(_) => "call",
            WireSettings::Pool(_) => "pool",
        }
    }

    /// The kind of wire these settings belong to.
    pub const fn kind(&self) -> WireKind {
        match self {
            WireSettings::Record(_) => WireKind::Record,
            WireSettings::Origin(_) => WireKind::Origin,
            WireSettings::TargetGroup(_) => WireKind::TargetGroup,
            WireSettings::NlbTargetGroup(_) => WireKind::NlbTargetGroup,
            WireSettings::Call(_) => WireKind::Call,
            WireSettings::Pool(_) => WireKind::Pool,
        }
    }
}

impl Wire {
    /// A wire with the defaults of its kind.
    pub fn new(from: PartId, to: PartId) -> Self {
        Wire { from, to, label: String::new(), bend: None, settings: None }
    }

    /// Its record, or the default one.
    pub fn record(&self) -> Record {
        match &self.settings {
            Some(WireSettings::Record(record)) => record.clone(),
            _ => Record::default(),
        }
    }

    /// Its origin, or the default one.
    pub fn origin(&self) -> Origin {
        match &self.settings {
            Some(WireSettings::Origin(origin)) => origin.clone(),
            _ => Origin::default(),
        }
    }

    /// Its target group, or the default one.
    pub fn target_group(&self) -> TargetGroup {
        match &self.settings {
            Some(WireSettings::TargetGroup(group)) => group.clone(),
            _ => TargetGroup::default(),
        }
    }

    /// Its target group of a Network Load Balancer, or the default one.
    pub fn nlb_target_group(&self) -> NlbTargetGroup {
        match &self.settings {
            Some(WireSettings::NlbTargetGroup(group)) => group.clone(),
            _ => NlbTargetGroup::default(),
        }
    }

    /// Its call, or the default one.
    pub fn call(&self) -> Call {
        match &self.settings {
            Some(WireSettings::Call(call)) => call.clone(),
            _ => Call::default(),
        }
    }

    /// Its pool, or the default one.
    pub fn pool(&self) -> Pool {
        match &self.settings {
            Some(WireSettings::Pool(pool)) => pool.clone(),
            _ => Pool::default(),
        }
    }
}
