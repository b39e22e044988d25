//! A cache client: how the application asks the cache before the database.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// The client that each instance has for this cache (look-aside, lazy loading: EC-04).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct CacheClient {
    /// Seconds that a command may take; then the request goes to the database.
    pub timeout_s: f64,
    /// Seconds that the client leaves a cache alone that did not answer; 0 asks it for every request.
    pub reconnect_s: f64,
    /// Connections that each instance keeps open.
    pub connections: u32,
    /// What a write does with the item in the cache.
    pub on_write: OnWrite,
}

/// What a write to the database does with the item in the cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum OnWrite {
    /// The application deletes it, so that the next read brings the new one.
    Invalidate,
    /// Nothing: reads get the old one until its TTL is over (EC-04).
    Expire,
}

impl Default for CacheClient {
    fn default() -> Self {
        CacheClient {
            timeout_s: fact::CACHE_TIMEOUT.value,
            reconnect_s: fact::CACHE_RECONNECT.value,
            connections: fact::CACHE_CONNECTIONS.whole(),
            on_write: OnWrite::Invalidate,
        }
    }
}

/// The settings of a cache client.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::CacheOnWrite, "on_write", Section::Cache, Control::Choice(&["invalidate", "expire"])),
    setting(SettingKey::CacheTimeout, "timeout_s", Section::Connections, Control::Decimal(&fact::CACHE_TIMEOUT)),
    setting(SettingKey::CacheReconnect, "reconnect_s", Section::Connections, Control::Decimal(&fact::CACHE_RECONNECT)),
    setting(
        SettingKey::CacheConnections,
        "connections",
        Section::Connections,
        Control::Integer(&fact::CACHE_CONNECTIONS),
    ),
];
