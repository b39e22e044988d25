//! Which field a problem belongs beside.

use std::rc::Rc;

use ninepins_model::{
    CacheProblem, CloudfrontProblem, CostProblem, DatabaseProblem, Problem, ProblemKind, QueueProblem, ScalingProblem,
    SettingKey, Subject,
};

use super::owner::Owner;
use crate::state::Findings;

/// The problems of a part or wire, or of all of several.
pub(super) fn problems_of(findings: &Findings, owner: &Owner) -> Vec<Problem> {
    match owner {
        Owner::Part(id) => findings.of(&Subject::Part(id.clone())),
        Owner::Wire(id) => findings.of(&Subject::Wire(id.clone())),
        Owner::Several(owners) => owners.iter().flat_map(|owner| problems_of(findings, owner)).collect(),
    }
}

/// Those that are shown. Several at once show none: they would not say whose they are.
pub(super) const fn shown_of<'a>(found: &'a [Problem], owner: &Owner) -> &'a [Problem] {
    match owner {
        Owner::Several(_) => &[],
        _ => found,
    }
}

/// Those that a change of this setting could mend.
pub(super) fn beside(found: &[Problem], key: SettingKey) -> Rc<[Problem]> {
    found.iter().filter(|problem| keys(&problem.kind).contains(&key)).cloned().collect()
}

