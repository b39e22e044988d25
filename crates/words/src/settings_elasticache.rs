//! What the settings of a cache and of its clients are called, and what each does.

use ninepins_model::SettingKey as Key;

/// The settings of caches and of their clients.
macro_rules! cache_keys {
    () => {
        Key::CacheNodeType
            | Key::CacheReplicas
            | Key::CacheMultiAz
            | Key::CacheTtl
            | Key::CacheItems
            | Key::CacheZipf
            | Key::CacheItemBytes
            | Key::CacheFilled
            | Key::MaxmemoryPolicy
            | Key::ReservedMemory
            | Key::CacheMaxConnections
            | Key::CacheCommand
            | Key::CacheFailoverMin
            | Key::CacheFailoverMax
            | Key::CacheReplacement
            | Key::CacheReplicationLag
            | Key::CacheTimeout
            | Key::CacheReconnect
            | Key::CacheConnections
            | Key::CacheOnWrite
    };
}
pub(crate) use cache_keys;

/// A setting's label in English and Korean; empty for a setting of something else.
pub(crate) const fn label(key: Key) -> (&'static str, &'static str) {
    match key {
        Key::CacheNodeType => ("Node type", "노드 유형"),
        Key::CacheReplicas => ("Replicas", "복제본 수"),
        Key::CacheMultiAz => ("Multi-AZ with automatic failover", "자동 장애 조치 Multi-AZ"),
        Key::CacheTtl => ("TTL of items", "항목 TTL"),
        Key::CacheItems => ("Different items", "서로 다른 항목 수"),
        Key::CacheZipf => ("Popularity skew (Zipf)", "인기 편중(Zipf)"),
        Key::CacheItemBytes => ("Size of an item", "항목 크기"),
        Key::CacheFilled => ("Filled at the start", "시작 시 채워진 비율"),
        Key::MaxmemoryPolicy => ("When memory is full", "메모리가 가득 찼을 때"),
        Key::ReservedMemory => ("Reserved memory", "예약 메모리"),
        Key::CacheMaxConnections => ("Most connections (maxclients)", "최대 연결 수(maxclients)"),
        Key::CacheCommand => ("Engine time of a command", "명령당 엔진 시간"),
        Key::CacheFailoverMin => ("Shortest failover", "최소 장애 조치 시간"),
        Key::CacheFailoverMax => ("Longest failover", "최대 장애 조치 시간"),
        Key::CacheReplacement => ("Replacement of a node", "노드 교체 시간"),
        Key::CacheReplicationLag => ("Replication lag", "복제 지연"),
        Key::CacheTimeout => ("Cache timeout", "캐시 제한 시간"),
        Key::CacheReconnect => ("Leaves the cache alone", "재연결 대기 시간"),
        Key::CacheConnections => ("Connections per instance", "인스턴스당 연결 수"),
        Key::CacheOnWrite => ("On a write", "쓰기 시 동작"),
        _ => ("", ""),
    }
}

/// What a setting does, in English.
pub(crate) const fn english(key: Key) -> &'static str {
    match key {
        Key::CacheNodeType => {
            "Size and price of each node. Memory limits how many items fit; the engine runs its commands on one vCPU."
        }
        Key::CacheReplicas => {
            "Copies of the primary node, spread over the subnets. They follow it asynchronously and serve no reads here."
        }
        Key::CacheMultiAz => {
            "Whether a replica is promoted by itself when the primary is lost. Without it the application waits for the replacement of the node."
        }
        Key::CacheTtl => {
            "How long an item lives after it was written; 0 keeps it for ever. Until then reads may get an old one."
        }
        Key::CacheItems => "How many different items the application reads. A request asks for one by its popularity.",
        Key::CacheZipf => {
            "How uneven the items' popularity is: at 0 all are asked for alike, at 1 the second half as often as the first."
        }
        Key::CacheItemBytes => "Memory that an item takes. It decides how many fit into a node.",
        Key::CacheFilled => {
            "Share of the items that are in the cache when the run begins, the most popular first, as if it had run for a while."
        }
        Key::MaxmemoryPolicy => {
            "What happens when memory is full (maxmemory-policy): with volatile-lru, the default, and allkeys-lru the item that was not asked for longest leaves, the former only if items have a TTL. Otherwise new items are refused."
        }
        Key::ReservedMemory => {
            "Share of a node's memory that is kept free of items for backups and failover (reserved-memory-percent)."
        }
        Key::CacheMaxConnections => {
            "Client connections that a node takes. An instance that finds no room goes to the database at once."
        }
        Key::CacheCommand => "Time of the engine's one thread for a command. AWS does not publish it.",
        Key::CacheFailoverMin => {
            "Shortest time from the loss of the primary until clients reach the promoted replica. AWS says a few seconds."
        }
        Key::CacheFailoverMax => "Longest time from the loss of the primary until clients reach the promoted replica.",
        Key::CacheReplacement => {
            "Time until a lost node is replaced. Its replacement is empty unless a replica has what it held."
        }
        Key::CacheReplicationLag => {
            "How far replicas are behind the primary. A promoted replica lacks the writes of that time."
        }
        Key::CacheTimeout => {
            "How long the application waits for the cache before it goes to the database. It holds its thread meanwhile."
        }
        Key::CacheReconnect => {
            "How long the client goes straight to the database after the cache did not answer; then one request tries again. 0 asks for every request."
        }
        Key::CacheConnections => {
            "Connections that each instance opens to the cache. All together must stay under the node's limit."
        }
        Key::CacheOnWrite => {
            "Whether the application deletes the item from the cache after it wrote to the database, or lets reads get the old one until its TTL is over."
        }
        _ => "",
    }
}

