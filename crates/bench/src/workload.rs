//! The list of workloads, and how much of each is run.

use ninepins_model::Design;
use ninepins_model::wires::Algorithm;
use ninepins_protocol::FromWorker;
use ninepins_sim::{Run, State};

use crate::Counts;
use crate::multi_server::MultiServer;
use crate::tandem::{Balancing, Tandem};
use crate::{parts, seed, state};

/// What can be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workload {
    /// M/M/4 at a load of 0.8, from the kernel's blocks.
    MultiServer,
    /// The tandem network with a balancer that takes each server in turn.
    TandemRoundRobin,
    /// The tandem network with a balancer that takes the server with the fewest outstanding requests.
    TandemLeastOutstanding,
    /// Users and an instance with four vCPUs.
    MultiServerParts,
    /// Users, load balancer, four instances, database; each instance in turn.
    TandemRoundRobinParts,
    /// The same with the instance that has the fewest outstanding requests.
    TandemLeastOutstandingParts,
    /// The same with any instance: the only one with a formula.
    TandemRandomParts,
    /// The seed architecture at its own rate.
    Seed,
    /// The seed architecture at 100 requests per second.
    Seed100,
    /// The seed architecture at 1,000 requests per second.
    Seed1000,
    /// The seed architecture, with more instances and larger databases, at 10,000 requests per second.
    Seed10000,
    /// The seed architecture, larger still, at 100,000 requests per second.
    Seed100000,
}

impl Workload {
    /// All of them, in the order of the table.
    pub const ALL: [Workload; 12] = [
        Workload::MultiServer,
        Workload::TandemRoundRobin,
        Workload::TandemLeastOutstanding,
        Workload::MultiServerParts,
        Workload::TandemRoundRobinParts,
        Workload::TandemLeastOutstandingParts,
        Workload::TandemRandomParts,
        Workload::Seed,
        Workload::Seed100,
        Workload::Seed1000,
        Workload::Seed10000,
        Workload::Seed100000,
    ];

    /// Its name on a command line.
    pub const fn name(self) -> &'static str {
        match self {
            Workload::MultiServer => "mm4",
            Workload::TandemRoundRobin => "tandem-round-robin",
            Workload::TandemLeastOutstanding => "tandem-least-outstanding",
            Workload::MultiServerParts => "parts-mm4",
            Workload::TandemRoundRobinParts => "parts-tandem-round-robin",
            Workload::TandemLeastOutstandingParts => "parts-tandem-least-outstanding",
            Workload::TandemRandomParts => "parts-tandem-random",
            Workload::Seed => "seed",
            Workload::Seed100 => "seed-100",
            Workload::Seed1000 => "seed-1000",
            Workload::Seed10000 => "seed-10000",
            Workload::Seed100000 => "seed-100000",
        }
    }

    /// The workload of this name.
    pub fn named(name: &str) -> Option<Workload> {
        Workload::ALL.into_iter().find(|workload| workload.name() == name)
    }

    /// What it runs; of a network of the kernel's blocks, the same from parts.
    pub fn design(self) -> Design {
        match self {
            Workload::MultiServer | Workload::MultiServerParts => parts::multi_server(),
            Workload::TandemRoundRobin | Workload::TandemRoundRobinParts => parts::tandem(Algorithm::RoundRobin),
            Workload::TandemLeastOutstanding | Workload::TandemLeastOutstandingParts => {
                parts::tandem(Algorithm::LeastOutstandingRequests)
            }
            Workload::TandemRandomParts => parts::tandem(Algorithm::WeightedRandom),
            Workload::Seed => seed::design(None),
            Workload::Seed100 => seed::design(Some(100.0)),
            Workload::Seed1000 => seed::design(Some(1000.0)),
            Workload::Seed10000 => seed::design(Some(10_000.0)),
            Workload::Seed100000 => seed::design(Some(100_000.0)),
        }
    }

    const fn is_from_blocks(self) -> bool {
        matches!(self, Workload::MultiServer | Workload::TandemRoundRobin | Workload::TandemLeastOutstanding)
    }

    /// Events of one slice: 1 to 4 ms, as in the page's worker.
    pub const fn slice_events(self) -> u64 {
        if self.is_from_blocks() { 50_000 } else { 20_000 }
    }

    /// Slices before the measured ones: caches fill, and a browser compiles for good what it compiled in haste.
    pub const fn warm_up_slices(self) -> u32 {
        match self {
            // Until every client has its connections and every edge its objects.
            Workload::Seed100000 => 400,
            _ if self.is_from_blocks() => 40,
            _ => 100,
        }
    }

    /// Slices that are measured.
    pub const fn measured_slices(self) -> u32 {
        if self.is_from_blocks() { 300 } else { 400 }
    }

    /// The end of the half an hour in which seeking is measured.
    pub const LAST_SECOND: u32 = 1800;

    /// Where to seek, each before the last. The steps share no divisor with the intervals of checkpoints, so that the way from
    /// one is sometimes short and sometimes long.
    pub fn seeks() -> impl Iterator<Item = u32> {
        (1..Workload::LAST_SECOND).rev().step_by(37)
    }

    /// Whether seeking through half an hour of it is measured.
    pub const fn is_sought(self) -> bool {
        matches!(self, Workload::Seed1000)
    }
}

#[derive(Debug)]
enum Model {
    MultiServer(Box<MultiServer>),
    Tandem(Box<Tandem>),
    Parts(Box<Run>),
}

