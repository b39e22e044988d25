//! Users: a traffic source of open arrivals.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A population of clients that sends requests whether or not earlier ones were answered (open arrivals, Poisson).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Users {
    /// How much they ask for.
    pub traffic: Traffic,
    /// Distinct clients; each has its own DNS cache and its own kept-alive connections.
    pub clients: u32,
    /// The host that serves the web page and its assets.
    pub web_host: String,
    /// The host that serves the API.
    pub api_host: String,
    /// Weights of the three request classes.
    pub mix: Mix,
    /// Which assets they ask for.
    pub assets: Assets,
    /// How long one attempt may take, in seconds (TRF-10).
    pub timeout_s: f64,
    /// What they do after a failed attempt.
    pub retries: Retries,
    /// Idle seconds after which a kept-alive connection is closed; 0 opens one per request.
    pub keep_alive_s: f64,
    /// Idle seconds after which the operating system probes a kept-alive connection, which keeps a load balancer or a
    /// gateway from forgetting it; 0 is off (NLB-04).
    pub tcp_keepalive_s: f64,
    /// Whether clients send back the cookies they got, so that they stay with their target (ALB-32). Without, every
    /// request is a new session.
    pub cookies: bool,
    /// Least seconds a DNS answer is kept, whatever its TTL (TRF-24).
    pub dns_minimum_s: f64,
    /// TLS version, which sets the round trips of a handshake (TLS-01, TLS-02).
    pub tls: TlsVersion,
    /// Round trip to the nearest edge location, in milliseconds (LAT-07).
    pub edge_rtt_ms: f64,
    /// Round trip to the Region, in milliseconds (LAT-07).
    pub region_rtt_ms: f64,
}

/// The rate of arrivals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Traffic {
    /// Client requests per second before retries.
    pub rps: f64,
}

/// Weights of the request classes; only their ratios count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Mix {
    /// Static assets of the web page (GET on the web host).
    pub assets: f64,
    /// API reads (GET on the API host).
    pub reads: f64,
    /// API writes (POST on the API host).
    pub writes: f64,
}

/// The assets that clients ask for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Assets {
    /// Distinct objects.
    pub objects: u32,
    /// Exponent of their Zipf popularity; 0 makes all equally popular.
    pub zipf: f64,
    /// Per cent of asset requests that are deep links, for which the bucket has no key (S3-04).
    pub deep_links_percent: f64,
}

/// What clients do after a failed attempt: capped exponential backoff (TRF-06).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Retries {
    /// Most retries after the first attempt (TRF-01).
    pub max: u32,
    /// First backoff in milliseconds.
    pub base_ms: f64,
    /// Longest backoff in milliseconds.
    pub cap_ms: f64,
    /// How the backoff is spread.
    pub jitter: Jitter,
    /// Whether writes are retried as well.
    pub writes: bool,
}

/// Spread of the backoff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Jitter {
    /// Exactly the backoff (TRF-06).
    None,
    /// Uniform between zero and the backoff (TRF-07).
    Full,
    /// Half the backoff and a uniform half (TRF-08).
    Equal,
}

/// TLS version of the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum TlsVersion {
    /// Two round trips a handshake (TLS-01).
    #[serde(rename = "1.2")]
    Tls12,
    /// One round trip a handshake (TLS-02).
    #[serde(rename = "1.3")]
    Tls13,
}

impl Default for Users {
    fn default() -> Self {
        Users {
            traffic: Traffic::default(),
            clients: fact::CLIENTS.whole(),
            web_host: "example.com".into(),
            api_host: "api.example.com".into(),
            mix: Mix::default(),
            assets: Assets::default(),
            timeout_s: fact::CLIENT_TIMEOUT.value,
            retries: Retries::default(),
            keep_alive_s: fact::CLIENT_KEEP_ALIVE.value,
            tcp_keepalive_s: fact::TCP_KEEPALIVE.value,
            cookies: true,
            dns_minimum_s: fact::CLIENT_DNS_MINIMUM.value,
            tls: TlsVersion::Tls13,
            edge_rtt_ms: fact::EDGE_ROUND_TRIP.value,
            region_rtt_ms: fact::REGION_ROUND_TRIP.value,
        }
    }
}

