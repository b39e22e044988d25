//! Adding what follows a part, wired to it.

use ninepins_model::{Design, Edit, Kind, PartId};

use super::{Placement, place_near, place_with_containers};
use crate::{Point, Refusal, connect};

/// The kinds that a part of this kind can send requests to.
pub fn next_kinds(kind: Kind) -> Vec<Kind> {
    Kind::ALL.into_iter().filter(|next| kind.wire_to(*next).is_some()).collect()
}

/// Places a part near a point with the containers it needs, and wires `from` to it: one edit.
///
/// # Errors
/// It cannot be placed or wired.
pub fn place_next(design: &Design, from: &PartId, kind: Kind, at: Point) -> Result<Placement, Refusal> {
    let placement = match place_near(design, kind, at) {
        Err(Refusal::Needs { .. }) => place_with_containers(design, kind, at)?,
        placed => placed?,
    };
    let mut after = design.clone();
    // A design that is full refuses the whole edit when it is made.
    let _ = after.apply(placement.edit.clone());
    let wire = connect(&after, from, &placement.id)?.edit(&after);
    Ok(Placement { edit: Edit::Batch(vec![placement.edit, wire]), ..placement })
}

#[cfg(test)]
mod tests {
    use ninepins_model::Kind;

    use super::{next_kinds, place_next};
    use crate::Point;
    use crate::testing::{empty, id, part};

    #[test]
    fn users_can_be_followed_by_dns_cdn_load_balancers_instance_and_bucket() {
        let next = [Kind::Route53, Kind::Cloudfront, Kind::Alb, Kind::Nlb, Kind::Ec2, Kind::S3];
        assert_eq!(next_kinds(Kind::Users), next);
    }

    #[test]
    fn a_load_balancer_after_users_comes_with_its_network_and_its_wire() {
        let mut design = empty();
        design.parts.insert(id("users"), part(Kind::Users, [0, 0]));
        let placement = place_next(&design, &id("users"), Kind::Alb, Point::new(400.0, 0.0)).unwrap();
        let before = design.clone();
        let inverse = design.apply(placement.edit).unwrap();
        assert!(design.wires.values().any(|wire| wire.from == id("users") && wire.to == id("alb")));
        design.apply(inverse).unwrap();
        assert_eq!(design, before);
    }
}
