//! The same requests through larger and larger models, and what the larger models cost without any.

use ninepins_model::parts::{Asg, Ec2, RouteTarget};
use ninepins_model::presets::two_tier_one_az;
use ninepins_model::{Design, Part, PartId, PartSettings, Wire, WireSettings};
use ninepins_sim::{Run, State};

/// Requests a second, whatever the size.
const RATE: f64 = 1000.0;
/// More than is ever run.
const DURATION_S: u32 = 86_400;
/// What a request needs of an instance and of the database, in milliseconds: little, so that one instance is enough.
const DEMAND_MS: f64 = 0.5;
/// Connections of each member's pool, which one member needs and a thousand may have.
const CONNECTIONS: u32 = 4;
/// More vCPUs and connections to the database than the largest size has.
const ENOUGH: u32 = 10_000;

/// A size to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// So many members in one group behind one load balancer.
    Members(u32),
    /// So many parts, in stacks of users, a load balancer, an instance and a database that share the requests.
    Parts(u32),
}

impl Scale {
    /// All sizes, in the order of the table.
    pub const ALL: [Scale; 8] = [
        Scale::Members(1),
        Scale::Members(10),
        Scale::Members(100),
        Scale::Members(1000),
        Scale::Parts(10),
        Scale::Parts(50),
        Scale::Parts(200),
        Scale::Parts(500),
    ];

    /// Its run with all requests, or without any.
    pub fn run(self, with_requests: bool) -> Run {
        let rate = if with_requests { RATE } else { 0.0 };
        Run::new(match self {
            Scale::Members(count) => members(count, rate),
            Scale::Parts(count) => stacks(count, rate),
        })
    }
}

/// Bytes of a run's state by estimate.
pub fn state_bytes(run: &Run) -> usize {
    State::estimated_bytes(&run.state())
}

fn adapt(settings: &mut PartSettings, rate: f64) {
    match settings {
        PartSettings::Users(users) => {
            users.traffic.rps = rate;
            (users.mix.assets, users.mix.reads, users.mix.writes) = (0.0, 1.0, 0.0);
        }
        PartSettings::Region(region) => region.on_demand_vcpus = ENOUGH,
        PartSettings::Rds(database) => {
            database.max_connections = ENOUGH;
            database.read_cpu_ms = DEMAND_MS;
        }
        PartSettings::Asg(group) => group.application.read_cpu_ms = DEMAND_MS,
        // Room for all members.
        PartSettings::Subnet(subnet) => match subnet.routes.values().next() {
            Some(RouteTarget::InternetGateway) => {}
            _ if subnet.cidr.starts_with("10.0.10.") => subnet.cidr = "10.0.160.0/20".into(),
            _ => {}
        },
        _ => {}
    }
}

fn adapted(rate: f64) -> Design {
    let mut design = two_tier_one_az();
    design.scenario.duration_s = DURATION_S;
    design.parts.values_mut().for_each(|part| adapt(&mut part.settings, rate));
    for wire in design.wires.values_mut() {
        if let Some(WireSettings::Pool(pool)) = &mut wire.settings {
            pool.max = CONNECTIONS;
        }
    }
    design
}

fn members(count: u32, rate: f64) -> Design {
    let mut design = adapted(rate);
    for part in design.parts.values_mut() {
        if let PartSettings::Asg(group) = &mut part.settings {
            *group = Asg { min: count, desired: count, max: count, ..group.clone() };
        }
    }
    design
}

/// The containers once, and what is in them as often as there is room among `count` parts.
fn stacks(count: u32, rate: f64) -> Design {
    let mut design = adapted(rate);
    let is_copied = |part: &Part| part.size.is_none();
    let cards: Vec<(PartId, Part)> = design.parts.extract_if(.., |_, part| is_copied(part)).collect();
    let wires: Vec<Wire> = std::mem::take(&mut design.wires).into_values().collect();
    let copies = ((count as usize).saturating_sub(design.parts.len()) / cards.len()).max(1);
    for copy in 1..=copies {
        let renamed = |id: &PartId| format!("{}-{copy}", id.as_str()).parse::<PartId>().unwrap_or_else(|_| id.clone());
        for (id, part) in &cards {
            let mut part = part.clone();
            match &mut part.settings {
                PartSettings::Users(users) => {
                    users.traffic.rps = rate / copies as f64;
                    users.clients = (users.clients / copies as u32).max(1);
                }
                PartSettings::Asg(group) => {
                    let server = Ec2 { application: group.application.clone(), ..Ec2::default() };
                    part.container = group.subnets.first().cloned();
                    part.settings = PartSettings::Ec2(server);
                }
                _ => {}
            }
            design.parts.insert(renamed(id), part);
        }
        for (number, wire) in wires.iter().enumerate() {
            let mut wire = wire.clone();
            (wire.from, wire.to) = (renamed(&wire.from), renamed(&wire.to));
            if let Ok(id) = format!("w{copy}-{number}").parse() {
                design.wires.insert(id, wire);
            }
        }
    }
    design
}

#[cfg(test)]
mod tests {
    use ninepins_model::wires::Algorithm;
    use ninepins_model::{Action, Event, MemberPick, MemberTarget};

    use super::*;

    #[test]
    fn every_size_answers_all_requests_and_has_as_many_parts_as_it_says() {
        for scale in Scale::ALL {
            let mut run = scale.run(true);
            run.advance(5_000_000_000, u64::MAX);
            let totals = run.totals();
            assert!(totals.generated > 4_500, "{scale:?}: {totals:?}");
            assert_eq!(totals.failed, 0, "{scale:?}: {:?}", run.summary().failures);
            if let Scale::Parts(count) = scale {
                let parts = run.design().parts.len() as u32;
                assert!((count.saturating_sub(4)..=count.max(13)).contains(&parts), "{count}: {parts}");
            }
        }
    }

    #[test]
    fn a_target_is_found_among_many_while_some_fail_whatever_the_algorithm() {
        for algorithm in [Algorithm::LeastOutstandingRequests, Algorithm::WeightedRandom, Algorithm::RoundRobin] {
            let mut design = members(60, RATE);
            for wire in design.wires.values_mut() {
                if let Some(WireSettings::TargetGroup(group)) = &mut wire.settings {
                    group.algorithm = algorithm;
                }
            }
            let web: PartId = "web".parse().unwrap_or_else(|_| unreachable!("a valid id"));
            let target = MemberTarget { part: web, pick: MemberPick::Oldest, zone: None };
            let crash = Action::TerminateInstance { target };
            design.scenario.events = (1..20).map(|at| Event { at_ms: at * 1_500, action: crash.clone() }).collect();
            let mut run = Run::new(design);
            run.advance(90_000_000_000, u64::MAX);
            let totals = run.totals();
            assert!(totals.ok > 85_000, "{algorithm:?}: {totals:?}");
            assert_eq!(run.violations(), Vec::<String>::new());
        }
    }
}