/// A workload that runs.
#[derive(Debug)]
pub struct Bench {
    workload: Workload,
    model: Model,
    copies: Vec<State>,
    frame: Option<FromWorker>,
    bytes: Vec<u8>,
}

impl Bench {
    /// The workload at its start.
    pub fn new(workload: Workload) -> Bench {
        let tandem = |balancing| Model::Tandem(Box::new(Tandem::new(balancing)));
        let run = |design| Model::Parts(Box::new(Run::new(design)));
        let model = match workload {
            Workload::MultiServer => Model::MultiServer(Box::new(MultiServer::new())),
            Workload::TandemRoundRobin => tandem(Balancing::RoundRobin),
            Workload::TandemLeastOutstanding => tandem(Balancing::LeastOutstanding),
            _ => run(workload.design()),
        };
        Bench { workload, model, copies: Vec::new(), frame: None, bytes: Vec::new() }
    }

    /// The workload at its start without the delays that a queueing network does not have. Only those from the product's
    /// parts have any.
    pub fn without_delays(workload: Workload) -> Bench {
        let mut bench = Bench::new(workload);
        if let Model::Parts(run) = &mut bench.model {
            **run = Run::new(parts::without_delays(run.design().clone()));
        }
        bench
    }

    /// Which it is.
    pub const fn workload(&self) -> Workload {
        self.workload
    }

    /// Runs one slice.
    pub fn slice(&mut self) {
        let events = self.workload.slice_events();
        match &mut self.model {
            Model::MultiServer(network) => network.advance(events),
            Model::Tandem(network) => network.advance(events),
            Model::Parts(run) => seed::advance(run, events),
        }
    }

    /// Work done since the start.
    pub fn counts(&self) -> Counts {
        match &self.model {
            Model::MultiServer(network) => network.counts(),
            Model::Tandem(network) => network.counts(),
            Model::Parts(run) => seed::counts(run),
        }
    }

    /// Mean time of a request from its start to its end, in milliseconds.
    pub fn mean_ms(&self) -> f64 {
        match &self.model {
            Model::MultiServer(network) => network.mean_ms(),
            Model::Tandem(network) => network.mean_ms(),
            Model::Parts(run) => seed::mean_ms(run),
        }
    }

    /// A value that differs between runs that differ: natively and in a browser it must be the same.
    pub fn checksum(&self) -> u64 {
        match &self.model {
            Model::MultiServer(network) => network.checksum(),
            Model::Tandem(network) => network.checksum(),
            Model::Parts(run) => run.digest(),
        }
    }

    const fn run(&self) -> Option<&Run> {
        match &self.model {
            Model::Parts(run) => Some(run),
            Model::MultiServer(_) | Model::Tandem(_) => None,
        }
    }

    /// Goes back to the last checkpoint, which copies the engine's state. Returns whether the workload has checkpoints.
    pub fn rewind(&mut self) -> bool {
        match &mut self.model {
            Model::Parts(run) => {
                seed::rewind(run);
                true
            }
            Model::MultiServer(_) | Model::Tandem(_) => false,
        }
    }

    /// Keeps one more copy of the engine's state, which is what a checkpoint does. Returns whether the workload has an
    /// engine.
    pub fn copy(&mut self) -> bool {
        let copy = self.run().map(Run::state);
        let has_engine = copy.is_some();
        self.copies.extend(copy);
        has_engine
    }

    /// The last copy's size by estimate, and the most attempts in flight up to then.
    pub fn last_copy(&self) -> Option<(usize, u32)> {
        self.copies.last().map(|copy| (copy.estimated_bytes(), copy.most_in_flight()))
    }

    /// Drops the copies.
    pub fn drop_copies(&mut self) {
        self.copies.clear();
    }

    /// Makes a frame to encode: of the last second, or of everything since the start. Returns whether the workload has any.
    pub fn make_frame(&mut self, everything: bool) -> bool {
        self.frame = self.run().map(|run| state::frame(run, everything));
        self.frame.is_some()
    }

    /// Encodes the frame. Returns its bytes.
    pub fn encode(&mut self) -> usize {
        self.bytes = self.frame.as_ref().map(state::to_bytes).unwrap_or_default();
        self.bytes.len()
    }

    /// Decodes what was encoded. Returns whether it could be read.
    pub fn decode(&self) -> bool {
        state::is_read(&self.bytes)
    }

    /// Goes to a second, from the nearest checkpoint on.
    pub fn seek(&mut self, second: u32) {
        if let Model::Parts(run) = &mut self.model {
            let at_ns = u64::from(second) * 1_000_000_000;
            run.seek(at_ns);
            run.advance(at_ns, u64::MAX);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bench, Workload};

    #[test]
    fn a_workload_is_found_by_its_name() {
        for workload in Workload::ALL {
            assert_eq!(Workload::named(workload.name()), Some(workload));
        }
    }

    #[test]
    fn a_seek_goes_to_the_second() {
        let mut bench = Bench::new(Workload::Seed100);
        for second in [60, 25, 59] {
            bench.seek(second);
            assert_eq!(bench.counts().simulated_ns, u64::from(second) * 1_000_000_000);
        }
    }

    #[test]
    fn a_copy_knows_its_size() {
        let mut bench = Bench::new(Workload::Seed);
        bench.seek(5);
        assert!(bench.copy());
        let (bytes, in_flight) = bench.last_copy().unwrap_or_default();
        assert!(bytes > 100_000 && in_flight > 10, "{bytes} {in_flight}");
    }
}
