//! What mends the problems of queues.

use super::{Fix, FixKind, part_edit, values};
use crate::setting::{SettingKey, Unit};
use crate::validation::QueueProblem;
use crate::{Design, Kind, Part, PartId, PartSettings, Wire, fact};

/// How often the work on a message fits into its visibility timeout, as AWS recommends for functions.
const TIMES: f64 = 6.0;

pub(super) fn of_part(design: &Design, id: &PartId, part: &Part, problem: &QueueProblem) -> Option<Fix> {
    let set = |key, value: f64, change: fn(&mut crate::parts::Sqs, f64)| {
        let PartSettings::Sqs(mut queue) = part.settings.clone() else { return None };
        change(&mut queue, value);
        let edit = part_edit(id, part, PartSettings::Sqs(queue));
        Some(Fix { kind: FixKind::SetTo { key, value, unit: Unit::Seconds }, edit })
    };
    match problem {
        QueueProblem::NoDeadLetterQueue => values::turn(design, id, SettingKey::DeadLetterQueue, true),
        QueueProblem::ShortPolling => {
            set(SettingKey::ReceiveWait, fact::RECEIVE_WAIT.max, |queue, value| queue.receive_wait_s = value)
        }
        QueueProblem::VisibilityShort { work_s, .. } => {
            let value = (work_s * TIMES).ceil().clamp(1.0, fact::VISIBILITY_TIMEOUT.max);
            set(SettingKey::VisibilityTimeout, value, |queue, value| queue.visibility_timeout_s = value)
        }
        QueueProblem::NoConsumer | QueueProblem::NoWay(_) => None,
    }
}

/// An endpoint in the VPCs of those who use the queue.
pub(super) fn of_wire(design: &Design, wire: &Wire, problem: &QueueProblem) -> Option<Fix> {
    let is_queue = |id: &&PartId| design.parts.get(*id).is_some_and(|part| part.kind() == Kind::Sqs);
    let queue = [&wire.from, &wire.to].into_iter().find(is_queue)?;
    matches!(problem, QueueProblem::NoWay(_)).then_some(())?;
    values::turn(design, queue, SettingKey::QueueEndpoint, true)
}
