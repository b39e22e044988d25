//! Queueing theory with the product's parts: what comes out of the engine is what the formulas say.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use ninepins_report::{Class, Metric};
use ninepins_tests::{Draft, Measured};

const SEEDS: [u32; 3] = [1, 2, 3];

/// Users who send reads to one instance of this type over http, no network delay, and exponential CPU.
fn one_instance(instance_type: &str, rps: f64, cpu_ms: f64) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(1800).users(rps, |_| {}).wire("users", "server", None).instance("server", "net-a", |server| {
        server.instance_type = instance_type.into();
        server.application.read_cpu_ms = cpu_ms;
    });
    draft
}

/// Mean over the seeds of a run's mean latency in milliseconds.
fn mean_latency(draft: &Draft) -> f64 {
    SEEDS.iter().map(|seed| Measured::new(&draft.seed(*seed)).mean_ms()).sum::<f64>() / SEEDS.len() as f64
}

/// Mean time in an M/M/c system (Erlang C).
fn mmc(servers: u32, load: f64, service_ms: f64) -> f64 {
    let mut term = 1.0;
    let mut sum = 1.0;
    for k in 1..servers {
        term *= load / f64::from(k);
        sum += term;
    }
    let last = term * load / f64::from(servers) / (1.0 - load / f64::from(servers));
    service_ms + last / (sum + last) * service_ms / (f64::from(servers) - load)
}

/// Fails unless a value is within a share of what is expected.
#[track_caller]
fn assert_close(value: f64, expected: f64, share: f64) {
    assert!((value - expected).abs() <= expected * share, "{value} is not within {share} of {expected}");
}

#[test]
fn one_processor_half_busy_doubles_the_service_time() {
    // M/M/1 with S = 10 ms: S/(1 - ρ) = 20 ms.
    assert_close(mean_latency(&one_instance("m7g.medium", 50.0, 10.0)), 20.0, 0.03);
}

#[test]
fn one_processor_four_fifths_busy_takes_five_service_times() {
    assert_close(mean_latency(&one_instance("m7g.medium", 80.0, 10.0)), 50.0, 0.06);
}

#[test]
fn the_99th_percentile_of_one_processor_is_4_6_times_the_mean() {
    let run = Measured::new(&one_instance("m7g.medium", 50.0, 10.0).seed(1));
    let all = run.summary().latency[0];
    assert_close(all.p99_us as f64 / all.mean_us, 4.605, 0.06);
}

#[test]
fn two_processors_half_busy_take_13_3_milliseconds() {
    // M/M/2: S/(1 - ρ²).
    assert_close(mean_latency(&one_instance("m6i.large", 100.0, 10.0)), 13.33, 0.03);
}

#[test]
fn two_processors_four_fifths_busy_take_27_8_milliseconds() {
    assert_close(mean_latency(&one_instance("m6i.large", 160.0, 10.0)), 27.78, 0.05);
}

#[test]
fn eight_processors_follow_erlang_c() {
    assert_close(mean_latency(&one_instance("m6i.2xlarge", 128.0, 50.0)), mmc(8, 6.4, 50.0), 0.03);
}

/// The same behind a load balancer, with reads that query a database.
fn tandem(rps: f64) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(1800).users(rps, |_| {}).alb(&["net-a"], |_| {});
    draft.asg(
        &["net-a"],
        |group| {
            group.desired = 1;
            group.application.read_cpu_ms = 16.0;
            group.application.threads = 10_000;
        },
        |_| {},
    );
    draft.database(|database| database.read_cpu_ms = 12.0).pool("api", "db", |pool| {
        pool.max = 400;
        (pool.wait_timeout_s, pool.socket_timeout_s) = (3600.0, 3600.0);
    });
    draft
}

#[test]
fn an_instance_and_its_database_are_a_jackson_network() {
    // Two bursts of 8 ms at an M/M/2 station with 200 visits a second (ρ 0.8), one query of 12 ms at another (ρ 0.6).
    let expected = 2.0 * mmc(2, 1.6, 8.0) + mmc(2, 1.2, 12.0);
    assert_close(mean_latency(&tandem(100.0)), expected, 0.04);
}

#[test]
fn the_requests_in_flight_are_the_rate_times_their_mean_time() {
    let run = Measured::new(&tandem(100.0).seed(4));
    let in_flight = run.within(0..1800).map(|window| f64::from(window.in_flight)).sum::<f64>() / 1800.0;
    assert_close(in_flight, run.totals().ok as f64 / 1800.0 * run.mean_ms() / 1e3, 0.05);
}

#[test]
fn the_requests_inside_a_group_are_its_rate_times_the_targets_response_time() {
    let run = Measured::new(&tandem(100.0).seed(5));
    let inside = run.mean("api", Metric::ActiveRequests, 0..1800);
    let rate = run.mean("api", Metric::RequestCount, 0..1800);
    assert_close(inside, rate * run.mean("alb", Metric::TargetResponseTime, 0..1800) / 1e3, 0.05);
}

#[test]
fn the_busy_processors_of_a_database_are_its_rate_times_its_demand() {
    let run = Measured::new(&tandem(100.0).seed(6));
    let busy = run.mean("db", Metric::CpuUtilization, 10..1800) / 100.0 * 2.0;
    assert_close(busy, run.mean("db", Metric::Queries, 10..1800) * 0.012, 0.02);
}

#[test]
fn reads_and_writes_have_means_of_their_own() {
    // Without load each takes its demand: 9 ms and 11 ms on the instance.
    let mut draft = one_instance("m6i.4xlarge", 20.0, 9.0);
    draft.users(20.0, |users| (users.mix.reads, users.mix.writes) = (1.0, 1.0));
    let run = Measured::new(&draft.seed(1));
    assert_close(run.class_mean_ms(Class::Read), 9.0, 0.03);
    assert_close(run.class_mean_ms(Class::Write), 11.0, 0.03);
}

/// What a part's card shows over the run: the mean over seconds of rate and of time, weighted by rate.
fn shown(draft: &Draft, part: &str) -> (f64, f64) {
    let mut run = ninepins_sim::Run::new(draft.seed(7));
    let index = run.design().parts.keys().position(|id| id.as_str() == part).unwrap();
    let (mut arrived, mut spent, seconds) = (0.0, 0.0, 900);
    for second in 1..=seconds {
        run.advance(second * 1_000_000_000, u64::MAX);
        let gauges = run.gauges();
        let view = gauges.parts.iter().find(|view| usize::from(view.part) == index).unwrap();
        arrived += f64::from(view.rate);
        spent += f64::from(view.rate) * f64::from(view.latency_ms);
    }
    (arrived / seconds as f64, spent / arrived)
}

#[test]
fn the_time_shown_at_a_database_is_its_queue_its_processors_and_its_storage() {
    let (rate, latency_ms) = shown(&tandem(100.0), "db");
    assert_close(rate, 100.0, 0.02);
    assert_close(latency_ms, mmc(2, 1.2, 12.0), 0.05);
}

#[test]
fn the_time_shown_at_the_users_is_their_requests_latency() {
    let (rate, latency_ms) = shown(&tandem(100.0), "users");
    let run = Measured::new(&tandem(100.0).lasts(900).seed(7));
    assert_close(rate, 100.0, 0.02);
    assert_close(latency_ms, run.mean_ms(), 0.03);
}
