//! The members that a design begins with, in each of its subnets: what the canvas shows once it runs.

use std::collections::BTreeMap;

use ninepins_model::{Design, Part, PartId, PartSettings};

/// How many members begin in each subnet.
pub(super) fn first_members(design: &Design) -> BTreeMap<&PartId, usize> {
    let mut counts = BTreeMap::new();
    for part in design.parts.values() {
        let subnets = part.subnets();
        for (place, subnet) in subnets.iter().enumerate() {
            *counts.entry(subnet).or_default() += members_in(part, place, subnets.len());
        }
    }
    counts
}

/// How many members of a part begin in its subnet of this place.
fn members_in(part: &Part, place: usize, subnets: usize) -> usize {
    match &part.settings {
        PartSettings::Alb(_) | PartSettings::Nlb(_) => 1,
        PartSettings::Asg(group) => {
            let desired = group.desired as usize;
            desired / subnets + usize::from(place < desired % subnets)
        }
        PartSettings::Rds(database) => usize::from(place <= usize::from(database.multi_az)),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use ninepins_model::PartId;
    use ninepins_model::presets::Preset;

    use super::first_members;

    #[test]
    fn six_instances_are_two_in_each_of_three_zones() {
        let design = Preset::ThreeAz.design();
        let found = first_members(&design);
        let in_subnet = |name: &str| found.get(&name.parse::<PartId>().unwrap()).copied();
        assert_eq!(["app-a", "app-b", "app-c"].map(in_subnet), [Some(2); 3]);
        assert_eq!(["data-a", "data-b", "data-c"].map(in_subnet), [Some(1), Some(1), Some(0)]);
        assert_eq!(in_subnet("pub-a"), Some(1));
    }
}
