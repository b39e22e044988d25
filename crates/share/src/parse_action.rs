//! What an event does, from JSON.

use ninepins_model::Action;
use serde_json::Value;

use crate::error::ReadError;
use crate::parse::{bad, optional, required};
use crate::path::Path;

/// The action of an event. A new action takes a line here.
pub(crate) fn action(value: &Value, path: Path<'_>) -> Result<Action, ReadError> {
    let part = || required(value, "part", path);
    let target = || required(value, "target", path);
    let for_s = optional(value, "for_s", path)?;
    let name: String = required(value, "do", path)?;
    Ok(match name.as_str() {
        "terminate_instance" => Action::TerminateInstance { target: target()? },
        "hang_instance" => Action::HangInstance { target: target()?, for_s },
        "application_crash" => Action::ApplicationCrash { target: target()?, for_s },
        "errors" => Action::Errors { part: part()?, percent: required(value, "percent", path)?, for_s },
        "external_service_outage" => Action::ExternalServiceOutage { part: part()?, for_s },
        "zone_power_loss" => Action::ZonePowerLoss { zone: required(value, "zone", path)?, for_s },
        "zone_network_cut" => Action::ZoneNetworkCut {
            zone: required(value, "zone", path)?,
            within: optional(value, "within", path)?,
            for_s,
        },
        "insufficient_instance_capacity" => {
            Action::InsufficientInstanceCapacity { zone: required(value, "zone", path)?, for_s }
        }
        "region_loss" => Action::RegionLoss { part: part()?, for_s },
        "network_latency" => Action::NetworkLatency {
            part: part()?,
            latency_ms: required(value, "latency_ms", path)?,
            jitter_ms: optional(value, "jitter_ms", path)?,
            for_s,
        },
        "packet_loss" => Action::PacketLoss { part: part()?, percent: required(value, "percent", path)?, for_s },
        "partition" => Action::Partition { part: part()?, other: required(value, "other", path)?, for_s },
        "network_acl_deny" => Action::NetworkAclDeny {
            part: part()?,
            outbound: optional(value, "outbound", path)?,
            from_port: optional(value, "from_port", path)?,
            to_port: optional::<Option<u16>>(value, "to_port", path)?.unwrap_or(u16::MAX),
            for_s,
        },
        "route_removal" => {
            Action::RouteRemoval { part: part()?, destination: required(value, "destination", path)?, for_s }
        }
        "nat_gateway_loss" => Action::NatGatewayLoss { part: part()?, for_s },
        "primary_failure" => Action::PrimaryFailure { part: part()? },
        "reboot_with_failover" => Action::RebootWithFailover { part: part()? },
        "replica_cut" => Action::ReplicaCut { part: part()?, for_s },
        "certificate_expiry" => Action::CertificateExpiry { part: part()?, for_s },
        "validation_record_removal" => Action::ValidationRecordRemoval { part: part()?, for_s },
        "dns_outage" => Action::DnsOutage { part: part()?, for_s },
        "wrong_record" => Action::WrongRecord { part: part()?, to: required(value, "to", path)?, for_s },
        "security_group_rule_removal" => {
            Action::SecurityGroupRuleRemoval { part: part()?, from: required(value, "from", path)?, for_s }
        }
        "node_loss" => Action::NodeLoss { part: part()?, zone: required(value, "zone", path)?, for_s },
        "zonal_shift" => Action::ZonalShift { part: part()?, zone: required(value, "zone", path)?, for_s },
        "bad_health_check" => {
            let status = if value.get("status").is_some() { required(value, "status", path)? } else { 500 };
            Action::BadHealthCheck { part: part()?, status, for_s }
        }
        "target_deregistration" => Action::TargetDeregistration { target: target()?, for_s },
        "target_group_weight" => {
            Action::TargetGroupWeight { part: part()?, weight: required(value, "weight", path)?, for_s }
        }
        "cache_flush" => Action::CacheFlush { part: part()? },
        "invalidation" => Action::Invalidation { part: part()?, path: required(value, "path", path)? },
        "edge_location_loss" => Action::EdgeLocationLoss { part: part()?, for_s },
        "s3_throttling" => {
            Action::S3Throttling { part: part()?, remaining: required(value, "remaining", path)?, for_s }
        }
        "bucket_access_denied" => Action::BucketAccessDenied { part: part()?, for_s },
        "traffic" => Action::Traffic { part: part()?, factor: required(value, "factor", path)?, for_s },
        "set_desired_capacity" => {
            Action::SetDesiredCapacity { part: part()?, desired: required(value, "desired", path)? }
        }
        _ => return Err(bad(path, format_args!("“{name}” is nothing that an event does"))),
    })
}
