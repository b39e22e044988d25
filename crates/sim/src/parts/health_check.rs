//! Health checks of a target group: every node checks every target (ALB-08) with a real request that needs a connection, a
//! worker thread and, for a deep check, the database.

use ninepins_model::Action;
use ninepins_model::wires::is_success;
use ninepins_report::{Because, Class, LogFact, Outcome, TargetsLeft};

use crate::attempt::{Attempt, Origin};
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span};
use crate::parts::alb::connections::IdleConnections;
use crate::parts::alb::{Target, TargetGroup, TargetState};
use crate::parts::nlb::Ports;

/// How long a node waits for a TCP connection to a target (ALB-37).
pub(crate) const CONNECT_TIMEOUT: Span = Span::from_s(10);

/// What an application answers at a path that it does not know.
const NOT_FOUND: u32 = 404;

/// One node's check of one target.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    pub(crate) node: u32,
    /// The node's position in its load balancer.
    pub(crate) position: u32,
    pub(crate) group: u16,
    pub(crate) instance: u32,
    /// Changes when the target is deregistered, which ends the checks.
    pub(crate) epoch: u32,
    /// Consecutive passes or failures.
    pub(crate) streak: u32,
    pub(crate) last_passed: bool,
}

impl Engine {
    /// Registers an instance with a target group. At the start of a run targets are healthy already.
    pub(crate) fn register_target(&mut self, group_index: u16, instance: u32, at_start: bool) {
        if self.deregistrations.iter().any(|(_, gone)| *gone == instance) {
            return;
        }
        let group = &self.groups[usize::from(group_index)];
        // In a zone that is not enabled for the load balancer a target stays unused (ALB-12).
        let zone = self.instances[instance as usize].place.zone;
        let nodes = &self.balancers[usize::from(group.balancer)].nodes;
        if nodes.iter().all(|node| self.nodes[*node as usize].place.zone != zone) {
            return;
        }
        // A Network Load Balancer uses a target as soon as its registration is complete, and no sooner (NLB-07).
        if group.is_network && !at_start && !group.registration_delay.is_zero() {
            let due = self.now + group.registration_delay;
            return self.queue.push(due, Kind::TargetRegistered as u8, u32::from(group_index), instance);
        }
        self.add_target(group_index, instance, at_start);
    }

    /// The registration of a target is complete.
    pub(crate) fn target_registered(&mut self, group_index: u16, instance: u32) {
        let is_gone = !self.instances[instance as usize].is_listening()
            || self.deregistrations.iter().any(|(_, gone)| *gone == instance);
        let is_there = self.groups[usize::from(group_index)].targets.iter().any(|target| target.instance == instance);
        if !is_gone && !is_there {
            self.add_target(group_index, instance, false);
        }
    }

    fn add_target(&mut self, group_index: u16, instance: u32, at_start: bool) {
        let now = self.now;
        let group = &self.groups[usize::from(group_index)];
        let nodes = self.balancers[usize::from(group.balancer)].nodes.clone();
        let state = if at_start { TargetState::Healthy } else { TargetState::Initial };
        let delay = if group.is_network { Span::ZERO } else { group.registration_delay };
        let (interval, warms) = (group.interval, !group.slow_start.is_zero());
        let translates = group.is_network && !group.preserve_client_ip;
        let is_starting = !self.instances[instance as usize].is_started;
        let mut checks = Vec::with_capacity(nodes.len());
        for (position, node) in nodes.iter().enumerate() {
            let check = self.checks.len() as u32;
            let phase = self.groups[usize::from(group_index)].phases.uniform_span(Span::ZERO, interval);
            // One that is registered while it still starts is checked within the first interval all the same.
            let wait = match at_start {
                true => phase,
                false if is_starting => delay.max(phase),
                false => delay + phase,
            };
            self.checks.push(Check {
                node: *node,
                position: position as u32,
                group: group_index,
                instance,
                epoch: 0,
                streak: 0,
                last_passed: at_start,
            });
            self.queue.push(now + wait, Kind::HealthCheck as u8, 0, check);
            checks.push(check);
        }
        let target = Target {
            instance,
            zone: self.instances[instance as usize].place.zone,
            draining: false,
            drain_ends: SimTime::NEVER,
            outstanding: 0,
            checks,
            states: vec![state; nodes.len()],
            slow_until: if warms { vec![SimTime::ZERO; nodes.len()] } else { Vec::new() },
            idle: vec![IdleConnections::new(); nodes.len()],
            answers: 0.0,
            errors: 0.0,
            share: 1.0,
            ports: translates.then(|| Box::new(Ports::new())),
            reported_unhealthy: None,
            reported_healthy: at_start,
        };
        let group = &mut self.groups[usize::from(group_index)];
        group.targets.push(target);
        group.fewest.forget();
        if !at_start {
            self.group_changed(usize::from(group_index), Because::Configuration);
        }
    }

