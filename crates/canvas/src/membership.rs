//! In which subnets a part that spans zones has its members.

use ninepins_model::{Design, Edit, Kind, Part, PartId};

use crate::{Layout, Point, Refusal};

/// The part with its members of one subnet in another one instead. Members of one subnet move together, because a part
/// names subnets and not places; a subnet that it names already takes them in.
///
/// # Errors
/// The other is no subnet of the part's VPC.
pub fn move_members(design: &Design, owner: &PartId, from: &PartId, to: &PartId) -> Result<Option<Edit>, Refusal> {
    let Some(part) = design.parts.get(owner) else { return Err(Refusal::Gone(owner.clone())) };
    let is_subnet = design.parts.get(to).is_some_and(|part| part.kind() == Kind::Subnet);
    if !is_subnet || design.vpc_of(to) != design.vpc_of(owner) {
        return Err(Refusal::BelongsIn { kind: part.kind(), container: Kind::Vpc });
    }
    let mut moved: Part = part.clone();
    let Some(subnets) = moved.subnets_mut() else { return Ok(None) };
    let has_it = subnets.contains(to);
    for subnet in subnets.iter_mut().filter(|subnet| *subnet == from && !has_it) {
        subnet.clone_from(to);
    }
    if has_it && from != to {
        subnets.retain(|subnet| subnet != from);
    }
    Ok((moved != *part).then(|| Edit::Part { id: owner.clone(), to: Some(Box::new(moved)) }))
}

/// The subnet at a point.
pub(crate) fn subnet_at(layout: &Layout, at: Point) -> Option<PartId> {
    let none = Default::default();
    let mut containers = layout.containers_at(at, &none);
    containers.find(|(_, place)| place.kind == Kind::Subnet).map(|(id, _)| id.clone())
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;

    use super::move_members;
    use crate::Refusal;
    use crate::testing::id;

    #[test]
    fn members_dragged_into_another_subnet_of_the_vpc_live_there() {
        let mut design = seed_architecture();
        let edit = move_members(&design, &id("api"), &id("app-a"), &id("data-a")).unwrap().unwrap();
        design.apply(edit).unwrap();
        assert_eq!(design.parts[&id("api")].subnets(), [id("data-a"), id("app-b")]);
    }

    #[test]
    fn members_dragged_into_a_subnet_of_their_part_join_the_others() {
        let mut design = seed_architecture();
        let edit = move_members(&design, &id("api"), &id("app-a"), &id("app-b")).unwrap().unwrap();
        design.apply(edit).unwrap();
        assert_eq!(design.parts[&id("api")].subnets(), [id("app-b")]);
    }

    #[test]
    fn members_do_not_leave_their_vpc() {
        let design = seed_architecture();
        let refused = move_members(&design, &id("api"), &id("app-a"), &id("virginia"));
        assert!(matches!(refused, Err(Refusal::BelongsIn { .. })));
    }
}
