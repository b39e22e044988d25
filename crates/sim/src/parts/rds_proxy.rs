//! RDS Proxy: client connections that outlive failovers, and database connections that many of them share (PRX-01 to PRX-07).
//!
//! To applications a proxy is a database whose members are its own hosts. A query waits there for a database connection,
//! holds it until it is answered and leaves it to the next; a pinned client connection keeps its own.

use ninepins_macros::later;
use ninepins_report::{Because, Cause, CauseKind, PartIndex};

use crate::attempt::{NONE, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Ring, Slot, Span, Stream};
use crate::parts::pool::OPENING_ROUND_TRIPS;
use crate::parts::rds::Phase;

/// A proxy.
#[derive(Clone, Debug)]
pub(crate) struct Proxy {
    /// The database that is its front.
    pub(crate) front: u32,
    /// The database behind it.
    pub(crate) database: u32,
    pub(crate) borrow_timeout: Span,
    pub(crate) idle_client_timeout: Span,
    pub(crate) latency: Span,
    /// Share of a failover that its clients meet.
    pub(crate) failover_share: f64,
    /// Most database connections, and most that stay open unused.
    pub(crate) limits: [u32; 2],
    /// The same in per cent of the database's `max_connections` (PRX-03).
    pub(crate) percent: [f64; 2],
    pub(crate) pinned_share: f64,
    pub(crate) draws: Stream,
    /// The member and epoch that its connections lead to.
    pub(crate) backend: (u32, u32),
    /// Database connections that are borrowed, or pinned.
    pub(crate) busy: u32,
    pub(crate) idle: u32,
    /// Queries that wait for one; entries of those that gave up are passed over.
    pub(crate) waiting: Ring<Slot>,
}

impl Proxy {
    /// The database behind it takes so many connections.
    pub(crate) fn set_limits(&mut self, connections: u32) {
        let [most, idle] = self.percent.map(|percent| (f64::from(connections) * percent / 100.0) as u32);
        self.limits = [most.max(1), idle];
    }
}

/// What a proxy knows of a client connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pin {
    /// No query has come over it.
    Unknown,
    /// It shares database connections.
    Shared,
    /// It has one of its own, to this member and epoch (PRX-06).
    To(u32, u32),
}

impl Engine {
    /// The proxy that a pool's database is the front of.
    pub(crate) fn proxy_of(&self, pool: u32) -> Option<usize> {
        let pool = self.pools.get(pool as usize)?;
        let proxy = self.databases[pool.settings.database as usize].proxy;
        (proxy != NONE).then_some(proxy as usize)
    }
}

#[later]
impl Engine {
    /// A query has reached a proxy.
    pub(crate) fn at_proxy(&mut self, slot: Slot, proxy: usize) {
        let now = self.now;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.connection == NONE {
            return self.free(slot); // its client has gone, and the proxy knows
        }
        let connection = &self.pools[attempt.pool as usize].connections[attempt.connection as usize];
        if let Pin::To(member, epoch) = connection.pin {
            let behind = &self.members[member as usize];
            if behind.epoch == epoch && behind.unreachable().is_none() {
                return self.forward_query(slot, proxy, Span::ZERO);
            }
            // What was pinned to a lost connection is closed with it.
            let why = cause(behind.unreachable_kind(), behind.part, behind.unreachable().unwrap_or(behind.because));
            self.break_connection(slot);
            if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
                attempt.database_deadline = crate::kernel::SimTime::NEVER;
            }
            return self.query_failed(slot, why);
        }
        if let Some(opening) = self.borrow_from_proxy(proxy) {
            self.lend(slot, proxy);
            return self.forward_query(slot, proxy, opening);
        }
        let timeout = now + self.proxies[proxy].borrow_timeout;
        self.proxies[proxy].waiting.push_back(slot);
        if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
            attempt.reached_database = now;
            attempt.database_deadline = attempt.database_deadline.min(timeout);
        }
        self.arm(slot.index);
    }

    /// A database connection that a proxy lent is free again.
    pub(crate) fn close_pin(&mut self, pool: u32, backend: (u32, u32)) {
        let Some(index) = self.proxy_of(pool) else { return };
        let proxy = &mut self.proxies[index];
        if proxy.backend != backend || self.members[backend.0 as usize].epoch != backend.1 {
            return;
        }
        proxy.busy -= 1;
        if proxy.idle < proxy.limits[1] {
            proxy.idle += 1;
        } else {
            self.members[backend.0 as usize].connections -= 1;
        }
        self.serve_proxy(index);
    }

    /// What a query that waits at a proxy waits for.
    pub(crate) fn proxy_cause(&self, index: usize) -> Cause {
        let proxy = &self.proxies[index];
        if self.backend_of(index).is_some() {
            return cause(CauseKind::PoolExhausted, self.databases[proxy.front as usize].part, Because::Demand);
        }
        let database = &self.databases[proxy.database as usize];
        let member = &self.members[database.endpoint as usize];
        match member.unreachable() {
            Some(because) => cause(member.unreachable_kind(), member.part, because),
            None => cause(CauseKind::DatabaseRecovering, database.part, database.because),
        }
    }

    /// A second ends: proxies look for the database again.
    pub(crate) fn proxies_second(&mut self) {
        for index in 0..self.proxies.len() {
            self.serve_proxy(index);
        }
    }
}

