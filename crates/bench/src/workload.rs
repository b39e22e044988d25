//! The list of workloads, and how much of each is run.

use ninepins_sim::Run;

use crate::Counts;
use crate::multi_server::MultiServer;
use crate::seed;
use crate::tandem::{Balancing, Tandem};

/// What can be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workload {
    /// M/M/4 at a load of 0.8.
    MultiServer,
    /// The tandem network with a balancer that takes each server in turn.
    TandemRoundRobin,
    /// The tandem network with a balancer that takes the server with the fewest outstanding requests.
    TandemLeastOutstanding,
    /// The seed architecture at its own rate.
    Seed,
    /// The seed architecture at 1,000 requests per second.
    Seed1000,
    /// The seed architecture, with more instances and larger databases, at 10,000 requests per second.
    Seed10000,
}

impl Workload {
    /// All of them, in the order of the table.
    pub const ALL: [Workload; 6] = [
        Workload::MultiServer,
        Workload::TandemRoundRobin,
        Workload::TandemLeastOutstanding,
        Workload::Seed,
        Workload::Seed1000,
        Workload::Seed10000,
    ];

    /// Its name on a command line.
    pub const fn name(self) -> &'static str {
        match self {
            Workload::MultiServer => "mm4",
            Workload::TandemRoundRobin => "tandem-round-robin",
            Workload::TandemLeastOutstanding => "tandem-least-outstanding",
            Workload::Seed => "seed",
            Workload::Seed1000 => "seed-1000",
            Workload::Seed10000 => "seed-10000",
        }
    }

    /// The workload of this name.
    pub fn named(name: &str) -> Option<Workload> {
        Workload::ALL.into_iter().find(|workload| workload.name() == name)
    }

    const fn is_network(self) -> bool {
        matches!(self, Workload::MultiServer | Workload::TandemRoundRobin | Workload::TandemLeastOutstanding)
    }

    /// Events of one slice: 1 to 4 ms, as in the page's worker.
    pub const fn slice_events(self) -> u64 {
        if self.is_network() { 50_000 } else { 20_000 }
    }

    /// Slices before the measured ones: caches fill, and a browser compiles for good what it compiled in haste.
    pub const fn warm_up_slices(self) -> u32 {
        if self.is_network() { 40 } else { 100 }
    }

    /// Slices that are measured.
    pub const fn measured_slices(self) -> u32 {
        if self.is_network() { 300 } else { 400 }
    }
}

#[derive(Debug)]
enum Model {
    MultiServer(Box<MultiServer>),
    Tandem(Box<Tandem>),
    Seed(Box<Run>),
}

/// A workload that runs.
#[derive(Debug)]
pub struct Bench {
    workload: Workload,
    model: Model,
}

impl Bench {
    /// The workload at its start.
    pub fn new(workload: Workload) -> Bench {
        let tandem = |balancing| Model::Tandem(Box::new(Tandem::new(balancing)));
        let seed = |rate| Model::Seed(Box::new(Run::new(seed::design(rate))));
        let model = match workload {
            Workload::MultiServer => Model::MultiServer(Box::new(MultiServer::new())),
            Workload::TandemRoundRobin => tandem(Balancing::RoundRobin),
            Workload::TandemLeastOutstanding => tandem(Balancing::LeastOutstanding),
            Workload::Seed => seed(None),
            Workload::Seed1000 => seed(Some(1000.0)),
            Workload::Seed10000 => seed(Some(10_000.0)),
        };
        Bench { workload, model }
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
            Model::Seed(run) => seed::advance(run, events),
        }
    }

    /// Work done since the start.
    pub fn counts(&self) -> Counts {
        match &self.model {
            Model::MultiServer(network) => network.counts(),
            Model::Tandem(network) => network.counts(),
            Model::Seed(run) => seed::counts(run),
        }
    }

    /// A value that differs between runs that differ: natively and in a browser it must be the same.
    pub fn checksum(&self) -> u64 {
        match &self.model {
            Model::MultiServer(network) => network.checksum(),
            Model::Tandem(network) => network.checksum(),
            Model::Seed(run) => run.digest(),
        }
    }

    /// Goes back to the last checkpoint, which copies the engine's state. Returns whether the workload has checkpoints.
    pub fn rewind(&mut self) -> bool {
        match &mut self.model {
            Model::Seed(run) => {
                seed::rewind(run);
                true
            }
            Model::MultiServer(_) | Model::Tandem(_) => false,
        }
    }
}
