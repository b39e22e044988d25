//! The documented behaviour behind what a run says: which fact rules an entry of the log, a cause, an event.
//!
//! Only where the fact explains it, and has a page to read: no rule is better than a wrong one.

use ninepins_model::fact::{self, Fact};
use ninepins_model::parts::PolicyType;
use ninepins_model::{Action, Design, Kind, Part, PartId, PartSettings};

use crate::{Because, CauseKind, LogEntry, LogFact, Metric, Outcome, PartIndex, PartReason};

/// The fact behind an entry of the log.
pub fn rule_of(design: &Design, log: &[LogEntry], entry: &LogEntry) -> Option<&'static Fact> {
    let part = entry.part.and_then(|part| part_of(design, part)).map(|(_, part)| part);
    let kind = part.map(Part::kind);
    let reason = decision(log, entry.because);
    match entry.fact {
        LogFact::EventApplied { event, .. } => rule_of_action(design, action(design, event)?),
        LogFact::FailuresBegan { outcome, cause } | LogFact::FailuresEnded { outcome, cause, .. } => {
            rule_of_cause(design, cause.kind, cause.part).or_else(|| rule_of_outcome(design, outcome, cause.part))
        }
        LogFact::UserDataFailed { cause } => rule_of_cause(design, cause.kind, cause.part),
        LogFact::TargetUnhealthy { .. } if kind == Some(Kind::Nlb) => Some(&fact::FLOW_CHECK_TIMEOUT),
        LogFact::TargetHealthy { .. } | LogFact::TargetUnused { .. } | LogFact::FailOpen { .. }
            if kind == Some(Kind::Nlb) =>
        {
            None
        }
        // Too few healthy targets take a zone out of DNS; a lost node and a shift have reasons of their own.
        LogFact::NodeLeftDns => {
            let fails_open = reason.is_some_and(|entry| matches!(entry.fact, LogFact::FailOpen { .. }));
            fails_open.then_some(&fact::DNS_HEALTHY_COUNT)
        }
        LogFact::AlarmHigh { metric, .. } => alarm_rule(part?, metric, true),
        LogFact::AlarmLow { metric, .. } => alarm_rule(part?, metric, false),
        // Its sentence begins with the alarm.
        LogFact::DesiredCapacity { .. } => match reason?.fact {
            LogFact::AlarmHigh { .. } | LogFact::AlarmLow { .. } => rule_of(design, log, reason?),
            _ => None,
        },
        // What waited in a warm pool starts in another time.
        LogFact::InstanceInService { .. } => match &part?.settings {
            PartSettings::Asg(asg) if asg.warm_pool.enabled => None,
            _ => Some(&fact::LAUNCH_TIME),
        },
        LogFact::InstanceReplaced => replacement_rule(design, reason, entry.because),
        LogFact::PrimaryLost { .. } | LogFact::StandbyPromoting | LogFact::EndpointMoved { .. } => failover_rule(part?),
        other => rule_of_fact(&other),
    }
}

