//! The settings of each part, one AWS service a file. Defaults come from [`crate::fact`].

mod alb;
mod annotation;
mod application;
mod asg;
mod certificate;
mod cloudfront;
mod cpu_credits;
mod database_storage;
mod ec2;
mod elasticache;
mod external_service;
mod nat_gateway;
mod network;
mod network_acl;
mod nlb;
mod rds;
mod rds_proxy;
mod read_replica;
mod root_volume;
mod route53;
mod s3;
mod sqs;
mod users;
mod volume_limits;

pub use alb::{Alb, lcus};
pub use annotation::{Frame, Note};
pub use application::{Application, Distribution, LaunchNeeds, QueueOrder, Rejection, TlsKey};
pub use asg::{
    AdjustmentType, AlarmMetric, AlarmScaling, Asg, Forecast, HealthCheckType, HookResult, ImpairmentPolicy,
    LaunchHook, MaintenancePolicy, MetricPeriod, PolicyType, PredictiveScaling, RegisterAt, ScalingMetric, ScalingStep,
    ScheduledAction, SecondMetric, Spot, TargetTracking, TerminateHook, TerminationPolicy, WarmPool, WarmPoolState,
    When, forecast, scaling_step, scheduled_action,
};
pub use certificate::{Certificate, CertificateSource};
pub use cloudfront::{Cloudfront, ERROR_CODES, ErrorResponse, error_response};
pub use cpu_credits::{CpuCredits, CreditSpecification};
pub use database_storage::{DatabaseStorage, StorageType};
pub use ec2::Ec2;
pub use elasticache::{Elasticache, MaxmemoryPolicy};
pub use external_service::ExternalService;
pub use nat_gateway::NatGateway;
pub use network::{Az, Region, RouteTarget, Subnet, Vpc};
pub use network_acl::{ALL_PORTS, AclRule, EPHEMERAL_PORTS, NetworkAcl};
pub use nlb::{Nlb, NlbListener, nlcus};
pub use rds::{ClassMemory, DatabaseEngine, Deployment, Rds, failover_tier};
pub use rds_proxy::RdsProxy;
pub use read_replica::ReadReplica;
pub use root_volume::{RootVolume, VolumeType};
pub use route53::Route53;
pub use s3::{Endpoint, S3};
pub use sqs::Sqs;
pub use users::{
    Arrivals, Assets, Backoff, CircuitBreaker, HttpVersion, Jitter, Mix, Payload, Population, Retries, Shape,
    TableError, TlsVersion, TokenBucket, Traffic, Users, read_table,
};
pub use volume_limits::VolumeLimits;

use crate::Kind;
use ninepins_macros::later;

use crate::setting::Setting;

/// What can be set on a part of this kind.
pub fn settings_of(kind: Kind) -> &'static [Setting] {
    match kind {
        Kind::Users => users::SETTINGS,
        Kind::Route53 => route53::SETTINGS,
        Kind::Certificate => certificate::SETTINGS,
        Kind::Cloudfront => cloudfront::SETTINGS,
        Kind::S3 => s3::SETTINGS,
        Kind::Region => network::REGION_SETTINGS,
        Kind::Vpc => network::VPC_SETTINGS,
        Kind::Az => network::AZ_SETTINGS,
        Kind::Subnet => network::SUBNET_SETTINGS,
        Kind::Alb => alb::SETTINGS,
        Kind::Asg => asg::SETTINGS,
        Kind::Rds => rds::SETTINGS,
        Kind::ReadReplica => read_replica::SETTINGS,
        _ => kind.settings_of_others(),
    }
}

#[later]
impl Kind {
    /// Of what the first screen does not show.
    fn settings_of_others(self) -> &'static [Setting] {
        match self {
            Kind::NatGateway => nat_gateway::SETTINGS,
            Kind::Nlb => nlb::SETTINGS,
            Kind::Ec2 => ec2::SETTINGS,
            Kind::Elasticache => elasticache::SETTINGS,
            Kind::Sqs => sqs::SETTINGS,
            Kind::RdsProxy => rds_proxy::SETTINGS,
            Kind::ExternalService => external_service::SETTINGS,
            Kind::Note => annotation::NOTE_SETTINGS,
            _ => &[],
        }
    }
}
