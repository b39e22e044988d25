//! The buttons that take an action on what is selected.

use ninepins_model::{Action, Kind};

use super::database::{self, of_database};
use crate::Language;
use crate::number::number;

/// The same on a part of this kind: one instance is *the* instance.
pub fn fault_label_on(language: Language, kind: Option<Kind>, action: &Action) -> String {
    let single = match action {
        Action::TerminateInstance { .. } => ("Terminate the instance", "인스턴스 종료"),
        Action::StopInstance { .. } => ("Stop the instance", "인스턴스 중지"),
        Action::HangInstance { .. } => ("Hang the instance", "인스턴스 응답 정지"),
        _ => return fault_label(language, action),
    };
    if kind == Some(Kind::Ec2) { language.pick(single).to_owned() } else { fault_label(language, action) }
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
            let label = language.pick(("Shift traffic away from", "영역 전환:"));
            return format!("{label} {zone}");
        }
        Action::BadHealthCheck { .. } => ("Break the health check path", "상태 확인 경로 오류"),
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
            "애플리케이션이 연결은 열어 둔 채 응답을 멈춥니다. 상태 확인만 이를 알아챕니다.",
        ),
        Action::ApplicationCrash { .. } => (
            "The server's process dies and its port is closed. The instance goes on, so only health checks of the load balancer notice.",
            "서버 프로세스가 죽어 포트가 닫힙니다. 인스턴스는 계속 실행되므로 로드 밸런서의 상태 확인만 이를 알아챕니다.",
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
            "버그 때문에 요청이나 쿼리의 이 비율만큼 오류로 응답합니다. 서버 상태 확인은 통과합니다.",
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
            "기본 인스턴스의 호스트가 고장 납니다. Multi-AZ면 예비 인스턴스가 이어받고, 아니면 호스트를 교체합니다.",
        ),
        Action::RebootWithFailover { .. } => (
            "An operator reboots the database and lets the standby take over.",
            "운영자가 데이터베이스를 재부팅하고 예비 인스턴스가 이어받게 합니다.",
        ),
        Action::CacheNodeFailure { .. } => (
            "The host of the primary node fails. With Multi-AZ a replica takes over, otherwise the node is replaced, empty.",
            "기본 노드의 호스트가 고장 납니다. Multi-AZ면 복제본이 이어받고, 아니면 빈 노드로 교체됩니다.",
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
            "다른 것은 모두 정상인데 상태 확인 경로만 오류로 응답합니다.",
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
