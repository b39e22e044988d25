//! Databases and replicas.

use ninepins_model::SettingKey as Key;

explained! { engine_keys:
    DatabaseEngine:
        "The database engine. In the simulation it decides how many connections the memory allows.",
        "데이터베이스 엔진입니다. 시뮬레이션에서는 메모리에 따른 최대 연결 수를 결정합니다.";
    DatabaseClass:
        "The instance class. The simulation uses its vCPUs, and its memory for the limit of connections.",
        "인스턴스 클래스입니다. 시뮬레이션은 vCPU 수와, 연결 한도를 정하는 메모리를 사용합니다.";
    MultiAz:
        "Keeps a synchronous standby in another zone, which takes over when the primary is lost. It serves no reads, and every commit waits for it.",
        "다른 가용 영역에 동기식 예비 인스턴스를 두어 기본 인스턴스를 잃으면 이어받게 합니다. 읽기를 처리하지 않으며 모든 커밋이 이를 기다립니다.";
    PrimaryZone:
        "Zone in which the primary starts. Automatic takes the zone of the first subnet.",
        "기본 인스턴스가 시작하는 가용 영역입니다. 자동이면 첫 번째 서브넷의 영역을 사용합니다.";
    MaxConnections:
        "Most client connections; the next one is refused. 0 takes what the engine derives from the memory of the class.",
        "최대 클라이언트 연결 수이며 넘으면 거부됩니다. 0이면 엔진이 클래스의 메모리에서 계산한 값을 사용합니다.";
    DatabaseReadCpu:
        "Mean CPU time of a read query, exponentially distributed. It follows from your queries, not from AWS.",
        "읽기 쿼리 한 건의 평균 CPU 시간이며 지수 분포를 따릅니다. AWS가 아니라 쿼리에 따라 정해지는 값입니다.";
    DatabaseWriteCpu:
        "Mean CPU time of a write query, exponentially distributed. It follows from your queries, not from AWS.",
        "쓰기 쿼리 한 건의 평균 CPU 시간이며 지수 분포를 따릅니다. AWS가 아니라 쿼리에 따라 정해지는 값입니다.";
    StorageLatency:
        "Storage latency of a query. AWS promises single-digit milliseconds for general purpose volumes.",
        "쿼리의 스토리지 지연 시간입니다. AWS는 범용 볼륨에 한 자릿수 밀리초를 안내합니다.";
    StandbyWrite:
        "Time the standby takes to write its log. A commit waits for it and for one round trip across zones.",
        "예비 인스턴스가 로그를 쓰는 시간입니다. 커밋은 이 시간과 가용 영역 간 왕복 한 번을 기다립니다.";
    FailoverMin:
        "Shortest failover to the standby. AWS gives 60 to 120 s; the simulation draws evenly between shortest and longest.",
        "예비 인스턴스로 장애 조치하는 최소 시간입니다. AWS는 60~120초로 안내하며 시뮬레이션은 최소와 최대 사이에서 균등하게 뽑습니다.";
    FailoverMax:
        "Longest failover to the standby.",
        "예비 인스턴스로 장애 조치하는 최대 시간입니다.";
    RecoveryTime:
        "Time for crash recovery, or for a new host where there is no standby, once the zone has power.",
        "충돌 복구에 걸리는 시간, 또는 예비 인스턴스가 없을 때 호스트를 교체하는 시간입니다. 가용 영역의 전원이 있어야 시작됩니다.";
    StandbyRebuild:
        "Time to rebuild a lost standby once its zone has power. Until then there is nothing to fail over to.",
        "잃어버린 예비 인스턴스를 다시 만드는 시간입니다. 가용 영역의 전원이 있어야 시작되며 그때까지 장애 조치할 곳이 없습니다.";
    EndpointTtl:
        "TTL of the database endpoint's DNS record, which moves to the new primary after a failover.",
        "데이터베이스 엔드포인트 DNS 레코드의 TTL입니다. 장애 조치 뒤 이 레코드가 새 기본 인스턴스를 가리킵니다.";
    ReplicaOf:
        "The database that it follows. Replication is asynchronous, so reads may be stale.",
        "복제할 원본 데이터베이스입니다. 비동기로 복제하므로 읽기 결과가 최신이 아닐 수 있습니다.";
    ApplyRate:
        "Writes per second that the replica can apply. With more writes than this its lag grows.",
        "복제본이 적용할 수 있는 초당 쓰기 수입니다. 쓰기가 이보다 많으면 복제 지연이 늘어납니다.";
    BaseLag:
        "Replication lag when there is little to apply.",
        "적용할 쓰기가 적을 때의 복제 지연입니다.";
}
