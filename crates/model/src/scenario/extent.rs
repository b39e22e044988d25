//! How long an action lasts, and what part it acts on.

use super::Action;
use crate::PartId;

impl Action {
    /// How long it lasts in seconds; `None` for what happens once, 0 for what lasts to the end.
    pub const fn for_s(&self) -> Option<u32> {
        match self {
            Action::HangInstance { for_s, .. }
            | Action::StopInstance { for_s, .. }
            | Action::ApplicationCrash { for_s, .. }
            | Action::CpuStress { for_s, .. }
            | Action::MemoryStress { for_s, .. }
            | Action::IoStress { for_s, .. }
            | Action::DiskFill { for_s, .. }
            | Action::VolumeIoPause { for_s, .. }
            | Action::VolumeIoLatency { for_s, .. }
            | Action::Errors { for_s, .. }
            | Action::ExternalServiceOutage { for_s, .. }
            | Action::ZonePowerLoss { for_s, .. }
            | Action::ZoneNetworkCut { for_s, .. }
            | Action::InsufficientInstanceCapacity { for_s, .. }
            | Action::RegionLoss { for_s, .. }
            | Action::NetworkLatency { for_s, .. }
            | Action::PacketLoss { for_s, .. }
            | Action::Partition { for_s, .. }
            | Action::NetworkAclDeny { for_s, .. }
            | Action::RouteRemoval { for_s, .. }
            | Action::NatGatewayLoss { for_s, .. }
            | Action::ReplicaCut { for_s, .. }
            | Action::CacheZoneInterruption { for_s, .. }
            | Action::SlowQueries { for_s, .. }
            | Action::DatabaseLock { for_s, .. }
            | Action::StorageFull { for_s, .. }
            | Action::ConnectionLeak { for_s, .. }
            | Action::ReplicaLag { for_s, .. }
            | Action::CertificateExpiry { for_s, .. }
            | Action::ValidationRecordRemoval { for_s, .. }
            | Action::DnsOutage { for_s, .. }
            | Action::WrongRecord { for_s, .. }
            | Action::SecurityGroupRuleRemoval { for_s, .. }
            | Action::NodeLoss { for_s, .. }
            | Action::ZonalShift { for_s, .. }
            | Action::BadHealthCheck { for_s, .. }
            | Action::TargetDeregistration { for_s, .. }
            | Action::TargetGroupWeight { for_s, .. }
            | Action::EdgeLocationLoss { for_s, .. }
            | Action::S3Throttling { for_s, .. }
            | Action::BucketAccessDenied { for_s, .. }
            | Action::OnDemandQuota { for_s, .. }
            | Action::ProcessSuspension { for_s, .. }
            | Action::Traffic { for_s, .. } => Some(*for_s),
            _ => None,
        }
    }

    /// The part it acts on, if it names one.
    pub const fn part(&self) -> Option<&PartId> {
        match self {
            Action::TerminateInstance { target }
            | Action::StopInstance { target, .. }
            | Action::ApplicationCrash { target, .. }
            | Action::HangInstance { target, .. }
            | Action::CpuStress { target, .. }
            | Action::MemoryStress { target, .. }
            | Action::IoStress { target, .. }
            | Action::DiskFill { target, .. }
            | Action::VolumeIoPause { target, .. }
            | Action::VolumeIoLatency { target, .. }
            | Action::SpotInterruption { target, .. }
            | Action::TargetDeregistration { target, .. } => Some(&target.part),
            Action::ZonePowerLoss { .. }
            | Action::ZoneNetworkCut { .. }
            | Action::InsufficientInstanceCapacity { .. } => None,
            Action::RegionLoss { part, .. }
            | Action::NetworkLatency { part, .. }
            | Action::PacketLoss { part, .. }
            | Action::Partition { part, .. }
            | Action::NetworkAclDeny { part, .. }
            | Action::RouteRemoval { part, .. }
            | Action::NatGatewayLoss { part, .. }
            | Action::PrimaryFailure { part }
            | Action::Errors { part, .. }
            | Action::ExternalServiceOutage { part, .. }
            | Action::RebootWithFailover { part }
            | Action::ReplicaCut { part, .. }
            | Action::CacheNodeFailure { part }
            | Action::CacheZoneInterruption { part, .. }
            | Action::SlowQueries { part, .. }
            | Action::DatabaseLock { part, .. }
            | Action::StorageFull { part, .. }
            | Action::ConnectionLeak { part, .. }
            | Action::ReplicaLag { part, .. }
            | Action::DatabaseMaintenance { part }
            | Action::EngineUpgrade { part }
            | Action::DatabaseClassChange { part, .. }
            | Action::DatabaseBackup { part }
            | Action::DatabaseRestore { part }
            | Action::PromoteReplica { part }
            | Action::CertificateExpiry { part, .. }
            | Action::ValidationRecordRemoval { part, .. }
            | Action::DnsOutage { part, .. }
            | Action::WrongRecord { part, .. }
            | Action::SecurityGroupRuleRemoval { part, .. }
            | Action::NodeLoss { part, .. }
            | Action::ZonalShift { part, .. }
            | Action::BadHealthCheck { part, .. }
            | Action::TargetGroupWeight { part, .. }
            | Action::CacheFlush { part }
            | Action::Invalidation { part, .. }
            | Action::EdgeLocationLoss { part, .. }
            | Action::S3Throttling { part, .. }
            | Action::BucketAccessDenied { part, .. }
            | Action::Traffic { part, .. }
            | Action::OnDemandQuota { part, .. }
            | Action::ProcessSuspension { part, .. }
            | Action::InstanceRefresh { part }
            | Action::SetDesiredCapacity { part, .. } => Some(part),
        }
    }
}
