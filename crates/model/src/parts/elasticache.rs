//! ElastiCache for Redis OSS or Valkey: an in-memory cache beside the database, asked first by the application.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::PartId;
use crate::fact;
use crate::instance_types::{CACHE_NAMES, CacheNodeType, cache};
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A replication group with one shard: a primary node and its replicas (cluster mode disabled).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct Elasticache {
    /// The cache subnet group. The primary begins in the first; the replicas follow in turn.
    pub subnets: Vec<PartId>,
    /// Node type.
    pub node_type: String,
    /// Replicas of the primary, 0 to 5. They copy it asynchronously and serve no reads here (EC-01).
    pub replicas: u32,
    /// Whether a replica is promoted by itself when the primary is lost (EC-01).
    pub multi_az: bool,
    /// Security groups; empty means rules derived from the wires.
    pub security_groups: Vec<String>,
    /// Seconds that an item lives after it was written; 0 for ever (EC-04).
    pub ttl_s: f64,
    /// Distinct items that the application asks for.
    pub items: u32,
    /// Exponent of the items' Zipf popularity; 0 makes all alike.
    pub zipf: f64,
    /// Bytes that an item takes in memory.
    pub item_bytes: u32,
    /// Per cent of the items that are in the cache at the start, the most popular first.
    pub filled_percent: f64,
    /// What happens to an item for which there is no memory left.
    pub maxmemory_policy: MaxmemoryPolicy,
    /// Per cent of the memory that is kept free for backups and failover.
    pub reserved_memory_percent: f64,
    /// Most client connections of a node (EC-03).
    pub max_connections: u32,
    /// Milliseconds of the engine's one thread for each command.
    pub command_ms: f64,
    /// Shortest failover in seconds, detection and DNS included (EC-01).
    pub failover_min_s: f64,
    /// Longest failover in seconds (EC-01).
    pub failover_max_s: f64,
    /// Seconds until a lost node is replaced (EC-02).
    pub replacement_s: f64,
    /// Milliseconds that replicas are behind the primary (EC-01).
    pub replication_lag_ms: f64,
}

/// Redis's `maxmemory-policy`, as far as it matters to a cache whose items have one TTL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum MaxmemoryPolicy {
    /// The item that was not asked for longest leaves, if items have a TTL; without one, writes are refused.
    VolatileLru,
    /// The item that was not asked for longest leaves.
    AllkeysLru,
    /// Writes are refused.
    Noeviction,
}

impl Elasticache {
    /// Its node type, or the smallest for an unknown name.
    pub fn node(&self) -> CacheNodeType {
        cache(&self.node_type)
    }

    /// Items that fit into a node's memory.
    pub fn capacity(&self) -> u32 {
        let bytes = self.node().memory_gib * 1_073_741_824.0 * (1.0 - self.reserved_memory_percent / 100.0);
        (bytes / f64::from(self.item_bytes.max(1))) as u32
    }

    /// Whether an item leaves for another when memory is full.
    pub fn evicts(&self) -> bool {
        match self.maxmemory_policy {
            MaxmemoryPolicy::VolatileLru => self.ttl_s > 0.0,
            MaxmemoryPolicy::AllkeysLru => true,
            MaxmemoryPolicy::Noeviction => false,
        }
    }

    /// Whether a replica takes over when the primary is lost.
    pub const fn fails_over(&self) -> bool {
        self.multi_az && self.replicas > 0
    }
}

