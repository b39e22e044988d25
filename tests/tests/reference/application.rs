//! The application server: queues, waits, TLS, calls to other services and to services outside AWS.

use ninepins_model::parts::{Application, Distribution, ExternalService, QueueOrder, Rejection, TlsKey};
use ninepins_model::wires::Call;
use ninepins_model::{Action, PartSettings, WireSettings};
use ninepins_report::{CauseKind, Metric, Outcome};
use ninepins_tests::{Draft, Measured, pid, target};

use super::{assert_within, each_seed};

/// Reads at this rate straight to an instance `front`, whose application is like this.
fn direct(rps: f64, change: impl FnOnce(&mut Application)) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(120).users(rps, |users| users.timeout_s = 60.0).wire("users", "front", None);
    draft.instance("front", "net-a", |front| change(&mut front.application));
    draft
}

/// The same, where each request of `front` calls `back`, which takes 20 ms.
fn calling(rps: f64, change: impl FnOnce(&mut Call)) -> Draft {
    let mut draft = direct(rps, quick);
    draft.instance("back", "net-a", |back| {
        quick(&mut back.application);
        back.application.read_wait_ms = 20.0;
    });
    call(&mut draft, "back", change);
    draft
}

fn quick(application: &mut Application) {
    (application.read_cpu_ms, application.distribution) = (0.0, Distribution::Constant);
}

fn call(draft: &mut Draft, callee: &str, change: impl FnOnce(&mut Call)) {
    let mut call = Call::default();
    change(&mut call);
    draft.wire("front", callee, Some(WireSettings::Call(call)));
}

fn causes(run: &Measured) -> Vec<CauseKind> {
    run.summary().failures.iter().map(|(_, cause, _)| cause.kind).collect()
}

#[test]
fn a_handler_that_waits_holds_its_thread_and_no_processor() {
    // Ten threads of 100 ms take 100 requests a second.
    let wait = |application: &mut Application| {
        quick(application);
        (application.read_wait_ms, application.threads) = (100.0, 10);
    };
    each_seed(&direct(150.0, wait), |run| {
        assert_within(run.tally(10..60).ok.iter().sum::<u64>() as f64 / 50.0, 99.0, 101.0);
        assert_eq!(run.mean("front", Metric::CpuUtilization, 10..60), 0.0);
    });
}

#[test]
fn constant_service_halves_the_wait_of_exponential_service() {
    // M/D/1 at ρ 0.8: S + ρ·S/2(1 - ρ) = 10 + 20 ms. Two processors would not wait half of that.
    let mut draft = direct(80.0, |application| {
        (application.read_cpu_ms, application.distribution) = (10.0, Distribution::Constant);
    });
    one_processor(&mut draft);
    assert_within(mean_ms(&draft), 29.0, 31.0);
}

#[test]
fn log_normal_service_waits_as_its_variation_says() {
    // M/G/1 at ρ 0.5 with a variation of 2: S + ρ·S·(1 + 4)/2(1 - ρ) = 10 + 25 ms.
    let mut draft = direct(50.0, |application| {
        (application.read_cpu_ms, application.distribution, application.variation) =
            (10.0, Distribution::Lognormal, 2.0);
    });
    one_processor(&mut draft);
    assert_within(mean_ms(&draft), 33.0, 37.0);
}

fn one_processor(draft: &mut Draft) {
    draft.lasts(3600);
    if let Some(PartSettings::Ec2(front)) = draft.design.parts.get_mut(&pid("front")).map(|part| &mut part.settings) {
        front.instance_type = "m7g.medium".into();
    }
}

fn mean_ms(draft: &Draft) -> f64 {
    super::SEEDS.iter().map(|seed| Measured::new(&draft.seed(*seed)).mean_ms()).sum::<f64>() / 3.0
}

/// A hundred requests a second for ten threads of 200 ms, which take 50.
fn overloaded(change: impl FnOnce(&mut Application)) -> Draft {
    direct(100.0, |application| {
        quick(application);
        (application.read_wait_ms, application.threads) = (200.0, 10);
        change(application);
    })
}

#[test]
fn a_queue_limit_turns_the_excess_away_at_once() {
    each_seed(&overloaded(|application| application.queue_limit = 20), |run| {
        let late = run.tally(10..120);
        assert_within(late.error_share(), 0.47, 0.53);
        assert_eq!((late.kinds(), causes(run)), (vec![Outcome::ServiceUnavailable], vec![CauseKind::TurnedAway]));
        // Twenty before it and its own turn: 21 · 20 ms + 200 ms at most.
        assert_within(run.summary().latency[0].max_us as f64 / 1e3, 500.0, 640.0);
    });
}

#[test]
fn a_server_may_close_the_connection_instead_of_answering_503() {
    let refusing =
        overloaded(|application| (application.queue_limit, application.rejection) = (20, Rejection::Refused));
    each_seed(&refusing, |run| assert_eq!(run.tally(10..120).kinds(), [Outcome::Refused]));
}