/// What a setting does, in Korean.
pub(crate) const fn korean(key: Key) -> &'static str {
    match key {
        Key::CacheNodeType => {
            "노드 하나의 크기와 요금입니다. 메모리가 담을 항목 수를 정하고, 엔진은 vCPU 하나에서 명령을 처리합니다."
        }
        Key::CacheReplicas => {
            "기본 노드의 복사본으로 서브넷에 나누어 놓입니다. 비동기로 따라가며 여기서는 읽기를 처리하지 않습니다."
        }
        Key::CacheMultiAz => {
            "기본 노드를 잃으면 복제본이 자동으로 승격되는지 정합니다. 끄면 노드가 교체될 때까지 기다립니다."
        }
        Key::CacheTtl => {
            "항목이 기록된 뒤 남아 있는 시간입니다. 0이면 계속 남습니다. 그동안 읽기가 오래된 값을 받을 수 있습니다."
        }
        Key::CacheItems => "애플리케이션이 읽는 서로 다른 항목의 수입니다. 요청은 인기도에 따라 하나를 찾습니다.",
        Key::CacheZipf => {
            "항목 인기도의 치우침입니다. 0이면 모두 같고, 1이면 두 번째 항목이 첫 번째의 절반만큼 요청됩니다."
        }
        Key::CacheItemBytes => "항목 하나가 차지하는 메모리입니다. 노드에 몇 개가 들어가는지 정합니다.",
        Key::CacheFilled => {
            "실행이 시작될 때 캐시에 들어 있는 항목의 비율입니다. 한동안 운영한 것처럼 인기 있는 것부터 채웁니다."
        }
        Key::MaxmemoryPolicy => {
            "메모리가 가득 찼을 때의 동작입니다(maxmemory-policy). 기본값인 volatile-lru와 allkeys-lru는 가장 오래 요청되지 않은 항목을 내보내며, 앞의 것은 TTL이 있을 때만 그렇습니다. 아니면 새 항목을 거부합니다."
        }
        Key::ReservedMemory => {
            "백업과 장애 조치를 위해 항목에 쓰지 않고 남겨 두는 메모리의 비율입니다(reserved-memory-percent)."
        }
        Key::CacheMaxConnections => {
            "노드 하나가 받는 클라이언트 연결 수입니다. 자리를 얻지 못한 인스턴스는 바로 데이터베이스로 갑니다."
        }
        Key::CacheCommand => "엔진의 스레드 하나가 명령 하나에 쓰는 시간입니다. AWS는 이 값을 공개하지 않습니다.",
        Key::CacheFailoverMin => {
            "기본 노드를 잃은 뒤 클라이언트가 승격된 복제본에 연결하기까지의 최소 시간입니다. AWS는 몇 초라고 설명합니다."
        }
        Key::CacheFailoverMax => "기본 노드를 잃은 뒤 클라이언트가 승격된 복제본에 연결하기까지의 최대 시간입니다.",
        Key::CacheReplacement => {
            "잃은 노드를 교체하는 데 걸리는 시간입니다. 복제본에 내용이 남아 있지 않으면 빈 노드로 교체됩니다."
        }
        Key::CacheReplicationLag => {
            "복제본이 기본 노드보다 늦는 시간입니다. 승격된 복제본에는 그동안의 쓰기가 없습니다."
        }
        Key::CacheTimeout => {
            "애플리케이션이 데이터베이스로 가기 전에 캐시를 기다리는 시간입니다. 그동안 스레드를 잡고 있습니다."
        }
        Key::CacheReconnect => {
            "캐시가 응답하지 않은 뒤 바로 데이터베이스로 가는 시간입니다. 그 뒤 요청 하나가 다시 시도합니다. 0이면 요청마다 시도합니다."
        }
        Key::CacheConnections => "인스턴스마다 캐시에 여는 연결 수입니다. 모두 합해 노드의 한도를 넘지 않아야 합니다.",
        Key::CacheOnWrite => {
            "데이터베이스에 쓴 뒤 캐시에서 항목을 삭제할지, TTL이 끝날 때까지 오래된 값을 읽게 둘지 정합니다."
        }
        _ => "",
    }
}
