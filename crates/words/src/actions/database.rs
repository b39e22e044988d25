//! Events of databases: faults of queries and storage, maintenance, promotion.

use ninepins_model::{Action, Design};

use crate::Language::{self, English, Korean};
use crate::number::number;
use crate::particle::{object, subject, towards};

/// The actions that are said here.
macro_rules! of_database {
    () => {
        Action::SlowQueries { .. }
            | Action::DatabaseLock { .. }
            | Action::StorageFull { .. }
            | Action::ConnectionLeak { .. }
            | Action::ReplicaLag { .. }
            | Action::DatabaseMaintenance { .. }
            | Action::EngineUpgrade { .. }
            | Action::DatabaseClassChange { .. }
            | Action::DatabaseBackup { .. }
            | Action::DatabaseRestore { .. }
            | Action::PromoteReplica { .. }
    };
}
pub(crate) use of_database;

/// The part that an action is about, as it is called.
fn part_of<'a>(design: &'a Design, action: &'a Action) -> &'a str {
    action.part().map_or("?", |part| design.display_name(part))
}

/// Short, as a command.
pub(crate) fn name(language: Language, design: &Design, action: &Action) -> String {
    let part = part_of(design, action);
    match (language, action) {
        (English, Action::SlowQueries { percent, factor, .. }) => {
            format!("Slow {} % of the queries of {part} ×{}", number(*percent), number(*factor))
        }
        (English, Action::DatabaseLock { .. }) => format!("Lock the writes of {part}"),
        (English, Action::StorageFull { .. }) => format!("Fill the storage of {part}"),
        (English, Action::ConnectionLeak { percent, .. }) => {
            format!("Leak {} % of the connections of {part}", number(*percent))
        }
        (English, Action::ReplicaLag { .. }) => format!("Hold the replication of {part}"),
        (English, Action::DatabaseMaintenance { .. }) => format!("Patch {part}"),
        (English, Action::EngineUpgrade { .. }) => format!("Upgrade the engine of {part}"),
        (English, Action::DatabaseClassChange { instance_class, .. }) => {
            format!("Change the class of {part} to {instance_class}")
        }
        (English, Action::DatabaseBackup { .. }) => format!("Back up {part}"),
        (English, Action::DatabaseRestore { .. }) => format!("Restore {part}"),
        (English, _) => format!("Promote {part}"),
        (Korean, Action::SlowQueries { percent, factor, .. }) => {
            format!("{part} 쿼리 {}% ×{} 지연", number(*percent), number(*factor))
        }
        (Korean, Action::DatabaseLock { .. }) => format!("{part} 쓰기 잠금"),
        (Korean, Action::StorageFull { .. }) => format!("{part} 스토리지 가득 참"),
        (Korean, Action::ConnectionLeak { percent, .. }) => format!("{part} 연결 {}% 누수", number(*percent)),
        (Korean, Action::ReplicaLag { .. }) => format!("{part} 복제 적용 중단"),
        (Korean, Action::DatabaseMaintenance { .. }) => format!("{part} OS 패치"),
        (Korean, Action::EngineUpgrade { .. }) => format!("{part} 엔진 업그레이드"),
        (Korean, Action::DatabaseClassChange { instance_class, .. }) => {
            format!("{part} 클래스를 {} 변경", towards(instance_class))
        }
        (Korean, Action::DatabaseBackup { .. }) => format!("{part} 백업"),
        (Korean, Action::DatabaseRestore { .. }) => format!("{part} 복원"),
        (Korean, _) => format!("{part} 승격"),
    }
}

/// The button of a fault.
pub(crate) const fn label(action: &Action) -> (&'static str, &'static str) {
    match action {
        Action::SlowQueries { .. } => ("Slow queries", "느린 쿼리"),
        Action::DatabaseLock { .. } => ("Lock the writes", "쓰기 잠금"),
        Action::StorageFull { .. } => ("Fill the storage", "스토리지 가득 채우기"),
        Action::ConnectionLeak { .. } => ("Leak database connections", "데이터베이스 연결 누수"),
        Action::ReplicaLag { .. } => ("Hold the replication", "복제 적용 중단"),
        Action::DatabaseMaintenance { .. } => ("Patch the operating system", "운영 체제 패치"),
        Action::EngineUpgrade { .. } => ("Upgrade the engine", "엔진 업그레이드"),
        Action::DatabaseClassChange { .. } => ("Change the instance class", "인스턴스 클래스 변경"),
        Action::DatabaseBackup { .. } => ("Begin a backup", "백업 시작"),
        Action::DatabaseRestore { .. } => ("Restore from backups", "백업에서 복원"),
        _ => ("Promote the replica", "복제본 승격"),
    }
}

