//! Clients: shapes of traffic, populations, retries, tokens, circuit breakers, bandwidth.

use ninepins_model::parts::{Arrivals, Backoff, Jitter, Population, Shape, Users};
use ninepins_model::{Action, PartSettings};
use ninepins_report::{LogFact, Metric, Outcome};
use ninepins_tests::{Draft, Measured, pid, target};

use super::{assert_within, each_seed};

/// Users straight to one processor that takes this long for a request.
fn server(rps: f64, cpu_ms: f64, change: impl FnOnce(&mut Users)) -> Draft {
    let mut draft = Draft::new();
    draft.users(rps, change).wire("users", "server", None).instance("server", "net-a", |server| {
        server.instance_type = "m7g.medium".into();
        server.application.read_cpu_ms = cpu_ms;
        (server.application.threads, server.application.max_connections) = (10_000, 100_000);
    });
    draft
}

/// Requests that started in these seconds, per second.
fn rate(run: &Measured, seconds: std::ops::Range<u32>) -> f64 {
    let length = f64::from(seconds.end - seconds.start);
    run.tally(seconds).started as f64 / length
}

fn shaped(shape: Shape) -> Draft {
    let mut draft = server(100.0, 0.0, |users| {
        let traffic = &mut users.traffic;
        (traffic.shape, traffic.peak_rps) = (shape, 300.0);
        (traffic.start_s, traffic.length_s, traffic.rise_s) = (100.0, 200.0, 20.0);
        traffic.points = vec![[50.0, 0.0], [50.0, 200.0], [100.0, 200.0], [200.0, 0.0]];
    });
    draft.lasts(600);
    draft
}

#[test]
fn a_ramp_rises_evenly() {
    each_seed(&shaped(Shape::Ramp), |run| {
        assert_within(rate(run, 0..100), 96.0, 104.0);
        assert_within(rate(run, 190..210), 190.0, 210.0);
        assert_within(rate(run, 300..600), 296.0, 304.0);
    });
}

#[test]
fn a_step_rises_at_once() {
    each_seed(&shaped(Shape::Step), |run| {
        assert_within(rate(run, 0..100), 96.0, 104.0);
        assert_within(rate(run, 100..104), 270.0, 330.0);
    });
}

#[test]
fn a_flash_crowd_comes_and_goes() {
    each_seed(&shaped(Shape::FlashCrowd), |run| {
        assert_within(rate(run, 0..100), 96.0, 104.0);
        assert_within(rate(run, 120..320), 294.0, 306.0);
        assert_within(rate(run, 340..600), 97.0, 103.0);
    });
}

#[test]
fn a_daily_curve_peaks_once_a_day() {
    // A day of 200 s whose peak is at 100 s: 100 to 300 a second, 200 in the mean.
    each_seed(&shaped(Shape::Daily), |run| {
        assert_within(rate(run, 0..200), 195.0, 205.0);
        assert_within(rate(run, 95..105), 280.0, 315.0);
        assert_within(rate(run, 395..405), 85.0, 120.0);
    });
}

#[test]
fn a_table_is_followed_point_by_point() {
    each_seed(&shaped(Shape::Table), |run| {
        assert_eq!(run.tally(0..50).started, 0);
        assert_within(rate(run, 50..100), 192.0, 208.0);
        assert_within(rate(run, 140..160), 90.0, 110.0);
        assert_eq!(run.tally(200..600).started, 0);
    });
}

#[test]
fn even_arrivals_are_all_alike() {
    let mut draft = server(50.0, 0.0, |users| users.traffic.arrivals = Arrivals::Deterministic);
    draft.lasts(60);
    let run = Measured::new(&draft.seed(1));
    assert!(run.within(1..60).all(|window| window.started == [0, 50, 0]));
}

