//! What facts without a setting say: nothing can be changed about them.

use ninepins_model::fact::{self, Fact};

/// A fact, its name and its rule, in English and Korean.
pub(super) type Fixed = (&'static Fact, (&'static str, &'static str), (&'static str, &'static str));

/// Those of services.
pub(super) const SERVICES: &[Fixed] = &[
    (
        &fact::STOPPED_START,
        ("Start of a stopped instance", "중지된 인스턴스의 시작"),
        (
            "A stopped instance of a warm pool takes this long to run.",
            "웜 풀의 중지된 인스턴스가 실행되기까지 걸리는 시간입니다.",
        ),
    ),
    (
        &fact::HIBERNATED_START,
        ("Start of a hibernated instance", "최대 절전 인스턴스의 시작"),
        (
            "A hibernated instance of a warm pool takes this long to run.",
            "웜 풀의 최대 절전 인스턴스가 실행되기까지 걸리는 시간입니다.",
        ),
    ),
    (
        &fact::RUNNING_START,
        ("Start of a running instance", "실행 중인 인스턴스의 투입"),
        (
            "A running instance of a warm pool takes this long to be used.",
            "웜 풀의 실행 중인 인스턴스가 서비스에 들어가기까지 걸리는 시간입니다.",
        ),
    ),
    (
        &fact::SPOT_NOTICE,
        ("Spot interruption notice", "스팟 중단 알림"),
        (
            "EC2 says so long before it takes a Spot Instance back.",
            "EC2가 스팟 인스턴스를 회수하기 전에 이 시간만큼 먼저 알립니다.",
        ),
    ),
    (
        &fact::SHORTEST_LIFETIME,
        ("Shortest maximum instance lifetime", "최대 인스턴스 수명의 하한"),
        ("AWS accepts no shorter one.", "AWS는 이보다 짧은 값을 허용하지 않습니다."),
    ),
    (
        &fact::ALIAS_TTL,
        ("TTL of an alias record", "별칭 레코드의 TTL"),
        (
            "An alias to a load balancer or a distribution lives as long as the target's own record.",
            "로드 밸런서나 배포를 가리키는 별칭은 대상의 레코드와 같은 시간 동안 유효합니다.",
        ),
    ),
    (
        &fact::RECORD_CHECK_STANDARD,
        ("Interval of a Route 53 health check", "Route 53 상태 확인 간격"),
        ("Each health checker checks once in this time.", "상태 확인기마다 이 시간에 한 번 검사합니다."),
    ),
    (
        &fact::RECORD_CHECK_FAST,
        ("Interval of a fast Route 53 health check", "빠른 Route 53 상태 확인 간격"),
        (
            "With fast checks each health checker checks once in this time.",
            "빠른 검사에서는 상태 확인기마다 이 시간에 한 번 검사합니다.",
        ),
    ),
    (
        &fact::HEALTHY_QUORUM,
        ("Health checkers that must agree", "동의해야 하는 상태 확인기"),
        (
            "A target is healthy as long as more than this share of the checkers say so.",
            "이 비율보다 많은 검사기가 정상이라고 하면 대상은 정상입니다.",
        ),
    ),
    (
        &fact::CHECKER_CONNECT,
        ("Connect timeout of a health checker", "상태 확인기의 연결 제한 시간"),
        (
            "A checker waits this long for a connection to check over HTTP or HTTPS.",
            "HTTP나 HTTPS로 검사할 때 연결을 이만큼 기다립니다.",
        ),
    ),
    (
        &fact::CHECKER_ANSWER,
        ("Answer timeout of a health checker", "상태 확인기의 응답 제한 시간"),
        ("Once connected, a checker waits this long for the status.", "연결한 뒤 상태 코드를 이만큼 기다립니다."),
    ),
    (
        &fact::CHECKER_TCP,
        ("TCP timeout of a health checker", "상태 확인기의 TCP 제한 시간"),
        ("A checker waits this long for a TCP connection.", "TCP 연결을 이만큼 기다립니다."),
    ),
    (
        &fact::SEARCH_STRING_BYTES,
        ("Part of the body that is searched", "검색하는 본문의 크기"),
        (
            "A search string must lie within the first bytes of the body.",
            "검색 문자열은 본문의 처음 이만큼 안에 있어야 합니다.",
        ),
    ),
    (
        &fact::RENEWAL_DAYS,
        ("Renewal of a certificate", "인증서 갱신"),
        (
            "ACM renews a certificate from so many days before its expiry on, if it can be validated.",
            "ACM은 검증할 수 있으면 만료 이만큼 전부터 인증서를 갱신합니다.",
        ),
    ),
    (
        &fact::RSA_2048_HANDSHAKE,
        ("TLS handshake with RSA 2,048", "RSA 2,048 TLS 핸드셰이크"),
        (
            "CPU time of a full handshake where an instance ends TLS itself.",
            "인스턴스가 직접 TLS를 종료할 때 전체 핸드셰이크에 드는 CPU 시간입니다.",
        ),
    ),
    (
        &fact::RSA_3072_HANDSHAKE,
        ("TLS handshake with RSA 3,072", "RSA 3,072 TLS 핸드셰이크"),
        (
            "CPU time of a full handshake where an instance ends TLS itself.",
            "인스턴스가 직접 TLS를 종료할 때 전체 핸드셰이크에 드는 CPU 시간입니다.",
        ),
    ),
    (
        &fact::RSA_4096_HANDSHAKE,
        ("TLS handshake with RSA 4,096", "RSA 4,096 TLS 핸드셰이크"),
        (
            "CPU time of a full handshake where an instance ends TLS itself.",
            "인스턴스가 직접 TLS를 종료할 때 전체 핸드셰이크에 드는 CPU 시간입니다.",
        ),
    ),
    (
        &fact::ECDSA_P256_HANDSHAKE,
        ("TLS handshake with ECDSA P-256", "ECDSA P-256 TLS 핸드셰이크"),
        (
            "CPU time of a full handshake where an instance ends TLS itself.",
            "인스턴스가 직접 TLS를 종료할 때 전체 핸드셰이크에 드는 CPU 시간입니다.",
        ),
    ),
    (
        &fact::RESUMED_HANDSHAKE,
        ("Resumed TLS handshake", "재개된 TLS 핸드셰이크"),
        (
            "CPU time where a session goes on: the key exchange alone.",
            "세션을 재개할 때의 CPU 시간이며 키 교환만 합니다.",
        ),
    ),
    (
        &fact::OPTIMIZED_MIN_TTL,
        ("Minimum TTL of CachingOptimized", "CachingOptimized의 최소 TTL"),
        (
            "With this managed policy an object stays fresh for at least a second, whatever the origin says.",
            "이 관리형 정책에서는 오리진이 무엇을 보내든 객체가 최소 1초 동안 유효합니다.",
        ),
    ),
    (
        &fact::COMPRESSION_MIN,
        ("Smallest answer that is compressed", "압축하는 가장 작은 응답"),
        ("CloudFront leaves smaller answers as they are.", "CloudFront는 이보다 작은 응답을 압축하지 않습니다."),
    ),
    (
        &fact::COMPRESSION_MAX,
        ("Largest answer that is compressed", "압축하는 가장 큰 응답"),
        ("CloudFront leaves larger answers as they are.", "CloudFront는 이보다 큰 응답을 압축하지 않습니다."),
    ),
    (
        &fact::NAT_CONNECTIONS,
        ("Connections of a NAT gateway's address", "NAT 게이트웨이 주소당 연결"),
        (
            "Each public address has so many ports for one destination; further connections find none.",
            "퍼블릭 주소마다 한 목적지에 쓸 수 있는 포트 수이며, 그 이상의 연결은 포트를 얻지 못합니다.",
        ),
    ),
    (
        &fact::NAT_IDLE_TIMEOUT,
        ("Idle timeout of a NAT gateway", "NAT 게이트웨이의 유휴 제한 시간"),
        (
            "A connection that is idle for longer is forgotten; its next packet is answered with a reset.",
            "더 오래 유휴 상태인 연결은 잊히며, 다음 패킷은 재설정으로 응답받습니다.",
        ),
    ),
    (
        &fact::UNUSED_TARGET,
        ("Target of an instance that is gone", "없어진 인스턴스의 대상"),
        (
            "Once its instance is terminated or stopped, a target is unused: the load balancer sends it no more requests and does not wait for a health check.",
            "인스턴스가 종료되거나 중지되면 대상은 미사용 상태가 되어, 로드 밸런서가 상태 확인을 기다리지 않고 요청을 더 보내지 않습니다.",
        ),
    ),
    (
        &fact::BAD_GATEWAY_STATUS,
        ("When a load balancer answers 502", "로드 밸런서가 502로 응답하는 경우"),
        (
            "The target refuses or resets the connection, breaks off its answer or TLS handshake, or the request outlives the deregistration delay. The load balancer tries no other target.",
            "대상이 연결을 거부하거나 재설정할 때, 응답이나 TLS 핸드셰이크를 끝내지 못할 때, 요청이 등록 취소 지연보다 오래 걸릴 때입니다. 다른 대상으로 다시 시도하지 않습니다.",
        ),
    ),
    (
        &fact::NO_TARGET_STATUS,
        ("When a load balancer answers 503", "로드 밸런서가 503으로 응답하는 경우"),
        (
            "The target group has no registered target. Unhealthy targets alone are no reason: requests then go to all of them.",
            "대상 그룹에 등록된 대상이 없을 때입니다. 대상이 모두 비정상이기만 하면 모든 대상에 요청을 보냅니다.",
        ),
    ),
    (
        &fact::GATEWAY_TIMEOUT_STATUS,
        ("When a load balancer answers 504", "로드 밸런서가 504로 응답하는 경우"),
        (
            "The target takes no connection within the connect timeout, or sends nothing for as long as the idle timeout.",
            "대상이 연결 제한 시간 안에 연결을 받지 않거나, 유휴 제한 시간 동안 아무것도 보내지 않을 때입니다.",
        ),
    ),
    (
        &fact::NOT_RUNNING_WAIT,
        ("Replacement of an instance that does not run", "실행 중이 아닌 인스턴스의 교체"),
        (
            "A group finds an instance that was stopped or terminated unhealthy at once, even within the grace period, and replaces it.",
            "그룹은 중지되거나 종료된 인스턴스를 유예 기간 중에도 즉시 비정상으로 판정하여 교체합니다.",
        ),
    ),
    (
        &fact::TARGET_CONNECT_TIMEOUT,
        ("Connect timeout to a target", "대상 연결 제한 시간"),
        (
            "A load balancer waits this long for a TCP connection to a target, then answers 504.",
            "로드 밸런서는 대상과의 TCP 연결을 이만큼 기다린 뒤 504로 응답합니다.",
        ),
    ),
    (
        &fact::TARGET_TLS_TIMEOUT,
        ("TLS timeout to a target", "대상 TLS 제한 시간"),
        (
            "A load balancer waits this long for the TLS handshake of a target, then answers 502.",
            "로드 밸런서는 대상의 TLS 핸드셰이크를 이만큼 기다린 뒤 502로 응답합니다.",
        ),
    ),
    (
        &fact::CONNECTION_REQUESTS,
        ("Requests on a connection to a load balancer", "로드 밸런서 연결 하나의 요청 수"),
        (
            "After so many requests an Application Load Balancer closes a client's HTTP/2 connection, and the client opens another.",
            "요청이 이만큼 지나가면 Application Load Balancer가 클라이언트의 HTTP/2 연결을 닫고, 클라이언트는 새로 연결합니다.",
        ),
    ),
    (
        &fact::TARGET_PORTS,
        ("Connections to one target with translated addresses", "주소를 변환한 대상당 연결"),
        (
            "Without client addresses, a node of a Network Load Balancer has so many ports to a target.",
            "클라이언트 주소를 보존하지 않으면 Network Load Balancer의 노드가 대상으로 쓸 수 있는 포트 수입니다.",
        ),
    ),
    (
        &fact::TCP_GIVES_UP,
        ("TCP gives up", "TCP 포기"),
        (
            "Linux sends an unanswered packet again fifteen times, then the connection fails.",
            "Linux는 응답 없는 패킷을 열다섯 번 다시 보낸 뒤 연결을 실패로 처리합니다.",
        ),
    ),
    (
        &fact::DURATION,
        ("Length of a scenario", "시나리오 길이"),
        ("How long a new design runs, in simulated time.", "새 설계가 실행되는 시뮬레이션 시간입니다."),
    ),
];
