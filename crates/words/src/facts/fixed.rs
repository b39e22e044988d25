//! What facts without a setting say.

use ninepins_model::fact::{self, Fact};

/// A fact, its name and its rule, in English and Korean.
pub(super) type Fixed = (&'static Fact, (&'static str, &'static str), (&'static str, &'static str));

/// What a fact without a setting says: nothing can be changed about it.
pub(super) const FIXED: &[Fixed] = &[
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
        &fact::PRICE_SPOT,
        ("Spot price", "스팟 요금"),
        (
            "A Spot Instance costs this share of the On-Demand price; the real price follows supply and demand.",
            "스팟 인스턴스 요금은 온디맨드의 이 비율로 계산합니다. 실제 요금은 수요와 공급에 따라 달라집니다.",
        ),
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
        ("Interval of a Route 53 health check", "Route 53 상태 검사 간격"),
        ("Each health checker checks once in this time.", "상태 검사기마다 이 시간에 한 번 검사합니다."),
    ),
    (
        &fact::RECORD_CHECK_FAST,
        ("Interval of a fast Route 53 health check", "빠른 Route 53 상태 검사 간격"),
        (
            "With fast checks each health checker checks once in this time.",
            "빠른 검사에서는 상태 검사기마다 이 시간에 한 번 검사합니다.",
        ),
    ),
    (
        &fact::HEALTHY_QUORUM,
        ("Health checkers that must agree", "동의해야 하는 상태 검사기"),
        (
            "A target is healthy as long as more than this share of the checkers say so.",
            "이 비율보다 많은 검사기가 정상이라고 하면 대상은 정상입니다.",
        ),
    ),
    (
        &fact::CHECKER_CONNECT,
        ("Connect timeout of a health checker", "상태 검사기의 연결 제한 시간"),
        (
            "A checker waits this long for a connection to check over HTTP or HTTPS.",
            "HTTP나 HTTPS로 검사할 때 연결을 이만큼 기다립니다.",
        ),
    ),
    (
        &fact::CHECKER_ANSWER,
        ("Answer timeout of a health checker", "상태 검사기의 응답 제한 시간"),
        ("Once connected, a checker waits this long for the status.", "연결한 뒤 상태 코드를 이만큼 기다립니다."),
    ),
    (
        &fact::CHECKER_TCP,
        ("TCP timeout of a health checker", "상태 검사기의 TCP 제한 시간"),
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
    (
        &fact::PRICE_INSTANCE,
        ("Price of an instance", "인스턴스 요금"),
        (
            "An hour of an m6i.large; every type has its own price. Counted from the launch call to the end.",
            "m6i.large 한 시간의 요금이며 유형마다 다릅니다. 시작 호출부터 종료까지 셉니다.",
        ),
    ),
    (
        &fact::PRICE_SURPLUS,
        ("Price of surplus CPU credits", "초과 CPU 크레딧 요금"),
        (
            "An hour of a vCPU beyond what a t3 earns in a day, in unlimited mode.",
            "무제한 모드에서 t3이 하루에 얻는 크레딧을 넘어 쓴 vCPU 한 시간의 요금입니다.",
        ),
    ),
    (
        &fact::PRICE_VOLUME_GP3,
        ("Price of a gigabyte of an EBS gp3 volume", "EBS gp3 볼륨 1GB의 요금"),
        (
            "A gigabyte of a root volume for a month, from the launch call to the end of its instance.",
            "루트 볼륨 1GB의 한 달 요금입니다. 시작 호출부터 인스턴스 종료까지 셉니다.",
        ),
    ),
    (
        &fact::PRICE_VOLUME_GP2,
        ("Price of a gigabyte of an EBS gp2 volume", "EBS gp2 볼륨 1GB의 요금"),
        ("Its I/O operations and its bursts are part of it.", "I/O 작업과 버스트가 포함됩니다."),
    ),
    (
        &fact::PRICE_VOLUME_IOPS,
        ("Price of provisioned IOPS of an EBS gp3 volume", "EBS gp3 볼륨의 프로비저닝 IOPS 요금"),
        (
            "An I/O operation a second for a month, beyond the 3,000 that every gp3 volume has.",
            "모든 gp3 볼륨에 포함된 3,000 IOPS를 넘는 IOPS당 한 달 요금입니다.",
        ),
    ),
    (
        &fact::PRICE_VOLUME_THROUGHPUT,
        ("Price of provisioned throughput of an EBS gp3 volume", "EBS gp3 볼륨의 프로비저닝 처리량 요금"),
        (
            "A MiB a second for a month, beyond the 125 that every gp3 volume has.",
            "모든 gp3 볼륨에 포함된 125MiB/s를 넘는 1MiB/s당 한 달 요금입니다.",
        ),
    ),
    (
        &fact::PRICE_CACHE,
        ("Price of a cache node", "캐시 노드 요금"),
        (
            "An hour of a cache.m6g.large with Redis OSS; every node type has its own price. Replicas count as well.",
            "Redis OSS를 쓰는 cache.m6g.large 한 시간의 요금이며 노드 유형마다 다릅니다. 복제본도 셉니다.",
        ),
    ),
    (
        &fact::PRICE_QUEUE,
        ("Price of requests to a queue", "대기열 요청 요금"),
        (
            "A million requests to a standard queue: messages sent, receives, empty ones too, and deletions.",
            "표준 대기열 요청 백만 건의 요금입니다. 보내기, 빈 수신을 포함한 받기, 삭제를 모두 셉니다.",
        ),
    ),
    (
        &fact::PRICE_ENDPOINT,
        ("Price of an interface endpoint", "인터페이스 엔드포인트 요금"),
        (
            "An hour of a VPC endpoint in one zone, without what it processes.",
            "가용 영역 하나에서 VPC 엔드포인트 한 시간의 요금이며 처리한 데이터는 제외합니다.",
        ),
    ),
    (
        &fact::PRICE_BALANCER,
        ("Price of a load balancer", "로드 밸런서 요금"),
        ("Every load balancer costs this for each hour, used or not.", "사용하지 않아도 한 시간마다 부과됩니다."),
    ),
    (
        &fact::PRICE_LCU,
        ("Price of an LCU-hour", "LCU-시간 요금"),
        (
            "The largest of new connections, active connections, bytes and rule evaluations counts.",
            "신규 연결, 활성 연결, 바이트, 규칙 평가 가운데 가장 큰 것으로 셉니다.",
        ),
    ),
    (
        &fact::PRICE_NLCU,
        ("Price of an NLCU-hour", "NLCU-시간 요금"),
        (
            "The largest of new flows, active flows and bytes counts.",
            "신규 흐름, 활성 흐름, 바이트 가운데 가장 큰 것으로 셉니다.",
        ),
    ),
    (
        &fact::PRICE_NAT_HOUR,
        ("Price of a NAT gateway", "NAT 게이트웨이 요금"),
        ("Every NAT gateway costs this for each hour, used or not.", "사용하지 않아도 한 시간마다 부과됩니다."),
    ),
    (
        &fact::PRICE_NAT_DATA,
        ("Price of a gigabyte through a NAT gateway", "NAT 게이트웨이 1GB 처리 요금"),
        (
            "What passes a NAT gateway is paid on top of its hours.",
            "NAT 게이트웨이를 지나는 데이터는 시간 요금과 별도로 부과됩니다.",
        ),
    ),
    (
        &fact::PRICE_DATABASE,
        ("Price of a database instance", "데이터베이스 인스턴스 요금"),
        (
            "An hour of a db.m6g.large with MySQL; every class and engine has its own price. A standby costs the same again.",
            "MySQL을 쓰는 db.m6g.large 한 시간의 요금이며 클래스와 엔진마다 다릅니다. 대기 인스턴스에도 같은 요금이 부과됩니다.",
        ),
    ),
    (
        &fact::PRICE_PROXY,
        ("Price of an RDS Proxy", "RDS Proxy 요금"),
        (
            "An hour of a vCPU of the database behind it, two at least.",
            "뒤에 있는 데이터베이스의 vCPU 한 시간 요금이며 최소 두 개로 셉니다.",
        ),
    ),
    (
        &fact::PRICE_STORAGE,
        ("Price of a gigabyte of gp2 or gp3", "gp2·gp3 1GB의 요금"),
        (
            "A month of a gigabyte of a database's volume. The standby and each reader have volumes of their own.",
            "데이터베이스 볼륨 1GB를 한 달 쓰는 요금입니다. 예비 인스턴스와 읽기 인스턴스도 각자 볼륨이 있습니다.",
        ),
    ),
    (
        &fact::PRICE_IO1_STORAGE,
        ("Price of a gigabyte of io1", "io1 1GB의 요금"),
        ("A month of a gigabyte of a database's volume.", "데이터베이스 볼륨 1GB를 한 달 쓰는 요금입니다."),
    ),
    (
        &fact::PRICE_AURORA_STORAGE,
        ("Price of a gigabyte of Aurora", "Aurora 1GB의 요금"),
        (
            "A month of a gigabyte in use. All instances of the cluster share it.",
            "사용 중인 1GB의 한 달 요금이며 클러스터의 모든 인스턴스가 공유합니다.",
        ),
    ),
    (
        &fact::PRICE_GP3_IOPS,
        ("Price of provisioned IOPS of gp3", "gp3 프로비저닝 IOPS의 요금"),
        (
            "A month of an I/O operation a second beyond the 12,000 that are included.",
            "포함된 12,000을 넘는 초당 I/O 작업 하나의 한 달 요금입니다.",
        ),
    ),
    (
        &fact::PRICE_IO1_IOPS,
        ("Price of provisioned IOPS of io1", "io1 프로비저닝 IOPS의 요금"),
        ("A month of an I/O operation a second.", "초당 I/O 작업 하나의 한 달 요금입니다."),
    ),
    (
        &fact::PRICE_AURORA_IOS,
        ("Price of a million I/O operations of Aurora", "Aurora I/O 백만 건의 요금"),
        ("Reads that miss the buffer pool, and writes.", "버퍼 풀에 없는 읽기와 쓰기를 셉니다."),
    ),
    (
        &fact::PRICE_EDGE_DATA,
        ("Price of a gigabyte from CloudFront", "CloudFront 1GB 전송 요금"),
        (
            "To clients in the United States and Europe, for the first 10 TB a month.",
            "미국과 유럽의 클라이언트에게 보낼 때 매월 처음 10TB의 요금입니다.",
        ),
    ),
    (
        &fact::PRICE_EDGE_REQUESTS,
        ("Price of a million requests to CloudFront", "CloudFront 요청 백만 건의 요금"),
        ("HTTPS requests count, whether they hit the cache or not.", "캐시에 있든 없든 HTTPS 요청마다 셉니다."),
    ),
    (
        &fact::PRICE_PUTS,
        ("Price of a million PUT requests", "PUT 요청 백만 건의 요금"),
        ("Requests that put an object into a bucket.", "버킷에 객체를 넣는 요청입니다."),
    ),
    (
        &fact::PRICE_GETS,
        ("Price of a million GET requests", "GET 요청 백만 건의 요금"),
        ("All other requests to a bucket.", "버킷에 대한 그 밖의 요청입니다."),
    ),
    (
        &fact::PRICE_ZONE,
        ("Price of a hosted zone", "호스팅 영역 요금"),
        ("Each of the first 25 zones costs this a month.", "처음 25개까지 호스팅 영역마다 매월 부과됩니다."),
    ),
    (
        &fact::PRICE_QUERIES,
        ("Price of a million DNS queries", "DNS 쿼리 백만 건의 요금"),
        ("Answers of aliases to AWS resources are free.", "AWS 리소스를 가리키는 별칭의 응답은 무료입니다."),
    ),
    (
        &fact::PRICE_LATENCY_QUERIES,
        ("Price of a million latency queries", "지연 시간 쿼리 백만 건의 요금"),
        (
            "Counted for the queries of a zone with latency records.",
            "지연 시간 레코드가 있는 호스팅 영역의 쿼리에 적용합니다.",
        ),
    ),
    (
        &fact::PRICE_GEO_QUERIES,
        ("Price of a million geolocation queries", "지리적 위치 쿼리 백만 건의 요금"),
        (
            "Counted for the queries of a zone with geolocation records.",
            "지리적 위치 레코드가 있는 호스팅 영역의 쿼리에 적용합니다.",
        ),
    ),
    (
        &fact::PRICE_CHECK,
        ("Price of a Route 53 health check", "Route 53 상태 검사 요금"),
        ("A month's check of an AWS endpoint.", "AWS 엔드포인트를 한 달 동안 검사하는 요금입니다."),
    ),
    (
        &fact::PRICE_CHECK_OPTION,
        ("Price of an option of a health check", "상태 검사 옵션 요금"),
        (
            "HTTPS, a search string and the fast interval each cost this a month.",
            "HTTPS, 검색 문자열, 빠른 간격마다 매월 부과됩니다.",
        ),
    ),
    (
        &fact::PRICE_ZONES,
        ("Price of a gigabyte between zones", "가용 영역 간 1GB의 요금"),
        (
            "Charged where it leaves a zone and again where it arrives; to and from an Application Load Balancer it is free.",
            "보내는 영역과 받는 영역에서 한 번씩 요금이 듭니다. Application Load Balancer와 주고받는 데이터는 무료입니다.",
        ),
    ),
    (
        &fact::PRICE_REGIONS,
        ("Price of a gigabyte to another Region", "다른 리전으로 보낸 1GB의 요금"),
        ("Calls and queries that leave their Region.", "리전을 넘는 호출과 쿼리의 요금입니다."),
    ),
    (
        &fact::PRICE_EDGE_UPLOAD,
        ("Price of a gigabyte from CloudFront to an origin", "CloudFront에서 오리진으로 보낸 1GB의 요금"),
        ("Bodies of writes that a distribution passes on.", "배포가 오리진에 전달하는 쓰기 요청의 본문입니다."),
    ),
    (
        &fact::PRICE_INTERNET,
        ("Price of a gigabyte to the internet", "인터넷으로 보낸 1GB의 요금"),
        (
            "Answers that leave AWS other than through CloudFront, for the first 10 TB a month.",
            "CloudFront를 거치지 않고 AWS를 나가는 응답에 대해 매월 처음 10TB의 요금입니다.",
        ),
    ),
    (
        &fact::PRICE_ADDRESS,
        ("Price of a public IPv4 address", "퍼블릭 IPv4 주소 요금"),
        (
            "An internet-facing load balancer has one in each zone, a NAT gateway as many as it is given.",
            "인터넷 경계 로드 밸런서는 가용 영역마다 하나, NAT 게이트웨이는 지정한 수만큼 갖습니다.",
        ),
    ),
    (
        &fact::SLA_EC2,
        ("SLA of EC2 in two zones", "두 가용 영역의 EC2 SLA"),
        (
            "Promised a month for instances in two or more Availability Zones.",
            "둘 이상의 가용 영역에 있는 인스턴스에 대한 월간 약속입니다.",
        ),
    ),
    (
        &fact::SLA_INSTANCE,
        ("SLA of an instance", "인스턴스 SLA"),
        (
            "Promised a month for one instance, or several in one zone.",
            "인스턴스 하나 또는 한 영역에 대한 월간 약속입니다.",
        ),
    ),
    (
        &fact::SLA_BALANCER,
        ("SLA of a load balancer in two zones", "두 가용 영역의 로드 밸런서 SLA"),
        ("Promised a month where it has two or more zones.", "둘 이상의 가용 영역에 있을 때의 월간 약속입니다."),
    ),
    (
        &fact::SLA_BALANCER_ONE_ZONE,
        ("SLA of a load balancer in one zone", "한 가용 영역의 로드 밸런서 SLA"),
        ("Promised a month where it has one zone.", "가용 영역이 하나일 때의 월간 약속입니다."),
    ),
    (
        &fact::SLA_MULTI_AZ,
        ("SLA of a Multi-AZ database", "다중 AZ 데이터베이스 SLA"),
        (
            "Promised a month for a database with a standby.",
            "대기 인스턴스가 있는 데이터베이스에 대한 월간 약속입니다.",
        ),
    ),
    (
        &fact::SLA_AURORA,
        ("SLA of Aurora", "Aurora SLA"),
        (
            "Promised a month for a cluster with a replica in another zone.",
            "다른 가용 영역에 복제본이 있는 클러스터에 대한 월간 약속입니다.",
        ),
    ),
    (
        &fact::SLA_DATABASE,
        ("SLA of a database in one zone", "단일 AZ 데이터베이스 SLA"),
        (
            "Promised a month for a database without a standby.",
            "대기 인스턴스가 없는 데이터베이스에 대한 월간 약속입니다.",
        ),
    ),
    (
        &fact::SLA_QUEUE,
        ("SLA of SQS", "SQS의 SLA"),
        (
            "What AWS promises for SQS: requests wait for it to take their messages.",
            "AWS가 SQS에 약속한 가용성입니다. 요청은 대기열이 메시지를 받기를 기다립니다.",
        ),
    ),
    (
        &fact::SLA_S3,
        ("SLA of S3", "S3 SLA"),
        ("Promised a month for S3 Standard.", "S3 Standard에 대한 월간 약속입니다."),
    ),
    (
        &fact::SLA_CLOUDFRONT,
        ("SLA of CloudFront", "CloudFront SLA"),
        ("Promised a month for a distribution.", "배포에 대한 월간 약속입니다."),
    ),
    (
        &fact::SLA_ROUTE53,
        ("SLA of Route 53", "Route 53 SLA"),
        ("Promised a month for the answers of a hosted zone.", "호스팅 영역의 응답에 대한 월간 약속입니다."),
    ),
];