#[test]
fn clients_that_wait_for_their_answers_send_no_more_than_they_get() {
    // 100 clients, 1 s of thought, one processor of 50 a second: N/X - Z = 1 s in the system.
    let closed = |clients| {
        let mut draft = server(0.0, 20.0, |users| {
            (users.traffic.population, users.traffic.think_s) = (Population::Closed, 1.0);
            (users.clients, users.timeout_s) = (clients, 100.0);
        });
        draft.lasts(400);
        draft
    };
    each_seed(&closed(100), |run| {
        assert_within(rate(run, 50..400), 48.5, 51.5);
        assert_within(run.mean_ms(), 930.0, 1070.0);
    });
    each_seed(&closed(10), |run| assert_within(rate(run, 50..400), 9.2, 10.2));
}

#[test]
fn a_closed_population_stops_while_there_is_no_traffic() {
    let mut draft = server(0.0, 1.0, |users| {
        (users.traffic.population, users.traffic.think_s, users.clients) = (Population::Closed, 1.0, 50);
    });
    draft.lasts(90).at(30, Action::Traffic { part: pid("users"), factor: 0.0, for_s: 30 });
    each_seed(&draft, |run| {
        assert!(run.tally(33..60).started < 50);
        assert_within(rate(run, 65..90), 43.0, 57.0);
    });
}

/// S71: 280 a second at a processor of 300 a second that pauses for 10 s at 30 s; one retry, exactly at the timeout.
fn storm(change: impl FnOnce(&mut Users)) -> Draft {
    let mut draft = server(280.0, 1000.0 / 300.0, |users| {
        users.traffic.arrivals = Arrivals::Deterministic;
        (users.timeout_s, users.retries.max) = (1.0, 1);
        users.retries.backoff = Backoff::AtTimeout;
        users.keep_alive_s = 600.0;
        change(users);
    });
    draft.lasts(400).at(30, Action::HangInstance { target: target("server/1"), for_s: 10 });
    draft
}

#[test]
fn s71_retries_at_the_timeout_keep_the_server_down() {
    each_seed(&storm(|_| {}), |run| {
        assert!(run.tally(100..400).error_share() > 0.99);
        let attempts = run.within(100..400).map(|window| f64::from(window.attempts)).sum::<f64>() / 300.0;
        assert_within(attempts, 556.0, 564.0);
    });
}

/// Seconds after the pause until a second has nearly full goodput, with exponential service.
fn recovery(run: &Measured) -> Option<f64> {
    let good = run.within(41..400).find(|window| window.ok_total() > 250);
    good.map(|window| f64::from(window.start_s) - 40.0)
}

#[test]
fn s74_a_token_bucket_lets_the_server_recover_about_as_fast_as_without_retries() {
    // (2,800 + 100 - 300)/20 = 130 s with even service; exponential service spreads it.
    let mut draft = storm(|users| users.retries.token_bucket.enabled = true);
    draft.lasts(400);
    each_seed(&draft, |run| assert_within(recovery(run), 80.0, 200.0));
}

#[test]
fn a_token_bucket_caps_retries_at_its_deposit_per_success() {
    // Half of all requests fail: the other half adds a tenth of a token each.
    let mut draft = server(200.0, 0.0, |users| {
        (users.retries.max, users.retries.token_bucket.enabled) = (3, true);
        (users.retries.token_bucket.initial, users.retries.base_ms) = (0.0, 1.0);
        (users.clients, users.timeout_s, users.dns_minimum_s) = (2000, 1.0, 0.0);
    });
    draft.lasts(300).at(100, Action::HangInstance { target: target("server/1"), for_s: 0 });
    each_seed(&draft, |run| {
        let retries =
            run.within(102..300).map(|window| window.attempts).sum::<u32>() as f64 - rate(run, 102..300) * 198.0;
        // A full bucket is all there is.
        assert_within(retries, 0.0, 101.0);
    });
}

