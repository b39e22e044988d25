//! The same design and seed give the same run; what is not connected changes nothing of the others.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use ninepins_model::presets::seed_architecture;
use ninepins_model::{Design, Kind, Part, PartSettings};
use ninepins_tests::{Measured, pid};

fn short() -> Design {
    let mut design = seed_architecture();
    design.scenario.duration_s = 60;
    design
}

fn digest(design: &Design) -> u64 {
    Measured::new(design).digest()
}

#[test]
fn the_same_seed_gives_the_same_digest() {
    assert_eq!(digest(&short()), digest(&short()));
}

#[test]
fn another_seed_gives_another_digest() {
    let mut other = short();
    other.scenario.seed += 1;
    assert_ne!(digest(&other), digest(&short()));
}

/// What the others of a design did: totals without the engine's events, and latencies.
fn outcomes(design: &Design) -> String {
    let run = Measured::new(design);
    let totals = run.totals();
    format!("{} {} {} {:?}", totals.generated, totals.ok, totals.failed, run.summary().latency)
}

#[test]
fn a_bucket_that_nothing_leads_to_changes_nothing() {
    let mut with_bucket = short();
    let mut bucket = Part::new(Kind::S3);
    bucket.container = Some(pid("seoul"));
    with_bucket.parts.insert(pid("archive"), bucket);
    assert_eq!(outcomes(&with_bucket), outcomes(&short()));
}

#[test]
fn an_instance_that_nothing_leads_to_changes_nothing() {
    let mut with_instance = short();
    let mut instance = Part::new(Kind::Ec2);
    instance.container = Some(pid("pub-a"));
    with_instance.parts.insert(pid("bastion"), instance);
    assert_eq!(outcomes(&with_instance), outcomes(&short()));
}

#[test]
fn a_second_architecture_beside_the_first_leaves_the_first_as_it_was() {
    // The users of the copy send nothing; all else of it runs: health checks, alarms, replication.
    let alone = short();
    let mut both = alone.clone();
    let renamed = |id: &str| pid(&format!("z-{id}"));
    for (id, part) in &alone.parts {
        let mut part = part.clone();
        part.container = part.container.map(|container| renamed(container.as_str()));
        if let Some(subnets) = part.subnets_mut() {
            for subnet in subnets {
                *subnet = renamed(subnet.as_str());
            }
        }
        if let PartSettings::Users(users) = &mut part.settings {
            users.traffic.rps = 0.0;
        }
        both.parts.insert(renamed(id.as_str()), part);
    }
    for (id, wire) in &alone.wires {
        let mut wire = wire.clone();
        (wire.from, wire.to) = (renamed(wire.from.as_str()), renamed(wire.to.as_str()));
        both.wires.insert(format!("z-{id}").parse().unwrap(), wire);
    }
    assert_eq!(outcomes(&both), outcomes(&alone));
}