#[test]
fn requests_older_than_the_limit_are_turned_away_when_their_turn_comes() {
    each_seed(&overloaded(|application| application.drop_older_ms = 500.0), |run| {
        assert_within(run.tally(20..120).error_share(), 0.47, 0.53);
        // A lookup of 20 ms, 500 ms in the queue, 200 ms of work.
        assert_within(run.summary().latency[0].max_us as f64 / 1e3, 600.0, 721.0);
    });
}

#[test]
fn last_in_first_out_serves_the_newcomers_and_lets_the_others_wait() {
    each_seed(&overloaded(|application| application.queue_order = QueueOrder::Lifo), |run| {
        assert_within(run.summary().latency[0].p50_us as f64 / 1e3, 200.0, 260.0);
    });
}

#[test]
fn what_runs_when_an_application_hangs_goes_on_where_it_was() {
    // Two processors and a hundred threads with 100 ms of work each: nothing of the backlog is done in the 10 s.
    let mut draft = direct(15.0, |application| {
        (application.read_cpu_ms, application.distribution) = (100.0, Distribution::Constant);
    });
    draft.at(60, Action::HangInstance { target: target("front/1"), for_s: 10 });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(61..70).ended(), 0);
        assert_within(run.tally(70..71).ended() as f64, 18.0, 24.0);
    });
}

#[test]
fn a_crashed_application_refuses_connections_until_it_runs_again() {
    let mut draft = direct(50.0, quick);
    draft.at(30, Action::ApplicationCrash { target: target("front/1"), for_s: 20 });
    each_seed(&draft, |run| {
        assert_eq!((run.tally(31..50).error_share(), run.tally(31..50).kinds()), (1.0, vec![Outcome::Refused]));
        assert_eq!((run.tally(51..120).error_share(), causes(run)), (0.0, vec![CauseKind::ApplicationDown]));
    });
}

#[test]
fn a_share_of_errors_fails_that_share_of_the_requests() {
    let mut draft = direct(200.0, quick);
    draft.at(20, Action::Errors { part: pid("front"), percent: 20.0, for_s: 80 });
    each_seed(&draft, |run| {
        assert_within(run.tally(20..100).error_share(), 0.18, 0.22);
        assert_eq!(run.tally(0..20).error_share() + run.tally(100..120).error_share(), 0.0);
        assert_eq!(causes(run), [CauseKind::ApplicationError]);
    });
}

#[test]
fn a_call_adds_the_callees_time_and_each_further_one_again() {
    each_seed(&calling(20.0, |call| call.calls = 3), |run| {
        assert_within(run.mean_ms(), 59.99, 60.01);
        assert_within(run.mean("back", Metric::RequestCount, 0..119), 57.0, 63.0);
    });
}

#[test]
fn a_share_of_the_requests_calls() {
    each_seed(&calling(100.0, |call| call.share_percent = 25.0), |run| {
        let calls: f64 = run.values("back", Metric::RequestCount, 0..120).iter().sum();
        assert_within(calls / run.totals().generated as f64, 0.23, 0.27);
    });
}

#[test]
fn a_caller_holds_its_thread_until_its_call_times_out_and_answers_500() {
    let mut draft = calling(50.0, |call| (call.timeout_s, call.tries) = (2.0, 1));
    draft.at(30, Action::HangInstance { target: target("back/1"), for_s: 0 });
    each_seed(&draft, |run| {
        let hung = run.tally(33..120);
        assert_eq!((hung.error_share(), hung.kinds()), (1.0, vec![Outcome::InternalError]));
        assert_eq!(causes(run), [CauseKind::InstanceHung]);
        assert_within(run.mean("front", Metric::ActiveRequests, 40..120), 90.0, 110.0);
    });
}

#[test]
fn tries_of_a_call_multiply_the_requests_at_a_callee_that_fails() {
    let mut draft = calling(20.0, |call| (call.tries, call.backoff_ms) = (4, 10.0));
    draft.at(0, Action::Errors { part: pid("back"), percent: 100.0, for_s: 0 });
    draft.lasts(60).at(50, Action::Traffic { part: pid("users"), factor: 0.0, for_s: 0 });
    each_seed(&draft, |run| {
        let calls: f64 = run.values("back", Metric::RequestCount, 0..60).iter().sum();
        assert_eq!(calls, run.totals().generated as f64 * 4.0);
    });
}

#[test]
fn calls_to_a_group_go_to_its_members_in_turn() {
    let mut draft = calling(40.0, |_| {});
    draft.design.parts.remove(&pid("back"));
    let group = ninepins_model::parts::Asg {
        subnets: vec![pid("net-a"), pid("net-b")],
        desired: 2,
        max: 2,
        ..ninepins_model::parts::Asg::default()
    };
    draft.put("back", Some("vpc"), PartSettings::Asg(group));
    draft.at(60, Action::ZonePowerLoss { zone: "zone-b".into(), for_s: 0 });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(0..60).error_share(), 0.0);
        // Every second call vanishes and takes its three seconds.
        assert_within(run.tally(64..120).error_share(), 0.45, 0.55);
    });
}

