//! The application server on an instance: Spring Boot with Tomcat (facts APP-01 to APP-06).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;

/// What runs on each instance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Application {
    /// Worker threads; a request holds one until it is answered, also while it waits for the database (APP-01).
    pub threads: u32,
    /// Connections accepted; requests beyond the threads wait here (APP-02, APP-04).
    pub max_connections: u32,
    /// Connections that the operating system queues beyond that; the next is refused (APP-03).
    pub accept_count: u32,
    /// Mean CPU milliseconds of a read.
    pub read_cpu_ms: f64,
    /// Mean CPU milliseconds of a write.
    pub write_cpu_ms: f64,
    /// Mean CPU milliseconds of a static file.
    pub asset_cpu_ms: f64,
    /// Mean milliseconds that a read holds its thread without CPU.
    pub read_wait_ms: f64,
    /// Mean milliseconds that a write holds its thread without CPU.
    pub write_wait_ms: f64,
    /// Mean milliseconds that a static file holds its thread without CPU.
    pub asset_wait_ms: f64,
    /// How CPU times and waits are spread around their means.
    pub distribution: Distribution,
    /// Standard deviation over mean of a log-normal CPU time or wait.
    pub variation: f64,
    /// Who takes the next free thread (TRF-23).
    pub queue_order: QueueOrder,
    /// Most requests that wait for a thread; the next is turned away (APP-04).
    pub queue_limit: u32,
    /// A request that reaches the head of the queue older than this many milliseconds is turned away; 0 serves all
    /// (TRF-23).
    pub drop_older_ms: f64,
    /// Whether the time that the request is expected to take counts as age.
    pub drop_counts_service: bool,
    /// How the server turns a request away.
    pub rejection: Rejection,
    /// Seconds after which the server closes an idle connection (APP-05).
    pub keep_alive_s: f64,
    /// Requests on one connection, after which the server closes it (APP-06).
    pub max_keep_alive_requests: u32,
    /// The key with which the server itself ends TLS; none where it speaks plain HTTP (TLS-03 to TLS-07).
    pub tls_key: TlsKey,
    /// Per cent of TLS handshakes that resume a session and need no private-key operation (TLS-09).
    pub tls_resumption_percent: f64,
    /// The path of its health endpoint: health checks of any other path get 404.
    pub health_path: String,
    /// The port of its health endpoint; 0 is the one that it serves requests on. On a port of its own checks need none of
    /// the threads and connections that requests take.
    pub health_port: u32,
    /// Operations of a read on the root volume.
    pub read_disk_operations: u32,
    /// Operations of a write on the root volume, which fails where that is full.
    pub write_disk_operations: u32,
    /// Operations of a static file on the root volume.
    pub asset_disk_operations: u32,
    /// KiB of each operation.
    pub disk_operation_kib: f64,
    /// MB of memory that the operating system and the application take without requests.
    pub memory_mb: f64,
    /// MB of memory of each request on the instance. What memory is short of kills the process.
    pub request_memory_mb: f64,
    /// Seconds until a process that was killed runs again.
    pub restart_s: f64,
    /// What a new instance must reach before the application can start (VPC-15).
    pub launch_needs: LaunchNeeds,
    /// Connections that the instance's security groups can track; beyond it packets are dropped (VPC-33).
    pub tracked_connections: u32,
}

/// What user data downloads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum LaunchNeeds {
    /// Nothing: everything is in the machine image.
    Nothing,
    /// Something on the internet, such as a container image or packages.
    Internet,
    /// Something in S3, which a gateway endpoint reaches as well (VPC-30).
    S3,
}

/// How durations are spread around their mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum Distribution {
    /// Exponential: the standard deviation is the mean.
    Exponential,
    /// Always the mean.
    Constant,
    /// Log-normal with a standard deviation of its own.
    Lognormal,
}

/// Who of those that wait is next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum QueueOrder {
    /// First in, first out.
    Fifo,
    /// Last in, first out.
    Lifo,
}

/// How a server turns a request away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// It answers 503.
    ServiceUnavailable,
    /// It closes the connection; a load balancer makes a 502 of it.
    Refused,
}

/// The key of a server's certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
pub enum TlsKey {
    /// Plain HTTP.
    #[serde(rename = "none")]
    None,
    /// RSA with 2,048 bits.
    #[serde(rename = "rsa_2048")]
    Rsa2048,
    /// RSA with 3,072 bits.
    #[serde(rename = "rsa_3072")]
    Rsa3072,
    /// RSA with 4,096 bits.
    #[serde(rename = "rsa_4096")]
    Rsa4096,
    /// ECDSA on P-256.
    #[serde(rename = "ecdsa_p256")]
    EcdsaP256,
}

