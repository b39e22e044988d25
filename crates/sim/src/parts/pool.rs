//! A connection pool: HikariCP and its driver on one instance for one database (APP-07 to APP-10).
//!
//! One connection is opened at a time. A connection whose peer has vanished is noticed only when a query on it is not
//! answered within the socket timeout; one whose peer has restarted is noticed when it is handed out.

use std::rc::Rc;

use ninepins_report::{Because, Cause, CauseKind, Class, LogFact, MemberRole, Outcome, WireIndex};

use crate::attempt::{NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Purpose, Ring, SimTime, Slot, Span, Stream};
use crate::parts::instance::failing_event;
use crate::parts::rds::Phase;
use crate::parts::rds_proxy::Pin;

mod choice;

/// TCP gives up on a peer that does not answer (RDS-43).
const TCP_GIVES_UP: Span = Span::from_s(924);
/// Pause between two failed attempts to open a connection.
const RETRY_PAUSE: Span = Span::from_ms(500);
/// Round trips to open a connection: TCP, the server's greeting, authentication.
pub(crate) const OPENING_ROUND_TRIPS: u64 = 3;

/// What a pool is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PoolSettings {
    pub(crate) wire: WireIndex,
    pub(crate) database: u32,
    pub(crate) is_replica: bool,
    /// Whether it connects to the reader endpoint of a cluster (AUR-06).
    pub(crate) to_readers: bool,
    /// Share of the reads that go to the writer although there is a pool for them.
    pub(crate) reads_at_writer: f64,
    pub(crate) max: u32,
    pub(crate) wait_timeout: Span,
    pub(crate) connect_timeout: Span,
    pub(crate) socket_timeout: Span,
    pub(crate) max_lifetime: Span,
    pub(crate) dns_cache: Span,
    /// How often a query is sent.
    pub(crate) tries: u8,
    /// Queries of a request, one after the other.
    pub(crate) queries: u8,
}

/// A pool.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    pub(crate) instance: u32,
    pub(crate) settings: Rc<PoolSettings>,
    pub(crate) is_replica: bool,
    /// Whether applications have turned to a promoted replica instead.
    pub(crate) is_left: bool,
    pub(crate) connections: Vec<Connection>,
    /// Idle connections, the one used last on top.
    pub(crate) idle: Vec<u32>,
    /// Connections that the application never gives back, each with the event whose bug that is.
    pub(crate) leaked: Vec<(u32, u32)>,
    /// Connections in use.
    pub(crate) lent: u32,
    /// Requests that wait; entries of those that gave up are passed over.
    pub(crate) waiting: Ring<Slot>,
    /// How many of them still wait.
    pub(crate) pending: u32,
    /// Whether a connection is being opened, and to which member and epoch.
    pub(crate) opening: Option<(u32, u32)>,
    /// Whether the opening under way succeeds, and why not.
    pub(crate) opening_failure: Option<Cause>,
    /// Counts attempts to open, so that one of a closed pool is dropped.
    pub(crate) attempt: u32,
    /// The member that the application believes the endpoint to be.
    pub(crate) resolved: u32,
    pub(crate) resolved_until: SimTime,
    /// Why the last attempt to open failed.
    pub(crate) last_failure: Option<Cause>,
    pub(crate) failing_since: SimTime,
    pub(crate) closed: bool,
}

/// A connection of a pool.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Connection {
    pub(crate) member: u32,
    pub(crate) member_epoch: u32,
    /// When it is replaced (APP-09).
    pub(crate) expires: SimTime,
    pub(crate) is_open: bool,
    /// When it last came back from a query.
    last_used: SimTime,
    /// What a proxy knows of it.
    pub(crate) pin: Pin,
}

