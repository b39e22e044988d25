//! Whether events have something to happen to.

use super::Found;
use super::balancer::applications_behind;
use crate::{Action, Kind, Part, PartId, PartSettings};

impl Found<'_> {
    /// Whether what runs on a part uses its disk, or writes to it.
    fn uses_disk(&self, id: &PartId, writes: bool) -> bool {
        applications_behind(self.index, id).first().is_some_and(|application| {
            let reads = application.read_disk_operations + application.asset_disk_operations;
            application.write_disk_operations > 0 || (!writes && reads > 0)
        })
    }

    pub(super) fn event_has_target(&self, action: &Action) -> bool {
        let kind = action.part().and_then(|id| self.design.parts.get(id)).map(Part::kind);
        match action {
            Action::ZonePowerLoss { zone, .. }
            | Action::ZoneNetworkCut { zone, .. }
            | Action::InsufficientInstanceCapacity { zone, .. } => self.index.zones.contains(zone),
            Action::RegionLoss { .. } => kind == Some(Kind::Region),
            Action::NetworkLatency { .. } | Action::PacketLoss { .. } => kind.is_some_and(Kind::is_networked),
            Action::Partition { other, .. } => {
                let other = self.design.parts.get(other).map(Part::kind);
                kind.is_some_and(Kind::is_networked) && other.is_some_and(Kind::is_networked)
            }
            Action::NetworkAclDeny { .. } => kind == Some(Kind::Subnet),
            Action::RouteRemoval { part, destination, .. } => {
                matches!(self.design.parts.get(part).map(|part| &part.settings),
                    Some(PartSettings::Subnet(subnet)) if subnet.routes.contains_key(destination))
                    || matches!(self.design.parts.get(part).map(|part| &part.settings),
                    Some(PartSettings::Vpc(vpc)) if vpc.main_routes.contains_key(destination))
            }
            Action::NatGatewayLoss { .. } => kind == Some(Kind::NatGateway),
            Action::TerminateInstance { .. }
            | Action::StopInstance { .. }
            | Action::HangInstance { .. }
            | Action::CpuStress { .. }
            | Action::MemoryStress { .. }
            | Action::ApplicationCrash { .. } => {
                matches!(kind, Some(Kind::Asg | Kind::Ec2))
            }
            Action::IoStress { target, .. }
            | Action::VolumeIoPause { target, .. }
            | Action::VolumeIoLatency { target, .. } => self.uses_disk(&target.part, false),
            Action::DiskFill { target, .. } => self.uses_disk(&target.part, true),
            Action::Errors { .. } => {
                matches!(kind, Some(Kind::Asg | Kind::Ec2 | Kind::Rds | Kind::ReadReplica | Kind::ExternalService))
            }
            Action::ExternalServiceOutage { .. } => kind == Some(Kind::ExternalService),
            Action::PrimaryFailure { .. } | Action::RebootWithFailover { .. } => kind == Some(Kind::Rds),
            Action::CacheNodeFailure { .. } => kind == Some(Kind::Elasticache),
            Action::CacheZoneInterruption { zone, .. } => {
                kind == Some(Kind::Elasticache) && self.index.zones.contains(zone)
            }
            Action::ReplicaCut { .. } | Action::ReplicaLag { .. } | Action::PromoteReplica { .. } => {
                kind == Some(Kind::ReadReplica)
            }
            Action::DatabaseLock { .. }
            | Action::StorageFull { .. }
            | Action::DatabaseMaintenance { .. }
            | Action::EngineUpgrade { .. }
            | Action::DatabaseRestore { .. }
            | Action::DatabaseBackup { .. } => kind == Some(Kind::Rds),
            Action::DatabaseClassChange { instance_class, .. } => {
                kind == Some(Kind::Rds) && crate::instance_types::rds(instance_class).is_some()
            }
            Action::SlowQueries { .. } => matches!(kind, Some(Kind::Rds | Kind::ReadReplica)),
            Action::ConnectionLeak { .. } => matches!(kind, Some(Kind::Asg | Kind::Ec2)),
            Action::CertificateExpiry { .. } | Action::ValidationRecordRemoval { .. } => {
                kind == Some(Kind::Certificate)
            }
            Action::DnsOutage { .. } => kind == Some(Kind::Route53),
            Action::WrongRecord { part, to, instead, .. } => {
                let instead = instead.as_ref().map(|instead| self.design.parts.get(instead).map(Part::kind));
                let has_address =
                    |kind| matches!(kind, Some(Kind::Alb | Kind::Nlb | Kind::Cloudfront | Kind::Ec2 | Kind::S3));
                kind == Some(Kind::Route53)
                    && instead.is_none_or(has_address)
                    && self.index.wires_from(part).iter().any(|(_, wire)| &wire.to == to)
            }
            Action::SecurityGroupRuleRemoval { .. } => kind.is_some(),
            Action::ZonalShift { part, zone, .. } if kind == Some(Kind::Asg) => {
                let group = self.design.parts.get(part).map(|part| &part.settings);
                matches!(group, Some(PartSettings::Asg(group)) if group.impairment_policy.zonal_shift)
                    && self.index.zones.contains(zone)
            }
            Action::NodeLoss { zone, .. } | Action::ZonalShift { zone, .. } => {
                matches!(kind, Some(Kind::Alb | Kind::Nlb)) && self.index.zones.contains(zone)
            }
            Action::BadHealthCheck { .. } | Action::TargetDeregistration { .. } | Action::TargetGroupWeight { .. } => {
                matches!(kind, Some(Kind::Asg | Kind::Ec2))
            }
            Action::CacheFlush { .. } => matches!(kind, Some(Kind::Cloudfront | Kind::Elasticache)),
            Action::Invalidation { .. } | Action::EdgeLocationLoss { .. } => kind == Some(Kind::Cloudfront),
            Action::S3Throttling { .. } | Action::BucketAccessDenied { .. } => kind == Some(Kind::S3),
            Action::Traffic { .. } => kind == Some(Kind::Users),
            Action::SetDesiredCapacity { .. }
            | Action::InstanceRefresh { .. }
            | Action::ProcessSuspension { .. }
            | Action::SpotInterruption { .. } => kind == Some(Kind::Asg),
            Action::OnDemandQuota { .. } => kind == Some(Kind::Region),
        }
    }
}
