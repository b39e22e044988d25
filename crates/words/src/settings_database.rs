//! Settings of databases: what they are called and what they do.

use ninepins_model::SettingKey as Key;

/// A label, in English and Korean.
pub(crate) const fn label(key: Key) -> (&'static str, &'static str) {
    match key {
        Key::DatabaseCluster => ("Multi-AZ DB cluster", "Multi-AZ DB 클러스터"),
        Key::AuroraReplicas => ("Aurora Replicas", "Aurora 복제본"),
        Key::ClassMemory => ("Memory in the formula", "공식에 쓰는 메모리"),
        Key::ClusterFailoverMin => ("Shortest failover of a cluster", "클러스터 최소 장애 조치 시간"),
        Key::ClusterFailoverMax => ("Longest failover of a cluster", "클러스터 최대 장애 조치 시간"),
        Key::EngineUpgrade => ("Engine upgrade", "엔진 업그레이드 시간"),
        Key::BackupPause => ("I/O pause of a backup", "백업 I/O 중단 시간"),
        Key::FailoverTiers => ("Failover tiers", "장애 조치 우선순위"),
        Key::BackupRetention => ("Backup retention", "백업 보존 기간"),
        Key::BackupWindow => ("Backup window", "백업 기간 시작"),
        Key::RestoreTime => ("Restore from backups", "백업 복원 시간"),
        Key::StorageType => ("Storage type", "스토리지 유형"),
        Key::AllocatedStorage => ("Allocated storage", "할당된 스토리지"),
        Key::ProvisionedIops => ("Provisioned IOPS", "프로비저닝된 IOPS"),
        Key::StorageThroughput => ("Storage throughput", "스토리지 처리량"),
        Key::MaxAllocatedStorage => ("Maximum storage threshold", "최대 스토리지 임계값"),
        Key::StorageUsed => ("Storage in use at the start", "시작 시 사용 중인 스토리지"),
        Key::BurstStart => ("I/O credits at the start", "시작 시 I/O 크레딧"),
        Key::BufferHits => ("Reads from the buffer pool", "버퍼 풀에서 응답하는 읽기"),
        Key::WriteIos => ("I/O operations of a write", "쓰기당 I/O 작업"),
        Key::IoSize => ("Size of an I/O operation", "I/O 작업 크기"),
        Key::WriteSize => ("Growth by a write", "쓰기당 데이터 증가"),
        Key::BorrowTimeout => ("Connection borrow timeout", "연결 대여 제한 시간"),
        Key::IdleClientTimeout => ("Idle client timeout", "유휴 클라이언트 제한 시간"),
        Key::ProxyConnections => ("Maximum connections", "최대 연결 비율"),
        Key::ProxyIdleConnections => ("Maximum idle connections", "최대 유휴 연결 비율"),
        Key::PinnedConnections => ("Pinned connections", "고정되는 연결"),
        Key::ProxyLatency => ("Added latency", "추가 지연 시간"),
        Key::FailoverReduction => ("Shorter failovers", "장애 조치 단축"),
        Key::ProxyFailoverMin => ("Shortest host failover", "호스트 전환 최단 시간"),
        Key::ProxyFailoverMax => ("Longest host failover", "호스트 전환 최장 시간"),
        Key::ProxyRecovery => ("Host recovery", "호스트 복구 시간"),
        Key::ReaderLag => ("Lag of readers", "읽기 인스턴스의 지연"),
        Key::Promotion => ("Promotion time", "승격 시간"),
        Key::ReadsAtWriter => ("Reads at the writer", "기본 인스턴스로 가는 읽기"),
        Key::ReaderEndpoint => ("Reads to the reader endpoint", "리더 엔드포인트로 읽기"),
        _ => ("", ""),
    }
}

