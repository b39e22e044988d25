//! Certificates: where they lie, what they cover, whether they are renewed.

use super::{Found, ProblemKind, record_name};
use crate::parts::{Certificate, CertificateSource};
use crate::{Kind, Part, PartId, PartSettings};

impl Found<'_> {
    pub(super) fn certificate(&mut self, id: &PartId, part: &Part) {
        let needed = match part.kind() {
            Kind::Cloudfront => Some("us-east-1".to_owned()),
            Kind::Alb => self.design.region_code(id).map(str::to_owned),
            Kind::Nlb if part.ends_tls() => self.design.region_code(id).map(str::to_owned),
            _ => return,
        };
        let hosts = self.hosts_served_with_tls(id);
        let Some(certificate_id) = part.certificate() else {
            if !hosts.is_empty() {
                self.error(id, ProblemKind::NoCertificate);
            }
            return;
        };
        let Some(PartSettings::Certificate(certificate)) =
            self.design.parts.get(certificate_id).map(|part| &part.settings)
        else {
            return self.error(id, ProblemKind::NoCertificate);
        };
        if self.design.region_code(certificate_id) != needed.as_deref() {
            return self.error(id, ProblemKind::CertificateRegion { needed: needed.unwrap_or_default() });
        }
        for host in hosts {
            if !certificate.covers(&host) {
                self.error(id, ProblemKind::CertificateName { host });
            }
        }
    }

    /// The names of records that lead to this part.
    fn hosts_served_with_tls(&self, id: &PartId) -> Vec<String> {
        self.index
            .wires_to(id)
            .iter()
            .filter_map(|(_, wire)| match &self.design.parts.get(&wire.from)?.settings {
                PartSettings::Route53(zone) => Some(record_name(wire, &zone.zone)),
                _ => None,
            })
            .collect()
    }

    /// A certificate that will not be renewed in time (ACM-06, ACM-08).
    pub(super) fn renewal(&mut self, id: &PartId, certificate: &Certificate) {
        let run_days = f64::from(self.design.scenario.duration_s) / 86_400.0;
        let is_renewed = certificate.source == CertificateSource::Issued && certificate.validation_record;
        if certificate.expires_in_days < run_days && !is_renewed {
            self.warn(id, ProblemKind::CertificateNotRenewed);
        }
    }
}
