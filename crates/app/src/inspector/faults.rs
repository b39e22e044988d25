//! What can be done to a part to see how it takes it.

use ninepins_canvas::put_in_order;
use ninepins_model::instance_types::next_class;
use ninepins_model::parts::{ALL_PORTS, Asg, EPHEMERAL_PORTS};
use ninepins_model::{
    Action, Design, Kind, MemberPick, MemberTarget, Part, PartId, PartSettings, ScalingProcess, SecurityRule,
    effective_rules, fact, security::ANYWHERE,
};

/// Everything that can be done to this part now. Lasting ones last `for_s`; 0 is to the end.
pub(crate) fn faults_of(design: &Design, id: &PartId, for_s: u32) -> Vec<Action> {
    let Some(part) = design.parts.get(id) else { return Vec::new() };
    let member = |pick| MemberTarget { part: id.clone(), pick, zone: None };
    let part_id = || id.clone();
    let mut actions = match &part.settings {
        PartSettings::Asg(group) => {
            let mut actions = group_faults(id, group, for_s);
            if group.impairment_policy.zonal_shift {
                let zones = group.subnets.iter().filter_map(|subnet| design.zone_name(subnet));
                actions.extend(zones.map(|zone| Action::ZonalShift { part: part_id(), zone: zone.into(), for_s }));
            }
            actions
        }
        PartSettings::Alb(_) | PartSettings::Nlb(_) => balancer_faults(design, id, for_s),
        PartSettings::Ec2(_) => vec![
            Action::TerminateInstance { target: member(MemberPick::Any) },
            Action::StopInstance { target: member(MemberPick::Any), for_s },
            Action::HangInstance { target: member(MemberPick::Any), for_s },
            Action::ApplicationCrash { target: member(MemberPick::Any), for_s },
            Action::Errors { part: part_id(), percent: 20.0, for_s },
            Action::CpuStress { target: member(MemberPick::Any), percent: 100.0, for_s },
            Action::MemoryStress { target: member(MemberPick::Any), percent: 95.0, for_s },
            Action::ConnectionLeak { part: part_id(), percent: 1.0, for_s },
        ],
        PartSettings::Az(az) if !az.zone.is_empty() => vec![
            Action::ZonePowerLoss { zone: az.zone.clone(), for_s },
            Action::ZoneNetworkCut { zone: az.zone.clone(), within: false, for_s },
            Action::InsufficientInstanceCapacity { zone: az.zone.clone(), for_s },
        ],
        PartSettings::Region(_) => vec![
            Action::RegionLoss { part: part_id(), for_s },
            Action::OnDemandQuota { part: part_id(), vcpus: 0, for_s },
        ],
        PartSettings::Vpc(vpc) => {
            let routes = vpc.main_routes.keys().cloned();
            routes.map(|destination| Action::RouteRemoval { part: part_id(), destination, for_s }).collect()
        }
        PartSettings::Subnet(subnet) => {
            let deny = |outbound, (from_port, to_port)| Action::NetworkAclDeny {
                part: part_id(),
                outbound,
                from_port,
                to_port,
                for_s,
            };
            let mut actions = vec![deny(true, EPHEMERAL_PORTS), deny(false, ALL_PORTS)];
            let routes = subnet.routes.keys().cloned();
            actions.extend(routes.map(|destination| Action::RouteRemoval { part: part_id(), destination, for_s }));
            actions
        }
        PartSettings::NatGateway(_) => vec![Action::NatGatewayLoss { part: part_id(), for_s }],
        PartSettings::Rds(database) => {
            let next = next_class(&database.instance_class);
            let change =
                next.map(|class| Action::DatabaseClassChange { part: part_id(), instance_class: class.into() });
            let mut actions = vec![
                Action::PrimaryFailure { part: part_id() },
                Action::RebootWithFailover { part: part_id() },
                Action::Errors { part: part_id(), percent: 20.0, for_s },
                Action::SlowQueries { part: part_id(), percent: 5.0, factor: 100.0, for_s },
                Action::DatabaseLock { part: part_id(), for_s },
                Action::StorageFull { part: part_id(), for_s },
                Action::DatabaseMaintenance { part: part_id() },
                Action::EngineUpgrade { part: part_id() },
                Action::DatabaseBackup { part: part_id() },
                Action::DatabaseRestore { part: part_id() },
            ];
            actions.extend(change);
            actions
        }
        PartSettings::Elasticache(cache) => {
            let mut actions =
                vec![Action::CacheNodeFailure { part: part_id() }, Action::CacheFlush { part: part_id() }];
            for zone in cache.subnets.iter().filter_map(|subnet| design.zone_name(subnet)) {
                actions.push(Action::CacheZoneInterruption { part: part_id(), zone: zone.into(), for_s });
            }
            actions
        }
        PartSettings::ReadReplica(_) => vec![
            Action::ReplicaCut { part: part_id(), for_s },
            Action::ReplicaLag { part: part_id(), for_s },
            Action::PromoteReplica { part: part_id() },
            Action::SlowQueries { part: part_id(), percent: 5.0, factor: 100.0, for_s },
            Action::Errors { part: part_id(), percent: 20.0, for_s },
        ],
        PartSettings::ExternalService(_) => vec![
            Action::ExternalServiceOutage { part: part_id(), for_s },
            Action::Errors { part: part_id(), percent: 20.0, for_s },
        ],
        PartSettings::Certificate(_) => vec![
            Action::CertificateExpiry { part: part_id(), for_s },
            Action::ValidationRecordRemoval { part: part_id(), for_s },
        ],
        PartSettings::Route53(_) => vec![Action::DnsOutage { part: part_id(), for_s }],
        PartSettings::Cloudfront(_) => {
            vec![
                Action::CacheFlush { part: part_id() },
                Action::Invalidation { part: part_id(), path: "/*".into() },
                Action::EdgeLocationLoss { part: part_id(), for_s },
            ]
        }
        PartSettings::S3(_) => vec![
            Action::S3Throttling { part: part_id(), remaining: 0.01, for_s },
            Action::BucketAccessDenied { part: part_id(), for_s },
        ],
        PartSettings::Users(_) => {
            [0.5, 2.0, 5.0].map(|factor| Action::Traffic { part: part_id(), factor, for_s }).into()
        }
        _ => Vec::new(),
    };
    actions.extend(volume_faults(part, member(MemberPick::Any), for_s));
    for wire in design.wires.values().filter(|wire| &wire.to == id) {
        if design.parts.get(&wire.from).is_some_and(|part| part.kind() == Kind::Route53) {
            // Nowhere, or to whatever else has a record in the zone.
            let others = design.wires.values().filter(|other| other.from == wire.from && &other.to != id);
            for instead in std::iter::once(None).chain(others.map(|other| Some(other.to.clone()))) {
                let action = Action::WrongRecord { part: wire.from.clone(), to: id.clone(), instead, for_s };
                if !actions.contains(&action) {
                    actions.push(action);
                }
            }
        }
    }
    if part.kind().is_networked() {
        actions.push(Action::NetworkLatency { part: part_id(), latency_ms: 200.0, jitter_ms: 50.0, for_s });
        actions.push(Action::PacketLoss { part: part_id(), percent: 10.0, for_s });
    }
    let callers = design.wires.values().filter(|wire| &wire.to == id).map(|wire| &wire.from);
    for other in callers.filter(|from| design.parts.get(*from).is_some_and(|from| from.kind().is_networked())) {
        actions.push(Action::Partition { part: part_id(), other: other.clone(), for_s });
    }
    for from in rule_sources(design, id) {
        actions.push(Action::SecurityGroupRuleRemoval { part: part_id(), from, for_s });
    }
    actions
}

