//! Queues, and those who consume them.

use std::rc::Rc;

use ninepins_macros::{later, rare};
use ninepins_model::{Kind as PartKind, PartId, PartSettings, fact, parts as model};
use ninepins_report::PartIndex;

use super::{Compiler, ms, s};
use crate::engine::IN_FLIGHT_LIMIT;
use crate::kernel::{Purpose, Ring, SimTime, Slab};
use crate::parts::sqs::{Consumer, Queue};

#[rare]
impl Compiler<'_> {
    pub(super) fn queues(&mut self) {
        for (part, id, settings) in self.each() {
            if let PartSettings::Sqs(queue) = settings {
                self.queue(part, id, queue);
            }
        }
    }

    /// The queues that a part consumes.
    pub(super) fn consumers(&self, id: &PartId) -> Rc<[Consumer]> {
        let wires = self.wires.iter().enumerate().filter(|(_, (_, wire))| wire.to == *id);
        let consumers = wires.filter_map(|(index, (_, wire))| {
            let from = self.design.parts.get(&wire.from)?.kind();
            let queue = self.slot(&wire.from).filter(|_| from == PartKind::Sqs)?;
            let settings = wire.consumer();
            Some(Consumer {
                wire: index as u16,
                queue: queue as u16,
                concurrency: settings.concurrency,
                pause: ms(settings.pause_ms.max(fact::CONSUMER_PAUSE.min)),
                poison: (settings.poison_percent / 100.0) as f32,
            })
        });
        consumers.collect()
    }
}

#[later]
impl Compiler<'_> {
    fn queue(&mut self, part: PartIndex, id: &PartId, settings: &model::Sqs) {
        self.slots[usize::from(part)] = self.engine.queues.len() as u32;
        let mut queue = Queue {
            part,
            latency: ms(settings.latency_ms.max(fact::QUEUE_LATENCY.min)),
            visibility: s(settings.visibility_timeout_s),
            retention: s(settings.retention_s),
            receive_wait: s(settings.receive_wait_s),
            max_receives: settings.dead_letter_queue.then_some(settings.max_receive_count),
            in_flight_limit: settings.in_flight_limit,
            has_endpoint: settings.vpc_endpoint,
            messages: Slab::new(2 * IN_FLIGHT_LIMIT),
            visible: Ring::new(),
            visible_count: 0,
            hidden: Ring::new(),
            hidden_count: 0,
            by_age: Ring::new(),
            waiting: Ring::new(),
            next_visible: SimTime::NEVER,
            totals: Default::default(),
            second: Default::default(),
            last: [SimTime::NEVER; 3],
            fates: self.stream(id, Purpose::FAILURE),
        };
        queue.fill(settings.messages_at_start);
        self.engine.queues.push(queue);
    }
}
