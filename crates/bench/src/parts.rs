//! The queueing networks of [`crate::multi_server`] and [`crate::tandem`], built from the product's parts with everything
//! that AWS does switched on: connections, deadlines, retries, health checks, scaling policy, metrics, bill.

use ninepins_model::parts::{Asg, Ec2, Users};
use ninepins_model::presets::{single_instance, two_tier_one_az};
use ninepins_model::wires::{Algorithm, TargetGroup};
use ninepins_model::{Design, PartSettings, WireSettings};

/// More than any workload runs.
const DURATION_S: u32 = 86_400;

/// Users and one instance with four vCPUs: 320 requests a second of 10 ms each, a load of 0.8.
pub(crate) fn multi_server() -> Design {
    let mut design = single_instance();
    design.scenario.duration_s = DURATION_S;
    for part in design.parts.values_mut() {
        match &mut part.settings {
            PartSettings::Users(users) => reads_only(users, 320.0),
            PartSettings::Ec2(server) => {
                *server = Ec2 { instance_type: "m6i.xlarge".into(), ..server.clone() };
                server.application.read_cpu_ms = 10.0;
            }
            _ => {}
        }
    }
    design
}

/// Users, a load balancer, four instances with two vCPUs each and a database with eight: 640 requests a second of 10 ms on
/// an instance and 8 ms in the database, loads of 0.8 and 0.64. An instance works in two halves, before and after its query.
pub(crate) fn tandem(algorithm: Algorithm) -> Design {
    let mut design = two_tier_one_az();
    design.scenario.duration_s = DURATION_S;
    for part in design.parts.values_mut() {
        match &mut part.settings {
            PartSettings::Users(users) => reads_only(users, 640.0),
            PartSettings::Asg(group) => {
                // Its policy would launch more: it may want to.
                *group = Asg { min: 4, desired: 4, max: 4, ..group.clone() };
                group.application.read_cpu_ms = 10.0;
            }
            PartSettings::Rds(database) => {
                database.instance_class = "db.m6g.2xlarge".into();
                database.read_cpu_ms = 8.0;
            }
            _ => {}
        }
    }
    for wire in design.wires.values_mut() {
        if let Some(WireSettings::TargetGroup(group)) = &mut wire.settings {
            *group = TargetGroup { algorithm, ..group.clone() };
        }
    }
    design
}

/// The same without what a queueing network does not have: round trips, look-ups of names, and the load balancer's and the
/// storage's latency.
pub(crate) fn without_delays(mut design: Design) -> Design {
    for part in design.parts.values_mut() {
        match &mut part.settings {
            PartSettings::Users(users) => {
                (users.region_rtt_ms, users.edge_rtt_ms) = (0.0, 0.0);
                users.dns_minimum_s = f64::from(DURATION_S);
            }
            PartSettings::Region(region) => (region.same_zone_rtt_ms, region.cross_zone_rtt_ms) = (0.0, 0.0),
            PartSettings::Alb(balancer) => balancer.added_latency_ms = 0.0,
            PartSettings::Rds(database) => database.storage_ms = 0.0,
            _ => {}
        }
    }
    design
}

fn reads_only(users: &mut Users, rate: f64) {
    users.traffic.rps = rate;
    users.retries.max = Users::default().retries.max;
    (users.mix.assets, users.mix.reads, users.mix.writes) = (0.0, 1.0, 0.0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use ninepins_sim::Run;

    /// Mean latency in milliseconds of half an hour, over three seeds.
    fn mean_ms(design: &Design) -> f64 {
        let mean = |seed| {
            let mut design = design.clone();
            design.scenario.seed = seed;
            let mut run = Run::new(design);
            run.advance(1_800_000_000_000, u64::MAX);
            assert_eq!(run.totals().failed, 0);
            run.summary().latency[0].mean_us / 1e3
        };
        (1..=3).map(mean).sum::<f64>() / 3.0
    }

    #[test]
    fn the_time_at_an_instance_with_four_processors_is_erlangs() {
        let error = mean_ms(&without_delays(multi_server())) / 17.455_41 - 1.0;
        assert!(error.abs() < 0.02, "{error}");
    }

    #[test]
    fn instances_chosen_at_random_and_their_database_are_a_jackson_network() {
        // Each half is an M/M/2 station at 0.8 with 5 ms of service, 5 / (1 - 0.64) = 13.889 ms; the query an M/M/8 station
        // at 0.64 with 8 ms of service, 8.515 ms.
        let error = mean_ms(&without_delays(tandem(Algorithm::WeightedRandom))) / 36.293 - 1.0;
        assert!(error.abs() < 0.02, "{error}");
    }

    #[test]
    fn a_balancer_that_chooses_better_has_faster_answers() {
        let [random, in_turn, fewest] =
            [Algorithm::WeightedRandom, Algorithm::RoundRobin, Algorithm::LeastOutstandingRequests]
                .map(|algorithm| mean_ms(&without_delays(tandem(algorithm))));
        assert!(random > in_turn && in_turn > fewest, "{random} {in_turn} {fewest}");
    }

    #[test]
    fn delays_are_added_and_nothing_fails() {
        // A round trip of 40 ms; a tenth of the requests look up a name first, some open a connection.
        let added = mean_ms(&multi_server()) - 17.455_41;
        assert!((40.0..45.0).contains(&added), "{added}");
    }
}
