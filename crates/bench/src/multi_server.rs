//! M/M/4 at a load of 0.8: the smallest network, nearly all of it event queue and random numbers.

use ninepins_sim::kernel::{
    Admission, Digest, EventQueue, Histogram, Purpose, SimTime, Slab, Slot, Span, Station, Stream, stable_hash,
};

use crate::Counts;

const SERVERS: u32 = 4;
const SERVICE: Span = Span::from_ms(10);
/// Four servers of 100 a second each, at a load of 0.8.
const BETWEEN_ARRIVALS: Span = Span::from_us(3125);

const ARRIVAL: u8 = 0;
const DEPARTURE: u8 = 1;

/// One station and its customers.
#[derive(Debug)]
pub(crate) struct MultiServer {
    queue: EventQueue,
    customers: Slab<SimTime>,
    station: Station,
    arrivals: Stream,
    services: Stream,
    sojourns: Histogram,
    counts: Counts,
}

impl MultiServer {
    pub(crate) fn new() -> Self {
        let component = stable_hash("station");
        let mut queue = EventQueue::new();
        queue.push(SimTime::ZERO, ARRIVAL, 0, 0);
        Self {
            queue,
            customers: Slab::new(1 << 20),
            station: Station::new(SimTime::ZERO, SERVERS, Station::UNLIMITED),
            arrivals: Stream::new(1, component, Purpose::ARRIVAL),
            services: Stream::new(1, component, Purpose::SERVICE),
            sojourns: Histogram::new(),
            counts: Counts::default(),
        }
    }

    pub(crate) fn advance(&mut self, events: u64) {
        for _ in 0..events {
            let Some(event) = self.queue.pop() else { return };
            let now = event.time;
            if event.kind() == ARRIVAL {
                self.arrive(now);
            } else {
                self.depart(now, Slot { index: event.target(), generation: event.token() });
            }
        }
        self.counts.events += events;
        self.counts.simulated_ns = self.queue.now().as_ns();
    }

    fn arrive(&mut self, now: SimTime) {
        self.queue.push(now + self.arrivals.exponential_span(BETWEEN_ARRIVALS), ARRIVAL, 0, 0);
        self.counts.requests += 1;
        let Ok(customer) = self.customers.insert(now) else { return };
        if self.station.arrive(now, customer) == Admission::Started {
            self.serve(now, customer);
        }
    }

    fn serve(&mut self, now: SimTime, customer: Slot) {
        let done = now + self.services.exponential_span(SERVICE);
        self.queue.push(done, DEPARTURE, customer.generation, customer.index);
    }

    fn depart(&mut self, now: SimTime, customer: Slot) {
        if let Some(next) = self.station.depart(now) {
            self.serve(now, next);
        }
        if let Some(arrived) = self.customers.remove(customer.index, customer.generation) {
            self.sojourns.record(now - arrived);
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

/// A value that differs between runs that differ.
pub(crate) fn checksum(sojourns: &Histogram, now: SimTime) -> u64 {
    let mut digest = Digest::new();
    digest.absorb(sojourns.count());
    digest.absorb(sojourns.sum_ns() as u64);
    digest.absorb(now.as_ns());
    digest.value()
}

#[cfg(test)]
mod tests {
    use super::MultiServer;

    #[test]
    fn the_mean_time_in_the_station_is_erlangs() {
        let mut network = MultiServer::new();
        network.advance(2_000_000);
        // Erlang C: 10 ms of service and 7.45541 ms of waiting.
        let error = network.sojourns.mean().as_s_f64() / 0.017_455_41 - 1.0;
        assert!(error.abs() < 0.04, "{error}");
    }
}