impl Default for Traffic {
    fn default() -> Self {
        Traffic { rps: fact::REQUESTS_PER_SECOND.value }
    }
}

impl Default for Mix {
    fn default() -> Self {
        Mix { assets: fact::MIX_ASSETS.value, reads: fact::MIX_READS.value, writes: fact::MIX_WRITES.value }
    }
}

impl Default for Assets {
    fn default() -> Self {
        Assets {
            objects: fact::ASSET_OBJECTS.whole(),
            zipf: fact::ASSET_ZIPF.value,
            deep_links_percent: fact::DEEP_LINKS.value,
        }
    }
}

impl Default for Retries {
    fn default() -> Self {
        Retries {
            max: fact::RETRIES.whole(),
            base_ms: fact::RETRY_BASE.value,
            cap_ms: fact::RETRY_CAP.value,
            jitter: Jitter::Full,
            writes: false,
        }
    }
}

/// The settings of users.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(
        SettingKey::RequestsPerSecond,
        "traffic.rps",
        Section::Traffic,
        Control::Decimal(&fact::REQUESTS_PER_SECOND),
    ),
    setting(SettingKey::Clients, "clients", Section::Traffic, Control::Integer(&fact::CLIENTS)),
    setting(SettingKey::MixAssets, "mix.assets", Section::Traffic, Control::Decimal(&fact::MIX_ASSETS)),
    setting(SettingKey::MixReads, "mix.reads", Section::Traffic, Control::Decimal(&fact::MIX_READS)),
    setting(SettingKey::MixWrites, "mix.writes", Section::Traffic, Control::Decimal(&fact::MIX_WRITES)),
    setting(SettingKey::AssetObjects, "assets.objects", Section::Traffic, Control::Integer(&fact::ASSET_OBJECTS)),
    setting(SettingKey::AssetZipf, "assets.zipf", Section::Traffic, Control::Decimal(&fact::ASSET_ZIPF)),
    setting(SettingKey::DeepLinks, "assets.deep_links_percent", Section::Traffic, Control::Decimal(&fact::DEEP_LINKS)),
    setting(SettingKey::WebHost, "web_host", Section::Client, Control::Text),
    setting(SettingKey::ApiHost, "api_host", Section::Client, Control::Text),
    setting(SettingKey::ClientTimeout, "timeout_s", Section::Client, Control::Decimal(&fact::CLIENT_TIMEOUT)),
    setting(SettingKey::RetriesMax, "retries.max", Section::Client, Control::Integer(&fact::RETRIES)),
    setting(SettingKey::RetryBase, "retries.base_ms", Section::Client, Control::Decimal(&fact::RETRY_BASE)),
    setting(SettingKey::RetryCap, "retries.cap_ms", Section::Client, Control::Decimal(&fact::RETRY_CAP)),
    setting(SettingKey::RetryJitter, "retries.jitter", Section::Client, Control::Choice(&["none", "full", "equal"])),
    setting(SettingKey::RetryWrites, "retries.writes", Section::Client, Control::Toggle),
    setting(SettingKey::ClientKeepAlive, "keep_alive_s", Section::Client, Control::Decimal(&fact::CLIENT_KEEP_ALIVE)),
    setting(SettingKey::TcpKeepalive, "tcp_keepalive_s", Section::Client, Control::Decimal(&fact::TCP_KEEPALIVE)),
    setting(SettingKey::Cookies, "cookies", Section::Client, Control::Toggle),
    setting(
        SettingKey::ClientDnsMinimum,
        "dns_minimum_s",
        Section::Client,
        Control::Decimal(&fact::CLIENT_DNS_MINIMUM),
    ),
    setting(SettingKey::TlsVersion, "tls", Section::Client, Control::Choice(&["1.2", "1.3"])),
    setting(SettingKey::EdgeRoundTrip, "edge_rtt_ms", Section::Assumptions, Control::Decimal(&fact::EDGE_ROUND_TRIP)),
    setting(
        SettingKey::RegionRoundTrip,
        "region_rtt_ms",
        Section::Assumptions,
        Control::Decimal(&fact::REGION_ROUND_TRIP),
    ),
];
