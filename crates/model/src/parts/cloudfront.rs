//! CloudFront: a distribution. Its wires are its origins with their behaviours.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::PartId;
use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A distribution with one cache per edge location.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Cloudfront {
    /// The certificate of its own names; it must lie in us-east-1 (ACM-01).
    pub certificate: Option<PartId>,
    /// Edge locations that serve these clients.
    pub edge_locations: u32,
    /// Regional edge caches behind them (CF-23); 0 leaves the layer out.
    pub regional_edge_caches: u32,
    /// Seconds that an object stays fresh at least, whatever the origin says (CF-01, CF-04).
    pub min_ttl_s: f64,
    /// Seconds that an object stays fresh (CF-01).
    pub default_ttl_s: f64,
    /// Seconds that an object stays fresh at most, whatever the origin says (CF-01).
    pub max_ttl_s: f64,
    /// Least seconds that an error answer is kept (CF-15).
    pub error_caching_min_ttl_s: f64,
    /// Whether 403 and 404 of any origin are answered with `/index.html` and status 200 (CF-18, CF-19).
    pub spa_error_page: bool,
    /// Custom error responses, one a line: the origin's code, the page, the code of the answer, such as
    /// `503 /sorry.html 200` (CF-18, CF-19).
    pub custom_error_responses: Vec<String>,
    /// The object that is served for `/`; empty asks the origin for `/` itself (CF-39).
    pub default_root_object: String,
    /// Requests per second beyond which it answers 503 (CF-24).
    pub request_quota_rps: f64,
    /// Gigabits per second beyond which it answers 503 (CF-25).
    pub throughput_quota_gbps: f64,
    /// Megabytes that a cache of one location holds (CF-35).
    pub cache_size_mb: f64,
    /// What is left of a compressed answer, in per cent.
    pub compressed_percent: u32,
    /// Round trip between an edge location and its regional edge cache, in milliseconds: part of that to the origin.
    pub regional_rtt_ms: f64,
    /// Seconds until an invalidation has reached the first location (CF-31).
    pub invalidation_min_s: f64,
    /// Seconds until an invalidation has reached the last location (CF-31).
    pub invalidation_max_s: f64,
}

impl Default for Cloudfront {
    fn default() -> Self {
        Cloudfront {
            certificate: None,
            edge_locations: fact::EDGE_LOCATIONS.whole(),
            regional_edge_caches: fact::REGIONAL_CACHES.whole(),
            min_ttl_s: fact::MIN_TTL.value,
            default_ttl_s: fact::DEFAULT_TTL.value,
            max_ttl_s: fact::MAX_TTL.value,
            error_caching_min_ttl_s: fact::ERROR_CACHING_TTL.value,
            spa_error_page: false,
            custom_error_responses: Vec::new(),
            default_root_object: "index.html".into(),
            request_quota_rps: fact::REQUEST_QUOTA.value,
            throughput_quota_gbps: fact::THROUGHPUT_QUOTA.value,
            cache_size_mb: fact::EDGE_CACHE_SIZE.value,
            compressed_percent: fact::COMPRESSED_SHARE.whole(),
            regional_rtt_ms: fact::REGIONAL_ROUND_TRIP.value,
            invalidation_min_s: fact::INVALIDATION_MIN.value,
            invalidation_max_s: fact::INVALIDATION_MAX.value,
        }
    }
}

/// One line of the custom error responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorResponse<'a> {
    /// The origin's status code.
    pub code: u16,
    /// The page served instead.
    pub page: &'a str,
    /// The status code of the answer.
    pub response_code: u16,
}

/// The status codes that can be answered with a page of one's own (CF-18).
pub const ERROR_CODES: [u16; 12] = [400, 403, 404, 405, 414, 416, 429, 500, 501, 502, 503, 504];

/// Reads one line of the custom error responses; nothing if it is none.
pub fn error_response(line: &str) -> Option<ErrorResponse<'_>> {
    let mut words = line.split_whitespace();
    let code = words.next()?.parse().ok().filter(|code| ERROR_CODES.contains(code))?;
    let page = words.next().filter(|page| page.starts_with('/'))?;
    let response_code = match words.next() {
        Some(word) => word.parse().ok().filter(|code| *code == 200 || ERROR_CODES.contains(code))?,
        None => code,
    };
    words.next().is_none().then_some(ErrorResponse { code, page, response_code })
}

