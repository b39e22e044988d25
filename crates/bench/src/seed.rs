//! The seed architecture at a given rate.

use ninepins_model::parts::Asg;
use ninepins_model::presets::seed_architecture;
use ninepins_model::{Design, PartSettings};
use ninepins_sim::Run;

use crate::Counts;

/// From this rate on the architecture gets more of everything, so that it is not saturated.
const LARGE: f64 = 10_000.0;
/// 96 vCPUs for the 38 that 4,000 API requests a second need.
const LARGE_INSTANCES: u32 = 48;
/// 16 vCPUs for the primary's 2.5 and for the replica's 4.5.
const LARGE_DATABASE: &str = "db.m6g.4xlarge";
/// From this rate on the instances are larger, there are more clients, and queries are shorter.
const HUGE: f64 = 100_000.0;
/// 768 vCPUs for the 380 that 40,000 API requests a second need.
const HUGE_INSTANCE: &str = "m6i.4xlarge";
/// So that none has more than a few requests in flight.
const HUGE_CLIENTS: u32 = 50_000;
/// LCUs reserved at the load balancer: 1,600 for the first second, in which every client opens its connection.
const HUGE_CAPACITY: f64 = 5000.0;
/// There is no database class with ten times the processors, so a query takes a tenth of its time.
const HUGE_QUERIES: f64 = 0.1;
/// GiB of gp3, its operations and MiB a second: more writes and missed reads than a small volume serves.
const HUGE_STORAGE: (u32, u32, u32) = (4_000, 64_000, 4_000);
/// Events from a checkpoint on before the run goes back to it.
const EVENTS_BEFORE_REWIND: u64 = 32;

/// The seed architecture at its own rate or at another; from 10,000 requests a second on with more instances and larger
/// databases, so that it is not saturated.
pub(crate) fn design(rate: Option<f64>) -> Design {
    let mut design = seed_architecture();
    // More than any workload runs.
    design.scenario.duration_s = 86_400;
    let Some(rate) = rate else { return design };
    for part in design.parts.values_mut() {
        if let PartSettings::Users(users) = &mut part.settings {
            users.traffic.rps = rate;
        }
        if rate >= LARGE {
            enlarge(&mut part.settings);
        }
        if rate >= HUGE {
            enlarge_more(&mut part.settings);
        }
    }
    design
}

fn enlarge(settings: &mut PartSettings) {
    match settings {
        PartSettings::Asg(group) => {
            let size = LARGE_INSTANCES;
            *group = Asg { min: size, desired: size, max: size, ..group.clone() };
        }
        PartSettings::Rds(database) => database.instance_class = LARGE_DATABASE.into(),
        PartSettings::ReadReplica(replica) => replica.instance_class = LARGE_DATABASE.into(),
        _ => {}
    }
}

fn enlarge_more(settings: &mut PartSettings) {
    match settings {
        PartSettings::Users(users) => users.clients = HUGE_CLIENTS,
        PartSettings::Alb(balancer) => balancer.capacity_reservation_lcu = HUGE_CAPACITY,
        PartSettings::Asg(group) => group.instance_type = HUGE_INSTANCE.into(),
        PartSettings::Rds(database) => {
            database.read_cpu_ms *= HUGE_QUERIES;
            database.write_cpu_ms *= HUGE_QUERIES;
            let storage = &mut database.storage;
            (storage.allocated_gib, storage.iops, storage.throughput_mibps) = HUGE_STORAGE;
        }
        PartSettings::ReadReplica(replica) => {
            replica.read_cpu_ms *= HUGE_QUERIES;
            replica.apply_rps /= HUGE_QUERIES;
        }
        _ => {}
    }
}

pub(crate) fn advance(run: &mut Run, events: u64) {
    run.advance(run.end_ns(), events);
}

/// Mean latency of the requests that ended ok, in milliseconds.
pub(crate) fn mean_ms(run: &Run) -> f64 {
    run.summary().latency[0].mean_us / 1e3
}

pub(crate) fn counts(run: &Run) -> Counts {
    let totals = run.totals();
    let [_, _, reads, writes] = run.summary().latency;
    Counts {
        requests: totals.generated,
        api_requests: reads.count + writes.count,
        failed: totals.failed,
        events: totals.events,
        hops: totals.hops,
        simulated_ns: run.now_ns(),
    }
}

/// Goes back to the last checkpoint and a few events on from it, so that it can be repeated.
pub(crate) fn rewind(run: &mut Run) {
    run.seek(run.now_ns().saturating_sub(1));
    advance(run, EVENTS_BEFORE_REWIND);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_rate_saturates_the_architecture() {
        for rate in [None, Some(100.0), Some(1000.0), Some(LARGE), Some(HUGE)] {
            let mut run = Run::new(design(rate));
            run.advance(20_000_000_000, u64::MAX);
            let totals = run.totals();
            assert!(totals.failed * 1000 < totals.generated, "{rate:?}: {totals:?} {:?}", run.summary().failures);
        }
    }

    #[test]
    fn a_rewound_run_gives_the_same_digest_again() {
        let mut run = Run::new(design(None));
        run.advance(25_000_000_000, u64::MAX);
        let digest = run.digest();
        rewind(&mut run);
        assert!(run.now_ns() < 25_000_000_000);
        run.advance(25_000_000_000, u64::MAX);
        assert_eq!(run.digest(), digest);
    }
}
