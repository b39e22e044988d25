//! What clients know of their hosts: the cached DNS answer and the connection that is kept open.
//!
//! There are two for each client, so a run with little traffic is mostly these. Clients share few answers and few
//! connections' ends, so each of those is kept once and clients name them by number. What is left takes 28 bytes: times of 50
//! bits, which is 13 days, and numbers in the bits above and beside them.

use crate::attempt::NONE;
use crate::kernel::SimTime;

/// Bits beside a time.
const BESIDE: u32 = 14;
const BESIDE_MASK: u64 = (1 << BESIDE) - 1;
const LAST_TIME: u64 = u64::MAX >> BESIDE;
/// Bits of a number that has 16 bits of its own.
const OWN: u32 = 16;
/// Most requests that are counted on one connection: more than any server's limit.
const MOST_USES: u32 = (1 << 20) - 1;
/// Bits of a connection's number beside a time; those of the uses are the rest.
const CONNECTION_BITS: u32 = 8;

/// What a client knows of one host.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClientHost {
    /// Address of the cached DNS answer: a node, an instance or an edge location; [`NONE`] without one.
    pub(crate) address: u32,
    /// Address of the kept connection, or [`NONE`].
    pub(crate) connected: u32,
    pub(crate) connected_epoch: u32,
    /// When its handshake is done.
    pub(crate) ready: SimTime,
    pub(crate) last_used: SimTime,
    /// The routes of the cached answer and of the connection.
    pub(crate) route: u16,
    pub(crate) connected_route: u16,
    /// Requests that its kept connection has carried.
    pub(crate) uses: u32,
}

/// An answer that DNS has given.
#[derive(Clone, Copy, Debug)]
struct Answer {
    route: u16,
    address: u32,
    /// The connection opened there last.
    connection: u32,
}

/// Where connections lead.
#[derive(Clone, Copy, Debug)]
struct Connection {
    route: u16,
    address: u32,
    epoch: u32,
}

/// The first answer and the first connection: none.
const NO_ANSWER: Answer = Answer { route: 0, address: NONE, connection: 0 };
const NO_CONNECTION: Connection = Connection { route: 0, address: NONE, epoch: 0 };

/// One client's host.
#[derive(Clone, Copy, Debug)]
#[repr(C, packed(4))]
struct Packed {
    /// Until when the answer is kept; the high bits of the answer's number beside it.
    expires: u64,
    /// When the connection is ready; the high bits of the uses and of the connection's number beside it.
    ready: u64,
    /// When the connection was last used; the low bits of the uses beside it.
    last_used: u64,
    answer: u16,
    connection: u16,
}

const _: () = assert!(size_of::<Packed>() == 28);

const UNKNOWN: Packed = Packed { expires: 0, ready: 0, last_used: 0, answer: 0, connection: 0 };

#[inline]
fn with_time(word: u64, time: SimTime) -> u64 {
    time.as_ns().min(LAST_TIME) << BESIDE | word & BESIDE_MASK
}

#[inline]
const fn time_of(word: u64) -> SimTime {
    SimTime::from_ns(word >> BESIDE)
}

#[inline]
const fn beside(word: u64) -> u32 {
    (word & BESIDE_MASK) as u32
}

impl Packed {
    #[inline]
    const fn connection(self) -> usize {
        ((beside(self.ready) & ((1 << CONNECTION_BITS) - 1)) << OWN | self.connection as u32) as usize
    }

    #[inline]
    const fn uses(self) -> u32 {
        beside(self.ready) >> CONNECTION_BITS << BESIDE | beside(self.last_used)
    }

    const fn answer(self) -> usize {
        (beside(self.expires) << OWN | self.answer as u32) as usize
    }

    fn set_answer(&mut self, answer: u32, expires: SimTime) {
        self.answer = answer as u16;
        self.expires = with_time(u64::from(answer >> OWN), expires);
    }

