//! Which target group and which target gets a request: listener rules, weights, algorithms, slow start, anomalies.

use ninepins_macros::later;
use ninepins_model::wires::Algorithm;
use ninepins_report::{CauseKind, Class, Outcome, WireIndex};

use super::fewest::FEW_TARGETS;
use super::{Target, TargetGroup, TargetState};
use crate::attempt::Attempt;
use crate::engine::Engine;
use crate::kernel::{SimTime, Slot};
use crate::network::Place;
use crate::parts::instance::Instance;

/// A listener rule: its target groups share its requests by weight.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) groups: Vec<u16>,
}

/// Rules that are evaluated without charge (ALB-49).
const FREE_RULES: u32 = 10;
/// Fewest healthy targets among which one can be anomalous.
const ANOMALY_TARGETS: usize = 3;
/// How far above the others a target's share of errors must be to be anomalous.
const ANOMALY_MARGIN: f32 = 0.05;
/// The smallest share that mitigation leaves an anomalous target.
const SMALLEST_SHARE: f32 = 0.01;

impl TargetGroup {
    /// The wire that an attempt took to its target; none if several lead to the group and it has come to no target.
    pub(crate) fn wire_to(&self, attempt: &Attempt, instances: &[Instance]) -> Option<WireIndex> {
        if self.wires.is_empty() {
            return Some(self.wire);
        }
        let part = instances.get(attempt.instance as usize)?.part;
        self.wires.iter().find(|(target, _)| *target == part).map(|(_, wire)| *wire)
    }

    /// Its weight at present.
    fn weight_now(&self) -> u32 {
        self.weights.last().map_or(self.weight, |(_, weight)| *weight)
    }

    /// Whether a node may send a new request to a target.
    #[inline]
    pub(crate) fn is_eligible(&self, target: &Target, position: usize, zone: u16) -> bool {
        let in_reach = !target.draining && (self.cross_zone || target.zone == zone);
        in_reach
            && match target.states[position] {
                TargetState::Healthy => true,
                TargetState::Unhealthy => self.open[position],
                // A Network Load Balancer uses a target as soon as it is registered (NLB-07).
                TargetState::Initial => self.is_network,
            }
    }

    /// The share of an equal share that a target gets while it warms up (ALB-28).
    fn warmth(&self, target: &Target, position: usize, now: SimTime) -> f64 {
        match target.slow_until.get(position) {
            Some(until) if *until > now => 1.0 - (*until - now).as_s_f64() / self.slow_start.as_s_f64(),
            _ => 1.0,
        }
    }
}

impl Engine {
    /// The target group for a request: that of the first rule that takes it, by weight. Without one, what the node answers.
    pub(super) fn pick_group(&mut self, slot: Slot, balancer: usize) -> Result<u16, (Outcome, CauseKind)> {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else {
            return Err((Outcome::ServiceUnavailable, CauseKind::NoTargets));
        };
        let source = usize::from(attempt.users).min(self.users.len());
        let host = usize::from(attempt.class != Class::Asset);
        let balancer = &mut self.balancers[balancer];
        if balancer.rules.is_empty() {
            return Err((Outcome::ServiceUnavailable, CauseKind::NoTargets));
        }
        let number = balancer.rule_of.get(source).map_or(0, |rules| usize::from(rules[host]));
        balancer.usage.rules += (number as u32 + 1).saturating_sub(FREE_RULES);
        let Some(rule) = balancer.rules.get(number) else { return Err((Outcome::NotFound, CauseKind::NoRule)) };
        if let [only] = rule.groups.as_slice() {
            return Ok(*only);
        }
        let groups = &self.groups;
        let total: u32 = rule.groups.iter().map(|group| groups[usize::from(*group)].weight_now()).sum();
        let mut pick = balancer.choices.below(total);
        for group in &rule.groups {
            let weight = groups[usize::from(*group)].weight_now();
            if pick < weight {
                return Ok(*group);
            }
            pick -= weight;
        }
        Err((Outcome::ServiceUnavailable, CauseKind::NoTargets))
    }

    /// The target for a request that a node got; `None` if none is registered where it may go (ALB-40, ALB-21).
    pub(super) fn pick_target(
        &mut self,
        slot: Slot,
        group_index: usize,
        position: usize,
        place: Place,
    ) -> Option<usize> {
        if self.groups[group_index].pins.is_some()
            && let Some(pinned) = self.pinned(slot, group_index, position, place.zone)
        {
            return Some(pinned);
        }
        let group = &self.groups[group_index];
        let balancer = usize::from(group.balancer);
        if !self.balancers[balancer].shifts.is_empty() {
            return self.pick_unshifted(group_index, position, place.zone);
        }
        match group.algorithm {
            Algorithm::RoundRobin => self.pick_in_turn(group_index, position, place.zone),
            Algorithm::LeastOutstandingRequests if group.targets.len() > FEW_TARGETS => {
                self.pick_fewest(group_index, position)
            }
            Algorithm::LeastOutstandingRequests => {
                let eligible = |target: &Target| group.is_eligible(target, position, place.zone);
                let (mut fewest, mut ties, mut first) = (u32::MAX, 0, None);
                for (index, target) in group.targets.iter().enumerate() {
                    if target.outstanding > fewest || !eligible(target) {
                        continue;
                    }
                    if target.outstanding < fewest {
                        (fewest, ties, first) = (target.outstanding, 0, Some(index));
                    }
                    ties += 1;
                }
                if ties <= 1 {
                    return first;
                }
                let pick = self.balancers[balancer].choices.below(ties);
                nth(&group.targets, |target| target.outstanding == fewest && eligible(target), pick)
            }
            Algorithm::WeightedRandom if group.even && group.targets.len() > FEW_TARGETS => {
                self.pick_any(group_index, position)
            }
            Algorithm::WeightedRandom => self.pick_weighted(group_index, position, place.zone),
        }
    }

