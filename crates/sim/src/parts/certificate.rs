//! ACM: certificates, their renewal, and what a TLS handshake meets.

use ninepins_macros::rare;
use ninepins_model::PartId;
use ninepins_model::fact;
use ninepins_model::parts::{Certificate as Settings, CertificateSource};
use ninepins_report::{Because, Cause, CauseKind, LogFact, PartIndex};

use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Span};
use crate::layer::lay;

/// A certificate.
#[derive(Clone, Debug)]
pub(crate) struct Certificate {
    pub(crate) part: PartIndex,
    pub(crate) settings: Settings,
    /// Whether a load balancer or a distribution uses it, without which it is not renewed (ACM-07).
    pub(crate) is_in_use: bool,
    /// Events that made it expire.
    pub(crate) expiries: Vec<u32>,
    /// Events that removed its validation record.
    pub(crate) removals: Vec<u32>,
    /// When it expires.
    pub(crate) expires: SimTime,
    /// How often it was renewed.
    pub(crate) renewals: u32,
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
    /// A Network Load Balancer passes the bytes on: the target of the flow ends TLS if it has a key (TLS-11).
    Passed,
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
            Tls::Plain | Tls::OnInstance | Tls::Passed | Tls::OwnName => None,
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

    /// Schedules a certificate's renewal and expiry, as far as the run reaches. One that has expired is not renewed.
    pub(crate) fn schedule_certificate(&mut self, index: u32) {
        let certificate = &self.certificates[index as usize];
        let (expires, token) = (certificate.expires, certificate.renewals & 0x00ff_ffff);
        // Times saturate at the start of the run.
        let opens = SimTime::ZERO + (expires.since(SimTime::ZERO) - days(fact::RENEWAL_DAYS.value));
        if opens <= self.end && expires > self.now {
            self.queue.push(opens.max(self.now), Kind::CertificateRenewal as u8, token, index);
        }
        if expires <= self.end {
            self.queue.push(expires, Kind::CertificateExpiry as u8, token, index);
        }
    }

    /// The time of renewal begins, 60 days before the expiry (ACM-06).
    pub(crate) fn renewal_begins(&mut self, index: u32, renewals: u32) {
        if self.certificates[index as usize].renewals & 0x00ff_ffff == renewals {
            self.renew_certificate(index, Because::Configuration);
        }
    }

    /// Renews a certificate if ACM issued it, its validation record is in DNS, it is in use, and its time has come (ACM-06 to
    /// ACM-08).
    pub(crate) fn renew_certificate(&mut self, index: u32, because: Because) {
        let now = self.now;
        let certificate = &mut self.certificates[index as usize];
        let settings = &certificate.settings;
        let may_renew = settings.source == CertificateSource::Issued
            && settings.validation_record
            && certificate.is_in_use
            && certificate.removals.is_empty()
            && certificate.expired.is_none()
            && certificate.expires.since(now) <= days(fact::RENEWAL_DAYS.value);
        if !may_renew {
            return;
        }
        certificate.expires = now + days(fact::CERTIFICATE_DAYS.value);
        certificate.renewals += 1;
        let part = certificate.part;
        self.log(Some(part), None, LogFact::CertificateRenewed, because);
        self.schedule_certificate(index);
    }

    /// A certificate expires by itself (ACM-08).
    pub(crate) fn certificate_expires(&mut self, index: u32, renewals: u32) {
        let certificate = &self.certificates[index as usize];
        if certificate.renewals & 0x00ff_ffff != renewals {
            return;
        }
        let because = certificate.removals.first().map_or(Because::Configuration, |event| Because::Event(*event));
        let part = certificate.part;
        let entry = self.log(Some(part), None, LogFact::CertificateExpired, because);
        self.certificates[index as usize].expired = Some(entry);
    }
}

#[rare]
impl Engine {
    /// A certificate expires, or is replaced.
    pub(crate) fn expire_certificate(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(certificate) = self.certificates.iter_mut().find(|certificate| Some(certificate.part) == part) else {
            return 0;
        };
        lay(&mut certificate.expiries, event, on);
        1
    }

    /// The CNAME that validates a domain is gone, or back: then a renewal that is due follows at once.
    pub(crate) fn remove_validation_record(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(index) = self.certificates.iter().position(|certificate| Some(certificate.part) == part) else {
            return 0;
        };
        let certificate = &mut self.certificates[index];
        lay(&mut certificate.removals, event, on);
        if !on {
            self.renew_certificate(index as u32, Because::Event(event));
        }
        1
    }
}

fn days(days: f64) -> Span {
    Span::from_s_f64(days * 86_400.0)
}
