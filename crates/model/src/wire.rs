//! A wire: a connection on the canvas with the settings of its kind.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::fields::{Fields, Mismatch, Slot, Visitor};

use crate::wires::{CacheClient, Call, Consumer, NlbTargetGroup, Origin, Pool, Record, TargetGroup};
use crate::{PartId, WireKind};

/// A connection from one part to another.
///
/// What it means follows from the kinds at its ends ([`crate::Kind::wire_to`]); settings of another kind are kept but
/// have no effect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
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
    /// A cache client.
    Cache(CacheClient),
    /// A consumer of a queue.
    Consumer(Consumer),
}

/// The keys of a wire's settings with the kind of wire they belong to.
pub const WIRE_SETTINGS: [(&str, WireKind); 8] = [
    ("record", WireKind::Record),
    ("origin", WireKind::Origin),
    ("target_group", WireKind::TargetGroup),
    ("nlb_target_group", WireKind::NlbTargetGroup),
    ("call", WireKind::Call),
    ("pool", WireKind::Pool),
    ("cache", WireKind::Cache),
    ("consumer", WireKind::Consumer),
];

impl WireSettings {
    /// The defaults of this kind of wire; one of clients or of a proxy has no settings.
    pub fn new(kind: WireKind) -> Option<Self> {
        match kind {
            WireKind::Client | WireKind::ProxyTarget => None,
            WireKind::Record => Some(WireSettings::Record(Record::default())),
            WireKind::Origin => Some(WireSettings::Origin(Origin::default())),
            WireKind::TargetGroup => Some(WireSettings::TargetGroup(TargetGroup::default())),
            WireKind::NlbTargetGroup => Some(WireSettings::NlbTargetGroup(NlbTargetGroup::default())),
            WireKind::Call => Some(WireSettings::Call(Call::default())),
            WireKind::Pool => Some(WireSettings::Pool(Pool::default())),
            WireKind::Cache => Some(WireSettings::Cache(CacheClient::default())),
            WireKind::Consumer => Some(WireSettings::Consumer(Consumer::default())),
        }
    }

    /// The settings of a wire of this kind in a document; `None` for a kind without settings.
    ///
    /// # Errors
    /// A value that does not fit its field.
    pub fn from_json(kind: WireKind, settings: &Value) -> Result<Option<Self>, Box<Mismatch>> {
        let mut own = WireSettings::new(kind);
        if let Some(own) = &mut own {
            own.slot().read(settings)?;
        }
        Ok(own)
    }

    /// The settings alone as JSON, without the key that names their kind.
    pub fn to_json(&self) -> Value {
        self.clone().slot().write()
    }

    fn slot(&mut self) -> &mut dyn Slot {
        match self {
            WireSettings::Record(record) => record,
            WireSettings::Origin(origin) => origin,
            WireSettings::TargetGroup(group) => group,
            WireSettings::NlbTargetGroup(group) => group,
            WireSettings::Call(call) => call,
            WireSettings::Pool(pool) => pool,
            WireSettings::Cache(client) => client,
            WireSettings::Consumer(consumer) => consumer,
        }
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
            WireSettings::Cache(_) => "cache",
            WireSettings::Consumer(_) => "consumer",
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
            WireSettings::Cache(_) => WireKind::Cache,
            WireSettings::Consumer(_) => WireKind::Consumer,
        }
    }
}

impl Fields for Option<WireSettings> {
    fn each(&mut self, visitor: &mut Visitor<'_>) {
        if let Some((_, kind)) = WIRE_SETTINGS.into_iter().find(|(key, _)| visitor.reads(key)) {
            *self = WireSettings::new(kind);
        }
        if let Some(settings) = self {
            visitor.field(settings.key(), settings.slot());
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

    /// Its cache client, or the default one.
    pub fn cache(&self) -> CacheClient {
        match &self.settings {
            Some(WireSettings::Cache(client)) => client.clone(),
            _ => CacheClient::default(),
        }
    }

    /// Its consumer, or the default one.
    pub fn consumer(&self) -> Consumer {
        match &self.settings {
            Some(WireSettings::Consumer(consumer)) => consumer.clone(),
            _ => Consumer::default(),
        }
    }
}
