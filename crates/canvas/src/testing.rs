//! What the tests of this crate share.

use ninepins_model::{Design, Kind, Part, PartId, presets::seed_architecture};
use proptest::prelude::*;

use crate::{Point, place_near};

/// An id known to be valid.
pub(crate) fn id(text: &str) -> PartId {
    text.parse().unwrap()
}

/// An empty design.
pub(crate) fn empty() -> Design {
    Design::default()
}

/// A part on the open canvas.
pub(crate) fn part(kind: Kind, at: [i32; 2]) -> Part {
    Part { at, ..Part::new(kind) }
}

/// A design that grew by placing parts here and there, empty or from the seed architecture.
pub(crate) fn any_design() -> impl Strategy<Value = Design> {
    let placings = prop::collection::vec((0..Kind::ALL.len(), -600.0..1600.0, -600.0..1200.0), 0..24);
    (any::<bool>(), placings).prop_map(|(seeded, placings)| {
        let mut design = if seeded { seed_architecture() } else { empty() };
        for (kind, x, y) in placings {
            if let Ok(placement) = place_near(&design, Kind::ALL[kind], Point::new(x, y)) {
                design.apply(placement.edit).unwrap();
            }
        }
        design
    })
}