fn keys(kind: &ProblemKind) -> Vec<SettingKey> {
    match kind {
        ProblemKind::OutOfRange { setting, .. } | ProblemKind::UnknownChoice { setting, .. } => vec![setting.key],
        ProblemKind::NoSubnets
        | ProblemKind::ForeignSubnet(_)
        | ProblemKind::OneZone
        | ProblemKind::NotPublic(_)
        | ProblemKind::PublicDatabase
        | ProblemKind::NoZoneForStandby => vec![SettingKey::Subnets],
        ProblemKind::NoCertificate | ProblemKind::CertificateRegion { .. } | ProblemKind::CertificateName { .. } => {
            vec![SettingKey::Certificate, SettingKey::CertificateNames]
        }
        ProblemKind::NoRecord { .. } => vec![SettingKey::ApiHost],
        ProblemKind::CnameAtApex => vec![SettingKey::RecordAlias],
        ProblemKind::MixedPolicies => vec![SettingKey::RecordPolicy],
        ProblemKind::DuplicateRecord => vec![SettingKey::RecordName],
        ProblemKind::TargetHealthOfDistribution => vec![SettingKey::EvaluateTargetHealth],
        ProblemKind::LoneHealthCheck | ProblemKind::CheckOfOtherPort => vec![SettingKey::RecordCheckType],
        ProblemKind::NoDefaultLocation => vec![SettingKey::RecordLocation],
        ProblemKind::LongTtl => vec![SettingKey::RecordTtl],
        ProblemKind::EmptyTable | ProblemKind::UnorderedTable => vec![SettingKey::RateTable],
        ProblemKind::CertificateNotRenewed => vec![SettingKey::CertificateSource, SettingKey::ValidationRecord],
        ProblemKind::NoInternetGateway | ProblemKind::MissingNatGateway(_) => vec![SettingKey::Routes],
        ProblemKind::BadRange | ProblemKind::RangeOutsideVpc | ProblemKind::RangeOverlaps(_) => {
            vec![SettingKey::VpcCidr, SettingKey::SubnetCidr]
        }
        ProblemKind::TooFewAddresses { .. } => vec![SettingKey::GroupMax],
        ProblemKind::NoPublicAddress => vec![SettingKey::PublicAddress],
        ProblemKind::AddressesWithoutRoute => vec![SettingKey::MapPublicIp],
        ProblemKind::NoWayOut(_) => vec![SettingKey::LaunchNeeds],
        ProblemKind::ReplicaOfNothing => vec![SettingKey::ReplicaOf],
        ProblemKind::DuplicateZone(_) | ProblemKind::NoZoneName | ProblemKind::ZoneOutsideRegion(_) => {
            vec![SettingKey::ZoneName]
        }
        ProblemKind::CapacityOrder => vec![SettingKey::GroupDesired],
        ProblemKind::NoSecurityGroup(_) => vec![SettingKey::SecurityGroups],
        ProblemKind::PoolsOverLimit { .. } => vec![SettingKey::PoolSize, SettingKey::MaxConnections],
        ProblemKind::Cache(problem) => match problem {
            CacheProblem::LossOverloads { .. } | CacheProblem::NoFailover => vec![SettingKey::CacheMultiAz],
            CacheProblem::NothingLeaves { .. } => vec![SettingKey::MaxmemoryPolicy],
            CacheProblem::SecondCache => Vec::new(),
        },
        ProblemKind::Queue(problem) => match problem {
            QueueProblem::VisibilityShort { .. } => vec![SettingKey::VisibilityTimeout],
            QueueProblem::NoDeadLetterQueue => vec![SettingKey::DeadLetterQueue],
            QueueProblem::ShortPolling => vec![SettingKey::ReceiveWait],
            QueueProblem::NoWay(_) => vec![SettingKey::QueueEndpoint],
            QueueProblem::NoConsumer => Vec::new(),
        },
        ProblemKind::Scaling(problem) => keys_of_scaling(problem),
        ProblemKind::Cloudfront(problem) => keys_of_cloudfront(problem),
        ProblemKind::Database(problem) => keys_of_database(*problem),
        ProblemKind::Cost(problem) => keys_of_cost(*problem),
        ProblemKind::KeepAliveShort { .. } => vec![SettingKey::ServerKeepAlive, SettingKey::IdleTimeout],
        ProblemKind::StickinessWithoutCrossZone => vec![SettingKey::Stickiness, SettingKey::CrossZone],
        ProblemKind::ZoneWithoutTargets(_) => vec![SettingKey::CrossZone],
        ProblemKind::SlowStartNotInTurn => vec![SettingKey::SlowStart],
        ProblemKind::AnomalyMitigationUnused => vec![SettingKey::AnomalyMitigation],
        ProblemKind::CheckTimeoutLong => vec![SettingKey::HealthTimeout],
        ProblemKind::DeepHealthCheck => vec![SettingKey::HealthCheckDepth],
        ProblemKind::CheckNeverPasses { .. } => vec![SettingKey::SuccessCodes, SettingKey::CheckStatus],
        ProblemKind::CheckOfOtherPath { .. } => vec![SettingKey::CheckPath, SettingKey::CheckPort],
        ProblemKind::CheckPortClosed { .. } | ProblemKind::CheckNotAdmitted { .. } => vec![SettingKey::CheckPort],
        ProblemKind::NeedsHttpsListener => vec![SettingKey::Authenticate, SettingKey::ProtocolVersion],
        ProblemKind::OtherProtocolVersion => vec![SettingKey::ProtocolVersion],
        ProblemKind::TooManyForwarded { .. } => vec![SettingKey::ForwardedAddresses],
        ProblemKind::DnsBelowRouting => vec![SettingKey::DnsHealthyCount, SettingKey::DnsHealthyPercent],
        ProblemKind::ClientAddressesNotAdmitted => vec![SettingKey::PreserveClientIp],
        _ => Vec::new(),
    }
}

fn keys_of_cost(problem: CostProblem) -> Vec<SettingKey> {
    match problem {
        CostProblem::CreditsRunOut { .. } | CostProblem::SurplusDearer { .. } => {
            vec![SettingKey::InstanceType, SettingKey::CreditSpecification]
        }
        CostProblem::NatForS3 => vec![SettingKey::LaunchNeeds],
        CostProblem::Io1WithinGp3 { .. } => vec![SettingKey::StorageType],
        CostProblem::UnusedNat | CostProblem::UnusedBalancer => Vec::new(),
    }
}

