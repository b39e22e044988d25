//! A queue between those who send messages and those who work on them.

use ninepins_model::parts::{Asg, Distribution, Sqs};
use ninepins_model::wires::{Call, Consumer};
use ninepins_model::{Action, PartSettings, WireSettings};
use ninepins_report::{Because, Class, LogFact, Metric, Outcome};
use ninepins_tests::{Draft, pid, target};

use super::{assert_within, each_seed};

/// A queue whose workers take a tenth of a second for a message, one at a time, requests to the queue included.
fn worked(workers: u32, change: impl FnOnce(&mut Sqs), group: impl FnOnce(&mut Asg)) -> Draft {
    let mut draft = Draft::new();
    let mut queue = Sqs { vpc_endpoint: true, latency_ms: 1.0, receive_wait_s: 20.0, ..Sqs::default() };
    change(&mut queue);
    draft.put("queue", Some("seoul"), PartSettings::Sqs(queue));
    let mut asg = Asg { subnets: vec![pid("net-a")], min: 0, max: 40, desired: workers, ..Asg::default() };
    asg.target_tracking.enabled = false;
    let application = &mut asg.application;
    (application.write_cpu_ms, application.write_wait_ms) = (0.0, 98.0);
    application.distribution = Distribution::Constant;
    group(&mut asg);
    draft.put("workers", Some("vpc"), PartSettings::Asg(asg));
    consume(&mut draft, |_| {});
    draft.lasts(300);
    draft
}

fn consume(draft: &mut Draft, change: impl FnOnce(&mut Consumer)) {
    let mut consumer = Consumer { concurrency: 1, ..Consumer::default() };
    change(&mut consumer);
    draft.design.wires.retain(|_, wire| wire.from != pid("queue"));
    draft.wire("queue", "workers", Some(WireSettings::Consumer(consumer)));
}

/// Writes at an even pace through an instance that sends a message for each.
fn fed(draft: &mut Draft, rps: f64, call: Call) {
    draft.users(rps, |users| {
        (users.mix.reads, users.mix.writes) = (0.0, 1.0);
        users.traffic.arrivals = ninepins_model::parts::Arrivals::Deterministic;
    });
    draft.wire("users", "web", None).instance("web", "net-b", |web| web.application.write_cpu_ms = 0.1);
    draft.wire("web", "queue", Some(WireSettings::Call(call)));
}

#[test]
fn s95_a_backlog_drains_at_what_is_served_beyond_what_arrives() {
    // Ten workers do 100 a second, 50 arrive: 1,500 / 50 = 30 s.
    let mut draft = worked(10, |queue| queue.messages_at_start = 1500, |_| {});
    fed(&mut draft, 50.0, Call::default());
    each_seed(&draft, |run| {
        let visible = run.values("queue", Metric::ApproximateNumberOfMessagesVisible, 0..300);
        assert_within(visible.iter().position(|count| *count < 1.0).map(|second| second as f64), 29.0, 32.0);
        assert_within(run.mean("queue", Metric::NumberOfMessagesDeleted, 2..28), 98.0, 101.0);
        assert_eq!((run.totals().failed, run.mean("queue", Metric::DuplicateDeliveries, 0..300)), (0, 0.0));
    });
}

#[test]
fn s95_a_backlog_of_150_for_each_of_ten_instances_wants_fifteen() {
    let scale = |group: &mut Asg| {
        let policy = &mut group.target_tracking;
        (policy.enabled, policy.backlog_per_instance) = (true, 100.0);
        policy.metric = ninepins_model::parts::ScalingMetric::SqsBacklogPerInstance;
        group.default_instance_warmup_s = 0.0;
    };
    // As much arrives as ten workers do, so that the backlog stays.
    let mut draft = worked(10, |queue| queue.messages_at_start = 1500, scale);
    fed(&mut draft, 100.0, Call::default());
    each_seed(&draft.lasts(420).clone(), |run| {
        let to = run.log().iter().find_map(|entry| match entry.fact {
            LogFact::DesiredCapacity { from: 10, to } => Some(to),
            _ => None,
        });
        assert_eq!(to, Some(15));
        // The first whole minute ends within two, three are needed; a minute until they are there, and the next look.
        let high = run.first_fact(0, |fact| matches!(fact, LogFact::AlarmHigh { .. }));
        assert_within(high, 240.0, 360.0);
    });
}

#[test]
fn s95_the_message_of_a_worker_that_dies_comes_back_after_the_visibility_timeout() {
    let mut draft = worked(
        1,
        |queue| queue.messages_at_start = 1,
        |group| {
            group.application.write_wait_ms = 20_000.0;
            (group.launch_s, group.user_data_s, group.health_poll_s) = (1.0, 0.0, 1.0);
        },
    );
    draft.at(10, Action::TerminateInstance { target: target("workers/1") });
    each_seed(&draft, |run| {
        // It was received within the first milliseconds.
        let back = run.first_fact(0, |fact| matches!(fact, LogFact::MessageReturned));
        assert_within(back, 30.0, 30.1);
        let entry = run.log().iter().find(|entry| entry.fact == LogFact::MessageReturned).unwrap();
        assert_eq!(entry.because, Because::Event(0));
        let again: f64 = run.values("queue", Metric::DuplicateDeliveries, 0..300).iter().sum();
        let deleted: f64 = run.values("queue", Metric::NumberOfMessagesDeleted, 0..300).iter().sum();
        assert_eq!((again, deleted), (1.0, 1.0));
    });
}

