//! Overload: a pause, a backlog, and what retries make of it.

use ninepins_model::Action;
use ninepins_model::parts::Jitter;
use ninepins_tests::{Draft, target};

use super::{assert_within, each_seed};

/// One processor of 300 requests a second at 200 a second, whose application hangs from 30 s to 40 s. Clients wait a
/// second; abandoned work is still done.
fn paused(retries: u32) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(160).users(200.0, |users| {
        users.timeout_s = 1.0;
        (users.retries.max, users.retries.base_ms, users.retries.jitter) = (retries, 1.0, Jitter::None);
    });
    draft.wire("users", "server", None).instance("server", "net-a", |server| {
        server.instance_type = "m7g.medium".into();
        server.application.read_cpu_ms = 1000.0 / 300.0;
        (server.application.threads, server.application.max_connections) = (10_000, 100_000);
    });
    draft.at(30, Action::HangInstance { target: target("server/1"), for_s: 10 });
    draft
}

#[test]
fn s71_without_retries_a_backlog_of_2000_drains_in_17_seconds() {
    // (2,000 - 300)/(300 - 200) = 17 s until a newcomer waits for less than a second.
    each_seed(&paused(0), |run| {
        let good = run.within(41..160).find(|window| window.ok_total() > 100);
        assert_within(good.map(|window| f64::from(window.start_s) - 40.0), 13.0, 22.0);
        assert_eq!(run.tally(80..160).error_share(), 0.0);
    });
}

#[test]
fn s71_with_one_retry_the_server_never_recovers() {
    each_seed(&paused(1), |run| {
        assert_eq!(run.tally(0..29).error_share(), 0.0);
        assert!(run.tally(100..160).error_share() > 0.99, "{}", run.tally(100..160).error_share());
    });
}

#[test]
fn s71_with_one_retry_the_server_gets_twice_the_traffic() {
    each_seed(&paused(1), |run| {
        let attempts = run.within(100..160).map(|window| f64::from(window.attempts)).sum::<f64>() / 60.0;
        assert_within(attempts, 390.0, 410.0);
    });
}