    fn set_connection(&mut self, connection: u32, uses: u32) {
        let high = (uses >> BESIDE << CONNECTION_BITS) | (connection >> OWN);
        self.connection = connection as u16;
        self.ready = with_time(u64::from(high), time_of(self.ready));
        self.last_used = with_time(u64::from(uses), time_of(self.last_used));
    }
}

/// The hosts of a source's clients: the web host and the API host of each.
#[derive(Clone, Debug)]
pub(crate) struct Hosts {
    list: Vec<Packed>,
    /// By number.
    answers: Vec<Answer>,
    /// The numbers of the answers, in the order of route and address.
    order: Vec<u32>,
    /// By number.
    connections: Vec<Connection>,
}

impl Hosts {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Bytes that they take.
    pub(crate) fn bytes(&self) -> usize {
        self.list.len() * size_of::<Packed>()
    }

    /// What is known at a place.
    #[inline]
    pub(crate) fn get(&self, place: usize) -> ClientHost {
        let packed = self.list[place];
        let answer = self.answers[packed.answer()];
        let connection = self.connections[packed.connection()];
        ClientHost {
            address: answer.address,
            connected: connection.address,
            connected_epoch: connection.epoch,
            ready: time_of(packed.ready),
            last_used: time_of(packed.last_used),
            route: answer.route,
            connected_route: connection.route,
            uses: packed.uses(),
        }
    }

    /// Whether there is an answer that is still kept.
    #[inline]
    pub(crate) fn is_known(&self, place: usize, now: SimTime) -> bool {
        time_of(self.list[place].expires) > now
    }

    /// The kept connections: where each leads, and when it was last used.
    pub(crate) fn connected(&self) -> impl Iterator<Item = (usize, u32, u32, SimTime)> {
        let places = self.list.iter().enumerate();
        places.filter(|(_, packed)| packed.connection() != 0).map(|(place, packed)| {
            let connection = self.connections[packed.connection()];
            (place, connection.address, connection.epoch, time_of(packed.last_used))
        })
    }

    /// The connection is used.
    #[inline]
    pub(crate) fn touch(&mut self, place: usize, now: SimTime) {
        let packed = &mut self.list[place];
        packed.last_used = with_time(packed.last_used, now);
    }

    /// The connection carries one more request.
    #[inline]
    pub(crate) fn carry(&mut self, place: usize, now: SimTime) {
        let packed = &mut self.list[place];
        let uses = beside(packed.last_used) + 1;
        packed.last_used = with_time(u64::from(uses), now);
        if uses > BESIDE_MASK as u32 {
            let (connection, all) = (packed.connection() as u32, packed.uses() + (1 << BESIDE));
            packed.set_connection(connection, all.min(MOST_USES));
        }
    }
}

impl Hosts {
    /// So many, which know nothing.
    #[inline]
    pub(crate) fn new(count: usize) -> Self {
        let (answers, connections) = (vec![NO_ANSWER], vec![NO_CONNECTION]);
        Hosts { list: vec![UNKNOWN; count], answers, order: Vec::new(), connections }
    }

    /// DNS answers with an address of a route.
    #[inline(never)]
    pub(crate) fn learn(&mut self, place: usize, route: u16, address: u32, expires: SimTime) {
        let answer = self.number_of(route, address);
        // An answer without an address is never kept.
        let expires = if address == NONE { SimTime::ZERO } else { expires };
        self.list[place].set_answer(answer, expires);
    }

    /// The client goes on with another address of the same answer.
    #[inline]
    pub(crate) fn turn_to(&mut self, place: usize, route: u16, address: u32) {
        let expires = self.list[place].expires;
        self.learn(place, route, address, time_of(expires));
    }

