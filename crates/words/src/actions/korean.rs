//! Actions in Korean, as they happen and as they happened.

use ninepins_model::{Action, Design};

use super::database::{self, of_database};
use crate::Language::Korean;
use crate::number::{number, percent};
use crate::particle::{object, subject, towards};
use crate::places::target_name;

#[derive(Clone, Copy)]
pub(super) enum Tense {
    Present,
    Past,
}

pub(super) fn sentence(design: &Design, action: &Action, tense: Tense) -> String {
    let name = |part| design.display_name(part);
    let target_of = |target| subject(&target_name(Korean, design, target));
    let (start, present, past) = match action {
        Action::TerminateInstance { target } => (target_of(target), "종료됩니다", "종료되었습니다"),
        Action::StopInstance { target, .. } => (target_of(target), "중지됩니다", "중지되었습니다"),
        Action::HangInstance { target, .. } => (target_of(target), "응답하지 않습니다", "응답을 멈췄습니다"),
        Action::ApplicationCrash { target, .. } => {
            (format!("{}의 애플리케이션이", target_name(Korean, design, target)), "중단됩니다", "중단되었습니다")
        }
        Action::CpuStress { target, percent: amount, .. } => (
            format!(
                "{}의 모든 vCPU에서 다른 작업이 {}%의 시간 동안",
                target_name(Korean, design, target),
                number(*amount)
            ),
            "실행됩니다",
            "실행되기 시작했습니다",
        ),
        Action::MemoryStress { target, percent: amount, .. } => (
            format!("{} 메모리의 {}%를 다른 작업이", target_name(Korean, design, target), number(*amount)),
            "차지합니다",
            "차지했습니다",
        ),
        Action::IoStress { target, percent: amount, .. } => (
            format!("{} 볼륨의 {}%를 다른 작업이", target_name(Korean, design, target), number(*amount)),
            "사용합니다",
            "사용하기 시작했습니다",
        ),
        Action::DiskFill { target, percent: amount, .. } => {
            (format!("{} 볼륨이 {}%까지", target_name(Korean, design, target), number(*amount)), "찹니다", "찼습니다")
        }
        Action::VolumeIoPause { target, .. } => {
            (format!("{} 볼륨의 I/O가", target_name(Korean, design, target)), "멈춥니다", "멈췄습니다")
        }
        Action::VolumeIoLatency { target, latency_ms: amount, .. } => (
            format!("{} 볼륨의 작업이 {}ms 더", target_name(Korean, design, target), number(*amount)),
            "걸립니다",
            "걸리기 시작했습니다",
        ),
        Action::Errors { part, percent, .. } => (
            format!("{} 요청의 {}%에", subject(name(part)), number(*percent)),
            "오류로 응답합니다",
            "오류로 응답하기 시작했습니다",
        ),
        Action::ExternalServiceOutage { part, .. } => {
            (format!("{}에", name(part)), "연결할 수 없습니다", "연결할 수 없게 되었습니다")
        }
        Action::ZonePowerLoss { zone, .. } => (format!("가용 영역 {zone}의 전원이"), "끊깁니다", "끊겼습니다"),
        Action::ZoneNetworkCut { zone, .. } => (format!("가용 영역 {zone}의 네트워크가"), "끊깁니다", "끊겼습니다"),
        Action::InsufficientInstanceCapacity { zone, .. } => {
            (format!("가용 영역 {zone}의 인스턴스 용량이"), "부족합니다", "부족해졌습니다")
        }
        Action::RegionLoss { part, .. } => (format!("리전 {}", subject(name(part))), "멈춥니다", "멈췄습니다"),
        Action::NetworkLatency { part, latency_ms, .. } => {
            (format!("{}의 메시지가 {} ms씩", name(part), number(*latency_ms)), "늦어집니다", "늦어졌습니다")
        }
        Action::PacketLoss { part, percent, .. } => {
            (format!("{}의 패킷 {} %가", name(part), number(*percent)), "손실됩니다", "손실되었습니다")
        }
        Action::Partition { part, other, .. } => {
            (format!("{}에서 {}까지의 네트워크가", name(part), name(other)), "끊깁니다", "끊겼습니다")
        }
        Action::NetworkAclDeny { part, outbound, from_port, to_port, .. } => {
            let way = if *outbound { "나가는" } else { "들어오는" };
            (format!("{}에서 {way} 포트 {from_port}~{to_port}번이", name(part)), "거부됩니다", "거부되었습니다")
        }
        Action::RouteRemoval { part, destination, .. } => {
            (format!("{}의 경로 {}", name(part), subject(destination)), "제거됩니다", "제거되었습니다")
        }
        Action::NatGatewayLoss { part, .. } => (subject(name(part)), "멈춥니다", "멈췄습니다"),
        Action::PrimaryFailure { part } => {
            (format!("{} 기본 인스턴스의 호스트가", name(part)), "고장 납니다", "고장 났습니다")
        }
        Action::RebootWithFailover { part } => {
            (format!("장애 조치로 {}", object(name(part))), "재부팅합니다", "재부팅했습니다")
        }
        Action::CacheNodeFailure { part } => (format!("{}의 기본 노드가", name(part)), "고장 납니다", "고장 났습니다"),
        Action::CacheZoneInterruption { part, zone, .. } => {
            (format!("{zone}에 있는 {} 노드의 전원이", name(part)), "끊깁니다", "끊겼습니다")
        }
        Action::ReplicaCut { part, .. } => (format!("{}의 네트워크가", name(part)), "끊깁니다", "끊겼습니다"),
        of_database!() => database::korean(design, action),
        Action::CertificateExpiry { part, .. } => {
            (format!("인증서 {}", subject(name(part))), "만료됩니다", "만료되었습니다")
        }
        Action::SecurityGroupRuleRemoval { part, from, .. } => {
            (format!("{}에서 {} 허용하는 규칙이", name(part), object(from)), "제거됩니다", "제거되었습니다")
        }
        Action::ValidationRecordRemoval { part, .. } => {
            (format!("인증서 {}의 검증 레코드가", name(part)), "삭제됩니다", "삭제되었습니다")
        }
        Action::DnsOutage { part, .. } => {
            (format!("{}의 이름 서버가", name(part)), "응답하지 않습니다", "응답을 멈췄습니다")
        }
        Action::WrongRecord { part, to, instead: Some(other), .. } => (
            format!("{}에서 {} 가리키던 레코드가 {} 가리키도록", name(part), object(name(to)), object(name(other))),
            "바뀝니다",
            "바뀌었습니다",
        ),
        Action::WrongRecord { part, to, .. } => (
            format!("{}에서 {} 가리키던 레코드가 잘못된 주소로", name(part), object(name(to))),
            "바뀝니다",
            "바뀌었습니다",
        ),
        Action::NodeLoss { part, zone, .. } => {
            (format!("{zone}에 있는 {}의 노드가", name(part)), "사라집니다", "사라졌습니다")
        }
        Action::ZonalShift { part, zone, .. } => {
            (format!("{}의 트래픽이 {zone} 밖으로", name(part)), "전환됩니다", "전환되었습니다")
        }
        Action::BadHealthCheck { part, status, .. } => (
            format!("{}의 상태 확인 경로가 {}", name(part), towards(&status.to_string())),
            "응답합니다",
            "응답하기 시작했습니다",
        ),
        Action::TargetDeregistration { target, .. } => {
            (format!("{}의 등록이", target_name(Korean, design, target)), "취소됩니다", "취소되었습니다")
        }
        Action::TargetGroupWeight { part, weight, .. } => (
            format!("운영자가 {}의 가중치를 {}", name(part), towards(&weight.to_string())),
            "설정합니다",
            "설정했습니다",
        ),
        Action::CacheFlush { part } => (format!("{}의 캐시가", name(part)), "비워집니다", "비워졌습니다"),
        Action::Invalidation { part, path } => {
            (format!("운영자가 {}의 {}", name(part), object(path)), "무효화합니다", "무효화했습니다")
        }
        Action::EdgeLocationLoss { part, .. } => {
            (format!("{}의 엣지 로케이션 하나가", name(part)), "중단됩니다", "중단되었습니다")
        }
        Action::S3Throttling { part, remaining, .. } => (
            format!("{} 요청 속도의 {}만", subject(name(part)), percent(Korean, remaining * 100.0)),
            "처리합니다",
            "처리하게 되었습니다",
        ),
        Action::BucketAccessDenied { part, .. } => {
            (format!("{}의 정책이 모든 요청을", name(part)), "거부합니다", "거부하게 되었습니다")
        }
        Action::Traffic { part, factor, .. } => {
            (format!("{}의 트래픽이 ×{}", name(part), towards(&number(*factor))), "바뀝니다", "바뀌었습니다")
        }
        Action::SpotInterruption { target, .. } => {
            (format!("EC2가 {} 회수한다고", object(&target_name(Korean, design, target))), "알립니다", "알렸습니다")
        }
        Action::OnDemandQuota { part, vcpus, .. } => {
            (format!("{}의 vCPU 할당량이 {vcpus}개로", name(part)), "제한됩니다", "제한되었습니다")
        }
        Action::ProcessSuspension { part, process, .. } => {
            (format!("운영자가 {}의 {} 프로세스를", name(part), process.name()), "일시 중단합니다", "일시 중단했습니다")
        }
        Action::InstanceRefresh { part } => {
            (format!("운영자가 {}의 인스턴스를", name(part)), "새로 고칩니다", "새로 고치기 시작했습니다")
        }
        Action::SetDesiredCapacity { part, desired } => (
            format!("운영자가 {}의 원하는 용량을 {}", name(part), towards(&desired.to_string())),
            "설정합니다",
            "설정했습니다",
        ),
    };
    let end = match tense {
        Tense::Present => present,
        Tense::Past => past,
    };
    format!("{start} {end}")
}
