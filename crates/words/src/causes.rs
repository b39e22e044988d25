//! Why requests fail and why parts are unwell.

use ninepins_model::Design;
use ninepins_report::{Because, Cause, CauseKind, LogEntry, PartReason};

use crate::Language::{self, English, Korean};
use crate::actions::action_past;
use crate::log::{log_clause, told_because};
use crate::number::clock;
use crate::places::part_name;

/// A cause, short, for the legend of a chart.
pub const fn cause_name(language: Language, kind: CauseKind) -> &'static str {
    language.pick(match kind {
        CauseKind::NoRecord => ("No DNS record", "DNS 레코드 없음"),
        CauseKind::HostedZoneDown => ("Name servers down", "이름 서버 중단"),
        CauseKind::WrongRecord => ("Wrong DNS record", "잘못된 DNS 레코드"),
        CauseKind::CircuitOpen => ("Circuit open", "회로 차단"),
        CauseKind::NoRoute => ("No route", "경로 없음"),
        CauseKind::NoCertificate => ("No certificate", "인증서 없음"),
        CauseKind::CertificateExpired => ("Certificate expired", "인증서 만료"),
        CauseKind::CertificateName => ("Certificate name", "인증서 이름 불일치"),
        CauseKind::NotPublic => ("Not public", "퍼블릭 아님"),
        CauseKind::SecurityGroup => ("Security group", "보안 그룹"),
        CauseKind::TrackedConnections => ("Tracked connections", "추적 연결 수 초과"),
        CauseKind::NetworkAcl => ("Network ACL", "네트워크 ACL"),
        CauseKind::NetworkCut => ("Network cut", "네트워크 단절"),
        CauseKind::NoInternetPath => ("No way to the internet", "인터넷 경로 없음"),
        CauseKind::NatGatewayDown => ("NAT gateway down", "NAT 게이트웨이 중단"),
        CauseKind::NatPortsExhausted => ("NAT ports exhausted", "NAT 포트 고갈"),
        CauseKind::NatIdleTimeout => ("NAT idle timeout", "NAT 유휴 시간 초과"),
        CauseKind::RegionLost => ("Region lost", "리전 장애"),
        CauseKind::NodeDown => ("Load balancer node down", "로드 밸런서 노드 중단"),
        CauseKind::NoTargets => ("No targets", "대상 없음"),
        CauseKind::NoRule => ("No listener rule", "리스너 규칙 없음"),
        CauseKind::ClientStalled => ("Client stopped sending", "클라이언트 전송 중단"),
        CauseKind::TooManyForwarded => ("X-Forwarded-For too long", "X-Forwarded-For 주소 초과"),
        CauseKind::ProtocolMismatch => ("Protocol version", "프로토콜 버전 불일치"),
        CauseKind::IdentityProvider => ("Identity provider error", "자격 증명 공급자 오류"),
        CauseKind::BalancerCapacity => ("Load balancer capacity", "로드 밸런서 용량 초과"),
        CauseKind::KeepAliveRace => ("Keep-alive race", "keep-alive 경합"),
        CauseKind::TargetTls => ("Target TLS handshake", "대상 TLS 핸드셰이크"),
        CauseKind::FlowIdle => ("Idle connection forgotten", "유휴 연결 만료"),
        CauseKind::TargetUnhealthy => ("Target unhealthy", "대상 비정상"),
        CauseKind::PortExhaustion => ("Ports exhausted", "포트 고갈"),
        CauseKind::InstanceDown => ("Instance down", "인스턴스 중단"),
        CauseKind::InstanceTerminated => ("Instance terminated", "인스턴스 종료"),
        CauseKind::InstanceStarting => ("Instance starting", "인스턴스 시작 중"),
        CauseKind::InstanceHung => ("Application hangs", "애플리케이션 응답 정지"),
        CauseKind::Deregistered => ("Deregistered", "대상 등록 취소"),
        CauseKind::AcceptQueueFull => ("Accept queue full", "수락 대기열 가득 참"),
        CauseKind::ApplicationDown => ("Application down", "애플리케이션 중단"),
        CauseKind::TurnedAway => ("Turned away", "서버가 요청 거절"),
        CauseKind::HandlerSlow => ("Slow handler", "느린 처리"),
        CauseKind::ApplicationError => ("Application error", "애플리케이션 오류"),
        CauseKind::ExternalServiceDown => ("External service down", "외부 서비스 중단"),
        CauseKind::ExternalServiceLimit => ("External service limit", "외부 서비스 한도"),
        CauseKind::ExternalServiceError => ("External service error", "외부 서비스 오류"),
        CauseKind::ExternalServiceSlow => ("External service slow", "외부 서비스 지연"),
        CauseKind::QueryError => ("Query error", "쿼리 오류"),
        CauseKind::ThreadsBusy => ("Threads busy", "스레드 부족"),
        CauseKind::OutOfMemory => ("Out of memory", "메모리 부족"),
        CauseKind::VolumeSlow => ("Volume", "볼륨 대기"),
        CauseKind::VolumeFull => ("Volume full", "볼륨 가득 참"),
        CauseKind::InstanceNetwork => ("Instance network", "인스턴스 네트워크 대역폭"),
        CauseKind::CreditsSpent => ("CPU credits spent", "CPU 크레딧 소진"),
        CauseKind::InstanceCpu => ("Instance CPU", "인스턴스 CPU"),
        CauseKind::QueueSlow => ("Queue slow", "대기열 응답 지연"),
        CauseKind::CacheDown => ("Cache down", "캐시 중단"),
        CauseKind::CacheConnections => ("Cache connections", "캐시 연결 수 초과"),
        CauseKind::CacheSlow => ("Cache slow", "캐시 응답 지연"),
        CauseKind::CacheCold => ("Cache cold", "빈 캐시"),
        CauseKind::PoolExhausted => ("Pool exhausted", "연결 풀 고갈"),
        CauseKind::TooManyConnections => ("Too many connections", "연결 수 초과"),
        CauseKind::DatabaseDown => ("Database down", "데이터베이스 중단"),
        CauseKind::DatabaseRecovering => ("Database recovering", "데이터베이스 복구 중"),
        CauseKind::ReplicaCutOff => ("Replica cut off", "복제본 네트워크 끊김"),
        CauseKind::DatabaseCpu => ("Database CPU", "데이터베이스 CPU"),
        CauseKind::DatabaseStorage => ("Database storage", "데이터베이스 스토리지"),
        CauseKind::DatabaseLocked => ("Database lock", "데이터베이스 잠금"),
        CauseKind::StorageFull => ("Storage full", "스토리지 가득 참"),
        CauseKind::MissingKey => ("Missing key", "키 없음"),
        CauseKind::SlowDown => ("Slow Down", "Slow Down"),
        CauseKind::AccessDenied => ("Access denied", "액세스 거부"),
        CauseKind::MethodNotAllowed => ("Method not allowed", "허용되지 않은 메서드"),
        CauseKind::OriginProtocol => ("Origin protocol", "오리진 프로토콜"),
        CauseKind::EdgeLocationLost => ("Edge location lost", "엣지 로케이션 중단"),
        CauseKind::EdgeQuota => ("CloudFront quota", "CloudFront 할당량"),
        CauseKind::OriginSlow => ("Origin slow", "오리진 응답 지연"),
        CauseKind::NetworkSlow => ("Network slow", "네트워크 지연"),
    })
}

