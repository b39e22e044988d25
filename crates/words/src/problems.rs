//! What is wrong with a design.

use ninepins_model::limits::MEMORY_MIB;
use ninepins_model::{Design, PartId, Problem, ProblemKind, Quota, Subject};

use crate::Language::{self, English, Korean};
use crate::kinds::{a_kind, kind_name};
use crate::number::{count, duration, number};
use crate::particle::{object, subject, topic, towards};
use crate::places::wire_name;
use crate::settings_labels::setting_label;
use crate::{
    problems_cloudfront, problems_cost, problems_database, problems_elasticache, problems_scaling, problems_sqs,
};

/// What a problem is about: a part's name, a wire's ends, or an event.
pub fn subject_name(language: Language, design: &Design, subject: &Subject) -> String {
    match subject {
        Subject::Part(id) => design.display_name(id).to_owned(),
        Subject::Wire(id) => match design.wires.get(id) {
            Some(wire) => wire_name(design, wire),
            None => id.to_string(),
        },
        Subject::Event(index) => match design.scenario.events.get(*index) {
            Some(event) => crate::action_name(language, design, &event.action),
            None => format!("#{}", index + 1),
        },
    }
}

/// A problem as one sentence, without its subject: "No record has the name api.example.com."
pub fn problem_sentence(language: Language, design: &Design, problem: &Problem) -> String {
    match language {
        English => english(design, &problem.subject, &problem.kind),
        Korean => korean(design, &problem.subject, &problem.kind),
    }
}

/// Where its kind may lie, for a part in the wrong place.
fn placement(language: Language, design: &Design, subject: &Subject) -> &'static str {
    let part = match subject {
        Subject::Part(id) => design.parts.get(id),
        Subject::Wire(_) | Subject::Event(_) => None,
    };
    match part {
        Some(part) => crate::placement_rule(language, part.kind()),
        None => language.pick(("It cannot lie here.", "여기에 놓을 수 없습니다.")),
    }
}

