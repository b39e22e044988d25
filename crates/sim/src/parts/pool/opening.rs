//! How connections are opened: one at a time, to the address that the application has of DNS, and again after a pause where that
//! fails.

use ninepins_report::{Cause, CauseKind, LogFact, MemberRole};

use super::{Connection, OPENING_ROUND_TRIPS};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Purpose, SimTime, Span, Stream};
use crate::parts::rds::Phase;
use crate::parts::rds_proxy::Pin;

/// Pause between two failed attempts to open a connection.
const RETRY_PAUSE: Span = Span::from_ms(500);

impl Engine {
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

    /// Opens one connection if the pool has fewer than its maximum and opens none.
    pub(super) fn open_connection_if_needed(&mut self, index: u32) {
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
