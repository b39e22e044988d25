//! The kernel against queueing theory: models built of streams, stations and the event queue alone must have the waits that the
//! closed forms say.
//!
//! Each test runs fixed seeds, cuts the run into batches and asks that the closed form lies within four standard errors
//! of the mean over batches, and that those errors are small enough for the answer to mean something. One seed is no proof; the
//! batches' spread says how much it is worth.

use ninepins_sim::kernel::{
    Admission, EventQueue, Histogram, Purpose, SimTime, Slab, Slot, Span, Station, Stream, stable_hash,
};

const ARRIVAL: u8 = 0;
const DEPARTURE: u8 = 1;
const BATCHES: usize = 30;

/// Where a job goes next.
#[derive(Clone, Copy)]
enum Next {
    Station(usize),
    Out,
}

struct Node {
    station: Station,
    mean_service: Span,
    service: Stream,
    /// Where jobs go from here, with the probability of the first; else the second.
    routes: (f64, Next, Next),
    route: Stream,
}

struct Job {
    arrived: SimTime,
    queued: SimTime,
    waited: u64,
    node: usize,
}

/// An open network with Poisson arrivals at node 0.
struct Network {
    queue: EventQueue,
    jobs: Slab<Job>,
    nodes: Vec<Node>,
    arrivals: Stream,
    mean_gap: Span,
    finished: u64,
    waited: u64,
    sojourn: u64,
    sojourns: Histogram,
}

fn node(name: &str, seed: u64, servers: u32, mean_service: Span, routes: (f64, Next, Next)) -> Node {
    let stream = |purpose| Stream::new(seed, stable_hash(name), purpose);
    let station = Station::new(SimTime::ZERO, servers, Station::UNLIMITED);
    Node { station, mean_service, service: stream(Purpose::SERVICE), routes, route: stream(Purpose::ROUTE) }
}

impl Network {
    fn new(seed: u64, mean_gap: Span, nodes: Vec<Node>) -> Self {
        let mut queue = EventQueue::new();
        queue.push(SimTime::ZERO, ARRIVAL, 0, 0);
        let arrivals = Stream::new(seed, stable_hash("source"), Purpose::ARRIVAL);
        let (jobs, sojourns) = (Slab::new(1 << 20), Histogram::new());
        Self { queue, jobs, nodes, arrivals, mean_gap, finished: 0, waited: 0, sojourn: 0, sojourns }
    }

    fn start(&mut self, now: SimTime, slot: Slot) {
        let job = self.jobs.get_mut(slot.index, slot.generation).expect("a job that starts exists");
        job.waited += (now - job.queued).as_ns();
        let node = &mut self.nodes[job.node];
        let end = now + node.service.exponential_span(node.mean_service);
        self.queue.push(end, DEPARTURE, slot.generation, slot.index);
    }

    fn enter(&mut self, now: SimTime, slot: Slot, index: usize) {
        let job = self.jobs.get_mut(slot.index, slot.generation).expect("a job that arrives exists");
        (job.node, job.queued) = (index, now);
        if self.nodes[index].station.arrive(now, slot) == Admission::Started {
            self.start(now, slot);
        }
    }

    fn depart(&mut self, now: SimTime, slot: Slot) {
        let index = self.jobs.get(slot.index, slot.generation).expect("a job that departs exists").node;
        let node = &mut self.nodes[index];
        let (probability, first, second) = node.routes;
        let next = if node.route.chance(probability) { first } else { second };
        if let Some(started) = node.station.depart(now) {
            self.start(now, started);
        }
        match next {
            Next::Station(next) => self.enter(now, slot, next),
            Next::Out => {
                let job = self.jobs.remove(slot.index, slot.generation).expect("a job leaves once");
                self.finished += 1;
                self.waited += job.waited;
                self.sojourn += (now - job.arrived).as_ns();
                self.sojourns.record(now - job.arrived);
            }
        }
    }

    /// Runs until `finished` jobs have left.
    fn run(&mut self, finished: u64) {
        while self.finished < finished {
            let event = self.queue.pop().expect("the source never ends");
            let now = event.time;
            if event.kind() == ARRIVAL {
                self.queue.push(now + self.arrivals.exponential_span(self.mean_gap), ARRIVAL, 0, 0);
                let job = Job { arrived: now, queued: now, waited: 0, node: 0 };
                let slot = self.jobs.insert(job).expect("a stable network stays small");
                self.enter(now, slot, 0);
            } else {
                self.depart(now, Slot { index: event.target(), generation: event.token() });
            }
        }
    }

    /// The mean wait in all lines and the mean sojourn in seconds, for each batch of `size` jobs after one of warm-up.
    fn batches(&mut self, size: u64) -> Vec<(f64, f64)> {
        self.run(size);
        let batch = |_| {
            let (waited, sojourn) = (self.waited, self.sojourn);
            self.run(self.finished + size);
            let mean = |total: u64| total as f64 / size as f64 / 1e9;
            (mean(self.waited - waited), mean(self.sojourn - sojourn))
        };
        (0..BATCHES).map(batch).collect()
    }
}