/// What the button does.
pub(crate) const fn help(action: &Action) -> (&'static str, &'static str) {
    match action {
        Action::SlowQueries { .. } => (
            "A missing index or a bad plan makes a share of the queries take many times their CPU. All others wait behind them.",
            "누락된 인덱스나 나쁜 실행 계획 때문에 일부 쿼리의 CPU 시간이 몇 배로 늘어납니다. 나머지 쿼리는 그 뒤에서 기다립니다.",
        ),
        Action::DatabaseLock { .. } => (
            "A session holds a lock that every write needs. Writes wait with their connections, reads go on.",
            "한 세션이 모든 쓰기에 필요한 잠금을 잡습니다. 쓰기는 연결을 잡은 채 기다리고 읽기는 계속됩니다.",
        ),
        Action::StorageFull { .. } => (
            "The volume is full, so writes fail at once until there is room again.",
            "볼륨이 가득 차서 공간이 생길 때까지 쓰기가 즉시 실패합니다.",
        ),
        Action::ConnectionLeak { .. } => (
            "A bug keeps the application from giving connections back. Its pool runs dry while the database is well.",
            "버그 때문에 애플리케이션이 연결을 반환하지 않습니다. 데이터베이스가 정상이어도 풀이 고갈됩니다.",
        ),
        Action::ReplicaLag { .. } => (
            "A long transaction keeps the replica from applying writes. Its lag grows by a second each second, and its reads are stale.",
            "긴 트랜잭션 때문에 복제본이 쓰기를 적용하지 못합니다. 지연이 1초에 1초씩 늘고 오래된 데이터를 읽습니다.",
        ),
        Action::DatabaseMaintenance { .. } => (
            "AWS patches the operating system. With Multi-AZ the standby is patched first and takes over: one failover. Otherwise the database is away meanwhile.",
            "AWS가 운영 체제를 패치합니다. Multi-AZ면 예비 인스턴스를 먼저 패치하고 한 번 장애 조치합니다. 아니면 그동안 중단됩니다.",
        ),
        Action::EngineUpgrade { .. } => (
            "The engine is upgraded on the primary and the standby at the same time, so the database is away even with Multi-AZ.",
            "기본 인스턴스와 예비 인스턴스의 엔진을 동시에 업그레이드하므로 Multi-AZ여도 데이터베이스가 중단됩니다.",
        ),
        Action::DatabaseClassChange { .. } => (
            "An operator changes the instance class. With Multi-AZ the standby is changed first and takes over: one failover. Otherwise the database is away meanwhile.",
            "운영자가 인스턴스 클래스를 변경합니다. Multi-AZ면 예비 인스턴스를 먼저 변경하고 한 번 장애 조치합니다. 아니면 그동안 중단됩니다.",
        ),
        Action::DatabaseBackup { .. } => (
            "A backup pauses the I/O of a database in a single zone for a few seconds. With a standby, which takes the backup, nothing happens.",
            "백업이 단일 가용 영역 데이터베이스의 I/O를 몇 초 멈춥니다. 예비 인스턴스가 있으면 거기서 백업하므로 영향이 없습니다.",
        ),
        Action::DatabaseRestore { .. } => (
            "An operator restores a lost database without a standby to the latest time of its backups, in a zone that has power, and points its applications at the new instance. Up to five minutes of writes are lost.",
            "운영자가 예비 인스턴스 없이 중단된 데이터베이스를 백업의 최신 시점으로, 전원이 있는 가용 영역에 복원하고 애플리케이션이 새 인스턴스를 쓰게 합니다. 최대 5분의 쓰기가 사라집니다.",
        ),
        _ => (
            "An operator makes the replica a database of its own and points its applications at it. Writes that it had not applied are lost.",
            "운영자가 복제본을 독립 데이터베이스로 만들고 애플리케이션이 이를 쓰게 합니다. 적용하지 못한 쓰기는 사라집니다.",
        ),
    }
}

/// What the end of a lasting one means.
pub(crate) fn ended(language: Language, design: &Design, action: &Action) -> String {
    let part = part_of(design, action);
    match (language, action) {
        (English, Action::SlowQueries { .. }) => format!("queries of {part} are as fast as before"),
        (English, Action::DatabaseLock { .. }) => format!("the lock on {part} is released"),
        (English, Action::StorageFull { .. }) => format!("the storage of {part} has room again"),
        (English, Action::ConnectionLeak { .. }) => format!("{part} gives its connections back again"),
        (English, Action::ReplicaLag { .. }) => format!("{part} applies writes again"),
        (English, _) => past(design, action),
        (Korean, Action::SlowQueries { .. }) => format!("{part}의 쿼리 속도가 회복되었습니다"),
        (Korean, Action::DatabaseLock { .. }) => format!("{part}의 잠금이 해제되었습니다"),
        (Korean, Action::StorageFull { .. }) => format!("{part}의 스토리지에 다시 공간이 있습니다"),
        (Korean, Action::ConnectionLeak { .. }) => format!("{} 다시 연결을 반환합니다", subject(part)),
        (Korean, Action::ReplicaLag { .. }) => format!("{} 다시 쓰기를 적용합니다", subject(part)),
        (Korean, _) => {
            let (start, _, end) = korean(design, action);
            format!("{start} {end}")
        }
    }
}

