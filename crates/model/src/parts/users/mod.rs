//! Users: a traffic source, open or closed, in one place of the world.

mod retries;
mod settings;
mod traffic;

pub use retries::{Backoff, CircuitBreaker, Jitter, Retries, TokenBucket};
pub(crate) use settings::SETTINGS;
pub use traffic::{Arrivals, Population, Shape, TableError, Traffic, read_table};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;

/// A population of clients. An open one sends requests whether or not earlier ones were answered; each client of a closed
/// one waits for its answer and thinks before it sends the next (TRF-11).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
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
    /// How large requests and answers are.
    pub payload: Payload,
    /// The Region nearest to them, which sets round trips to other Regions and what latency and geolocation records answer
    /// (R53-19); empty: all Regions are equally far.
    pub location: String,
    /// How long one attempt may take, in seconds (TRF-10).
    pub timeout_s: f64,
    /// How long they wait for a connection, in seconds; 0: as long as for the whole attempt.
    pub connect_timeout_s: f64,
    /// How many addresses of a DNS answer they try, one after the other, before an attempt fails (R53-18).
    pub addresses_tried: u32,
    /// What they do after a failed attempt.
    pub retries: Retries,
    /// When they stop trying for a while.
    pub circuit_breaker: CircuitBreaker,
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
    /// Whether a client keeps its first DNS answer for ever, as a JVM may (TRF-24).
    pub dns_forever: bool,
    /// Caching resolvers that the clients share, each client its own one; 0: every client asks for itself.
    pub resolvers: u32,
    /// Per cent of the requests whose client stops sending for a while in the middle: a load balancer waits for it as long as
    /// its idle timeout (ALB-42).
    pub stalling_percent: f64,
    /// How long such a client stops, in seconds.
    pub stall_s: f64,
    /// Addresses in the `X-Forwarded-For` header of each request, as proxies before the clients leave them (ALB-42).
    pub forwarded_addresses: u32,
    /// What requests are written in; it takes TLS to be more than HTTP/1.1 (ALB-42).
    pub http_version: HttpVersion,
    /// TLS version, which sets the round trips of a handshake (TLS-01, TLS-02).
    pub tls: TlsVersion,
    /// Round trip to the nearest edge location, in milliseconds (LAT-07).
    pub edge_rtt_ms: f64,
    /// Round trip to the Region, or to the nearest one, in milliseconds (LAT-07).
    pub region_rtt_ms: f64,
    /// Each client's bandwidth in Mbit/s; 0 takes no time for the bytes.
    pub bandwidth_mbps: f64,
    /// What a request that fails in the end costs its owner, in US dollars: an estimate of the user's own, which the bill
    /// shows apart from AWS's prices.
    pub failure_usd: f64,
}

/// Bytes of requests and answers, by class. What they add to the time follows from the clients' bandwidth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Payload {
    /// Bytes of an asset.
    pub asset_bytes: u32,
    /// Bytes of the answer to a read.
    pub read_bytes: u32,
    /// Bytes of the answer to a write.
    pub write_bytes: u32,
    /// Bytes of a request for an asset or of a read.
    pub request_bytes: u32,
    /// Bytes of a write's request.
    pub write_request_bytes: u32,
}

/// Weights of the request classes; only their ratios count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Assets {
    /// Distinct objects.
    pub objects: u32,
    /// Exponent of their Zipf popularity; 0 makes all equally popular.
    pub zipf: f64,
    /// Per cent of asset requests that are deep links, for which the bucket has no key (S3-04).
    pub deep_links_percent: f64,
}

/// What clients write their requests in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum HttpVersion {
    /// HTTP/1.1.
    Http1,
    /// HTTP/2.
    Http2,
    /// gRPC over HTTP/2.
    Grpc,
}

/// TLS version of the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
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
            payload: Payload::default(),
            location: String::new(),
            timeout_s: fact::CLIENT_TIMEOUT.value,
            connect_timeout_s: fact::CLIENT_CONNECT_TIMEOUT.value,
            addresses_tried: fact::ADDRESSES_TRIED.whole(),
            retries: Retries::default(),
            circuit_breaker: CircuitBreaker::default(),
            keep_alive_s: fact::CLIENT_KEEP_ALIVE.value,
            tcp_keepalive_s: fact::TCP_KEEPALIVE.value,
            cookies: true,
            dns_minimum_s: fact::CLIENT_DNS_MINIMUM.value,
            dns_forever: false,
            resolvers: fact::RESOLVERS.whole(),
            stalling_percent: fact::STALLING.value,
            stall_s: fact::STALL_TIME.value,
            forwarded_addresses: fact::FORWARDED_ADDRESSES.whole(),
            http_version: HttpVersion::Http2,
            tls: TlsVersion::Tls13,
            edge_rtt_ms: fact::EDGE_ROUND_TRIP.value,
            region_rtt_ms: fact::REGION_ROUND_TRIP.value,
            bandwidth_mbps: fact::CLIENT_BANDWIDTH.value,
            failure_usd: fact::FAILURE_VALUE.value,
        }
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

impl Default for Payload {
    fn default() -> Self {
        Payload {
            asset_bytes: fact::ASSET_BYTES.whole(),
            read_bytes: fact::READ_BYTES.whole(),
            write_bytes: fact::WRITE_BYTES.whole(),
            request_bytes: fact::REQUEST_BYTES.whole(),
            write_request_bytes: fact::WRITE_REQUEST_BYTES.whole(),
        }
    }
}
