//! ACM: a certificate in a Region.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A public certificate. It belongs to the Region it lies in: CloudFront takes one of us-east-1 only (ACM-01), a load
/// balancer one of its own Region (ACM-02).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Certificate {
    /// The names it covers; `*.example.com` covers one label (ACM-12).
    pub names: Vec<String>,
    /// Days from the start of the run until it expires; 0 means it has expired (ACM-05).
    pub expires_in_days: f64,
    /// Where it comes from, which decides whether it is renewed (ACM-06, ACM-08).
    pub source: CertificateSource,
    /// Whether the CNAME that validates the domain is in DNS, without which ACM does not renew it (ACM-06).
    pub validation_record: bool,
}

/// Where a certificate comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum CertificateSource {
    /// ACM issued it, validated by DNS. It is renewed from 60 days before its expiry on, while its validation record is in DNS
    /// and a load balancer or a distribution uses it (ACM-06, ACM-07).
    Issued,
    /// Its owner imported it. It is never renewed (ACM-08).
    Imported,
}

impl Default for Certificate {
    fn default() -> Self {
        Certificate {
            names: vec!["example.com".into(), "*.example.com".into()],
            expires_in_days: fact::CERTIFICATE_DAYS.value,
            source: CertificateSource::Issued,
            validation_record: true,
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
    setting(SettingKey::CertificateSource, "source", Section::General, Control::Choice(&["issued", "imported"])),
    setting(SettingKey::ValidationRecord, "validation_record", Section::General, Control::Toggle),
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
