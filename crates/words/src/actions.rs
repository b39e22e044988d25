//! Events of the timeline: faults, changes of traffic, an operator's actions.

use ninepins_model::{Action, Design};

use crate::Language::{self, English, Korean};
use crate::actions_database::{self as database, of_database};
use crate::number::{duration, number, percent};
use crate::particle::{object, subject, towards};
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

/// The button that takes this action on the part that is selected.
pub fn fault_label(language: Language, action: &Action) -> String {
    let label = language.pick(match action {
        Action::TerminateInstance { .. } => ("Terminate an instance", "인스턴스 종료"),
        Action::StopInstance { .. } => ("Stop an instance", "인스턴스 중지"),
        Action::HangInstance { .. } => ("Hang an instance", "인스턴스 응답 정지"),
        Action::ApplicationCrash { .. } => ("Crash the application", "애플리케이션 중단"),
        Action::CpuStress { .. } => ("Stress the CPUs", "CPU 부하"),
        Action::MemoryStress { .. } => ("Stress the memory", "메모리 부하"),
        Action::IoStress { .. } => ("Stress the volume", "볼륨 I/O 부하"),
        Action::DiskFill { .. } => ("Fill the volume", "볼륨 채우기"),
        Action::VolumeIoPause { .. } => ("Pause the volume's I/O", "볼륨 I/O 일시 중지"),
        Action::VolumeIoLatency { .. } => ("Slow the volume's I/O", "볼륨 I/O 지연"),
        Action::Errors { percent, .. } => {
            let label = language.pick(("Errors", "오류 응답"));
            return format!("{label} {} %", number(*percent));
        }
        Action::ExternalServiceOutage { .. } => ("Cut off the service", "서비스 연결 차단"),
        Action::ZonePowerLoss { .. } => ("Power off the zone", "가용 영역 전원 차단"),
        Action::ZoneNetworkCut { .. } => ("Cut off the zone's network", "가용 영역 네트워크 차단"),
        Action::InsufficientInstanceCapacity { .. } => ("Run out of instance capacity", "인스턴스 용량 부족"),
        Action::RegionLoss { .. } => ("Lose the Region", "리전 장애"),
        Action::NetworkLatency { .. } => ("Add network latency", "네트워크 지연 추가"),
        Action::PacketLoss { .. } => ("Lose packets", "패킷 손실"),
        Action::Partition { .. } => ("Separate two parts", "두 블록 사이 네트워크 단절"),
        Action::NetworkAclDeny { .. } => ("Add a network ACL deny rule", "네트워크 ACL 거부 규칙 추가"),
        Action::RouteRemoval { .. } => ("Remove a route", "경로 제거"),
        Action::CacheNodeFailure { .. } => ("Fail the primary node", "기본 노드 장애"),
        Action::CacheZoneInterruption { zone, .. } => {
            let label = language.pick(("Power off its nodes in", "노드 전원 차단:"));
            return format!("{label} {zone}");
        }
        Action::NatGatewayLoss { .. } => ("Fail the NAT gateway", "NAT 게이트웨이 장애"),
        Action::PrimaryFailure { .. } => ("Fail the primary", "기본 인스턴스 장애"),
        Action::RebootWithFailover { .. } => ("Reboot with failover", "장애 조치로 재부팅"),
        Action::ReplicaCut { .. } => ("Cut off the replica", "복제본 네트워크 차단"),
        of_database!() => database::label(action),
        Action::CertificateExpiry { .. } => ("Expire the certificate", "인증서 만료"),
        Action::ValidationRecordRemoval { .. } => ("Remove the validation record", "검증 레코드 삭제"),
        Action::DnsOutage { .. } => ("Stop the name servers", "이름 서버 중단"),
        Action::WrongRecord { instead: Some(other), .. } => {
            let label = language.pick(("Point records at", "레코드가 가리킬 대상:"));
            return format!("{label} {other}");
        }
        Action::WrongRecord { .. } => ("Point records nowhere", "레코드 오류"),
        Action::SecurityGroupRuleRemoval { .. } => ("Remove a security group rule", "보안 그룹 규칙 제거"),
        Action::NodeLoss { zone, .. } => {
            let label = language.pick(("Lose the node in", "노드 장애:"));
            return format!("{label} {zone}");
        }
        Action::ZonalShift { zone, .. } => {
            let label = language.pick(("Shift traffic away from", "트래픽 전환:"));
            return format!("{label} {zone}");
        }
        Action::BadHealthCheck { .. } => ("Break the health check path", "상태 검사 경로 오류"),
        Action::TargetDeregistration { .. } => ("Deregister an instance", "인스턴스 등록 취소"),
        Action::TargetGroupWeight { weight, .. } => {
            let label = language.pick(("Target group weight", "대상 그룹 가중치"));
            return format!("{label} {weight}");
        }
        Action::CacheFlush { .. } => ("Flush the cache", "캐시 비우기"),
        Action::Invalidation { .. } => ("Invalidate all paths", "모든 경로 무효화"),
        Action::EdgeLocationLoss { .. } => ("Lose an edge location", "엣지 로케이션 중단"),
        Action::S3Throttling { .. } => ("Throttle the bucket", "버킷 스로틀링"),
        Action::BucketAccessDenied { .. } => ("Break the bucket policy", "버킷 정책 오류"),
        Action::Traffic { factor, .. } => {
            let label = language.pick(("Traffic", "트래픽"));
            return format!("{label} ×{}", number(*factor));
        }
        Action::SpotInterruption { .. } => ("Interrupt a Spot Instance", "스팟 인스턴스 회수"),
        Action::OnDemandQuota { .. } => ("Reach the vCPU quota", "vCPU 할당량 도달"),
        Action::ProcessSuspension { process, .. } => {
            let label = language.pick(("Suspend", "일시 중단:"));
            return format!("{label} {}", process.name());
        }
        Action::InstanceRefresh { .. } => ("Start an instance refresh", "인스턴스 새로 고침 시작"),
        Action::SetDesiredCapacity { .. } => ("Set desired capacity", "원하는 용량 설정"),
    });
    label.to_owned()
}