#[test]
fn a_call_through_a_load_balancer_is_spread_and_given_back() {
    let mut draft = calling(40.0, |_| {});
    draft.design.wires.pop_last();
    draft.alb(&["net-a", "net-b"], |_| {});
    draft.design.wires.pop_last();
    call(&mut draft, "alb", |_| {});
    draft.wire("alb", "back", None);
    each_seed(&draft, |run| {
        assert_eq!(run.totals().failed, 0);
        assert_within(run.mean("alb", Metric::RequestCount, 0..119), 38.0, 42.0);
    });
}

#[test]
fn calls_in_a_circle_are_not_made() {
    let mut draft = calling(20.0, |_| {});
    draft.wire("back", "front", None);
    each_seed(&draft, |run| assert_within(run.mean_ms(), 0.0, 0.01));
}

/// Requests that call a service outside AWS that takes exactly 80 ms and is 20 ms away.
fn paying(rps: f64, change: impl FnOnce(&mut ExternalService)) -> Draft {
    let mut draft = direct(rps, quick);
    let mut service = ExternalService { distribution: Distribution::Constant, ..ExternalService::default() };
    change(&mut service);
    draft.put("bank", None, PartSettings::ExternalService(service));
    call(&mut draft, "bank", |_| {});
    draft
}

#[test]
fn a_service_outside_aws_adds_its_time_and_the_internets() {
    // A few connections are opened first: TCP and TLS take two round trips.
    each_seed(&paying(20.0, |_| {}), |run| assert_within(run.mean_ms(), 99.9, 100.4));
}

#[test]
fn a_service_outside_aws_turns_away_what_is_beyond_its_capacity() {
    each_seed(&paying(100.0, |bank| bank.capacity_rps = 40.0), |run| {
        assert_within(run.tally(5..120).error_share(), 0.57, 0.63);
        assert_within(run.mean("bank", Metric::ThrottledRequests, 5..119), 57.0, 63.0);
        assert_eq!(causes(run), [CauseKind::ExternalServiceLimit]);
    });
}

#[test]
fn an_outage_of_a_service_outside_aws_costs_the_calls_timeout() {
    let mut draft = paying(20.0, |_| {});
    draft.at(30, Action::ExternalServiceOutage { part: pid("bank"), for_s: 60 });
    each_seed(&draft, |run| {
        assert_eq!((run.tally(34..90).error_share(), causes(run)), (1.0, vec![CauseKind::ExternalServiceDown]));
        assert_eq!(run.tally(94..120).error_share(), 0.0);
        assert_within(run.mean("front", Metric::ActiveRequests, 40..90), 54.0, 66.0);
    });
}

#[test]
fn a_service_outside_aws_fails_by_itself_as_often_as_is_said() {
    each_seed(&paying(100.0, |bank| bank.failure_percent = 10.0), |run| {
        assert_within(run.tally(5..120).error_share(), 0.08, 0.12);
    });
}

#[test]
fn a_resumed_handshake_costs_the_key_exchange_alone() {
    let busy = |percent: f64| {
        let mut draft = direct(2000.0, |application| {
            quick(application);
            (application.tls_key, application.tls_resumption_percent) = (TlsKey::Rsa2048, percent);
            application.max_keep_alive_requests = 1;
        });
        draft.lasts(40);
        Measured::new(&draft.seed(1)).mean("front", Metric::CpuUtilization, 15..40)
    };
    // 2,000 · 0.27 ms and 2,000 · 0.05 ms on two processors.
    assert_within(busy(0.0), 26.3, 27.7);
    assert_within(busy(100.0), 4.8, 5.2);
}

#[test]
fn a_call_opens_a_connection_where_none_is_left_and_a_handshake_costs_the_callee() {
    // A request every ten seconds, a callee that closes connections after one second: TCP, TLS and the call take 10 ms each,
    // the handshake 0.27 ms of the callee.
    for (keep_alive_s, key, low, high) in
        [(60.0, TlsKey::None, 30.0, 30.2), (1.0, TlsKey::None, 39.9, 40.2), (1.0, TlsKey::Rsa2048, 50.1, 50.4)]
    {
        let mut draft = calling(0.1, |_| {});
        draft.lasts(20_000).users(0.1, |users| {
            (users.clients, users.traffic.arrivals) = (1, ninepins_model::parts::Arrivals::Deterministic);
        });
        if let Some(PartSettings::Ec2(back)) = draft.design.parts.get_mut(&pid("back")).map(|part| &mut part.settings) {
            (back.application.keep_alive_s, back.application.tls_key) = (keep_alive_s, key);
        }
        if let Some(PartSettings::Region(seoul)) =
            draft.design.parts.get_mut(&pid("seoul")).map(|part| &mut part.settings)
        {
            seoul.same_zone_rtt_ms = 10.0;
        }
        assert_within(mean_ms(&draft), low, high);
    }
}
