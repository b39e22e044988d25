//! A Route 53 record: the wire from a hosted zone to what a name resolves to, with its routing policy and health check.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use super::HealthCheckDepth;
use crate::setting::{Control, Section, Setting, SettingKey, setting};
use crate::{fact, regions};

/// A record. To a load balancer or a distribution it is an alias, whose TTL is the target's (R53-20), or a CNAME; to an
/// instance it is an A record. Records of one name and policy form a group, out of which each query is answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Record {
    /// The full name; empty means the zone's apex. A first label of `*` stands for any names below the rest.
    pub name: String,
    /// TTL in seconds of a record that is not an alias.
    pub ttl_s: f64,
    /// Whether a record to a load balancer or a distribution is an alias; otherwise it is a CNAME (R53-20 to R53-22).
    pub alias: bool,
    /// How the group answers.
    pub policy: RoutingPolicy,
    /// Weight of a weighted record, 0 to 255 (R53-16, R53-17).
    pub weight: u32,
    /// Which of the two a failover record is.
    pub failover: FailoverRole,
    /// What a geolocation record is for: `*`, a continent or a country.
    pub location: String,
    /// Whether an alias to a load balancer takes over the health of its target groups (R53-24).
    pub evaluate_target_health: bool,
    /// The health check that decides whether the record is answered.
    pub health_check: RecordHealthCheck,
}

/// How Route 53 chooses among the records of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum RoutingPolicy {
    /// All values, in any order; of aliases the first.
    Simple,
    /// By weight (R53-16).
    Weighted,
    /// The Region with the lowest latency from the client's network (R53-19).
    Latency,
    /// The primary while it is healthy, else the secondary (R53-14, R53-15).
    Failover,
    /// Up to eight healthy values (R53-18).
    Multivalue,
    /// By the client's country, else its continent, else the default record.
    Geolocation,
}

/// Which of the two a failover record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum FailoverRole {
    /// Answered while it is healthy.
    Primary,
    /// Answered while the primary is not.
    Secondary,
}

/// A Route 53 health check of a record's target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct RecordHealthCheck {
    /// What is checked; a record without a check is always healthy (R53-12).
    #[serde(rename = "type")]
    pub kind: RecordCheckType,
    /// Time a checker waits after an answer before it checks again (R53-01).
    pub request_interval: RequestInterval,
    /// Consecutive passes or failures that change one checker's opinion (R53-02).
    pub failure_threshold: u32,
    /// Checkers, each on its own; the target is healthy while more than 18 % of them say so (R53-03, R53-04).
    pub checkers: u32,
    /// The path asked for; one that reaches an instance must be its application's health endpoint.
    pub path: String,
    /// The port connected to; 0 is the protocol's own. Where nothing listens, the connection is refused.
    pub port: u32,
    /// What a checked path needs on the server.
    pub depth: HealthCheckDepth,
    /// Byte of the answer's body at which the search string ends; 0 searches for none (R53-07).
    pub search_string_end: u32,
    /// Whether healthy and unhealthy change places (R53-09).
    pub inverted: bool,
    /// For a calculated check, the ids of the parts whose checks are counted (R53-10).
    pub children: Vec<String>,
    /// For a calculated check, how many of those must be healthy (R53-10).
    pub healthy_children: u32,
}

/// What a Route 53 health check does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum RecordCheckType {
    /// There is none.
    None,
    /// A request over HTTP (R53-05).
    Http,
    /// A request over HTTPS; the certificate is not validated (R53-05, R53-08).
    Https,
    /// A TCP connection (R53-06).
    Tcp,
    /// Healthy while enough other checks are (R53-10).
    Calculated,
    /// Follows a CloudWatch alarm on the load balancer's `HealthyHostCount` being below 1 for a minute (R53-11).
    CloudwatchAlarm,
}

/// How often a checker checks (R53-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum RequestInterval {
    /// Every 30 seconds.
    Standard,
    /// Every 10 seconds.
    Fast,
}

