//! What is wrong with databases.

use ninepins_model::DatabaseProblem;

use crate::Language::{self, English, Korean};
use crate::number::count;

/// A problem as a sentence.
pub(crate) fn sentence(language: Language, problem: DatabaseProblem) -> String {
    let plain = match problem {
        DatabaseProblem::SingleZone => (
            "The database is in one zone while its clients are in several: it is away for as long as that zone.",
            "클라이언트는 여러 가용 영역에 있지만 데이터베이스는 하나에만 있어, 그 영역에 장애가 나면 함께 중단됩니다.",
        ),
        DatabaseProblem::ReplicaAsStandby => (
            "Nothing reads from this replica, and its database has no standby. A replica is never promoted by itself, and loses writes: use Multi-AZ.",
            "아무도 이 복제본에서 읽지 않고 원본에는 예비 인스턴스가 없습니다. 복제본은 저절로 승격되지 않고 쓰기를 잃으므로 Multi-AZ를 사용해야 합니다.",
        ),
        DatabaseProblem::StandbyServesNoReads { load } => {
            let load = count(u64::from(load));
            return match language {
                English => format!(
                    "Queries, most of them reads, need {load} % of the primary's CPU. The standby serves no reads: add a read replica."
                ),
                Korean => format!(
                    "대부분 읽기인 쿼리에 기본 인스턴스 CPU의 {load}%가 필요합니다. 예비 인스턴스는 읽기를 처리하지 않으므로 읽기 전용 복제본이 필요합니다."
                ),
            };
        }
        DatabaseProblem::StorageShort { needed, limit } => {
            let (needed, limit) = (count(u64::from(needed)), count(u64::from(limit)));
            return match language {
                English => {
                    format!("Queries need about {needed} I/O operations a second; the storage does {limit} for long.")
                }
                Korean => format!(
                    "쿼리에 초당 약 {needed}회의 I/O가 필요하지만 스토리지는 계속해서 {limit}회까지 처리합니다."
                ),
            };
        }
        DatabaseProblem::TooManyReplicas { count: replicas } => {
            let replicas = count(u64::from(replicas));
            return match language {
                English => format!("The database has {replicas} read replicas; AWS allows 15."),
                Korean => format!("데이터베이스에 읽기 전용 복제본이 {replicas}개 있지만 AWS는 15개까지 허용합니다."),
            };
        }
        DatabaseProblem::NotProvisioned => (
            "Below 400 GiB a gp3 volume has 3,000 IOPS and 125 MiB/s; more cannot be provisioned.",
            "gp3 볼륨은 400GiB 미만에서 3,000 IOPS와 125MiB/s이며 더 프로비저닝할 수 없습니다.",
        ),
        DatabaseProblem::BadFailoverTier => (
            "A failover tier is a number from 0 to 15 on a line of its own.",
            "장애 조치 우선순위는 한 줄에 하나씩 0부터 15까지의 숫자입니다.",
        ),
        DatabaseProblem::ReplicasNeedBackups => (
            "Its read replicas need automated backups, and their retention is 0 days.",
            "읽기 전용 복제본에는 자동 백업이 필요한데 보존 기간이 0일입니다.",
        ),
        DatabaseProblem::ClusterZones => (
            "A Multi-AZ DB cluster needs subnets in three zones.",
            "Multi-AZ DB 클러스터에는 세 가용 영역의 서브넷이 필요합니다.",
        ),
        DatabaseProblem::ClusterEngine => (
            "Multi-AZ DB clusters exist for MySQL and PostgreSQL only.",
            "Multi-AZ DB 클러스터는 MySQL과 PostgreSQL에서만 사용할 수 있습니다.",
        ),
        DatabaseProblem::ProxyOfNothing => {
            ("The proxy is connected to no database.", "프록시가 데이터베이스에 연결되어 있지 않습니다.")
        }
        DatabaseProblem::NoReaders => (
            "The database has no readers, so there is no reader endpoint to use.",
            "데이터베이스에 읽기 인스턴스가 없어 사용할 리더 엔드포인트가 없습니다.",
        ),
    };
    match language {
        English => plain.0.to_owned(),
        Korean => plain.1.to_owned(),
    }
}
