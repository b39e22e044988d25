//! The tree of containers and parts in reading order.

use std::collections::BTreeSet;

use ninepins_canvas::{Layout, put_in_order};
use ninepins_model::{PartId, limits};

/// One line of the tree.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// The part.
    pub(super) id: PartId,
    /// How deep it lies, from 1.
    pub(super) level: usize,
    /// Its place among what lies beside it, from 1.
    pub(super) place: usize,
    /// How many lie beside each other there.
    pub(super) of: usize,
    /// How many parts lie directly in it.
    pub(super) content: usize,
    /// Whether its content is shown.
    pub(super) open: bool,
}

/// The tree, without what lies in `closed` containers: from top to bottom, then from left to right.
pub(super) fn rows(layout: &Layout, closed: &BTreeSet<PartId>) -> Vec<Row> {
    let mut rows = Vec::new();
    add(&mut rows, layout, closed, None, 1);
    rows
}

fn add(rows: &mut Vec<Row>, layout: &Layout, closed: &BTreeSet<PartId>, container: Option<&PartId>, level: usize) {
    // A cycle, which a document cannot hold but an edit might make, ends here.
    if level > limits::NESTING + 1 {
        return;
    }
    let inside = inside(layout, container);
    let of = inside.len();
    for (place, id) in inside.into_iter().enumerate() {
        let content = layout.places().filter(|(_, place)| place.container.as_ref() == Some(&id)).count();
        let open = content > 0 && !closed.contains(&id);
        rows.push(Row { id: id.clone(), level, place: place + 1, of, content, open });
        if open {
            add(rows, layout, closed, Some(&id), level + 1);
        }
    }
}

fn inside(layout: &Layout, container: Option<&PartId>) -> Vec<PartId> {
    let mut found: Vec<(f64, f64, &PartId)> = layout
        .places()
        .filter(|(_, place)| place.container.as_ref() == container)
        .map(|(id, place)| (place.rect.y, place.rect.x, id))
        .collect();
    put_in_order(&mut found, |one, other| (one.0, one.1) < (other.0, other.1));
    found.into_iter().map(|(_, _, id)| id.clone()).collect()
}

/// The row that the focus goes to when this one's part is gone: the next that does not lie in it, else the one before.
pub(super) fn after(rows: &[Row], gone: &PartId) -> Option<PartId> {
    let at = rows.iter().position(|row| row.id == *gone)?;
    let level = rows[at].level;
    let next = rows[at + 1..].iter().find(|row| row.level <= level);
    next.or_else(|| at.checked_sub(1).and_then(|before| rows.get(before))).map(|row| row.id.clone())
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;

    use super::*;

    fn id(text: &str) -> PartId {
        text.parse().unwrap()
    }

    fn row<'a>(rows: &'a [Row], part: &str) -> &'a Row {
        rows.iter().find(|row| row.id == id(part)).unwrap()
    }

    #[test]
    fn every_part_has_a_row_below_its_container() {
        let design = seed_architecture();
        let rows = rows(&Layout::of(&design), &BTreeSet::new());
        assert_eq!(rows.len(), design.parts.len());
        let position = |part: &PartId| rows.iter().position(|row| row.id == *part).unwrap();
        for (part, settings) in &design.parts {
            if let Some(container) = &settings.container {
                assert!(position(container) < position(part));
                assert_eq!(row(&rows, container.as_str()).level + 1, row(&rows, part.as_str()).level);
            }
        }
    }

    #[test]
    fn what_lies_in_a_closed_container_is_left_out() {
        let layout = Layout::of(&seed_architecture());
        let rows = rows(&layout, &BTreeSet::from([id("vpc")]));
        assert!(rows.iter().all(|row| row.id != id("alb")));
        assert!(row(&rows, "vpc").content > 0 && !row(&rows, "vpc").open);
    }

    #[test]
    fn after_a_removal_the_focus_stays_near() {
        let layout = Layout::of(&seed_architecture());
        let rows = rows(&layout, &BTreeSet::new());
        let next = after(&rows, &id("vpc")).unwrap();
        assert!(!layout.is_within(&next, &BTreeSet::from([id("vpc")])));
        let only = [Row { id: id("users"), level: 1, place: 1, of: 1, content: 0, open: false }];
        assert_eq!(after(&only, &id("users")), None);
    }
}