impl Engine {
    /// Creates the pool of an instance. At the start of a run, and when the application starts, it is filled.
    pub(crate) fn create_pool(&mut self, instance: u32, settings: &Rc<PoolSettings>) -> u32 {
        let index = self.pools.len() as u32;
        let database = &self.databases[settings.database as usize];
        let (endpoint, is_left) = (database.endpoint, database.is_left);
        let is_replica = settings.to_readers || (settings.is_replica && database.is_replica);
        self.pools.push(Pool {
            instance,
            settings: Rc::clone(settings),
            is_replica,
            is_left,
            connections: Vec::new(),
            idle: Vec::new(),
            leaked: Vec::new(),
            lent: 0,
            waiting: Ring::new(),
            pending: 0,
            opening: None,
            opening_failure: None,
            attempt: 0,
            resolved: endpoint,
            resolved_until: SimTime::ZERO,
            last_failure: None,
            failing_since: SimTime::NEVER,
            closed: false,
        });
        index
    }

    /// A replica was promoted: its pools are for writes as well, those of its source are left.
    pub(crate) fn point_pools(&mut self) {
        for pool in &mut self.pools {
            let database = &self.databases[pool.settings.database as usize];
            pool.is_replica = pool.settings.to_readers || (pool.settings.is_replica && database.is_replica);
            pool.is_left = database.is_left;
        }
    }

    /// Fills a pool as far as the database allows; the application does so before it serves.
    pub(crate) fn fill_pool(&mut self, index: u32, at_start: bool) {
        self.resolve_database(index);
        let pool = &self.pools[index as usize];
        let lifetime = pool.settings.max_lifetime;
        let component = self.instances[pool.instance as usize].component ^ u64::from(pool.settings.wire);
        let mut ages = Stream::new(self.seed, component, Purpose::NETWORK);
        let (max, member) = (pool.settings.max, pool.resolved);
        for _ in 0..max {
            if self.connection_failure(index, member).is_some() {
                return self.open_connection_if_needed(index);
            }
            // At the start of a run connections are of every age.
            let remaining = if at_start { ages.uniform_span(Span::ZERO, lifetime) } else { lifetime };
            self.add_connection(index, member, remaining);
        }
    }

    fn add_connection(&mut self, index: u32, member: u32, lifetime: Span) {
        let expires = self.now + lifetime;
        self.members[member as usize].connections += 1;
        let epoch = self.members[member as usize].epoch;
        let connection =
            Connection { member, member_epoch: epoch, expires, is_open: true, last_used: self.now, pin: Pin::Unknown };
        let pool = &mut self.pools[index as usize];
        let place = match pool.connections.iter().position(|connection| !connection.is_open) {
            Some(place) => {
                pool.connections[place] = connection;
                place
            }
            None => {
                pool.connections.push(connection);
                pool.connections.len() - 1
            }
        } as u32;
        pool.idle.push(place);
    }

    /// Why a new connection to a member fails, if it does; dropped packets and refusals alike.
    fn connection_failure(&self, index: u32, member: u32) -> Option<Cause> {
        let pool = &self.pools[index as usize];
        let client = self.instances[pool.instance as usize].place;
        let index_of_member = member;
        let member = &self.members[member as usize];
        if let Some(because) = member.unreachable() {
            return Some(cause(member.unreachable_kind(), member.part, because));
        }
        if let Some(why) = self.network.blocked(Some(client), member.place) {
            return Some(why);
        }
        // A standby takes no connections (RDS-01), nor does a host that recovers; a reader always does.
        let database = &self.databases[member.database as usize];
        let is_reader = member.role == MemberRole::Replica && database.endpoint != index_of_member;
        if !is_reader && (database.endpoint != index_of_member || database.phase != Phase::Available) {
            return Some(cause(CauseKind::DatabaseRecovering, member.part, database.because));
        }
        (member.connections >= member.max_connections)
            .then(|| cause(CauseKind::TooManyConnections, member.part, ninepins_report::Because::Demand))
    }

