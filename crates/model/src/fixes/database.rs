//! What mends a database.

use super::{Fix, lists, values};
use crate::fact;
use crate::setting::SettingKey;
use crate::validation::DatabaseProblem;
use crate::{Design, Part, PartId, PartSettings, Subject, WireId};

/// The fix of a problem of a part.
pub(super) fn of_part(design: &Design, id: &PartId, part: &Part, problem: DatabaseProblem) -> Option<Fix> {
    let subject = Subject::Part(id.clone());
    match (problem, &part.settings) {
        (DatabaseProblem::SingleZone, _) => values::turn(design, id, SettingKey::MultiAz, true),
        (DatabaseProblem::ReplicaAsStandby, PartSettings::ReadReplica(replica)) => {
            values::turn(design, replica.replica_of.as_ref()?, SettingKey::MultiAz, true)
        }
        (DatabaseProblem::StorageShort { .. }, PartSettings::Rds(_)) => {
            values::choose(design, &subject, SettingKey::StorageType, "gp3")
        }
        (DatabaseProblem::NotProvisioned, _) => values::part_number(design, id, SettingKey::AllocatedStorage, 400.0),
        (DatabaseProblem::ReplicasNeedBackups, _) => {
            values::part_number(design, id, SettingKey::BackupRetention, fact::BACKUP_RETENTION.value)
        }
        (DatabaseProblem::ClusterEngine, _) => values::turn(design, id, SettingKey::DatabaseCluster, false),
        (DatabaseProblem::ClusterZones, _) => lists::add_subnets_to(design, id, part, 3),
        (DatabaseProblem::ProxyOfNothing, _) => lists::connect(design, id, part),
        _ => None,
    }
}

/// The fix of a problem of a wire.
pub(super) fn of_wire(design: &Design, id: &WireId, problem: DatabaseProblem) -> Option<Fix> {
    match problem {
        DatabaseProblem::NoReaders => values::turn_wire(design, id, SettingKey::ReaderEndpoint, false),
        _ => None,
    }
}
