//! Route 53 health checks: checkers outside the VPC, each with a phase and an opinion of its own (R53-01 to R53-11, R53-36).
//!
//! A checker sends real requests, as a hidden traffic source, so that a check fails when the endpoint would.

use ninepins_macros::later;
use ninepins_model::fact;
use ninepins_model::wires::RecordCheckType;
use ninepins_report::{Because, Cause, Class, LogFact, Outcome, PartIndex};

use crate::attempt::{Attempt, NONE, Origin};
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Slot, Span, Stream};
use crate::parts::certificate::Tls;
use crate::parts::nlb::Opening;
use crate::parts::server::own_port;
use crate::parts::users::{Front, Users};

/// A health check.
#[derive(Clone, Debug)]
pub(crate) struct RecordCheck {
    /// The hosted zone whose record it decides.
    pub(crate) zone: PartIndex,
    /// What is checked.
    pub(crate) target: PartIndex,
    pub(crate) kind: RecordCheckType,
    /// The hidden traffic source of its checkers.
    pub(crate) users: u16,
    pub(crate) interval: Span,
    pub(crate) threshold: u32,
    pub(crate) class: Class,
    /// The path asked for, and the port connected to; 0 is the protocol's own.
    pub(crate) path: u64,
    pub(crate) port: u16,
    /// Whether the search string lies where checkers look for it (R53-07).
    pub(crate) finds_string: bool,
    pub(crate) inverted: bool,
    /// Its checkers in the engine's table: the first and how many; how many of them find it healthy.
    pub(crate) first: u32,
    pub(crate) checkers: u32,
    pub(crate) passing: u32,
    /// The checks that a calculated check counts, and how many must be healthy.
    pub(crate) children: Vec<u16>,
    pub(crate) needed: u32,
    /// For an alarm, the fewest healthy targets in this minute.
    pub(crate) fewest: u32,
    /// Whether its record is answered.
    pub(crate) is_healthy: bool,
    /// Why a check last failed.
    pub(crate) why: Option<Cause>,
    pub(crate) choices: Stream,
}

/// One of a health check's checkers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checker {
    pub(crate) check: u16,
    /// Consecutive results that differ from its opinion.
    pub(crate) streak: u8,
    pub(crate) is_passing: bool,
}

/// How often CloudWatch evaluates an alarm, in seconds.
const ALARM_PERIOD_S: u64 = 60;

impl Engine {
    /// The address that a checker connects to, drawn from its own stream.
    fn checked_address(&mut self, check: usize, front: Front) -> u32 {
        match front {
            Front::Distribution(_) => 0,
            Front::Instance(index) => index,
            Front::Bucket(index) => u32::from(index),
            Front::LoadBalancer(index) => {
                let nodes = &self.balancers[usize::from(index)].nodes;
                let in_dns = |node: &&u32| self.nodes[**node as usize].in_dns;
                let count = nodes.iter().filter(in_dns).count();
                let pick = self.record_checks[check].choices.below(count.max(1) as u32) as usize;
                nodes.iter().filter(in_dns).nth(pick).or(nodes.first()).copied().unwrap_or(NONE)
            }
        }
    }

    fn record_check_ends(&mut self, index: u32, passed: bool, why: Option<Cause>, after: Span) {
        if why.is_some() {
            let check = usize::from(self.checkers[index as usize].check);
            self.record_checks[check].why = why;
        }
        self.queue.push(self.now + after, Kind::RecordChecked as u8, u32::from(passed), index);
    }

    /// What the checkers, the children or the alarm say of a check; an inverted one turns it round.
    fn set_record_health(&mut self, index: usize, says: bool) {
        let check = &mut self.record_checks[index];
        let is_healthy = says != check.inverted;
        if std::mem::replace(&mut check.is_healthy, is_healthy) == is_healthy {
            return;
        }
        let (zone, target, of) = (check.zone, check.target, check.checkers);
        let because = check.why.filter(|_| !is_healthy).map_or(Because::Configuration, |why| why.because);
        let fact = match is_healthy {
            true => LogFact::RecordHealthy { target, passing: check.passing, of },
            false => LogFact::RecordUnhealthy { target, passing: check.passing, of },
        };
        let entry = self.log(Some(zone), None, fact, because);
        for parent in 0..self.record_checks.len() {
            let check = &self.record_checks[parent];
            if check.kind == RecordCheckType::Calculated && check.children.contains(&(index as u16)) {
                let says = self.healthy_children(parent) >= check.needed;
                let cause = self.record_checks[index].why.map(|why| Cause { because: Because::Decision(entry), ..why });
                self.record_checks[parent].why = cause;
                self.set_record_health(parent, says);
            }
        }
    }

    /// How many of a calculated check's children are healthy (R53-10).
    pub(crate) fn healthy_children(&self, index: usize) -> u32 {
        let children = &self.record_checks[index].children;
        children.iter().filter(|child| self.record_checks[usize::from(**child)].is_healthy).count() as u32
    }

    /// An alarm is evaluated.
    pub(crate) fn record_alarm(&mut self, index: u32, ok: bool) {
        self.set_record_health(index as usize, ok);
    }
}

#[later]
impl Engine {
    /// A second passes for the alarms that checks follow (R53-11).
    pub(crate) fn record_alarms(&mut self) {
        let is_minute = (self.now.as_ns() / 1_000_000_000).is_multiple_of(ALARM_PERIOD_S);
        for index in 0..self.record_checks.len() {
            if self.record_checks[index].kind != RecordCheckType::CloudwatchAlarm {
                continue;
            }
            let route = &self.users[usize::from(self.record_checks[index].users)].routes[0];
            // Without a load balancer there is no such metric, and the last known state stays.
            let Front::LoadBalancer(balancer) = route.front else { continue };
            let groups = &self.balancers[usize::from(balancer)].groups;
            let healthy: u32 = groups.iter().map(|group| self.healthy_targets(usize::from(*group))).sum();
            let check = &mut self.record_checks[index];
            check.fewest = check.fewest.min(healthy);
            if is_minute {
                let says = u32::from(std::mem::replace(&mut check.fewest, u32::MAX) >= 1);
                let delay = Span::from_s(u64::from(fact::CLOUDWATCH_DELAY.whole()));
                self.queue.push(self.now + delay, Kind::RecordAlarm as u8, says, index as u32);
            }
        }
    }

