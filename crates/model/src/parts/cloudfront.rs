//! CloudFront: a distribution. Its wires are its origins with their behaviours.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PartId;
use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A distribution with one cache per edge location.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Cloudfront {
    /// The certificate of its own names; it must lie in us-east-1 (ACM-01).
    pub certificate: Option<PartId>,
    /// Edge locations that serve these clients.
    pub edge_locations: u32,
    /// Seconds that an object stays fresh (CF-01).
    pub default_ttl_s: f64,
    /// Least seconds that an error answer is kept (CF-15).
    pub error_caching_min_ttl_s: f64,
    /// Whether 403 and 404 of any origin are answered with `/index.html` and status 200 (CF-18, CF-19).
    pub spa_error_page: bool,
}

impl Default for Cloudfront {
    fn default() -> Self {
        Cloudfront {
            certificate: None,
            edge_locations: fact::EDGE_LOCATIONS.whole(),
            default_ttl_s: fact::DEFAULT_TTL.value,
            error_caching_min_ttl_s: fact::ERROR_CACHING_TTL.value,
            spa_error_page: false,
        }
    }
}

/// The settings of a distribution.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::Certificate, "certificate", Section::General, Control::Certificate),
    setting(SettingKey::SpaErrorPage, "spa_error_page", Section::General, Control::Toggle),
    setting(SettingKey::DefaultTtl, "default_ttl_s", Section::Cache, Control::Decimal(&fact::DEFAULT_TTL)),
    setting(
        SettingKey::ErrorCachingTtl,
        "error_caching_min_ttl_s",
        Section::Cache,
        Control::Decimal(&fact::ERROR_CACHING_TTL),
    ),
    setting(SettingKey::EdgeLocations, "edge_locations", Section::Assumptions, Control::Integer(&fact::EDGE_LOCATIONS)),
];
