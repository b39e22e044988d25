//! What prices and SLAs say, which nothing can change either.

use ninepins_model::fact;

use super::fixed::Fixed;

/// Those of AWS's price list and its agreements.
pub(super) const PRICES: &[Fixed] = &[
    (
        &fact::PRICE_SPOT,
        ("Spot price", "스팟 요금"),
        (
            "A Spot Instance costs this share of the On-Demand price; the real price follows supply and demand.",
            "스팟 인스턴스 요금은 온디맨드의 이 비율로 계산합니다. 실제 요금은 수요와 공급에 따라 달라집니다.",
        ),
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
        ("Price of a Route 53 health check", "Route 53 상태 확인 요금"),
        ("A month's check of an AWS endpoint.", "AWS 엔드포인트를 한 달 동안 검사하는 요금입니다."),
    ),
    (
        &fact::PRICE_CHECK_OPTION,
        ("Price of an option of a health check", "상태 확인 옵션 요금"),
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