impl RequestInterval {
    /// In seconds.
    pub const fn seconds(self) -> u32 {
        match self {
            RequestInterval::Standard => fact::RECORD_CHECK_STANDARD.whole(),
            RequestInterval::Fast => fact::RECORD_CHECK_FAST.whole(),
        }
    }
}

impl Default for Record {
    fn default() -> Self {
        Record {
            name: String::new(),
            ttl_s: fact::RECORD_TTL.value,
            alias: true,
            policy: RoutingPolicy::Simple,
            weight: fact::RECORD_WEIGHT.whole(),
            failover: FailoverRole::Primary,
            location: "*".into(),
            evaluate_target_health: false,
            health_check: RecordHealthCheck::default(),
        }
    }
}

impl Default for RecordHealthCheck {
    fn default() -> Self {
        RecordHealthCheck {
            kind: RecordCheckType::None,
            request_interval: RequestInterval::Standard,
            failure_threshold: fact::RECORD_CHECK_THRESHOLD.whole(),
            checkers: fact::RECORD_CHECKERS.whole(),
            path: super::CHECK_PATH.into(),
            port: fact::CHECK_PORT.whole(),
            depth: HealthCheckDepth::Shallow,
            search_string_end: fact::SEARCH_STRING_END.whole(),
            inverted: false,
            children: Vec::new(),
            healthy_children: fact::HEALTHY_CHILDREN.whole(),
        }
    }
}

/// The settings of a record.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::RecordName, "name", Section::General, Control::Text),
    setting(
        SettingKey::RecordPolicy,
        "policy",
        Section::General,
        Control::Choice(&["simple", "weighted", "latency", "failover", "multivalue", "geolocation"]),
    ),
    setting(SettingKey::RecordWeight, "weight", Section::General, Control::Integer(&fact::RECORD_WEIGHT)),
    setting(SettingKey::RecordFailover, "failover", Section::General, Control::Choice(&["primary", "secondary"])),
    setting(SettingKey::RecordLocation, "location", Section::General, Control::Choice(regions::GEOLOCATIONS)),
    setting(SettingKey::RecordAlias, "alias", Section::General, Control::Toggle),
    setting(SettingKey::RecordTtl, "ttl_s", Section::Cache, Control::Decimal(&fact::RECORD_TTL)),
    setting(SettingKey::EvaluateTargetHealth, "evaluate_target_health", Section::Health, Control::Toggle),
    setting(
        SettingKey::RecordCheckType,
        "health_check.type",
        Section::Health,
        Control::Choice(&["none", "http", "https", "tcp", "calculated", "cloudwatch_alarm"]),
    ),
    setting(
        SettingKey::RecordCheckInterval,
        "health_check.request_interval",
        Section::Health,
        Control::Choice(&["standard", "fast"]),
    ),
    setting(
        SettingKey::RecordCheckThreshold,
        "health_check.failure_threshold",
        Section::Health,
        Control::Integer(&fact::RECORD_CHECK_THRESHOLD),
    ),
    setting(
        SettingKey::RecordCheckers,
        "health_check.checkers",
        Section::Health,
        Control::Integer(&fact::RECORD_CHECKERS),
    ),
    setting(SettingKey::CheckPath, "health_check.path", Section::Health, Control::Text),
    setting(SettingKey::CheckPort, "health_check.port", Section::Health, Control::Integer(&fact::CHECK_PORT)),
    setting(SettingKey::HealthCheckDepth, "health_check.depth", Section::Health, Control::Choice(&["shallow", "deep"])),
    setting(
        SettingKey::SearchStringEnd,
        "health_check.search_string_end",
        Section::Health,
        Control::Integer(&fact::SEARCH_STRING_END),
    ),
    setting(SettingKey::RecordCheckInverted, "health_check.inverted", Section::Health, Control::Toggle),
    setting(SettingKey::RecordCheckChildren, "health_check.children", Section::Health, Control::Texts),
    setting(
        SettingKey::HealthyChildren,
        "health_check.healthy_children",
        Section::Health,
        Control::Integer(&fact::HEALTHY_CHILDREN),
    ),
];
