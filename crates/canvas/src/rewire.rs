//! Changing a wire that is there: another part at one end, another way, straight again.

use ninepins_model::{Design, Edit, Wire, WireId, limits};

use crate::snap::{snap, whole};
use crate::{Connection, Layout, Point, Refusal, connect};

/// One end of a wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Where it starts.
    From,
    /// Where it ends.
    To,
}

/// The wire with `part` at one end instead. Its label and, where the kind stays, its settings are kept.
///
/// # Errors
/// There is no such wire, or there is one already.
pub fn reconnect(design: &Design, id: &WireId, end: End, part: &ninepins_model::PartId) -> Result<Edit, Refusal> {
    let Some(wire) = design.wires.get(id) else { return Err(Refusal::Gone(part.clone())) };
    let kept = match end {
        End::From => &wire.to,
        End::To => &wire.from,
    };
    let mut others = design.clone();
    others.wires.remove(id);
    let Connection { from, to, kind } = connect(&others, kept, part)?;
    let settings = wire.settings.clone().filter(|settings| settings.kind() == kind);
    let changed = Wire { from, to, label: wire.label.clone(), bend: None, settings };
    Ok(Edit::Wire { id: id.clone(), to: Some(Box::new(changed)) })
}

/// Where a wire's bend is measured from: the middle between the centers of its ends.
pub(crate) fn bend_origin(layout: &Layout, wire: &Wire) -> Option<Point> {
    let (from, to) = (layout.rect(&wire.from)?, layout.rect(&wire.to)?);
    Some(from.center().toward(to.center(), 0.5))
}

/// The bend that leads a wire through a point, on the grid.
pub(crate) fn bend_through(layout: &Layout, wire: &Wire, at: Point) -> Option<[i32; 2]> {
    let origin = bend_origin(layout, wire)?;
    let most = f64::from(limits::POSITION);
    let by = Point::new(snap(at.x), snap(at.y)) - origin;
    Some([whole(by.x.clamp(-most, most)), whole(by.y.clamp(-most, most))])
}

/// The edit that bends a wire, or (`None`) lets it find its own way again; none when nothing changes.
pub fn bend_edit(design: &Design, id: &WireId, bend: Option<[i32; 2]>) -> Option<Edit> {
    let wire = design.wires.get(id).filter(|wire| wire.bend != bend)?;
    Some(Edit::Wire { id: id.clone(), to: Some(Box::new(Wire { bend, ..wire.clone() })) })
}

#[cfg(test)]
mod tests {
    use ninepins_model::{Design, Edit, WireSettings, presets::seed_architecture};

    use super::{End, bend_edit, bend_through, reconnect};
    use crate::testing::id;
    use crate::{Layout, Point, Refusal, Routes};

    fn wire_between(design: &Design, from: &str, to: &str) -> ninepins_model::WireId {
        let found = design.wires.iter().find(|(_, wire)| wire.from == id(from) && wire.to == id(to));
        found.map(|(id, _)| id.clone()).unwrap()
    }

    #[test]
    fn a_pool_led_to_another_database_keeps_its_settings() {
        let mut design = seed_architecture();
        let replica = design.parts[&id("replica")].clone();
        design.parts.insert(id("replica-2"), replica);
        let pool = wire_between(&design, "api", "replica");
        let before = design.wires[&pool].settings.clone();
        assert!(matches!(before, Some(WireSettings::Pool(_))));
        design.apply(reconnect(&design, &pool, End::To, &id("replica-2")).unwrap()).unwrap();
        assert_eq!(design.wires[&pool].to, id("replica-2"));
        assert_eq!(design.wires[&pool].settings, before);
    }

    #[test]
    fn a_wire_is_not_led_to_where_one_is_already() {
        let design = seed_architecture();
        let pool = wire_between(&design, "api", "replica");
        assert_eq!(reconnect(&design, &pool, End::To, &id("db")), Err(Refusal::AlreadyWired));
    }

    #[test]
    fn a_bent_wire_runs_through_its_bend_and_moves_with_its_ends() {
        let mut design = seed_architecture();
        let wire = wire_between(&design, "alb", "api");
        let layout = Layout::of(&design);
        let through = Point::new(layout.rect(&id("alb")).unwrap().x - 40.0, 320.0);
        let bend = bend_through(&layout, &design.wires[&wire], through);
        design.apply(bend_edit(&design, &wire, bend).unwrap()).unwrap();
        for by in [0, 160] {
            design.parts.get_mut(&id("seoul")).unwrap().at[0] += by;
            let layout = Layout::of(&design);
            let routes = Routes::of(&design, &layout, &Routes::default());
            let expected = through + Point::new(f64::from(by), 0.0);
            assert!(routes.get(&wire).unwrap().distance(expected) < 12.0, "after a move by {by}");
        }
    }

    #[test]
    fn straightening_a_straight_wire_is_no_edit() {
        let design = seed_architecture();
        let wire = wire_between(&design, "alb", "api");
        assert_eq!(bend_edit(&design, &wire, None), None::<Edit>);
    }
}