/// The fact behind what happened, whatever the design.
const fn rule_of_fact(fact: &LogFact) -> Option<&'static Fact> {
    Some(match fact {
        LogFact::TargetUnhealthy { .. } => &fact::UNHEALTHY_THRESHOLD,
        // A new target needs one passed check only.
        LogFact::TargetHealthy { checks: 2.., .. } => &fact::HEALTHY_THRESHOLD,
        LogFact::TargetUnused { .. } => &fact::UNUSED_TARGET,
        LogFact::FailOpen { .. } => &fact::ROUTING_HEALTHY_COUNT,
        LogFact::InstanceDraining => &fact::DEREGISTRATION_DELAY,
        LogFact::ScheduledAction => &fact::SCHEDULED_DELAY,
        LogFact::CapacityForecast { .. } => &fact::SCHEDULING_BUFFER,
        LogFact::QuotaReached => &fact::ON_DEMAND_QUOTA,
        LogFact::LaunchAbandoned => &fact::HEARTBEAT_TIMEOUT,
        LogFact::SpotReclaimed => &fact::SPOT_NOTICE,
        LogFact::CachePrimaryLost { promotes: true } | LogFact::CachePromoted { .. } => &fact::CACHE_FAILOVER_MIN,
        LogFact::CachePrimaryLost { promotes: false } | LogFact::CacheReplaced { .. } => &fact::CACHE_REPLACEMENT,
        LogFact::MessageReturned => &fact::VISIBILITY_TIMEOUT,
        LogFact::MessageDeadLettered => &fact::MAX_RECEIVE_COUNT,
        LogFact::MessagesExpired => &fact::MESSAGE_RETENTION,
        LogFact::EngineUpgrading => &fact::ENGINE_UPGRADE,
        LogFact::BurstCreditsSpent => &fact::BURST_START,
        LogFact::StorageScaled { .. } => &fact::MAX_ALLOCATED_STORAGE,
        LogFact::DatabaseRestored { .. } => &fact::RESTORE_TIME,
        LogFact::ReplicaPromoted { .. } => &fact::PROMOTION,
        // A calculated check and an alarm have no checkers.
        LogFact::RecordUnhealthy { of: 1.., .. } | LogFact::RecordHealthy { of: 1.., .. } => &fact::HEALTHY_QUORUM,
        LogFact::CertificateRenewed => &fact::RENEWAL_DAYS,
        LogFact::CertificateExpired => &fact::CERTIFICATE_DAYS,
        LogFact::PrefixRepartitioned { .. } => &fact::REPARTITION_TIME,
        _ => return None,
    })
}

/// The fact behind a part's state: behind what is wrong there, else behind the decision that it goes back to.
pub fn rule_of_reason(
    design: &Design,
    log: &[LogEntry],
    part: PartIndex,
    reason: &PartReason,
) -> Option<&'static Fact> {
    let of_instance = || {
        let (id, owner) = part_of(design, part)?;
        match (reason.kind, owner.kind()) {
            (CauseKind::InstanceDown | CauseKind::InstanceTerminated, Kind::Asg) => {
                replacement_rule(design, None, reason.because)
            }
            (CauseKind::InstanceDown | CauseKind::InstanceTerminated, Kind::Ec2) if is_target(design, id) => {
                stopped_by(design, reason.because)?.then_some(&fact::UNUSED_TARGET)
            }
            _ => None,
        }
    };
    rule_of_cause(design, reason.kind, part)
        .or_else(of_instance)
        .or_else(|| rule_of(design, log, decision(log, reason.because)?))
}

/// The fact behind what is wrong at a part.
pub fn rule_of_cause(design: &Design, cause: CauseKind, part: PartIndex) -> Option<&'static Fact> {
    let (_, part) = part_of(design, part)?;
    Some(match cause {
        CauseKind::CertificateExpired => &fact::CERTIFICATE_DAYS,
        CauseKind::TrackedConnections => &fact::TRACKED_CONNECTIONS,
        CauseKind::NatPortsExhausted => &fact::NAT_CONNECTIONS,
        CauseKind::NatIdleTimeout => &fact::NAT_IDLE_TIMEOUT,
        CauseKind::NoTargets if part.kind() == Kind::Alb => &fact::NO_TARGET_STATUS,
        CauseKind::ClientStalled => &fact::IDLE_TIMEOUT,
        CauseKind::TooManyForwarded => &fact::FORWARDED_ADDRESSES,
        CauseKind::IdentityProvider => &fact::IDENTITY_ERRORS,
        CauseKind::BalancerCapacity => &fact::CAPACITY_GROWTH,
        CauseKind::KeepAliveRace => &fact::KEEP_ALIVE_RACE,
        CauseKind::TargetTls => &fact::TARGET_TLS_TIMEOUT,
        CauseKind::FlowIdle => &fact::FLOW_IDLE_TIMEOUT,
        CauseKind::PortExhaustion => &fact::TARGET_PORTS,
        CauseKind::Deregistered => &fact::DEREGISTRATION_DELAY,
        CauseKind::AcceptQueueFull => &fact::SERVER_ACCEPT_COUNT,
        CauseKind::ThreadsBusy => &fact::SERVER_THREADS,
        CauseKind::InstanceNetwork => &fact::NETWORK_BURST,
        CauseKind::PoolExhausted => &fact::POOL_WAIT,
        CauseKind::TooManyConnections if part.kind() == Kind::Rds => &fact::MAX_CONNECTIONS,
        CauseKind::DatabaseDown => return failover_rule(part),
        CauseKind::CacheConnections => &fact::CACHE_MAX_CONNECTIONS,
        CauseKind::MissingKey => &fact::DEEP_LINKS,
        CauseKind::SlowDown => &fact::GET_RATE,
        CauseKind::EdgeQuota => &fact::REQUEST_QUOTA,
        _ => return None,
    })
}