/// What the button does, for its tooltip.
pub const fn fault_help(language: Language, action: &Action) -> &'static str {
    language.pick(match action {
        Action::TerminateInstance { .. } => (
            "The instance goes at once, with the requests it has.",
            "인스턴스가 처리 중인 요청과 함께 즉시 사라집니다.",
        ),
        Action::StopInstance { .. } => (
            "The instance stops and starts again later, with its volume and, but for a t2, its CPU credits. A group does not wait: it replaces what does not run.",
            "인스턴스가 중지되었다가 나중에 다시 시작됩니다. 볼륨은 남고, t2가 아니면 CPU 크레딧도 남습니다. 그룹은 기다리지 않고 실행 중이 아닌 인스턴스를 교체합니다.",
        ),
        Action::HangInstance { .. } => (
            "The application stops answering but keeps its connections open. Only health checks notice.",
            "애플리케이션이 연결은 열어 둔 채 응답을 멈춥니다. 상태 검사만 이를 알아챕니다.",
        ),
        Action::ApplicationCrash { .. } => (
            "The server's process dies and its port is closed. The instance goes on, so only health checks of the load balancer notice.",
            "서버 프로세스가 죽어 포트가 닫힙니다. 인스턴스는 계속 실행되므로 로드 밸런서의 상태 검사만 이를 알아챕니다.",
        ),
        Action::CpuStress { .. } => (
            "Something else runs on every vCPU. The scheduler gives each runnable thread the same share, so the application computes more slowly and CPUUtilization rises.",
            "모든 vCPU에서 다른 작업이 실행됩니다. 스케줄러가 실행 가능한 스레드에 같은 몫을 주므로 애플리케이션의 계산이 느려지고 CPUUtilization이 올라갑니다.",
        ),
        Action::MemoryStress { .. } => (
            "Something else takes this share of the memory. Where nothing is left, the kernel kills the application, again and again while it lasts.",
            "다른 작업이 메모리의 이 비율을 차지합니다. 남은 메모리가 없으면 커널이 애플리케이션을 종료하며, 지속되는 동안 반복됩니다.",
        ),
        Action::IoStress { .. } => (
            "Something else uses this share of the root volume's operations, and spends a gp2 volume's credits.",
            "다른 작업이 루트 볼륨 작업의 이 비율을 쓰고, gp2 볼륨의 크레딧도 소모합니다.",
        ),
        Action::DiskFill { .. } => (
            "The root volume fills up. At 100 % the application's writes to it fail with 500.",
            "루트 볼륨이 찹니다. 100%가 되면 애플리케이션의 쓰기가 500으로 실패합니다.",
        ),
        Action::VolumeIoPause { .. } => (
            "The root volume answers nothing. Requests that need it hold their threads until it goes on.",
            "루트 볼륨이 응답하지 않습니다. 볼륨이 필요한 요청은 다시 동작할 때까지 스레드를 점유합니다.",
        ),
        Action::VolumeIoLatency { .. } => (
            "Each operation on the root volume takes longer.",
            "루트 볼륨의 작업 하나하나가 더 오래 걸립니다.",
        ),
        Action::Errors { .. } => (
            "A bug makes it answer this share of its requests, or queries, with an error. Health checks of the server pass.",
            "버그 때문에 요청이나 쿼리의 이 비율만큼 오류로 응답합니다. 서버 상태 검사는 통과합니다.",
        ),
        Action::ExternalServiceOutage { .. } => (
            "Packets to the service vanish, so callers wait for their timeouts and hold their threads.",
            "서비스로 가는 패킷이 사라져 호출하는 쪽은 스레드를 잡은 채 제한 시간까지 기다립니다.",
        ),
        Action::ZonePowerLoss { .. } => (
            "Everything in the zone vanishes from the network, in every VPC.",
            "모든 VPC에서 해당 가용 영역의 리소스가 네트워크에서 사라집니다.",
        ),
        Action::ZoneNetworkCut { .. } => (
            "Everything in the zone lives on, but nothing passes its border. The other zones see it as lost.",
            "가용 영역 안의 리소스는 살아 있지만 경계를 넘는 트래픽이 없습니다. 다른 영역에서는 사라진 것으로 보입니다.",
        ),
        Action::InsufficientInstanceCapacity { .. } => (
            "EC2 has no capacity left in the zone, so Auto Scaling groups launch elsewhere, or not at all.",
            "EC2에 남은 용량이 없어 Auto Scaling 그룹이 다른 가용 영역에서 시작하거나 시작하지 못합니다.",
        ),
        Action::RegionLoss { .. } => (
            "All zones and regional services of the Region stop. Route 53 and CloudFront stay.",
            "리전의 모든 가용 영역과 리전 서비스가 멈춥니다. Route 53과 CloudFront는 남습니다.",
        ),
        Action::NetworkLatency { .. } => (
            "Every message to and from it takes this much longer.",
            "주고받는 모든 메시지가 이 시간만큼 늦어집니다.",
        ),
        Action::PacketLoss { .. } => (
            "Packets to and from it are lost. TCP sends them again after 200 ms, then twice as long, and so on.",
            "주고받는 패킷이 손실됩니다. TCP가 200 ms 뒤에, 그다음에는 두 배씩 기다려 다시 보냅니다.",
        ),
        Action::Partition { .. } => (
            "Nothing passes between the two. Each of them works on for everybody else.",
            "둘 사이에 아무것도 오가지 못합니다. 나머지와는 정상으로 통신합니다.",
        ),
        Action::NetworkAclDeny { .. } => (
            "Someone denies ports before all other rules. A network ACL is stateless, so open connections break at once.",
            "다른 모든 규칙보다 앞에 거부 규칙이 추가됩니다. 네트워크 ACL은 상태를 저장하지 않으므로 열린 연결도 즉시 끊깁니다.",
        ),
        Action::RouteRemoval { .. } => (
            "Someone removes the route. Packets for that destination have nowhere to go.",
            "경로가 제거됩니다. 그 대상으로 가는 패킷은 갈 곳이 없습니다.",
        ),
        Action::NatGatewayLoss { .. } => (
            "The gateway passes nothing on. Every subnet routed to it loses the internet.",
            "게이트웨이가 아무것도 전달하지 않습니다. 이곳으로 라우팅하는 모든 서브넷이 인터넷을 잃습니다.",
        ),
        Action::PrimaryFailure { .. } => (
            "The host of the primary fails. With Multi-AZ the standby takes over, otherwise the host is replaced.",
            "기본 인스턴스의 호스트가 고장 납니다. Multi-AZ이면 예비 인스턴스가 이어받고, 아니면 호스트를 교체합니다.",
        ),
        Action::RebootWithFailover { .. } => (
            "An operator reboots the database and lets the standby take over.",
            "운영자가 데이터베이스를 재부팅하고 예비 인스턴스가 이어받게 합니다.",
        ),
        Action::CacheNodeFailure { .. } => (
            "The host of the primary node fails. With Multi-AZ a replica takes over, otherwise the node is replaced, empty.",
            "기본 노드의 호스트가 고장 납니다. Multi-AZ이면 복제본이 이어받고, 아니면 빈 노드로 교체됩니다.",
        ),
        Action::CacheZoneInterruption { .. } => (
            "Nodes of the cache in this zone lose power, and none comes back there meanwhile.",
            "이 가용 영역의 캐시 노드가 전원을 잃고 그동안 그곳에서 다시 시작되지 않습니다.",
        ),
        Action::ReplicaCut { .. } => (
            "The replica loses its network. Its reads fail and it falls behind.",
            "복제본의 네트워크가 끊깁니다. 읽기가 실패하고 복제 지연이 늘어납니다.",
        ),
        of_database!() => database::help(action),
        Action::CertificateExpiry { .. } => (
            "The certificate expires. New TLS handshakes fail, open connections go on.",
            "인증서가 만료됩니다. 새 TLS 핸드셰이크는 실패하고 이미 열린 연결은 유지됩니다.",
        ),
        Action::ValidationRecordRemoval { .. } => (
            "Someone deletes the CNAME that validates the domain. ACM no longer renews the certificate.",
            "도메인을 검증하는 CNAME이 삭제됩니다. ACM이 인증서를 더는 갱신하지 않습니다.",
        ),
        Action::DnsOutage { .. } => (
            "The name servers of the zone do not answer. Answers in caches live on until their TTL ends.",
            "호스팅 영역의 이름 서버가 응답하지 않습니다. 캐시의 응답은 TTL이 끝날 때까지 쓰입니다.",
        ),
        Action::WrongRecord { instead: Some(_), .. } => (
            "Records that lead to this block point to another one. Caches keep the mistake for its TTL.",
            "이 블록을 가리키던 레코드가 다른 블록을 가리킵니다. 캐시는 TTL 동안 잘못된 응답을 유지합니다.",
        ),
        Action::WrongRecord { .. } => (
            "Records that lead to this block point to an address where nobody answers. Caches keep the mistake for its TTL.",
            "이 블록을 가리키던 레코드가 아무도 응답하지 않는 주소를 가리킵니다. 캐시는 TTL 동안 잘못된 응답을 유지합니다.",
        ),
        Action::SecurityGroupRuleRemoval { .. } => (
            "Someone removes the rules that admit a source. Packets are dropped, so callers wait for their timeouts.",
            "소스를 허용하는 규칙이 제거됩니다. 패킷이 버려지므로 호출하는 쪽은 제한 시간까지 기다립니다.",
        ),
        Action::NodeLoss { .. } => (
            "The load balancer's node in this zone vanishes. Clients that know its address wait for their timeouts until DNS no longer answers with it.",
            "이 가용 영역의 로드 밸런서 노드가 사라집니다. 그 주소를 아는 클라이언트는 DNS에서 빠질 때까지 제한 시간을 기다립니다.",
        ),
        Action::ZonalShift { .. } => (
            "An operator takes the zone out of DNS and sends no requests to its targets. With cross-zone balancing the load balancer must allow it.",
            "운영자가 가용 영역을 DNS에서 빼고 그 대상에 요청을 보내지 않습니다. 교차 영역 로드 밸런싱이면 로드 밸런서에서 허용해야 합니다.",
        ),
        Action::BadHealthCheck { .. } => (
            "The path that health checks ask for answers with an error while everything else works.",
            "다른 것은 모두 정상인데 상태 검사 경로만 오류로 응답합니다.",
        ),
        Action::TargetDeregistration { .. } => (
            "An operator takes an instance out of its target groups. Requests in flight may finish until the deregistration delay ends.",
            "운영자가 인스턴스를 대상 그룹에서 뺍니다. 처리 중인 요청은 등록 취소 지연이 끝날 때까지 마칠 수 있습니다.",
        ),
        Action::TargetGroupWeight { .. } => (
            "An operator changes the share of requests that this target group gets, as in a canary or blue/green deployment.",
            "카나리 또는 블루/그린 배포처럼 운영자가 대상 그룹이 받는 요청 비율을 바꿉니다.",
        ),
        Action::CacheFlush { .. } => (
            "Everything leaves the cache, so what is behind it takes all requests until it is warm again.",
            "캐시가 모두 비워지므로 다시 채워질 때까지 그 뒤의 리소스가 모든 요청을 받습니다.",
        ),
        Action::Invalidation { .. } => (
            "An operator invalidates the cached objects. Each location serves its old copies until the invalidation has reached it.",
            "운영자가 캐시된 객체를 무효화합니다. 무효화가 도달할 때까지 각 로케이션은 이전 사본을 제공합니다.",
        ),
        Action::EdgeLocationLoss { .. } => (
            "An edge location vanishes from the network. Its clients time out until DNS leads them to another.",
            "엣지 로케이션 하나가 네트워크에서 사라집니다. DNS가 다른 곳으로 안내할 때까지 그 클라이언트는 시간 초과를 겪습니다.",
        ),
        Action::S3Throttling { .. } => (
            "The bucket serves a small share of its request rates and answers 503 Slow Down beyond it.",
            "버킷이 원래 요청 속도의 일부만 처리하고 그 이상에는 503 Slow Down으로 응답합니다.",
        ),
        Action::BucketAccessDenied { .. } => (
            "A mistake in the bucket policy denies everybody. The bucket answers 403; what is cached goes on.",
            "버킷 정책이 잘못되어 모두 거부됩니다. 버킷은 403으로 응답하고 캐시된 객체는 계속 제공됩니다.",
        ),
        Action::Traffic { .. } => {
            ("The source sends this many times its requests.", "트래픽 원본이 요청을 이 배수만큼 보냅니다.")
        }
        Action::SpotInterruption { .. } => (
            "EC2 takes a Spot Instance back. With Capacity Rebalancing its replacement is launched at once, otherwise when it is gone.",
            "EC2가 스팟 인스턴스를 회수합니다. 용량 재조정을 켜면 대체 인스턴스를 즉시, 끄면 회수된 뒤에 시작합니다.",
        ),
        Action::OnDemandQuota { .. } => (
            "The account may run no more vCPUs in the Region, so launches of On-Demand Instances fail.",
            "계정이 리전에서 더 많은 vCPU를 실행할 수 없어 온디맨드 인스턴스를 시작하지 못합니다.",
        ),
        Action::ProcessSuspension { .. } => (
            "An operator suspends a process of the group. Without Launch it shrinks with every instance that it loses.",
            "운영자가 그룹의 프로세스를 일시 중단합니다. Launch를 중단하면 인스턴스를 잃을 때마다 줄어듭니다.",
        ),
        Action::InstanceRefresh { .. } => (
            "An operator replaces every instance, as fast as the maintenance policy allows.",
            "운영자가 유지 관리 정책이 허용하는 속도로 모든 인스턴스를 교체합니다.",
        ),
        Action::SetDesiredCapacity { .. } => (
            "An operator sets the number of instances, within the group's minimum and maximum.",
            "운영자가 그룹의 최소와 최대 사이에서 인스턴스 수를 정합니다.",
        ),
    })
}

