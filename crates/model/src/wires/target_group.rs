//! A target group of an Application Load Balancer, with the listener rule that leads to it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use super::health_check::{GroupHealth, HealthCheck, with_health_settings};
use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A target group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct TargetGroup {
    /// Wires of one load balancer with the same name lead to one target group. Without a name every Auto Scaling group is
    /// a target group of its own, and all single instances share one.
    pub name: String,
    /// Share of the requests of its listener rule, in proportion to the rule's other target groups; 0 gets none (CI-06).
    pub weight: u32,
    /// Which requests its listener rule forwards.
    pub rule: ListenerRule,
    /// How a target is chosen (ALB-25).
    pub algorithm: Algorithm,
    /// Whether weighted random gives targets with unusually many errors a smaller share (ALB-27).
    pub anomaly_mitigation: bool,
    /// What targets speak.
    pub protocol: TargetProtocol,
    /// The version of the protocol in which requests reach targets (ALB-42).
    pub protocol_version: ProtocolVersion,
    /// Whether its listener rule authenticates clients first.
    pub authentication: Authentication,
    /// Whether a client stays with its target.
    pub stickiness: Stickiness,
    /// Seconds over which the share of a target that has become healthy grows; 0 is off (ALB-28).
    pub slow_start_s: f64,
    /// How targets are checked.
    pub health_check: HealthCheck,
    /// How few healthy targets are too few (ALB-14 to ALB-16).
    pub group_health: GroupHealth,
    /// Seconds that requests in flight may still take after deregistration (ALB-29).
    pub deregistration_delay_s: f64,
    /// Whether a node uses targets of all zones (ALB-20).
    pub cross_zone: bool,
    /// Seconds between registration and the first health check (not published).
    pub registration_delay_s: f64,
}

/// Which requests a listener rule forwards. Target groups with the same rule share its requests by weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct ListenerRule {
    /// Pattern of the path, with `*` and `?`; empty takes every path. Assets are under `/assets/`, the API under `/api/`.
    pub path: String,
    /// Pattern of the host, with `*` and `?`; empty takes every host.
    pub host: String,
    /// Rules are evaluated from the lowest; a rule for every path and host is the default and comes last.
    pub priority: u32,
}

impl Default for ListenerRule {
    fn default() -> Self {
        ListenerRule { path: String::new(), host: String::new(), priority: fact::RULE_PRIORITY.whole() }
    }
}

impl ListenerRule {
    /// Whether it takes every request: the listener's default action.
    pub fn is_default(&self) -> bool {
        self.path.is_empty() && self.host.is_empty()
    }

    /// Whether it takes a request for this host and path. Hosts are compared without regard to case.
    pub fn takes(&self, host: &str, path: &str) -> bool {
        let is_host = self.host.is_empty() || matches(&self.host.to_ascii_lowercase(), &host.to_ascii_lowercase());
        is_host && (self.path.is_empty() || matches(&self.path, path))
    }
}

/// Whether a text is as a pattern says: `*` is any text, `?` any character.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut at, mut place) = (0, 0);
    // Where to go on if what follows the last star does not match: the star ends one character later.
    let mut star: Option<(usize, usize)> = None;
    while place < text.len() {
        match pattern.get(at) {
            Some(b'*') => {
                star = Some((at + 1, place));
                at += 1;
            }
            Some(letter) if *letter == b'?' || *letter == text[place] => {
                at += 1;
                place += 1;
            }
            _ => {
                let Some((after, end)) = star else { return false };
                star = Some((after, end + 1));
                (at, place) = (after, end + 1);
            }
        }
    }
    pattern[at..].iter().all(|letter| *letter == b'*')
}

/// How a target is chosen (ALB-25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum Algorithm {
    /// In turn.
    RoundRobin,
    /// The target with the fewest requests in progress (ALB-26).
    LeastOutstandingRequests,
    /// Any, by weight: all have the same, unless anomaly mitigation lowers it (ALB-27).
    WeightedRandom,
}

/// What targets speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum TargetProtocol {
    /// Plain HTTP.
    Http,
    /// HTTPS: a new connection costs a TLS handshake, which may take 10 s at most (ALB-38).
    Https,
}

/// The version of the protocol in which requests reach targets. A request of a client that does not fit gets 464 (ALB-42).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum ProtocolVersion {
    /// HTTP/1.1: of clients that speak HTTP/1.1 or HTTP/2.
    Http1,
    /// HTTP/2: of clients that speak HTTP/2 or gRPC.
    Http2,
    /// gRPC: of clients that speak gRPC, or send a POST over HTTP/2.
    Grpc,
}

/// The authenticate action of a listener rule: a client without a session goes to an identity provider first (ALB-42). It
/// needs an HTTPS listener.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Authentication {
    /// Whether the rule authenticates.
    pub enabled: bool,
    /// Milliseconds from the redirect to the provider until the load balancer has the user's claims.
    pub latency_ms: f64,
    /// Per cent of the provider's answers that are errors, which make a 561.
    pub error_percent: f64,
    /// Seconds after which a client has to authenticate again.
    pub session_timeout_s: f64,
}

impl Default for Authentication {
    fn default() -> Self {
        Authentication {
            enabled: false,
            latency_ms: fact::IDENTITY_LATENCY.value,
            error_percent: fact::IDENTITY_ERRORS.value,
            session_timeout_s: fact::IDENTITY_SESSION.value,
        }
    }
}

