//! The guard of memory against the process's real memory: what a run takes before its first request and what its state takes
//! later are what the guard believes. One test, because others would take memory of the same process meanwhile.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use ninepins_bench::Scale;
use ninepins_model::presets::{seed_architecture, two_tier_one_az};
use ninepins_model::{Action, Design, Event, PartSettings};
use ninepins_sim::Run;

const MIB: u64 = 1 << 20;

/// Bytes of this process, on Linux.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}

fn changed(mut design: Design, change: impl Fn(&mut PartSettings)) -> Design {
    design.parts.values_mut().for_each(|part| change(&mut part.settings));
    design
}

/// The seed architecture with twelve more sources of 100,000 clients each.
fn crowds() -> Design {
    let mut design = seed_architecture();
    let users = design.parts.values().find(|part| matches!(part.settings, PartSettings::Users(_))).unwrap().clone();
    for number in 0..12 {
        let mut more = users.clone();
        if let PartSettings::Users(users) = &mut more.settings {
            (users.clients, users.traffic.rps) = (100_000, 1.0);
        }
        design.parts.insert(format!("crowd-{number}").parse().unwrap(), more);
    }
    design
}

/// Objects in every location's cache.
fn objects() -> Design {
    changed(seed_architecture(), |settings| match settings {
        PartSettings::Users(users) => (users.assets.objects, users.traffic.rps) = (20_000, 1.0),
        PartSettings::Cloudfront(cdn) => cdn.edge_locations = 60,
        _ => {}
    })
}

/// Requests that nobody answers: a quarter of a million of them in flight.
fn unanswered() -> Design {
    let mut design = changed(two_tier_one_az(), |settings| {
        if let PartSettings::Users(users) = settings {
            (users.traffic.rps, users.timeout_s, users.clients) = (50_000.0, 120.0, 10_000);
        }
    });
    let zone = design.parts.values().find_map(|part| match &part.settings {
        PartSettings::Az(az) => Some(az.zone.clone()),
        _ => None,
    });
    let action = Action::ZonePowerLoss { zone: zone.unwrap(), for_s: 0 };
    design.scenario.events = vec![Event { at_ms: 0, action }];
    design
}

type Make = fn() -> Run;

/// Whether two numbers of bytes are as good as the same; a process grows by whole pages, and the allocator keeps some.
fn is_near(one: u64, other: u64) -> bool {
    one.abs_diff(other) < 2 * MIB + one.max(other) / 8
}

#[test]
fn the_guard_of_memory_knows_what_there_is() {
    let runs: [(&str, Make); 4] = [
        ("many clients", || Run::new(crowds())),
        ("many objects", || Run::new(objects())),
        ("many instances", || Scale::Members(1_000).run(false)),
        ("many requests", || Run::new(unanswered())),
    ];
    // Nothing is dropped, so that what is new is measured.
    let mut kept = Vec::new();
    for (name, make) in runs {
        let Some(before) = resident() else { return };
        let mut run = make();
        let at_start = resident().unwrap() - before;
        let foreseen = run.design().bytes_at_start();
        assert!(at_start < foreseen + 2 * MIB, "{name}: {at_start} at the start, {foreseen} foreseen");
        assert!(foreseen < 2 * at_start + 2 * MIB, "{name}: {at_start} at the start, {foreseen} foreseen");
        run.advance(4_500_000_000, u64::MAX);
        let before = resident().unwrap();
        let state = run.state();
        let (takes, estimate) = (resident().unwrap() - before, state.estimated_bytes() as u64);
        assert!(is_near(takes, estimate), "{name}: {takes} bytes, by estimate {estimate}");
        kept.push((run, state, foreseen, at_start));
    }
    let (_, _, foreseen, at_start) = kept[0];
    assert!(is_near(foreseen, at_start), "{at_start} bytes of clients, {foreseen} foreseen");
}
