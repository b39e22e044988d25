//! The application server on an instance: Spring Boot with Tomcat (facts APP-01 to APP-06).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact;

/// What runs on each instance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Application {
    /// Worker threads; a request holds one until it is answered, also while it waits for the database (APP-01).
    pub threads: u32,
    /// Connections accepted; requests beyond the threads wait here (APP-02, APP-04).
    pub max_connections: u32,
    /// Connections that the operating system queues beyond that; the next is refused (APP-03).
    pub accept_count: u32,
    /// Seconds after which the server closes an idle connection (APP-05).
    pub keep_alive_s: f64,
    /// Mean CPU milliseconds of a read, exponentially distributed.
    pub read_cpu_ms: f64,
    /// Mean CPU milliseconds of a write, exponentially distributed.
    pub write_cpu_ms: f64,
    /// Mean CPU milliseconds of a static file, exponentially distributed.
    pub asset_cpu_ms: f64,
    /// What a new instance must reach before the application can start (VPC-15).
    pub launch_needs: LaunchNeeds,
    /// Connections that the instance's security groups can track; beyond it packets are dropped (VPC-33).
    pub tracked_connections: u32,
}

/// What user data downloads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LaunchNeeds {
    /// Nothing: everything is in the machine image.
    Nothing,
    /// Something on the internet, such as a container image or packages.
    Internet,
    /// Something in S3, which a gateway endpoint reaches as well (VPC-30).
    S3,
}

impl Default for Application {
    fn default() -> Self {
        Application {
            threads: fact::SERVER_THREADS.whole(),
            max_connections: fact::SERVER_MAX_CONNECTIONS.whole(),
            accept_count: fact::SERVER_ACCEPT_COUNT.whole(),
            keep_alive_s: fact::SERVER_KEEP_ALIVE.value,
            read_cpu_ms: fact::READ_CPU.value,
            write_cpu_ms: fact::WRITE_CPU.value,
            asset_cpu_ms: fact::ASSET_CPU.value,
            launch_needs: LaunchNeeds::Nothing,
            tracked_connections: fact::TRACKED_CONNECTIONS.whole(),
        }
    }
}

/// The settings of the application, as they appear inside a group or an instance.
macro_rules! application_settings {
    ($($setting:expr),* $(,)?) => {
        &[
            $($setting,)*
            setting(SettingKey::ServerThreads, "application.threads", Section::Application, Control::Integer(&fact::SERVER_THREADS)),
            setting(SettingKey::ServerMaxConnections, "application.max_connections", Section::Application, Control::Integer(&fact::SERVER_MAX_CONNECTIONS)),
            setting(SettingKey::ServerAcceptCount, "application.accept_count", Section::Application, Control::Integer(&fact::SERVER_ACCEPT_COUNT)),
            setting(SettingKey::ServerKeepAlive, "application.keep_alive_s", Section::Application, Control::Decimal(&fact::SERVER_KEEP_ALIVE)),
            setting(SettingKey::ReadCpu, "application.read_cpu_ms", Section::Application, Control::Decimal(&fact::READ_CPU)),
            setting(SettingKey::WriteCpu, "application.write_cpu_ms", Section::Application, Control::Decimal(&fact::WRITE_CPU)),
            setting(SettingKey::AssetCpu, "application.asset_cpu_ms", Section::Application, Control::Decimal(&fact::ASSET_CPU)),
            setting(SettingKey::LaunchNeeds, "application.launch_needs", Section::Application, Control::Choice(&["nothing", "internet", "s3"])),
            setting(SettingKey::TrackedConnections, "application.tracked_connections", Section::Assumptions, Control::Integer(&fact::TRACKED_CONNECTIONS)),
        ]
    };
}
pub(crate) use application_settings;
