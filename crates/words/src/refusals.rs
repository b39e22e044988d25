//! Why a block cannot be put somewhere, or a wire cannot be drawn: whole sentences.

use ninepins_model::Kind;

use crate::Language::{self, English, Korean};
use crate::causes::capitalized;
use crate::kinds::{a_kind, kind_name, placement_rule};
use crate::particle::{object, topic};

/// The kind lies in a container that the design does not have.
pub fn refused_needs(language: Language, kind: Kind, container: Kind) -> String {
    match language {
        English => {
            format!("{} lies in {}: add one first.", capitalized(a_kind(kind)), a_kind(container))
        }
        Korean => {
            let (kind, container) = (topic(kind_name(Korean, kind)), kind_name(Korean, container));
            format!("{kind} {container} 안에 놓습니다. 먼저 {} 추가하십시오.", object(container))
        }
    }
}

/// What is asked where a block has nothing to lie in: the answer makes what is missing, outermost first.
pub fn offered_containers(language: Language, kind: Kind, missing: &[Kind]) -> String {
    let rule = placement_rule(language, kind);
    let comes: Vec<&str> = missing.iter().map(|container| made_container(language, *container)).collect();
    match (language, comes.split_last()) {
        (English, last) => {
            let rule = rule.strip_prefix("It ").unwrap_or(rule);
            let comes = match last {
                Some((last, [])) => format!(". It comes with {last}."),
                Some((last, others)) => format!(". It comes with {} and {last}.", others.join(", ")),
                None => ".".to_owned(),
            };
            format!("{} {rule} There is none for it yet{comes}", capitalized(a_kind(kind)))
        }
        (Korean, _) => {
            let kind = topic(kind_name(Korean, kind));
            match comes.join(", ") {
                none if none.is_empty() => format!("{kind} {rule} 필요한 컨테이너가 아직 없습니다."),
                comes => format!("{kind} {rule} 아직 없으므로 함께 만듭니다: {comes}."),
            }
        }
    }
}

/// A container that is made for a block, as part of a sentence.
const fn made_container(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Az => language.pick(("two Availability Zones with subnets", "서브넷이 있는 가용 영역 2개")),
        _ => match language {
            English => a_kind(kind),
            Korean => kind_name(Korean, kind),
        },
    }
}

/// What is said while a block without anything to lie in is dragged: the offer comes when it is let go.
pub const fn offered_at_drop(language: Language) -> &'static str {
    language.pick(("Let go: what it needs can come with it.", "놓으십시오. 필요한 컨테이너를 함께 만들 수 있습니다."))
}

/// The kind lies in a container of another kind.
pub fn refused_belongs_in(language: Language, kind: Kind, container: Kind) -> String {
    match language {
        English => format!("{} lies in {}.", capitalized(a_kind(kind)), a_kind(container)),
        Korean => {
            let (kind, container) = (topic(kind_name(Korean, kind)), kind_name(Korean, container));
            format!("{kind} {container} 안에만 놓을 수 있습니다.")
        }
    }
}

/// The kind lies on the open canvas.
pub fn refused_belongs_outside(language: Language, kind: Kind) -> String {
    match language {
        English if matches!(kind, Kind::Users) => "Users lie on the open canvas, outside every container.".into(),
        English => format!("{} lies on the open canvas, outside every container.", capitalized(a_kind(kind))),
        Korean => format!("{} 컨테이너 바깥의 캔버스에만 놓을 수 있습니다.", topic(kind_name(Korean, kind))),
    }
}

/// No wire exists between these kinds; says what the first may be wired to.
pub fn refused_wire(language: Language, from: Kind, to: Kind) -> String {
    let rule = crate::wiring_rule(language, from);
    match language {
        English => format!("{} cannot be wired to {}. {rule}", capitalized(a_kind(from)), a_kind(to)),
        Korean => {
            format!("{}에서 {}까지는 연결할 수 없습니다. {rule}", kind_name(Korean, from), kind_name(Korean, to))
        }
    }
}

/// Every zone of the Region has a box already.
pub const fn refused_no_zone_left(language: Language) -> &'static str {
    language.pick((
        "Every Availability Zone of this Region has a box already.",
        "이 리전의 모든 가용 영역에 이미 상자가 있습니다.",
    ))
}

/// What the kind lies in has no room left for another.
pub fn refused_no_room(language: Language, kind: Kind) -> String {
    match language {
        English => format!("There is no room for {} here: make its container larger first.", a_kind(kind)),
        Korean => format!("{} 놓을 자리가 없습니다. 먼저 컨테이너를 넓히십시오.", object(kind_name(Korean, kind))),
    }
}

/// A wire from a part to itself.
pub const fn refused_same_part(language: Language) -> &'static str {
    language.pick(("A block cannot be wired to itself.", "블록을 자기 자신에 연결할 수 없습니다."))
}

/// There is nothing to tidy up.
pub const fn refused_in_order(language: Language) -> &'static str {
    language.pick(("Everything is in order already.", "이미 모두 정돈되어 있습니다."))
}

/// The two are wired already.
pub const fn refused_already_wired(language: Language) -> &'static str {
    language.pick(("These two are wired already.", "두 블록이 이미 연결되어 있습니다."))
}

/// The part was removed meanwhile.
pub const fn refused_gone(language: Language) -> &'static str {
    language.pick(("This block no longer exists.", "이 블록은 이제 존재하지 않습니다."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_read_as_sentences() {
        let missing = [Kind::Region, Kind::Vpc, Kind::Az];
        let offered = "An EC2 instance lies in one subnet. There is none for it yet. It comes with a Region, a VPC and two \
                       Availability Zones with subnets.";
        assert_eq!(offered_containers(English, Kind::Ec2, &missing), offered);
        let offered = "An EC2 instance lies in one subnet. There is none for it yet. It comes with two Availability Zones \
                       with subnets.";
        assert_eq!(offered_containers(English, Kind::Ec2, &missing[2..]), offered);
        let offered = "EC2 인스턴스는 서브넷 하나 안에 놓습니다. 아직 없으므로 함께 만듭니다: 리전, VPC, 서브넷이 있는 가용 영역 2개.";
        assert_eq!(offered_containers(Korean, Kind::Ec2, &missing), offered);
        assert_eq!(refused_needs(English, Kind::Ec2, Kind::Subnet), "An EC2 instance lies in a subnet: add one first.");
        assert_eq!(
            refused_needs(Korean, Kind::Ec2, Kind::Subnet),
            "EC2 인스턴스는 서브넷 안에 놓습니다. 먼저 서브넷을 추가하십시오."
        );
        assert_eq!(refused_belongs_in(Korean, Kind::Vpc, Kind::Region), "VPC는 리전 안에만 놓을 수 있습니다.");
        assert_eq!(
            refused_wire(English, Kind::Cloudfront, Kind::Rds),
            "CloudFront cannot be wired to an RDS database. An origin is a bucket, a load balancer or an instance."
        );
    }
}