/// Fails unless `expected` is within four standard errors of the batches' mean, and those below `precision` of it.
fn assert_agrees(batches: &[f64], expected: f64, precision: f64) {
    let count = batches.len() as f64;
    let mean = batches.iter().sum::<f64>() / count;
    let variance = batches.iter().map(|batch| (batch - mean) * (batch - mean)).sum::<f64>() / (count - 1.0);
    let error = (variance / count).sqrt();
    assert!(error < precision * expected, "too uncertain: {mean} ± {error}");
    assert!((mean - expected).abs() < 4.0 * error, "{mean} ± {error}, but theory says {expected}");
}

/// Erlang's probability that a job has to wait, for `servers` servers under an offered load of `load` of them.
fn erlang_c(servers: u32, load: f64) -> f64 {
    let blocked = (1..=servers).fold(1.0, |blocked, count| load * blocked / (f64::from(count) + load * blocked));
    let utilisation = load / f64::from(servers);
    blocked / (1.0 - utilisation * (1.0 - blocked))
}

/// A single station with a mean service of 10 ms at the given utilisation.
fn single(servers: u32, utilisation: f64) -> Network {
    let mean_gap = Span::from_s_f64(0.010 / (utilisation * f64::from(servers)));
    Network::new(1, mean_gap, vec![node("web", 1, servers, Span::from_ms(10), (1.0, Next::Out, Next::Out))])
}

/// Asks the mean wait in the line of Erlang's formula.
fn assert_waits_as_erlang_says(servers: u32, utilisation: f64, batch: u64, precision: f64) {
    let waits: Vec<f64> = single(servers, utilisation).batches(batch).iter().map(|batch| batch.0).collect();
    let load = utilisation * f64::from(servers);
    let expected = erlang_c(servers, load) * 0.010 / (f64::from(servers) - load);
    assert_agrees(&waits, expected, precision);
}

#[test]
fn erlang_c_of_four_servers_at_80_percent_is_the_published_value() {
    assert!((erlang_c(4, 3.2) - 0.5964).abs() < 0.000_1);
}

#[test]
fn a_single_server_at_80_percent_waits_four_services_on_average() {
    let waits: Vec<f64> = single(1, 0.8).batches(200_000).iter().map(|batch| batch.0).collect();
    assert_agrees(&waits, 0.040, 0.01);
}

#[test]
fn four_servers_at_80_percent_wait_as_erlang_says() {
    assert_waits_as_erlang_says(4, 0.8, 200_000, 0.01);
}

#[test]
fn four_servers_at_half_load_wait_as_erlang_says() {
    assert_waits_as_erlang_says(4, 0.5, 200_000, 0.01);
}

#[test]
fn thirty_two_servers_at_90_percent_wait_as_erlang_says() {
    assert_waits_as_erlang_says(32, 0.9, 300_000, 0.015);
}

#[test]
fn the_99th_percentile_of_a_single_server_is_that_of_an_exponential() {
    // The sojourn in M/M/1 is exponential with mean service / (1 - utilisation) = 20 ms; ln 100 of them are 92.1 ms.
    let mut network = single(1, 0.5);
    network.run(4_000_000);
    let quantile = network.sojourns.quantile(0.99).as_ms_f64();
    assert!((quantile - 92.103).abs() < 0.015 * 92.103, "{quantile}");
}

#[test]
fn a_network_with_feedback_has_the_sojourn_of_jackson() {
    // 160 jobs/s from outside; a quarter of those that leave the database return to the first node, so every node sees
    // 160 / 0.75 = 213.3/s. Half go through the cache.
    let nodes = vec![
        node("web", 3, 4, Span::from_ms(15), (0.5, Next::Station(1), Next::Station(2))),
        node("cache", 3, 1, Span::from_ms(5), (1.0, Next::Station(2), Next::Out)),
        node("database", 3, 8, Span::from_ms(30), (0.25, Next::Station(0), Next::Out)),
    ];
    let mut network = Network::new(3, Span::from_s_f64(1.0 / 160.0), nodes);
    let sojourns: Vec<f64> = network.batches(100_000).iter().map(|batch| batch.1).collect();
    let inside = |servers: u32, rate: f64, service: f64| {
        let load = rate * service;
        load + erlang_c(servers, load) * load / (f64::from(servers) - load)
    };
    let rate = 160.0 / 0.75;
    let jobs = inside(4, rate, 0.015) + inside(1, rate / 2.0, 0.005) + inside(8, rate, 0.030);
    assert_agrees(&sojourns, jobs / 160.0, 0.01);
}

#[test]
fn the_mean_number_waiting_is_the_rate_times_the_mean_wait() {
    // Little's law holds on every path, not only on average; only the jobs still inside at the end make a difference.
    let mut network = single(4, 0.9);
    network.run(1_000_000);
    let waiting = network.nodes[0].station.waiting().integral(network.queue.now()) as f64;
    let ratio = waiting / network.waited as f64;
    assert!((ratio - 1.0).abs() < 0.001, "{ratio}");
}

#[test]
fn a_server_is_busy_for_the_share_of_time_that_is_offered() {
    let mut network = single(4, 0.7);
    network.run(2_000_000);
    let now = network.queue.now();
    let busy = network.nodes[0].station.busy().mean_since(0, SimTime::ZERO, now);
    assert!((busy / 4.0 - 0.7).abs() < 0.003, "{busy}");
}

#[test]
fn a_run_with_the_same_seed_is_the_same_run() {
    let run = || {
        let mut network = single(4, 0.8);
        network.run(100_000);
        (network.queue.now(), network.waited, network.sojourn)
    };
    assert_eq!(run(), run());
}
