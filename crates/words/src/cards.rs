//! What the cards of the canvas say: short names of kinds, titles of containers, one line of figures.

use ninepins_model::{Design, Kind, PartId, PartSettings};
use ninepins_report::MemberRole;

use crate::Language::{self, English, Korean};
use crate::number;

/// What a kind is called on a card, where there is little room.
pub const fn card_kind_name(language: Language, kind: Kind) -> &'static str {
    language.pick(match kind {
        Kind::Users => ("Users", "사용자"),
        Kind::Route53 => ("Route 53", "Route 53"),
        Kind::Certificate => ("ACM", "ACM"),
        Kind::Cloudfront => ("CloudFront", "CloudFront"),
        Kind::S3 => ("S3", "S3"),
        Kind::Region => ("Region", "리전"),
        Kind::Vpc => ("VPC", "VPC"),
        Kind::Az => ("Zone", "가용 영역"),
        Kind::Subnet => ("Subnet", "서브넷"),
        Kind::NatGateway => ("NAT", "NAT"),
        Kind::Alb => ("ALB", "ALB"),
        Kind::Nlb => ("NLB", "NLB"),
        Kind::Asg => ("Auto Scaling", "Auto Scaling"),
        Kind::Ec2 => ("EC2", "EC2"),
        Kind::Rds => ("RDS", "RDS"),
        Kind::ReadReplica => ("Replica", "복제본"),
        Kind::Elasticache => ("ElastiCache", "ElastiCache"),
        Kind::Sqs => ("SQS", "SQS"),
        Kind::RdsProxy => ("Proxy", "프록시"),
        Kind::ExternalService => ("External", "외부"),
        Kind::Note => ("Note", "메모"),
        Kind::Frame => ("Frame", "프레임"),
    })
}

/// What stands after a container's name: its Region, address range or zone.
pub fn container_detail(language: Language, design: &Design, id: &PartId) -> String {
    let Some(part) = design.parts.get(id) else { return String::new() };
    match &part.settings {
        PartSettings::Region(region) => format!("{} {}", card_kind_name(language, Kind::Region), region.code),
        PartSettings::Vpc(vpc) => format!("VPC {}", vpc.cidr),
        PartSettings::Az(az) => az.zone.clone(),
        PartSettings::Subnet(subnet) => {
            let reach = match (language, design.is_public_subnet(id)) {
                (English, true) => "public",
                (English, false) => "private",
                (Korean, true) => "퍼블릭",
                (Korean, false) => "프라이빗",
            };
            format!("{reach} {}", subnet.cidr)
        }
        _ => String::new(),
    }
}

/// "4 up", or "4 → 6 up" while the group grows or shrinks to what it wants.
pub fn card_in_service(language: Language, in_service: u32, desired: u32) -> String {
    match (language, in_service == desired) {
        (English, true) => format!("{in_service} up"),
        (English, false) => format!("{in_service} → {desired} up"),
        (Korean, true) => format!("{in_service}대 가동"),
        (Korean, false) => format!("{in_service} → {desired}대"),
    }
}

/// "CPU 31 %".
pub fn card_cpu(language: Language, percent: f64) -> String {
    format!("CPU {}", number::percent(language, percent.round()))
}

/// "hit 94 %", for a cache.
pub fn card_hit_ratio(language: Language, percent: f64) -> String {
    let percent = number::percent(language, percent.round());
    match language {
        English => format!("hit {percent}"),
        Korean => format!("적중 {percent}"),
    }
}

/// "12 conn.": connections, where there is little room.
pub fn card_connections(language: Language, count: f64) -> String {
    let count = number::decimal(count, 0);
    match language {
        English => format!("{count} conn."),
        Korean => format!("연결 {count}개"),
    }
}

/// "1,500 waiting".
pub fn card_messages(language: Language, count: f64) -> String {
    let count = number::decimal(count, 0);
    match language {
        English => format!("{count} waiting"),
        Korean => format!("대기 {count}건"),
    }
}

/// "lag 80 ms"; below zero it does not replicate.
pub fn card_lag(language: Language, seconds: f64) -> String {
    match language {
        English if seconds < 0.0 => "not replicating".into(),
        Korean if seconds < 0.0 => "복제 중단".into(),
        English => format!("lag {}", number::latency(language, seconds * 1000.0)),
        Korean => format!("지연 {}", number::latency(language, seconds * 1000.0)),
    }
}

/// What a member's card says it is: `node`, `primary`, `standby`; an instance has only its number.
pub const fn card_role(language: Language, role: MemberRole) -> &'static str {
    language.pick(match role {
        MemberRole::Node => ("node", "노드"),
        MemberRole::Instance => ("", ""),
        MemberRole::Primary => ("primary", "기본"),
        MemberRole::Standby => ("standby", "예비"),
        MemberRole::Replica => ("replica", "복제본"),
    })
}

/// How the canvas works with the keyboard.
pub const fn canvas_help(language: Language) -> &'static str {
    language.pick((
        "Arrow keys walk from block to block. Enter selects a block; then arrow keys move it, with Shift farther. On the empty canvas they move the view. W starts a wire, Delete removes, Escape goes back. Plus and minus zoom, 0 fits all.",
        "화살표 키로 블록 사이를 이동합니다. Enter로 블록을 선택한 뒤 화살표 키로 옮기고, Shift를 함께 누르면 더 멀리 옮깁니다. 빈 캔버스에서는 화면을 옮깁니다. W로 연결을 시작하고 Delete로 삭제하며 Escape로 돌아갑니다. +와 -로 확대·축소하고 0으로 전체를 봅니다.",
    ))
}

/// Wiring with the keyboard has started.
pub fn announce_wiring(language: Language, name: &str) -> String {
    match language {
        English => {
            format!("Wiring from {name}. Choose a target with the arrow keys, wire with Enter, cancel with Escape.")
        }
        Korean => {
            format!("{name}에서 연결을 시작합니다. 화살표 키로 대상을 고르고 Enter로 연결하며 Escape로 취소합니다.")
        }
    }
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;

    use super::*;

    #[test]
    fn cards_say_how_many_are_in_service() {
        assert_eq!(card_in_service(English, 4, 4), "4 up");
        assert_eq!(card_in_service(English, 4, 6), "4 → 6 up");
    }

    #[test]
    fn a_subnets_title_says_whether_it_is_public() {
        let design = seed_architecture();
        let detail = |id: &str| container_detail(English, &design, &id.parse().unwrap());
        assert_eq!([detail("pub-a"), detail("app-b")], ["public 10.0.0.0/24", "private 10.0.11.0/24"]);
    }
}