/// What an action does, with how long it lasts: "AZ ap-northeast-2a loses power for 10 min".
pub fn action_sentence(language: Language, design: &Design, action: &Action) -> String {
    let sentence = match language {
        English => english_present(design, action),
        Korean => korean(design, action, Tense::Present),
    };
    match (language, action.for_s()) {
        (_, None) => sentence,
        (English, Some(0)) => format!("{sentence} to the end of the run"),
        (English, Some(for_s)) => format!("{sentence} for {}", duration(English, f64::from(for_s))),
        (Korean, Some(0)) => format!("실행이 끝날 때까지 {sentence}"),
        (Korean, Some(for_s)) => format!("{} 동안 {sentence}", duration(Korean, f64::from(for_s))),
    }
}

/// What an action did, for the log: "AZ ap-northeast-2a lost power".
pub(crate) fn action_past(language: Language, design: &Design, action: &Action) -> String {
    match language {
        English => english_past(design, action),
        Korean => korean(design, action, Tense::Past),
    }
}

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
        (Korean, Action::BadHealthCheck { part, .. }) => format!("{}의 상태 검사 경로가 복구되었습니다", name(part)),
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

fn english_present(design: &Design, action: &Action) -> String {
    let name = |part| design.display_name(part);
    let target_of = |target| target_name(English, design, target);
    match action {
        Action::TerminateInstance { target } => format!("{} is terminated", target_of(target)),
        Action::StopInstance { target, .. } => format!("{} is stopped", target_of(target)),
        Action::HangInstance { target, .. } => format!("{} stops answering", target_of(target)),
        Action::ApplicationCrash { target, .. } => format!("the application of {} crashes", target_of(target)),
        Action::CpuStress { target, percent: amount, .. } => {
            format!("something else runs on every vCPU of {}, {} % of the time", target_of(target), number(*amount))
        }
        Action::MemoryStress { target, percent: amount, .. } => {
            format!("something else takes {} % of the memory of {}", number(*amount), target_of(target))
        }
        Action::IoStress { target, percent: amount, .. } => {
            format!("something else uses {} % of the volume of {}", number(*amount), target_of(target))
        }
        Action::DiskFill { target, percent: amount, .. } => {
            format!("the volume of {} fills to {} %", target_of(target), number(*amount))
        }
        Action::VolumeIoPause { target, .. } => format!("the volume of {} stops answering", target_of(target)),
        Action::VolumeIoLatency { target, latency_ms: amount, .. } => {
            format!("each operation on the volume of {} takes {} ms longer", target_of(target), number(*amount))
        }
        Action::Errors { part, percent, .. } => {
            format!("{} answers {} % of its requests with errors", name(part), number(*percent))
        }
        Action::ExternalServiceOutage { part, .. } => format!("{} cannot be reached", name(part)),
        Action::ZonePowerLoss { zone, .. } => format!("AZ {zone} loses power"),
        Action::ZoneNetworkCut { zone, .. } => format!("AZ {zone} is cut off from the network"),
        Action::InsufficientInstanceCapacity { zone, .. } => format!("AZ {zone} has no instance capacity left"),
        Action::RegionLoss { part, .. } => format!("Region {} is lost", name(part)),
        Action::NetworkLatency { part, latency_ms, .. } => {
            format!("messages of {} take {} ms longer", name(part), number(*latency_ms))
        }
        Action::PacketLoss { part, percent, .. } => {
            format!("{} % of packets of {} are lost", number(*percent), name(part))
        }
        Action::Partition { part, other, .. } => format!("{} is separated from {}", name(part), name(other)),
        Action::NetworkAclDeny { part, outbound, from_port, to_port, .. } => {
            let way = if *outbound { "out of" } else { "into" };
            format!("ports {from_port} to {to_port} are denied {way} {}", name(part))
        }
        Action::RouteRemoval { part, destination, .. } => {
            format!("the route {destination} of {} is removed", name(part))
        }
        Action::NatGatewayLoss { part, .. } => format!("{} fails", name(part)),
        Action::PrimaryFailure { part } => format!("the host of the primary of {} fails", name(part)),
        Action::RebootWithFailover { part } => format!("{} reboots with failover", name(part)),
        Action::CacheNodeFailure { part } => format!("the primary node of {} fails", name(part)),
        Action::CacheZoneInterruption { part, zone, .. } => format!("nodes of {} in {zone} lose power", name(part)),
        Action::ReplicaCut { part, .. } => format!("{} is cut off from the network", name(part)),
        of_database!() => database::present(design, action),
        Action::CertificateExpiry { part, .. } => format!("{} expires", name(part)),
        Action::SecurityGroupRuleRemoval { part, from, .. } => {
            format!("rules that admit {from} to {} are removed", name(part))
        }
        Action::ValidationRecordRemoval { part, .. } => format!("the validation record of {} is removed", name(part)),
        Action::DnsOutage { part, .. } => format!("the name servers of {} stop answering", name(part)),
        Action::WrongRecord { part, to, instead: Some(other), .. } => {
            format!("records of {} lead to {} instead of {}", name(part), name(other), name(to))
        }
        Action::WrongRecord { part, to, .. } => {
            format!("records of {} lead nowhere instead of to {}", name(part), name(to))
        }
        Action::NodeLoss { part, zone, .. } => format!("{} loses its node in {zone}", name(part)),
        Action::ZonalShift { part, zone, .. } => format!("traffic of {} is shifted away from {zone}", name(part)),
        Action::BadHealthCheck { part, status, .. } => format!("the health path of {} answers {status}", name(part)),
        Action::TargetDeregistration { target, .. } => format!("{} is deregistered", target_of(target)),
        Action::TargetGroupWeight { part, weight, .. } => {
            format!("an operator sets the weight of {} to {weight}", name(part))
        }
        Action::CacheFlush { part } => format!("the caches of {} are flushed", name(part)),
        Action::Invalidation { part, path } => format!("an operator invalidates {path} of {}", name(part)),
        Action::EdgeLocationLoss { part, .. } => format!("an edge location of {} vanishes", name(part)),
        Action::S3Throttling { part, remaining, .. } => {
            format!("{} serves {} of its request rates", name(part), percent(English, remaining * 100.0))
        }
        Action::BucketAccessDenied { part, .. } => format!("the policy of {} denies everybody", name(part)),
        Action::Traffic { part, factor, .. } => format!("traffic of {} is ×{}", name(part), number(*factor)),
        Action::SpotInterruption { target, .. } => format!("EC2 announces that it takes back {}", target_of(target)),
        Action::OnDemandQuota { part, vcpus, .. } => format!("{} allows no more than {vcpus} vCPUs", name(part)),
        Action::ProcessSuspension { part, process, .. } => {
            format!("an operator suspends {} of {}", process.name(), name(part))
        }
        Action::InstanceRefresh { part } => format!("an operator refreshes the instances of {}", name(part)),
        Action::SetDesiredCapacity { part, desired } => {
            format!("an operator sets the desired capacity of {} to {desired}", name(part))
        }
    }
}

