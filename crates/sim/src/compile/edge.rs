//! Certificates, buckets, distributions and hosted zones.

use ninepins_model::{Kind as PartKind, PartId, PartSettings};

use super::{Compiler, ms, s};
use crate::kernel::{Purpose, SimTime, Span};
use crate::parts::certificate::Certificate;
use crate::parts::cloudfront::{Cached, Distribution, Location, Origin, OriginServer};
use crate::parts::s3::Bucket;

impl Compiler<'_> {
    pub(super) fn certificates(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::Certificate(certificate) = settings else { continue };
            let index = self.engine.certificates.len() as u32;
            self.slots[usize::from(part)] = index;
            self.engine.certificates.push(Certificate {
                part,
                settings: certificate.clone(),
                is_in_use: self.is_in_use(id),
                expiries: Vec::new(),
                removals: Vec::new(),
                expires: SimTime::ZERO + Span::from_s_f64(certificate.expires_in_days * 86_400.0),
                renewals: 0,
                expired: None,
            });
            self.engine.schedule_certificate(index);
        }
    }

    /// Whether some part uses a certificate that AWS would attach to it (ACM-01, ACM-02, ACM-07).
    fn is_in_use(&self, id: &PartId) -> bool {
        let region = self.design.region_code(id);
        self.design.parts.iter().any(|(user, part)| {
            let needed =
                if part.kind() == PartKind::Cloudfront { Some("us-east-1") } else { self.design.region_code(user) };
            part.certificate() == Some(id) && needed == region
        })
    }

    pub(super) fn buckets(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::S3(bucket) = settings else { continue };
            self.slots[usize::from(part)] = self.engine.buckets.len() as u32;
            self.engine.buckets.push(Bucket {
                part,
                objects: bucket.objects,
                first_byte: (ms(bucket.first_byte_min_ms), ms(bucket.first_byte_max_ms)),
                get_rps: bucket.get_rps,
                list_bucket: bucket.list_bucket,
                tokens: bucket.get_rps,
                refilled: SimTime::ZERO,
                latency: self.stream(id, Purpose::SERVICE),
            });
        }
    }

    pub(super) fn distributions(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::Cloudfront(distribution) = settings else { continue };
            let mut origins = Vec::new();
            let mut behaviours = [None, None];
            for (wire_index, _, wire, kind) in self.outgoing(id) {
                let Some(slot) = self.slot(&wire.to) else { continue };
                let server = match kind {
                    PartKind::S3 => OriginServer::Bucket(slot as u16),
                    PartKind::Alb => OriginServer::LoadBalancer(slot as u16),
                    _ => OriginServer::Instance(slot),
                };
                let origin = wire.origin();
                let behaviour = usize::from(origin.path == "/api/*");
                behaviours[behaviour].get_or_insert(origins.len() as u16);
                origins.push(Origin {
                    wire: wire_index,
                    server,
                    connection_timeout: s(origin.connection_timeout_s),
                    attempts: origin.connection_attempts,
                    response_timeout: s(origin.response_timeout_s),
                    round_trip: ms(origin.rtt_ms),
                });
            }
            let objects = vec![Cached::EMPTY; self.engine.catalogue as usize * 2];
            let locations = vec![Location { objects }; distribution.edge_locations.max(1) as usize];
            self.slots[usize::from(part)] = self.engine.distributions.len() as u32;
            self.engine.distributions.push(Distribution {
                part,
                ttl: s(distribution.default_ttl_s),
                error_ttl: s(distribution.error_caching_min_ttl_s),
                spa_error_page: distribution.spa_error_page,
                locations,
                origins,
                behaviours,
                hits: 0,
                misses: 0,
                fetches: 0,
            });
        }
    }
}