    /// A node's check of a target is due.
    pub(crate) fn health_check(&mut self, index: u32, epoch: u32) {
        let now = self.now;
        let check = &self.checks[index as usize];
        if check.epoch != epoch {
            return;
        }
        let group = &self.groups[usize::from(check.group)];
        let (interval, timeout, tcp) = (group.interval, group.timeout, group.tcp_check);
        self.queue.push(now + interval, Kind::HealthCheck as u8, epoch, index);
        let node = &self.nodes[check.node as usize];
        if node.down.is_some() {
            return;
        }
        let place = node.place;
        let instance = &self.instances[check.instance as usize];
        let vanishes = instance.down.is_some()
            || self.network.blocked_at(Some(place), instance.place, group.check_port).is_some()
            || self.cannot_track(check.instance, Some(place)).is_some();
        let listens = instance.is_listening() && instance.server.listens(group.check_port);
        if !vanishes && !listens {
            return self.judge(index, false);
        }
        if !vanishes && tcp {
            // The operating system accepts the connection, whatever the application does (NLB-06).
            let has_room = instance.connections < instance.server.connection_limit;
            return self.judge(index, has_room || instance.server.answers_apart(group.check_port));
        }
        let (group_index, instance_index, instance_epoch) = (check.group, check.instance, instance.epoch);
        let (delay, part) = (self.network.one_way(place, instance.place), instance.part);
        let because = instance.down.unwrap_or(Because::Configuration);
        let mut attempt = Attempt::new(Origin::Check, Class::Read, now);
        attempt.client = index;
        attempt.tries = (epoch & 0xff) as u8;
        attempt.group = group_index;
        attempt.instance = instance_index;
        attempt.instance_epoch = instance_epoch;
        attempt.client_deadline = now + timeout;
        attempt.reached_front = true;
        let slot = self.insert(attempt);
        if vanishes {
            return self.lose(slot, ninepins_report::CauseKind::InstanceDown, part, because);
        }
        self.arm(slot.index);
        self.queue.push(now + delay, Kind::AtInstance as u8, slot.generation, slot.index);
    }

