//! Load balancers, their nodes and target groups.

use ninepins_model::{Kind as PartKind, PartId, PartSettings, Wire, WireId};
use ninepins_report::{PartIndex, WireIndex};

use super::{Compiler, ms, s};
use crate::kernel::{Purpose, Stream, stable_hash};
use crate::network::Place;
use crate::parts::alb::{LoadBalancer, Node, TargetGroup};

impl Compiler<'_> {
    pub(super) fn balancers(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::Alb(alb) = settings else { continue };
            let balancer = self.engine.balancers.len() as u16;
            self.slots[usize::from(part)] = u32::from(balancer);
            let mut zones = Vec::new();
            let mut nodes = Vec::new();
            for place in self.places(id, &alb.subnets) {
                // One node in each zone, in the first subnet named there.
                if zones.contains(&place.zone) {
                    continue;
                }
                let Some(place) = self.engine.network.take_address(place) else { continue };
                let place = Place { has_public_address: alb.internet_facing, ..place };
                zones.push(place.zone);
                nodes.push(self.engine.nodes.len() as u32);
                self.engine.nodes.push(Node {
                    part,
                    balancer,
                    number: zones.len() as u32,
                    place,
                    epoch: 0,
                    down: None,
                    in_dns: true,
                    requests: 0,
                });
            }
            self.engine.balancers.push(LoadBalancer {
                part,
                nodes,
                groups: Vec::new(),
                idle_timeout: s(alb.idle_timeout_s),
                added_latency: ms(alb.added_latency_ms),
                node_detection: s(alb.node_detection_s),
                choices: self.stream(id, Purpose::ROUTE),
                generated: [0; 3],
                target_5xx: 0,
            });
            self.target_groups(balancer, id);
        }
    }

    /// Each Auto Scaling group is a target group of its own; single instances share one, with the first wire's settings.
    pub(super) fn target_groups(&mut self, balancer: u16, id: &PartId) {
        let mut shared: Option<u16> = None;
        for (wire_index, wire_id, wire, kind) in self.outgoing(id) {
            let Some(target) = self.index(&wire.to) else { continue };
            let is_single = kind == PartKind::Ec2;
            let group = match shared {
                Some(group) if is_single => group,
                _ => {
                    let group = self.target_group(balancer, wire_index, wire_id, wire, target);
                    if is_single {
                        shared = Some(group);
                    }
                    group
                }
            };
            // The instances are created later; they find their groups here.
            self.registrations.push((target, group));
        }
    }

    pub(super) fn target_group(
        &mut self,
        balancer: u16,
        wire_index: WireIndex,
        wire_id: &WireId,
        wire: &Wire,
        target: PartIndex,
    ) -> u16 {
        let settings = wire.target_group();
        let check = &settings.health_check;
        let group = self.engine.groups.len() as u16;
        let nodes = self.engine.balancers[usize::from(balancer)].nodes.len();
        self.engine.balancers[usize::from(balancer)].groups.push(group);
        self.engine.groups.push(TargetGroup {
            balancer,
            wire: wire_index,
            target_part: target,
            algorithm: settings.algorithm,
            cross_zone: settings.cross_zone,
            deregistration_delay: s(settings.deregistration_delay_s),
            registration_delay: s(settings.registration_delay_s),
            interval: s(check.interval_s.max(0.1)),
            timeout: s(check.timeout_s),
            healthy_threshold: check.healthy_threshold,
            unhealthy_threshold: check.unhealthy_threshold,
            depth: check.depth,
            targets: Vec::new(),
            turns: (0..nodes as u32).collect(),
            failing_open: None,
            phases: Stream::new(self.engine.seed, stable_hash(wire_id.as_str()), Purpose::CONTROL),
        });
        group
    }
}
