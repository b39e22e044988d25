//! What the end of a lasting action means.

use ninepins_model::{Action, Design};

use super::action_past;
use super::database::{self, of_database};
use crate::Language::{self, English, Korean};
use crate::number::number;
use crate::particle::{object, subject};
use crate::places::target_name;

/// What the end of a lasting action means: "AZ ap-northeast-2a has power again".
pub(crate) fn action_ended(language: Language, design: &Design, action: &Action) -> String {
    let name = |part| design.display_name(part);
    match (language, action) {
        (English, Action::StopInstance { target, .. }) => {
            format!("{} starts again", target_name(English, design, target))
        }
        (English, Action::HangInstance { target, .. }) => {
            format!("{} answers again", target_name(English, design, target))
        }
        (English, Action::ApplicationCrash { target, .. }) => {
            format!("the application of {} runs again", target_name(English, design, target))
        }
        (English, Action::CpuStress { target, .. }) => {
            format!("{} has its vCPUs to itself again", target_name(English, design, target))
        }
        (English, Action::MemoryStress { target, .. }) => {
            format!("{} has its memory to itself again", target_name(English, design, target))
        }
        (English, Action::IoStress { target, .. }) => {
            format!("{} has its volume to itself again", target_name(English, design, target))
        }
        (English, Action::DiskFill { target, .. }) => {
            format!("the volume of {} has room again", target_name(English, design, target))
        }
        (English, Action::VolumeIoPause { target, .. }) => {
            format!("the volume of {} answers again", target_name(English, design, target))
        }
        (English, Action::VolumeIoLatency { target, .. }) => {
            format!("the volume of {} is as fast as before", target_name(English, design, target))
        }
        (English, Action::Errors { part, .. }) => format!("{} answers without errors again", name(part)),
        (English, Action::ExternalServiceOutage { part, .. }) => format!("{} can be reached again", name(part)),
        (English, Action::ZonePowerLoss { zone, .. }) => format!("AZ {zone} has power again"),
        (English, Action::ZoneNetworkCut { zone, .. }) => format!("AZ {zone} is connected again"),
        (English, Action::InsufficientInstanceCapacity { zone, .. }) => format!("AZ {zone} has capacity again"),
        (English, Action::RegionLoss { part, .. }) => format!("Region {} is back", name(part)),
        (English, Action::NetworkLatency { part, .. }) => format!("messages of {} are no longer delayed", name(part)),
        (English, Action::PacketLoss { part, .. }) => format!("packets of {} are no longer lost", name(part)),
        (English, Action::Partition { part, other, .. }) => format!("{} reaches {} again", name(part), name(other)),
        (English, Action::NetworkAclDeny { part, .. }) => format!("the deny rule of {} is gone", name(part)),
        (English, Action::RouteRemoval { part, destination, .. }) => {
            format!("{} has its route {destination} again", name(part))
        }
        (English, Action::NatGatewayLoss { part, .. }) => format!("{} works again", name(part)),
        (English, Action::CacheZoneInterruption { part, zone, .. }) => {
            format!("nodes of {} in {zone} may be replaced again", name(part))
        }
        (English, Action::ReplicaCut { part, .. }) => format!("{} is connected again", name(part)),
        (_, of_database!()) => database::ended(language, design, action),
        (English, Action::CertificateExpiry { part, .. }) => format!("{} was replaced", name(part)),
        (English, Action::ValidationRecordRemoval { part, .. }) => {
            format!("the validation record of {} is back", name(part))
        }
        (English, Action::DnsOutage { part, .. }) => format!("the name servers of {} answer again", name(part)),
        (English, Action::WrongRecord { part, to, .. }) => {
            format!("records of {} lead to {} again", name(part), name(to))
        }
        (English, Action::SecurityGroupRuleRemoval { part, from, .. }) => {
            format!("rules of {} admit {from} again", name(part))
        }
        (English, Action::NodeLoss { part, zone, .. }) => format!("{} has a node in {zone} again", name(part)),
        (English, Action::ZonalShift { part, zone, .. }) => format!("{} uses {zone} again", name(part)),
        (English, Action::BadHealthCheck { part, .. }) => format!("the health path of {} is well again", name(part)),
        (English, Action::TargetDeregistration { target, .. }) => {
            format!("{} was registered again", target_name(English, design, target))
        }
        (English, Action::TargetGroupWeight { part, .. }) => format!("{} has its own weight again", name(part)),
        (English, Action::EdgeLocationLoss { part, .. }) => format!("the edge location of {} is back", name(part)),
        (English, Action::S3Throttling { part, .. }) => format!("{} is no longer throttled", name(part)),
        (English, Action::BucketAccessDenied { part, .. }) => {
            format!("the policy of {} admits requests again", name(part))
        }
        (English, Action::Traffic { part, factor, .. }) => {
            format!("traffic of {} is no longer ×{}", name(part), number(*factor))
        }
        (English, Action::OnDemandQuota { part, .. }) => format!("the vCPU quota in {} is as before", name(part)),
        (English, Action::ProcessSuspension { part, process, .. }) => {
            format!("{} of {} is resumed", process.name(), name(part))
        }
        (Korean, Action::OnDemandQuota { part, .. }) => format!("{}의 vCPU 할당량이 복구되었습니다", name(part)),
        (Korean, Action::ProcessSuspension { part, process, .. }) => {
            format!("{}의 {} 프로세스가 재개되었습니다", name(part), process.name())
        }
        (Korean, Action::StopInstance { target, .. }) => {
            format!("{} 다시 시작됩니다", subject(&target_name(Korean, design, target)))
        }
        (Korean, Action::HangInstance { target, .. }) => {
            format!("{} 다시 응답합니다", subject(&target_name(Korean, design, target)))
        }
        (Korean, Action::ApplicationCrash { target, .. }) => {
            format!("{}의 애플리케이션이 다시 실행됩니다", target_name(Korean, design, target))
        }
        (Korean, Action::CpuStress { target, .. }) => {
            format!("{}의 vCPU에서 다른 작업이 끝났습니다", target_name(Korean, design, target))
        }
        (Korean, Action::MemoryStress { target, .. }) => {
            format!("{}의 메모리에서 다른 작업이 끝났습니다", target_name(Korean, design, target))
        }
        (Korean, Action::IoStress { target, .. }) => {
            format!("{}의 볼륨에서 다른 작업이 끝났습니다", target_name(Korean, design, target))
        }
        (Korean, Action::DiskFill { target, .. }) => {
            format!("{} 볼륨에 다시 공간이 있습니다", target_name(Korean, design, target))
        }
        (Korean, Action::VolumeIoPause { target, .. }) => {
            format!("{} 볼륨의 I/O가 다시 동작합니다", target_name(Korean, design, target))
        }
        (Korean, Action::VolumeIoLatency { target, .. }) => {
            format!("{} 볼륨의 속도가 돌아왔습니다", target_name(Korean, design, target))
        }
        (Korean, Action::Errors { part, .. }) => format!("{} 다시 오류 없이 응답합니다", subject(name(part))),
        (Korean, Action::ExternalServiceOutage { part, .. }) => format!("{}에 다시 연결할 수 있습니다", name(part)),
        (Korean, Action::ZonePowerLoss { zone, .. }) => format!("가용 영역 {zone}의 전원이 복구되었습니다"),
        (Korean, Action::ZoneNetworkCut { zone, .. }) => format!("가용 영역 {zone}의 네트워크가 복구되었습니다"),
        (Korean, Action::InsufficientInstanceCapacity { zone, .. }) => {
            format!("가용 영역 {zone}에 다시 용량이 있습니다")
        }
        (Korean, Action::RegionLoss { part, .. }) => format!("리전 {} 복구되었습니다", subject(name(part))),
        (Korean, Action::NetworkLatency { part, .. }) => format!("{}의 지연이 사라졌습니다", name(part)),
        (Korean, Action::PacketLoss { part, .. }) => format!("{}의 패킷 손실이 사라졌습니다", name(part)),
        (Korean, Action::Partition { part, other, .. }) => {
            format!("{}에서 {}까지 다시 통신합니다", name(part), name(other))
        }
        (Korean, Action::NetworkAclDeny { part, .. }) => format!("{}의 거부 규칙이 사라졌습니다", name(part)),
        (Korean, Action::RouteRemoval { part, destination, .. }) => {
            format!("{}의 경로 {destination}이 복구되었습니다", name(part))
        }
        (Korean, Action::NatGatewayLoss { part, .. }) => format!("{} 다시 동작합니다", subject(name(part))),
        (Korean, Action::CacheZoneInterruption { part, zone, .. }) => {
            format!("{zone}에 있는 {}의 노드를 다시 교체할 수 있습니다", name(part))
        }
        (Korean, Action::ReplicaCut { part, .. }) => format!("{}의 네트워크가 복구되었습니다", name(part)),
        (Korean, Action::CertificateExpiry { part, .. }) => format!("인증서 {} 교체했습니다", object(name(part))),
        (Korean, Action::ValidationRecordRemoval { part, .. }) => {
            format!("인증서 {}의 검증 레코드가 복구되었습니다", name(part))
        }
        (Korean, Action::DnsOutage { part, .. }) => format!("{}의 이름 서버가 다시 응답합니다", name(part)),
        (Korean, Action::WrongRecord { part, to, .. }) => {
            format!("{}의 레코드가 다시 {} 가리킵니다", name(part), object(name(to)))
        }
        (Korean, Action::SecurityGroupRuleRemoval { part, from, .. }) => {
            format!("{}의 규칙이 다시 {} 허용합니다", name(part), object(from))
        }
        (Korean, Action::NodeLoss { part, zone, .. }) => format!("{zone}에 {}의 노드가 다시 있습니다", name(part)),
        (Korean, Action::ZonalShift { part, zone, .. }) => {
            format!("{} 다시 {} 사용합니다", subject(name(part)), object(zone))
        }
        (Korean, Action::BadHealthCheck { part, .. }) => format!("{}의 상태 확인 경로가 복구되었습니다", name(part)),
        (Korean, Action::TargetDeregistration { target, .. }) => {
            format!("{} 다시 등록했습니다", object(&target_name(Korean, design, target)))
        }
        (Korean, Action::TargetGroupWeight { part, .. }) => format!("{}의 가중치가 원래대로 돌아왔습니다", name(part)),
        (Korean, Action::EdgeLocationLoss { part, .. }) => {
            format!("{}의 엣지 로케이션이 복구되었습니다", name(part))
        }
        (Korean, Action::S3Throttling { part, .. }) => format!("{}의 스로틀링이 끝났습니다", name(part)),
        (Korean, Action::BucketAccessDenied { part, .. }) => {
            format!("{}의 정책이 다시 요청을 허용합니다", name(part))
        }
        (Korean, Action::Traffic { part, factor, .. }) => {
            format!("{}의 트래픽 ×{} 구간이 끝났습니다", name(part), number(*factor))
        }
        // These happen once and never end.
        (
            _,
            Action::TerminateInstance { .. }
            | Action::PrimaryFailure { .. }
            | Action::RebootWithFailover { .. }
            | Action::CacheNodeFailure { .. }
            | Action::CacheFlush { .. }
            | Action::Invalidation { .. }
            | Action::SpotInterruption { .. }
            | Action::InstanceRefresh { .. }
            | Action::SetDesiredCapacity { .. },
        ) => action_past(language, design, action),
    }
}