impl TlsKey {
    /// CPU milliseconds of a full handshake on the server (TLS-03 to TLS-07): signature and key exchange.
    pub const fn handshake_ms(self) -> f64 {
        match self {
            TlsKey::None => 0.0,
            TlsKey::Rsa2048 => fact::RSA_2048_HANDSHAKE.value,
            TlsKey::Rsa3072 => fact::RSA_3072_HANDSHAKE.value,
            TlsKey::Rsa4096 => fact::RSA_4096_HANDSHAKE.value,
            TlsKey::EcdsaP256 => fact::ECDSA_P256_HANDSHAKE.value,
        }
    }
}

impl Default for Application {
    fn default() -> Self {
        Application {
            threads: fact::SERVER_THREADS.whole(),
            max_connections: fact::SERVER_MAX_CONNECTIONS.whole(),
            accept_count: fact::SERVER_ACCEPT_COUNT.whole(),
            read_cpu_ms: fact::READ_CPU.value,
            write_cpu_ms: fact::WRITE_CPU.value,
            asset_cpu_ms: fact::ASSET_CPU.value,
            health_path: crate::wires::CHECK_PATH.into(),
            health_port: fact::HEALTH_PORT.whole(),
            read_disk_operations: fact::DISK_OPERATIONS.whole(),
            write_disk_operations: fact::DISK_OPERATIONS.whole(),
            asset_disk_operations: fact::DISK_OPERATIONS.whole(),
            disk_operation_kib: fact::DISK_OPERATION_SIZE.value,
            memory_mb: fact::SERVER_MEMORY.value,
            request_memory_mb: fact::REQUEST_MEMORY.value,
            restart_s: fact::SERVER_RESTART.value,
            launch_needs: LaunchNeeds::Nothing,
            tracked_connections: fact::TRACKED_CONNECTIONS.whole(),
            read_wait_ms: fact::HANDLER_WAIT.value,
            write_wait_ms: fact::HANDLER_WAIT.value,
            asset_wait_ms: fact::HANDLER_WAIT.value,
            distribution: Distribution::Exponential,
            variation: fact::DEMAND_VARIATION.value,
            queue_order: QueueOrder::Fifo,
            queue_limit: fact::SERVER_QUEUE_LIMIT.whole(),
            drop_older_ms: fact::SERVER_DROP_OLDER.value,
            drop_counts_service: false,
            rejection: Rejection::ServiceUnavailable,
            keep_alive_s: fact::SERVER_KEEP_ALIVE.value,
            max_keep_alive_requests: fact::SERVER_KEEP_ALIVE_REQUESTS.whole(),
            tls_key: TlsKey::None,
            tls_resumption_percent: fact::TLS_RESUMPTION.value,
        }
    }
}

/// The names of the distributions in documents.
pub(crate) const DISTRIBUTIONS: &[&str] = &["exponential", "constant", "lognormal"];

