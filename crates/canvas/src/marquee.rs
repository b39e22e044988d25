//! Selecting with a frame.

use std::collections::BTreeSet;

use ninepins_model::PartId;

use crate::{Layout, Rect};

/// What a frame selects: cards that it touches, and containers that it holds wholly.
pub fn marquee(layout: &Layout, frame: Rect) -> BTreeSet<PartId> {
    let held = layout
        .shown()
        .filter(|(_, place)| {
            if place.is_box() || place.kind == ninepins_model::Kind::Frame {
                frame.encloses(place.rect)
            } else {
                frame.overlaps(place.rect)
            }
        })
        .map(|(id, _)| id.clone());
    crate::gathered(held)
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;

    use super::marquee;
    use crate::testing::id;
    use crate::{Layout, Rect};

    #[test]
    fn a_frame_takes_cards_it_touches_and_containers_it_holds() {
        let layout = Layout::of(&seed_architecture());
        let alb = layout.rect(&id("alb")).unwrap();
        let found = marquee(&layout, Rect::new(alb.x - 4.0, alb.y - 4.0, 20.0, 20.0));
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [id("alb")]);
        let zone = layout.rect(&id("az-a")).unwrap();
        let found = marquee(&layout, zone.grown(2.0));
        assert!(found.contains(&id("az-a")) && found.contains(&id("app-a")) && !found.contains(&id("vpc")));
    }
}