fn english(design: &Design, subject: &Subject, kind: &ProblemKind) -> String {
    let name = |id: &PartId| design.display_name(id).to_owned();
    let plain = match kind {
        ProblemKind::WrongContainer => {
            return format!("It is in the wrong place. {}", placement(English, design, subject));
        }
        ProblemKind::WireWithoutMeaning { from, to } => {
            return format!("A wire from {} to {} means nothing.", a_kind(*from), a_kind(*to));
        }
        ProblemKind::ForeignSubnet(id) => return format!("{} is not a subnet of its VPC.", name(id)),
        ProblemKind::CertificateRegion { needed } => {
            return format!("The certificate must lie in {needed}, or AWS does not attach it.");
        }
        ProblemKind::CertificateName { host } => return format!("The certificate does not cover {host}."),
        ProblemKind::NoRecord { host } => return format!("No record has the name {host}."),
        ProblemKind::NotPublic(id) => return format!("Its subnet {} has no route to an internet gateway.", name(id)),
        ProblemKind::RangeOverlaps(id) => return format!("Its address range overlaps that of {}.", name(id)),
        ProblemKind::TooFewAddresses { instances, addresses } => {
            let (instances, addresses) = (count(u64::from(*instances)), count(u64::from(*addresses)));
            return format!("It may have {instances} instances; its subnets have {addresses} addresses.");
        }
        ProblemKind::OverQuota { quota, count: there } => {
            let (there, limit) = (count(*there as u64), count(quota.limit() as u64));
            let what = match quota {
                Quota::AclRules => "network ACL rules in one direction",
                Quota::GroupRules => "rules in a security group",
                Quota::Groups => "security groups",
                Quota::Vpcs => "VPCs",
                Quota::NatGateways => "NAT gateways",
            };
            return format!("It has {there} {what}; AWS allows {limit} by default.");
        }
        ProblemKind::MissingNatGateway(id) => {
            return format!("It routes to the NAT gateway {id}, which the VPC does not have, so packets vanish.");
        }
        ProblemKind::NoWayOut(id) => {
            return format!(
                "User data has no way out of {}, so new instances never start their application.",
                name(id)
            );
        }
        ProblemKind::AclBlocks(id) => {
            return format!(
                "The network ACL of {} drops this traffic or its answers, which need ports 1024-65535.",
                name(id)
            );
        }
        ProblemKind::DuplicateZone(zone) => return format!("Another box of this VPC is {zone} already."),
        ProblemKind::ZoneOutsideRegion(zone) => return format!("The zone {zone} does not belong to its Region."),
        ProblemKind::NoSecurityGroup(group) => return format!("There is no security group {group}."),
        ProblemKind::OutOfRange { setting, value } => {
            let label = setting_label(English, setting.key);
            return match setting.fact() {
                Some(fact) => {
                    let range = crate::range(English, fact.min, fact.max);
                    format!("{label} is {}; the valid range is {range}.", number(*value))
                }
                None => format!("{label} cannot be {}.", number(*value)),
            };
        }
        ProblemKind::UnknownChoice { setting, value } => {
            return format!("{} cannot be “{value}”.", setting_label(English, setting.key));
        }
        ProblemKind::PoolsOverLimit { pools, limit } => {
            let (pools, limit) = (count(u64::from(*pools)), count(u64::from(*limit)));
            return format!("All pools together may open {pools} connections; the database allows {limit}.");
        }
        ProblemKind::KeepAliveShort { keep_alive_s, idle_s } => {
            let (keep_alive, idle) = (duration(English, *keep_alive_s), duration(English, *idle_s));
            return format!(
                "Targets close idle connections after {keep_alive}, the load balancer after {idle}: some requests get 502."
            );
        }
        ProblemKind::TooLarge { mib } => {
            return format!(
                "A run would begin with {} MiB of at most {MEMORY_MIB}, most of them here: it does not start.",
                count(u64::from(*mib))
            );
        }
        ProblemKind::TooManyForwarded { count } => {
            return format!(
                "Requests have {count} addresses in X-Forwarded-For; load balancers answer 463 to more than 30."
            );
        }
        ProblemKind::CheckOfOtherPath { path, port } => {
            let port = if *port == 0 { String::new() } else { format!(" on port {port}") };
            return format!("The application answers health checks at {path}{port}; this one gets 404.");
        }
        ProblemKind::CheckPortClosed { port } => {
            return format!("The health check connects to port {port}, where nothing listens, so it always fails.");
        }
        ProblemKind::CheckNotAdmitted { port } => {
            return format!("No security group rule admits health checks on port {port}, so they time out.");
        }
        ProblemKind::CheckNeverPasses { status } => {
            return format!(
                "The checked path answers {status}, which is no success code, so no target is ever healthy."
            );
        }
        ProblemKind::TargetsOutsideZones(zone) => {
            return format!("AWS leaves targets in {zone} unused, because the load balancer has no subnet there.");
        }
        ProblemKind::ZoneWithoutTargets(zone) => {
            return format!("Without cross-zone balancing, requests that enter {zone} find no target and get 503.");
        }
        ProblemKind::Cache(problem) => return problems_elasticache::sentence(English, *problem),
        ProblemKind::Queue(problem) => return problems_sqs::sentence(English, design, problem),
        ProblemKind::Scaling(problem) => return problems_scaling::sentence(English, problem),
        ProblemKind::Cloudfront(problem) => return problems_cloudfront::sentence(English, problem),
        ProblemKind::Database(problem) => return problems_database::sentence(English, *problem),
        ProblemKind::Cost(problem) => return problems_cost::sentence(English, *problem),
        ProblemKind::RetriesMultiply { attempts } => {
            let attempts = count(u64::from(*attempts));
            return format!("Retries multiply on the way here: one request may become {attempts} attempts.");
        }
        ProblemKind::TimeoutLongerDownstream { upstream_s, downstream_s } => {
            let (upstream, downstream) = (duration(English, *upstream_s), duration(English, *downstream_s));
            return format!("A call may take {downstream}, but somebody before it waits only {upstream}.");
        }
        ProblemKind::PoolOverThreads { pool, threads } => {
            let (pool, threads) = (count(u64::from(*pool)), count(u64::from(*threads)));
            return format!("The pool has {pool} connections, but only {threads} threads can use them.");
        }
        ProblemKind::CallsInACircle => "The call leads back to the service that makes it, so it is not made.",
        ProblemKind::CallAcrossVpcs => "It lies in another VPC and has no public address, so calls do not reach it.",
        ProblemKind::WireToNothing => "It starts or ends at a block that does not exist.",
        ProblemKind::NoSubnets => "It names no subnet, so nothing of it runs.",
        ProblemKind::OneZone => "Its subnets lie in one zone only. It needs two to survive the loss of a zone.",
        ProblemKind::NoCertificate => "No certificate is attached, so HTTPS fails.",
        ProblemKind::NoTargetForUsers => {
            "Users have nowhere to send requests: wire them to Route 53 or a load balancer."
        }
        ProblemKind::NoTargets => "It has no targets, so it answers 503: wire it to a group or an instance.",
        ProblemKind::NoOrigin => "The distribution has no origin: wire it to a bucket or a load balancer.",
        ProblemKind::NoInternetGateway => "It routes to an internet gateway that the VPC does not have.",
        ProblemKind::BadRange => "Its address range is not a CIDR block between /16 and /28.",
        ProblemKind::RangeOutsideVpc => "Its address range does not lie inside the VPC's.",
        ProblemKind::SharedNatGateway => {
            "Subnets of other zones route to it: they lose the internet with its zone. Put one into each zone."
        }
        ProblemKind::NoPublicAddress => {
            "It has no public address, so the internet does not reach it, nor it the internet."
        }
        ProblemKind::AddressesWithoutRoute => "It assigns public IPs but has no route to an internet gateway.",
        ProblemKind::DifferentVpcs => "Its ends lie in different VPCs, and there is no route between them.",
        ProblemKind::PublicDatabase => "The database lies in a public subnet.",
        ProblemKind::ReplicaOfNothing => "The read replica has no database to replicate.",
        ProblemKind::NoZoneName => "The zone has no name.",
        ProblemKind::CapacityOrder => "Minimum, desired and maximum capacity are not in order.",
        ProblemKind::NoZoneForStandby => "No subnet lies in a second zone, so the standby has no place.",
        ProblemKind::NotAdmitted => "No security group rule admits this traffic, so packets are dropped.",
        ProblemKind::CnameAtApex => {
            "A CNAME may not stand at the apex of a zone, so Route 53 refuses it: make it an alias."
        }
        ProblemKind::MixedPolicies => {
            "Another record of this name has a different routing policy, so Route 53 refuses this one."
        }
        ProblemKind::DuplicateRecord => {
            "Another record of this name stands for the same already, so Route 53 refuses this one."
        }
        ProblemKind::TargetHealthOfDistribution => "Target health cannot be evaluated for a CloudFront distribution.",
        ProblemKind::LoneHealthCheck => {
            "No other record of this name can answer instead, so the health check changes nothing."
        }
        ProblemKind::CheckOfOtherPort => {
            "Its target does not listen for the health check's protocol, so the check always fails."
        }
        ProblemKind::NoDefaultLocation => "No record is the default location, so clients from elsewhere get no answer.",
        ProblemKind::LongTtl => {
            "Caches keep the answer for more than 60 s, which delays the effect of the health check."
        }
        ProblemKind::EmptyTable => "The table of rates has no points, so no request arrives.",
        ProblemKind::UnorderedTable => "The points of the table of rates are not in the order of time or out of range.",
        ProblemKind::CertificateNotRenewed => "It expires during the run and ACM does not renew it.",
        ProblemKind::StickinessWithoutCrossZone => "Stickiness needs cross-zone balancing; without it AWS refuses it.",
        ProblemKind::SlowStartNotInTurn => {
            "Slow start works with round robin only; AWS refuses it with this algorithm."
        }
        ProblemKind::AnomalyMitigationUnused => "Anomaly mitigation works with weighted random only.",
        ProblemKind::CheckTimeoutLong => "The health check's timeout is not below its interval.",
        ProblemKind::DeepHealthCheck => {
            "The health check queries the database, so a database outage makes every target unhealthy at once."
        }
        ProblemKind::DnsBelowRouting => "A threshold for DNS is below the one for routing; AWS refuses that.",
        ProblemKind::ClientAddressesNotAdmitted => {
            "Targets see the clients' addresses, but no security group rule admits them, so packets are dropped."
        }
        ProblemKind::NeedsHttpsListener => {
            "Authentication, HTTP/2 and gRPC targets take an HTTPS listener, which needs a certificate on the load balancer."
        }
        ProblemKind::OtherProtocolVersion => {
            "Clients do not speak the protocol version of this target group, so they get 464."
        }
        ProblemKind::NoDefaultRule => "No target group takes the requests that match no rule, so they get 404.",
        ProblemKind::NoWeight => "All target groups of a rule have the weight 0, so its requests get 503.",
        ProblemKind::EventWithoutTarget => "Its target does not exist or cannot do this, so it has no effect.",
    };
    plain.to_owned()
}