impl Cloudfront {
    /// The custom error responses in force: its own, then those of the single-page app.
    pub fn error_responses(&self) -> impl Iterator<Item = ErrorResponse<'_>> {
        let spa = |code| ErrorResponse { code, page: "/index.html", response_code: 200 };
        let own = self.custom_error_responses.iter().filter_map(|line| error_response(line));
        own.chain([403, 404].into_iter().filter(|_| self.spa_error_page).map(spa))
    }

    /// What an answer with this status becomes, if it is replaced.
    pub fn error_response_for(&self, code: u16) -> Option<ErrorResponse<'_>> {
        self.error_responses().find(|response| response.code == code)
    }
}

/// The settings of a distribution.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::Certificate, "certificate", Section::General, Control::Certificate),
    setting(SettingKey::DefaultRootObject, "default_root_object", Section::General, Control::Text),
    setting(SettingKey::SpaErrorPage, "spa_error_page", Section::General, Control::Toggle),
    setting(SettingKey::CustomErrorResponses, "custom_error_responses", Section::General, Control::Texts),
    setting(SettingKey::RequestQuota, "request_quota_rps", Section::Capacity, Control::Decimal(&fact::REQUEST_QUOTA)),
    setting(
        SettingKey::ThroughputQuota,
        "throughput_quota_gbps",
        Section::Capacity,
        Control::Decimal(&fact::THROUGHPUT_QUOTA),
    ),
    setting(SettingKey::MinTtl, "min_ttl_s", Section::Cache, Control::Decimal(&fact::MIN_TTL)),
    setting(SettingKey::DefaultTtl, "default_ttl_s", Section::Cache, Control::Decimal(&fact::DEFAULT_TTL)),
    setting(SettingKey::MaxTtl, "max_ttl_s", Section::Cache, Control::Decimal(&fact::MAX_TTL)),
    setting(
        SettingKey::ErrorCachingTtl,
        "error_caching_min_ttl_s",
        Section::Cache,
        Control::Decimal(&fact::ERROR_CACHING_TTL),
    ),
    setting(
        SettingKey::RegionalCaches,
        "regional_edge_caches",
        Section::Cache,
        Control::Integer(&fact::REGIONAL_CACHES),
    ),
    setting(SettingKey::EdgeLocations, "edge_locations", Section::Assumptions, Control::Integer(&fact::EDGE_LOCATIONS)),
    setting(SettingKey::EdgeCacheSize, "cache_size_mb", Section::Assumptions, Control::Decimal(&fact::EDGE_CACHE_SIZE)),
    setting(
        SettingKey::CompressedShare,
        "compressed_percent",
        Section::Assumptions,
        Control::Integer(&fact::COMPRESSED_SHARE),
    ),
    setting(
        SettingKey::RegionalRoundTrip,
        "regional_rtt_ms",
        Section::Assumptions,
        Control::Decimal(&fact::REGIONAL_ROUND_TRIP),
    ),
    setting(
        SettingKey::InvalidationMin,
        "invalidation_min_s",
        Section::Assumptions,
        Control::Decimal(&fact::INVALIDATION_MIN),
    ),
    setting(
        SettingKey::InvalidationMax,
        "invalidation_max_s",
        Section::Assumptions,
        Control::Decimal(&fact::INVALIDATION_MAX),
    ),
];

#[cfg(test)]
mod tests {
    use super::{Cloudfront, ErrorResponse, error_response};

    #[test]
    fn a_custom_error_response_is_a_code_a_page_and_a_code() {
        let whole = ErrorResponse { code: 503, page: "/sorry.html", response_code: 200 };
        assert_eq!(error_response("503 /sorry.html 200"), Some(whole));
        assert_eq!(error_response(" 503  /sorry.html "), Some(ErrorResponse { response_code: 503, ..whole }));
        for line in ["", "503", "503 sorry.html", "200 /sorry.html", "503 /sorry.html 302", "503 /a 200 more"] {
            assert_eq!(error_response(line), None, "{line}");
        }
    }

    #[test]
    fn a_line_of_ones_own_comes_before_the_single_page_app() {
        let mut distribution = Cloudfront { spa_error_page: true, ..Cloudfront::default() };
        distribution.custom_error_responses = vec!["404 /lost.html 404".into()];
        let page = |code| distribution.error_response_for(code).map(|response| response.page);
        assert_eq!([page(403), page(404), page(500)], [Some("/index.html"), Some("/lost.html"), None]);
    }
}
