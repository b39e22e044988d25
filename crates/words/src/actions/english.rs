//! Actions in English, as they happen and as they happened.

use ninepins_model::{Action, Design};

use super::database::{self, of_database};
use crate::Language::English;
use crate::number::{number, percent};
use crate::places::target_name;

pub(super) fn present(design: &Design, action: &Action) -> String {
    let name = |part| design.display_name(part);
    let target_of = |target| target_name(English, design, target);
    match action {
        Action::TerminateInstance { target } => format!("{} is terminated", target_of(target)),
        Action::StopInstance { target, .. } => format!("{} is stopped", target_of(target)),
        Action::HangInstance { target, .. } => format!("{} stops answering", target_of(target)),
        Action::ApplicationCrash { target, .. } => format!("the application of {} crashes", target_of(target)),
        Action::CpuStress { target, percent: amount, .. } => {
            format!("something else runs on every vCPU of {}, {} % of the time", target_of(target), number(*amount))
        }
        Action::MemoryStress { target, percent: amount, .. } => {
            format!("something else takes {} % of the memory of {}", number(*amount), target_of(target))
        }
        Action::IoStress { target, percent: amount, .. } => {
            format!("something else uses {} % of the volume of {}", number(*amount), target_of(target))
        }
        Action::DiskFill { target, percent: amount, .. } => {
            format!("the volume of {} fills to {} %", target_of(target), number(*amount))
        }
        Action::VolumeIoPause { target, .. } => format!("the volume of {} stops answering", target_of(target)),
        Action::VolumeIoLatency { target, latency_ms: amount, .. } => {
            format!("each operation on the volume of {} takes {} ms longer", target_of(target), number(*amount))
        }
        Action::Errors { part, percent, .. } => {
            format!("{} answers {} % of its requests with errors", name(part), number(*percent))
        }
        Action::ExternalServiceOutage { part, .. } => format!("{} cannot be reached", name(part)),
        Action::ZonePowerLoss { zone, .. } => format!("AZ {zone} loses power"),
        Action::ZoneNetworkCut { zone, .. } => format!("AZ {zone} is cut off from the network"),
        Action::InsufficientInstanceCapacity { zone, .. } => format!("AZ {zone} has no instance capacity left"),
        Action::RegionLoss { part, .. } => format!("Region {} is lost", name(part)),
        Action::NetworkLatency { part, latency_ms, .. } => {
            format!("messages of {} take {} ms longer", name(part), number(*latency_ms))
        }
        Action::PacketLoss { part, percent, .. } => {
            format!("{} % of packets of {} are lost", number(*percent), name(part))
        }
        Action::Partition { part, other, .. } => format!("{} is separated from {}", name(part), name(other)),
        Action::NetworkAclDeny { part, outbound, from_port, to_port, .. } => {
            let way = if *outbound { "out of" } else { "into" };
            format!("ports {from_port} to {to_port} are denied {way} {}", name(part))
        }
        Action::RouteRemoval { part, destination, .. } => {
            format!("the route {destination} of {} is removed", name(part))
        }
        Action::NatGatewayLoss { part, .. } => format!("{} fails", name(part)),
        Action::PrimaryFailure { part } => format!("the host of the primary of {} fails", name(part)),
        Action::RebootWithFailover { part } => format!("{} reboots with failover", name(part)),
        Action::CacheNodeFailure { part } => format!("the primary node of {} fails", name(part)),
        Action::CacheZoneInterruption { part, zone, .. } => format!("nodes of {} in {zone} lose power", name(part)),
        Action::ReplicaCut { part, .. } => format!("{} is cut off from the network", name(part)),
        of_database!() => database::present(design, action),
        Action::CertificateExpiry { part, .. } => format!("{} expires", name(part)),
        Action::SecurityGroupRuleRemoval { part, from, .. } => {
            format!("rules that admit {from} to {} are removed", name(part))
        }
        Action::ValidationRecordRemoval { part, .. } => format!("the validation record of {} is removed", name(part)),
        Action::DnsOutage { part, .. } => format!("the name servers of {} stop answering", name(part)),
        Action::WrongRecord { part, to, instead: Some(other), .. } => {
            format!("records of {} lead to {} instead of {}", name(part), name(other), name(to))
        }
        Action::WrongRecord { part, to, .. } => {
            format!("records of {} lead nowhere instead of to {}", name(part), name(to))
        }
        Action::NodeLoss { part, zone, .. } => format!("{} loses its node in {zone}", name(part)),
        Action::ZonalShift { part, zone, .. } => format!("traffic of {} is shifted away from {zone}", name(part)),
        Action::BadHealthCheck { part, status, .. } => format!("the health path of {} answers {status}", name(part)),
        Action::TargetDeregistration { target, .. } => format!("{} is deregistered", target_of(target)),
        Action::TargetGroupWeight { part, weight, .. } => {
            format!("an operator sets the weight of {} to {weight}", name(part))
        }
        Action::CacheFlush { part } => format!("the caches of {} are flushed", name(part)),
        Action::Invalidation { part, path } => format!("an operator invalidates {path} of {}", name(part)),
        Action::EdgeLocationLoss { part, .. } => format!("an edge location of {} vanishes", name(part)),
        Action::S3Throttling { part, remaining, .. } => {
            format!("{} serves {} of its request rates", name(part), percent(English, remaining * 100.0))
        }
        Action::BucketAccessDenied { part, .. } => format!("the policy of {} denies everybody", name(part)),
        Action::Traffic { part, factor, .. } => format!("traffic of {} is ×{}", name(part), number(*factor)),
        Action::SpotInterruption { target, .. } => format!("EC2 announces that it takes back {}", target_of(target)),
        Action::OnDemandQuota { part, vcpus, .. } => format!("{} allows no more than {vcpus} vCPUs", name(part)),
        Action::ProcessSuspension { part, process, .. } => {
            format!("an operator suspends {} of {}", process.name(), name(part))
        }
        Action::InstanceRefresh { part } => format!("an operator refreshes the instances of {}", name(part)),
        Action::SetDesiredCapacity { part, desired } => {
            format!("an operator sets the desired capacity of {} to {desired}", name(part))
        }
    }
}