/// What was wrong, and the words that lead to the part: after the phrase in English, before it in Korean.
const fn phrase(language: Language, kind: CauseKind) -> (&'static str, &'static str) {
    let (english, korean) = match kind {
        CauseKind::NoRecord => (("no record has this name", "in"), ("이 이름의 레코드가 없습니다", "에")),
        CauseKind::HostedZoneDown => {
            (("the name servers did not answer", "at"), ("이름 서버가 응답하지 않았습니다", "에서"))
        }
        CauseKind::WrongRecord => (
            ("a record led to an address where nobody answers instead", "of"),
            ("레코드가 아무도 응답하지 않는 주소를 가리켰습니다", "에서"),
        ),
        CauseKind::CircuitOpen => (("the circuit breaker was open", "at"), ("회로 차단기가 열려 있었습니다", "에서")),
        CauseKind::NoRoute => {
            (("the design gives the request nowhere to go", "from"), ("요청을 보낼 곳이 없습니다", "에서"))
        }
        CauseKind::NoCertificate => {
            (("no usable certificate is attached", "to"), ("사용할 수 있는 인증서가 연결되어 있지 않습니다", "에"))
        }
        CauseKind::CertificateExpired => (("the certificate has expired", "at"), ("인증서가 만료되었습니다", "에서")),
        CauseKind::CertificateName => {
            (("the certificate does not cover the name", "at"), ("인증서가 이 이름을 포함하지 않습니다", "에서"))
        }
        CauseKind::NotPublic => (
            ("no public address or no route to the internet gateway", "at"),
            ("퍼블릭 주소 또는 인터넷 게이트웨이로 가는 경로가 없습니다", "에"),
        ),
        CauseKind::SecurityGroup => {
            (("a security group dropped the packets", "at"), ("보안 그룹이 패킷을 버렸습니다", "에서"))
        }
        CauseKind::TrackedConnections => (
            ("the instance could track no more connections", "at"),
            ("인스턴스가 연결을 더 추적하지 못했습니다", "에서"),
        ),
        CauseKind::NetworkAcl => {
            (("a network ACL dropped the packets", "at"), ("네트워크 ACL이 패킷을 버렸습니다", "에서"))
        }
        CauseKind::NetworkCut => (("nothing passed on the network", "to"), ("네트워크가 끊겨 있었습니다", "까지의")),
        CauseKind::NoInternetPath => {
            (("there was no way to the internet", "from"), ("인터넷으로 나가는 경로가 없습니다", "에서"))
        }
        CauseKind::NatGatewayDown => {
            (("the NAT gateway did not work", "at"), ("NAT 게이트웨이가 동작하지 않았습니다", "에서"))
        }
        CauseKind::NatPortsExhausted => {
            (("the NAT gateway had no port left", "at"), ("NAT 게이트웨이에 남은 포트가 없었습니다", "에서"))
        }
        CauseKind::NatIdleTimeout => (
            ("the NAT gateway had forgotten the idle connection", "at"),
            ("NAT 게이트웨이가 유휴 연결을 이미 잊었습니다", "에서"),
        ),
        CauseKind::RegionLost => (("the Region was lost", "at"), ("리전이 멈춰 있었습니다", "에서")),
        CauseKind::NodeDown => {
            (("a load balancer node did not answer", "at"), ("로드 밸런서 노드가 응답하지 않았습니다", "에서"))
        }
        CauseKind::NoTargets => (("no target is registered", "at"), ("등록된 대상이 없습니다", "에")),
        CauseKind::NoRule => {
            (("no listener rule takes the request", "at"), ("이 요청에 맞는 리스너 규칙이 없습니다", "에"))
        }
        CauseKind::ClientStalled => (("the client stopped sending", "at"), ("클라이언트가 전송을 멈췄습니다", "에서")),
        CauseKind::TooManyForwarded => (
            ("X-Forwarded-For had more than 30 addresses", "at"),
            ("X-Forwarded-For에 주소가 30개보다 많았습니다", "에서"),
        ),
        CauseKind::ProtocolMismatch => (
            ("the target group expects another version of the protocol", "at"),
            ("대상 그룹이 다른 프로토콜 버전을 기대합니다", "에서"),
        ),
        CauseKind::IdentityProvider => {
            (("the identity provider answered with an error", "at"), ("자격 증명 공급자가 오류로 응답했습니다", "에서"))
        }
        CauseKind::BalancerCapacity => {
            (("the load balancer had reached its capacity", "at"), ("로드 밸런서가 용량 한도에 도달했습니다", "에서"))
        }
        CauseKind::KeepAliveRace => (
            ("the target had just closed the kept-alive connection", "at"),
            ("대상이 keep-alive 연결을 막 닫은 상태였습니다", "에서"),
        ),
        CauseKind::TargetTls => {
            (("the target did not end its TLS handshake", "at"), ("대상이 TLS 핸드셰이크를 끝내지 못했습니다", "에서"))
        }
        CauseKind::FlowIdle => (
            ("the idle connection had been forgotten", "at"),
            ("유휴 제한 시간이 지나 연결 정보가 사라졌습니다", "에서"),
        ),
        CauseKind::TargetUnhealthy => {
            (("connections of an unhealthy target were reset", "at"), ("비정상 대상의 연결이 재설정되었습니다", "에서"))
        }
        CauseKind::PortExhaustion => (
            ("no port was left for a connection to the target", "at"),
            ("대상에 연결할 포트가 남아 있지 않았습니다", "에서"),
        ),
        CauseKind::InstanceDown => (("the instance did not answer", "at"), ("인스턴스가 응답하지 않았습니다", "에서")),
        CauseKind::InstanceTerminated => (("the instance was terminated", "at"), ("인스턴스가 종료되었습니다", "에서")),
        CauseKind::InstanceStarting => {
            (("the application was not listening yet", "at"), ("애플리케이션이 아직 연결을 받지 않았습니다", "에서"))
        }
        CauseKind::InstanceHung => (("the application hung", "at"), ("애플리케이션이 응답을 멈췄습니다", "에서")),
        CauseKind::Deregistered => (
            ("the request outlived the deregistration delay", "at"),
            ("요청이 등록 취소 지연보다 오래 걸렸습니다", "에서"),
        ),
        CauseKind::AcceptQueueFull => (("the accept queue was full", "at"), ("수락 대기열이 가득 찼습니다", "에서")),
        CauseKind::ApplicationDown => {
            (("the application was not running", "at"), ("애플리케이션이 실행되고 있지 않았습니다", "에서"))
        }
        CauseKind::TurnedAway => (("the server turned the request away", "at"), ("서버가 요청을 거절했습니다", "에서")),
        CauseKind::HandlerSlow => (("the handler was not done yet", "at"), ("처리가 아직 끝나지 않았습니다", "에서")),
        CauseKind::ApplicationError => {
            (("a bug in the application failed the request", "at"), ("애플리케이션 버그로 요청이 실패했습니다", "에서"))
        }
        CauseKind::ExternalServiceDown => {
            (("the external service could not be reached", "at"), ("외부 서비스에 연결할 수 없었습니다", "에서"))
        }
        CauseKind::ExternalServiceLimit => (
            ("the external service turned the request away", "at"),
            ("외부 서비스가 한도를 넘은 요청을 거절했습니다", "에서"),
        ),
        CauseKind::ExternalServiceError => {
            (("the external service answered with an error", "at"), ("외부 서비스가 오류로 응답했습니다", "에서"))
        }
        CauseKind::ExternalServiceSlow => {
            (("waited for the external service", "at"), ("외부 서비스의 응답을 기다렸습니다", "에서"))
        }
        CauseKind::QueryError => (
            ("the database answered the query with an error", "at"),
            ("데이터베이스가 쿼리에 오류로 응답했습니다", "에서"),
        ),
        CauseKind::ThreadsBusy => (("waited for a worker thread", "at"), ("작업 스레드를 기다렸습니다", "에서")),
        CauseKind::OutOfMemory => (
            ("memory had run out and the process was killed", "at"),
            ("메모리가 모자라 프로세스가 종료되었습니다", "에서"),
        ),
        CauseKind::VolumeSlow => (("the request waited for the volume", "at"), ("요청이 볼륨을 기다렸습니다", "에서")),
        CauseKind::VolumeFull => (("the volume was full", "at"), ("볼륨이 가득 찼습니다", "에서")),
        CauseKind::InstanceNetwork => (
            ("the request waited for the network interface", "at"),
            ("요청이 네트워크 인터페이스를 기다렸습니다", "에서"),
        ),
        CauseKind::CreditsSpent => {
            (("the instance had spent its CPU credits", "at"), ("인스턴스가 CPU 크레딧을 다 썼습니다", "에서"))
        }
        CauseKind::InstanceCpu => (("waited for CPU on the instance", "at"), ("인스턴스의 CPU를 기다렸습니다", "에서")),
        CauseKind::QueueSlow => (("waited for the queue", "at"), ("대기열의 응답을 기다렸습니다", "에서")),
        CauseKind::CacheDown => (("the cache did not answer", "at"), ("캐시가 응답하지 않았습니다", "에서")),
        CauseKind::CacheConnections => {
            (("the cache takes no more connections", "at"), ("캐시가 연결을 더 받지 않았습니다", "에서"))
        }
        CauseKind::CacheSlow => (("waited for the cache", "at"), ("캐시의 응답을 기다렸습니다", "에서")),
        CauseKind::CacheCold => {
            (("the cache had lost what it held", "at"), ("캐시에 있던 내용이 사라졌습니다", "에서"))
        }
        CauseKind::PoolExhausted => {
            (("waited for a pooled database connection", "at"), ("연결 풀의 데이터베이스 연결을 기다렸습니다", "에서"))
        }
        CauseKind::TooManyConnections => {
            (("all database connections were in use", "at"), ("데이터베이스 연결을 모두 사용 중이었습니다", "에서"))
        }
        CauseKind::DatabaseDown => {
            (("the database did not answer", "at"), ("데이터베이스가 응답하지 않았습니다", "에서"))
        }
        CauseKind::DatabaseRecovering => {
            (("the database was recovering", "at"), ("데이터베이스가 복구 중이었습니다", "에서"))
        }
        CauseKind::ReplicaCutOff => {
            (("the replica was cut off", "at"), ("복제본의 네트워크가 끊겨 있었습니다", "에서"))
        }
        CauseKind::DatabaseCpu => {
            (("waited for CPU on the database", "at"), ("데이터베이스의 CPU를 기다렸습니다", "에서"))
        }
        CauseKind::DatabaseStorage => {
            (("waited for the database's storage", "at"), ("데이터베이스의 스토리지를 기다렸습니다", "에서"))
        }
        CauseKind::DatabaseLocked => {
            (("waited for a lock in the database", "at"), ("데이터베이스의 잠금을 기다렸습니다", "에서"))
        }
        CauseKind::StorageFull => {
            (("the storage of the database was full", "at"), ("데이터베이스의 스토리지가 가득 찼습니다", "에서"))
        }
        CauseKind::MissingKey => (("the bucket has no such key", "at"), ("버킷에 이 키가 없습니다", "에서")),
        CauseKind::SlowDown => {
            (("the bucket asked to slow down", "at"), ("버킷이 요청을 줄이라고 응답했습니다", "에서"))
        }
        CauseKind::AccessDenied => {
            (("the bucket policy denied the request", "at"), ("버킷 정책이 요청을 거부했습니다", "에서"))
        }
        CauseKind::MethodNotAllowed => {
            (("the behavior does not allow the method", "at"), ("동작이 허용하지 않는 메서드입니다", "에서"))
        }
        CauseKind::OriginProtocol => {
            (("the origin does not speak the protocol", "at"), ("오리진이 지원하지 않는 프로토콜입니다", "에서"))
        }
        CauseKind::EdgeLocationLost => {
            (("an edge location did not answer", "at"), ("엣지 로케이션이 응답하지 않았습니다", "에서"))
        }
        CauseKind::EdgeQuota => {
            (("a quota of the distribution was used up", "at"), ("배포의 할당량을 모두 사용했습니다", "에서"))
        }
        CauseKind::OriginSlow => (("waited for the origin's answer", "at"), ("오리진의 응답을 기다렸습니다", "에서")),
        CauseKind::NetworkSlow => (
            ("still traveling, resolving or connecting when the client gave up", "at"),
            ("클라이언트가 포기할 때까지 이름 조회, 연결 또는 전송이 끝나지 않았습니다", "에서"),
        ),
    };
    match language {
        English => english,
        Korean => korean,
    }
}

