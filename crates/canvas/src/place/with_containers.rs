//! Adding a part together with the containers that it needs and the design lacks.

use std::collections::BTreeSet;

use ninepins_model::{Design, Edit, Kind, Part, PartId};

use super::network::standard_network;
use super::{Placement, place_near};
use crate::layout::PADDING;
use crate::snap::{snap, whole};
use crate::{CARD, Layout, Point, Rect, Refusal};

/// How many edits make a Region, a VPC and its zones.
const NEW_NETWORK: usize = 3;
/// Where a part that spans zones goes, from its new VPC's corner.
const SPANNING: Point = Point::new(112.0, 120.0);

/// Places a part in containers made for it: a Region, a VPC, two zones with their subnets, as far as it needs them.
///
/// # Errors
/// Something else is in its way.
pub fn place_with_containers(design: &Design, kind: Kind, at: Point) -> Result<Placement, Refusal> {
    let (mut after, wanted) = (design.clone(), at);
    let mut edits: Vec<Edit> = Vec::new();
    for container in missing_containers(design, kind) {
        let edit = match container {
            Kind::Az => standard_network(&after, &first(&after, Kind::Vpc).ok_or(Refusal::NoZoneLeft)?)?,
            _ => place_near(&after, container, at)?.edit,
        };
        // A design that is full refuses the whole edit when it is made.
        let _ = after.apply(edit.clone());
        edits.push(edit);
    }
    if edits.len() == NEW_NETWORK
        && let Some(edit) = around_network(&after)
    {
        let _ = after.apply(edit.clone());
        edits.push(edit);
    }
    // Beside zones that were laid out with it, a part that spans them has its place.
    let beside =
        first(&after, Kind::Vpc).and_then(|vpc| Layout::of(&after).rect(&vpc)).map(|vpc| vpc.corner() + SPANNING);
    let at = if kind.may_lie_in(Some(Kind::Vpc)) && edits.len() > 1 { beside.unwrap_or(at) } else { at };
    let mut placement = place_near(&after, kind, at)?;
    edits.push(placement.edit.clone());
    let _ = after.apply(placement.edit);
    if !design.parts.values().any(|part| part.kind() == Kind::Region)
        && let Some((edit, by)) = level(&after, &placement.id, wanted)
    {
        // Before the part, which an addition ends with.
        edits.insert(edits.len() - 1, edit);
        placement.rect = placement.rect.moved(by);
    }
    Ok(Placement { edit: Edit::Batch(edits), ..placement })
}

/// The Region that was made for a part moved up or down, so that the part is as high as was wanted: beside what stands
/// there, a wire to it is straight. None where something else would be in its way.
fn level(after: &Design, id: &PartId, wanted: Point) -> Option<(Edit, Point)> {
    let (region, layout) = (first(after, Kind::Region)?, Layout::of(after));
    let by = Point::new(0.0, snap(wanted.y - layout.rect(id)?.center().y));
    let moved = layout.rect(&region)?.moved(by).grown(PADDING);
    if layout.children_rects(None, &BTreeSet::from([region.clone()])).any(|other| other.overlaps(moved)) {
        return None;
    }
    let part = after.parts.get(&region)?;
    let at = [part.at[0], part.at[1] + whole(by.y)];
    Some((Edit::Part { id: region, to: Some(Box::new(Part { at, ..part.clone() })) }, by))
}

/// A Region and a VPC that were made for a network are as high as that needs, with a row left for what lies beside the VPC.
fn around_network(design: &Design) -> Option<Edit> {
    let (region, vpc) = (first(design, Kind::Region)?, first(design, Kind::Vpc)?);
    let layout = Layout::of(design);
    let (outer, inner) = (layout.rect(&region)?, layout.rect(&vpc)?);
    let content = layout.children_rects(Some(&vpc), &BTreeSet::new()).reduce(Rect::union)?;
    let bottom = content.bottom() + PADDING;
    let row = CARD.y + 3.0 * PADDING;
    let resized = [(region, outer, bottom + row), (vpc, inner, bottom)].map(|(id, rect, bottom)| {
        let size = Some([whole(rect.width), whole(bottom - rect.y)]);
        let part = design.parts.get(&id)?;
        Some(Edit::Part { id, to: Some(Box::new(Part { size, ..part.clone() })) })
    });
    Some(Edit::Batch(resized.into_iter().flatten().collect()))
}