/// Stickiness of a target group (ALB-32, ALB-33).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Stickiness {
    /// Whose cookie binds a client to a target.
    pub cookie: StickinessCookie,
    /// Seconds without a request after which the cookie expires.
    pub duration_s: f64,
}

/// Whose cookie binds a client to a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum StickinessCookie {
    /// None: every request may go to another target.
    Off,
    /// The load balancer's own: any answer of a target sets it.
    LbCookie,
    /// The application's: an answer that went well sets it.
    AppCookie,
}

impl Default for TargetGroup {
    fn default() -> Self {
        TargetGroup {
            name: String::new(),
            weight: fact::TARGET_GROUP_WEIGHT.whole(),
            rule: ListenerRule::default(),
            algorithm: Algorithm::RoundRobin,
            anomaly_mitigation: false,
            protocol: TargetProtocol::Http,
            protocol_version: ProtocolVersion::Http1,
            authentication: Authentication::default(),
            stickiness: Stickiness::default(),
            slow_start_s: fact::SLOW_START.value,
            health_check: HealthCheck::default(),
            group_health: GroupHealth::default(),
            deregistration_delay_s: fact::DEREGISTRATION_DELAY.value,
            cross_zone: true,
            registration_delay_s: fact::REGISTRATION_DELAY.value,
        }
    }
}

impl Default for Stickiness {
    fn default() -> Self {
        Stickiness { cookie: StickinessCookie::Off, duration_s: fact::STICKINESS_DURATION.value }
    }
}

/// The settings of a target group.
pub(crate) const SETTINGS: &[Setting] = with_health_settings![
    [
        setting(SettingKey::TargetGroupName, "name", Section::General, Control::Text),
        setting(
            SettingKey::Algorithm,
            "algorithm",
            Section::General,
            Control::Choice(&["round_robin", "least_outstanding_requests", "weighted_random"]),
        ),
        setting(SettingKey::AnomalyMitigation, "anomaly_mitigation", Section::General, Control::Toggle),
        setting(SettingKey::TargetProtocol, "protocol", Section::General, Control::Choice(&["http", "https"])),
        setting(
            SettingKey::ProtocolVersion,
            "protocol_version",
            Section::General,
            Control::Choice(&["http1", "http2", "grpc"]),
        ),
        setting(SettingKey::CrossZone, "cross_zone", Section::General, Control::Toggle),
        setting(
            SettingKey::DeregistrationDelay,
            "deregistration_delay_s",
            Section::General,
            Control::Decimal(&fact::DEREGISTRATION_DELAY),
        ),
        setting(SettingKey::SlowStart, "slow_start_s", Section::General, Control::Decimal(&fact::SLOW_START)),
        setting(
            SettingKey::Stickiness,
            "stickiness.cookie",
            Section::General,
            Control::Choice(&["off", "lb_cookie", "app_cookie"]),
        ),
        setting(
            SettingKey::StickinessDuration,
            "stickiness.duration_s",
            Section::General,
            Control::Decimal(&fact::STICKINESS_DURATION),
        ),
        setting(
            SettingKey::TargetGroupWeight,
            "weight",
            Section::Traffic,
            Control::Integer(&fact::TARGET_GROUP_WEIGHT)
        ),
        setting(SettingKey::RulePath, "rule.path", Section::Traffic, Control::Text),
        setting(SettingKey::RuleHost, "rule.host", Section::Traffic, Control::Text),
        setting(SettingKey::RulePriority, "rule.priority", Section::Traffic, Control::Integer(&fact::RULE_PRIORITY)),
        setting(SettingKey::Authenticate, "authentication.enabled", Section::Traffic, Control::Toggle),
        setting(
            SettingKey::IdentityErrors,
            "authentication.error_percent",
            Section::Traffic,
            Control::Decimal(&fact::IDENTITY_ERRORS),
        ),
        setting(
            SettingKey::IdentitySession,
            "authentication.session_timeout_s",
            Section::Traffic,
            Control::Decimal(&fact::IDENTITY_SESSION),
        ),
        setting(
            SettingKey::IdentityLatency,
            "authentication.latency_ms",
            Section::Assumptions,
            Control::Decimal(&fact::IDENTITY_LATENCY),
        ),
    ],
    fact::HEALTH_TIMEOUT,
    [setting(
        SettingKey::RegistrationDelay,
        "registration_delay_s",
        Section::Assumptions,
        Control::Decimal(&fact::REGISTRATION_DELAY),
    ),]
];

#[cfg(test)]
mod tests {
    use super::{ListenerRule, matches};

    #[test]
    fn a_star_stands_for_any_text_and_a_question_mark_for_one_character() {
        let all = ["/api/*", "/api/?1", "*.example.com", "/a*c*e", "*", "/api/x1"];
        let texts = ["/api/x1", "/api/x1", "api.example.com", "/abcde", "", "/api/x1"];
        assert!(all.iter().zip(texts).all(|(pattern, text)| matches(pattern, text)));
        assert!(!matches("/api/*", "/assets/x") && !matches("/api/?", "/api/") && !matches("", "x"));
    }

    #[test]
    fn a_host_is_compared_without_regard_to_case() {
        let rule = ListenerRule { host: "API.example.com".into(), ..ListenerRule::default() };
        assert!(rule.takes("api.EXAMPLE.com", "/"));
    }
}
