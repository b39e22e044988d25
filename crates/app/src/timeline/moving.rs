//! Moving an event of the timeline in time.

use ninepins_model::Event;

use crate::runner::with_event;

/// How far one press of an arrow key moves an event, in milliseconds, and with Shift.
const STEP_MS: i64 = 10_000;
const FAR_MS: i64 = 60_000;

/// The timeline with one event at another time, and that event's new place. None where nothing changes.
pub(super) fn moved(events: &[Event], index: usize, at_ms: u64) -> Option<(Vec<Event>, usize)> {
    let event = events.get(index).filter(|event| event.at_ms != at_ms)?;
    let mut others = events.to_vec();
    let moved = Event { at_ms, ..event.clone() };
    others.remove(index);
    let place = others.partition_point(|other| other.at_ms <= at_ms);
    Some((with_event(&others, moved), place))
}

/// The time to which a drag by so many pixels leads: a whole second within the run.
pub(super) fn dragged_to(at_ms: u64, pixels: f64, ms_per_pixel: f64, duration_s: u32) -> u64 {
    let wanted = at_ms as f64 + pixels * ms_per_pixel;
    let seconds = (wanted / 1_000.0).round().clamp(0.0, f64::from(duration_s));
    seconds as u64 * 1_000
}

/// The time to which an arrow key leads; none for other keys.
pub(super) fn stepped_to(at_ms: u64, key: &str, far: bool, duration_s: u32) -> Option<u64> {
    let step = if far { FAR_MS } else { STEP_MS };
    let by = match key {
        "ArrowLeft" => -step,
        "ArrowRight" => step,
        _ => return None,
    };
    Some(at_ms.saturating_add_signed(by).min(u64::from(duration_s) * 1_000))
}

#[cfg(test)]
mod tests {
    use ninepins_model::{Action, Event};

    use super::*;

    fn events(times: &[u64]) -> Vec<Event> {
        let event = |at_ms: &u64| Event {
            at_ms: *at_ms,
            action: Action::CacheFlush { part: format!("part-{at_ms}").parse().unwrap() },
        };
        times.iter().map(event).collect()
    }

    #[test]
    fn an_event_that_moves_past_others_takes_its_place_among_them() {
        let (after, place) = moved(&events(&[1_000, 5_000, 9_000]), 0, 7_000).unwrap();
        assert_eq!(after.iter().map(|event| event.at_ms).collect::<Vec<_>>(), [5_000, 7_000, 9_000]);
        assert_eq!((place, after[place].action.clone()), (1, events(&[1_000])[0].action.clone()));
        assert_eq!(moved(&events(&[1_000]), 0, 1_000), None);
    }

    #[test]
    fn a_drag_ends_at_a_whole_second_within_the_run() {
        assert_eq!(dragged_to(60_000, 10.0, 1_230.0, 3_600), 72_000);
        assert_eq!(dragged_to(60_000, -1_000.0, 1_000.0, 3_600), 0);
        assert_eq!(dragged_to(60_000, 1e9, 1_000.0, 3_600), 3_600_000);
    }

    #[test]
    fn arrows_move_by_ten_seconds_and_with_shift_by_a_minute() {
        assert_eq!(stepped_to(60_000, "ArrowRight", false, 3_600), Some(70_000));
        assert_eq!(stepped_to(60_000, "ArrowLeft", true, 3_600), Some(0));
        assert_eq!(stepped_to(5_000, "ArrowLeft", false, 3_600), Some(0));
        assert_eq!(stepped_to(5_000, "Enter", false, 3_600), None);
    }
}