/// What a setting does in AWS and in the simulation, in English and Korean.
pub(crate) const fn help(key: Key) -> (&'static str, &'static str) {
    match key {
        Key::DatabaseCluster => (
            "A writer and two readable standbys in three zones, for MySQL and PostgreSQL. A commit waits for one of them, and failover typically takes less than 35 s.",
            "세 가용 영역에 쓰기 인스턴스 하나와 읽을 수 있는 예비 인스턴스 둘을 둡니다. MySQL과 PostgreSQL에서 쓸 수 있고, 커밋은 그중 하나를 기다리며 장애 조치는 보통 35초 안에 끝납니다.",
        ),
        Key::AuroraReplicas => (
            "Readers of an Aurora cluster, up to 15. They share the storage, so a failover to one loses nothing. Without any, a lost writer is created anew.",
            "Aurora 클러스터의 읽기 인스턴스이며 15개까지 둘 수 있습니다. 스토리지를 공유하므로 장애 조치에서 잃는 데이터가 없습니다. 하나도 없으면 쓰기 인스턴스를 새로 만듭니다.",
        ),
        Key::ClassMemory => (
            "The engine derives its limit of connections from this memory. Observed leaves out what the operating system and RDS take; nominal is the upper bound.",
            "엔진은 이 메모리로 최대 연결 수를 정합니다. 관측값은 운영 체제와 RDS가 쓰는 만큼을 뺀 값이고, 명목값은 상한입니다.",
        ),
        Key::ClusterFailoverMin => (
            "Shortest failover of a Multi-AZ DB cluster or of Aurora with replicas. AWS gives only the typical longest time.",
            "Multi-AZ DB 클러스터나 복제본이 있는 Aurora의 가장 짧은 장애 조치 시간입니다. AWS는 대체로 가장 긴 시간만 공개합니다.",
        ),
        Key::ClusterFailoverMax => (
            "Longest failover of a Multi-AZ DB cluster, typically under 35 s. Aurora takes less than a minute, often less than half of it.",
            "Multi-AZ DB 클러스터의 가장 긴 장애 조치 시간이며 보통 35초 미만입니다. Aurora는 1분 미만이고 30초 미만인 경우가 많습니다.",
        ),
        Key::EngineUpgrade => (
            "Downtime of an engine upgrade. Primary and standby are upgraded at the same time.",
            "엔진 업그레이드로 중단되는 시간입니다. 기본 인스턴스와 예비 인스턴스를 동시에 업그레이드합니다.",
        ),
        Key::BackupPause => (
            "How long a backup stops the I/O of a database without a standby.",
            "예비 인스턴스가 없는 데이터베이스에서 백업이 I/O를 멈추는 시간입니다.",
        ),
        Key::FailoverTiers => (
            "The tier of each instance of an Aurora cluster, 0 to 15, the writer's first. The instance in the lowest tier that is well takes over; an instance without a line is in tier 1.",
            "Aurora 클러스터의 인스턴스별 우선순위로, 라이터부터 한 줄에 하나씩 0~15로 적습니다. 정상인 인스턴스 중 가장 낮은 숫자가 이어받으며, 적지 않으면 1입니다.",
        ),
        Key::BackupRetention => (
            "How many days automated backups are kept. With 0 there are none: nothing can be restored, and no read replica can be made.",
            "자동 백업을 보존하는 일수입니다. 0이면 백업이 없어 복원할 수 없고 읽기 전용 복제본도 만들 수 없습니다.",
        ),
        Key::BackupWindow => (
            "When in each day of the run, counted from its start, an automated backup begins. It pauses the I/O of a database without a standby for a moment.",
            "실행의 하루가 시작된 뒤 자동 백업이 시작되는 시각입니다. 예비 인스턴스가 없는 데이터베이스는 I/O가 잠시 멈춥니다.",
        ),
        Key::RestoreTime => (
            "How long a restore to the latest time takes. The new instance has another endpoint; logs are kept every five minutes, so later writes are lost.",
            "최신 시점으로 복원하는 데 걸리는 시간입니다. 새 인스턴스는 엔드포인트가 다르며, 로그는 5분마다 보관되므로 그 뒤의 쓰기는 사라집니다.",
        ),
        Key::StorageType => (
            "gp3 has 3,000 IOPS, and 12,000 and more from 400 GiB on. gp2 has 3 a GiB and bursts while its I/O credits last. io1 has what is provisioned.",
            "gp3은 3,000 IOPS이고 400GiB부터 12,000 이상입니다. gp2는 GiB당 3 IOPS이고 I/O 크레딧이 있는 동안 버스트합니다. io1은 프로비저닝한 만큼입니다.",
        ),
        Key::AllocatedStorage => (
            "Size of the volume of each instance. It decides the IOPS of gp2, and what can be provisioned. Aurora's storage grows by itself.",
            "인스턴스마다 있는 볼륨의 크기입니다. gp2의 IOPS와 프로비저닝할 수 있는 양을 정합니다. Aurora의 스토리지는 저절로 커집니다.",
        ),
        Key::ProvisionedIops => (
            "I/O operations a second of io1, or of gp3 from 400 GiB on. 0 takes what is included.",
            "io1 또는 400GiB 이상 gp3의 초당 I/O 작업 수입니다. 0이면 기본으로 포함된 값을 씁니다.",
        ),
        Key::StorageThroughput => (
            "Throughput of gp3 from 400 GiB on, 500 to 4,000 MiB/s. 0 takes what is included.",
            "400GiB 이상 gp3의 처리량이며 500~4,000MiB/s입니다. 0이면 기본으로 포함된 값을 씁니다.",
        ),
        Key::MaxAllocatedStorage => (
            "Up to where storage autoscaling may grow the volume, after 5 minutes with less than 10 % free and at most every 6 hours. 0 turns it off.",
            "스토리지 자동 조정이 볼륨을 키울 수 있는 한도입니다. 여유 공간이 5분 동안 10% 미만이면 6시간에 한 번까지 늘립니다. 0이면 끕니다.",
        ),
        Key::StorageUsed => (
            "How full the volume is when the run begins. A full one takes no writes.",
            "실행을 시작할 때 볼륨이 찬 정도입니다. 가득 차면 쓰기를 받지 않습니다.",
        ),
        Key::BurstStart => (
            "How full a gp2 volume's bucket of I/O credits is when the run begins. A new volume's is full.",
            "실행을 시작할 때 gp2 볼륨의 I/O 크레딧이 찬 정도입니다. 새 볼륨은 가득 차 있습니다.",
        ),
        Key::BufferHits => (
            "Reads that find their page in memory. Each of the others costs an I/O operation. It follows from your data and memory, not from AWS.",
            "메모리에서 페이지를 찾는 읽기의 비율입니다. 나머지는 I/O 작업을 하나씩 씁니다. AWS가 아니라 데이터와 메모리에 따라 정해집니다.",
        ),
        Key::WriteIos => (
            "I/O operations that a write costs: its log at once, its page later.",
            "쓰기 하나에 드는 I/O 작업 수입니다. 로그는 바로, 페이지는 나중에 씁니다.",
        ),
        Key::IoSize => (
            "With large operations the throughput of the volume is used up before its IOPS.",
            "작업이 크면 IOPS보다 볼륨의 처리량을 먼저 다 씁니다.",
        ),
        Key::WriteSize => ("How much the data grows with each write.", "쓰기 하나마다 데이터가 늘어나는 양입니다."),
        Key::BorrowTimeout => (
            "How long a query waits at the proxy for a database connection, then it fails.",
            "쿼리가 프록시에서 데이터베이스 연결을 기다리는 시간이며 지나면 실패합니다.",
        ),
        Key::IdleClientTimeout => (
            "Idle time after which the proxy closes a client connection.",
            "프록시가 유휴 클라이언트 연결을 닫을 때까지의 시간입니다.",
        ),
        Key::ProxyConnections => (
            "Share of the database's max_connections that the proxy may open. Clients beyond it share them and wait.",
            "프록시가 열 수 있는 연결의 max_connections 대비 비율입니다. 그보다 많은 클라이언트는 연결을 나누어 쓰며 기다립니다.",
        ),
        Key::ProxyIdleConnections => (
            "Share of max_connections that stays open while nobody uses it. Further ones are closed and opened again.",
            "아무도 쓰지 않아도 열어 두는 연결의 max_connections 대비 비율입니다. 그 이상은 닫았다가 다시 엽니다.",
        ),
        Key::PinnedConnections => (
            "Client connections with session state, such as SET or temporary tables. Each keeps a database connection to itself.",
            "SET이나 임시 테이블 같은 세션 상태가 있는 클라이언트 연결입니다. 각각 데이터베이스 연결 하나를 독차지합니다.",
        ),
        Key::ProxyLatency => ("What the proxy adds to each query.", "프록시가 쿼리마다 더하는 시간입니다."),
        Key::FailoverReduction => (
            "The proxy finds the new primary without DNS. AWS says that failovers are up to 66 % shorter.",
            "프록시는 DNS 없이 새 기본 인스턴스를 찾습니다. AWS에 따르면 장애 조치가 최대 66% 짧아집니다.",
        ),
        Key::ProxyFailoverMin => (
            "At best, how long clients need to find another host of the proxy when one is lost. AWS publishes no number.",
            "프록시의 호스트 하나를 잃었을 때 클라이언트가 다른 호스트를 찾는 가장 짧은 시간입니다. AWS가 공개한 값은 없습니다.",
        ),
        Key::ProxyFailoverMax => (
            "At worst, how long clients need to find another host of the proxy when one is lost. AWS publishes no number.",
            "프록시의 호스트 하나를 잃었을 때 클라이언트가 다른 호스트를 찾는 가장 긴 시간입니다. AWS가 공개한 값은 없습니다.",
        ),
        Key::ProxyRecovery => (
            "How long a lost host of the proxy needs to come back. AWS publishes no number.",
            "잃은 프록시 호스트가 돌아오는 데 걸리는 시간입니다. AWS가 공개한 값은 없습니다.",
        ),
        Key::ReaderLag => (
            "How far the readers of a cluster or of Aurora are behind the writer; usually under 100 ms. Reads within it after a write are counted as stale.",
            "클러스터나 Aurora의 읽기 인스턴스가 쓰기 인스턴스보다 늦는 시간으로, 보통 100ms 미만입니다. 쓰기 뒤 이 시간 안의 읽기는 오래된 읽기로 셉니다.",
        ),
        Key::Promotion => (
            "How long it takes until a promoted replica reboots as a database of its own. AWS says several minutes or longer.",
            "승격된 복제본이 독립 데이터베이스로 재부팅할 때까지 걸리는 시간입니다. AWS는 몇 분 이상이라고 합니다.",
        ),
        Key::ReadsAtWriter => (
            "Share of the reads that this database takes itself although a replica or a reader endpoint takes reads.",
            "복제본이나 리더 엔드포인트가 읽기를 받아도 이 데이터베이스가 직접 처리하는 읽기의 비율입니다.",
        ),
        Key::ReaderEndpoint => (
            "Opens a second pool to the reader endpoint of a cluster and sends reads there. DNS hands out the readers in turn, so connections are balanced, not queries.",
            "클러스터의 리더 엔드포인트로 풀을 하나 더 열어 읽기를 보냅니다. DNS가 읽기 인스턴스를 차례로 알려 주므로 쿼리가 아니라 연결이 분산됩니다.",
        ),
        _ => ("", ""),
    }
}