    /// A check got an answer.
    pub(crate) fn check_answered(&mut self, slot: Slot, outcome: Outcome) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let (check, is_current, orphan) = (
            attempt.client,
            u32::from(attempt.tries) == self.checks[attempt.client as usize].epoch & 0xff,
            attempt.orphan,
        );
        let passed = outcome == Outcome::Ok && self.path_is_well(check);
        self.free(slot);
        if is_current && !orphan {
            self.judge(check, passed);
        }
    }

    /// Whether the checked path's answer counts as a pass (ALB-06).
    fn path_is_well(&self, check: u32) -> bool {
        let check = &self.checks[check as usize];
        let group = &self.groups[usize::from(check.group)];
        let part = self.instances[check.instance as usize].part;
        let bad = group.bad_paths.iter().rev().find(|(_, bad)| *bad == part);
        if !self.instances[check.instance as usize].server.serves(group.check_path, group.check_port) {
            return is_success(&group.success_codes, NOT_FOUND);
        }
        match bad.map(|(event, _)| &self.events[*event as usize].action) {
            Some(Action::BadHealthCheck { status, .. }) => is_success(&group.success_codes, *status),
            _ => group.passes,
        }
    }

    /// A check had no answer in time.
    pub(crate) fn check_timed_out(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let (check, is_current) =
            (attempt.client, u32::from(attempt.tries) == self.checks[attempt.client as usize].epoch & 0xff);
        let waiting = self.detach(slot);
        self.free(waiting);
        if is_current {
            self.judge(check, false);
        }
    }

    /// A node's opinion after one more result (ALB-03, ALB-04, ALB-05).
    fn judge(&mut self, index: u32, passed: bool) {
        let check = &mut self.checks[index as usize];
        check.streak = if check.last_passed == passed { check.streak.saturating_add(1) } else { 1 };
        check.last_passed = passed;
        let (streak, position, group_index, instance) =
            (check.streak, check.position as usize, usize::from(check.group), check.instance);
        let group = &mut self.groups[group_index];
        let (healthy_threshold, unhealthy_threshold) = (group.healthy_threshold, group.unhealthy_threshold);
        let Some(place) = group.place_of(instance) else { return };
        let state = &mut group.targets[place].states[position];
        let next = match (*state, passed) {
            (TargetState::Initial, true) => TargetState::Healthy,
            (TargetState::Unhealthy, true) if streak >= healthy_threshold => TargetState::Healthy,
            (TargetState::Healthy | TargetState::Initial, false) if streak >= unhealthy_threshold => {
                TargetState::Unhealthy
            }
            (unchanged, _) => unchanged,
        };
        if next == *state {
            return;
        }
        *state = next;
        self.warm_up(group_index, position, instance, next == TargetState::Healthy);
        self.target_changed(group_index, instance, streak);
    }

    /// A target that becomes healthy beside one that is warm gets a growing share (ALB-28).
    fn warm_up(&mut self, group_index: usize, position: usize, instance: u32, healthy: bool) {
        let now = self.now;
        let group = &mut self.groups[group_index];
        let is_warm = |target: &Target| {
            let slow = target.slow_until.get(position).is_some_and(|until| *until > now);
            target.instance != instance && target.states[position] == TargetState::Healthy && !slow
        };
        let begins = healthy && group.targets.iter().any(is_warm);
        let until = if begins { now + group.slow_start } else { SimTime::ZERO };
        if let Some(target) = group.targets.iter_mut().find(|target| target.instance == instance)
            && let Some(slow) = target.slow_until.get_mut(position)
        {
            *slow = until;
        }
    }

    /// Logs a target's change and whether its group fails open.
    fn target_changed(&mut self, group_index: usize, instance: u32, checks: u32) {
        let group = &self.groups[group_index];
        let balancer = &self.balancers[usize::from(group.balancer)];
        let up = self.nodes_up(group);
        let (balancer_part, target_part) = (balancer.part, self.instances[instance as usize].part);
        let number = self.instances[instance as usize].number;
        let because = self.check_because(group, instance);
        let Some(target) = group.targets.iter().find(|target| target.instance == instance) else { return };
        let is_unhealthy = target.is_unhealthy(&up);
        let all_healthy = target.is_healthy(&up);
        let was_unhealthy = target.reported_unhealthy.is_some();
        let was_initial = !target.reported_healthy;
        if is_unhealthy && !was_unhealthy {
            let left = self.healthy_beside(group_index, instance);
            let fact = LogFact::TargetUnhealthy { target: target_part, number, checks, left };
            let entry = self.log(Some(balancer_part), Some(number), fact, because);
            self.with_target(group_index, instance, |target| {
                target.reported_unhealthy = Some(entry);
                target.reported_healthy = false;
            });
        } else if all_healthy && (was_unhealthy || was_initial) {
            let fact = LogFact::TargetHealthy { target: target_part, number, checks };
            self.log(Some(balancer_part), Some(number), fact, Because::Configuration);
            self.with_target(group_index, instance, |target| {
                target.reported_unhealthy = None;
                target.reported_healthy = true;
            });
        }
        self.group_changed(group_index, because);
    }

    /// Which nodes of a group's load balancer are up.
    fn nodes_up(&self, group: &TargetGroup) -> Vec<bool> {
        let nodes = &self.balancers[usize::from(group.balancer)].nodes;
        nodes.iter().map(|node| self.is_node_up(*node)).collect()
    }

    /// Which targets of a group take requests besides an instance: registered, and healthy to every node that is up.
    pub(crate) fn healthy_beside(&self, group_index: usize, instance: u32) -> TargetsLeft {
        let group = &self.groups[group_index];
        let up = self.nodes_up(group);
        let takes = |target: &&Target| target.instance != instance && !target.draining && target.is_healthy(&up);
        let mut left = group.targets.iter().filter(takes);
        match (left.next(), left.count() as u32) {
            (None, _) => TargetsLeft::None,
            (Some(one), 0) => {
                let only = &self.instances[one.instance as usize];
                TargetsLeft::One { target: only.part, number: only.number }
            }
            (Some(_), others) => TargetsLeft::Several(others + 1),
        }
    }

    /// Why a target's checks end as they do, as far as is known.
    fn check_because(&self, group: &TargetGroup, index: u32) -> Because {
        let instance = &self.instances[index as usize];
        let bad = group.bad_paths.iter().rev().find(|(_, part)| *part == instance.part);
        match instance.state_because() {
            Because::Demand if !group.tcp_check && !instance.server.serves(group.check_path, group.check_port) => {
                Because::Configuration
            }
            Because::Demand => bad.map_or(Because::Demand, |(event, _)| Because::Event(*event)),
            known => known,
        }
    }

    fn with_target(&mut self, group_index: usize, instance: u32, change: impl FnOnce(&mut Target)) {
        if let Some(target) = self.groups[group_index].targets.iter_mut().find(|target| target.instance == instance) {
            change(target);
        }
    }

    /// Takes an instance out of a target group.
    pub(crate) fn deregister_target(&mut self, group_index: usize, instance: u32, because: Because) {
        let Some(position) = self.groups[group_index].targets.iter().position(|target| target.instance == instance)
        else {
            return;
        };
        let target = self.groups[group_index].targets.remove(position);
        for check in target.checks {
            self.checks[check as usize].epoch += 1;
        }
        self.group_changed(group_index, because);
    }

    /// Whether a load balancer considers the instance unhealthy, and the log entry that says so.
    pub(crate) fn unhealthy_at_balancer(&self, instance: u32) -> Option<Because> {
        self.groups.iter().find_map(|group| {
            let target = group.targets.iter().find(|target| target.instance == instance)?;
            target.reported_unhealthy.map(Because::Decision)
        })
    }

    /// Whether some node that is up sends the instance no requests because it has not passed a check yet.
    pub(crate) fn is_initial(&self, instance: u32) -> bool {
        let is_waiting = |group: &TargetGroup, target: &Target| {
            let nodes = &self.balancers[usize::from(group.balancer)].nodes;
            let mut opinions = nodes.iter().zip(&target.states);
            opinions.any(|(node, state)| *state == TargetState::Initial && self.is_node_up(*node))
        };
        self.groups
            .iter()
            .any(|group| group.targets.iter().any(|target| target.instance == instance && is_waiting(group, target)))
    }
}

impl Target {
    /// Whether any node that is up considers it unhealthy.
    pub(crate) fn is_unhealthy(&self, up: &[bool]) -> bool {
        self.states.iter().zip(up).any(|(state, up)| *up && *state == TargetState::Unhealthy)
    }

    /// Whether every node that is up considers it healthy.
    pub(crate) fn is_healthy(&self, up: &[bool]) -> bool {
        self.states.iter().zip(up).all(|(state, up)| !up || *state == TargetState::Healthy)
    }
}
