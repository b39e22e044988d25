//! Which wires may be.

use ninepins_model::{Design, Edit, PartId, Wire, WireKind};

use crate::{Layout, Place, Point, Refusal};

/// A wire that may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// Where it starts: the client's side.
    pub from: PartId,
    /// Where it ends.
    pub to: PartId,
    /// What it means.
    pub kind: WireKind,
}

/// The wire between two parts. It may be drawn from either end; which end is the client's follows from the kinds.
///
/// # Errors
/// There is no such wire, or there is one already.
pub fn connect(design: &Design, one: &PartId, other: &PartId) -> Result<Connection, Refusal> {
    let kind_of = |id: &PartId| design.parts.get(id).map(|part| part.kind()).ok_or_else(|| Refusal::Gone(id.clone()));
    let (first, second) = (kind_of(one)?, kind_of(other)?);
    if one == other {
        return Err(Refusal::SamePart);
    }
    let connection = match (first.wire_to(second), second.wire_to(first)) {
        (Some(kind), _) => Connection { from: one.clone(), to: other.clone(), kind },
        (None, Some(kind)) => Connection { from: other.clone(), to: one.clone(), kind },
        (None, None) => return Err(Refusal::NoSuchWire { from: first, to: second }),
    };
    let exists = |wire: &Wire| wire.from == connection.from && wire.to == connection.to;
    if design.wires.values().any(exists) { Err(Refusal::AlreadyWired) } else { Ok(connection) }
}

impl Connection {
    /// The edit that adds it.
    pub fn edit(&self, design: &Design) -> Edit {
        let wire = Wire::new(self.from.clone(), self.to.clone());
        Edit::Wire { id: design.free_wire_id(), to: Some(Box::new(wire)) }
    }
}

/// The card nearest to a part that a wire from it may end at, to suggest it.
pub fn nearest_end(design: &Design, layout: &Layout, from: &PartId) -> Option<PartId> {
    let start = layout.rect(from)?.center();
    let fitting = layout.cards().iter().filter(|id| connect(design, from, id).is_ok());
    let ranked = fitting.filter_map(|id| Some((layout.rect(id)?.center().distance(start), id)));
    ranked.min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, id)| id.clone())
}

/// What a wire drawn from a part would end at: the card under the point, else the nearest card no farther than `within`
/// that takes the wire.
pub fn wire_target(
    design: &Design,
    layout: &Layout,
    from: &PartId,
    at: Point,
    within: f64,
) -> Option<(PartId, Result<Connection, Refusal>)> {
    target_of(layout, from, at, within, |id| connect(design, from, id))
}

/// The card under the point, else the nearest card no farther than `within` that `fits`.
pub(crate) fn target_of<Fit>(
    layout: &Layout,
    from: &PartId,
    at: Point,
    within: f64,
    fits: impl Fn(&PartId) -> Result<Fit, Refusal>,
) -> Option<(PartId, Result<Fit, Refusal>)> {
    let mut cards: Vec<(f64, &PartId)> = layout
        .cards()
        .iter()
        .filter(|id| layout.place(id).is_some_and(Place::is_wirable))
        .filter(|id| *id != from)
        .filter_map(|id| Some((layout.rect(id)?.distance(at), id)))
        .filter(|(distance, _)| *distance <= within)
        .collect();
    crate::put_in_order(&mut cards, |one, other| one.0 < other.0);
    cards
        .into_iter()
        .map(|(distance, id)| (distance, id, fits(id)))
        .find(|(distance, _, fit)| *distance == 0.0 || fit.is_ok())
        .map(|(_, id, fit)| (id.clone(), fit))
}

#[cfg(test)]
mod tests {
    use ninepins_model::{Kind, WireKind, presets::seed_architecture};
    use proptest::prelude::*;

    use super::{connect, nearest_end, wire_target};
    use crate::testing::{any_design, id};
    use crate::{Layout, Point, Refusal};

    #[test]
    fn a_wire_that_exists_is_refused() {
        assert_eq!(connect(&seed_architecture(), &id("alb"), &id("api")), Err(Refusal::AlreadyWired));
    }

    #[test]
    fn a_wire_without_meaning_is_refused_with_both_kinds() {
        let refusal = Refusal::NoSuchWire { from: Kind::S3, to: Kind::Rds };
        assert_eq!(connect(&seed_architecture(), &id("web"), &id("db")), Err(refusal));
    }

    #[test]
    fn a_wire_drawn_from_its_server_starts_at_its_client() {
        let connection = connect(&seed_architecture(), &id("alb"), &id("users")).unwrap();
        assert_eq!((connection.from, connection.to, connection.kind), (id("users"), id("alb"), WireKind::Client));
    }

    #[test]
    fn the_nearest_part_that_takes_a_wire_is_suggested() {
        let mut design = seed_architecture();
        let layout = Layout::of(&design);
        let suggested = nearest_end(&design, &layout, &id("users")).unwrap();
        assert!(connect(&design, &id("users"), &suggested).is_ok());
        design.parts.retain(|name, _| name.as_str() == "users");
        assert_eq!(nearest_end(&design, &Layout::of(&design), &id("users")), None);
    }

    #[test]
    fn a_wire_snaps_to_a_near_card_that_takes_it() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let near = |x: f64| {
            let at = layout.rect(&id("alb")).unwrap().corner() - Point::new(x, 0.0);
            wire_target(&design, &layout, &id("users"), at, 24.0).map(|(id, _)| id)
        };
        assert_eq!(near(20.0), Some(id("alb")));
        assert_ne!(near(30.0), Some(id("alb")));
    }

    proptest! {
        #[test]
        fn a_wire_that_may_be_has_a_meaning_and_can_be_taken_back(design in any_design()) {
            for one in design.parts.keys() {
                for other in design.parts.keys() {
                    let Ok(connection) = connect(&design, one, other) else { continue };
                    let (from, to) = (design.parts[&connection.from].kind(), design.parts[&connection.to].kind());
                    prop_assert_eq!(from.wire_to(to), Some(connection.kind));
                    let mut after = design.clone();
                    let inverse = after.apply(connection.edit(&design)).unwrap();
                    prop_assert_eq!(connect(&after, one, other), Err(Refusal::AlreadyWired));
                    after.apply(inverse).unwrap();
                    prop_assert_eq!(&after, &design);
                }
            }
        }
    }
}
