//! How a client learns an address: from its own cache, its resolver's, or the hosted zone.

use ninepins_macros::later;
use ninepins_model::fact;
use ninepins_report::{Because, CauseKind, Outcome};

use super::{Front, NOWHERE, Users};
use crate::attempt::NONE;
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span, Stream};

/// Most addresses in an answer (R53-18).
pub(crate) const ANSWERS: usize = 8;

/// What a shared resolver knows of one host.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Resolver {
    /// How many of the following there are.
    count: u8,
    routes: [u16; ANSWERS],
    addresses: [u32; ANSWERS],
    /// Until when it keeps the record.
    pub(crate) expires: SimTime,
    /// Until when it keeps the addresses, which a CNAME's target sets.
    pub(crate) addresses_expire: SimTime,
}

impl Resolver {
    /// It knows nothing.
    pub(crate) const EMPTY: Resolver = Resolver {
        count: 0,
        routes: [0; ANSWERS],
        addresses: [NONE; ANSWERS],
        expires: SimTime::ZERO,
        addresses_expire: SimTime::ZERO,
    };

    /// What it learned at the start of the run is of any age. Returns until when clients keep it.
    pub(crate) fn age(&mut self, ages: &mut Stream) -> SimTime {
        let mut any = |until: SimTime| SimTime::ZERO + ages.uniform_span(Span::ZERO, until.since(SimTime::ZERO));
        let is_cname = self.addresses_expire != self.expires;
        self.expires = any(self.expires);
        self.addresses_expire = if is_cname { any(self.addresses_expire) } else { self.expires };
        self.expires.min(self.addresses_expire)
    }
}

/// The addresses of an answer that a client got, of which it uses one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Addresses {
    count: u8,
    /// The one in use.
    used: u8,
    routes: [u16; ANSWERS],
    addresses: [u32; ANSWERS],
}

impl Addresses {
    /// No answer.
    pub(crate) const NONE: Addresses =
        Addresses { count: 0, used: 0, routes: [0; ANSWERS], addresses: [NONE; ANSWERS] };
}

/// An answer: a route, an address there, and until when it may be kept.
type Answer = (u16, u32, SimTime);

impl Engine {
    /// A client asks for an address that it does not know.
    pub(crate) fn look_name_up(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let users = &self.users[usize::from(attempt.users)];
        let host = Users::host_of(attempt.class);
        let Some(name) = &users.names[host] else {
            let kind = if users.asks_zone { CauseKind::NoRecord } else { CauseKind::NoRoute };
            attempt.cause = cause(kind, users.part, Because::Configuration);
            return self.queue.push(now + users.default_lookup, Kind::Resolved as u8, slot.generation, slot.index);
        };
        let is_cached =
            users.resolver_of(attempt.client, host).is_some_and(|place| users.resolvers[place].expires > now);
        let zone = name.zone.and_then(|zone| self.hosted_zones.get(usize::from(zone)));
        attempt.cause = cause(CauseKind::NetworkSlow, users.part, Because::Configuration);
        let wait = match zone.and_then(|zone| Some((zone, *zone.outages.first()?))) {
            Some((zone, event)) if !is_cached => {
                attempt.cause = cause(CauseKind::HostedZoneDown, zone.part, Because::Event(event));
                zone.resolver_timeout
            }
            // A resolver is about as far as an edge location.
            _ if is_cached => users.edge_round_trip,
            _ => name.lookup,
        };
        self.queue.push(now + wait, Kind::Resolved as u8, slot.generation, slot.index);
    }

    /// A DNS lookup is answered, or the resolver gives up.
    pub(crate) fn resolved(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let (users_index, client, why) = (usize::from(attempt.users), attempt.client, attempt.cause);
        let (host, place) = (Users::host_of(attempt.class), Users::host_index(attempt));
        if self.users[users_index].names[host].is_none() || why.kind == CauseKind::HostedZoneDown {
            return self.finish(slot, Outcome::DnsFailure, why);
        }
        let Some((route, address, expires)) = self.ask(users_index, host, client) else {
            let why = cause(CauseKind::NoRecord, self.users[users_index].part, Because::Configuration);
            return self.finish(slot, Outcome::DnsFailure, why);
        };
        if !self.users[users_index].answers.is_empty() {
            self.keep_addresses(users_index, host, client, (route, address));
        }
        let minimum = self.now + self.users[users_index].dns_minimum;
        self.users[users_index].hosts.learn(place, route, address, expires.max(minimum));
        self.connect(slot);
    }

