//! Which container a part goes into.

use std::collections::BTreeSet;

use ninepins_model::{Kind, PartId};

use crate::{Layout, Point, Refusal};

/// How far beyond its container's edge a part must be pulled to leave it, in canvas units.
pub const PULL: f64 = 24.0;

/// The innermost container at a point that takes this kind; `None` inside is the open canvas. `excluded`, and what lies
/// in them, take nothing.
///
/// # Errors
/// Nothing at the point takes this kind.
pub fn drop_target(
    layout: &Layout,
    kind: Kind,
    at: Point,
    excluded: &BTreeSet<PartId>,
) -> Result<Option<PartId>, Refusal> {
    let mut inside_any = false;
    for (id, place) in layout.containers_at(at, excluded) {
        inside_any = true;
        if kind.may_lie_in(Some(place.kind)) {
            return Ok(Some(id.clone()));
        }
    }
    if !inside_any && kind.may_lie_in(None) {
        return Ok(None);
    }
    Err(Refusal::of_place(kind))
}

/// As [`drop_target`], for a part that lies in `current`: it stays there until it is over another container that takes
/// it, or clearly pulled out.
///
/// # Errors
/// It is clearly outside, and nothing there takes this kind.
pub fn kept_target(
    layout: &Layout,
    kind: Kind,
    current: Option<&PartId>,
    at: Point,
    excluded: &BTreeSet<PartId>,
) -> Result<Option<PartId>, Refusal> {
    let target = drop_target(layout, kind, at, excluded);
    let Some(current) = current else { return target };
    if matches!(&target, Ok(Some(_))) {
        return target;
    }
    let near =
        layout.place(current).is_some_and(|place| kind.may_lie_in(Some(place.kind)) && place.rect.distance(at) <= PULL);
    if near { Ok(Some(current.clone())) } else { target }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ninepins_model::{Kind, presets::seed_architecture};
    use proptest::prelude::*;

    use super::{PULL, drop_target, kept_target};
    use crate::testing::{any_design, id};
    use crate::{Layout, Point, Refusal};

    #[test]
    fn a_load_balancer_over_a_subnet_goes_into_the_vpc() {
        let layout = Layout::of(&seed_architecture());
        let at = layout.rect(&id("app-a")).unwrap().center();
        assert_eq!(drop_target(&layout, Kind::Alb, at, &BTreeSet::new()), Ok(Some(id("vpc"))));
    }

    #[test]
    fn an_instance_over_the_vpc_is_refused_with_the_container_it_needs() {
        let layout = Layout::of(&seed_architecture());
        let at = layout.rect(&id("alb")).unwrap().center();
        let refusal = Refusal::BelongsIn { kind: Kind::Ec2, container: Kind::Subnet };
        assert_eq!(drop_target(&layout, Kind::Ec2, at, &BTreeSet::new()), Err(refusal));
    }

    #[test]
    fn users_inside_a_region_are_refused() {
        let layout = Layout::of(&seed_architecture());
        let at = layout.rect(&id("seoul")).unwrap().center();
        let refusal = Refusal::BelongsOutside { kind: Kind::Users };
        assert_eq!(drop_target(&layout, Kind::Users, at, &BTreeSet::new()), Err(refusal));
    }

    #[test]
    fn leaving_a_container_needs_a_clear_pull() {
        let layout = Layout::of(&seed_architecture());
        let seoul = layout.rect(&id("seoul")).unwrap();
        let (current, none) = (id("seoul"), BTreeSet::new());
        let pulled = |by: f64| {
            let at = Point::new(seoul.right() + by, seoul.y + 40.0);
            kept_target(&layout, Kind::S3, Some(&current), at, &none)
        };
        assert_eq!(pulled(PULL - 1.0), Ok(Some(id("seoul"))));
        assert!(pulled(PULL + 1.0).is_err());
    }

    proptest! {
        #[test]
        fn the_target_is_the_innermost_container_that_takes_the_kind(
            design in any_design(), kind in 0..Kind::ALL.len(), x in -600.0..1600.0, y in -600.0..1200.0,
        ) {
            let (kind, at, none) = (Kind::ALL[kind], Point::new(x, y), BTreeSet::new());
            let layout = Layout::of(&design);
            match drop_target(&layout, kind, at, &none) {
                Ok(Some(target)) => {
                    let place = layout.place(&target).unwrap();
                    prop_assert!(kind.may_lie_in(Some(place.kind)) && place.rect.contains(at));
                    for (id, deeper) in layout.containers_at(at, &none).take_while(|(id, _)| **id != target) {
                        prop_assert!(!kind.may_lie_in(Some(deeper.kind)), "{} is nearer", id);
                    }
                }
                Ok(None) => prop_assert!(layout.containers_at(at, &none).next().is_none()),
                Err(_) => prop_assert!(
                    layout.containers_at(at, &none).all(|(_, place)| !kind.may_lie_in(Some(place.kind)))
                ),
            }
        }
    }
}
