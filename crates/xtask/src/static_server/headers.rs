//! The security headers, from the CloudFront policy, which is the only place they are written.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Policy {
    security_headers_config: SecurityHeaders,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SecurityHeaders {
    content_security_policy: ContentSecurityPolicy,
    // CloudFront knows one value of this header, so the file only says that it is sent.
    #[serde(rename = "ContentTypeOptions")]
    _content_type_options: serde::de::IgnoredAny,
    referrer_policy: ReferrerPolicy,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ContentSecurityPolicy {
    content_security_policy: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ReferrerPolicy {
    referrer_policy: String,
}

/// Reads the headers a host sends. Strict-Transport-Security is left out: it means nothing over HTTP.
pub(crate) fn read(policy: &Path) -> Result<Vec<(&'static str, String)>> {
    let text = fs::read_to_string(policy).with_context(|| format!("reading {}", policy.display()))?;
    let Policy { security_headers_config: config } =
        serde_json::from_str(&text).with_context(|| format!("parsing {}", policy.display()))?;
    let headers = vec![
        ("Content-Security-Policy", config.content_security_policy.content_security_policy),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", config.referrer_policy.referrer_policy),
    ];
    for (name, value) in &headers {
        ensure!(!value.contains(['\r', '\n']), "{name} must be one line, not {value:?}");
    }
    Ok(headers)
}