/// What [`place_with_containers`] makes for a part, outermost first.
pub fn missing_containers(design: &Design, kind: Kind) -> impl Iterator<Item = Kind> {
    let is_there = |container: &Kind| design.parts.values().any(|part| part.kind() == *container);
    needed(kind).iter().copied().filter(move |container| !is_there(container))
}

/// The containers around a part, outermost first; with the zones come their subnets.
const fn needed(kind: Kind) -> &'static [Kind] {
    match kind {
        Kind::S3 | Kind::Sqs | Kind::Certificate | Kind::Vpc => &[Kind::Region],
        Kind::Az => &[Kind::Region, Kind::Vpc],
        Kind::Subnet
        | Kind::NatGateway
        | Kind::Alb
        | Kind::Nlb
        | Kind::Asg
        | Kind::Rds
        | Kind::Elasticache
        | Kind::RdsProxy
        | Kind::Ec2
        | Kind::ReadReplica => &[Kind::Region, Kind::Vpc, Kind::Az],
        Kind::Users | Kind::Route53 | Kind::Cloudfront | Kind::Region => &[],
        Kind::ExternalService | Kind::Note | Kind::Frame => &[],
    }
}

fn first(design: &Design, kind: Kind) -> Option<PartId> {
    design.parts.iter().find(|(_, part)| part.kind() == kind).map(|(id, _)| id.clone())
}

#[cfg(test)]
mod tests {
    use ninepins_model::{Design, Kind, Severity, problems};

    use super::place_with_containers;
    use crate::testing::{empty, id};
    use crate::{Layout, Point, place_near};

    fn placed(kind: Kind) -> Design {
        let mut design = empty();
        let placement = place_with_containers(&design, kind, Point::default()).unwrap();
        design.apply(placement.edit).unwrap();
        design
    }

    #[test]
    fn a_load_balancer_on_an_empty_canvas_gets_a_network_and_two_public_subnets() {
        let design = placed(Kind::Alb);
        let subnets = design.parts[&id("alb")].subnets().len();
        assert_eq!((design.zones().len(), subnets), (2, 2));
    }

    #[test]
    fn what_a_region_is_made_for_stands_as_high_as_it_was_put() {
        for kind in [Kind::Alb, Kind::Ec2, Kind::Rds, Kind::S3] {
            let mut design = empty();
            let users = place_near(&design, Kind::Users, Point::new(0.0, 96.0)).unwrap();
            let height = users.rect.center().y;
            design.apply(users.edit).unwrap();
            let placement = place_with_containers(&design, kind, Point::new(240.0, height)).unwrap();
            design.apply(placement.edit).unwrap();
            let rect = Layout::of(&design).rect(&placement.id).unwrap();
            assert_eq!((rect, rect.center().y), (placement.rect, height), "{kind:?}");
        }
    }

    #[test]
    fn a_network_made_for_a_part_leaves_no_room_below_its_zones_and_a_row_below_its_vpc() {
        let design = placed(Kind::Alb);
        let layout = Layout::of(&design);
        let bottom = |name: &str| layout.rect(&id(name)).unwrap().bottom();
        assert_eq!((bottom("vpc") - bottom("az"), bottom("region") - bottom("vpc")), (8.0, 80.0));
    }

    #[test]
    fn a_part_that_spans_zones_finds_subnets_that_suit_it() {
        for kind in [Kind::Asg, Kind::Rds, Kind::Elasticache, Kind::S3, Kind::Subnet] {
            let errors: Vec<_> =
                problems(&placed(kind)).into_iter().filter(|problem| problem.severity == Severity::Error).collect();
            assert_eq!(errors, vec![], "{kind:?}");
        }
    }

    #[test]
    fn a_second_instance_goes_to_the_other_zone() {
        let mut design = placed(Kind::Ec2);
        let placement = place_near(&design, Kind::Ec2, Point::default()).unwrap();
        design.apply(placement.edit).unwrap();
        let zones: Vec<_> =
            ["ec2", "ec2-2"].iter().map(|name| design.zone_name(&id(name)).unwrap().to_owned()).collect();
        assert_eq!(zones, ["ap-northeast-2a", "ap-northeast-2b"]);
    }
}
