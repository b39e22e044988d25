//! Services outside AWS, and the calls between services.

use ninepins_macros::{later, rare};
use ninepins_model::{Kind as PartKind, PartId, PartSettings, fact, parts as model};
use ninepins_report::PartIndex;

use super::{Compiler, ms, s};
use crate::attempt::NONE;
use crate::kernel::{Purpose, SimTime, Span};
use crate::parts::call::{Call, Callee};
use crate::parts::external_service::ExternalService;
use crate::shape::Shape;

#[rare]
impl Compiler<'_> {
    pub(super) fn external_services(&mut self) {
        for (part, id, settings) in self.each() {
            if let PartSettings::ExternalService(service) = settings {
                self.external_service(part, id, service);
            }
        }
    }

    /// Gives every instance, and every blueprint of instances to come, the services it calls.
    pub(super) fn calls(&mut self) {
        for (part, id, settings) in self.each() {
            if !matches!(settings, PartSettings::Asg(_) | PartSettings::Ec2(_)) {
                continue;
            }
            if !self.outgoing(id).into_iter().any(|(.., kind)| is_called(kind)) {
                continue;
            }
            let calls = self.calls_of(id);
            for (number, instance) in self.engine.instances.iter_mut().filter(|one| one.part == part).enumerate() {
                instance.calls.clone_from(&calls);
                // Not all begin with the same member.
                for call in &mut instance.calls {
                    call.address = number as u32;
                }
            }
            let groups = self.engine.scaling_groups.iter_mut().filter(|group| group.part == part);
            let singles = self.engine.single_instances.iter_mut().map(|(_, blueprint)| blueprint);
            let blueprints = groups.map(|group| &mut group.blueprint);
            for blueprint in blueprints.chain(singles).filter(|blueprint| blueprint.part == part) {
                blueprint.calls.clone_from(&calls);
            }
        }
    }

    /// When a callee closes an idle connection, and whether a connection to it begins with a TLS handshake.
    fn terms_of(&self, callee: Callee) -> (Span, bool) {
        let engine = &self.engine;
        let server = match callee {
            Callee::LoadBalancer(index) => return (engine.balancers[usize::from(index)].idle_timeout, false),
            Callee::External(_) | Callee::Queue(_) => return (Span::MAX, true),
            Callee::Group(group) => engine.scaling_groups.get(group as usize).map(|group| &group.blueprint.server),
            Callee::Instance(index) => engine.instances.get(index as usize).map(|instance| &instance.server),
        };
        server.map_or((Span::ZERO, false), |server| (server.keep_alive, server.speaks_tls))
    }
}

#[later]
impl Compiler<'_> {
    fn external_service(&mut self, part: PartIndex, id: &PartId, service: &model::ExternalService) {
        self.slots[usize::from(part)] = self.engine.external_services.len() as u32;
        self.engine.external_services.push(ExternalService {
            part,
            round_trip: ms(service.rtt_ms),
            latency: ms(service.latency_ms),
            shape: Shape::new(service.distribution, service.variation),
            capacity: service.capacity_rps,
            failing: service.failure_percent / 100.0,
            outages: Vec::new(),
            errors: Vec::new(),
            tokens: service.capacity_rps,
            refilled: SimTime::ZERO,
            throttled: 0,
            times: self.stream(id, Purpose::SERVICE),
            failures: self.stream(id, Purpose::FAILURE),
        });
    }

    fn calls_of(&self, id: &PartId) -> Vec<Call> {
        let mut calls = Vec::new();
        for (wire_index, _, wire, kind) in self.outgoing(id) {
            let (Some(slot), Some(part)) = (self.slot(&wire.to), self.index(&wire.to)) else { continue };
            let callee = match kind {
                PartKind::Alb | PartKind::Nlb => Callee::LoadBalancer(slot as u16),
                PartKind::Asg => Callee::Group(slot),
                PartKind::Ec2 => Callee::Instance(slot),
                PartKind::ExternalService => Callee::External(slot as u16),
                PartKind::Sqs => Callee::Queue(slot as u16),
                _ => continue,
            };
            if ninepins_model::is_called_in_a_circle(self.design, wire) {
                continue;
            }
            let settings = wire.call();
            let (keep_alive, speaks_tls) = self.terms_of(callee);
            calls.push(Call {
                wire: wire_index,
                part: part as PartIndex,
                callee,
                timeout: s(settings.timeout_s),
                tries: settings.tries.clamp(1, 10) as u8,
                backoff: ms(settings.backoff_ms),
                jitter: settings.jitter,
                count: settings.calls.clamp(1, 100) as u8,
                share: settings.share_percent / 100.0,
                ttl: s(fact::ALIAS_TTL.value),
                address: NONE,
                expires: SimTime::ZERO,
                idle_connections: 0,
                last_used: SimTime::NEVER,
                keep_alive,
                speaks_tls,
                tcp_keepalive: s(settings.tcp_keepalive_s),
            });
        }
        calls
    }
}

/// Whether a part of this kind is a service that others call.
#[rare]
const fn is_called(kind: PartKind) -> bool {
    matches!(
        kind,
        PartKind::Alb | PartKind::Nlb | PartKind::Asg | PartKind::Ec2 | PartKind::Sqs | PartKind::ExternalService
    )
}
