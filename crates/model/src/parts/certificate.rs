//! ACM: a certificate in a Region.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A public certificate. It belongs to the Region it lies in: CloudFront takes one of us-east-1 only (ACM-01), a load
/// balancer one of its own Region (ACM-02).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Certificate {
    /// The names it covers; `*.example.com` covers one label (ACM-12).
    pub names: Vec<String>,
    /// Days from the start of the run until it expires; 0 means it has expired (ACM-05).
    pub expires_in_days: f64,
}

impl Default for Certificate {
    fn default() -> Self {
        Certificate {
            names: vec!["example.com".into(), "*.example.com".into()],
            expires_in_days: fact::CERTIFICATE_DAYS.value,
        }
    }
}

impl Certificate {
    /// Whether the certificate covers this host name (ACM-12).
    pub fn covers(&self, host: &str) -> bool {
        self.names.iter().any(|name| match name.strip_prefix("*.") {
            Some(domain) => host.split_once('.').is_some_and(|(label, rest)| !label.is_empty() && rest == domain),
            None => name == host,
        })
    }
}

/// The settings of a certificate.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::CertificateNames, "names", Section::General, Control::Texts),
    setting(
        SettingKey::CertificateDays,
        "expires_in_days",
        Section::General,
        Control::Decimal(&fact::CERTIFICATE_DAYS),
    ),
];

#[cfg(test)]
mod tests {
    use super::Certificate;

    #[test]
    fn a_wildcard_covers_one_label_only() {
        let certificate = Certificate { names: vec!["*.example.com".into()], ..Certificate::default() };
        let covered = ["a.example.com", "example.com", "a.b.example.com"].map(|host| certificate.covers(host));
        assert_eq!(covered, [true, false, false]);
    }
}