fn english_past(design: &Design, action: &Action) -> String {
    let name = |part| design.display_name(part);
    let target_of = |target| target_name(English, design, target);
    match action {
        Action::TerminateInstance { target } => format!("{} was terminated", target_of(target)),
        Action::StopInstance { target, .. } => format!("{} was stopped", target_of(target)),
        Action::HangInstance { target, .. } => format!("{} stopped answering", target_of(target)),
        Action::ApplicationCrash { target, .. } => format!("the application of {} crashed", target_of(target)),
        Action::CpuStress { target, percent: amount, .. } => format!(
            "something else began to run on every vCPU of {}, {} % of the time",
            target_of(target),
            number(*amount)
        ),
        Action::MemoryStress { target, percent: amount, .. } => {
            format!("something else took {} % of the memory of {}", number(*amount), target_of(target))
        }
        Action::IoStress { target, percent: amount, .. } => {
            format!("something else began to use {} % of the volume of {}", number(*amount), target_of(target))
        }
        Action::DiskFill { target, percent: amount, .. } => {
            format!("the volume of {} filled to {} %", target_of(target), number(*amount))
        }
        Action::VolumeIoPause { target, .. } => format!("the volume of {} stopped answering", target_of(target)),
        Action::VolumeIoLatency { target, latency_ms: amount, .. } => {
            format!("each operation on the volume of {} began to take {} ms longer", target_of(target), number(*amount))
        }
        Action::Errors { part, percent, .. } => {
            format!("{} began to answer {} % of its requests with errors", name(part), number(*percent))
        }
        Action::ExternalServiceOutage { part, .. } => format!("{} could not be reached any more", name(part)),
        Action::ZonePowerLoss { zone, .. } => format!("AZ {zone} lost power"),
        Action::ZoneNetworkCut { zone, .. } => format!("AZ {zone} was cut off from the network"),
        Action::InsufficientInstanceCapacity { zone, .. } => format!("AZ {zone} had no instance capacity left"),
        Action::RegionLoss { part, .. } => format!("Region {} was lost", name(part)),
        Action::NetworkLatency { part, latency_ms, .. } => {
            format!("messages of {} took {} ms longer", name(part), number(*latency_ms))
        }
        Action::PacketLoss { part, percent, .. } => {
            format!("{} % of packets of {} were lost", number(*percent), name(part))
        }
        Action::Partition { part, other, .. } => format!("{} was separated from {}", name(part), name(other)),
        Action::NetworkAclDeny { part, outbound, from_port, to_port, .. } => {
            let way = if *outbound { "out of" } else { "into" };
            format!("ports {from_port} to {to_port} were denied {way} {}", name(part))
        }
        Action::RouteRemoval { part, destination, .. } => {
            format!("the route {destination} of {} was removed", name(part))
        }
        Action::NatGatewayLoss { part, .. } => format!("{} failed", name(part)),
        Action::PrimaryFailure { part } => format!("the host of the primary of {} failed", name(part)),
        Action::RebootWithFailover { part } => format!("{} was rebooted with failover", name(part)),
        Action::CacheNodeFailure { part } => format!("the primary node of {} failed", name(part)),
        Action::CacheZoneInterruption { part, zone, .. } => format!("nodes of {} in {zone} lost power", name(part)),
        Action::ReplicaCut { part, .. } => format!("{} was cut off from the network", name(part)),
        of_database!() => database::past(design, action),
        Action::CertificateExpiry { part, .. } => format!("{} expired", name(part)),
        Action::SecurityGroupRuleRemoval { part, from, .. } => {
            format!("rules that admit {from} to {} were removed", name(part))
        }
        Action::ValidationRecordRemoval { part, .. } => format!("the validation record of {} was removed", name(part)),
        Action::DnsOutage { part, .. } => format!("the name servers of {} stopped answering", name(part)),
        Action::WrongRecord { part, to, instead: Some(other), .. } => {
            format!("records of {} led to {} instead of {}", name(part), name(other), name(to))
        }
        Action::WrongRecord { part, to, .. } => {
            format!("records of {} led nowhere instead of to {}", name(part), name(to))
        }
        Action::NodeLoss { part, zone, .. } => format!("{} lost its node in {zone}", name(part)),
        Action::ZonalShift { part, zone, .. } => format!("traffic of {} was shifted away from {zone}", name(part)),
        Action::BadHealthCheck { part, status, .. } => {
            format!("the health path of {} began to answer {status}", name(part))
        }
        Action::TargetDeregistration { target, .. } => format!("{} was deregistered", target_of(target)),
        Action::TargetGroupWeight { part, weight, .. } => {
            format!("an operator set the weight of {} to {weight}", name(part))
        }
        Action::CacheFlush { part } => format!("the caches of {} were flushed", name(part)),
        Action::Invalidation { part, path } => format!("an operator invalidated {path} of {}", name(part)),
        Action::EdgeLocationLoss { part, .. } => format!("an edge location of {} vanished", name(part)),
        Action::S3Throttling { part, remaining, .. } => {
            format!("{} was throttled to {} of its request rates", name(part), percent(English, remaining * 100.0))
        }
        Action::BucketAccessDenied { part, .. } => format!("the policy of {} denied everybody", name(part)),
        Action::Traffic { part, factor, .. } => format!("traffic of {} went to ×{}", name(part), number(*factor)),
        Action::SpotInterruption { target, .. } => format!("EC2 announced that it takes back {}", target_of(target)),
        Action::OnDemandQuota { part, vcpus, .. } => format!("{} allowed no more than {vcpus} vCPUs", name(part)),
        Action::ProcessSuspension { part, process, .. } => {
            format!("an operator suspended {} of {}", process.name(), name(part))
        }
        Action::InstanceRefresh { part } => format!("an operator began to refresh the instances of {}", name(part)),
        Action::SetDesiredCapacity { part, desired } => {
            format!("an operator set the desired capacity of {} to {desired}", name(part))
        }
    }
}

#[derive(Clone, Copy)]
enum Tense {
    Present,
    Past,
}

fn korean(design: &Design, action: &Action, tense: Tense) -> String {
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
            format!("{}의 상태 검사 경로가 {}", name(part), towards(&status.to_string())),
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
