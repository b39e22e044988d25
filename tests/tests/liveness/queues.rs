//! Queues whose workers die, fail, are slow and few.

use ninepins_model::parts::{Asg, Sqs};
use ninepins_model::wires::{Call, Consumer};
use ninepins_model::{Action, Design, PartSettings, WireSettings};
use ninepins_tests::{Draft, pid, target};

pub(crate) fn all() -> Vec<Design> {
    let few = |queue: &mut Sqs| queue.in_flight_limit = 3;
    let quick = |queue: &mut Sqs| {
        (queue.dead_letter_queue, queue.max_receive_count, queue.messages_at_start) = (true, 2, 3);
    };
    let long = |queue: &mut Sqs| {
        quick(queue);
        queue.receive_wait_s = 5.0;
    };
    vec![worked(800.0, few), worked(50.0, quick), worked(50.0, long)]
}

/// Workers for a queue with a backlog that outlives its retention where they are slow; one of them dies, and the group grows
/// with the backlog.
fn worked(takes_ms: f64, change: impl FnOnce(&mut Sqs)) -> Design {
    let mut draft = Draft::new();
    draft.lasts(400).users(4.0, |users| (users.mix.reads, users.mix.writes) = (0.5, 0.5));
    draft.wire("users", "web", None).instance("web", "net-a", |_| {});
    let queue = Sqs { visibility_timeout_s: 4.0, retention_s: 120.0, messages_at_start: 60, ..Sqs::default() };
    let mut queue = Sqs { vpc_endpoint: true, ..queue };
    change(&mut queue);
    draft.put("queue", Some("seoul"), PartSettings::Sqs(queue));
    draft.wire("web", "queue", Some(WireSettings::Call(Call { share_percent: 80.0, ..Call::default() })));
    let mut workers = Asg { subnets: vec![pid("net-b")], min: 1, desired: 1, max: 4, ..Asg::default() };
    workers.target_tracking.metric = ninepins_model::parts::ScalingMetric::SqsBacklogPerInstance;
    workers.target_tracking.backlog_per_instance = 20.0;
    workers.application.write_wait_ms = takes_ms;
    draft.put("workers", Some("vpc"), PartSettings::Asg(workers));
    let consumer = Consumer { concurrency: 1, poison_percent: 20.0, ..Consumer::default() };
    draft.wire("queue", "workers", Some(WireSettings::Consumer(consumer)));
    draft.at(20, Action::TerminateInstance { target: target("workers/1") });
    draft.design
}
