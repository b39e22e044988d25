//! The log in English.

use ninepins_model::Design;
use ninepins_model::limits::{MEMORY_MIB, STATE_MIB};
use ninepins_report::{LogFact, MemberRole, TargetsLeft};

use super::Said;
use crate::causes::cause_sentence;
use crate::number::count;
use crate::places::{member_name, part_name, zone_name};

impl Said<'_> {
    /// What happened, without what follows from it.
    pub(super) fn english(&self) -> String {
        let (part, design) = (self.part(), self.design);
        let target_name = |target, number| member_name(design, target, MemberRole::Instance, number);
        match self.entry.fact {
            LogFact::EventApplied { event, members } => self.event_applied(event, members),
            LogFact::EventWithoutEffect { event } => self.event_without_effect(event),
            LogFact::EventEnded { event } => self.event_ended(event),
            LogFact::DesiredCapacity { from, to } => self.desired_capacity(from, to),
            LogFact::FailuresBegan { outcome, cause } => self.failures_began(outcome, &cause),
            LogFact::FailuresEnded { outcome, cause, count } => self.failures_ended(outcome, &cause, count),
            LogFact::TargetUnhealthy { target, number, checks, .. } => {
                format!("{} unhealthy after {checks} failed check{}", target_name(target, number), plural(checks))
            }
            LogFact::TargetHealthy { target, number, checks } => {
                format!("{} healthy after {checks} passed check{}", target_name(target, number), plural(checks))
            }
            LogFact::TargetUnused { target, number, .. } => {
                format!("{} unused, for its instance is gone", target_name(target, number))
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
}

/// Who takes the requests of a target that fell out of use.
pub(super) fn who_is_left_english(design: &Design, left: TargetsLeft) -> String {
    match left {
        TargetsLeft::None => "; no healthy target is left".into(),
        TargetsLeft::One { target, number } => {
            let survivor = member_name(design, target, MemberRole::Instance, number);
            format!("; {survivor} alone takes the requests now")
        }
        TargetsLeft::Several(healthy) => {
            format!("; {} healthy targets are left to take the requests", count(u64::from(healthy)))
        }
    }
}

/// How many checkers agree, of a check that has some.
fn checkers_english(passing: u32, of: u32) -> String {
    if of == 0 { String::new() } else { format!(": {passing} of {of} checkers pass") }
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
