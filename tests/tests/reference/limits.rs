//! Designs that ask for more than fits: they say what limits them, and stop before the machine does.

use ninepins_model::presets::{seed_architecture, single_instance};
use ninepins_model::{Action, Design, Event, PartSettings, ProblemKind, problems};
use ninepins_report::{Because, LogFact};
use ninepins_sim::{Progress, Run};

/// A hundred sources with 100,000 clients each beside the seed architecture.
fn ten_million_clients() -> Design {
    let mut design = seed_architecture();
    let users = design.parts.values().find(|part| matches!(part.settings, PartSettings::Users(_))).unwrap().clone();
    for number in 0..100 {
        let mut more = users.clone();
        if let PartSettings::Users(users) = &mut more.settings {
            users.clients = 100_000;
        }
        design.parts.insert(format!("crowd-{number}").parse().unwrap(), more);
    }
    design
}

#[test]
fn ten_million_clients_are_too_many_to_begin_with() {
    let design = ten_million_clients();
    let mut run = Run::new(design.clone());
    assert_eq!(run.advance(10_000_000_000, u64::MAX), Progress::Stopped);
    assert_eq!((run.now_ns(), run.totals().generated), (0, 0));
    let [entry] = run.log() else { panic!("{:?}", run.log()) };
    assert!(matches!(entry.fact, LogFact::DesignTooLarge { mib } if mib > 512), "{entry:?}");
    assert_eq!(entry.because, Because::Configuration);
    assert!(design.parts.keys().nth(usize::from(entry.part.unwrap())).unwrap().as_str().starts_with("crowd-"));
    let found = problems(&design).into_iter().filter(|problem| matches!(problem.kind, ProblemKind::TooLarge { .. }));
    assert_eq!(found.count(), 1);
    // Whatever is asked of it then, it stays where it is.
    run.seek(5_000_000_000);
    assert_eq!((run.gauges().members.len(), run.windows().len(), run.violations().len()), (0, 0, 0));
}

#[test]
fn a_million_requests_a_second_that_nobody_answers_stop_the_run_at_two_million() {
    let mut design = single_instance();
    for part in design.parts.values_mut() {
        if let PartSettings::Users(users) = &mut part.settings {
            (users.traffic.rps, users.timeout_s, users.clients) = (1e6, 120.0, 100_000);
        }
    }
    let action = Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s: 0 };
    design.scenario.events = vec![Event { at_ms: 0, action }];
    let mut run = Run::new(design);
    let progress = run.advance(60_000_000_000, u64::MAX);
    assert_eq!(progress, Progress::Stopped, "{:?}", run.totals());
    assert!(run.now_ns() < 5_000_000_000, "{}", run.now_ns());
    assert_eq!(run.log().last().map(|entry| entry.fact), Some(LogFact::TooManyInFlight));
}
