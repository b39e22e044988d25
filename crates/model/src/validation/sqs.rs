//! Queues between those who send messages and those who work on them.

use super::index::Link;
use super::{Found, ProblemKind, Severity, Subject};
use crate::parts::{Application, Sqs};
use crate::{Kind, PartId, PartSettings, WireKind, put_in_order};

/// What can be wrong with a queue.
#[derive(Debug, Clone, PartialEq)]
pub enum QueueProblem {
    /// Nobody works on its messages.
    NoConsumer,
    /// A message is delivered again before the work on it is done (SQS-01).
    VisibilityShort {
        /// Seconds that a received message stays hidden.
        visibility_s: f64,
        /// Mean seconds that the work on one takes.
        work_s: f64,
    },
    /// What no worker can work on comes back until its retention is over (SQS-05).
    NoDeadLetterQueue,
    /// Empty receives are paid for, and messages wait for the next one (SQS-04).
    ShortPolling,
    /// Instances in this subnet have no way to the queue: neither to the internet nor to an endpoint of it.
    NoWay(PartId),
}

impl Found<'_> {
    pub(super) fn queue(&mut self, id: &PartId, queue: &Sqs) {
        let workers = self.index.wires_from(id).iter();
        let workers: Vec<&Application> =
            workers.filter_map(|(_, wire)| application(&self.design.parts.get(&wire.to)?.settings)).collect();
        if workers.is_empty() {
            self.warn(id, ProblemKind::Queue(QueueProblem::NoConsumer));
        } else {
            let work_s = workers.iter().map(|work| (work.write_cpu_ms + work.write_wait_ms) / 1e3).fold(0.0, f64::max);
            let visibility_s = queue.visibility_timeout_s;
            if visibility_s <= work_s {
                self.warn(id, ProblemKind::Queue(QueueProblem::VisibilityShort { visibility_s, work_s }));
            }
            if !queue.dead_letter_queue {
                self.warn(id, ProblemKind::Queue(QueueProblem::NoDeadLetterQueue));
            }
            if queue.receive_wait_s <= 0.0 {
                self.warn(id, ProblemKind::Queue(QueueProblem::ShortPolling));
            }
        }
        if !queue.vpc_endpoint {
            self.ways_to_queue(id);
        }
    }

    fn ways_to_queue(&mut self, queue: &PartId) {
        let (into, out) = (self.index.wires_to(queue), self.index.wires_from(queue));
        let mut wires: Vec<Link<'_>> = into.iter().chain(out).copied().collect();
        put_in_order(&mut wires, |one, other| one.0 < other.0);
        for (wire_id, wire) in wires {
            let other = match (wire.from == *queue, wire.to == *queue) {
                (true, false) => &wire.to,
                (false, true) => &wire.from,
                _ => continue,
            };
            let Some(part) = self.design.parts.get(other) else { continue };
            let kinds = self.design.parts.get(&wire.from).zip(self.design.parts.get(&wire.to));
            let kind = kinds.and_then(|(from, to)| from.kind().wire_to(to.kind()));
            let has_address = matches!(&part.settings, PartSettings::Ec2(ec2) if ec2.public_address);
            let own = part.container.iter().filter(|_| part.kind() == Kind::Ec2);
            let subnets: Vec<PartId> = own.chain(part.subnets()).cloned().collect();
            if matches!(kind, Some(WireKind::Call | WireKind::Consumer))
                && let Some(subnet) = self.without_way_out(&subnets, has_address).into_iter().next()
            {
                let kind = ProblemKind::Queue(QueueProblem::NoWay(subnet));
                self.add(Subject::Wire(wire_id.clone()), Severity::Error, kind);
            }
        }
    }
}

const fn application(settings: &PartSettings) -> Option<&Application> {
    match settings {
        PartSettings::Asg(asg) => Some(&asg.application),
        PartSettings::Ec2(ec2) => Some(&ec2.application),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ProblemKind, problems};
    use super::QueueProblem;
    use crate::parts::Sqs;
    use crate::presets::seed_architecture;
    use crate::{Design, Kind, Part, PartId, PartSettings, Wire};

    fn id(text: &str) -> PartId {
        text.parse().unwrap()
    }

    /// The seed with a queue that its group sends to, with a worker or without, and the problems of the queue.
    fn with_queue(has_worker: bool, change: impl FnOnce(&mut Sqs)) -> Vec<QueueProblem> {
        let mut design = seed_architecture();
        let mut queue = Sqs { vpc_endpoint: true, dead_letter_queue: true, receive_wait_s: 20.0, ..Sqs::default() };
        change(&mut queue);
        let part = Part { settings: PartSettings::Sqs(queue), ..Part::new(Kind::Sqs) };
        design.parts.insert(id("queue"), Part { container: Some(id("seoul")), ..part });
        design.wires.insert(design.free_wire_id(), Wire::new(id("api"), id("queue")));
        if has_worker {
            let worker = design.parts[&id("api")].clone();
            design.parts.insert(id("worker"), worker);
            design.wires.insert(design.free_wire_id(), Wire::new(id("queue"), id("worker")));
        }
        of(&design)
    }

    fn of(design: &Design) -> Vec<QueueProblem> {
        let kinds = problems(design).into_iter().map(|problem| problem.kind);
        kinds.filter_map(|kind| if let ProblemKind::Queue(problem) = kind { Some(problem) } else { None }).collect()
    }

    #[test]
    fn a_queue_with_all_it_needs_is_no_problem() {
        assert_eq!(with_queue(true, |_| ()), vec![]);
        assert_eq!(with_queue(false, |_| ()), vec![QueueProblem::NoConsumer]);
    }

    #[test]
    fn short_polling_a_missing_dead_letter_queue_and_a_short_timeout_are_pointed_out() {
        let bare = |queue: &mut Sqs| (queue.dead_letter_queue, queue.receive_wait_s) = (false, 0.0);
        assert_eq!(with_queue(true, bare), vec![QueueProblem::NoDeadLetterQueue, QueueProblem::ShortPolling]);
        let short = with_queue(true, |queue| queue.visibility_timeout_s = 0.0);
        assert!(matches!(short[..], [QueueProblem::VisibilityShort { visibility_s: 0.0, .. }]));
    }

    #[test]
    fn instances_without_a_way_to_the_internet_need_an_endpoint() {
        let found = with_queue(true, |queue| queue.vpc_endpoint = false);
        assert_eq!(found, vec![QueueProblem::NoWay(id("app-a")), QueueProblem::NoWay(id("app-a"))]);
    }
}
