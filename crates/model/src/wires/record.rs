//! A Route 53 record: the wire from a hosted zone to what a name resolves to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A record with simple routing. To a load balancer or a distribution it is an alias, whose TTL is the target's
/// (R53-20); to an instance it is an A record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Record {
    /// The full name; empty means the zone's apex.
    pub name: String,
    /// TTL in seconds of a record that is not an alias.
    pub ttl_s: f64,
}

impl Default for Record {
    fn default() -> Self {
        Record { name: String::new(), ttl_s: fact::RECORD_TTL.value }
    }
}

/// The settings of a record.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::RecordName, "name", Section::General, Control::Text),
    setting(SettingKey::RecordTtl, "ttl_s", Section::Cache, Control::Decimal(&fact::RECORD_TTL)),
];
