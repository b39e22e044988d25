//! The tandem network: a balancer, four servers with two workers each, and a database with eight.

use ninepins_sim::kernel::{
    Admission, EventQueue, Histogram, Purpose, SimTime, Slab, Slot, Span, Station, Stream, stable_hash,
};

use crate::Counts;
use crate::multi_server::checksum;

const SERVERS: usize = 4;
const WORKERS: u32 = 2;
const DATABASE_WORKERS: u32 = 8;
const SERVER_TIME: Span = Span::from_ms(10);
const DATABASE_TIME: Span = Span::from_ms(8);
/// 640 requests a second: a load of 0.8 on the servers and of 0.64 on the database.
const BETWEEN_ARRIVALS: Span = Span::from_ns(1_562_500);

const ARRIVAL: u8 = 0;
const SERVER_DONE: u8 = 1;
const DATABASE_DONE: u8 = 2;

/// How the balancer chooses a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Balancing {
    /// Each in turn.
    RoundRobin,
    /// The one with the fewest requests that it has not finished; of equals the first.
    LeastOutstanding,
}

#[derive(Clone, Copy, Debug)]
struct Request {
    arrived: SimTime,
    server: u8,
}

/// The network and its requests.
#[derive(Debug)]
pub(crate) struct Tandem {
    balancing: Balancing,
    turn: usize,
    queue: EventQueue,
    requests: Slab<Request>,
    servers: [Station; SERVERS],
    outstanding: [u32; SERVERS],
    database: Station,
    arrivals: Stream,
    server_times: Stream,
    database_times: Stream,
    sojourns: Histogram,
    counts: Counts,
}

impl Tandem {
    pub(crate) fn new(balancing: Balancing) -> Self {
        let mut queue = EventQueue::new();
        queue.push(SimTime::ZERO, ARRIVAL, 0, 0);
        let station = |workers| Station::new(SimTime::ZERO, workers, Station::UNLIMITED);
        Self {
            balancing,
            turn: 0,
            queue,
            requests: Slab::new(1 << 20),
            servers: std::array::from_fn(|_| station(WORKERS)),
            outstanding: [0; SERVERS],
            database: station(DATABASE_WORKERS),
            arrivals: Stream::new(1, stable_hash("client"), Purpose::ARRIVAL),
            server_times: Stream::new(1, stable_hash("servers"), Purpose::SERVICE),
            database_times: Stream::new(1, stable_hash("database"), Purpose::SERVICE),
            sojourns: Histogram::new(),
            counts: Counts::default(),
        }
    }

    pub(crate) fn advance(&mut self, events: u64) {
        for _ in 0..events {
            let Some(event) = self.queue.pop() else { return };
            let request = Slot { index: event.target(), generation: event.token() };
            match event.kind() {
                ARRIVAL => self.arrive(event.time),
                SERVER_DONE => self.server_done(event.time, request),
                _ => self.database_done(event.time, request),
            }
        }
        self.counts.events += events;
        self.counts.simulated_ns = self.queue.now().as_ns();
    }

    fn choose(&mut self) -> usize {
        match self.balancing {
            Balancing::RoundRobin => {
                self.turn = (self.turn + 1) % SERVERS;
                self.turn
            }
            Balancing::LeastOutstanding => {
                let fewest = self.outstanding.iter().enumerate().min_by_key(|(_, outstanding)| **outstanding);
                fewest.map_or(0, |(server, _)| server)
            }
        }
    }

    fn arrive(&mut self, now: SimTime) {
        self.queue.push(now + self.arrivals.exponential_span(BETWEEN_ARRIVALS), ARRIVAL, 0, 0);
        self.counts.requests += 1;
        let server = self.choose();
        let Ok(request) = self.requests.insert(Request { arrived: now, server: server as u8 }) else { return };
        self.outstanding[server] += 1;
        if self.servers[server].arrive(now, request) == Admission::Started {
            self.serve(now, request);
        }
    }

    fn serve(&mut self, now: SimTime, request: Slot) {
        let done = now + self.server_times.exponential_span(SERVER_TIME);
        self.queue.push(done, SERVER_DONE, request.generation, request.index);
    }

    fn server_done(&mut self, now: SimTime, slot: Slot) {
        let Some(request) = self.requests.get(slot.index, slot.generation) else { return };
        let server = usize::from(request.server);
        self.outstanding[server] -= 1;
        if let Some(next) = self.servers[server].depart(now) {
            self.serve(now, next);
        }
        if self.database.arrive(now, slot) == Admission::Started {
            self.query(now, slot);
        }
    }

    fn query(&mut self, now: SimTime, request: Slot) {
        let done = now + self.database_times.exponential_span(DATABASE_TIME);
        self.queue.push(done, DATABASE_DONE, request.generation, request.index);
    }

    fn database_done(&mut self, now: SimTime, slot: Slot) {
        if let Some(next) = self.database.depart(now) {
            self.query(now, next);
        }
        if let Some(request) = self.requests.remove(slot.index, slot.generation) {
            self.sojourns.record(now - request.arrived);
        }
    }

    /// Mean time in the network, in milliseconds.
    pub(crate) fn mean_ms(&self) -> f64 {
        self.sojourns.mean().as_ms_f64()
    }

    pub(crate) const fn counts(&self) -> Counts {
        self.counts
    }

    pub(crate) fn checksum(&self) -> u64 {
        checksum(&self.sojourns, self.queue.now())
    }
}

#[cfg(test)]
mod tests {
    use super::{Balancing, Tandem};

    fn mean_ms(balancing: Balancing) -> f64 {
        let mut network = Tandem::new(balancing);
        network.advance(3_000_000);
        network.sojourns.mean().as_ms_f64()
    }

    #[test]
    fn round_robin_takes_as_long_as_other_simulators_say() {
        let error = mean_ms(Balancing::RoundRobin) / 28.194 - 1.0;
        assert!(error.abs() < 0.03, "{error}");
    }

    #[test]
    fn least_outstanding_takes_as_long_as_other_simulators_say() {
        let error = mean_ms(Balancing::LeastOutstanding) / 22.012 - 1.0;
        assert!(error.abs() < 0.03, "{error}");
    }
}
