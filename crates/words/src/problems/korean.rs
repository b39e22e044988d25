//! Problems in Korean.

use ninepins_model::limits::MEMORY_MIB;
use ninepins_model::{Design, PartId, ProblemKind, Quota, Subject};

use super::{cloudfront, cost, database, elasticache, is_nlb, placement, scaling, sqs};
use crate::Language::Korean;
use crate::kinds::kind_name;

use crate::number::{count, duration, number};
use crate::particle::{object, subject, topic, towards};
use crate::settings_labels::setting_label;

pub(super) fn sentence(design: &Design, about: &Subject, kind: &ProblemKind) -> String {
    let name = |id: &PartId| design.display_name(id).to_owned();
    let plain = match kind {
        ProblemKind::WrongContainer => return format!("위치가 잘못되었습니다. {}", placement(Korean, design, about)),
        ProblemKind::WireWithoutMeaning { from, to } => {
            let (from, to) = (kind_name(Korean, *from), kind_name(Korean, *to));
            return format!("{from}에서 {to}까지의 연결에는 의미가 없습니다.");
        }
        ProblemKind::ForeignSubnet(id) => return format!("{} 같은 VPC의 서브넷이 아닙니다.", topic(&name(id))),
        ProblemKind::CertificateRegion { needed } => {
            return format!("인증서가 {needed} 리전에 있어야 AWS에서 연결할 수 있습니다.");
        }
        ProblemKind::CertificateName { host } => return format!("인증서가 {} 포함하지 않습니다.", object(host)),
        ProblemKind::NoRecord { host } => return format!("이름이 {host}인 레코드가 없습니다."),
        ProblemKind::NotPublic(id) => {
            return format!("서브넷 {}에 인터넷 게이트웨이로 가는 경로가 없습니다.", name(id));
        }
        ProblemKind::RangeOverlaps(id) => return format!("주소 범위가 {}의 범위와 겹칩니다.", name(id)),
        ProblemKind::TooFewAddresses { instances, addresses } => {
            let (instances, addresses) = (count(u64::from(*instances)), count(u64::from(*addresses)));
            return format!("인스턴스가 {instances}개까지 늘어날 수 있지만 서브넷의 주소는 {addresses}개입니다.");
        }
        ProblemKind::OverQuota { quota, count: there } => {
            let (there, limit) = (count(*there as u64), count(quota.limit() as u64));
            let what = match quota {
                Quota::AclRules => "한 방향의 네트워크 ACL 규칙이",
                Quota::GroupRules => "보안 그룹의 규칙이",
                Quota::Groups => "보안 그룹이",
                Quota::Vpcs => "VPC가",
                Quota::NatGateways => "NAT 게이트웨이가",
            };
            return format!("{what} {there}개이며 AWS의 기본 한도는 {limit}개입니다.");
        }
        ProblemKind::MissingNatGateway(id) => {
            return format!("VPC에 없는 NAT 게이트웨이 {} 라우팅하여 패킷이 사라집니다.", towards(id.as_str()));
        }
        ProblemKind::NoWayOut(id) => {
            return format!("{}에서 나가는 경로가 없어 새 인스턴스의 애플리케이션이 시작되지 않습니다.", name(id));
        }
        ProblemKind::AclBlocks(id) => {
            return format!("{}의 네트워크 ACL이 이 트래픽이나 응답(포트 1024-65535)을 버립니다.", name(id));
        }
        ProblemKind::DuplicateZone(zone) => return format!("이 VPC에 가용 영역 {} 이미 있습니다.", subject(zone)),
        ProblemKind::ZoneOutsideRegion(zone) => {
            return format!("가용 영역 {} 이 리전에 속하지 않습니다.", topic(zone));
        }
        ProblemKind::NoSecurityGroup(group) => return format!("보안 그룹 {} 없습니다.", subject(group)),
        ProblemKind::OutOfRange { setting, value } => {
            let label = setting_label(Korean, setting.key);
            let value = number(*value);
            return match setting.fact() {
                Some(fact) => {
                    let range = crate::range(Korean, fact.min, fact.max);
                    format!("{label}: {} 유효 범위({range})를 벗어났습니다.", topic(&value))
                }
                None => format!("{label}: {value} 값을 사용할 수 없습니다."),
            };
        }
        ProblemKind::UnknownChoice { setting, value } => {
            return format!("{}: “{value}” 값을 사용할 수 없습니다.", setting_label(Korean, setting.key));
        }
        ProblemKind::PoolsOverLimit { pools, limit } => {
            let (pools, limit) = (count(u64::from(*pools)), count(u64::from(*limit)));
            return format!("모든 풀이 열 수 있는 연결은 {pools}개이고 데이터베이스의 한도는 {limit}개입니다.");
        }
        ProblemKind::KeepAliveShort { keep_alive_s, idle_s } => {
            let (keep_alive, idle) = (duration(Korean, *keep_alive_s), duration(Korean, *idle_s));
            return format!(
                "대상은 {keep_alive}, 로드 밸런서는 {idle} 뒤에 유휴 연결을 닫으므로 일부 요청이 502를 받습니다."
            );
        }
        ProblemKind::TooLarge { mib } => {
            return format!(
                "시작할 때 {} MiB가 필요해 한도 {MEMORY_MIB} MiB를 넘으므로 실행되지 않습니다. 대부분 여기에 쓰입니다.",
                count(u64::from(*mib))
            );
        }
        ProblemKind::TooManyForwarded { count } => {
            return format!(
                "요청의 X-Forwarded-For에 주소가 {count}개 있으며, 로드 밸런서는 30개를 넘으면 463으로 응답합니다."
            );
        }
        ProblemKind::CheckOfOtherPath { path, port } => {
            let port = if *port == 0 { String::new() } else { format!(" 포트 {port}의") };
            return format!("애플리케이션은{port} {path} 경로에서 상태 확인에 응답하므로 이 검사는 404를 받습니다.");
        }
        ProblemKind::CheckPortClosed { port } => {
            return format!("상태 확인이 연결하는 포트 {port}에서 수신하는 것이 없어 항상 실패합니다.");
        }
        ProblemKind::CheckNotAdmitted { port } => {
            return format!("포트 {port}의 상태 확인을 허용하는 보안 그룹 규칙이 없어 검사가 시간 초과됩니다.");
        }
        ProblemKind::CheckNeverPasses { status } => {
            return format!(
                "검사 경로의 응답 코드 {} 성공 코드에 없어 어떤 대상도 정상이 되지 않습니다.",
                subject(&status.to_string())
            );
        }
        ProblemKind::TargetsOutsideZones(zone) => {
            return format!("로드 밸런서의 서브넷이 가용 영역 {zone}에 없어 AWS가 그곳의 대상을 사용하지 않습니다.");
        }
        ProblemKind::ZoneWithoutTargets(zone) => {
            return format!("교차 영역을 끄면 가용 영역 {zone}에 들어온 요청은 대상을 찾지 못해 503을 받습니다.");
        }
        ProblemKind::Cache(problem) => return elasticache::sentence(Korean, *problem),
        ProblemKind::Queue(problem) => return sqs::sentence(Korean, design, problem),
        ProblemKind::Scaling(problem) => return scaling::sentence(Korean, problem),
        ProblemKind::Cloudfront(problem) => return cloudfront::sentence(Korean, problem),
        ProblemKind::Database(problem) => return database::sentence(Korean, *problem),
        ProblemKind::Cost(problem) => return cost::sentence(Korean, *problem),
        ProblemKind::RetriesMultiply { attempts } => {
            let attempts = count(u64::from(*attempts));
            return format!("여기까지 오는 동안 재시도가 곱해져 요청 하나가 최대 {attempts}번 시도됩니다.");
        }
        ProblemKind::TimeoutLongerDownstream { upstream_s, downstream_s } => {
            let (upstream, downstream) = (duration(Korean, *upstream_s), duration(Korean, *downstream_s));
            return format!("호출은 {downstream}까지 걸릴 수 있지만 앞선 호출자는 {upstream}만 기다립니다.");
        }
        ProblemKind::PoolOverThreads { pool, threads } => {
            let (pool, threads) = (count(u64::from(*pool)), count(u64::from(*threads)));
            return format!("풀의 연결은 {pool}개이지만 이를 쓸 수 있는 스레드는 {threads}개뿐입니다.");
        }
        ProblemKind::CallsInACircle => "호출이 자신에게 되돌아오므로 이 호출은 하지 않습니다.",
        ProblemKind::CallAcrossVpcs => "다른 VPC에 있고 퍼블릭 주소가 없어 호출이 닿지 않습니다.",
        ProblemKind::WireToNothing => "존재하지 않는 블록에 연결되어 있습니다.",
        ProblemKind::NoSubnets => "서브넷을 지정하지 않아 아무것도 실행되지 않습니다.",
        ProblemKind::OneZone => "서브넷이 한 가용 영역에만 있습니다. 가용 영역 장애를 견디려면 두 곳이 필요합니다.",
        ProblemKind::NoCertificate => "연결된 인증서가 없어 HTTPS가 실패합니다.",
        ProblemKind::NoTargetForUsers => {
            "사용자가 요청을 보낼 곳이 없습니다. Route 53이나 로드 밸런서로 연결하면 됩니다."
        }
        ProblemKind::NoTargets if is_nlb(design, about) => {
            "대상이 없어 연결을 거부합니다. 그룹이나 인스턴스로 연결하면 됩니다."
        }
        ProblemKind::NoTargets => "대상이 없어 503으로 응답합니다. 그룹이나 인스턴스로 연결하면 됩니다.",
        ProblemKind::NoOrigin => "배포에 오리진이 없습니다.",
        ProblemKind::NothingLeadsHere => "이곳으로 가는 연결이 없어 하는 일이 없습니다.",
        ProblemKind::NoInternetGateway => "VPC에 없는 인터넷 게이트웨이로 라우팅합니다.",
        ProblemKind::BadRange => "주소 범위가 /16~/28의 CIDR 블록이 아닙니다.",
        ProblemKind::RangeOutsideVpc => "주소 범위가 VPC의 범위 안에 있지 않습니다.",
        ProblemKind::SharedNatGateway => {
            "다른 가용 영역의 서브넷도 이곳으로 라우팅하므로 이 영역과 함께 인터넷을 잃습니다. 영역마다 하나씩 두면 됩니다."
        }
        ProblemKind::NoPublicAddress => "퍼블릭 주소가 없어 인터넷과 양방향 모두 통신하지 못합니다.",
        ProblemKind::AddressesWithoutRoute => "퍼블릭 IP를 할당하지만 인터넷 게이트웨이로 가는 경로가 없습니다.",
        ProblemKind::DifferentVpcs => "양 끝이 서로 다른 VPC에 있고 그 사이에 경로가 없습니다.",
        ProblemKind::PublicDatabase => "데이터베이스가 퍼블릭 서브넷에 있습니다.",
        ProblemKind::ReplicaOfNothing => "읽기 전용 복제본의 원본 데이터베이스가 없습니다.",
        ProblemKind::NoZoneName => "가용 영역에 이름이 없습니다.",
        ProblemKind::CapacityOrder => "최소, 원하는, 최대 용량의 순서가 맞지 않습니다.",
        ProblemKind::NoZoneForStandby => "두 번째 가용 영역에 서브넷이 없어 예비 인스턴스를 둘 곳이 없습니다.",
        ProblemKind::NotAdmitted => "이 트래픽을 허용하는 보안 그룹 규칙이 없어 패킷이 버려집니다.",
        ProblemKind::CnameAtApex => "CNAME은 영역 꼭대기에 둘 수 없어 Route 53이 거부합니다. 별칭을 사용하면 됩니다.",
        ProblemKind::MixedPolicies => "이름이 같은 다른 레코드와 라우팅 정책이 달라 Route 53이 거부합니다.",
        ProblemKind::DuplicateRecord => "이름이 같은 다른 레코드와 역할이 겹쳐 Route 53이 거부합니다.",
        ProblemKind::TargetHealthOfDistribution => "CloudFront 배포에는 대상 상태 평가를 사용할 수 없습니다.",
        ProblemKind::LoneHealthCheck => "대신 응답할 레코드가 없어 상태 확인이 아무것도 바꾸지 않습니다.",
        ProblemKind::CheckOfOtherPort => "대상이 상태 확인의 프로토콜을 받지 않아 항상 실패합니다.",
        ProblemKind::NoDefaultLocation => "기본 위치 레코드가 없어 다른 지역의 클라이언트는 응답을 받지 못합니다.",
        ProblemKind::LongTtl => "캐시가 응답을 60초 넘게 유지하여 상태 확인의 효과가 늦어집니다.",
        ProblemKind::EmptyTable => "요청 속도 표에 점이 없어 요청이 도착하지 않습니다.",
        ProblemKind::UnorderedTable => "요청 속도 표의 점이 시간 순서가 아니거나 범위를 벗어났습니다.",
        ProblemKind::CertificateNotRenewed => "실행 중에 만료되며 ACM이 갱신하지 않습니다.",
        ProblemKind::StickinessWithoutCrossZone => {
            "고정 세션에는 교차 영역 로드 밸런싱이 필요합니다. 없으면 AWS가 거부합니다."
        }
        ProblemKind::SlowStartNotInTurn => {
            "느린 시작은 라운드 로빈에서만 동작합니다. 이 알고리즘에서는 AWS가 거부합니다."
        }
        ProblemKind::AnomalyMitigationUnused => "이상 완화는 가중치 기반 무작위에서만 동작합니다.",
        ProblemKind::CheckTimeoutLong => "상태 확인의 제한 시간이 검사 간격보다 짧지 않습니다.",
        ProblemKind::DeepHealthCheck => {
            "상태 확인이 데이터베이스를 조회하므로 데이터베이스 장애 때 모든 대상이 한꺼번에 비정상이 됩니다."
        }
        ProblemKind::DnsBelowRouting => "DNS 임계값이 라우팅 임계값보다 낮습니다. AWS가 거부하는 설정입니다.",
        ProblemKind::ClientAddressesNotAdmitted => {
            "대상이 클라이언트 주소를 그대로 보지만 이를 허용하는 보안 그룹 규칙이 없어 패킷이 버려집니다."
        }
        ProblemKind::NeedsHttpsListener => {
            "인증, HTTP/2, gRPC 대상에는 HTTPS 리스너가 필요하므로 로드 밸런서에 인증서를 연결해야 합니다."
        }
        ProblemKind::OtherProtocolVersion => "클라이언트가 이 대상 그룹의 프로토콜 버전을 쓰지 않아 464를 받습니다.",
        ProblemKind::NoDefaultRule => "어떤 규칙에도 맞지 않는 요청을 받을 대상 그룹이 없어 404로 응답합니다.",
        ProblemKind::NoWeight => "한 규칙의 모든 대상 그룹 가중치가 0이라 그 요청은 503을 받습니다.",
        ProblemKind::EventWithoutTarget => "대상이 없거나 이 동작을 할 수 없어 효과가 없습니다.",
    };
    plain.to_owned()
}
