//! A database client: the connection pool of each instance (HikariCP) and its driver.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// The pool that each instance has for this database.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Pool {
    /// Most connections of one instance (APP-07).
    pub max: u32,
    /// Seconds a thread waits for a connection, then the API answers 500 (APP-08).
    pub wait_timeout_s: f64,
    /// Seconds that opening a connection may take (APP-10).
    pub connect_timeout_s: f64,
    /// Seconds a query may stay without an answer; 0 waits until TCP gives up (APP-10, RDS-43).
    pub socket_timeout_s: f64,
    /// Seconds after which a connection is replaced (APP-09).
    pub max_lifetime_s: f64,
    /// Seconds that the application keeps the database's address, at least the endpoint's TTL (RDS-06, TRF-24).
    pub dns_cache_s: f64,
    /// Whether reads go to the reader endpoint of a cluster over a pool of their own (AUR-06).
    pub reader_endpoint: bool,
    /// Per cent of the reads that go to this database although there is a replica, or a reader endpoint, for them.
    pub reads_at_writer_percent: f64,
    /// Queries of a request, one after the other over one connection; all but the last read (LAT-13).
    pub queries: u32,
    /// How often a query is sent before its request fails (TRF-04).
    pub tries: u32,
}

impl Default for Pool {
    fn default() -> Self {
        Pool {
            max: fact::POOL_SIZE.whole(),
            wait_timeout_s: fact::POOL_WAIT.value,
            connect_timeout_s: fact::DRIVER_CONNECT_TIMEOUT.value,
            socket_timeout_s: fact::DRIVER_SOCKET_TIMEOUT.value,
            max_lifetime_s: fact::POOL_MAX_LIFETIME.value,
            dns_cache_s: fact::APPLICATION_DNS_CACHE.value,
            reader_endpoint: false,
            reads_at_writer_percent: fact::READS_AT_WRITER.value,
            queries: fact::QUERIES.whole(),
            tries: fact::QUERY_TRIES.whole(),
        }
    }
}

/// The settings of a pool.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::PoolSize, "max", Section::Connections, Control::Integer(&fact::POOL_SIZE)),
    setting(SettingKey::PoolWait, "wait_timeout_s", Section::Connections, Control::Decimal(&fact::POOL_WAIT)),
    setting(
        SettingKey::DriverConnectTimeout,
        "connect_timeout_s",
        Section::Connections,
        Control::Decimal(&fact::DRIVER_CONNECT_TIMEOUT),
    ),
    setting(
        SettingKey::DriverSocketTimeout,
        "socket_timeout_s",
        Section::Connections,
        Control::Decimal(&fact::DRIVER_SOCKET_TIMEOUT),
    ),
    setting(SettingKey::ReaderEndpoint, "reader_endpoint", Section::Connections, Control::Toggle),
    setting(
        SettingKey::ReadsAtWriter,
        "reads_at_writer_percent",
        Section::Connections,
        Control::Decimal(&fact::READS_AT_WRITER),
    ),
    setting(SettingKey::Queries, "queries", Section::Connections, Control::Integer(&fact::QUERIES)),
    setting(SettingKey::QueryTries, "tries", Section::Connections, Control::Integer(&fact::QUERY_TRIES)),
    setting(
        SettingKey::PoolMaxLifetime,
        "max_lifetime_s",
        Section::Connections,
        Control::Decimal(&fact::POOL_MAX_LIFETIME),
    ),
    setting(
        SettingKey::ApplicationDnsCache,
        "dns_cache_s",
        Section::Assumptions,
        Control::Decimal(&fact::APPLICATION_DNS_CACHE),
    ),
];
