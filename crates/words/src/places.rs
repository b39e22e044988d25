//! What a person reads for the parts, wires and members that a report names by index.

use ninepins_model::{Design, Kind, MemberPick, MemberTarget, Part, PartId, PartSettings, Wire};
use ninepins_report::{MemberRole, PartIndex};

use crate::Language::{self, English, Korean};

/// The part that a report names by its index: parts are counted in the order of their ids.
pub fn part_by_index(design: &Design, part: PartIndex) -> Option<(&PartId, &Part)> {
    design.running_parts().nth(usize::from(part))
}

/// The name of the part of this index.
pub fn part_name(design: &Design, part: PartIndex) -> &str {
    part_by_index(design, part).map_or("?", |(id, _)| design.display_name(id))
}

/// The name of an Availability Zone's part of this index, as AWS writes it.
pub(crate) fn zone_name(design: &Design, part: PartIndex) -> &str {
    match part_by_index(design, part).map(|(_, part)| &part.settings) {
        Some(PartSettings::Az(az)) if !az.zone.is_empty() => &az.zone,
        _ => part_name(design, part),
    }
}

/// A member's name: `api/3`. A read replica, or an instance that is a part of its own, goes by the part's name.
pub fn member_name(design: &Design, part: PartIndex, role: MemberRole, number: u32) -> String {
    let name = part_name(design, part);
    let is_part = part_by_index(design, part).is_some_and(|(_, part)| part.kind() == Kind::Ec2);
    match role {
        _ if is_part => name.to_owned(),
        MemberRole::Replica => name.to_owned(),
        MemberRole::Node | MemberRole::Instance | MemberRole::Primary | MemberRole::Standby => {
            format!("{name}/{number}")
        }
    }
}

/// A wire by its ends: `api → db`.
pub fn wire_name(design: &Design, wire: &Wire) -> String {
    format!("{} → {}", design.display_name(&wire.from), design.display_name(&wire.to))
}

/// Which member an event names: `api/3`, "the oldest instance of api", "an instance of api in ap-northeast-2a". A part
/// that is one instance goes by its own name.
pub fn target_name(language: Language, design: &Design, target: &MemberTarget) -> String {
    let part = design.display_name(&target.part);
    if design.parts.get(&target.part).is_some_and(|part| part.kind() == Kind::Ec2) {
        return part.to_owned();
    }
    let name = match (language, target.pick) {
        (_, MemberPick::Number(number)) => format!("{part}/{number}"),
        (English, MemberPick::Oldest) => format!("the oldest instance of {part}"),
        (English, MemberPick::Newest) => format!("the newest instance of {part}"),
        (English, MemberPick::Any) => format!("an instance of {part}"),
        (Korean, MemberPick::Oldest) => format!("{part}의 가장 오래된 인스턴스"),
        (Korean, MemberPick::Newest) => format!("{part}의 가장 새로운 인스턴스"),
        (Korean, MemberPick::Any) => format!("{part}의 인스턴스 하나"),
    };
    match (language, &target.zone) {
        (_, None) => name,
        (English, Some(zone)) => format!("{name} in {zone}"),
        (Korean, Some(zone)) => format!("{name}({zone})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ninepins_model::presets::seed_architecture;

    #[test]
    fn an_index_counts_parts_in_the_order_of_their_ids() {
        let design = seed_architecture();
        let index = design.parts.keys().position(|id| id.as_str() == "api").unwrap() as PartIndex;
        assert_eq!(part_by_index(&design, index).unwrap().0.as_str(), "api");
        assert_eq!(member_name(&design, index, MemberRole::Instance, 3), "api/3");
        assert_eq!(part_name(&design, 9_999), "?");
    }

    #[test]
    fn a_target_reads_as_a_phrase() {
        let design = seed_architecture();
        let target: MemberTarget = "api/any@ap-northeast-2a".parse().unwrap();
        assert_eq!(target_name(English, &design, &target), "an instance of api in ap-northeast-2a");
        assert_eq!(target_name(Korean, &design, &target), "api의 인스턴스 하나(ap-northeast-2a)");
    }

    #[test]
    fn a_part_that_is_one_instance_is_the_target_itself() {
        let design = ninepins_model::presets::Preset::SingleInstance.design();
        let (id, _) = design.parts.iter().find(|(_, part)| part.kind() == Kind::Ec2).unwrap();
        let target = MemberTarget { part: id.clone(), pick: MemberPick::Any, zone: None };
        assert_eq!(target_name(English, &design, &target), design.display_name(id));
        let index = design.running_parts().position(|(other, _)| other == id).unwrap() as PartIndex;
        assert_eq!(member_name(&design, index, MemberRole::Instance, 1), design.display_name(id));
    }
}
