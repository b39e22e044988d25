//! Which parts an entry of the log is about: the one that its tag names, and the one that its sentence blames.

use ninepins_model::{Action, Design, Kind, PartId, PartSettings};
use ninepins_report::{LogEntry, LogFact, PartIndex};
use ninepins_words::part_by_index;

/// The part that the tag stands for: what an event acts on, and of failures the users, who have them, if they can only be
/// these.
pub(super) fn tagged(design: &Design, entry: &LogEntry) -> Option<PartId> {
    if failed_at(entry).is_some() {
        let mut users = design.running_parts().filter(|(_, part)| part.kind() == Kind::Users);
        return users.next().filter(|_| users.next().is_none()).map(|(id, _)| id.clone());
    }
    let of_entry = entry.part.and_then(|part| part_by_index(design, part)).map(|(id, _)| id.clone());
    of_entry.or_else(|| acted_on(design, action_of(design, entry)?))
}

/// The part that the sentence of a failure blames.
pub(super) fn blamed<'a>(design: &'a Design, entry: &LogEntry) -> Option<&'a PartId> {
    failed_at(entry).and_then(|part| part_by_index(design, part)).map(|(id, _)| id)
}

const fn failed_at(entry: &LogEntry) -> Option<PartIndex> {
    match entry.fact {
        LogFact::FailuresBegan { cause, .. } | LogFact::FailuresEnded { cause, .. } => Some(cause.part),
        _ => None,
    }
}

fn action_of<'a>(design: &'a Design, entry: &LogEntry) -> Option<&'a Action> {
    match entry.fact {
        LogFact::EventApplied { event, .. } | LogFact::EventWithoutEffect { event } | LogFact::EventEnded { event } => {
            design.scenario.events.get(event as usize).map(|event| &event.action)
        }
        _ => None,
    }
}

/// What an action acts on. A zone has a box in each VPC: the first of them stands for it.
fn acted_on(design: &Design, action: &Action) -> Option<PartId> {
    let zone = match action {
        Action::ZonePowerLoss { zone, .. }
        | Action::ZoneNetworkCut { zone, .. }
        | Action::InsufficientInstanceCapacity { zone, .. } => zone,
        other => return other.part().filter(|id| design.parts.contains_key(*id)).cloned(),
    };
    let is_zone = |settings: &PartSettings| matches!(settings, PartSettings::Az(az) if az.zone == *zone);
    design.parts.iter().find(|(_, part)| is_zone(&part.settings)).map(|(id, _)| id.clone())
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;
    use ninepins_model::{Action, Design, Event, PartId};
    use ninepins_report::{Because, Cause, CauseKind, LogEntry, LogFact, Outcome, PartIndex};

    use super::{blamed, tagged};

    fn entry(part: Option<PartIndex>, fact: LogFact) -> LogEntry {
        LogEntry { id: 0, at_ns: 0, part, member: None, fact, because: Because::Demand }
    }

    fn of_event(action: Action) -> Option<PartId> {
        let mut design = seed_architecture();
        design.scenario.events = vec![Event { at_ms: 0, action }];
        tagged(&design, &entry(None, LogFact::EventEnded { event: 0 }))
    }

    fn index(design: &Design, name: &str) -> PartIndex {
        design.running_parts().position(|(id, _)| id.as_str() == name).unwrap() as PartIndex
    }

    #[test]
    fn what_happens_to_a_part_or_a_zone_is_about_it() {
        let database = Action::PrimaryFailure { part: "db".parse().unwrap() };
        assert_eq!(of_event(database).unwrap().as_str(), "db");
        let zone = Action::ZonePowerLoss { zone: "ap-northeast-2b".into(), for_s: 0 };
        assert_eq!(of_event(zone).unwrap().as_str(), "az-b");
    }

    #[test]
    fn what_happens_to_nothing_of_the_design_is_about_nothing() {
        assert_eq!(of_event(Action::CacheFlush { part: "gone".parse().unwrap() }), None);
        assert_eq!(of_event(Action::ZonePowerLoss { zone: "us-east-1a".into(), for_s: 0 }), None);
        assert_eq!(tagged(&seed_architecture(), &entry(None, LogFact::LogFull)), None);
        assert_eq!(tagged(&seed_architecture(), &entry(None, LogFact::EventEnded { event: 0 })), None);
    }

    #[test]
    fn a_failure_is_the_users_and_blames_a_part() {
        let design = seed_architecture();
        let cause = Cause { kind: CauseKind::InstanceHung, part: index(&design, "api"), because: Because::Demand };
        let failure = entry(None, LogFact::FailuresBegan { outcome: Outcome::TlsFailure, cause });
        assert_eq!(tagged(&design, &failure).unwrap().as_str(), "users");
        assert_eq!(blamed(&design, &failure).unwrap().as_str(), "api");
    }

    #[test]
    fn any_other_entry_is_about_its_part_and_blames_none() {
        let design = seed_architecture();
        let launched = entry(Some(index(&design, "alb")), LogFact::NodeLeftDns);
        assert_eq!(tagged(&design, &launched).unwrap().as_str(), "alb");
        assert_eq!(blamed(&design, &launched), None);
    }
}