#[test]
fn a_circuit_breaker_sheds_while_the_server_hangs_and_closes_when_it_answers() {
    let mut draft = server(50.0, 1.0, |users| {
        users.timeout_s = 1.0;
        users.circuit_breaker.enabled = true;
    });
    draft.lasts(200).at(50, Action::HangInstance { target: target("server/1"), for_s: 60 });
    each_seed(&draft, |run| {
        let during = run.tally(55..105);
        assert!(during.failures[&Outcome::Shed] * 10 > during.ended() * 9, "{during:?}");
        assert_eq!(run.count(|fact| matches!(fact, LogFact::CircuitOpened)), 1);
        // It tries every 10 s, and once more after the server is back.
        let closed = run.first_fact(110, |fact| matches!(fact, LogFact::CircuitClosed));
        assert_within(closed, 0.0, 12.0);
        assert_eq!(run.tally(125..200).error_share(), 0.0);
    });
}

/// A thousand clients whose requests are refused at the same moment.
fn refused(jitter: Jitter) -> Draft {
    let mut draft = server(1.0, 2.0, |users| {
        (users.traffic.shape, users.traffic.arrivals) = (Shape::Table, Arrivals::Deterministic);
        // A thousand requests within a millisecond.
        users.traffic.points = vec![[10.0, 0.0], [10.0, 1_000_000.0], [10.001, 1_000_000.0], [10.001, 0.0]];
        (users.retries.max, users.retries.base_ms, users.retries.cap_ms) = (1, 2000.0, 60_000.0);
        (users.retries.jitter, users.timeout_s) = (jitter, 1.0);
        (users.clients, users.dns_minimum_s) = (1000, 0.0);
    });
    draft.lasts(30).at(9, Action::WrongRecord { part: pid("dns"), to: pid("server"), instead: None, for_s: 2 });
    draft.put("dns", None, PartSettings::Route53(Default::default()));
    draft.design.wires.clear();
    draft.wire("users", "dns", None);
    let record = ninepins_model::wires::Record { name: "api.example.com".into(), ttl_s: 0.0, ..Default::default() };
    draft.wire("dns", "server", Some(ninepins_model::WireSettings::Record(record)));
    draft
}

#[test]
fn s77_full_jitter_spreads_what_comes_at_once_without_it() {
    // They fail at 11 s and try again within 2 s.
    let most = |run: &Measured| run.values("server", Metric::ActiveRequests, 0..30).into_iter().fold(0.0, f64::max);
    let arrivals = |run: &Measured, second: u32| run.values("server", Metric::RequestCount, second..second + 1)[0];
    each_seed(&refused(Jitter::None), |run| assert_within(arrivals(run, 13), 999.0, 1001.0));
    each_seed(&refused(Jitter::Full), |run| {
        assert_within(arrivals(run, 11), 440.0, 560.0);
        assert_within(arrivals(run, 12), 440.0, 560.0);
        assert!(most(run) < 80.0, "{}", most(run));
    });
}

#[test]
fn decorrelated_jitter_stays_between_its_base_and_its_cap() {
    let mut draft = server(10.0, 0.0, |users| {
        (users.retries.max, users.retries.base_ms, users.retries.cap_ms) = (5, 1000.0, 4000.0);
        (users.retries.jitter, users.timeout_s) = (Jitter::Decorrelated, 0.1);
    });
    draft.lasts(200).at(0, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 0 });
    each_seed(&draft, |run| {
        // Six attempts in the end; the first failures after five waits of a second at least.
        assert!(run.within(0..5).all(|window| window.failed == [0; 3]));
        let attempts = run.within(50..200).map(|window| f64::from(window.attempts)).sum::<f64>() / 150.0;
        assert_within(attempts, 56.0, 64.0);
    });
}

#[test]
fn the_bytes_take_their_time_at_the_clients_bandwidth() {
    // 1 MB at 8 Mbit/s is 1 s, 125 kB of a request another 0.125 s.
    let mut draft = server(20.0, 0.0, |users| {
        (users.payload.read_bytes, users.payload.request_bytes) = (1_000_000, 125_000);
        users.bandwidth_mbps = 8.0;
    });
    draft.lasts(120);
    each_seed(&draft, |run| {
        assert_within(run.mean_ms(), 1124.9, 1126.0);
        assert_within(run.mean("users", Metric::BytesDownloaded, 10..120) / 1e6, 19.0, 21.0);
    });
}