/// A cause: "waited for a pooled database connection at orders".
pub fn cause_sentence(language: Language, design: &Design, cause: &Cause) -> String {
    let name = part_name(design, cause.part);
    let (phrase, link) = phrase(language, cause.kind);
    match language {
        English => format!("{phrase} {link} {name}"),
        Korean => format!("{name}{link} {phrase}"),
    }
}

/// Why a state is as it is; a decision is followed by its own because, once.
pub fn because_sentence(language: Language, design: &Design, log: &[LogEntry], because: Because) -> String {
    let Some(entry) = decision(log, because) else { return simple(language, design, because) };
    let sentence = log_clause(language, design, log, entry);
    match told_because(log, entry) {
        Because::Decision(id) => match decision(log, Because::Decision(id)) {
            Some(earlier) => joined(language, &sentence, &log_clause(language, design, log, earlier)),
            None => sentence,
        },
        because => joined(language, &sentence, &simple(language, design, because)),
    }
}

/// Why an entry of the log happened, without repeating what its own sentence says already.
pub fn entry_because_sentence(language: Language, design: &Design, log: &[LogEntry], entry: &LogEntry) -> String {
    because_sentence(language, design, log, told_because(log, entry))
}

/// Why a part is unwell, in one sentence: "Waited for a worker thread: demand exceeds capacity."
pub fn reason_sentence(language: Language, design: &Design, log: &[LogEntry], reason: &PartReason) -> String {
    let (phrase, _) = phrase(language, reason.kind);
    let because = because_sentence(language, design, log, reason.because);
    // Of an instance that is down it is not known whether anybody asked it since.
    if matches!((reason.kind, reason.because), (CauseKind::InstanceDown, Because::Event(_))) {
        return format!("{because}.");
    }
    // It is so called before demand exceeds capacity.
    if let (CauseKind::InstanceCpu | CauseKind::DatabaseCpu | CauseKind::CacheSlow, Because::Demand) =
        (reason.kind, reason.because)
    {
        let nearly =
            ("Nearly all of its CPU is in use: work waits for it.", "CPU를 거의 다 사용해 작업이 CPU를 기다립니다.");
        return language.pick(nearly).to_owned();
    }
    match language {
        English => format!("{}: {because}.", capitalized(phrase)),
        Korean => format!("{phrase}. 원인: {because}."),
    }
}