    /// A connection to the answer's address was opened, for its first request.
    #[inline(never)]
    pub(crate) fn open(&mut self, place: usize, epoch: u32, ready: SimTime) {
        let answer = self.list[place].answer();
        let Answer { route, address, connection: last } = self.answers[answer];
        let is_last = last != 0 && self.connections[last as usize].epoch == epoch;
        let number = if is_last { last } else { self.connections.len() as u32 };
        if !is_last {
            self.connections.push(Connection { route, address, epoch });
            self.answers[answer].connection = number;
        }
        let packed = &mut self.list[place];
        (packed.ready, packed.last_used) = (with_time(0, ready), with_time(0, ready));
        packed.set_connection(number, 1);
    }

    /// The connection is gone.
    #[inline(never)]
    pub(crate) fn close(&mut self, place: usize) {
        self.list[place].set_connection(0, 0);
    }

    /// The number of an answer.
    #[inline(never)]
    fn number_of(&mut self, route: u16, address: u32) -> u32 {
        let key = |number: &u32| {
            let answer = &self.answers[*number as usize];
            (answer.route, answer.address)
        };
        match self.order.binary_search_by_key(&(route, address), key) {
            Ok(place) => self.order[place],
            Err(place) => {
                let number = self.answers.len() as u32;
                self.answers.push(Answer { route, address, connection: 0 });
                self.order.insert(place, number);
                number
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: SimTime = SimTime::from_s(604_800);

    #[test]
    fn what_a_client_learns_is_known_until_it_expires() {
        let mut hosts = Hosts::new(2);
        hosts.learn(1, 7, 70_000, AT);
        let known = hosts.get(1);
        assert_eq!((known.route, known.address, known.connected), (7, 70_000, NONE));
        assert_eq!([AT - crate::kernel::Span::from_ns(1), AT].map(|now| hosts.is_known(1, now)), [true, false]);
        assert!(!hosts.is_known(0, SimTime::ZERO));
    }

    #[test]
    fn an_answer_without_an_address_leads_on_and_is_not_kept() {
        let mut hosts = Hosts::new(1);
        hosts.learn(0, 3, NONE, SimTime::NEVER);
        assert_eq!((hosts.get(0).route, hosts.is_known(0, SimTime::ZERO)), (3, false));
    }

    #[test]
    fn what_is_kept_for_ever_outlives_the_longest_run() {
        let mut hosts = Hosts::new(1);
        hosts.learn(0, 3, 1, SimTime::NEVER);
        assert!(hosts.is_known(0, AT));
    }

    #[test]
    fn a_connection_counts_a_million_requests_and_keeps_its_times_to_the_nanosecond() {
        let mut hosts = Hosts::new(1);
        hosts.learn(0, 1, 5, AT);
        let ready = SimTime::from_ns(123_456_789_012_345);
        hosts.open(0, 9, ready);
        for uses in 2..=1_000_000 {
            hosts.carry(0, AT);
            assert_eq!(hosts.get(0).uses, uses);
        }
        let known = hosts.get(0);
        assert_eq!((known.connected, known.connected_epoch, known.connected_route), (5, 9, 1));
        assert_eq!((known.ready, known.last_used), (ready, AT));
    }

    #[test]
    fn a_connection_survives_another_answer_and_ends_when_it_is_closed() {
        let mut hosts = Hosts::new(1);
        hosts.learn(0, 1, 5, AT);
        hosts.open(0, 9, SimTime::ZERO);
        hosts.turn_to(0, 2, 6);
        assert_eq!((hosts.get(0).address, hosts.get(0).connected), (6, 5));
        hosts.close(0);
        assert_eq!((hosts.get(0).connected, hosts.connected().count()), (NONE, 0));
    }

    #[test]
    fn connections_of_many_epochs_are_told_apart() {
        let mut hosts = Hosts::new(70_000);
        for place in 0..70_000 {
            hosts.learn(place, 1, 5, AT);
            hosts.open(place, place as u32, SimTime::ZERO);
        }
        assert!((0..70_000).all(|place| hosts.get(place).connected_epoch == place as u32));
    }
}
