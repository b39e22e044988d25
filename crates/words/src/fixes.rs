//! What a fix does, as it stands on its button.

use ninepins_model::{Design, FixKind, PartId};

use crate::Language::{self, English, Korean};
use crate::number::decimal;
use crate::particle::{object, towards};
use crate::settings_labels::setting_label;
use crate::{choice_name, unit_suffix};

/// The label of a fix's button: "Set it to 65 s".
pub fn fix_label(language: Language, design: &Design, fix: &FixKind) -> String {
    match language {
        English => english(design, fix),
        Korean => korean(design, fix),
    }
}

/// What is announced once it is made.
pub fn announce_fixed(language: Language, label: &str) -> String {
    match language {
        English => format!("Done: {label}."),
        Korean => format!("{label}: 적용했습니다."),
    }
}

fn names(design: &Design, ids: &[PartId]) -> String {
    let names: Vec<&str> = ids.iter().map(|id| design.display_name(id)).collect();
    names.join(", ")
}

fn english(design: &Design, fix: &FixKind) -> String {
    let name = |id: &PartId| design.display_name(id).to_owned();
    let label = |key| setting_label(English, key);
    let plain = match fix {
        FixKind::SetTo { key, value, unit } => {
            let (value, unit) = (decimal(*value, 6), unit_suffix(English, *unit));
            return format!("Set {} to {value} {unit}", label(*key)).trim_end().to_owned();
        }
        FixKind::Choose { key, value } => {
            return format!("Set {} to {}", label(*key), choice_name(English, *key, value));
        }
        FixKind::TurnOn(key) => return format!("Turn on {}", label(*key)),
        FixKind::TurnOff(key) => return format!("Turn off {}", label(*key)),
        FixKind::Fill { key, text } => return format!("Set {} to {text}", label(*key)),
        FixKind::LeaveOut(what) => return format!("Take {what} off the list"),
        FixKind::AddSubnets(ids) => return format!("Add {}", names(design, ids)),
        FixKind::UsePublicSubnets(ids) => return format!("Use the public subnets {}", names(design, ids)),
        FixKind::UsePrivateSubnets(ids) => return format!("Move to the private subnets {}", names(design, ids)),
        FixKind::AttachCertificate(id) => return format!("Attach the certificate {}", name(id)),
        FixKind::CreateCertificate { region } => return format!("Create a certificate in {region}"),
        FixKind::CoverHost(host) => return format!("Add {host} to the certificate"),
        FixKind::CreateRecord { host, to } => return format!("Create the record {host} to {}", name(to)),
        FixKind::Connect(id) => return format!("Wire it to {}", name(id)),
        FixKind::ConnectFrom(id) => return format!("Wire {} to it", name(id)),
        FixKind::AddInternetRoute(id) => return format!("Add a route to the internet gateway to {}", name(id)),
        FixKind::RouteThroughNat(id) => return format!("Route through the NAT gateway {}", name(id)),
        FixKind::DefaultAcl(id) => return format!("Use the default network ACL in {}", name(id)),
        FixKind::SharePools(each) => return format!("Give each pool {each} connections"),
        FixKind::ReplicateFrom(id) => return format!("Replicate {}", name(id)),
        FixKind::RemovePart => "Remove it",
        FixKind::RemoveWire => "Remove the wire",
        FixKind::RemoveEvent => "Remove the event",
        FixKind::AttachInternetGateway => "Attach an internet gateway",
        FixKind::NatPerZone => "Put a NAT gateway into each zone",
        FixKind::OrderCapacity => "Put them into order",
        FixKind::OrderTtls => "Put the TTLs into order",
        FixKind::Admit => "Add the security group rule",
        FixKind::RaiseDnsThresholds => "Raise the thresholds for DNS",
        FixKind::GiveWeight => "Give the target groups a weight of 1",
        FixKind::SignRequests => "Use the REST endpoint with signed requests",
    };
    plain.to_owned()
}

fn korean(design: &Design, fix: &FixKind) -> String {
    let name = |id: &PartId| design.display_name(id).to_owned();
    let label = |key| setting_label(Korean, key);
    let plain = match fix {
        FixKind::SetTo { key, value, unit } => {
            let value = format!("{} {}", decimal(*value, 6), unit_suffix(Korean, *unit));
            return format!("{}: {} 설정", label(*key), towards(value.trim_end()));
        }
        FixKind::Choose { key, value } => {
            return format!("{}: {} 설정", label(*key), towards(choice_name(Korean, *key, value)));
        }
        FixKind::TurnOn(key) => return format!("{} 켜기", label(*key)),
        FixKind::TurnOff(key) => return format!("{} 끄기", label(*key)),
        FixKind::Fill { key, text } => return format!("{}: {} 설정", label(*key), towards(text)),
        FixKind::LeaveOut(what) => return format!("{} 목록에서 빼기", object(what)),
        FixKind::AddSubnets(ids) => return format!("{} 추가", names(design, ids)),
        FixKind::UsePublicSubnets(ids) => return format!("퍼블릭 서브넷 {} 사용", names(design, ids)),
        FixKind::UsePrivateSubnets(ids) => return format!("프라이빗 서브넷 {}(으)로 옮기기", names(design, ids)),
        FixKind::AttachCertificate(id) => return format!("인증서 {} 연결", name(id)),
        FixKind::CreateCertificate { region } => return format!("{region} 리전에 인증서 만들기"),
        FixKind::CoverHost(host) => return format!("인증서에 {host} 추가"),
        FixKind::CreateRecord { host, to } => return format!("{} 가는 레코드 {host} 만들기", towards(&name(to))),
        FixKind::Connect(id) => return format!("{} 연결", towards(&name(id))),
        FixKind::ConnectFrom(id) => return format!("{}에서 연결", name(id)),
        FixKind::AddInternetRoute(id) => return format!("{}에 인터넷 게이트웨이로 가는 경로 추가", name(id)),
        FixKind::RouteThroughNat(id) => return format!("NAT 게이트웨이 {} 라우팅", towards(&name(id))),
        FixKind::DefaultAcl(id) => return format!("{}에 기본 네트워크 ACL 사용", name(id)),
        FixKind::SharePools(each) => return format!("풀마다 연결 {each}개로 설정"),
        FixKind::ReplicateFrom(id) => return format!("{} 복제", name(id)),
        FixKind::RemovePart => "삭제",
        FixKind::RemoveWire => "연결 삭제",
        FixKind::RemoveEvent => "이벤트 삭제",
        FixKind::AttachInternetGateway => "인터넷 게이트웨이 연결",
        FixKind::NatPerZone => "가용 영역마다 NAT 게이트웨이 두기",
        FixKind::OrderCapacity => "순서대로 맞추기",
        FixKind::OrderTtls => "TTL을 순서대로 맞추기",
        FixKind::Admit => "보안 그룹 규칙 추가",
        FixKind::RaiseDnsThresholds => "DNS 임계값 올리기",
        FixKind::GiveWeight => "대상 그룹의 가중치를 1로 설정",
        FixKind::SignRequests => "서명된 요청과 REST 엔드포인트 사용",
    };
    plain.to_owned()
}