/// What can be done to the volume of an instance whose application uses it.
fn volume_faults(part: &Part, target: MemberTarget, for_s: u32) -> Vec<Action> {
    let application = match &part.settings {
        PartSettings::Asg(asg) => &asg.application,
        PartSettings::Ec2(ec2) => &ec2.application,
        _ => return Vec::new(),
    };
    let writes = application.write_disk_operations > 0;
    if !writes && application.read_disk_operations == 0 && application.asset_disk_operations == 0 {
        return Vec::new();
    }
    let fill = writes.then(|| Action::DiskFill { target: target.clone(), percent: 100.0, for_s });
    let mut actions: Vec<Action> = fill.into_iter().collect();
    actions.push(Action::IoStress { target: target.clone(), percent: 80.0, for_s });
    actions.push(Action::VolumeIoPause { target: target.clone(), for_s });
    actions.push(Action::VolumeIoLatency { target, latency_ms: 100.0, for_s });
    actions
}

/// What can happen to the instances of a group, and what an operator can do to it.
fn group_faults(id: &PartId, group: &Asg, for_s: u32) -> Vec<Action> {
    let member = |pick| MemberTarget { part: id.clone(), pick, zone: None };
    let part_id = || id.clone();
    let mut actions = vec![
        Action::TerminateInstance { target: member(MemberPick::Any) },
        Action::TerminateInstance { target: member(MemberPick::Oldest) },
        Action::StopInstance { target: member(MemberPick::Any), for_s },
        Action::HangInstance { target: member(MemberPick::Any), for_s },
        Action::BadHealthCheck { part: part_id(), status: 500, for_s },
        Action::TargetDeregistration { target: member(MemberPick::Oldest), for_s },
        Action::ApplicationCrash { target: member(MemberPick::Any), for_s },
        Action::Errors { part: part_id(), percent: 20.0, for_s },
        Action::ConnectionLeak { part: part_id(), percent: 1.0, for_s },
        Action::CpuStress { target: member(MemberPick::Any), percent: 100.0, for_s },
        Action::MemoryStress { target: member(MemberPick::Any), percent: 95.0, for_s },
        Action::InstanceRefresh { part: part_id() },
    ];
    if group.spot.percent_above_base > 0.0 {
        let after_s = fact::SPOT_NOTICE.whole();
        actions.push(Action::SpotInterruption { target: member(MemberPick::Any), after_s });
    }
    actions.extend(ScalingProcess::ALL.map(|process| Action::ProcessSuspension { part: part_id(), process, for_s }));
    actions
}