fn korean(design: &Design, about: &Subject, kind: &ProblemKind) -> String {
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
            return format!("애플리케이션은{port} {path} 경로에서 상태 검사에 응답하므로 이 검사는 404를 받습니다.");
        }
        ProblemKind::CheckPortClosed { port } => {
            return format!("상태 검사가 연결하는 포트 {port}에서 수신하는 것이 없어 항상 실패합니다.");
        }
        ProblemKind::CheckNotAdmitted { port } => {
            return format!("포트 {port}의 상태 검사를 허용하는 보안 그룹 규칙이 없어 검사가 시간 초과됩니다.");
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
        ProblemKind::Cache(problem) => return problems_elasticache::sentence(Korean, *problem),
        ProblemKind::Queue(problem) => return problems_sqs::sentence(Korean, design, problem),
        ProblemKind::Scaling(problem) => return problems_scaling::sentence(Korean, problem),
        ProblemKind::Cloudfront(problem) => return problems_cloudfront::sentence(Korean, problem),
        ProblemKind::Database(problem) => return problems_database::sentence(Korean, *problem),
        ProblemKind::Cost(problem) => return problems_cost::sentence(Korean, *problem),
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
        ProblemKind::NoTargets => "대상이 없어 503으로 응답합니다. 그룹이나 인스턴스로 연결하면 됩니다.",
        ProblemKind::NoOrigin => "배포에 오리진이 없습니다.",
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
        ProblemKind::CheckTimeoutLong => "상태 검사의 제한 시간이 검사 간격보다 짧지 않습니다.",
        ProblemKind::DeepHealthCheck => {
            "상태 검사가 데이터베이스를 조회하므로 데이터베이스 장애 때 모든 대상이 한꺼번에 비정상이 됩니다."
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
