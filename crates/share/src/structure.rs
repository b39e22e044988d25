//! Repairs what only the whole design shows: parts inside themselves, nesting, the order of events.

use std::collections::BTreeSet;

use ninepins_model::{Design, Event, PartId, limits};

use crate::error::ReadError;
use crate::notice::{Notice, Notices};

pub(crate) fn repair(design: &mut Design, notices: &mut Notices) -> Result<(), ReadError> {
    cut_cycles(design, notices);
    refuse_deep_nesting(design)?;
    let events = &mut design.scenario.events;
    if !events.is_sorted_by_key(|event| event.at_ms) {
        Event::put_in_order(events);
        notices.add(|| Notice::EventsSorted);
    }
    Ok(())
}

/// Puts one part of each ring of containers on the open canvas.
fn cut_cycles(design: &mut Design, notices: &mut Notices) {
    let ids: Vec<PartId> = design.parts.keys().cloned().collect();
    let mut safe: BTreeSet<PartId> = BTreeSet::new();
    for id in ids {
        let mut trail: BTreeSet<PartId> = BTreeSet::new();
        let mut here = id;
        while !safe.contains(&here) {
            if !trail.insert(here.clone()) {
                if let Some(part) = design.parts.get_mut(&here) {
                    part.container = None;
                }
                notices.add(|| Notice::CycleCut { part: here.to_string() });
                break;
            }
            match design.parts.get(&here).and_then(|part| part.container.clone()) {
                Some(container) => here = container,
                None => break,
            }
        }
        safe.append(&mut trail);
    }
}

fn refuse_deep_nesting(design: &Design) -> Result<(), ReadError> {
    for (id, part) in &design.parts {
        let mut container = part.container.as_ref();
        let mut depth = 0;
        while let Some(part) = container.and_then(|container| design.parts.get(container)) {
            depth += 1;
            if depth > limits::NESTING {
                return Err(ReadError::TooDeep { part: id.to_string() });
            }
            container = part.container.as_ref();
        }
    }
    Ok(())
}