    /// A thread asks for a connection.
    pub(crate) fn borrow_connection(&mut self, slot: Slot, index: u32) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.pool = index;
        attempt.step = Step::WaitingForConnection;
        if self.pools[index as usize].pending == 0
            && let Some(connection) = self.take_idle(index)
        {
            return self.query(slot, connection);
        }
        let pool = &mut self.pools[index as usize];
        let deadline = now + pool.settings.wait_timeout;
        pool.waiting.push_back(slot);
        pool.pending += 1;
        if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
            attempt.database_deadline = deadline;
        }
        self.arm(slot.index);
        self.open_connection_if_needed(index);
    }

    /// An idle connection that is still of use.
    fn take_idle(&mut self, index: u32) -> Option<u32> {
        let now = self.now;
        loop {
            let pool = &mut self.pools[index as usize];
            let place = pool.idle.pop()?;
            let connection = pool.connections[place as usize];
            let member = &self.members[connection.member as usize];
            // A host that restarted resets what it does not know; one that vanished stays silent.
            let is_reset = member.epoch != connection.member_epoch && member.unreachable().is_none();
            let is_old = connection.expires <= now;
            let is_idle = self.idle_client_timeout(index).is_some_and(|timeout| now - connection.last_used >= timeout);
            if is_reset || is_old || is_idle {
                self.close_connection(index, place);
                continue;
            }
            return Some(place);
        }
    }

    /// After what idle time a proxy closes a pool's connections (PRX-02).
    fn idle_client_timeout(&self, index: u32) -> Option<Span> {
        self.proxy_of(index).map(|proxy| self.proxies[proxy].idle_client_timeout)
    }

    /// Closes a connection; the database, if it still knows it, frees its place.
    fn close_connection(&mut self, index: u32, place: u32) {
        let connection = &mut self.pools[index as usize].connections[place as usize];
        if !std::mem::take(&mut connection.is_open) {
            return;
        }
        let member = &mut self.members[connection.member as usize];
        if member.epoch == connection.member_epoch {
            member.connections -= 1;
        }
        if let Pin::To(member, epoch) = connection.pin {
            self.close_pin(index, (member, epoch));
        }
    }

    /// The application stops: its connections go.
    pub(crate) fn close_pool(&mut self, index: u32) {
        for place in 0..self.pools[index as usize].connections.len() as u32 {
            self.close_connection(index, place);
        }
        let pool = &mut self.pools[index as usize];
        pool.connections.clear();
        pool.idle.clear();
        pool.leaked.clear();
        pool.waiting.clear();
        pool.pending = 0;
        pool.lent = 0;
        pool.opening = None;
        pool.resolved_until = SimTime::ZERO; // the next process has no answer of DNS yet
        pool.attempt += 1;
        pool.closed = true;
    }

    /// Asks DNS for the endpoint's address unless the application still has an answer (RDS-05, RDS-06).
    fn resolve_database(&mut self, index: u32) {
        let pool = &mut self.pools[index as usize];
        if pool.resolved_until <= self.now {
            let database = &mut self.databases[pool.settings.database as usize];
            pool.resolved = database.endpoint;
            if pool.settings.to_readers {
                let readers = database.standbys.iter().copied();
                let readers: Vec<u32> = readers.filter(|reader| self.members[*reader as usize].in_sync).collect();
                if !readers.is_empty() {
                    database.reader_turn = (database.reader_turn + 1) % readers.len() as u32;
                    pool.resolved = readers[database.reader_turn as usize];
                }
            }
            pool.resolved_until = self.now + database.endpoint_ttl.max(pool.settings.dns_cache);
        }
    }

    /// Opens one connection if the pool has fewer than its maximum and opens none.
    pub(crate) fn open_connection_if_needed(&mut self, index: u32) {
        let now = self.now;
        let pool = &self.pools[index as usize];
        let open = pool.connections.iter().filter(|connection| connection.is_open).count() as u32;
        if pool.closed || pool.opening.is_some() || open >= pool.settings.max {
            return;
        }
        self.resolve_database(index);
        let member = self.pools[index as usize].resolved;
        let epoch = self.members[member as usize].epoch;
        let failure = self.connection_failure(index, member);
        let place = self.instances[self.pools[index as usize].instance as usize].place;
        let round_trip = self.network.round_trip(place, self.members[member as usize].place);
        let pool = &mut self.pools[index as usize];
        let takes = match failure {
            Some(why) if is_silent(why.kind) => pool.settings.connect_timeout,
            _ => round_trip * OPENING_ROUND_TRIPS,
        };
        pool.opening = Some((member, epoch));
        pool.opening_failure = failure;
        pool.attempt = (pool.attempt + 1) & 0x00ff_ffff;
        let token = pool.attempt;
        self.queue.push(now + takes, Kind::PoolOpened as u8, token, index);
    }

    /// An opening connection succeeds or fails.
    pub(crate) fn pool_opened(&mut self, index: u32, token: u32) {
        let now = self.now;
        let pool = &mut self.pools[index as usize];
        if pool.attempt != token {
            return;
        }
        let Some((member, epoch)) = pool.opening.take() else { return };
        let failure = pool.opening_failure.take();
        let is_same = self.members[member as usize].epoch == epoch;
        let failure = failure.or_else(|| self.connection_failure(index, member)).or_else(|| {
            let member = &self.members[member as usize];
            (!is_same).then(|| cause(CauseKind::DatabaseDown, member.part, member.because))
        });
        let pool = &mut self.pools[index as usize];
        if let Some(why) = failure {
            if pool.last_failure.is_none() {
                pool.failing_since = now;
            }
            pool.last_failure = Some(why);
            return self.queue.push(now + RETRY_PAUSE, Kind::PoolRetry as u8, token, index);
        }
        let was_failing = pool.last_failure.take().is_some();
        let since = std::mem::replace(&mut pool.failing_since, SimTime::NEVER);
        let lifetime = self.pools[index as usize].settings.max_lifetime;
        self.add_connection(index, member, lifetime);
        if was_failing {
            self.note_reconnected(index, now - since);
        }
        self.serve_waiting(index);
        self.open_connection_if_needed(index);
    }

    /// One line for the first pool of a part that reconnects.
    fn note_reconnected(&mut self, index: u32, after: Span) {
        let pool = &self.pools[index as usize];
        let client = self.instances[pool.instance as usize].part;
        let wire = pool.settings.wire;
        let others_fail = self.pools.iter().any(|other| other.settings.wire == wire && other.last_failure.is_some());
        if !others_fail {
            let part = self.databases[pool.settings.database as usize].part;
            let because = self.members[pool.resolved as usize].because;
            let fact = LogFact::PoolReconnected { client, after_s: after.as_s_f64() as f32 };
            self.log(Some(part), None, fact, because);
        }
    }

    /// A failed pool may try again.
    pub(crate) fn pool_retry(&mut self, index: u32, token: u32) {
        if self.pools[index as usize].attempt == token {
            self.open_connection_if_needed(index);
        }
    }

    /// Gives idle connections to those that wait.
    fn serve_waiting(&mut self, index: u32) {
        while self.pools[index as usize].pending > 0 {
            let Some(place) = self.take_idle(index) else { return };
            let Some(slot) = self.next_waiting(index) else {
                return self.pools[index as usize].idle.push(place);
            };
            self.query(slot, place);
        }
    }

    fn next_waiting(&mut self, index: u32) -> Option<Slot> {
        while let Some(slot) = self.pools[index as usize].waiting.pop_front() {
            let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { continue };
            if attempt.step == Step::WaitingForConnection && attempt.pool == index {
                self.pools[index as usize].pending -= 1;
                return Some(slot);
            }
        }
        None
    }

    /// Sends the first query over a connection.
    fn query(&mut self, slot: Slot, place: u32) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let pool = &mut self.pools[attempt.pool as usize];
        pool.lent += 1;
        attempt.queries_left = if attempt.origin == Origin::Check { 0 } else { pool.settings.queries - 1 };
        self.send_query(slot, place);
    }

    /// Sends a query over a connection that the request has borrowed.
    fn send_query(&mut self, slot: Slot, place: u32) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let index = attempt.pool;
        let pool = &self.pools[index as usize];
        let connection = pool.connections[place as usize];
        let timeout = if pool.settings.socket_timeout.is_zero() { TCP_GIVES_UP } else { pool.settings.socket_timeout };
        attempt.connection = place;
        attempt.member = connection.member;
        attempt.member_epoch = connection.member_epoch;
        attempt.database_deadline = now + timeout;
        attempt.step = Step::Querying;
        let member = &self.members[connection.member as usize];
        let lost = member.unreachable();
        let lost = lost.or((member.epoch != connection.member_epoch).then_some(member.because));
        if let Some(because) = lost {
            attempt.step = Step::QueryLost;
            attempt.cause = cause(member.unreachable_kind(), member.part, because);
            return self.arm(slot.index);
        }
        let place = self.instances[attempt.instance as usize].place;
        if let Some(why) = self.network.severed(Some(place), member.place) {
            attempt.step = Step::QueryLost;
            attempt.cause = why;
            return self.arm(slot.index);
        }
        let delay = self.network.one_way(place, member.place);
        self.arm(slot.index);
        self.queue.push(now + delay, Kind::AtDatabase as u8, slot.generation, slot.index);
    }

    /// A query's answer is back: the connection goes to the next that waits.
    pub(crate) fn query_answered(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if attempt.step != Step::Querying || attempt.connection == NONE {
            return;
        }
        let member = &self.members[attempt.member as usize];
        if member.epoch != attempt.member_epoch || member.unreachable().is_some() {
            // Lost on the way; the deadline will say so.
            attempt.step = Step::QueryLost;
            attempt.cause =
                cause(member.unreachable_kind(), member.part, member.unreachable().unwrap_or(member.because));
            return;
        }
        if self.instances[attempt.instance as usize].epoch != attempt.instance_epoch {
            return;
        }
        attempt.database_deadline = SimTime::NEVER;
        let (place, answers_check) = (member.place, attempt.origin == Origin::Check);
        if attempt.queries_left > 0 && self.instances[attempt.instance as usize].hangs.is_empty() {
            return self.next_query(slot);
        }
        self.return_borrowed(slot);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if !answers_check {
            let client = &self.instances[attempt.instance as usize];
            let (part, from) = (client.part, client.place);
            self.count_crossing(slot, part, from, place);
        }
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (index, place) = (attempt.pool, std::mem::replace(&mut attempt.connection, NONE));
        let database = &mut self.databases[self.pools[index as usize].settings.database as usize];
        let failed = failing_event(&database.errors, &mut database.failures)
            .map(|event| cause(CauseKind::QueryError, database.part, Because::Event(event)));
        let is_refused = attempt.class == Class::Write && database.space.is_full();
        let failed = failed
            .or_else(|| is_refused.then(|| cause(CauseKind::StorageFull, database.part, database.space.because())));
        self.record.wire_ended(self.pools[index as usize].settings.wire, failed.is_none());
        let instance = &mut self.instances[self.pools[index as usize].instance as usize];
        match failing_event(&instance.leaks, &mut instance.failures) {
            Some(event) => self.leak(index, place, event),
            None => self.give_back(index, place),
        }
        match failed {
            Some(why) => self.query_failed(slot, why),
            None => self.after_query(slot),
        }
    }

    /// A query was answered that is not the request's last: the next one goes over the same connection, unless it failed.
    #[cold]
    fn next_query(&mut self, slot: Slot) {
        self.return_borrowed(slot);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (index, place) = (attempt.pool, attempt.connection);
        let database = &mut self.databases[self.pools[index as usize].settings.database as usize];
        if let Some(event) = failing_event(&database.errors, &mut database.failures) {
            let why = cause(CauseKind::QueryError, database.part, Because::Event(event));
            attempt.connection = NONE;
            self.record.wire_ended(self.pools[index as usize].settings.wire, false);
            self.give_back(index, place);
            return self.query_failed(slot, why);
        }
        attempt.queries_left -= 1;
        self.send_query(slot, place);
    }

    /// A bug keeps the application from giving a connection back.
    fn leak(&mut self, index: u32, place: u32, event: u32) {
        let pool = &mut self.pools[index as usize];
        pool.lent -= 1;
        pool.leaked.push((event, place));
    }

    /// The bug of an event is gone, and with it the connections that it kept.
    pub(crate) fn close_leaks(&mut self, index: u32, event: u32) {
        let leaked = std::mem::take(&mut self.pools[index as usize].leaked);
        for (layer, place) in leaked {
            if layer == event {
                self.close_connection(index, place);
            } else {
                self.pools[index as usize].leaked.push((layer, place));
            }
        }
        self.open_connection_if_needed(index);
    }

    /// A query fails, and its connection stays: a proxy keeps its clients (PRX-04).
    pub(crate) fn fail_over_proxy(&mut self, slot: Slot, why: Cause) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.database_deadline = SimTime::NEVER;
        let (index, place) = (attempt.pool, std::mem::replace(&mut attempt.connection, NONE));
        self.record.wire_ended(self.pools[index as usize].settings.wire, false);
        self.give_back(index, place);
        self.query_failed(slot, why);
    }

    /// When the driver gives up on a query that was sent at a time.
    pub(crate) fn socket_deadline(&self, index: u32, sent: SimTime) -> SimTime {
        let timeout = self.pools[index as usize].settings.socket_timeout;
        sent + if timeout.is_zero() { TCP_GIVES_UP } else { timeout }
    }

    fn give_back(&mut self, index: u32, place: u32) {
        let now = self.now;
        let pool = &mut self.pools[index as usize];
        pool.lent -= 1;
        pool.connections[place as usize].last_used = now;
        pool.idle.push(place);
        self.serve_waiting(index);
    }

    /// A connection broke: it is closed, and another is opened for those that wait.
    pub(crate) fn break_connection(&mut self, slot: Slot) {
        self.return_borrowed(slot);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (index, place) = (attempt.pool, std::mem::replace(&mut attempt.connection, NONE));
        if place == NONE {
            return;
        }
        self.pools[index as usize].lent -= 1;
        self.close_connection(index, place);
        self.record.wire_ended(self.pools[index as usize].settings.wire, false);
        self.open_connection_if_needed(index);
    }

    /// The application gives up on a connection or a query: it answers 500.
    pub(crate) fn database_gave_up(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.database_deadline = SimTime::NEVER;
        let attempt = attempt.clone();
        let why = self.waiting_for(&attempt);
        match attempt.step {
            Step::WaitingForConnection => {
                self.pools[attempt.pool as usize].pending -= 1;
                self.record.wire_ended(self.pools[attempt.pool as usize].settings.wire, false);
            }
            Step::Querying | Step::QueryLost => {
                let slot = self.leave_query(slot);
                self.break_connection(slot);
                return self.query_failed(slot, why);
            }
            _ => return,
        }
        self.query_failed(slot, why);
    }

    /// A query failed: the application sends it again or gives up.
    pub(crate) fn query_failed(&mut self, slot: Slot, why: Cause) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.query_tries += 1;
        let (pool, tries) = (attempt.pool, attempt.query_tries);
        let instance = attempt.instance as usize;
        if self.instances[instance].hangs.is_empty() && tries < self.pools[pool as usize].settings.tries {
            self.record.blame(why);
            return self.borrow_connection(slot, pool);
        }
        self.respond_failed(slot, why);
    }

    /// The application answers 500.
    pub(crate) fn respond_failed(&mut self, slot: Slot, why: Cause) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let instance = &mut self.instances[attempt.instance as usize];
        if !instance.hangs.is_empty() {
            // The hung application notices when it runs again.
            attempt.status = Outcome::InternalError;
            attempt.cause = why;
            attempt.step = Step::OnInstanceCpu;
            return instance.parked.push(slot);
        }
        self.respond(slot, Outcome::InternalError, Some(why));
    }

    /// Open connections of a part's pools to a database, for checking.
    pub(crate) fn open_connections(&self, member: u32) -> u32 {
        let epoch = self.members[member as usize].epoch;
        self.pools
            .iter()
            .flat_map(|pool| &pool.connections)
            .filter(|connection| connection.is_open && connection.member == member && connection.member_epoch == epoch)
            .count() as u32
    }

    /// Requests of a part that wait for a connection.
    pub(crate) fn pending_threads(&self, members: &[u32]) -> u32 {
        let pools = members.iter().flat_map(|member| &self.instances[*member as usize].pools);
        pools.map(|pool| self.pools[*pool as usize].pending).sum()
    }
}

/// Whether a failure is one of dropped packets, noticed only by a timeout.
const fn is_silent(kind: CauseKind) -> bool {
    matches!(
        kind,
        CauseKind::SecurityGroup
            | CauseKind::NetworkAcl
            | CauseKind::NetworkCut
            | CauseKind::NoInternetPath
            | CauseKind::NatGatewayDown
            | CauseKind::NotPublic
            | CauseKind::DatabaseDown
            | CauseKind::ReplicaCutOff
    )
}