/// The fact behind the status that clients of a failed request saw.
fn rule_of_outcome(design: &Design, outcome: Outcome, part: PartIndex) -> Option<&'static Fact> {
    let (id, _) = part_of(design, part)?;
    match outcome {
        _ if !is_target(design, id) => None,
        Outcome::BadGateway => Some(&fact::BAD_GATEWAY_STATUS),
        // An edge gives up as well, by another rule.
        Outcome::GatewayTimeout if design.parts.values().all(|part| part.kind() != Kind::Cloudfront) => {
            Some(&fact::GATEWAY_TIMEOUT_STATUS)
        }
        _ => None,
    }
}

/// The fact behind what an event of the timeline does.
fn rule_of_action(design: &Design, action: &Action) -> Option<&'static Fact> {
    Some(match action {
        Action::SpotInterruption { .. } => &fact::SPOT_NOTICE,
        Action::TargetDeregistration { .. } => &fact::DEREGISTRATION_DELAY,
        Action::TargetGroupWeight { .. } => &fact::TARGET_GROUP_WEIGHT,
        Action::InstanceRefresh { .. } => &fact::MIN_HEALTHY,
        Action::OnDemandQuota { .. } => &fact::ON_DEMAND_QUOTA,
        Action::PrimaryFailure { part } | Action::RebootWithFailover { part } => {
            return failover_rule(design.parts.get(part)?);
        }
        Action::EngineUpgrade { .. } => &fact::ENGINE_UPGRADE,
        Action::DatabaseBackup { .. } => &fact::BACKUP_PAUSE,
        Action::DatabaseRestore { .. } => &fact::RESTORE_TIME,
        Action::PromoteReplica { .. } => &fact::PROMOTION,
        Action::ValidationRecordRemoval { .. } => &fact::RENEWAL_DAYS,
        Action::S3Throttling { .. } => &fact::GET_RATE,
        _ => return None,
    })
}

/// The fact behind an alarm, where it can only be one policy's.
fn alarm_rule(part: &Part, metric: Metric, is_high: bool) -> Option<&'static Fact> {
    let PartSettings::Asg(asg) = &part.settings else { return None };
    let has_alarms = asg.alarm_scaling.policy_type != PolicyType::None;
    match (asg.target_tracking.enabled, has_alarms) {
        (true, false) if !is_high => Some(&fact::LOW_ALARM_RATIO),
        (true, false) => match metric {
            Metric::CpuUtilization => Some(&fact::TARGET_CPU),
            Metric::NetworkIn | Metric::NetworkOut => Some(&fact::TARGET_NETWORK),
            Metric::RequestCountPerTarget => Some(&fact::TARGET_REQUESTS),
            Metric::BacklogPerInstance => Some(&fact::BACKLOG_PER_INSTANCE),
            _ => None,
        },
        (false, true) => Some(&fact::EVALUATION_PERIODS),
        _ => None,
    }
}

