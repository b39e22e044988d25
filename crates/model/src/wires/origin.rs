//! A CloudFront origin and the behaviour that leads to it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// An origin of a distribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Origin {
    /// Path pattern of the behaviour: `*` stands for any characters, `?` for one. `/*` is the default behaviour, which
    /// comes after all others.
    pub path: String,
    /// Place of the behaviour among the others; the first that matches serves the request.
    pub precedence: u32,
    /// Whether the origin serves its path, or stands in for the one that does (CF-10 to CF-12).
    pub role: OriginRole,
    /// Status codes of this origin after which the secondary origin of the same path is asked (CF-11).
    pub failover_codes: Vec<String>,
    /// How long answers are kept (CF-01 to CF-03).
    pub cache_policy: CachePolicy,
    /// What the origin says about caching (CF-01, CF-04).
    pub cache_control: CacheControl,
    /// Seconds of `max-age`, where the origin sends it (CF-01).
    pub max_age_s: f64,
    /// Which methods CloudFront takes; others are answered with 403.
    pub allowed_methods: AllowedMethods,
    /// Whether CloudFront compresses what can be compressed (CF-20, CF-21).
    pub compress: bool,
    /// How CloudFront speaks to the origin (CF-32).
    pub protocol: OriginProtocol,
    /// The origin's domain, which its certificate must cover; empty takes its record's name or the viewer's host
    /// (ACM-03).
    pub domain: String,
    /// Whether requests to a bucket are signed, so that a private one admits them (S3-08).
    pub origin_access_control: bool,
    /// Whether all caches ask one further cache beside the origin first (CF-23).
    pub origin_shield: bool,
    /// Seconds to wait for one TCP connection (CF-05).
    pub connection_timeout_s: f64,
    /// How often to try to connect (CF-06).
    pub connection_attempts: u32,
    /// Seconds to wait for the answer (CF-07).
    pub response_timeout_s: f64,
    /// Seconds that an idle connection to the origin is kept (CF-09).
    pub keep_alive_s: f64,
    /// Round trip between edge and origin in milliseconds (LAT-09).
    pub rtt_ms: f64,
}

/// The place of an origin in its behaviour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum OriginRole {
    /// It serves the path.
    Primary,
    /// It is asked when the primary of the same path fails: the two are an origin group (CF-12).
    Secondary,
}

/// The cache policy of a behaviour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum CachePolicy {
    /// The distribution's own minimum, default and maximum TTL (CF-01).
    Custom,
    /// AWS's CachingOptimized: 1 s, a day, a year (CF-02).
    CachingOptimized,
    /// AWS's CachingDisabled: nothing is kept, nobody waits for another's fetch (CF-03).
    CachingDisabled,
}

/// The Cache-Control header that an origin sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum CacheControl {
    /// None for files, `no-store` for answers of the API.
    Usual,
    /// None.
    Absent,
    /// `max-age` or `s-maxage`.
    MaxAge,
    /// `no-store`, `no-cache` or `private` (CF-04).
    NoStore,
}

/// Methods that a behaviour takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum AllowedMethods {
    /// GET and HEAD.
    GetHead,
    /// All.
    All,
}

/// The protocol between CloudFront and an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum OriginProtocol {
    /// HTTPS where the origin has a certificate, else HTTP.
    Automatic,
    /// HTTP on port 80.
    HttpOnly,
    /// HTTPS on port 443.
    HttpsOnly,
}

/// The status codes that can fail over (CF-11).
pub const FAILOVER_CODES: [&str; 8] = ["400", "403", "404", "416", "500", "502", "503", "504"];

impl Default for Origin {
    fn default() -> Self {
        Origin {
            path: "/*".into(),
            precedence: fact::BEHAVIOUR_PRECEDENCE.whole(),
            role: OriginRole::Primary,
            failover_codes: ["500", "502", "503", "504"].map(str::to_owned).into(),
            cache_policy: CachePolicy::Custom,
            cache_control: CacheControl::Usual,
            max_age_s: fact::ORIGIN_MAX_AGE.value,
            allowed_methods: AllowedMethods::All,
            compress: true,
            protocol: OriginProtocol::Automatic,
            domain: String::new(),
            origin_access_control: true,
            origin_shield: false,
            connection_timeout_s: fact::ORIGIN_CONNECTION_TIMEOUT.value,
            connection_attempts: fact::ORIGIN_CONNECTION_ATTEMPTS.whole(),
            response_timeout_s: fact::ORIGIN_RESPONSE_TIMEOUT.value,
            keep_alive_s: fact::ORIGIN_KEEP_ALIVE.value,
            rtt_ms: fact::ORIGIN_ROUND_TRIP.value,
        }
    }
}

impl Origin {
    /// Whether its path pattern is that of the default behaviour.
    pub fn is_default(&self) -> bool {
        matches!(self.path.as_str(), "" | "*" | "/*")
    }