/// A lost node and a shift for each zone of a load balancer.
fn balancer_faults(design: &Design, id: &PartId, for_s: u32) -> Vec<Action> {
    let subnets = design.parts.get(id).map_or(&[][..], |part| part.subnets());
    let mut actions = Vec::new();
    for zone in subnets.iter().filter_map(|subnet| design.zone_name(subnet)) {
        actions.push(Action::NodeLoss { part: id.clone(), zone: zone.into(), for_s });
        actions.push(Action::ZonalShift { part: id.clone(), zone: zone.into(), for_s });
    }
    actions
}

/// The rules of what has security groups: what lies in a VPC. A zone of Route 53, a distribution and a bucket have none.
pub(super) fn rules_of(design: &Design, id: &PartId) -> Vec<SecurityRule> {
    let guarded = design.parts.get(id).is_some_and(|part| part.kind().has_security_groups());
    if guarded { effective_rules(design, id) } else { Vec::new() }
}

/// The sources that the part's rules admit, each once.
fn rule_sources(design: &Design, id: &PartId) -> Vec<String> {
    let mut sources: Vec<String> = rules_of(design, id).into_iter().map(|rule| rule.from).collect();
    put_in_order(&mut sources, |one, other| one < other);
    sources.dedup();
    sources
}

/// Experiments to begin with, as far as the design has the parts for them.
pub(super) struct Experiments {
    /// The power of the first zone goes.
    pub(super) zone: Option<Action>,
    /// The first database's primary fails.
    pub(super) database: Option<Action>,
    /// Five times the traffic.
    pub(super) spike: Option<Action>,
    /// An instance goes.
    pub(super) instance: Option<Action>,
}

/// See [`Experiments`].
pub(super) fn experiments(design: &Design) -> Experiments {
    let first = |kind: Kind| design.parts.iter().find(|(_, part)| part.kind() == kind).map(|(id, _)| id.clone());
    let zone = design.zones().into_iter().find(|zone| !zone.is_empty());
    Experiments {
        zone: zone.map(|zone| Action::ZonePowerLoss { zone, for_s: 600 }),
        database: first(Kind::Rds).map(|part| Action::PrimaryFailure { part }),
        spike: first(Kind::Users).map(|part| Action::Traffic { part, factor: 5.0, for_s: 300 }),
        instance: first(Kind::Ec2)
            .map(|part| Action::TerminateInstance { target: MemberTarget { part, pick: MemberPick::Any, zone: None } }),
    }
}

