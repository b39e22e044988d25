//! The event log: a sentence for every entry.

use ninepins_model::limits::{MEMORY_MIB, STATE_MIB};
use ninepins_model::{Action, Design};
use ninepins_report::{Because, Cause, LogEntry, LogFact, MemberRole, Metric, Outcome};

use crate::Language::{self, English, Korean};
use crate::actions::{action_ended, action_name, action_past};
use crate::causes::{cause_sentence, decision};
use crate::number::{count, duration, number, percent};
use crate::outcomes::outcome_name;
use crate::particle::{object, subject};
use crate::places::{member_name, part_name, zone_name};

/// What an entry of the log says, in one line without a full stop.
pub fn log_sentence(language: Language, design: &Design, log: &[LogEntry], entry: &LogEntry) -> String {
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
        match self.language {
            English if requests == 1 => format!("{outcome} ended after 1 request: {cause}"),
            English => format!("{outcome} ended after {number} requests: {cause}"),
            Korean => format!("{outcome} 종료({number}건): {cause}"),
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

    fn english(&self) -> String {
        let (part, design) = (self.part(), self.design);
        let target_name = |target, number| member_name(design, target, MemberRole::Instance, number);
        match self.entry.fact {
            LogFact::EventApplied { event, members } => self.event_applied(event, members),
            LogFact::EventWithoutEffect { event } => self.event_without_effect(event),
            LogFact::EventEnded { event } => self.event_ended(event),
            LogFact::DesiredCapacity { from, to } => self.desired_capacity(from, to),
            LogFact::FailuresBegan { outcome, cause } => self.failures_began(outcome, &cause),
            LogFact::FailuresEnded { outcome, cause, count } => self.failures_ended(outcome, &cause, count),
            LogFact::TargetUnhealthy { target, number, checks } => {
                format!("{} unhealthy after {checks} failed check{}", target_name(target, number), plural(checks))
            }
            LogFact::TargetHealthy { target, number, checks } => {
                format!("{} healthy after {checks} passed check{}", target_name(target, number), plural(checks))
            }
            LogFact::FailOpen { target } => {
                format!("too few targets of {} are healthy, so requests go to all of them", part_name(design, target))
            }
            LogFact::ProcessKilled => {
                format!("{} ran out of memory, and the kernel killed its application", self.member())
            }
            LogFact::CreditsSpent => {
                format!("{} has spent its CPU credits and is held at its baseline", self.member())
            }
            LogFact::NodeLeftDns => format!("node {} left DNS", self.member()),
            LogFact::NodeBackInDns => format!("node {} is back in DNS", self.member()),
            LogFact::AlarmHigh { metric, value, threshold, periods, period_s } => {
                format!("{} {}", self.alarm(metric, value, '>', threshold), periods_english(periods, period_s))
            }
            LogFact::AlarmLow { metric, value, threshold, periods, period_s } => {
                format!("{} {}", self.alarm(metric, value, '<', threshold), periods_english(periods, period_s))
            }
            LogFact::ScheduledAction => format!("a scheduled action of {part} ran"),
            LogFact::CapacityForecast { instances } => {
                format!("{part} will need {instances} instance{} in the hour to come", plural(instances))
            }
            LogFact::InstanceLaunching { zone } => {
                format!("{} launching in {}", self.member(), zone_name(design, zone))
            }
            LogFact::LaunchFailed => format!("no zone could take a launch of {part}"),
            LogFact::QuotaReached => format!("{part} cannot launch: the Region allows no more vCPUs"),
            LogFact::LaunchAbandoned => {
                format!("nobody completed the launch hook of {} in time, so it is terminated", self.member())
            }
            LogFact::InstanceRotated => format!("{} is to be replaced", self.member()),
            LogFact::ZonesRebalanced { zone } => {
                format!("{part} has more instances in {} than elsewhere and moves some", zone_name(design, zone))
            }
            LogFact::RefreshCompleted => format!("every instance of {part} has been replaced"),
            LogFact::SpotReclaimed => format!("EC2 took back {}", self.member()),
            LogFact::InstanceInService { after_s } => {
                format!("{} in service after {}", self.member(), self.time(after_s))
            }
            LogFact::UserDataFailed { cause } => {
                let cause = cause_sentence(self.language, design, &cause);
                format!("user data of {} failed, so its application does not start: {cause}", self.member())
            }
            LogFact::InstanceReplaced => format!("{} judged unhealthy and replaced", self.member()),
            LogFact::InstanceDraining => format!("{} draining", self.member()),
            LogFact::InstanceTerminated => format!("{} terminated", self.member()),
            LogFact::PrimaryLost { after_s } => format!("primary of {part} judged lost after {}", self.time(after_s)),
            LogFact::StandbyPromoting => format!("standby of {part} promoting"),
            LogFact::EndpointMoved { after_s, zone } => {
                let (zone, time) = (zone_name(design, zone), self.time(after_s));
                format!("endpoint of {part} points to {zone} after {time}")
            }
            LogFact::NoStandby => format!("{part} has no standby to fail over to"),
            LogFact::DatabaseRecovering => format!("{part} recovering"),
            LogFact::DatabaseAvailable { after_s } => format!("{part} available after {}", self.time(after_s)),
            LogFact::StandbyReady => format!("standby of {part} in step again"),
            LogFact::PoolReconnected { client, after_s } => {
                format!("{} connected to {part} again after {}", part_name(design, client), self.time(after_s))
            }
            LogFact::CachePrimaryLost { promotes: true } => {
                format!("primary node of {part} lost: a replica takes over")
            }
            LogFact::CachePrimaryLost { promotes: false } => {
                format!("primary node of {part} lost: it is replaced")
            }
            LogFact::CachePromoted { after_s, zone, lost } => {
                let (zone, time) = (zone_name(design, zone), self.time(after_s));
                let lost = format!("{} write{} lost", count(u64::from(lost)), plural(lost));
                format!("replica of {part} in {zone} promoted after {time}, {lost}")
            }
            LogFact::CacheReplaced { after_s, is_empty } => {
                let state = if is_empty { "and is empty" } else { "and has what a replica held" };
                format!("node of {part} replaced after {} {state}", self.time(after_s))
            }
            LogFact::MessageReturned => format!("a message of {part} was not deleted in time and is delivered again"),
            LogFact::MessageDeadLettered => format!("a message of {part} is in the dead-letter queue"),
            LogFact::MessagesExpired => format!("messages of {part} outlived their retention and are gone"),
            LogFact::CacheReplicaReady => format!("{part} has its replica again"),
            LogFact::ReplicaCaughtUp { largest_lag_s } => {
                format!("{part} caught up; largest lag {}", self.time(largest_lag_s))
            }
            LogFact::EngineUpgrading => format!("engine of {part} upgrading"),
            LogFact::BurstCreditsSpent => {
                format!("volume of {part} has spent its I/O credits and is held at its baseline")
            }
            LogFact::StorageFull => format!("storage of {part} full: nothing can be written"),
            LogFact::StorageScaled { to_gib } => {
                format!("storage of {part} scaled to {} GiB", count(u64::from(to_gib)))
            }
            LogFact::DatabaseRestored { after_s, lost_writes, zone } => {
                let (time, zone) = (self.time(after_s), zone_name(design, zone));
                let lost = count(u64::from(lost_writes));
                format!("{part} restored in {zone} after {time}: its last {lost} write{} lost", plural(lost_writes))
            }
            LogFact::ReplicaPromoted { lost_writes } => {
                let lost = count(u64::from(lost_writes));
                format!("{part} promoted: {lost} write{} of its source lost", plural(lost_writes))
            }
            LogFact::RecordUnhealthy { target, passing, of } => {
                format!("health check of {} unhealthy{}", part_name(design, target), checkers_english(passing, of))
            }
            LogFact::RecordHealthy { target, passing, of } => {
                format!("health check of {} healthy{}", part_name(design, target), checkers_english(passing, of))
            }
            LogFact::CircuitOpened => format!("circuit breaker of {part} opened"),
            LogFact::CircuitClosed => format!("circuit breaker of {part} closed"),
            LogFact::CertificateRenewed => format!("{part} renewed"),
            LogFact::InvalidationCompleted { after_s } => {
                format!("invalidation of {part} complete after {}", self.time(after_s))
            }
            LogFact::PrefixRepartitioned { partitions } => {
                format!("a prefix of {part} was repartitioned and serves {partitions} × its rate")
            }
            LogFact::CertificateExpired => format!("{part} expired"),
            LogFact::TooManyInFlight => "run stopped: too many requests in flight".into(),
            LogFact::TooMuchMemory => format!("run stopped: what it keeps is more than {STATE_MIB} MiB"),
            LogFact::DesignTooLarge { mib } => format!(
                "run not started: it would begin with {} MiB of at most {MEMORY_MIB}, most of them for {part}",
                count(u64::from(mib))
            ),
            LogFact::LogFull => "log full: later entries are not kept".into(),
        }
    }

    fn korean(&self) -> String {
        let (part, design) = (self.part(), self.design);
        let target_name = |target, number| object(&member_name(design, target, MemberRole::Instance, number));
        match self.entry.fact {
            LogFact::EventApplied { event, members } => self.event_applied(event, members),
            LogFact::EventWithoutEffect { event } => self.event_without_effect(event),
            LogFact::EventEnded { event } => self.event_ended(event),
            LogFact::DesiredCapacity { from, to } => self.desired_capacity(from, to),
            LogFact::FailuresBegan { outcome, cause } => self.failures_began(outcome, &cause),
            LogFact::FailuresEnded { outcome, cause, count } => self.failures_ended(outcome, &cause, count),
            LogFact::TargetUnhealthy { target, number, checks } => {
                format!("상태 검사에 {checks}회 연속 실패하여 {} 비정상으로 판정했습니다", target_name(target, number))
            }
            LogFact::TargetHealthy { target, number, checks } => {
                format!("상태 검사를 {checks}회 연속 통과하여 {} 정상으로 판정했습니다", target_name(target, number))
            }
            LogFact::FailOpen { target } => {
                format!("{}의 정상 대상이 부족하여 모든 대상에 요청을 보냅니다", part_name(design, target))
            }
            LogFact::ProcessKilled => {
                format!("{}의 메모리가 모자라 커널이 애플리케이션을 종료했습니다", self.member())
            }
            LogFact::CreditsSpent => {
                format!("{}의 CPU 크레딧이 소진되어 기준 성능으로 제한됩니다", self.member())
            }
            LogFact::NodeLeftDns => format!("{} 노드가 DNS에서 제외되었습니다", self.member()),
            LogFact::NodeBackInDns => format!("{} 노드가 DNS에 다시 등록되었습니다", self.member()),
            LogFact::AlarmHigh { metric, value, threshold, periods, period_s } => {
                format!("{} {}", periods_korean(periods, period_s), self.alarm(metric, value, '>', threshold))
            }
            LogFact::AlarmLow { metric, value, threshold, periods, period_s } => {
                format!("{} {}", periods_korean(periods, period_s), self.alarm(metric, value, '<', threshold))
            }
            LogFact::ScheduledAction => format!("{part}의 예약된 작업이 실행되었습니다"),
            LogFact::CapacityForecast { instances } => {
                format!("다음 1시간 동안 {part}에 인스턴스 {instances}개가 필요하다고 예측했습니다")
            }
            LogFact::InstanceLaunching { zone } => {
                format!("{}에서 {} 시작합니다", zone_name(design, zone), object(&self.member()))
            }
            LogFact::LaunchFailed => format!("{part}의 인스턴스를 시작할 수 있는 가용 영역이 없습니다"),
            LogFact::QuotaReached => {
                format!("리전의 vCPU 할당량이 차서 {}의 인스턴스를 시작하지 못했습니다", part)
            }
            LogFact::LaunchAbandoned => {
                format!("시작 후크가 제때 완료되지 않아 {} 종료합니다", object(&self.member()))
            }
            LogFact::InstanceRotated => format!("{} 교체하기로 했습니다", object(&self.member())),
            LogFact::ZonesRebalanced { zone } => {
                format!("{}에 인스턴스가 몰려 있어 {part}의 일부를 옮깁니다", zone_name(design, zone))
            }
            LogFact::RefreshCompleted => format!("{part}의 모든 인스턴스를 교체했습니다"),
            LogFact::SpotReclaimed => format!("EC2가 {} 회수했습니다", object(&self.member())),
            LogFact::InstanceInService { after_s } => {
                format!("시작 후 {} 만에 {} 서비스에 투입되었습니다", self.time(after_s), subject(&self.member()))
            }
            LogFact::UserDataFailed { cause } => {
                let cause = cause_sentence(self.language, design, &cause);
                format!("{}의 user data가 실패하여 애플리케이션이 시작되지 않습니다: {cause}", self.member())
            }
            LogFact::InstanceReplaced => format!("{} 비정상으로 판정하여 교체합니다", object(&self.member())),
            LogFact::InstanceDraining => format!("{}의 연결을 드레이닝합니다", self.member()),
            LogFact::InstanceTerminated => format!("{} 종료되었습니다", subject(&self.member())),
            LogFact::PrimaryLost { after_s } => {
                format!("{} 만에 {part}의 기본 인스턴스를 장애로 판정했습니다", self.time(after_s))
            }
            LogFact::StandbyPromoting => format!("{part}의 예비 인스턴스를 승격하는 중입니다"),
            LogFact::EndpointMoved { after_s, zone } => {
                let zone = object(zone_name(design, zone));
                format!("{} 만에 {part}의 엔드포인트가 {zone} 가리킵니다", self.time(after_s))
            }
            LogFact::NoStandby => format!("{part}에는 장애 조치할 예비 인스턴스가 없습니다"),
            LogFact::DatabaseRecovering => format!("{} 복구하는 중입니다", object(part)),
            LogFact::DatabaseAvailable { after_s } => {
                format!("{} 만에 {} 다시 응답합니다", self.time(after_s), subject(part))
            }
            LogFact::StandbyReady => format!("{part}의 예비 인스턴스가 다시 동기화되었습니다"),
            LogFact::PoolReconnected { client, after_s } => {
                format!("{} 만에 {}에서 {part}에 다시 연결했습니다", self.time(after_s), part_name(design, client))
            }
            LogFact::CachePrimaryLost { promotes: true } => {
                format!("{part}의 기본 노드를 잃어 복제본이 이어받습니다")
            }
            LogFact::CachePrimaryLost { promotes: false } => {
                format!("{part}의 기본 노드를 잃어 노드를 교체합니다")
            }
            LogFact::CachePromoted { after_s, zone, lost } => {
                let zone = zone_name(design, zone);
                let lost = count(u64::from(lost));
                format!(
                    "{} 만에 {zone}에 있는 {part}의 복제본이 승격되었습니다(잃은 쓰기 {lost}건)",
                    self.time(after_s)
                )
            }
            LogFact::CacheReplaced { after_s, is_empty: true } => {
                format!("{} 만에 {part}의 노드가 빈 노드로 교체되었습니다", self.time(after_s))
            }
            LogFact::CacheReplaced { after_s, is_empty: false } => {
                format!("{} 만에 {part}의 노드가 교체되어 복제본의 내용을 받았습니다", self.time(after_s))
            }
            LogFact::MessageReturned => format!("{part}의 메시지가 제때 삭제되지 않아 다시 전달됩니다"),
            LogFact::MessageDeadLettered => format!("{part}의 메시지가 배달 못한 편지 대기열로 갔습니다"),
            LogFact::MessagesExpired => format!("{part}의 메시지가 보존 기간을 넘겨 사라졌습니다"),
            LogFact::CacheReplicaReady => format!("{part}의 복제본이 다시 준비되었습니다"),
            LogFact::ReplicaCaughtUp { largest_lag_s } => {
                format!("{} 원본을 따라잡았습니다(최대 지연 {})", subject(part), self.time(largest_lag_s))
            }
            LogFact::EngineUpgrading => format!("{part}의 엔진을 업그레이드하는 중입니다"),
            LogFact::BurstCreditsSpent => format!("{part} 볼륨의 I/O 크레딧이 소진되어 기준 성능으로 제한됩니다"),
            LogFact::StorageFull => format!("{part}의 스토리지가 가득 차서 쓸 수 없습니다"),
            LogFact::StorageScaled { to_gib } => {
                format!("{part}의 스토리지를 {}GiB까지 늘렸습니다", count(u64::from(to_gib)))
            }
            LogFact::DatabaseRestored { after_s, lost_writes, zone } => {
                let (time, zone) = (self.time(after_s), zone_name(design, zone));
                let lost = count(u64::from(lost_writes));
                format!("{time} 만에 {zone}에서 {} 복원했습니다(마지막 쓰기 {lost}건 손실)", object(part))
            }
            LogFact::ReplicaPromoted { lost_writes } => {
                format!("{} 승격되었습니다(원본의 쓰기 {}건 손실)", subject(part), count(u64::from(lost_writes)))
            }
            LogFact::RecordUnhealthy { target, passing, of } => {
                format!("{}의 상태 확인이 비정상입니다{}", part_name(design, target), checkers_korean(passing, of))
            }
            LogFact::RecordHealthy { target, passing, of } => {
                format!("{}의 상태 확인이 정상입니다{}", part_name(design, target), checkers_korean(passing, of))
            }
            LogFact::CircuitOpened => format!("{part}의 회로 차단기가 열렸습니다"),
            LogFact::CircuitClosed => format!("{part}의 회로 차단기가 닫혔습니다"),
            LogFact::CertificateRenewed => format!("인증서 {} 갱신했습니다", object(part)),
            LogFact::InvalidationCompleted { after_s } => {
                format!("{} 만에 {part}의 무효화가 완료되었습니다", self.time(after_s))
            }
            LogFact::PrefixRepartitioned { partitions } => {
                format!("{part}의 접두사가 재파티셔닝되어 속도의 {partitions}배를 처리합니다")
            }
            LogFact::CertificateExpired => format!("인증서 {} 만료되었습니다", subject(part)),
            LogFact::TooManyInFlight => "처리 중인 요청이 너무 많아 실행을 중지했습니다".into(),
            LogFact::TooMuchMemory => format!("실행 상태가 {STATE_MIB} MiB를 넘어 실행을 중지했습니다"),
            LogFact::DesignTooLarge { mib } => format!(
                "시작할 때 {} MiB가 필요해 한도 {MEMORY_MIB} MiB를 넘으므로 실행하지 않았습니다. 대부분 {part}에 쓰입니다",
                count(u64::from(mib))
            ),
            LogFact::LogFull => "로그가 가득 차서 이후 항목은 남기지 않습니다".into(),
        }
    }
}

/// How many checkers agree, of a check that has some.
fn checkers_english(passing: u32, of: u32) -> String {
    if of == 0 { String::new() } else { format!(": {passing} of {of} checkers pass") }
}

/// The same in Korean.
fn checkers_korean(passing: u32, of: u32) -> String {
    if of == 0 { String::new() } else { format!("(상태 확인기 {of}개 중 {passing}개 통과)") }
}

/// The ending of an English noun that is counted.
const fn plural(count: u32) -> &'static str {
    if count == 1 { "" } else { "s" }
}
/// How long an alarm's metric has breached: "for 3 of 3 min".
fn periods_english(periods: u8, period_s: u8) -> String {
    match period_s {
        60 => format!("for {periods} of {periods} min"),
        _ => format!("for {periods} of {periods} periods of {period_s} s"),
    }
}

fn periods_korean(periods: u8, period_s: u8) -> String {
    match period_s {
        60 => format!("{periods}분 중 {periods}분 동안"),
        _ => format!("{period_s}초 기간 {periods}개 중 {periods}개 동안"),
    }
}