    /// In turn; a target that warms up is passed over now and then.
    fn pick_in_turn(&mut self, group_index: usize, position: usize, zone: u16) -> Option<usize> {
        let group = &self.groups[group_index];
        let count = group.targets.len();
        let start = group.turns[position] as usize;
        let turns = |step: usize| (start + step) % count;
        let eligible = |index: &usize| group.is_eligible(&group.targets[*index], position, zone);
        let first = (0..count).map(turns).find(eligible)?;
        let warms_up = !group.slow_start.is_zero();
        let found = if warms_up { self.pick_warm(group_index, position, zone, first)? } else { first };
        self.groups[group_index].turns[position] = (found + 1) as u32;
        Some(found)
    }

    /// A second ends: targets with unusually many errors get less, the others what they had (ALB-27). AWS does not publish
    /// its detector: here a target is anomalous whose share of errors is well above that of all others together.
    pub(super) fn weigh_anomalies(&mut self) {
        for group in self.groups.iter_mut().filter(|group| group.anomaly_mitigation) {
            let sum = |of: fn(&Target) -> f32, targets: &[Target]| targets.iter().map(of).sum::<f32>();
            let (answers, errors) = (sum(|one| one.answers, &group.targets), sum(|one| one.errors, &group.targets));
            let healthy = group.targets.iter().filter(|target| target.states.contains(&TargetState::Healthy)).count();
            for target in &mut group.targets {
                let own = target.errors / target.answers.max(1.0);
                let others = (errors - target.errors) / (answers - target.answers).max(1.0);
                let is_anomalous = healthy >= ANOMALY_TARGETS && own > 2.0 * others + ANOMALY_MARGIN;
                let share = if is_anomalous { target.share / 2.0 } else { target.share * 1.1 };
                target.share = share.clamp(SMALLEST_SHARE, 1.0);
                // What is older than some ten seconds counts for little.
                target.answers *= 0.9;
                target.errors *= 0.9;
            }
            group.even = group.targets.iter().all(|target| target.share == 1.0);
        }
    }
}

impl Engine {
    /// Any, by the shares that anomaly mitigation leaves.
    fn pick_by_share(
        &mut self,
        group_index: usize,
        position: usize,
        zone: u16,
        may: impl Fn(&Target) -> bool,
    ) -> Option<usize> {
        let group = &self.groups[group_index];
        let eligible = |target: &&Target| group.is_eligible(target, position, zone) && may(target);
        let total: f32 = group.targets.iter().filter(eligible).map(|target| target.share).sum();
        let mut pick = self.balancers[usize::from(group.balancer)].choices.unit() as f32 * total;
        let mut last = None;
        for (index, target) in group.targets.iter().enumerate().filter(|(_, target)| eligible(target)) {
            last = Some(index);
            pick -= target.share;
            if pick < 0.0 {
                break;
            }
        }
        last
    }
}

#[later]
impl Engine {
    /// The target whose turn it is, or one after it: those that warm up are passed over now and then, if there is a warm one.
    fn pick_warm(&mut self, group_index: usize, position: usize, zone: u16, first: usize) -> Option<usize> {
        let now = self.now;
        let group = &self.groups[group_index];
        let count = group.targets.len();
        let eligible = |index: &usize| group.is_eligible(&group.targets[*index], position, zone);
        let warms = |target: &Target| group.warmth(target, position, now);
        let is_cold = warms(&group.targets[first]) < 1.0;
        if !is_cold || !(0..count).filter(eligible).any(|index| warms(&group.targets[index]) >= 1.0) {
            return Some(first);
        }
        let choices = &mut self.balancers[usize::from(group.balancer)].choices;
        let mut order = (0..count).map(|step| (first + step) % count).filter(eligible).cycle();
        order.find(|index| choices.unit() < warms(&group.targets[*index]))
    }

    /// A target that refuses or closes a connection has failed a request as well.
    pub(super) fn count_refusal(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let Some(group) = self.groups.get_mut(usize::from(attempt.group)).filter(|group| group.anomaly_mitigation)
        else {
            return;
        };
        if let Some(place) = group.place_of(attempt.instance) {
            group.targets[place].answers += 1.0;
            group.targets[place].errors += 1.0;
        }
    }

    /// Any, by the shares.
    fn pick_weighted(&mut self, group_index: usize, position: usize, zone: u16) -> Option<usize> {
        self.pick_by_share(group_index, position, zone, |_| true)
    }

    /// While traffic is shifted away from a zone, no node sends requests to its targets, unless there are no others (ALB-56).
    fn pick_unshifted(&mut self, group_index: usize, position: usize, zone: u16) -> Option<usize> {
        let shifts = self.balancers[usize::from(self.groups[group_index].balancer)].shifts.clone();
        let stays = |target: &Target| shifts.iter().all(|(_, zone)| *zone != target.zone);
        let found = self.pick_by_share(group_index, position, zone, stays);
        found.or_else(|| self.pick_by_share(group_index, position, zone, |_| true))
    }
}

/// The n-th target that is so.
fn nth(targets: &[Target], is_so: impl Fn(&Target) -> bool, n: u32) -> Option<usize> {
    targets.iter().enumerate().filter(|(_, target)| is_so(target)).nth(n as usize).map(|(index, _)| index)
}
