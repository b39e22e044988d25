//! Route 53: hosted zones, the records of their names, and health checks. A record resolves a name; it carries no request.

use ninepins_report::{Because, PartIndex};

use crate::engine::Engine;
use crate::kernel::Span;

mod faults;
pub(crate) mod health_check;
pub(crate) mod records;

/// A hosted zone.
#[derive(Clone, Debug)]
pub(crate) struct HostedZone {
    pub(crate) part: PartIndex,
    /// Queries answered in this second.
    pub(crate) queries: u32,
    /// Those among them that are billed: not answered by an alias (R53-22).
    pub(crate) billed: u32,
    /// Events that keep its name servers from answering.
    pub(crate) outages: Vec<u32>,
    /// What events have made of records.
    pub(crate) wrong: Vec<WrongRecord>,
    /// The last such event: caches may hold what it said.
    pub(crate) last_wrong: u32,
    /// How long resolvers wait for an answer.
    pub(crate) resolver_timeout: Span,
}

/// Records of a part that an event has changed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WrongRecord {
    pub(crate) event: u32,
    /// The part that they led to.
    pub(crate) target: PartIndex,
    /// The part that they lead to now; without one, nobody answers.
    pub(crate) instead: Option<PartIndex>,
}

impl Engine {
    /// The zone answered a query that no cache had.
    pub(crate) fn zone_answered(&mut self, users: usize, host: usize, route: u16) {
        let users = &self.users[users];
        let is_alias = users.routes[usize::from(route)].is_alias;
        let zone = users.names[host].as_ref().and_then(|name| name.zone);
        let Some(zone) = zone.and_then(|zone| self.hosted_zones.get_mut(usize::from(zone))) else { return };
        zone.queries += 1;
        zone.billed += u32::from(!is_alias);
        self.record.arrived(zone.part);
        self.record.finished(zone.part, Span::ZERO);
    }

    /// Why a record of a name led nowhere.
    pub(crate) fn wrong_record_because(&self, users: usize, host: usize) -> Because {
        let zone = self.users[users].names[host].as_ref().and_then(|name| name.zone);
        let zone = zone.and_then(|zone| self.hosted_zones.get(usize::from(zone)));
        zone.map_or(Because::Configuration, |zone| Because::Event(zone.last_wrong))
    }
}
