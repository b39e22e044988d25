//! What mends what costs too much.

use super::{Fix, FixKind, lists, values};
use crate::parts::StorageType;
use crate::setting::SettingKey;
use crate::validation::CostProblem;
use crate::{Design, Edit, Part, PartId, PartSettings, Subject};

/// The fix of a problem of a part.
pub(super) fn of_part(design: &Design, id: &PartId, part: &Part, problem: CostProblem) -> Option<Fix> {
    let subject = Subject::Part(id.clone());
    match problem {
        CostProblem::CreditsRunOut { .. } => {
            values::choose(design, &subject, SettingKey::CreditSpecification, "unlimited")
        }
        CostProblem::SurplusDearer { instead, .. } => {
            values::choose(design, &subject, SettingKey::InstanceType, instead)
        }
        CostProblem::NatForS3 => values::turn(design, design.vpc_of(id)?, SettingKey::S3Endpoint, true),
        CostProblem::UnusedNat => {
            Some(Fix { kind: FixKind::RemovePart, edit: Edit::Part { id: id.clone(), to: None } })
        }
        CostProblem::UnusedBalancer => None,
        CostProblem::Io1WithinGp3 { .. } => {
            // What was provisioned goes as well: gp3 includes it.
            let edit = lists::settled(id, part, |settings| {
                if let PartSettings::Rds(database) = settings {
                    (database.storage.storage_type, database.storage.iops) = (StorageType::Gp3, 0);
                }
            });
            let kind = FixKind::Choose { key: SettingKey::StorageType, value: "gp3".into() };
            Some(Fix { kind, edit })
        }
    }
}
