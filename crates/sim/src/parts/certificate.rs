//! ACM: certificates and what a TLS handshake meets.

use ninepins_model::parts::Certificate as Settings;
use ninepins_report::{Because, Cause, CauseKind, LogFact, PartIndex};

use crate::cause::cause;
use crate::engine::Engine;

/// A certificate.
#[derive(Clone, Debug)]
pub(crate) struct Certificate {
    pub(crate) part: PartIndex,
    pub(crate) settings: Settings,
    /// Events that made it expire.
    pub(crate) expiries: Vec<u32>,
    /// The log entry of its own expiry.
    pub(crate) expired: Option<u32>,
}

/// What a TLS handshake with a front meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tls {
    /// Plain HTTP: there is no handshake.
    Plain,
    /// The instance ends TLS itself, with a certificate that is always right.
    OnInstance,
    /// AWS's own name and certificate.
    OwnName,
    /// A certificate, by index.
    Certificate(u16),
    /// No certificate is attached to this part, or one that AWS would not attach.
    Missing(PartIndex),
}

impl Engine {
    /// Why a handshake fails, if it does.
    pub(crate) fn handshake_failure(&self, tls: Tls, host: &str) -> Option<Cause> {
        match tls {
            Tls::Plain | Tls::OnInstance | Tls::OwnName => None,
            Tls::Missing(part) => Some(cause(CauseKind::NoCertificate, part, Because::Configuration)),
            Tls::Certificate(index) => {
                let certificate = &self.certificates[usize::from(index)];
                let expired = certificate
                    .expiries
                    .first()
                    .map(|event| Because::Event(*event))
                    .or(certificate.expired.map(Because::Decision));
                if let Some(because) = expired {
                    return Some(cause(CauseKind::CertificateExpired, certificate.part, because));
                }
                (!certificate.settings.covers(host))
                    .then(|| cause(CauseKind::CertificateName, certificate.part, Because::Configuration))
            }
        }
    }

    /// A certificate expires by itself (ACM-08).
    pub(crate) fn certificate_expires(&mut self, index: u32) {
        let part = self.certificates[index as usize].part;
        let entry = self.log(Some(part), None, LogFact::CertificateExpired, Because::Configuration);
        self.certificates[index as usize].expired = Some(entry);
    }
}