    /// Whether its path pattern matches a path. The leading slash of a pattern may be left out.
    pub fn serves(&self, path: &str) -> bool {
        self.is_default() || path_matches(&self.path, path)
    }
}

/// Whether a path pattern matches a whole path: `*` any characters, `?` one.
pub fn path_matches(pattern: &str, path: &str) -> bool {
    let (pattern, path) = (pattern.as_bytes(), path.as_bytes());
    let pattern = pattern.strip_prefix(b"/").unwrap_or(pattern);
    let path = path.strip_prefix(b"/").unwrap_or(path);
    let (mut at, mut in_path) = (0, 0);
    // Where to go on from when what followed the last star does not fit.
    let mut star = None;
    while in_path < path.len() {
        match pattern.get(at) {
            Some(b'*') => {
                star = Some((at + 1, in_path));
                at += 1;
            }
            Some(b'?') => (at, in_path) = (at + 1, in_path + 1),
            Some(byte) if *byte == path[in_path] => (at, in_path) = (at + 1, in_path + 1),
            _ => {
                let Some((after_star, taken)) = star else { return false };
                star = Some((after_star, taken + 1));
                (at, in_path) = (after_star, taken + 1);
            }
        }
    }
    pattern[at..].iter().all(|byte| *byte == b'*')
}

/// The settings of an origin.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::OriginPath, "path", Section::General, Control::Text),
    setting(
        SettingKey::BehaviourPrecedence,
        "precedence",
        Section::General,
        Control::Integer(&fact::BEHAVIOUR_PRECEDENCE),
    ),
    setting(SettingKey::AllowedMethods, "allowed_methods", Section::General, Control::Choice(&["get_head", "all"])),
    setting(SettingKey::OriginAccessControl, "origin_access_control", Section::General, Control::Toggle),
    setting(SettingKey::OriginRole, "role", Section::Availability, Control::Choice(&["primary", "secondary"])),
    setting(SettingKey::FailoverCodes, "failover_codes", Section::Availability, Control::Texts),
    setting(
        SettingKey::CachePolicy,
        "cache_policy",
        Section::Cache,
        Control::Choice(&["custom", "caching_optimized", "caching_disabled"]),
    ),
    setting(
        SettingKey::CacheControl,
        "cache_control",
        Section::Cache,
        Control::Choice(&["usual", "absent", "max_age", "no_store"]),
    ),
    setting(SettingKey::OriginMaxAge, "max_age_s", Section::Cache, Control::Decimal(&fact::ORIGIN_MAX_AGE)),
    setting(SettingKey::OriginShield, "origin_shield", Section::Cache, Control::Toggle),
    setting(SettingKey::Compress, "compress", Section::Cache, Control::Toggle),
    setting(
        SettingKey::OriginProtocol,
        "protocol",
        Section::Connections,
        Control::Choice(&["automatic", "http_only", "https_only"]),
    ),
    setting(SettingKey::OriginDomain, "domain", Section::Connections, Control::Text),
    setting(
        SettingKey::OriginConnectionTimeout,
        "connection_timeout_s",
        Section::Connections,
        Control::Decimal(&fact::ORIGIN_CONNECTION_TIMEOUT),
    ),
    setting(
        SettingKey::OriginConnectionAttempts,
        "connection_attempts",
        Section::Connections,
        Control::Integer(&fact::ORIGIN_CONNECTION_ATTEMPTS),
    ),
    setting(
        SettingKey::OriginResponseTimeout,
        "response_timeout_s",
        Section::Connections,
        Control::Decimal(&fact::ORIGIN_RESPONSE_TIMEOUT),
    ),
    setting(
        SettingKey::OriginKeepAlive,
        "keep_alive_s",
        Section::Connections,
        Control::Decimal(&fact::ORIGIN_KEEP_ALIVE),
    ),
    setting(SettingKey::OriginRoundTrip, "rtt_ms", Section::Assumptions, Control::Decimal(&fact::ORIGIN_ROUND_TRIP)),
];

#[cfg(test)]
mod tests {
    use super::path_matches;

    #[test]
    fn a_star_stands_for_any_characters_and_a_question_mark_for_one() {
        let cases = [
            ("/api/*", "/api/items", true),
            ("api/*", "/api/items", true),
            ("/api/*", "/orders/1", false),
            ("*.png", "/assets/3.png", true),
            ("*.png", "/assets/3.js", false),
            ("/assets/?.js", "/assets/4.js", true),
            ("/assets/?.js", "/assets/44.js", false),
            ("/assets/*4.js", "/assets/4/44.js", true),
            ("/index.html", "/index.html", true),
            ("/index.html", "/index.htm", false),
        ];
        for (pattern, path, expected) in cases {
            assert_eq!(path_matches(pattern, path), expected, "{pattern} {path}");
        }
    }
}