/// The settings that are said here.
macro_rules! database_keys {
    () => {
        Key::DatabaseCluster
            | Key::AuroraReplicas
            | Key::ClassMemory
            | Key::ClusterFailoverMin
            | Key::ClusterFailoverMax
            | Key::EngineUpgrade
            | Key::BackupPause
            | Key::FailoverTiers
            | Key::BackupRetention
            | Key::BackupWindow
            | Key::RestoreTime
            | Key::StorageType
            | Key::AllocatedStorage
            | Key::ProvisionedIops
            | Key::StorageThroughput
            | Key::MaxAllocatedStorage
            | Key::StorageUsed
            | Key::BurstStart
            | Key::BufferHits
            | Key::WriteIos
            | Key::IoSize
            | Key::WriteSize
            | Key::BorrowTimeout
            | Key::IdleClientTimeout
            | Key::ProxyConnections
            | Key::ProxyIdleConnections
            | Key::PinnedConnections
            | Key::ProxyLatency
            | Key::FailoverReduction
            | Key::ProxyFailoverMin
            | Key::ProxyFailoverMax
            | Key::ProxyRecovery
            | Key::ReaderLag
            | Key::Promotion
            | Key::ReadsAtWriter
            | Key::ReaderEndpoint
    };
}
pub(crate) use database_keys;