/// The fact behind a group's judgement: what does not run is replaced at once, what fails the load balancer's checks after
/// the grace period, what fails EC2's after a while.
fn replacement_rule(design: &Design, reason: Option<&LogEntry>, because: Because) -> Option<&'static Fact> {
    if reason.is_some_and(|entry| matches!(entry.fact, LogFact::TargetUnhealthy { .. })) {
        return Some(&fact::HEALTH_GRACE);
    }
    let Because::Event(event) = because else { return None };
    match action(design, event)? {
        _ if stopped_by(design, because)? => Some(&fact::NOT_RUNNING_WAIT),
        Action::ZonePowerLoss { .. } | Action::ZoneNetworkCut { .. } => Some(&fact::IMPAIRED_WAIT),
        _ => None,
    }
}

/// Whether an event ended or stopped an instance; nothing if it was no event.
fn stopped_by(design: &Design, because: Because) -> Option<bool> {
    let Because::Event(event) = because else { return None };
    Some(matches!(
        action(design, event)?,
        Action::TerminateInstance { .. } | Action::StopInstance { .. } | Action::SpotInterruption { .. }
    ))
}

/// Whether an Application Load Balancer sends requests to it.
fn is_target(design: &Design, id: &PartId) -> bool {
    let is_alb = |from: &PartId| design.parts.get(from).is_some_and(|part| part.kind() == Kind::Alb);
    design.wires.values().any(|wire| wire.to == *id && is_alb(&wire.from))
}

/// The fact behind how long a database's failover takes, where it has something to fail over to.
fn failover_rule(part: &Part) -> Option<&'static Fact> {
    match &part.settings {
        PartSettings::Rds(rds) if rds.engine.is_aurora() => None,
        PartSettings::Rds(rds) if rds.cluster => Some(&fact::CLUSTER_FAILOVER_MAX),
        PartSettings::Rds(rds) if rds.multi_az => Some(&fact::FAILOVER_MIN),
        _ => None,
    }
}

fn action(design: &Design, event: u32) -> Option<&Action> {
    design.scenario.events.get(event as usize).map(|event| &event.action)
}

fn part_of(design: &Design, part: PartIndex) -> Option<(&PartId, &Part)> {
    design.running_parts().nth(usize::from(part))
}

/// The log entry that a state goes back to.
fn decision(log: &[LogEntry], because: Because) -> Option<&LogEntry> {
    let Because::Decision(id) = because else { return None };
    log.get(id as usize).filter(|entry| entry.id == id).or_else(|| log.iter().find(|entry| entry.id == id))
}

#[cfg(test)]
mod tests {
    use ninepins_model::Event;
    use ninepins_model::presets::seed_architecture;

    use super::*;
    use crate::{Cause, TargetsLeft};

    fn index(design: &Design, id: &str) -> PartIndex {
        design.running_parts().position(|(part, _)| part.as_str() == id).unwrap_or_default() as PartIndex
    }

    fn entry(design: &Design, id: &str, fact: LogFact, because: Because) -> LogEntry {
        LogEntry { id: 0, at_ns: 0, part: Some(index(design, id)), member: None, fact, because }
    }

