//! What mends the problems of caches.

use super::{Fix, FixKind, part_edit};
use crate::setting::SettingKey;
use crate::validation::CacheProblem;
use crate::{Design, Part, PartId, PartSettings, Subject, WireId};

pub(super) fn of_part(design: &Design, id: &PartId, part: &Part, problem: CacheProblem) -> Option<Fix> {
    match problem {
        CacheProblem::NoFailover => super::values::turn(design, id, SettingKey::CacheMultiAz, true),
        CacheProblem::NothingLeaves { .. } => {
            super::values::choose(design, &Subject::Part(id.clone()), SettingKey::MaxmemoryPolicy, "allkeys_lru")
        }
        CacheProblem::LossOverloads { .. } => {
            let PartSettings::Elasticache(mut cache) = part.settings.clone() else { return None };
            (cache.replicas, cache.multi_az) = (cache.replicas.max(1), true);
            let edit = part_edit(id, part, PartSettings::Elasticache(cache));
            Some(Fix { kind: FixKind::TurnOn(SettingKey::CacheMultiAz), edit })
        }
        CacheProblem::SecondCache => None,
    }
}

pub(super) fn of_wire(id: &WireId, problem: CacheProblem) -> Option<Fix> {
    let edit = crate::Edit::Wire { id: id.clone(), to: None };
    (problem == CacheProblem::SecondCache).then_some(Fix { kind: FixKind::RemoveWire, edit })
}
