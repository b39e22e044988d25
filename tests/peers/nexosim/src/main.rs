//! The networks in NeXosim: a model for each station, one for the users with their balancer. On one thread: there is too
//! little to do at one time for more.

use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use nexosim::model::{Context, Model, schedulable};
use nexosim::ports::Output;
use nexosim::simulation::{Mailbox, SimInit, SimulationError};
use nexosim::time::MonotonicTime;
use serde::{Deserialize, Serialize};

/// How many requests have ended, and how long they took together.
static ENDED: AtomicU64 = AtomicU64::new(0);
static TOTAL_NS: AtomicU64 = AtomicU64::new(0);

const SERVERS: usize = 4;

/// A request: when it arrived, and the server it was sent to.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Request {
    arrived_ns: u64,
    server: usize,
}

/// Random numbers: SplitMix64.
#[derive(Serialize, Deserialize)]
struct Stream(u64);

impl Stream {
    fn exponential(&mut self, mean_s: f64) -> Duration {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        let uniform = ((bits >> 11) as f64 + 1.0) / (1u64 << 53) as f64;
        // An event of now cannot be scheduled.
        Duration::from_secs_f64(-uniform.ln() * mean_s).max(Duration::from_nanos(1))
    }
}

fn now_ns(time: MonotonicTime) -> u64 {
    time.duration_since(MonotonicTime::EPOCH).as_nanos() as u64
}

/// Sends the requests, each to one of the stations behind it.
#[derive(Serialize, Deserialize)]
struct Users {
    left: u64,
    between_s: f64,
    least_outstanding: bool,
    turn: usize,
    outstanding: Vec<u32>,
    stream: Stream,
    stations: Vec<Output<Request>>,
}

#[Model]
impl Users {
    #[nexosim(init)]
    async fn init(&mut self, cx: &Context<Self>) {
        self.next(cx);
    }

    fn next(&mut self, cx: &Context<Self>) {
        let gap = self.stream.exponential(self.between_s);
        cx.schedule_event(gap, schedulable!(Self::arrive), ()).expect("the next arrival lies ahead");
    }

    fn choose(&mut self) -> usize {
        if self.least_outstanding {
            let fewest = self.outstanding.iter().enumerate().min_by_key(|(_, outstanding)| **outstanding);
            return fewest.map_or(0, |(server, _)| server);
        }
        self.turn = (self.turn + 1) % self.stations.len();
        self.turn
    }

    #[nexosim(schedulable)]
    async fn arrive(&mut self, _: (), cx: &Context<Self>) {
        let server = self.choose();
        self.outstanding[server] += 1;
        self.left -= 1;
        if self.left > 0 {
            self.next(cx);
        }
        self.stations[server].send(Request { arrived_ns: now_ns(cx.time()), server }).await;
    }

    /// A station has finished a request.
    async fn done(&mut self, server: usize) {
        self.outstanding[server] -= 1;
    }
}

/// Workers with one queue.
#[derive(Serialize, Deserialize)]
struct Station {
    free: u32,
    mean_s: f64,
    queue: std::collections::VecDeque<Request>,
    stream: Stream,
    tells_users: bool,
    is_last: bool,
    done: Output<usize>,
    next: Output<Request>,
}

#[Model]
impl Station {
    fn start(&mut self, request: Request, cx: &Context<Self>) {
        let time = self.stream.exponential(self.mean_s);
        cx.schedule_event(time, schedulable!(Self::finish), request).expect("the end of a service lies ahead");
    }

    async fn arrive(&mut self, request: Request, cx: &Context<Self>) {
        if self.free == 0 {
            return self.queue.push_back(request);
        }
        self.free -= 1;
        self.start(request, cx);
    }

    #[nexosim(schedulable)]
    async fn finish(&mut self, request: Request, cx: &Context<Self>) {
        match self.queue.pop_front() {
            Some(waiting) => self.start(waiting, cx),
            None => self.free += 1,
        }
        if self.tells_users {
            self.done.send(request.server).await;
        }
        if self.is_last {
            ENDED.fetch_add(1, Ordering::Relaxed);
            TOTAL_NS.fetch_add(now_ns(cx.time()) - request.arrived_ns, Ordering::Relaxed);
        } else {
            self.next.send(request).await;
        }
    }
}

fn station(workers: u32, mean_s: f64, seed: u64) -> Station {
    Station {
        free: workers,
        mean_s,
        queue: Default::default(),
        stream: Stream(seed),
        tells_users: false,
        is_last: true,
        done: Output::default(),
        next: Output::default(),
    }
}

fn simulate(network: &str, requests: u64, seed: u64) -> Result<(), SimulationError> {
    let is_tandem = network != "mm4";
    let least_outstanding = network == "tandem-least-outstanding";
    let mut users = Users {
        left: requests,
        between_s: if is_tandem { 1.0 / 640.0 } else { 1.0 / 320.0 },
        least_outstanding,
        turn: 0,
        outstanding: vec![0; SERVERS],
        stream: Stream(seed),
        stations: Vec::new(),
    };
    let users_box = Mailbox::new();
    let mut simulation = SimInit::with_num_threads(1);
    if is_tandem {
        let database_box = Mailbox::new();
        for index in 0..SERVERS {
            let mut server = station(2, 0.010, seed + 1000 * (index as u64 + 1));
            server.is_last = false;
            server.next.connect(Station::arrive, &database_box);
            if least_outstanding {
                server.tells_users = true;
                server.done.connect(Users::done, &users_box);
            }
            let server_box = Mailbox::new();
            let mut output = Output::default();
            output.connect(Station::arrive, &server_box);
            users.stations.push(output);
            simulation = simulation.add_model(server, server_box, &format!("server {index}"));
        }
        simulation = simulation.add_model(station(8, 0.008, seed + 9000), database_box, "database");
    } else {
        let station_box = Mailbox::new();
        let mut output = Output::default();
        output.connect(Station::arrive, &station_box);
        users.stations.push(output);
        simulation = simulation.add_model(station(4, 0.010, seed + 9000), station_box, "station");
    }
    let mut simulation = simulation.add_model(users, users_box, "users").init(MonotonicTime::EPOCH)?;
    while ENDED.load(Ordering::Relaxed) < requests {
        simulation.step()?;
    }
    Ok(())
}

fn main() -> Result<(), SimulationError> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, network, requests, seed] = arguments.as_slice() else {
        panic!("say a network, how many requests, and a seed")
    };
    let number = |text: &String| text.parse::<u64>().expect("a number of requests or a seed is a whole number");
    let started = Instant::now();
    let processor = processor_seconds();
    simulate(network, number(requests), number(seed))?;
    let seconds = started.elapsed().as_secs_f64();
    let cpu_seconds = processor_seconds() - processor;
    let ended = ENDED.load(Ordering::Relaxed);
    let mean_ms = TOTAL_NS.load(Ordering::Relaxed) as f64 / ended as f64 / 1e6;
    println!(
        "{{\"requests\":{ended},\"seconds\":{seconds},\"cpu_seconds\":{cpu_seconds},\"mean_ms\":{mean_ms},\"bytes\":{}}}",
        peak_bytes()
    );
    Ok(())
}

/// Seconds that this process has had a processor; 0 where Linux does not say it.
fn processor_seconds() -> f64 {
    let text = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    text.split_whitespace().next().and_then(|word| word.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

/// The most memory this process ever had; 0 where Linux does not say it.
fn peak_bytes() -> u64 {
    let text = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) * 1024
}