/// The settings of a single instance and of a group: what both have of an instance's hardware and of its application, and what
/// each has before these, in brackets, and between them.
macro_rules! instance_settings {
    ([$($before:expr),* $(,)?], $($between:expr),* $(,)?) => {
        &[
            $($before,)*
            setting(SettingKey::InstanceType, "instance_type", Section::Capacity, Control::Choice(crate::instance_types::EC2_NAMES)),
            crate::parts::cpu_credits::CREDIT_SPECIFICATION,
            crate::parts::cpu_credits::CREDIT_START,
            crate::parts::root_volume::VOLUME_TYPE,
            crate::parts::root_volume::VOLUME_SIZE,
            crate::parts::root_volume::VOLUME_IOPS,
            crate::parts::root_volume::VOLUME_THROUGHPUT,
            crate::parts::root_volume::VOLUME_LATENCY,
            crate::parts::root_volume::VOLUME_USED,
            crate::parts::root_volume::NETWORK_BURST,
            $($between,)*
            setting(SettingKey::ServerThreads, "application.threads", Section::Application, Control::Integer(&fact::SERVER_THREADS)),
            setting(SettingKey::ServerMaxConnections, "application.max_connections", Section::Application, Control::Integer(&fact::SERVER_MAX_CONNECTIONS)),
            setting(SettingKey::ServerAcceptCount, "application.accept_count", Section::Application, Control::Integer(&fact::SERVER_ACCEPT_COUNT)),
            setting(SettingKey::ReadCpu, "application.read_cpu_ms", Section::Application, Control::Decimal(&fact::READ_CPU)),
            setting(SettingKey::WriteCpu, "application.write_cpu_ms", Section::Application, Control::Decimal(&fact::WRITE_CPU)),
            setting(SettingKey::AssetCpu, "application.asset_cpu_ms", Section::Application, Control::Decimal(&fact::ASSET_CPU)),
            setting(SettingKey::HealthPath, "application.health_path", Section::Health, Control::Text),
            setting(SettingKey::HealthPort, "application.health_port", Section::Health, Control::Integer(&fact::HEALTH_PORT)),
            setting(SettingKey::ReadDisk, "application.read_disk_operations", Section::Storage, Control::Integer(&fact::DISK_OPERATIONS)),
            setting(SettingKey::WriteDisk, "application.write_disk_operations", Section::Storage, Control::Integer(&fact::DISK_OPERATIONS)),
            setting(SettingKey::AssetDisk, "application.asset_disk_operations", Section::Storage, Control::Integer(&fact::DISK_OPERATIONS)),
            setting(SettingKey::DiskOperationSize, "application.disk_operation_kib", Section::Storage, Control::Decimal(&fact::DISK_OPERATION_SIZE)),
            setting(SettingKey::ServerMemory, "application.memory_mb", Section::Application, Control::Decimal(&fact::SERVER_MEMORY)),
            setting(SettingKey::RequestMemory, "application.request_memory_mb", Section::Application, Control::Decimal(&fact::REQUEST_MEMORY)),
            setting(SettingKey::ServerRestart, "application.restart_s", Section::Application, Control::Decimal(&fact::SERVER_RESTART)),
            setting(SettingKey::LaunchNeeds, "application.launch_needs", Section::Application, Control::Choice(&["nothing", "internet", "s3"])),
            setting(SettingKey::TrackedConnections, "application.tracked_connections", Section::Assumptions, Control::Integer(&fact::TRACKED_CONNECTIONS)),
            setting(SettingKey::ReadWait, "application.read_wait_ms", Section::Application, Control::Decimal(&fact::HANDLER_WAIT)),
            setting(SettingKey::WriteWait, "application.write_wait_ms", Section::Application, Control::Decimal(&fact::HANDLER_WAIT)),
            setting(SettingKey::AssetWait, "application.asset_wait_ms", Section::Application, Control::Decimal(&fact::HANDLER_WAIT)),
            setting(SettingKey::DemandDistribution, "application.distribution", Section::Application, Control::Choice(crate::parts::application::DISTRIBUTIONS)),
            setting(SettingKey::DemandVariation, "application.variation", Section::Application, Control::Decimal(&fact::DEMAND_VARIATION)),
            setting(SettingKey::QueueOrder, "application.queue_order", Section::Application, Control::Choice(&["fifo", "lifo"])),
            setting(SettingKey::QueueLimit, "application.queue_limit", Section::Application, Control::Integer(&fact::SERVER_QUEUE_LIMIT)),
            setting(SettingKey::DropOlder, "application.drop_older_ms", Section::Application, Control::Decimal(&fact::SERVER_DROP_OLDER)),
            setting(SettingKey::DropCountsService, "application.drop_counts_service", Section::Application, Control::Toggle),
            setting(SettingKey::Rejection, "application.rejection", Section::Application, Control::Choice(&["service_unavailable", "refused"])),
            setting(SettingKey::ServerKeepAlive, "application.keep_alive_s", Section::Connections, Control::Decimal(&fact::SERVER_KEEP_ALIVE)),
            setting(SettingKey::ServerKeepAliveRequests, "application.max_keep_alive_requests", Section::Connections, Control::Integer(&fact::SERVER_KEEP_ALIVE_REQUESTS)),
            setting(SettingKey::ServerTlsKey, "application.tls_key", Section::Connections, Control::Choice(&["none", "rsa_2048", "rsa_3072", "rsa_4096", "ecdsa_p256"])),
            setting(SettingKey::TlsResumption, "application.tls_resumption_percent", Section::Connections, Control::Decimal(&fact::TLS_RESUMPTION)),
        ]
    };
}
pub(crate) use instance_settings;