    /// The answer that a client gets: its resolver's, or the zone's own. Nothing where no record matches.
    pub(crate) fn ask(&mut self, users_index: usize, host: usize, client: u32) -> Option<Answer> {
        let now = self.now;
        if let Some(place) = self.users[users_index].resolver_of(client, host) {
            return self.ask_resolver(users_index, host, client, place);
        }
        let mut found = [0; ANSWERS];
        let count = self.choose_records(users_index, host, &mut found);
        let route = self.users[users_index].one_of(&found[..count])?;
        self.zone_answered(users_index, host, route);
        let (route, address) = self.address_of(users_index, host, route, client);
        let ttl = self.users[users_index].routes[usize::from(route)].ttl;
        Some((route, address, now + ttl))
    }

    fn ask_resolver(&mut self, users_index: usize, host: usize, client: u32, place: usize) -> Option<Answer> {
        let now = self.now;
        let mut known = self.users[users_index].resolvers[place];
        if known.expires <= now {
            let count = self.choose_records(users_index, host, &mut known.routes);
            let first = *known.routes[..count].first()?;
            self.zone_answered(users_index, host, first);
            known.count = count as u8;
            known.expires = now + self.users[users_index].routes[usize::from(first)].ttl;
            known.addresses_expire = SimTime::ZERO;
        }
        if known.addresses_expire <= now {
            self.fill(users_index, host, client, &mut known);
        }
        self.users[users_index].resolvers[place] = known;
        let count = u32::from(known.count);
        let users = &mut self.users[users_index];
        let pick = if count > 1 { users.records.below(count) as usize } else { 0 };
        let (route, expires) = (known.routes[pick], known.expires.min(known.addresses_expire));
        let front = users.routes[usize::from(route)].front;
        let address = match (front, known.addresses[pick]) {
            (_, NOWHERE) => NOWHERE,
            (Front::Distribution(_), _) => self.resolve_front(front, client),
            (_, address) => address,
        };
        Some((route, address, expires))
    }

    /// The addresses behind the records that a resolver holds: of one load balancer, all nodes that are in DNS.
    fn fill(&mut self, users_index: usize, host: usize, client: u32, known: &mut Resolver) {
        for place in 0..usize::from(known.count) {
            (known.routes[place], known.addresses[place]) =
                self.address_of(users_index, host, known.routes[place], client);
        }
        let first = known.routes[0];
        let route = &self.users[users_index].routes[usize::from(first)];
        let is_cname = !route.is_alias && !matches!(route.front, Front::Instance(_));
        let ttl = Span::from_s(u64::from(fact::ALIAS_TTL.whole()));
        known.addresses_expire = if is_cname { self.now + ttl } else { known.expires };
        let front = route.front;
        let Front::LoadBalancer(index) = front else { return };
        let balancer = &self.balancers[usize::from(index)];
        if known.addresses[0] == NOWHERE || known.routes[..usize::from(known.count)].iter().any(|route| *route != first)
        {
            return;
        }
        let is_in_dns = |node: &&u32| self.nodes[**node as usize].in_dns;
        let mut count = 0;
        for node in balancer.nodes.iter().filter(is_in_dns).take(ANSWERS) {
            (known.routes[count], known.addresses[count]) = (first, *node);
            count += 1;
        }
        known.count = count.max(1) as u8;
    }

    /// The address at which a route's part is reached. Where the record is wrong it is [`NOWHERE`], or another route's.
    fn address_of(&mut self, users_index: usize, host: usize, route: u16, client: u32) -> (u16, u32) {
        let users = &mut self.users[users_index];
        let right = &users.routes[usize::from(route)];
        let zone = users.names[host].as_ref().and_then(|name| name.zone);
        let zone = zone.and_then(|zone| self.hosted_zones.get(usize::from(zone)));
        let wrong = zone.and_then(|zone| zone.wrong.iter().rfind(|wrong| wrong.target == right.target));
        let route = match wrong {
            Some(wrong) if !right.is_wrong => match users.lead_elsewhere(usize::from(route), wrong.instead) {
                Some(elsewhere) => elsewhere,
                None => return (route, NOWHERE),
            },
            _ => route,
        };
        let front = self.users[users_index].routes[usize::from(route)].front;
        (route, self.resolve_front(front, client))
    }

