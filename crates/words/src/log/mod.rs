//! The event log: a sentence for every entry.

mod english;
mod korean;

use english::who_is_left_english;
use korean::who_is_left_korean;
use ninepins_model::{Action, Design};
use ninepins_report::{Because, Cause, FAILURES_END_AFTER_S, LogEntry, LogFact, MemberRole, Metric, Outcome};

use crate::Language::{self, English, Korean};
use crate::actions::{action_ended, action_name, action_past};
use crate::causes::{cause_sentence, decision};
use crate::number::{count, duration, number, percent};
use crate::outcomes::outcome_name;
use crate::places::{member_name, part_name};

/// What an entry of the log says, in one line without a full stop.
pub fn log_sentence(language: Language, design: &Design, log: &[LogEntry], entry: &LogEntry) -> String {
    let mut sentence = log_clause(language, design, log, entry);
    if let LogFact::TargetUnhealthy { left, .. } | LogFact::TargetUnused { left, .. } = entry.fact {
        sentence.push_str(&match language {
            English => who_is_left_english(design, left),
            Korean => who_is_left_korean(design, left),
        });
    }
    sentence
}

/// The same where it is the reason of something else: what happened, without what follows from it.
pub(crate) fn log_clause(language: Language, design: &Design, log: &[LogEntry], entry: &LogEntry) -> String {
    let said = Said { language, design, log, entry };
    match language {
        English => said.english(),
        Korean => said.korean(),
    }
}

/// Why an entry happened, less what its own sentence says already: an alarm is part of the sentence of its decision.
pub(crate) fn told_because(log: &[LogEntry], entry: &LogEntry) -> Because {
    match alarm_of(log, entry) {
        Some(alarm) => alarm.because,
        None => entry.because,
    }
}

/// The alarm that changed the desired capacity.
fn alarm_of<'a>(log: &'a [LogEntry], entry: &LogEntry) -> Option<&'a LogEntry> {
    let is_decision = matches!(entry.fact, LogFact::DesiredCapacity { .. });
    decision(log, entry.because)
        .filter(|_| is_decision)
        .filter(|alarm| matches!(alarm.fact, LogFact::AlarmHigh { .. } | LogFact::AlarmLow { .. }))
}

struct Said<'a> {
    language: Language,
    design: &'a Design,
    log: &'a [LogEntry],
    entry: &'a LogEntry,
}

impl Said<'_> {
    fn action(&self, event: u32) -> Option<&Action> {
        self.design.scenario.events.get(event as usize).map(|event| &event.action)
    }

    fn unknown_event(&self) -> String {
        self.language.pick(("an event that was removed", "삭제된 이벤트입니다")).to_owned()
    }

    fn event_applied(&self, event: u32, members: u32) -> String {
        let Some(action) = self.action(event) else { return self.unknown_event() };
        let past = action_past(self.language, self.design, action);
        let detail = match (self.entry.member, action) {
            (Some(_), _) => self.member(),
            (None, Action::ZonePowerLoss { .. } | Action::ZoneNetworkCut { .. } | Action::RegionLoss { .. }) => {
                crate::member_count(self.language, members as usize)
            }
            (None, _) => return past,
        };
        if past.contains(&detail) { past } else { format!("{past}: {detail}") }
    }

    fn event_without_effect(&self, event: u32) -> String {
        let Some(action) = self.action(event) else { return self.unknown_event() };
        let name = action_name(self.language, self.design, action);
        let reason = match action {
            Action::SetDesiredCapacity { .. } | Action::Traffic { .. } => ("nothing changes", "바뀌는 것이 없습니다"),
            _ => ("nothing to act on", "적용할 대상이 없습니다"),
        };
        let reason = self.language.pick(reason);
        match self.language {
            English => format!("{name}: no effect, {reason}"),
            Korean => format!("{name}: {reason}"),
        }
    }

    fn desired_capacity(&self, from: u32, to: u32) -> String {
        let desired = match self.language {
            English => format!("desired {from} → {to}"),
            Korean => format!("원하는 용량 {from} → {to}"),
        };
        match alarm_of(self.log, self.entry) {
            Some(alarm) => format!("{} → {desired}", log_sentence(self.language, self.design, self.log, alarm)),
            None => desired,
        }
    }

    fn event_ended(&self, event: u32) -> String {
        match self.action(event) {
            Some(action) => action_ended(self.language, self.design, action),
            None => self.unknown_event(),
        }
    }

    fn failures_began(&self, outcome: Outcome, cause: &Cause) -> String {
        let cause = cause_sentence(self.language, self.design, cause);
        let began = self.language.pick(("began", "시작"));
        format!("{} {began}: {cause}", outcome_name(self.language, outcome))
    }

    fn failures_ended(&self, outcome: Outcome, cause: &Cause, requests: u32) -> String {
        let cause = cause_sentence(self.language, self.design, cause);
        let (outcome, number) = (outcome_name(self.language, outcome), count(u64::from(requests)));
        let ago = FAILURES_END_AFTER_S;
        match self.language {
            English if requests == 1 => format!("{outcome} ended {ago} s ago, after 1 request: {cause}"),
            English => format!("{outcome} ended {ago} s ago, after {number} requests: {cause}"),
            Korean => format!("{outcome} {ago}초 전에 종료({number}건): {cause}"),
        }
    }

    /// The part it happened at.
    fn part(&self) -> &str {
        self.entry.part.map_or("?", |part| part_name(self.design, part))
    }

    /// The member it happened to.
    fn member(&self) -> String {
        match (self.entry.part, self.entry.member) {
            (Some(part), Some(number)) => member_name(self.design, part, MemberRole::Instance, number),
            _ => self.part().to_owned(),
        }
    }

    fn time(&self, time_s: f32) -> String {
        duration(self.language, f64::from(time_s))
    }

    /// `CPUUtilization 78 % > 60 %`.
    fn alarm(&self, metric: Metric, value: f32, sign: char, threshold: f32) -> String {
        let written = |value: f32| match metric {
            Metric::CpuUtilization => percent(self.language, f64::from(value)),
            _ => number(f64::from(value)),
        };
        format!("{} {} {sign} {}", metric.name(), written(value), written(threshold))
    }
}