    /// A checker checks: it connects and, over HTTP and HTTPS, sends a request.
    pub(crate) fn record_check(&mut self, index: u32) {
        let now = self.now;
        let check_index = usize::from(self.checkers[index as usize].check);
        let check = &self.record_checks[check_index];
        let (kind, class, users, client) = (check.kind, check.class, check.users, index - check.first);
        let route = &self.users[usize::from(users)].routes[0];
        let (front, tls, round_trip) = (route.front, route.tls, route.round_trip);
        let address = self.checked_address(check_index, front);
        let is_https = matches!(tls, Tls::OwnName | Tls::Certificate(_));
        let is_edge = matches!(front, Front::Distribution(_));
        let is_other_port = kind == RecordCheckType::Http && is_https && !is_edge;
        let host = client as usize * 2 + Users::host_of(class);
        let limit = if kind == RecordCheckType::Tcp { fact::CHECKER_TCP } else { fact::CHECKER_CONNECT };
        let limit = Span::from_s(u64::from(limit.whole()));
        if let Some((why, takes)) = self.port_closed(check_index, address, limit) {
            return self.record_check_ends(index, false, why, takes);
        }
        if is_other_port {
            return self.record_check_ends(index, false, None, limit);
        }
        match self.open_front(front, address, usize::from(users), host) {
            Opening::Through => {}
            Opening::Vanishes(why) => return self.record_check_ends(index, false, Some(why), limit),
            Opening::Refused(why) => return self.record_check_ends(index, false, Some(why), round_trip),
        }
        if kind == RecordCheckType::Tcp {
            return self.record_check_ends(index, true, None, round_trip);
        }
        if kind == RecordCheckType::Https && !is_https {
            return self.record_check_ends(index, false, None, round_trip * 2);
        }
        // The certificate is not validated (R53-08).
        let handshake = if kind == RecordCheckType::Https { round_trip } else { Span::ZERO };
        let connected = now + round_trip + handshake;
        let mut attempt = Attempt::new(Origin::Client, class, now);
        attempt.users = users;
        attempt.client = client;
        attempt.route = 0;
        attempt.tries = 1;
        attempt.object = if class == Class::Asset { 0 } else { NONE };
        attempt.number = u64::from(index);
        attempt.client_deadline = connected + Span::from_s(u64::from(fact::CHECKER_ANSWER.whole()));
        let slot = self.insert(attempt);
        self.arm(slot.index);
        self.send(slot, front, address, connected + round_trip / 2);
    }

    /// Whether nobody answers at the port that a check connects to: why, if packets vanish, and when the checker knows.
    fn port_closed(&self, check: usize, address: u32, limit: Span) -> Option<(Option<Cause>, Span)> {
        let check = &self.record_checks[check];
        if check.port == 0 {
            return None;
        }
        let route = &self.users[usize::from(check.users)].routes[0];
        let is_https = matches!(route.tls, Tls::OwnName | Tls::Certificate(_));
        let listens = match route.front {
            Front::Instance(index) => self.instances[index as usize].server.listens(check.port),
            Front::LoadBalancer(_) => check.port == if is_https { 443 } else { 80 },
            Front::Distribution(_) | Front::Bucket(_) => check.port == 443 || check.port == 80,
        };
        let place = self.front_place(route.front, address);
        match place.and_then(|place| self.network.blocked_at(None, place, check.port)) {
            Some(why) => Some((Some(why), limit)),
            None => (!listens).then_some((None, route.round_trip)),
        }
    }

    /// A checker's request ended.
    pub(crate) fn checker_answered(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let index = attempt.number as u32;
        let place = usize::from(self.checkers[index as usize].check);
        let (path, port) = (self.record_checks[place].path, self.record_checks[place].port);
        let (is_direct, server) = (attempt.node == NONE, self.instances.get(attempt.instance as usize));
        let own = own_port(if is_direct { u32::from(port) } else { 0 });
        let is_served = server.is_none_or(|instance| instance.server.serves(path, own));
        self.free(slot);
        let check = &mut self.record_checks[usize::from(self.checkers[index as usize].check)];
        if outcome != Outcome::Ok {
            check.why = Some(why);
        }
        let passed = outcome == Outcome::Ok && check.finds_string && is_served;
        self.record_checked(index, passed);
    }

    /// A checker has a result. It checks again after the interval, which counts from here (R53-01).
    pub(crate) fn record_checked(&mut self, index: u32, passed: bool) {
        let checker = &mut self.checkers[index as usize];
        let check_index = usize::from(checker.check);
        let check = &mut self.record_checks[check_index];
        self.queue.push(self.now + check.interval, Kind::RecordCheck as u8, 0, index);
        checker.streak = if passed == checker.is_passing { 0 } else { checker.streak + 1 };
        if u32::from(checker.streak) < check.threshold {
            return;
        }
        checker.is_passing = passed;
        checker.streak = 0;
        check.passing = if passed { check.passing + 1 } else { check.passing - 1 };
        let quorum = check.checkers * fact::HEALTHY_QUORUM.whole();
        let is_healthy = check.passing * 100 > quorum;
        self.set_record_health(check_index, is_healthy);
    }
}
