//! Load balancers, their nodes, target groups and listener rules.

use ninepins_macros::{later, rare};
use ninepins_model::wires::{
    Algorithm, Authentication, CheckProtocol, HealthCheck, ListenerRule, ProtocolVersion, Stickiness, StickinessCookie,
    TargetProtocol, is_success,
};
use ninepins_model::{PartId, PartSettings, Wire, WireId, fact, parts as model, parts::HttpVersion};
use ninepins_report::{Because, PartIndex, WireIndex};

use super::{Compiler, ms, s};
use crate::kernel::{Purpose, Span, Stream, stable_hash};
use crate::network::Place;
use crate::parts::alb::capacity::{Capacity, Usage};
use crate::parts::alb::group_health::Thresholds;
use crate::parts::alb::requests;
use crate::parts::alb::routing::Rule;
use crate::parts::alb::stickiness::Pins;
use crate::parts::alb::{LoadBalancer, Node, TargetGroup};
use crate::parts::server::{own_port, path_of};
use crate::parts::users::Users;

/// The paths that stand for assets and for the API in listener rules.
const PATHS: [&str; 2] = ["/assets/file", "/api/call"];

#[rare]
impl Compiler<'_> {
    pub(super) fn balancers(&mut self) {
        for (part, id, settings) in self.each() {
            let (balancer, subnets, is_internet_facing) = match settings {
                PartSettings::Alb(alb) => (self.application_balancer(part, id, alb), &alb.subnets, alb.internet_facing),
                PartSettings::Nlb(nlb) => (self.network_balancer(part, id, nlb), &nlb.subnets, nlb.internet_facing),
                _ => continue,
            };
            let index = self.engine.balancers.len() as u16;
            self.slots[usize::from(part)] = u32::from(index);
            self.engine.balancers.push(balancer);
            self.nodes(index, id, subnets, is_internet_facing);
            self.target_groups(index, id);
        }
    }

    fn application_balancer(&self, part: PartIndex, id: &PartId, alb: &model::Alb) -> LoadBalancer {
        let lcus = alb.starting_capacity_lcu.max(alb.capacity_reservation_lcu);
        LoadBalancer {
            part,
            nodes: Vec::new(),
            groups: Vec::new(),
            flows: None,
            idle_timeout: s(alb.idle_timeout_s),
            client_life: s(alb.client_keep_alive_s),
            race: ms(alb.keep_alive_race_ms),
            added_latency: ms(alb.added_latency_ms),
            node_detection: s(alb.node_detection_s),
            zonal_shift: alb.zonal_shift,
            shifts: Vec::new(),
            rules: Vec::new(),
            rule_of: Vec::new(),
            capacity: Capacity::new(lcus, alb.capacity_growth_percent),
            usage: Usage::default(),
            choices: self.stream(id, Purpose::ROUTE),
            inspects: false,
            generated: [0; 5],
            target_5xx: 0,
        }
    }

    /// One node in each zone, in the first subnet named there.
    fn nodes(&mut self, balancer: u16, id: &PartId, subnets: &[PartId], is_internet_facing: bool) {
        let part = self.engine.balancers[usize::from(balancer)].part;
        let mut zones = Vec::new();
        for place in self.places(id, subnets) {
            if zones.contains(&place.zone) {
                continue;
            }
            let Some(place) = self.engine.network.take_address(place) else { continue };
            let place = Place { has_public_address: is_internet_facing, ..place };
            zones.push(place.zone);
            self.engine.balancers[usize::from(balancer)].nodes.push(self.engine.nodes.len() as u32);
            self.engine.nodes.push(Node {
                part,
                balancer,
                position: zones.len() as u16 - 1,
                number: zones.len() as u32,
                place,
                epoch: 0,
                losses: Vec::new(),
                down: None,
                known_down: None,
                in_dns: true,
                requests: 0,
            });
        }
    }

    /// See [`Design::target_group_of`](ninepins_model::Design::target_group_of): the first wire of each is its settings.
    fn target_groups(&mut self, balancer: u16, id: &PartId) {
        let mut known: Vec<(&WireId, u16)> = Vec::new();
        for (wire_index, wire_id, wire, _) in self.outgoing(id) {
            let Some(target) = self.index(&wire.to) else { continue };
            let first = self.design.target_group_of(wire_id);
            let group = known.iter().find(|(other, _)| *other == first).map(|(_, group)| *group);
            let group = group.unwrap_or_else(|| {
                let group = self.engine.groups.len() as u16;
                let compiled = self.target_group(balancer, wire_index, wire_id, wire, target);
                self.engine.balancers[usize::from(balancer)].groups.push(group);
                self.engine.groups.push(compiled);
                known.push((first, group));
                group
            });
            let first = &mut self.engine.groups[usize::from(group)];
            if first.wire != wire_index {
                if first.wires.is_empty() {
                    first.wires.push((first.target_part, first.wire));
                }
                first.wires.push((target, wire_index));
            }
            // The instances are created later; they find their groups here.
            self.registrations.push((target, group));
        }
    }

    fn target_group(
        &self,
        balancer: u16,
        wire_index: WireIndex,
        wire_id: &WireId,
        wire: &Wire,
        target: PartIndex,
    ) -> TargetGroup {
        let load_balancer = &self.engine.balancers[usize::from(balancer)];
        let is_network = load_balancer.flows.is_some();
        let own = wire.target_group();
        let flow = wire.nlb_target_group();
        let check = if is_network { http_check(&flow.health_check) } else { own.health_check.clone() };
        let nodes = load_balancer.nodes.len();
        let in_turn = own.algorithm == Algorithm::RoundRobin && !is_network;
        TargetGroup {
            balancer,
            wire: wire_index,
            wires: Vec::new(),
            target_part: target,
            algorithm: own.algorithm,
            anomaly_mitigation: own.anomaly_mitigation && own.algorithm == Algorithm::WeightedRandom && !is_network,
            cross_zone: if is_network { flow.cross_zone } else { own.cross_zone },
            is_network,
            preserve_client_ip: flow.preserve_client_ip,
            termination: flow.connection_termination,
            unhealthy_termination: flow.unhealthy_connection_termination,
            tls: own.protocol == TargetProtocol::Https,
            version: if is_network { ProtocolVersion::Http1 } else { own.protocol_version },
            authentication: self.authentication(load_balancer.part, wire_id, &own.authentication),
            deregistration_delay: s(if is_network { flow.deregistration_delay_s } else { own.deregistration_delay_s }),
            registration_delay: s(if is_network { flow.registration_delay_s } else { own.registration_delay_s }),
            // Only targets taken in turn can warm up (ALB-26 to ALB-28).
            slow_start: if in_turn { s(own.slow_start_s) } else { Span::ZERO },
            interval: s(check.interval_s.max(0.1)),
            timeout: s(check.timeout_s),
            healthy_threshold: check.healthy_threshold,
            unhealthy_threshold: check.unhealthy_threshold,
            depth: check.depth,
            tcp_check: is_network && flow.health_check.protocol == CheckProtocol::Tcp,
            check_path: path_of(&check.path),
            check_port: own_port(check.port),
            passes: is_success(&check.success_codes, check.status),
            success_codes: check.success_codes,
            bad_paths: Vec::new(),
            weight: own.weight.min(fact::TARGET_GROUP_WEIGHT.max as u32),
            weights: Vec::new(),
            thresholds: Thresholds { settings: if is_network { flow.group_health } else { own.group_health } },
            open: vec![false; nodes],
            unfit: vec![false; nodes],
            // Without cross-zone balancing there is no stickiness (ALB-20).
            pins: if own.cross_zone && !is_network { pins(&own.stickiness) } else { None },
            targets: Vec::new(),
            fewest: Default::default(),
            even: true,
            turns: (0..nodes as u32).collect(),
            failing_open: None,
            phases: Stream::new(self.engine.seed, stable_hash(wire_id.as_str()), Purpose::CONTROL),
        }
    }

    /// The authenticate action of a group's rule, which takes an HTTPS listener.
    fn authentication(
        &self,
        part: PartIndex,
        wire: &WireId,
        own: &Authentication,
    ) -> Option<Box<requests::Authentication>> {
        let is_https = self.design.parts.get(self.ids[usize::from(part)])?.certificate().is_some();
        (own.enabled && is_https).then(|| {
            Box::new(requests::Authentication {
                latency: ms(own.latency_ms),
                errors: own.error_percent / 100.0,
                session: s(own.session_timeout_s),
                sessions: Vec::new(),
                draws: Stream::new(self.engine.seed, stable_hash(wire.as_str()), Purpose::FAILURE),
            })
        })
    }

    /// What the state of the targets means, once all are registered.
    pub(super) fn group_health(&mut self) {
        for group in 0..self.engine.groups.len() {
            self.engine.group_changed(group, Because::Configuration);
        }
    }

    /// The listener rules, and which one each source's requests meet. Known once the sources are.
    pub(super) fn listener_rules(&mut self) {
        for balancer in 0..self.engine.balancers.len() {
            let mut rules: Vec<(ListenerRule, Vec<u16>)> = Vec::new();
            for group in &self.engine.balancers[balancer].groups {
                let wire = self.wires[usize::from(self.engine.groups[usize::from(*group)].wire)].1;
                let mut rule = wire.target_group().rule;
                if rule.is_default() {
                    rule.priority = u32::MAX;
                }
                match rules.iter_mut().find(|(other, _)| *other == rule) {
                    Some((_, groups)) => groups.push(*group),
                    None => {
                        let place = rules.partition_point(|(other, _)| other.priority <= rule.priority);
                        rules.insert(place, (rule, vec![*group]));
                    }
                }
            }
            let first = |host: &str, path: &str| {
                rules.iter().position(|(rule, _)| rule.takes(host, path)).unwrap_or(usize::from(u8::MAX)) as u8
            };
            let mut rule_of = Vec::new();
            for part in self.design.parts.values() {
                if let PartSettings::Users(users) = &part.settings {
                    rule_of.push([first(&users.web_host, PATHS[0]), first(&users.api_host, PATHS[1])]);
                }
            }
            // A fetch of an edge comes with the load balancer's own name as its host.
            rule_of.push(PATHS.map(|path| first("", path)));
            let groups = &self.engine.groups;
            let is_special = |group: &u16| {
                let group = &groups[usize::from(*group)];
                group.version != ProtocolVersion::Http1 || group.authentication.is_some()
            };
            let is_odd = |users: &Users| users.forwarded_addresses > 0 || users.http_version == HttpVersion::Grpc;
            let odd = self.engine.users.iter().any(is_odd);
            let load_balancer = &mut self.engine.balancers[balancer];
            load_balancer.inspects = odd || load_balancer.groups.iter().any(is_special);
            load_balancer.rules = rules.into_iter().map(|(_, groups)| Rule { groups }).collect();
            load_balancer.rule_of = rule_of;
        }
    }
}