    /// The address that DNS gives for a front: a node that is in DNS, an edge location, the instance.
    pub(crate) fn resolve_front(&mut self, front: Front, client: u32) -> u32 {
        match front {
            Front::Distribution(index) => self.distributions[usize::from(index)].edge_for(client),
            Front::LoadBalancer(index) => self.resolve_node(usize::from(index)),
            Front::Instance(index) => index,
            Front::Bucket(index) => u32::from(index),
        }
    }
}

#[later]
impl Engine {
    /// Clients that try more than one address keep those of the answer that they got this one from.
    pub(crate) fn keep_addresses(&mut self, users_index: usize, host: usize, client: u32, used: (u16, u32)) {
        let place = client as usize * 2 + host;
        if self.users[users_index].answers.len() <= place {
            return;
        }
        let mut found = Addresses { count: 1, ..Addresses::NONE };
        (found.routes[0], found.addresses[0]) = used;
        match self.users[users_index].resolver_of(client, host) {
            Some(resolver) => {
                let known = &self.users[users_index].resolvers[resolver];
                (found.count, found.routes, found.addresses) = (known.count, known.routes, known.addresses);
            }
            None => self.fill_alone(users_index, host, client, &mut found),
        }
        let is_used = |place: &usize| (found.routes[*place], found.addresses[*place]) == used;
        found.used = (0..usize::from(found.count)).find(is_used).unwrap_or(0) as u8;
        self.users[users_index].answers[place] = found;
    }

    /// The addresses of an answer that no resolver keeps: the nodes of one load balancer, or the values of a name.
    fn fill_alone(&mut self, users_index: usize, host: usize, client: u32, found: &mut Addresses) {
        let (route, used) = (found.routes[0], found.addresses[0]);
        let of_route = &self.users[users_index].routes[usize::from(route)];
        if let (Front::LoadBalancer(index), true) = (of_route.front, used != NOWHERE) {
            let nodes = self.balancers[usize::from(index)].nodes.iter();
            let in_dns = nodes.filter(|node| self.nodes[**node as usize].in_dns || **node == used);
            found.count = 0;
            for node in in_dns.take(ANSWERS) {
                let place = usize::from(found.count);
                (found.routes[place], found.addresses[place]) = (route, *node);
                found.count += 1;
            }
            return;
        }
        let mut values = [0; ANSWERS];
        let count = self.choose_records(users_index, host, &mut values);
        for value in &values[..count] {
            let answer = self.address_of(users_index, host, *value, client);
            let place = usize::from(found.count);
            if answer != (route, used) && place < ANSWERS {
                (found.routes[place], found.addresses[place]) = answer;
                found.count += 1;
            }
        }
    }

    /// A client whose connection did not come about goes on with the next address of its answer, if it tries another and
    /// there is one.
    pub(crate) fn tries_next_address(&mut self, slot: Slot) -> bool {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return false };
        let failed = matches!(attempt.status, Outcome::Refused | Outcome::ConnectTimeout);
        let users = &mut self.users[usize::from(attempt.users)];
        let place = Users::host_index(attempt);
        if !failed || attempt.addresses >= users.addresses_tried {
            return false;
        }
        let Some(answer) = users.answers.get_mut(place).filter(|answer| attempt.addresses < answer.count) else {
            return false;
        };
        attempt.addresses += 1;
        attempt.status = Outcome::Ok;
        // Another of the client's requests may have gone on already.
        if users.hosts.get(place).address == attempt.node_epoch {
            answer.used = (answer.used + 1) % answer.count;
        }
        let used = usize::from(answer.used);
        users.hosts.turn_to(place, answer.routes[used], answer.addresses[used]);
        let slot = self.renew(slot);
        self.connect(slot);
        self.arm(slot.index);
        true
    }

    /// A client takes an address for dead at which no connection was opened in time.
    pub(crate) fn connect_timed_out(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.balancer_deadline = SimTime::NEVER;
        attempt.status = Outcome::ConnectTimeout;
        let why = attempt.cause;
        if !self.tries_next_address(slot) {
            self.drop_client_connection(slot);
            self.finish(slot, Outcome::ConnectTimeout, why);
        }
    }
}

impl Users {
    /// The place of the resolver that a client shares with others, for a host; nothing where it asks for itself.
    fn resolver_of(&self, client: u32, host: usize) -> Option<usize> {
        let count = self.resolvers.len() as u32 / 2;
        (count > 0).then(|| (client % count) as usize * 2 + host)
    }

    fn one_of(&mut self, routes: &[u16]) -> Option<u16> {
        match routes {
            [] => None,
            [only] => Some(*only),
            routes => Some(routes[self.records.below(routes.len() as u32) as usize]),
        }
    }
}