/// A name for tests: the action and what tells it from its like.
pub(super) fn test_name(action: &Action) -> String {
    match action {
        Action::TerminateInstance { target } => format!("fault-terminate-{}", pick_name(target.pick)),
        Action::StopInstance { .. } => "fault-stop".into(),
        Action::HangInstance { .. } => "fault-hang".into(),
        Action::ApplicationCrash { .. } => "fault-application-crash".into(),
        Action::CpuStress { .. } => "fault-cpu-stress".into(),
        Action::MemoryStress { .. } => "fault-memory-stress".into(),
        Action::IoStress { .. } => "fault-io-stress".into(),
        Action::DiskFill { .. } => "fault-disk-fill".into(),
        Action::VolumeIoPause { .. } => "fault-volume-pause".into(),
        Action::VolumeIoLatency { .. } => "fault-volume-latency".into(),
        Action::Errors { percent, .. } => format!("fault-errors-{percent}"),
        Action::ExternalServiceOutage { .. } => "fault-external-service-outage".into(),
        Action::ZonePowerLoss { .. } => "fault-zone-power-loss".into(),
        Action::ZoneNetworkCut { .. } => "fault-zone-network-cut".into(),
        Action::InsufficientInstanceCapacity { .. } => "fault-zone-capacity".into(),
        Action::RegionLoss { .. } => "fault-region-loss".into(),
        Action::NetworkLatency { .. } => "fault-latency".into(),
        Action::PacketLoss { .. } => "fault-packet-loss".into(),
        Action::Partition { other, .. } => format!("fault-partition-{other}"),
        Action::NetworkAclDeny { outbound: true, .. } => "fault-acl-out".into(),
        Action::NetworkAclDeny { .. } => "fault-acl-in".into(),
        Action::RouteRemoval { .. } => "fault-route".into(),
        Action::NatGatewayLoss { .. } => "fault-nat-gateway".into(),
        Action::PrimaryFailure { .. } => "fault-primary-failure".into(),
        Action::RebootWithFailover { .. } => "fault-reboot".into(),
        Action::CacheNodeFailure { .. } => "fault-cache-node".into(),
        Action::CacheZoneInterruption { zone, .. } => format!("fault-cache-zone-{zone}"),
        Action::ReplicaCut { .. } => "fault-replica-cut".into(),
        Action::SlowQueries { .. } => "fault-slow-queries".into(),
        Action::DatabaseLock { .. } => "fault-lock".into(),
        Action::StorageFull { .. } => "fault-storage-full".into(),
        Action::ConnectionLeak { .. } => "fault-connection-leak".into(),
        Action::ReplicaLag { .. } => "fault-replica-lag".into(),
        Action::DatabaseMaintenance { .. } => "fault-maintenance".into(),
        Action::EngineUpgrade { .. } => "fault-engine-upgrade".into(),
        Action::DatabaseClassChange { .. } => "fault-class-change".into(),
        Action::DatabaseBackup { .. } => "fault-backup".into(),
        Action::DatabaseRestore { .. } => "fault-restore".into(),
        Action::PromoteReplica { .. } => "fault-promote".into(),
        Action::CertificateExpiry { .. } => "fault-certificate-expiry".into(),
        Action::ValidationRecordRemoval { .. } => "fault-validation-record".into(),
        Action::DnsOutage { .. } => "fault-dns-outage".into(),
        Action::WrongRecord { part, instead: None, .. } => format!("fault-wrong-record-{part}"),
        Action::WrongRecord { instead: Some(other), .. } => format!("fault-wrong-record-to-{other}"),
        Action::SecurityGroupRuleRemoval { from, .. } if from == ANYWHERE => "fault-rule-anywhere".into(),
        Action::SecurityGroupRuleRemoval { from, .. } => format!("fault-rule-{from}"),
        Action::NodeLoss { zone, .. } => format!("fault-node-loss-{zone}"),
        Action::ZonalShift { zone, .. } => format!("fault-zonal-shift-{zone}"),
        Action::BadHealthCheck { .. } => "fault-bad-health-check".into(),
        Action::TargetDeregistration { .. } => "fault-deregister".into(),
        Action::TargetGroupWeight { .. } => "fault-weight".into(),
        Action::CacheFlush { .. } => "fault-cache-flush".into(),
        Action::Invalidation { .. } => "fault-invalidation".into(),
        Action::EdgeLocationLoss { .. } => "fault-edge-location".into(),
        Action::S3Throttling { .. } => "fault-s3-throttling".into(),
        Action::BucketAccessDenied { .. } => "fault-bucket-denied".into(),
        Action::Traffic { factor, .. } => format!("fault-traffic-{factor}"),
        Action::SpotInterruption { .. } => "fault-spot".into(),
        Action::OnDemandQuota { .. } => "fault-quota".into(),
        Action::ProcessSuspension { process, .. } => format!("fault-suspend-{}", process.name()),
        Action::InstanceRefresh { .. } => "fault-refresh".into(),
        Action::SetDesiredCapacity { .. } => "fault-set-desired".into(),
    }
}

const fn pick_name(pick: MemberPick) -> &'static str {
    match pick {
        MemberPick::Number(_) => "number",
        MemberPick::Oldest => "oldest",
        MemberPick::Newest => "newest",
        MemberPick::Any => "any",
    }
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;

    use super::*;

    #[test]
    fn the_load_balancer_can_lose_the_rule_that_admits_the_world() {
        let actions = faults_of(&seed_architecture(), &"alb".parse().unwrap(), 0);
        assert!(actions.iter().any(|action| test_name(action) == "fault-rule-anywhere"), "{actions:?}");
    }

    #[test]
    fn what_has_no_security_group_can_lose_no_rule() {
        let design = seed_architecture();
        for id in ["dns", "cdn", "web"] {
            let actions = faults_of(&design, &id.parse().unwrap(), 0);
            assert!(!actions.iter().any(|action| test_name(action).starts_with("fault-rule")), "{id}: {actions:?}");
        }
    }

    #[test]
    fn the_example_has_all_three_experiments() {
        let found = experiments(&seed_architecture());
        assert!(found.zone.is_some() && found.database.is_some() && found.spike.is_some());
    }
}