impl Default for Elasticache {
    fn default() -> Self {
        Elasticache {
            subnets: Vec::new(),
            node_type: "cache.m6g.large".into(),
            replicas: fact::CACHE_REPLICAS.whole(),
            multi_az: false,
            security_groups: Vec::new(),
            ttl_s: fact::CACHE_TTL.value,
            items: fact::CACHE_ITEMS.whole(),
            zipf: fact::CACHE_ZIPF.value,
            item_bytes: fact::CACHE_ITEM_BYTES.whole(),
            filled_percent: fact::CACHE_FILLED.value,
            maxmemory_policy: MaxmemoryPolicy::VolatileLru,
            reserved_memory_percent: fact::CACHE_RESERVED_MEMORY.value,
            max_connections: fact::CACHE_MAX_CONNECTIONS.whole(),
            command_ms: fact::CACHE_COMMAND.value,
            failover_min_s: fact::CACHE_FAILOVER_MIN.value,
            failover_max_s: fact::CACHE_FAILOVER_MAX.value,
            replacement_s: fact::CACHE_REPLACEMENT.value,
            replication_lag_ms: fact::CACHE_REPLICATION_LAG.value,
        }
    }
}

/// The settings of a cache.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::CacheNodeType, "node_type", Section::Capacity, Control::Choice(CACHE_NAMES)),
    setting(SettingKey::CacheTtl, "ttl_s", Section::Cache, Control::Decimal(&fact::CACHE_TTL)),
    setting(SettingKey::CacheItems, "items", Section::Cache, Control::Integer(&fact::CACHE_ITEMS)),
    setting(SettingKey::CacheZipf, "zipf", Section::Cache, Control::Decimal(&fact::CACHE_ZIPF)),
    setting(SettingKey::CacheItemBytes, "item_bytes", Section::Cache, Control::Integer(&fact::CACHE_ITEM_BYTES)),
    setting(SettingKey::CacheFilled, "filled_percent", Section::Cache, Control::Decimal(&fact::CACHE_FILLED)),
    setting(
        SettingKey::MaxmemoryPolicy,
        "maxmemory_policy",
        Section::Cache,
        Control::Choice(&["volatile_lru", "allkeys_lru", "noeviction"]),
    ),
    setting(
        SettingKey::ReservedMemory,
        "reserved_memory_percent",
        Section::Capacity,
        Control::Decimal(&fact::CACHE_RESERVED_MEMORY),
    ),
    setting(SettingKey::Subnets, "subnets", Section::Network, Control::Subnets),
    setting(SettingKey::SecurityGroups, "security_groups", Section::Network, Control::SecurityGroups),
    setting(SettingKey::CacheReplicas, "replicas", Section::Availability, Control::Integer(&fact::CACHE_REPLICAS)),
    setting(SettingKey::CacheMultiAz, "multi_az", Section::Availability, Control::Toggle),
    setting(
        SettingKey::CacheFailoverMin,
        "failover_min_s",
        Section::Availability,
        Control::Decimal(&fact::CACHE_FAILOVER_MIN),
    ),
    setting(
        SettingKey::CacheFailoverMax,
        "failover_max_s",
        Section::Availability,
        Control::Decimal(&fact::CACHE_FAILOVER_MAX),
    ),
    setting(
        SettingKey::CacheReplacement,
        "replacement_s",
        Section::Availability,
        Control::Decimal(&fact::CACHE_REPLACEMENT),
    ),
    setting(
        SettingKey::CacheMaxConnections,
        "max_connections",
        Section::Connections,
        Control::Integer(&fact::CACHE_MAX_CONNECTIONS),
    ),
    setting(SettingKey::CacheCommand, "command_ms", Section::Assumptions, Control::Decimal(&fact::CACHE_COMMAND)),
    setting(
        SettingKey::CacheReplicationLag,
        "replication_lag_ms",
        Section::Assumptions,
        Control::Decimal(&fact::CACHE_REPLICATION_LAG),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_quarters_of_a_node_s_memory_hold_items() {
        let cache = Elasticache { item_bytes: 1_073_742, ..Elasticache::default() };
        assert_eq!(cache.capacity(), 4_784);
    }

    #[test]
    fn volatile_items_leave_only_if_they_have_a_ttl() {
        let cache = Elasticache { ttl_s: 0.0, ..Elasticache::default() };
        assert_eq!([Elasticache::default().evicts(), cache.evicts()], [true, false]);
    }
}