pub(super) fn past(design: &Design, action: &Action) -> String {
    let name = |part| design.display_name(part);
    let target_of = |target| target_name(English, design, target);
    match action {
        Action::TerminateInstance { target } => format!("{} was terminated", target_of(target)),
        Action::StopInstance { target, .. } => format!("{} was stopped", target_of(target)),
        Action::HangInstance { target, .. } => format!("{} stopped answering", target_of(target)),
        Action::ApplicationCrash { target, .. } => format!("the application of {} crashed", target_of(target)),
        Action::CpuStress { target, percent: amount, .. } => format!(
            "something else began to run on every vCPU of {}, {} % of the time",
            target_of(target),
            number(*amount)
        ),
        Action::MemoryStress { target, percent: amount, .. } => {
            format!("something else took {} % of the memory of {}", number(*amount), target_of(target))
        }
        Action::IoStress { target, percent: amount, .. } => {
            format!("something else began to use {} % of the volume of {}", number(*amount), target_of(target))
        }
        Action::DiskFill { target, percent: amount, .. } => {
            format!("the volume of {} filled to {} %", target_of(target), number(*amount))
        }
        Action::VolumeIoPause { target, .. } => format!("the volume of {} stopped answering", target_of(target)),
        Action::VolumeIoLatency { target, latency_ms: amount, .. } => {
            format!("each operation on the volume of {} began to take {} ms longer", target_of(target), number(*amount))
        }
        Action::Errors { part, percent, .. } => {
            format!("{} began to answer {} % of its requests with errors", name(part), number(*percent))
        }
        Action::ExternalServiceOutage { part, .. } => format!("{} could not be reached any more", name(part)),
        Action::ZonePowerLoss { zone, .. } => format!("AZ {zone} lost power"),
        Action::ZoneNetworkCut { zone, .. } => format!("AZ {zone} was cut off from the network"),
        Action::InsufficientInstanceCapacity { zone, .. } => format!("AZ {zone} had no instance capacity left"),
        Action::RegionLoss { part, .. } => format!("Region {} was lost", name(part)),
        Action::NetworkLatency { part, latency_ms, .. } => {
            format!("messages of {} took {} ms longer", name(part), number(*latency_ms))
        }
        Action::PacketLoss { part, percent, .. } => {
            format!("{} % of packets of {} were lost", number(*percent), name(part))
        }
        Action::Partition { part, other, .. } => format!("{} was separated from {}", name(part), name(other)),
        Action::NetworkAclDeny { part, outbound, from_port, to_port, .. } => {
            let way = if *outbound { "out of" } else { "into" };
            format!("ports {from_port} to {to_port} were denied {way} {}", name(part))
        }
        Action::RouteRemoval { part, destination, .. } => {
            format!("the route {destination} of {} was removed", name(part))
        }
        Action::NatGatewayLoss { part, .. } => format!("{} failed", name(part)),
        Action::PrimaryFailure { part } => format!("the host of the primary of {} failed", name(part)),
        Action::RebootWithFailover { part } => format!("{} was rebooted with failover", name(part)),
        Action::CacheNodeFailure { part } => format!("the primary node of {} failed", name(part)),
        Action::CacheZoneInterruption { part, zone, .. } => format!("nodes of {} in {zone} lost power", name(part)),
        Action::ReplicaCut { part, .. } => format!("{} was cut off from the network", name(part)),
        of_database!() => database::past(design, action),
        Action::CertificateExpiry { part, .. } => format!("{} expired", name(part)),
        Action::SecurityGroupRuleRemoval { part, from, .. } => {
            format!("rules that admit {from} to {} were removed", name(part))
        }
        Action::ValidationRecordRemoval { part, .. } => format!("the validation record of {} was removed", name(part)),
        Action::DnsOutage { part, .. } => format!("the name servers of {} stopped answering", name(part)),
        Action::WrongRecord { part, to, instead: Some(other), .. } => {
            format!("records of {} led to {} instead of {}", name(part), name(other), name(to))
        }
        Action::WrongRecord { part, to, .. } => {
            format!("records of {} led nowhere instead of to {}", name(part), name(to))
        }
        Action::NodeLoss { part, zone, .. } => format!("{} lost its node in {zone}", name(part)),
        Action::ZonalShift { part, zone, .. } => format!("traffic of {} was shifted away from {zone}", name(part)),
        Action::BadHealthCheck { part, status, .. } => {
            format!("the health path of {} began to answer {status}", name(part))
        }
        Action::TargetDeregistration { target, .. } => format!("{} was deregistered", target_of(target)),
        Action::TargetGroupWeight { part, weight, .. } => {
            format!("an operator set the weight of {} to {weight}", name(part))
        }
        Action::CacheFlush { part } => format!("the caches of {} were flushed", name(part)),
        Action::Invalidation { part, path } => format!("an operator invalidated {path} of {}", name(part)),
        Action::EdgeLocationLoss { part, .. } => format!("an edge location of {} vanished", name(part)),
        Action::S3Throttling { part, remaining, .. } => {
            format!("{} was throttled to {} of its request rates", name(part), percent(English, remaining * 100.0))
        }
        Action::BucketAccessDenied { part, .. } => format!("the policy of {} denied everybody", name(part)),
        Action::Traffic { part, factor, .. } => format!("traffic of {} went to ×{}", name(part), number(*factor)),
        Action::SpotInterruption { target, .. } => format!("EC2 announced that it takes back {}", target_of(target)),
        Action::OnDemandQuota { part, vcpus, .. } => format!("{} allowed no more than {vcpus} vCPUs", name(part)),
        Action::ProcessSuspension { part, process, .. } => {
            format!("an operator suspended {} of {}", process.name(), name(part))
        }
        Action::InstanceRefresh { part } => format!("an operator began to refresh the instances of {}", name(part)),
        Action::SetDesiredCapacity { part, desired } => {
            format!("an operator set the desired capacity of {} to {desired}", name(part))
        }
    }
}