    /// The id of the rule behind something that the configuration of the seed architecture brings about.
    fn rule(id: &str, fact: LogFact) -> Option<&'static str> {
        let design = seed_architecture();
        let entry = entry(&design, id, fact, Because::Configuration);
        rule_of(&design, std::slice::from_ref(&entry), &entry).map(|fact| fact.id)
    }

    fn began(outcome: Outcome, kind: CauseKind, part: &str) -> LogFact {
        let part = index(&seed_architecture(), part);
        LogFact::FailuresBegan { outcome, cause: Cause { kind, part, because: Because::Demand } }
    }

    #[test]
    fn an_entry_leads_to_the_rule_behind_it() {
        let (target, number) = (index(&seed_architecture(), "api"), 1);
        let unhealthy = LogFact::TargetUnhealthy { target, number, checks: 2, left: TargetsLeft::Several(3) };
        let alarm = |metric| LogFact::AlarmHigh { metric, value: 78.0, threshold: 50.0, periods: 3, period_s: 60 };
        assert_eq!(rule("alb", unhealthy), Some("ALB-03"));
        assert_eq!(rule("alb", LogFact::TargetHealthy { target, number, checks: 5 }), Some("ALB-04"));
        assert_eq!(rule("alb", LogFact::TargetUnused { target, number, left: TargetsLeft::None }), Some("ALB-12"));
        assert_eq!(rule("alb", LogFact::FailOpen { target }), Some("ALB-14"));
        assert_eq!(rule("api", LogFact::InstanceDraining), Some("ALB-29"));
        assert_eq!(rule("api", alarm(Metric::CpuUtilization)), Some("ASG-01"));
        assert_eq!(rule("db", LogFact::PrimaryLost { after_s: 37.0 }), Some("RDS-02"));
    }

    #[test]
    fn what_no_fact_explains_leads_nowhere() {
        let (target, number) = (index(&seed_architecture(), "api"), 1);
        assert_eq!(rule("alb", LogFact::TargetHealthy { target, number, checks: 1 }), None, "a new target needs one");
        assert_eq!(rule("alb", LogFact::NodeLeftDns), None, "a lost node is not too few healthy targets");
        assert_eq!(rule("api", LogFact::DesiredCapacity { from: 2, to: 3 }), None, "no alarm asked for it");
        assert_eq!(rule("api", LogFact::InstanceTerminated), None);
        assert_eq!(rule("alb", LogFact::LogFull), None);
    }

    #[test]
    fn a_failure_leads_to_its_cause_s_rule_or_to_its_status_s() {
        assert_eq!(rule("db", began(Outcome::InternalError, CauseKind::PoolExhausted, "db")), Some("APP-08"));
        assert_eq!(rule("alb", began(Outcome::ServiceUnavailable, CauseKind::NoTargets, "alb")), Some("ALB-40"));
        assert_eq!(rule("api", began(Outcome::BadGateway, CauseKind::InstanceTerminated, "api")), Some("ALB-39"));
        let slow = began(Outcome::GatewayTimeout, CauseKind::InstanceHung, "api");
        assert_eq!(rule("api", slow), None, "CloudFront gives up as well");
        assert_eq!(rule("db", began(Outcome::BadGateway, CauseKind::QueryError, "db")), None, "it is no target");
    }

    #[test]
    fn a_replacement_leads_to_the_check_that_asked_for_it() {
        let mut design = seed_architecture();
        let action = Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s: 0 };
        design.scenario.events = vec![Event { at_ms: 0, action }];
        let target = index(&design, "api");
        let unhealthy = LogFact::TargetUnhealthy { target, number: 1, checks: 2, left: TargetsLeft::None };
        let log = [entry(&design, "alb", unhealthy, Because::Event(0))];
        let replaced = |because| {
            let entry = entry(&design, "api", LogFact::InstanceReplaced, because);
            rule_of(&design, &log, &entry).map(|fact| fact.id)
        };
        assert_eq!(replaced(Because::Decision(0)), Some("ASG-27"));
        assert_eq!(replaced(Because::Event(0)), Some("ASG-26"));
        let reason = PartReason { kind: CauseKind::InstanceHung, because: Because::Decision(0) };
        let rule = rule_of_reason(&design, &log, target, &reason).map(|fact| fact.id);
        assert_eq!(rule, Some("ALB-03"), "the state goes back to the load balancer's judgement");
    }

    #[test]
    fn every_rule_of_a_cause_has_a_page_to_read() {
        let design = seed_architecture();
        for part in 0..design.running_parts().count() {
            for cause in CauseKind::ALL {
                let rule = rule_of_cause(&design, *cause, part as PartIndex);
                assert!(rule.is_none_or(|fact| fact.page.starts_with("https://")), "{cause:?}");
            }
        }
    }
}
