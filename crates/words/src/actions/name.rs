//! Actions as commands.

use ninepins_model::{Action, Design};

use super::database::{self, of_database};
use crate::Language::{self, English, Korean};
use crate::number::{number, percent};
use crate::particle::towards;
use crate::places::target_name;

/// An action, short, as a command: "Power off ap-northeast-2a".
pub fn action_name(language: Language, design: &Design, action: &Action) -> String {
    let name = |part| design.display_name(part);
    let target_of = |target| target_name(language, design, target);
    match (language, action) {
        (English, Action::TerminateInstance { target }) => format!("Terminate {}", target_of(target)),
        (English, Action::StopInstance { target, .. }) => format!("Stop {}", target_of(target)),
        (English, Action::HangInstance { target, .. }) => format!("Hang {}", target_of(target)),
        (English, Action::ApplicationCrash { target, .. }) => format!("Crash the application of {}", target_of(target)),
        (English, Action::CpuStress { target, percent: amount, .. }) => {
            format!("CPU stress of {} % on {}", number(*amount), target_of(target))
        }
        (English, Action::MemoryStress { target, percent: amount, .. }) => {
            format!("Memory stress of {} % on {}", number(*amount), target_of(target))
        }
        (English, Action::IoStress { target, percent: amount, .. }) => {
            format!("I/O stress of {} % on {}", number(*amount), target_of(target))
        }
        (English, Action::DiskFill { target, percent: amount, .. }) => {
            format!("Fill the volume of {} to {} %", target_of(target), number(*amount))
        }
        (English, Action::VolumeIoPause { target, .. }) => format!("Pause the volume of {}", target_of(target)),
        (English, Action::VolumeIoLatency { target, latency_ms: amount, .. }) => {
            format!("Slow the volume of {} by {} ms", target_of(target), number(*amount))
        }
        (English, Action::Errors { part, percent, .. }) => {
            format!("{} % errors of {part}", number(*percent), part = name(part))
        }
        (English, Action::ExternalServiceOutage { part, .. }) => format!("Outage of {part}", part = name(part)),
        (English, Action::ZonePowerLoss { zone, .. }) => format!("Power off {zone}"),
        (English, Action::ValidationRecordRemoval { part, .. }) => {
            format!("Remove the validation record of {}", name(part))
        }
        (English, Action::DnsOutage { part, .. }) => format!("Stop the name servers of {}", name(part)),
        (English, Action::WrongRecord { to, instead: Some(other), .. }) => {
            format!("Point the records of {} at {}", name(to), name(other))
        }
        (English, Action::WrongRecord { part, to, .. }) => {
            format!("Break the records of {} to {}", name(part), name(to))
        }
        (English, Action::PrimaryFailure { part }) => format!("Fail the primary of {}", name(part)),
        (English, Action::RebootWithFailover { part }) => format!("Reboot {} with failover", name(part)),
        (English, Action::CacheNodeFailure { part }) => format!("Fail the primary node of {}", name(part)),
        (English, Action::CacheZoneInterruption { part, zone, .. }) => {
            format!("Power off the nodes of {part} in {zone}", part = name(part))
        }
        (English, Action::ReplicaCut { part, .. }) => format!("Cut off {}", name(part)),
        (_, of_database!()) => database::name(language, design, action),
        (English, Action::CertificateExpiry { part, .. }) => format!("Expire {}", name(part)),
        (English, Action::ZoneNetworkCut { zone, .. }) => format!("Cut off {zone}"),
        (English, Action::InsufficientInstanceCapacity { zone, .. }) => format!("No capacity in {zone}"),
        (English, Action::RegionLoss { part, .. }) => format!("Lose {part}", part = name(part)),
        (English, Action::NetworkLatency { part, latency_ms, .. }) => {
            format!("Delay {part} by {} ms", number(*latency_ms), part = name(part))
        }
        (English, Action::PacketLoss { part, percent, .. }) => {
            format!("Lose {} % of packets of {part}", number(*percent), part = name(part))
        }
        (English, Action::Partition { part, other, .. }) => {
            format!("Separate {part} from {other}", part = name(part), other = name(other))
        }
        (English, Action::NetworkAclDeny { part, .. }) => {
            format!("Deny ports in the network ACL of {part}", part = name(part))
        }
        (English, Action::RouteRemoval { part, destination, .. }) => {
            format!("Remove the route {destination} of {part}", part = name(part))
        }
        (English, Action::NatGatewayLoss { part, .. }) => format!("Fail {part}", part = name(part)),
        (English, Action::SecurityGroupRuleRemoval { part, from, .. }) => {
            format!("Remove {from} from the rules of {}", name(part))
        }
        (English, Action::CacheFlush { part }) => format!("Flush the cache of {}", name(part)),
        (English, Action::NodeLoss { part, zone, .. }) => {
            format!("Lose the node of {part} in {zone}", part = name(part))
        }
        (English, Action::ZonalShift { part, zone, .. }) => format!("Shift {part} away from {zone}", part = name(part)),
        (English, Action::BadHealthCheck { part, status, .. }) => {
            format!("Health path of {part} answers {status}", part = name(part))
        }
        (English, Action::TargetDeregistration { target, .. }) => format!("Deregister {}", target_of(target)),
        (English, Action::TargetGroupWeight { part, weight, .. }) => {
            format!("Weight of {part} is {weight}", part = name(part))
        }
        (English, Action::Invalidation { part, path }) => format!("Invalidate {path} of {part}", part = name(part)),
        (English, Action::EdgeLocationLoss { part, .. }) => format!("Lose an edge location of {}", name(part)),
        (English, Action::S3Throttling { part, remaining, .. }) => {
            format!("Throttle {part} to {}", percent(English, remaining * 100.0), part = name(part))
        }
        (English, Action::BucketAccessDenied { part, .. }) => format!("Deny access to {part}", part = name(part)),
        (English, Action::Traffic { factor, .. }) => format!("Traffic ×{}", number(*factor)),
        (English, Action::SpotInterruption { target, .. }) => format!("Take back {}", target_of(target)),
        (English, Action::OnDemandQuota { part, vcpus, .. }) => format!("Quota of {vcpus} vCPUs in {}", name(part)),
        (English, Action::ProcessSuspension { part, process, .. }) => {
            format!("Suspend {} of {}", process.name(), name(part))
        }
        (English, Action::InstanceRefresh { part }) => format!("Refresh the instances of {}", name(part)),
        (English, Action::SetDesiredCapacity { part, desired }) => format!("Set {} to {desired}", name(part)),
        (Korean, Action::TerminateInstance { target }) => format!("{} 종료", target_of(target)),
        (Korean, Action::StopInstance { target, .. }) => format!("{} 중지", target_of(target)),
        (Korean, Action::HangInstance { target, .. }) => format!("{} 응답 정지", target_of(target)),
        (Korean, Action::ApplicationCrash { target, .. }) => format!("{} 애플리케이션 중단", target_of(target)),
        (Korean, Action::CpuStress { target, percent: amount, .. }) => {
            format!("{} CPU 부하 {}%", target_of(target), number(*amount))
        }
        (Korean, Action::MemoryStress { target, percent: amount, .. }) => {
            format!("{} 메모리 부하 {}%", target_of(target), number(*amount))
        }
        (Korean, Action::IoStress { target, percent: amount, .. }) => {
            format!("{} I/O 부하 {}%", target_of(target), number(*amount))
        }
        (Korean, Action::DiskFill { target, percent: amount, .. }) => {
            format!("{} 볼륨 {}% 채우기", target_of(target), number(*amount))
        }
        (Korean, Action::VolumeIoPause { target, .. }) => format!("{} 볼륨 I/O 일시 중지", target_of(target)),
        (Korean, Action::VolumeIoLatency { target, latency_ms: amount, .. }) => {
            format!("{} 볼륨 I/O {}ms 지연", target_of(target), number(*amount))
        }
        (Korean, Action::Errors { part, percent, .. }) => {
            format!("{part} 오류 {}%", number(*percent), part = name(part))
        }
        (Korean, Action::ExternalServiceOutage { part, .. }) => format!("{part} 중단", part = name(part)),
        (Korean, Action::ZonePowerLoss { zone, .. }) => format!("{zone} 전원 차단"),
        (Korean, Action::ValidationRecordRemoval { part, .. }) => format!("{} 검증 레코드 삭제", name(part)),
        (Korean, Action::DnsOutage { part, .. }) => format!("{} 이름 서버 중단", name(part)),
        (Korean, Action::WrongRecord { to, instead: Some(other), .. }) => {
            format!("{} 레코드를 {} 변경", name(to), towards(name(other)))
        }
        (Korean, Action::WrongRecord { part, to, .. }) => format!("{}에서 {} 레코드 오류", name(part), name(to)),
        (Korean, Action::PrimaryFailure { part }) => format!("{} 기본 인스턴스 장애", name(part)),
        (Korean, Action::RebootWithFailover { part }) => format!("{} 장애 조치로 재부팅", name(part)),
        (Korean, Action::ReplicaCut { part, .. }) => format!("{} 네트워크 차단", name(part)),
        (Korean, Action::CertificateExpiry { part, .. }) => format!("{} 만료", name(part)),
        (Korean, Action::SecurityGroupRuleRemoval { part, from, .. }) => format!("{} 규칙에서 {from} 제거", name(part)),
        (Korean, Action::CacheNodeFailure { part }) => format!("{} 기본 노드 장애", name(part)),
        (Korean, Action::CacheZoneInterruption { part, zone, .. }) => {
            format!("{zone}의 {part} 노드 전원 차단", part = name(part))
        }
        (Korean, Action::CacheFlush { part }) => format!("{} 캐시 비우기", name(part)),
        (Korean, Action::ZoneNetworkCut { zone, .. }) => format!("{zone} 네트워크 차단"),
        (Korean, Action::InsufficientInstanceCapacity { zone, .. }) => format!("{zone} 용량 부족"),
        (Korean, Action::RegionLoss { part, .. }) => format!("{part} 리전 장애", part = name(part)),
        (Korean, Action::NetworkLatency { part, latency_ms, .. }) => {
            format!("{part} 지연 {} ms 추가", number(*latency_ms), part = name(part))
        }
        (Korean, Action::PacketLoss { part, percent, .. }) => {
            format!("{part} 패킷 손실 {} %", number(*percent), part = name(part))
        }
        (Korean, Action::Partition { part, other, .. }) => {
            format!("{part}·{other} 사이 단절", part = name(part), other = name(other))
        }
        (Korean, Action::NetworkAclDeny { part, .. }) => format!("{part} 네트워크 ACL 거부 규칙", part = name(part)),
        (Korean, Action::RouteRemoval { part, destination, .. }) => {
            format!("{part} 경로 {destination} 제거", part = name(part))
        }
        (Korean, Action::NatGatewayLoss { part, .. }) => format!("{part} 장애", part = name(part)),
        (Korean, Action::NodeLoss { part, zone, .. }) => format!("{part} {zone} 노드 장애", part = name(part)),
        (Korean, Action::ZonalShift { part, zone, .. }) => format!("{part} {zone} 영역 전환", part = name(part)),
        (Korean, Action::BadHealthCheck { part, status, .. }) => {
            format!("{part} 상태 경로 응답 {status}", part = name(part))
        }
        (Korean, Action::TargetDeregistration { target, .. }) => format!("{} 등록 취소", target_of(target)),
        (Korean, Action::TargetGroupWeight { part, weight, .. }) => {
            format!("{part} 가중치 {weight}", part = name(part))
        }
        (Korean, Action::Invalidation { part, path }) => format!("{part}의 {path} 무효화", part = name(part)),
        (Korean, Action::EdgeLocationLoss { part, .. }) => format!("{} 엣지 로케이션 중단", name(part)),
        (Korean, Action::S3Throttling { part, remaining, .. }) => {
            format!("{part} {}로 스로틀링", percent(Korean, remaining * 100.0), part = name(part))
        }
        (Korean, Action::BucketAccessDenied { part, .. }) => format!("{part} 액세스 거부", part = name(part)),
        (Korean, Action::Traffic { factor, .. }) => format!("트래픽 ×{}", number(*factor)),
        (Korean, Action::SpotInterruption { target, .. }) => format!("{} 스팟 회수", target_of(target)),
        (Korean, Action::OnDemandQuota { part, vcpus, .. }) => format!("{} vCPU 할당량 {vcpus}개", name(part)),
        (Korean, Action::ProcessSuspension { part, process, .. }) => {
            format!("{} {} 일시 중단", name(part), process.name())
        }
        (Korean, Action::InstanceRefresh { part }) => format!("{} 인스턴스 새로 고침", name(part)),
        (Korean, Action::SetDesiredCapacity { part, desired }) => format!("{} 용량 {desired}", name(part)),
    }
}