impl Engine {
    /// The member that a proxy sends queries to now. It follows a failover without DNS (PRX-04, PRX-05).
    fn backend_of(&self, proxy: usize) -> Option<u32> {
        let proxy = &self.proxies[proxy];
        let database = &self.databases[proxy.database as usize];
        let member = match database.phase {
            Phase::Available => database.endpoint,
            Phase::Undetected | Phase::Promoting => {
                let ready = database.lost_at + database.failover_takes.scaled(proxy.failover_share);
                *database.standbys.first().filter(|_| ready <= self.now)?
            }
            Phase::Recovering | Phase::WithoutPower => return None,
        };
        let place = self.members[self.databases[proxy.front as usize].endpoint as usize].place;
        let behind = &self.members[member as usize];
        let is_open = behind.unreachable().is_none() && self.network.blocked(Some(place), behind.place).is_none();
        is_open.then_some(member)
    }

    /// Takes a database connection, opening one where none is idle. Returns how long that takes.
    fn borrow_from_proxy(&mut self, index: usize) -> Option<Span> {
        let member = self.backend_of(index)?;
        let epoch = self.members[member as usize].epoch;
        let proxy = &mut self.proxies[index];
        if proxy.backend != (member, epoch) {
            self.forget_backend(index);
            self.proxies[index].backend = (member, epoch);
        }
        let proxy = &mut self.proxies[index];
        if proxy.idle > 0 {
            proxy.idle -= 1;
            proxy.busy += 1;
            return Some(Span::ZERO);
        }
        let behind = &mut self.members[member as usize];
        if proxy.busy >= proxy.limits[0] || behind.connections >= behind.max_connections {
            return None;
        }
        behind.connections += 1;
        proxy.busy += 1;
        let (front, place) = (proxy.front, behind.place);
        let own = self.members[self.databases[front as usize].endpoint as usize].place;
        Some(self.network.round_trip(own, place) * OPENING_ROUND_TRIPS)
    }

    /// Connections to a member that is no longer the one are closed.
    fn forget_backend(&mut self, index: usize) {
        let proxy = &mut self.proxies[index];
        let (member, epoch) = proxy.backend;
        let open = std::mem::take(&mut proxy.idle) + std::mem::take(&mut proxy.busy);
        if let Some(member) = self.members.get_mut(member as usize).filter(|member| member.epoch == epoch) {
            member.connections -= open;
        }
    }

    /// A query has a database connection; its client connection may turn out to be pinned to it.
    fn lend(&mut self, slot: Slot, index: usize) {
        let proxy = &mut self.proxies[index];
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let connection = &mut self.pools[attempt.pool as usize].connections[attempt.connection as usize];
        if connection.pin == Pin::Unknown {
            let is_pinned = proxy.pinned_share > 0.0 && proxy.draws.chance(proxy.pinned_share);
            connection.pin = if is_pinned { Pin::To(proxy.backend.0, proxy.backend.1) } else { Pin::Shared };
        }
        attempt.borrowed = connection.pin == Pin::Shared;
    }

    /// Sends a query on to the database.
    fn forward_query(&mut self, slot: Slot, index: usize, opening: Span) {
        let proxy = &self.proxies[index];
        let (member, epoch) = proxy.backend;
        let own = self.members[self.databases[proxy.front as usize].endpoint as usize].place;
        let delay = proxy.latency + opening + self.network.one_way(own, self.members[member as usize].place);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        (attempt.member, attempt.member_epoch) = (member, epoch);
        self.queue.push(self.now + delay, Kind::AtDatabase as u8, slot.generation, slot.index);
    }

    /// A query no longer needs its database connection: the next that waits gets it.
    pub(crate) fn return_borrowed(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if std::mem::take(&mut attempt.borrowed) {
            let (pool, backend) = (attempt.pool, (attempt.member, attempt.member_epoch));
            self.close_pin(pool, backend);
        }
    }

    /// Gives database connections to queries that wait.
    fn serve_proxy(&mut self, index: usize) {
        while let Some(slot) = self.next_at_proxy(index) {
            let Some(opening) = self.borrow_from_proxy(index) else { return };
            self.proxies[index].waiting.pop_front();
            if let Some(attempt) = self.attempts.get(slot.index, slot.generation) {
                let deadline = self.socket_deadline(attempt.pool, attempt.reached_database);
                if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
                    attempt.database_deadline = deadline;
                }
            }
            self.lend(slot, index);
            self.forward_query(slot, index, opening);
        }
    }

    /// The query that has waited longest, and still waits.
    fn next_at_proxy(&mut self, index: usize) -> Option<Slot> {
        while let Some(slot) = self.proxies[index].waiting.front() {
            let front = self.proxies[index].front;
            let waits = self.attempts.get(slot.index, slot.generation).is_some_and(|attempt| {
                attempt.step == Step::Querying
                    && attempt.connection != NONE
                    && self
                        .members
                        .get(attempt.member as usize)
                        .is_some_and(|member| member.database == front && member.epoch == attempt.member_epoch)
            });
            if waits {
                return Some(slot);
            }
            self.proxies[index].waiting.pop_front();
            self.free_orphan(slot);
        }
        None
    }

    /// What a client left behind at a proxy goes with it.
    fn free_orphan(&mut self, slot: Slot) {
        if self.attempts.get(slot.index, slot.generation).is_some_and(|attempt| {
            attempt.orphan && attempt.instance == NONE && attempt.step == Step::Querying && attempt.connection == NONE
        }) {
            self.free(slot);
        }
    }

    /// Client connections, and database connections that are open, of the proxy of a part.
    pub(crate) fn proxy_connections(&self, part: PartIndex) -> Option<[u32; 2]> {
        let proxy = self.proxies.iter().find(|proxy| self.databases[proxy.front as usize].part == part)?;
        let hosts = self.members.iter().filter(|member| member.database == proxy.front);
        let (member, epoch) = proxy.backend;
        let is_there = self.members.get(member as usize).is_some_and(|member| member.epoch == epoch);
        let open = if is_there { proxy.busy + proxy.idle } else { 0 };
        Some([hosts.map(|member| member.connections).sum(), open])
    }
}