#[later]
impl Compiler<'_> {
    fn network_balancer(&self, part: PartIndex, id: &PartId, nlb: &model::Nlb) -> LoadBalancer {
        let is_tls = nlb.listener == model::NlbListener::Tls;
        let idle = if is_tls { fact::FLOW_IDLE_TIMEOUT.value } else { nlb.idle_timeout_s };
        LoadBalancer {
            part,
            nodes: Vec::new(),
            groups: Vec::new(),
            flows: Some(Box::default()),
            idle_timeout: s(idle),
            client_life: Span::MAX,
            race: Span::ZERO,
            added_latency: ms(nlb.added_latency_ms),
            node_detection: s(nlb.node_detection_s),
            zonal_shift: nlb.zonal_shift,
            shifts: Vec::new(),
            rules: Vec::new(),
            rule_of: Vec::new(),
            capacity: Capacity::unlimited(),
            usage: Usage::default(),
            choices: self.stream(id, Purpose::ROUTE),
            inspects: false,
            generated: [0; 5],
            target_5xx: 0,
        }
    }
}

/// A Network Load Balancer's check as the HTTP check it may be.
#[rare]
fn http_check(check: &ninepins_model::wires::NlbHealthCheck) -> HealthCheck {
    HealthCheck {
        interval_s: check.interval_s,
        timeout_s: check.timeout_s,
        healthy_threshold: check.healthy_threshold,
        unhealthy_threshold: check.unhealthy_threshold,
        path: check.path.clone(),
        port: check.port,
        depth: check.depth,
        success_codes: check.success_codes.clone(),
        status: check.status,
    }
}

#[rare]
fn pins(stickiness: &Stickiness) -> Option<Box<Pins>> {
    let by_application = match stickiness.cookie {
        StickinessCookie::Off => return None,
        StickinessCookie::LbCookie => false,
        StickinessCookie::AppCookie => true,
    };
    Some(Box::new(Pins { duration: s(stickiness.duration_s), by_application, clients: Vec::new() }))
}