fn keys_of_scaling(problem: &ScalingProblem) -> Vec<SettingKey> {
    match problem {
        ScalingProblem::BalancerIgnored => vec![SettingKey::HealthCheckType],
        ScalingProblem::GraceShort { .. } => vec![SettingKey::HealthGrace],
        ScalingProblem::WarmupShort { .. } => vec![SettingKey::InstanceWarmup],
        ScalingProblem::NotStaticallyStable { .. } => vec![SettingKey::TargetCpu],
        ScalingProblem::ThresholdsCross => vec![SettingKey::HighThreshold],
        ScalingProblem::BadStep(_) | ScalingProblem::StepsDisagree | ScalingProblem::TooManySteps => {
            vec![SettingKey::ScaleOutSteps]
        }
        ScalingProblem::BadScheduledAction(_) => vec![SettingKey::ScheduledActions],
        ScalingProblem::BadForecast(_) => vec![SettingKey::PredictiveForecast],
        ScalingProblem::LifetimeShort => vec![SettingKey::MaxInstanceLifetime],
        ScalingProblem::MaintenanceSpread => vec![SettingKey::MaxHealthy],
    }
}

fn keys_of_database(problem: DatabaseProblem) -> Vec<SettingKey> {
    match problem {
        DatabaseProblem::SingleZone => vec![SettingKey::MultiAz, SettingKey::AuroraReplicas],
        DatabaseProblem::StandbyServesNoReads { .. } => vec![SettingKey::MultiAz, SettingKey::DatabaseClass],
        DatabaseProblem::StorageShort { .. } => vec![SettingKey::StorageType, SettingKey::ProvisionedIops],
        DatabaseProblem::NotProvisioned => vec![SettingKey::AllocatedStorage],
        DatabaseProblem::BadFailoverTier => vec![SettingKey::FailoverTiers],
        DatabaseProblem::ReplicasNeedBackups => vec![SettingKey::BackupRetention],
        DatabaseProblem::ClusterZones => vec![SettingKey::Subnets],
        DatabaseProblem::ClusterEngine => vec![SettingKey::DatabaseCluster],
        DatabaseProblem::NoReaders => vec![SettingKey::ReaderEndpoint],
        DatabaseProblem::ReplicaAsStandby
        | DatabaseProblem::ProxyOfNothing
        | DatabaseProblem::TooManyReplicas { .. } => Vec::new(),
    }
}

fn keys_of_cloudfront(problem: &CloudfrontProblem) -> Vec<SettingKey> {
    match problem {
        CloudfrontProblem::DeepLinksUnmapped { .. } | CloudfrontProblem::ApiErrorsHidden { .. } => {
            vec![SettingKey::SpaErrorPage]
        }
        CloudfrontProblem::NoDefaultBehaviour | CloudfrontProblem::RecordToRest => Vec::new(),
        CloudfrontProblem::TtlOrder => vec![SettingKey::DefaultTtl],
        CloudfrontProblem::NoRootObject => vec![SettingKey::DefaultRootObject],
        CloudfrontProblem::BadErrorResponse(_) => vec![SettingKey::CustomErrorResponses],
        CloudfrontProblem::NotSigned | CloudfrontProblem::SignedWebsite | CloudfrontProblem::PrivateWebsite => {
            vec![SettingKey::OriginAccessControl]
        }
        CloudfrontProblem::WrongProtocol => vec![SettingKey::OriginProtocol],
        CloudfrontProblem::FilesUncached => vec![SettingKey::CachePolicy],
        CloudfrontProblem::WaitsTooLong { .. } => vec![SettingKey::OriginResponseTimeout],
        CloudfrontProblem::SecondaryAlone => vec![SettingKey::OriginRole],
        CloudfrontProblem::BadFailoverCode(_) => vec![SettingKey::FailoverCodes],
    }
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;
    use ninepins_model::problems;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_group_whose_sizes_are_out_of_order_says_so_beside_the_desired_capacity() {
        let mut design = seed_architecture();
        let api = Owner::Part("api".parse().unwrap());
        let edit = api.edit(&design, SettingKey::GroupMin, &json!(9)).unwrap();
        design.apply(edit).unwrap();
        let found = problems_of(&Findings::new(Some(problems(&design))), &api);
        assert_eq!(beside(&found, SettingKey::GroupDesired).len(), 1);
        assert!(beside(&found, SettingKey::HealthGrace).is_empty());
        let both = Owner::of(vec![Owner::Part("alb".parse().unwrap()), api]);
        let found = problems_of(&Findings::new(Some(problems(&design))), &both);
        assert_eq!((found.len(), shown_of(&found, &both).len()), (1, 0));
    }
}
