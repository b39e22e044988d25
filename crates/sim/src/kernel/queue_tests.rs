use super::super::time::Span;
use super::*;
use proptest::prelude::*;

/// Pops everything and returns the targets in order.
fn drain(queue: &mut EventQueue) -> Vec<u32> {
    std::iter::from_fn(|| queue.pop()).map(|event| event.target()).collect()
}

#[test]
fn events_of_the_same_instant_happen_in_the_order_they_were_pushed() {
    let mut queue = EventQueue::new();
    (0..5).for_each(|target| queue.push(SimTime::from_ms(1), 0, 0, target));
    assert_eq!(drain(&mut queue), [0, 1, 2, 3, 4]);
}

#[test]
fn a_nanosecond_earlier_happens_first() {
    let mut queue = EventQueue::new();
    queue.push(SimTime::from_ns(1_001), 0, 0, 1);
    queue.push(SimTime::from_ns(1_000), 0, 0, 0);
    assert_eq!(drain(&mut queue), [0, 1]);
}

#[test]
fn an_event_carries_its_kind_and_a_token_of_24_bits() {
    let mut queue = EventQueue::new();
    queue.push(SimTime::ZERO, 255, 0xff12_3456, 7);
    let event = queue.pop().unwrap();
    assert_eq!((event.kind(), event.token(), event.target()), (255, 0x0012_3456, 7));
}

#[test]
fn an_event_after_the_limit_stays() {
    let mut queue = EventQueue::new();
    queue.push(SimTime::from_ns(101), 0, 0, 0);
    assert_eq!(queue.pop_until(SimTime::from_ns(100)), None);
}

#[test]
fn an_event_at_the_limit_is_given() {
    let mut queue = EventQueue::new();
    queue.push(SimTime::from_ns(100), 0, 0, 0);
    assert_eq!(queue.pop_until(SimTime::from_ns(100)).map(|event| event.time), Some(SimTime::from_ns(100)));
}

#[test]
fn an_event_may_be_pushed_before_one_that_was_too_late() {
    let mut queue = EventQueue::new();
    queue.push(SimTime::from_s(3_600), 0, 0, 1);
    queue.pop_until(SimTime::from_s(3_599));
    queue.push(SimTime::from_ms(1), 0, 0, 0);
    assert_eq!(drain(&mut queue), [0, 1]);
}

#[test]
fn an_event_at_the_end_of_time_is_the_last() {
    let mut queue = EventQueue::new();
    queue.push(SimTime::NEVER, 0, 0, 1);
    queue.push(SimTime::from_s(1), 0, 0, 0);
    assert_eq!(drain(&mut queue), [0, 1]);
}

#[test]
fn a_copy_goes_on_as_the_original() {
    let mut queue = EventQueue::new();
    (0..1_000).for_each(|target| queue.push(SimTime::from_us(u64::from(target) * 977 % 50_000), 0, 0, target));
    (0..300).for_each(|_| {
        queue.pop();
    });
    assert_eq!(drain(&mut queue.clone()), drain(&mut queue));
}

#[test]
fn many_events_pushed_backwards_into_one_tick_come_out_in_order() {
    let mut queue = EventQueue::new();
    (0..10_000).rev().for_each(|ns| queue.push(SimTime::from_ns(ns), 0, 0, ns as u32));
    assert_eq!(drain(&mut queue), (0..10_000).collect::<Vec<u32>>());
}

#[test]
fn buckets_are_used_again() {
    let mut queue = EventQueue::new();
    (0..FEW as u32 * 2).for_each(|target| queue.push(SimTime::ZERO, 0, 0, target));
    for step in 0..1_000_000_u64 {
        let event = queue.pop().unwrap();
        queue.push(event.time + Span::from_ns(step * 7_919 % 10_000_000), 0, 0, 0);
    }
    assert!(queue.buckets.len() <= 2 * SLOTS, "{}", queue.buckets.len());
}

/// A delay of one of the shapes a model has: none, within a tick, a service time, a timeout, hours, for ever.
fn delay() -> impl Strategy<Value = u64> {
    prop_oneof![
        2 => Just(0),
        3 => 0_u64..20_000,
        6 => 0_u64..5_000_000,
        3 => Just(30_000_000_000),
        2 => 0_u64..10_000_000_000_000,
        1 => any::<u64>(),
        1 => Just(u64::MAX),
    ]
}

#[derive(Clone, Debug)]
enum Action {
    Push(u64),
    Pop,
    PopUntil(u64),
    Copy,
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        10 => delay().prop_map(Action::Push),
        6 => Just(Action::Pop),
        4 => delay().prop_map(Action::PopUntil),
        1 => Just(Action::Copy),
    ]
}

/// A heap of (time, sequence), which is correct at a glance.
#[derive(Default)]
struct Reference {
    heap: BinaryHeap<Reverse<(SimTime, u64)>>,
    now: SimTime,
    pushed: u64,
}

impl Reference {
    fn push(&mut self, delay: u64) -> SimTime {
        let time = self.now + Span::from_ns(delay);
        self.heap.push(Reverse((time, self.pushed)));
        self.pushed += 1;
        time
    }

    fn peek(&self) -> Option<SimTime> {
        self.heap.peek().map(|next| next.0.0)
    }

    fn pop_until(&mut self, limit: SimTime) -> Option<(SimTime, u64)> {
        if self.peek()? > limit {
            return None;
        }
        let Reverse(next) = self.heap.pop()?;
        self.now = next.0;
        Some(next)
    }
}

/// Pushes the same to both; the target is the number of the event.
fn push(queue: &mut EventQueue, reference: &mut Reference, delay: u64) {
    let number = reference.pushed as u32;
    queue.push(reference.push(delay), 0, 0, number);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn the_wheel_gives_the_same_events_as_a_heap(
        pending in prop::collection::vec(delay(), 0..150), actions in prop::collection::vec(action(), 0..600),
    ) {
        let mut queue = EventQueue::new();
        let mut reference = Reference::default();
        pending.into_iter().for_each(|delay| push(&mut queue, &mut reference, delay));
        for action in actions {
            let limit = match action {
                Action::Push(delay) => {
                    push(&mut queue, &mut reference, delay);
                    continue;
                }
                Action::Copy => {
                    queue = queue.clone();
                    continue;
                }
                Action::Pop => SimTime::NEVER,
                Action::PopUntil(delay) => reference.now + Span::from_ns(delay),
            };
            let popped = queue.pop_until(limit).map(|event| (event.time, u64::from(event.target())));
            prop_assert_eq!(popped, reference.pop_until(limit));
            prop_assert_eq!(queue.len(), reference.heap.len());
        }
        while let Some(expected) = reference.pop_until(SimTime::NEVER) {
            prop_assert_eq!(queue.pop().map(|event| (event.time, u64::from(event.target()))), Some(expected));
        }
        prop_assert_eq!(queue.pop(), None);
    }
}