/// What it does, in English.
pub(crate) fn present(design: &Design, action: &Action) -> String {
    let part = part_of(design, action);
    match action {
        Action::SlowQueries { percent, factor, .. } => {
            format!("{} % of the queries of {part} take {} times their CPU", number(*percent), number(*factor))
        }
        Action::DatabaseLock { .. } => format!("a session locks what writes of {part} need"),
        Action::StorageFull { .. } => format!("the storage of {part} fills up"),
        Action::ConnectionLeak { percent, .. } => {
            format!("{part} keeps the connections of {} % of its queries", number(*percent))
        }
        Action::ReplicaLag { .. } => format!("{part} stops applying writes"),
        Action::DatabaseMaintenance { .. } => format!("AWS patches the operating system of {part}"),
        Action::EngineUpgrade { .. } => format!("the engine of {part} is upgraded"),
        Action::DatabaseClassChange { instance_class, .. } => {
            format!("an operator changes the class of {part} to {instance_class}")
        }
        Action::DatabaseBackup { .. } => format!("a backup of {part} begins"),
        Action::DatabaseRestore { .. } => format!("an operator begins to restore {part} from its backups"),
        _ => format!("an operator promotes {part}"),
    }
}

/// What it did, in English.
pub(crate) fn past(design: &Design, action: &Action) -> String {
    let part = part_of(design, action);
    match action {
        Action::SlowQueries { percent, factor, .. } => {
            format!("{} % of the queries of {part} began to take {} times their CPU", number(*percent), number(*factor))
        }
        Action::DatabaseLock { .. } => format!("a session locked what writes of {part} need"),
        Action::StorageFull { .. } => format!("the storage of {part} filled up"),
        Action::ConnectionLeak { percent, .. } => {
            format!("{part} began to keep the connections of {} % of its queries", number(*percent))
        }
        Action::ReplicaLag { .. } => format!("{part} stopped applying writes"),
        Action::DatabaseMaintenance { .. } => format!("AWS began to patch the operating system of {part}"),
        Action::EngineUpgrade { .. } => format!("an upgrade of the engine of {part} began"),
        Action::DatabaseClassChange { instance_class, .. } => {
            format!("an operator changed the class of {part} to {instance_class}")
        }
        Action::DatabaseBackup { .. } => format!("a backup of {part} began"),
        Action::DatabaseRestore { .. } => format!("an operator began to restore {part} from its backups"),
        _ => format!("an operator promoted {part}"),
    }
}

/// Both in Korean: the beginning of the sentence, its end for the present and for the past.
pub(crate) fn korean(design: &Design, action: &Action) -> (String, &'static str, &'static str) {
    let part = part_of(design, action);
    match action {
        Action::SlowQueries { percent, factor, .. } => (
            format!("{part} 쿼리의 {}%가 CPU 시간을 {}배로", number(*percent), number(*factor)),
            "씁니다",
            "쓰기 시작했습니다",
        ),
        Action::DatabaseLock { .. } => (format!("세션 하나가 {part}의 쓰기를"), "잠급니다", "잠갔습니다"),
        Action::StorageFull { .. } => (format!("{part}의 스토리지가"), "가득 찹니다", "가득 찼습니다"),
        Action::ConnectionLeak { percent, .. } => (
            format!("{} 쿼리의 {}%에서 연결을", subject(part), number(*percent)),
            "반환하지 않습니다",
            "반환하지 않기 시작했습니다",
        ),
        Action::ReplicaLag { .. } => (format!("{} 쓰기 적용을", subject(part)), "멈춥니다", "멈췄습니다"),
        Action::DatabaseMaintenance { .. } => {
            (format!("AWS가 {part}의 운영 체제를"), "패치합니다", "패치하기 시작했습니다")
        }
        Action::EngineUpgrade { .. } => (format!("{part}의 엔진을"), "업그레이드합니다", "업그레이드하기 시작했습니다"),
        Action::DatabaseClassChange { instance_class, .. } => {
            (format!("운영자가 {part}의 클래스를 {}", towards(instance_class)), "변경합니다", "변경했습니다")
        }
        Action::DatabaseBackup { .. } => (format!("{part}의 백업이"), "시작됩니다", "시작되었습니다"),
        Action::DatabaseRestore { .. } => {
            (format!("운영자가 백업에서 {}", object(part)), "복원하기 시작합니다", "복원하기 시작했습니다")
        }
        _ => (format!("운영자가 {}", object(part)), "승격합니다", "승격했습니다"),
    }
}