/// The log entry of a decision: at the place of its id in a whole log, or wherever else it is.
pub(crate) fn decision(log: &[LogEntry], because: Because) -> Option<&LogEntry> {
    let Because::Decision(id) = because else { return None };
    let at_its_place = log.get(id as usize).filter(|entry| entry.id == id);
    at_its_place.or_else(|| log.iter().find(|entry| entry.id == id))
}

fn simple(language: Language, design: &Design, because: Because) -> String {
    let text = match because {
        Because::Configuration => ("the design is set up that way", "설계가 그렇게 설정되어 있습니다"),
        Because::Demand => ("demand exceeds capacity", "수요가 용량을 초과합니다"),
        Because::Decision(_) => ("a decision that the log no longer holds", "로그에 남아 있지 않은 결정입니다"),
        Because::Event(index) => match design.scenario.events.get(index as usize) {
            Some(event) => {
                let past = action_past(language, design, &event.action);
                let time = clock(event.at_ms / 1000);
                return match language {
                    English => format!("{past} at {time}"),
                    Korean => format!("{time}에 {past}"),
                };
            }
            None => ("an event that is no longer on the timeline", "타임라인에 남아 있지 않은 이벤트입니다"),
        },
    };
    language.pick(text).to_owned()
}

fn joined(language: Language, sentence: &str, because: &str) -> String {
    match language {
        English => format!("{sentence}, because {because}"),
        Korean => format!("{sentence}(원인: {because})"),
    }
}

/// With a capital first letter, where the script has capitals.
pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => std::iter::once(first.to_ascii_uppercase()).chain(letters).collect(),
        None => String::new(),
    }
}
