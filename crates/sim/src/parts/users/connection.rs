//! A client's connection to what its name leads to: kept, opened, refused, or lost on the way.

use std::rc::Rc;

use ninepins_report::{Cause, CauseKind, Outcome, PartIndex};

use super::hosts::ClientHost;
use super::{Front, NOWHERE, Users};
use crate::attempt::{NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span};
use crate::parts::alb::connections::Kept;
use crate::parts::certificate::Tls;
use crate::parts::nlb::Opening;

impl Engine {
    /// Takes the kept connection, or opens one.
    pub(crate) fn connect(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::Travelling;
        let users_index = usize::from(attempt.users);
        let host = Users::host_index(attempt);
        let users = &self.users[users_index];
        let known = users.hosts.get(host);
        let Some(route) = users.routes.get(usize::from(known.route)) else { return };
        attempt.route = known.route;
        let (front, round_trip) = (route.front, route.round_trip);
        let epoch = self.front_epoch(front, known.address);
        let (server_keep_alive, uses_limit) = self.front_keep_alive(front, users_index, host);
        let kept = known.connected != NONE
            && known.connected == known.address
            && known.connected_epoch == epoch
            && known.connected_route == known.route
            && known.last_used + users.keep_alive.min(server_keep_alive) > now
            && known.uses < uses_limit
            && !users.keep_alive.is_zero();
        let place = if self.network.is_disturbed() { self.front_place(front, known.address) } else { None };
        let round_trip = match place {
            Some(place) => round_trip + self.network.internet_delay(place) + self.network.internet_delay(place),
            None => round_trip,
        };
        if kept && let Some(why) = place.and_then(|place| self.network.severed(None, place)) {
            if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
                attempt.reached_front = true;
            }
            return self.lose(slot, why.kind, why.part, why.because);
        }
        if kept {
            match self.kept_connection(front, users_index, host, &known) {
                Kept::Open => {
                    self.users[users_index].hosts.carry(host, now);
                    return self.send(slot, front, known.address, now.max(known.ready) + round_trip / 2);
                }
                Kept::Closed => {}
                Kept::Lost(why) => {
                    if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
                        attempt.reached_front = true;
                    }
                    return self.lose(slot, why.kind, why.part, why.because);
                }
                Kept::Reset(why) => {
                    self.users[users_index].hosts.close(host);
                    return self.end_connecting(slot, Outcome::Reset, why, round_trip);
                }
            }
        }
        self.open_connection(slot, users_index, host, known, round_trip);
    }

    fn open_connection(&mut self, slot: Slot, users_index: usize, host: usize, known: ClientHost, round_trip: Span) {
        let now = self.now;
        let users = &self.users[users_index];
        let route = &users.routes[usize::from(known.route)];
        let (front, tls, address) = (route.front, route.tls, known.address);
        if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
            attempt.node_epoch = address;
        }
        let (target, name, is_wrong) = (route.target, Rc::clone(&route.host), route.is_wrong);
        if address == NOWHERE {
            let because = self.wrong_record_because(users_index, host % 2);
            return self.lose_connection(slot, cause(CauseKind::WrongRecord, target, because));
        }
        match self.open_front(front, address, users_index, host) {
            Opening::Through => {}
            // A dropped packet is a timeout, never an instant error (VPC-20).
            Opening::Vanishes(why) => return self.lose_connection(slot, why),
            Opening::Refused(why) => return self.end_connecting(slot, Outcome::Refused, why, round_trip),
        }
        let tls = if tls == Tls::Passed { self.passed_tls(front, users_index, host) } else { tls };
        let handshake = if tls == Tls::Plain { 0 } else { self.users[users_index].tls_round_trips };
        let ready = now + round_trip * (1 + handshake);
        if let Some(why) = self.handshake_failure(tls, &name) {
            let because = if is_wrong { self.wrong_record_because(users_index, host % 2) } else { why.because };
            let why = Cause { because, ..why };
            return self.end_connecting(slot, Outcome::TlsFailure, why, ready - now);
        }
        let epoch = self.front_epoch(front, address);
        self.users[users_index].hosts.open(host, epoch, ready);
        if tls == Tls::OnInstance
            && let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation)
        {
            attempt.handshakes = true;
        }
        self.send(slot, front, address, ready + round_trip / 2);
    }

    /// Nothing answers the client's packets: it waits for its connect timeout, where it has one.
    fn lose_connection(&mut self, slot: Slot, why: Cause) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let patience = self.users[usize::from(attempt.users)].connect_timeout;
        if !patience.is_zero() {
            attempt.balancer_deadline = self.now + patience;
        }
        self.lose(slot, why.kind, why.part, why.because);
    }

    /// What a handshake meets behind a Network Load Balancer that passes the bytes on.
    fn passed_tls(&self, front: Front, users: usize, host: usize) -> Tls {
        match self.flow_server(front, users, host) {
            Some(server) if server.speaks_tls => Tls::OnInstance,
            _ => Tls::Plain,
        }
    }

    /// Whether packets that a security group does not take from anywhere are taken from this source, which it admits by its id.
    pub(crate) fn admits_source(&self, source: PartIndex, why: Cause) -> bool {
        why.kind == CauseKind::SecurityGroup && self.network.admits_by_id(source, why.part)
    }

    /// The client learns that there is no connection for its request.
    fn end_connecting(&mut self, slot: Slot, outcome: Outcome, why: Cause, after: Span) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.status = outcome;
        attempt.cause = why;
        attempt.step = Step::Answering;
        self.queue.push(self.now + after, Kind::Answered as u8, slot.generation, slot.index);
    }

    /// Sends the request over an open connection.
    pub(crate) fn send(&mut self, slot: Slot, front: Front, address: u32, arrives: SimTime) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.reached_front = true;
        let (users, class) = (&mut self.users[usize::from(attempt.users)], attempt.class as usize);
        users.transferred[0] += u64::from(users.bytes[0][class]);
        let mut arrives = arrives + users.transfer[0][class];
        if users.stalling.0 > 0.0 && users.stalls.chance(users.stalling.0) {
            let stall = users.stalling.1;
            // A load balancer waits no longer than its idle timeout (ALB-42, NLB-04).
            let patience = match front {
                Front::LoadBalancer(index) => self.balancers[usize::from(index)].idle_timeout,
                _ => Span::MAX,
            };
            arrives += stall.min(patience);
            if let Front::LoadBalancer(index) = front
                && stall >= patience
            {
                let is_flow = self.balancers[usize::from(index)].flows.is_some();
                attempt.status = if is_flow { Outcome::Reset } else { Outcome::RequestTimeout };
            }
        }
        match front {
            Front::Distribution(index) => {
                attempt.distribution = index;
                attempt.location = address as u16;
            }
            Front::LoadBalancer(_) => {
                attempt.node = address;
                attempt.node_epoch = self.nodes[address as usize].epoch;
            }
            Front::Instance(index) => {
                attempt.instance = index;
                attempt.instance_epoch = self.instances[index as usize].epoch;
            }
            Front::Bucket(index) => attempt.location = index,
        }
        self.queue.push(arrives, Kind::AtFront as u8, slot.generation, slot.index);
    }

    /// The request reaches the front.
    pub(crate) fn at_front(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.distribution != u16::MAX {
            self.totals.hops += 1;
            self.at_edge(slot);
        } else if attempt.node != NONE {
            self.at_node(slot);
        } else if attempt.instance == NONE {
            self.at_bucket(slot);
        } else {
            self.at_instance(slot);
        }
    }

    /// The client closes the connection on which it waited in vain.
    pub(crate) fn drop_client_connection(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.origin != Origin::Client {
            return;
        }
        let (users, host) = (usize::from(attempt.users), Users::host_index(attempt));
        self.users[users].hosts.close(host);
    }
}
