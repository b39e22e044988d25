//! Metrics: CloudWatch's names with a line of explanation.

use ninepins_report::Metric;

use crate::Language;

/// What a metric is called: CloudWatch's name, in every language.
pub const fn metric_label(_language: Language, metric: Metric) -> &'static str {
    metric.name()
}

/// What a metric measures.
pub const fn metric_help(language: Language, metric: Metric) -> &'static str {
    language.pick(match metric {
        Metric::ApproximateNumberOfMessagesVisible => ("Messages that can be received", "받을 수 있는 메시지 수"),
        Metric::ApproximateNumberOfMessagesNotVisible => {
            ("Messages received and not deleted yet", "받았지만 아직 삭제하지 않은 메시지 수")
        }
        Metric::ApproximateAgeOfOldestMessage => {
            ("How long the oldest message has been there, in seconds", "가장 오래된 메시지가 머문 시간(초)")
        }
        Metric::NumberOfMessagesSent => ("Messages sent, per second", "초당 보낸 메시지 수"),
        Metric::NumberOfMessagesReceived => ("Messages delivered, per second", "초당 전달된 메시지 수"),
        Metric::NumberOfMessagesDeleted => ("Messages deleted, per second", "초당 삭제된 메시지 수"),
        Metric::NumberOfEmptyReceives => ("Receives that got no message, per second", "초당 빈 수신 수"),
        Metric::DuplicateDeliveries => ("Messages delivered again, per second", "초당 다시 전달된 메시지 수"),
        Metric::DeadLetterMessages => ("Messages in the dead-letter queue", "배달 못한 편지 대기열의 메시지 수"),
        Metric::ExpiredMessages => ("Messages that outlived their retention", "보존 기간을 넘긴 메시지 수"),
        Metric::BacklogPerInstance => {
            ("Visible messages for each instance in service", "서비스 중인 인스턴스당 대기 메시지 수")
        }
        Metric::CacheHits => ("Reads that the cache answered, per second", "초당 캐시가 응답한 읽기 수"),
        Metric::CacheMisses => ("Reads that the cache had nothing for, per second", "초당 캐시에 없던 읽기 수"),
        Metric::CurrItems => ("Items in the cache", "캐시에 있는 항목 수"),
        Metric::Evictions => ("Items that left for others, per second", "초당 다른 항목에 밀려난 항목 수"),
        Metric::CurrConnections => {
            ("Open client connections of the primary node", "기본 노드에 열린 클라이언트 연결 수")
        }
        Metric::EngineCpuUtilization => ("Use of the engine's one thread, in percent", "엔진 스레드 하나의 사용률(%)"),
        Metric::ReplicationLag => ("How far replicas are behind, in seconds", "복제본이 늦는 시간(초)"),
        Metric::StaleHits => (
            "Reads answered with an item that the database has newer, per second",
            "데이터베이스보다 오래된 항목으로 응답한 초당 읽기 수",
        ),
        Metric::RequestCount => ("Requests that arrived, per second", "초당 도착한 요청 수"),
        Metric::TargetResponseTime => (
            "Mean time from leaving the load balancer to the target's answer",
            "로드 밸런서를 떠나 대상의 응답을 받을 때까지의 평균 시간",
        ),
        Metric::HttpCodeElb502Count => {
            ("502 answers that the load balancer made, per second", "로드 밸런서가 생성한 초당 502 응답 수")
        }
        Metric::HttpCodeElb503Count => {
            ("503 answers that the load balancer made, per second", "로드 밸런서가 생성한 초당 503 응답 수")
        }
        Metric::HttpCodeElb504Count => {
            ("504 answers that the load balancer made, per second", "로드 밸런서가 생성한 초당 504 응답 수")
        }
        Metric::HttpCodeElb5xxCount => (
            "5xx answers that the load balancer made, 561 among them, per second",
            "561을 포함해 로드 밸런서가 생성한 초당 5xx 응답 수",
        ),
        Metric::HttpCodeElb4xxCount => (
            "4xx answers that the load balancer made, and clients that left early (460), per second",
            "로드 밸런서가 생성한 4xx 응답과 먼저 연결을 끊은 클라이언트(460)의 초당 수",
        ),
        Metric::NewConnectionCount => {
            ("Connections that clients opened, per second", "클라이언트가 초당 새로 연 연결 수")
        }
        Metric::ActiveConnectionCount => ("Connections held open", "열려 있는 연결 수"),
        Metric::RejectedConnectionCount => (
            "Connections turned away because the load balancer had reached its capacity, per second",
            "로드 밸런서의 용량을 넘어 초당 거부된 연결 수",
        ),
        Metric::ProcessedBytes => ("Bytes of requests and answers, per second", "초당 요청과 응답의 바이트 수"),
        Metric::ConsumedLcus => (
            "Capacity units that an hour like this second costs: the largest of its dimensions counts",
            "지금 같은 한 시간에 청구되는 용량 단위. 가장 큰 항목이 기준입니다",
        ),
        Metric::NewFlowCount => ("Flows that clients opened, per second", "클라이언트가 초당 새로 연 흐름 수"),
        Metric::ActiveFlowCount => ("Flows that are open", "열려 있는 흐름 수"),
        Metric::TcpElbResetCount => {
            ("Resets that the load balancer sent, per second", "로드 밸런서가 초당 보낸 재설정(RST) 수")
        }
        Metric::PortAllocationErrorCount => {
            ("Connections that found no port to a target, per second", "대상으로 가는 포트를 얻지 못한 초당 연결 수")
        }
        Metric::HttpCodeTarget5xxCount => ("5xx answers of the targets, per second", "대상이 생성한 초당 5xx 응답 수"),
        Metric::HealthyHostCount => (
            "Targets that every load balancer node considers healthy",
            "모든 로드 밸런서 노드가 정상으로 판단한 대상 수",
        ),
        Metric::UnHealthyHostCount => (
            "Targets that some load balancer node considers unhealthy",
            "일부 로드 밸런서 노드가 비정상으로 판단한 대상 수",
        ),
        Metric::CpuUtilization => ("CPU in use, in percent", "CPU 사용률(%)"),
        Metric::CpuCreditBalance => (
            "CPU credits that a burstable instance may spend, on average",
            "버스트 가능 인스턴스가 쓸 수 있는 CPU 크레딧의 평균",
        ),
        Metric::NetworkIn => (
            "Bytes received, per second; an alarm follows those of an instance in a minute",
            "초당 수신 바이트(경보는 인스턴스당 분당 바이트)",
        ),
        Metric::NetworkOut => (
            "Bytes sent, per second; an alarm follows those of an instance in a minute",
            "초당 송신 바이트(경보는 인스턴스당 분당 바이트)",
        ),
        Metric::RequestCountPerTarget => ("Requests in a minute for each target", "대상별 분당 요청 수"),
        Metric::EbsReadOps => ("Read operations on the volumes, per second", "초당 볼륨 읽기 작업 수"),
        Metric::EbsWriteOps => ("Write operations on the volumes, per second", "초당 볼륨 쓰기 작업 수"),
        Metric::DiskUsedPercent => ("Volume in use, in percent", "볼륨 사용률(%)"),
        Metric::MemUsedPercent => ("Memory in use, in percent", "메모리 사용률(%)"),
        Metric::GroupDesiredCapacity => ("Instances that the group wants", "그룹이 유지하려는 인스턴스 수"),
        Metric::GroupInServiceInstances => ("Instances that are in service", "서비스 중인 인스턴스 수"),
        Metric::GroupPendingInstances => ("Instances that are starting", "시작 중인 인스턴스 수"),
        Metric::ActiveRequests => (
            "Requests inside the instances: with a thread or waiting for one",
            "인스턴스 안에서 스레드를 쓰거나 기다리는 요청 수",
        ),
        Metric::ThrottledRequests => (
            "Requests that the external service turned away, per second",
            "외부 서비스가 한도를 넘어 거절한 초당 요청 수",
        ),
        Metric::PendingThreads => ("Threads that wait for a pooled connection", "풀의 연결을 기다리는 스레드 수"),
        Metric::ClientConnections => ("Open client connections of the proxy", "프록시에 열린 클라이언트 연결 수"),
        Metric::DatabaseConnections => {
            ("Open client connections of the database", "데이터베이스에 열린 클라이언트 연결 수")
        }
        Metric::Queries => ("Queries per second", "초당 쿼리 수"),
        Metric::ReplicaLag => (
            "Seconds that the replica is behind; -1 while not replicating",
            "복제본의 지연(초). 복제하지 않는 동안은 -1",
        ),
        Metric::StaleReads => (
            "Reads answered before the replica had applied all that was committed, per second",
            "커밋된 쓰기를 모두 적용하기 전에 복제본이 응답한 초당 읽기 수",
        ),
        Metric::ReadIops => ("Read operations of the storage, per second", "스토리지의 초당 읽기 작업 수"),
        Metric::WriteIops => ("Write operations of the storage, per second", "스토리지의 초당 쓰기 작업 수"),
        Metric::FreeStorageSpace => ("Bytes of storage that are free", "남은 스토리지(바이트)"),
        Metric::DiskQueueDepth => ("Storage operations that wait", "대기 중인 스토리지 작업 수"),
        Metric::BurstBalance => ("I/O credits left, in percent", "남은 I/O 크레딧(%)"),
        Metric::CacheHitRate => ("Requests answered from the cache, in percent", "캐시에서 응답한 요청의 비율(%)"),
        Metric::OriginRequests => ("Fetches from the origin, per second", "초당 오리진 요청 수"),
        Metric::BytesDownloaded => ("Bytes sent to clients, per second", "초당 클라이언트로 보낸 바이트 수"),
        Metric::OriginBytes => ("Bytes fetched from the origins, per second", "초당 오리진에서 가져온 바이트 수"),
        Metric::CustomErrorResponses => (
            "Error answers that a custom error response replaced, per second",
            "초당 사용자 지정 오류 응답으로 대체된 오류 응답 수",
        ),
        Metric::DnsQueries => {
            ("DNS queries that no cache answered, per second", "캐시가 응답하지 못한 초당 DNS 쿼리 수")
        }
        Metric::DnsQueriesBilled => (
            "Queries that are billed: not answered by an alias to an AWS resource, per second",
            "AWS 리소스에 대한 별칭이 아니어서 요금이 부과되는 초당 쿼리 수",
        ),
        Metric::HealthCheckStatus => {
            ("1 while every Route 53 health check is healthy, else 0", "모든 Route 53 상태 확인이 정상이면 1, 아니면 0")
        }
        Metric::HealthCheckPercentageHealthy => (
            "Checkers that find their target healthy, in percent, at the worst health check",
            "가장 나쁜 상태 확인에서 대상을 정상으로 본 확인기의 비율(%)",
        ),
        Metric::BytesUploaded => ("Bytes that clients sent, per second", "클라이언트가 보낸 초당 바이트 수"),
        Metric::ConntrackAllowanceExceeded => (
            "Connections dropped because an instance could track no more, per second",
            "인스턴스가 더 추적할 수 없어 버린 초당 연결 수",
        ),
        Metric::ErrorPortAllocation => (
            "Connections that the NAT gateway had no port for, per second",
            "NAT 게이트웨이에 포트가 없어 실패한 초당 연결 수",
        ),
        Metric::BytesOutToDestination => (
            "Bytes that the NAT gateway sent to destinations, per second",
            "NAT 게이트웨이가 대상에 보낸 초당 바이트 수",
        ),
        Metric::PacketsDropCount => {
            ("Packets that the NAT gateway dropped, per second", "NAT 게이트웨이가 버린 초당 패킷 수")
        }
        Metric::Http4xxErrors => ("4xx answers, per second", "초당 4xx 응답 수"),
        Metric::Http5xxErrors => ("5xx answers, per second", "초당 5xx 응답 수"),
        Metric::FailedRequests => {
            ("Requests whose last attempt failed, per second", "마지막 시도까지 실패한 초당 요청 수")
        }
        Metric::StatusCheckFailed => ("1 while the instance is down", "인스턴스가 내려가 있는 동안 1"),
    })
}