#[test]
fn work_that_takes_longer_than_the_visibility_timeout_is_done_twice() {
    let slow = |group: &mut Asg| group.application.write_wait_ms = 4000.0;
    let mut draft = worked(2, |queue| (queue.messages_at_start, queue.visibility_timeout_s) = (1, 3.0), slow);
    draft.lasts(60);
    each_seed(&draft, |run| {
        let again: f64 = run.values("queue", Metric::DuplicateDeliveries, 0..60).iter().sum();
        // The second worker gets it after 3 s; the first one's receipt is old then, and so on.
        assert_within(again, 10.0, 20.0);
        assert_eq!(run.values("queue", Metric::NumberOfMessagesDeleted, 0..60).iter().sum::<f64>(), 0.0);
    });
}

#[test]
fn sqs05_what_always_fails_goes_to_the_dead_letter_queue_after_so_many_receives() {
    let dead = |queue: &mut Sqs| {
        (queue.dead_letter_queue, queue.max_receive_count) = (true, 3);
        (queue.messages_at_start, queue.visibility_timeout_s) = (100, 5.0);
    };
    let mut draft = worked(10, dead, |_| {});
    consume(&mut draft, |consumer| consumer.poison_percent = 100.0);
    draft.lasts(60);
    each_seed(&draft, |run| {
        assert_within(run.mean("queue", Metric::DeadLetterMessages, 59..60), 100.0, 100.0);
        let received: f64 = run.values("queue", Metric::NumberOfMessagesReceived, 0..60).iter().sum();
        assert_eq!(received, 300.0);
    });
}

#[test]
fn sqs02_a_message_that_nobody_works_on_is_gone_after_its_retention() {
    let mut draft = worked(0, |queue| (queue.messages_at_start, queue.retention_s) = (70, 60.0), |_| {});
    draft.lasts(100);
    each_seed(&draft, |run| {
        assert_eq!(run.values("queue", Metric::ApproximateNumberOfMessagesVisible, 0..59), vec![70.0; 59]);
        assert_within(run.mean("queue", Metric::ApproximateAgeOfOldestMessage, 58..59), 58.0, 60.0);
        assert_within(run.mean("queue", Metric::ExpiredMessages, 99..100), 70.0, 70.0);
    });
}

#[test]
fn sqs04_short_polls_come_back_empty_and_long_ones_wait() {
    for (wait_s, low, high) in [(0.0, 9.8, 10.1), (20.0, 0.45, 0.55)] {
        let mut draft = worked(10, |queue| queue.receive_wait_s = wait_s, |_| {});
        draft.lasts(200);
        each_seed(&draft, |run| {
            assert_within(run.mean("queue", Metric::NumberOfEmptyReceives, 0..200), low, high);
        });
    }
}

#[test]
fn sqs06_beyond_the_messages_in_flight_nothing_is_delivered() {
    let slow = |group: &mut Asg| group.application.write_wait_ms = 1000.0;
    let draft = worked(10, |queue| (queue.messages_at_start, queue.in_flight_limit) = (2000, 4), slow);
    each_seed(&draft, |run| {
        assert_within(run.mean("queue", Metric::ApproximateNumberOfMessagesNotVisible, 10..200), 3.9, 4.0);
    });
}

#[test]
fn writes_that_send_a_message_are_answered_without_the_database() {
    let mut draft = worked(10, |queue| queue.latency_ms = 10.0, |_| {});
    fed(&mut draft, 50.0, Call { share_percent: 50.0, ..Call::default() });
    draft.database(|_| {}).pool("web", "db", |_| {}).pool("workers", "db", |_| {});
    draft.at(100, Action::PrimaryFailure { part: pid("db") });
    each_seed(&draft, |run| {
        assert_within(run.mean("db", Metric::Queries, 10..90), 48.0, 52.0);
        // Without it half of the writes go on, and their messages wait.
        assert_within(run.tally(110..270).success_of(Class::Write), 0.45, 0.55);
        assert_eq!(run.tally(0..300).kinds(), [Outcome::InternalError]);
        assert_within(run.mean("queue", Metric::ApproximateAgeOfOldestMessage, 250..270), 100.0, 180.0);
        assert_within(run.mean("queue", Metric::ApproximateNumberOfMessagesVisible, 298..300), 0.0, 5000.0);
    });
}

#[test]
fn workers_without_a_way_to_the_queue_receive_nothing() {
    let change = |queue: &mut Sqs| (queue.messages_at_start, queue.vpc_endpoint) = (100, false);
    let draft = worked(10, change, |_| {});
    each_seed(&draft, |run| {
        assert_eq!(run.mean("queue", Metric::NumberOfMessagesReceived, 0..300), 0.0);
        assert_eq!(run.mean("queue", Metric::ApproximateNumberOfMessagesVisible, 0..300), 100.0);
    });
}
