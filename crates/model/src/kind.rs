//! Kinds of parts and wires: what may contain what, and what may be wired to what.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a part is. The names are AWS's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A traffic source.
    Users,
    /// A Route 53 hosted zone.
    Route53,
    /// An ACM certificate.
    Certificate,
    /// A CloudFront distribution.
    Cloudfront,
    /// An S3 bucket.
    S3,
    /// An AWS Region.
    Region,
    /// A VPC.
    Vpc,
    /// An Availability Zone of a VPC.
    Az,
    /// A subnet.
    Subnet,
    /// A NAT gateway: zonal in a subnet, regional in a VPC.
    NatGateway,
    /// An Application Load Balancer.
    Alb,
    /// A Network Load Balancer.
    Nlb,
    /// An EC2 Auto Scaling group.
    Asg,
    /// A single EC2 instance.
    Ec2,
    /// An RDS database instance, optionally Multi-AZ.
    Rds,
    /// An RDS read replica.
    ReadReplica,
    /// An ElastiCache cache.
    Elasticache,
    /// An SQS queue.
    Sqs,
    /// An RDS Proxy.
    RdsProxy,
    /// A service on the internet, outside AWS.
    ExternalService,
    /// A text on the canvas. It takes no part in a run.
    Note,
    /// A titled frame around parts. It takes no part in a run.
    Frame,
}

/// Groups of the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Users, DNS, CDN, certificates.
    Edge,
    /// Region, VPC, zone, subnet.
    Network,
    /// Load balancer, instances.
    Compute,
    /// Databases, caches, queues, buckets, services outside AWS.
    Data,
    /// Notes and frames.
    Annotation,
}

/// What a wire means; it follows from the kinds at its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WireKind {
    /// Clients resolve names here, or connect straight to a part's own AWS name.
    Client,
    /// A Route 53 record. It carries no request.
    Record,
    /// A CloudFront origin and its behaviour.
    Origin,
    /// A load balancer's target group and its listener rule.
    TargetGroup,
    /// A Network Load Balancer's target group.
    NlbTargetGroup,
    /// A call from one service to another.
    Call,
    /// A database client with its connection pool.
    Pool,
    /// A cache client.
    Cache,
    /// A consumer of a queue.
    Consumer,
    /// The database behind a proxy.
    ProxyTarget,
}

impl Kind {
    /// Every kind, in the order of the palette.
    pub const ALL: [Kind; 22] = [
        Kind::Users,
        Kind::Route53,
        Kind::Cloudfront,
        Kind::Certificate,
        Kind::Region,
        Kind::Vpc,
        Kind::Az,
        Kind::Subnet,
        Kind::NatGateway,
        Kind::Alb,
        Kind::Nlb,
        Kind::Asg,
        Kind::Ec2,
        Kind::Rds,
        Kind::ReadReplica,
        Kind::Elasticache,
        Kind::Sqs,
        Kind::RdsProxy,
        Kind::S3,
        Kind::ExternalService,
        Kind::Note,
        Kind::Frame,
    ];

    /// The name in documents.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Users => "users",
            Kind::Route53 => "route53",
            Kind::Certificate => "certificate",
            Kind::Cloudfront => "cloudfront",
            Kind::S3 => "s3",
            Kind::Region => "region",
            Kind::Vpc => "vpc",
            Kind::Az => "az",
            Kind::Subnet => "subnet",
            Kind::NatGateway => "nat_gateway",
            Kind::Alb => "alb",
            Kind::Nlb => "nlb",
            Kind::Asg => "asg",
            Kind::Ec2 => "ec2",
            Kind::Rds => "rds",
            Kind::ReadReplica => "read_replica",
            Kind::Elasticache => "elasticache",
            Kind::Sqs => "sqs",
            Kind::RdsProxy => "rds_proxy",
            Kind::ExternalService => "external_service",
            Kind::Note => "note",
            Kind::Frame => "frame",
        }
    }

    /// The palette's group.
    pub const fn group(self) -> Group {
        match self {
            Kind::Users | Kind::Route53 | Kind::Certificate | Kind::Cloudfront => Group::Edge,
            Kind::Region | Kind::Vpc | Kind::Az | Kind::Subnet | Kind::NatGateway | Kind::Alb | Kind::Nlb => {
                Group::Network
            }
            Kind::Asg | Kind::Ec2 => Group::Compute,
            Kind::S3
            | Kind::Rds
            | Kind::ReadReplica
            | Kind::RdsProxy
            | Kind::Elasticache
            | Kind::Sqs
            | Kind::ExternalService => Group::Data,
            Kind::Note | Kind::Frame => Group::Annotation,
        }
    }

    /// Whether other parts can lie inside.
    pub const fn is_container(self) -> bool {
        matches!(self, Kind::Region | Kind::Vpc | Kind::Az | Kind::Subnet)
    }

    /// Whether it has members in a VPC, or holds parts that have, so that packets can be kept from it.
    pub const fn is_networked(self) -> bool {
        self.is_container() || self.has_security_groups() || matches!(self, Kind::NatGateway)
    }

    /// Whether security groups guard it.
    pub const fn has_security_groups(self) -> bool {
        matches!(
            self,
            Kind::Alb
                | Kind::Nlb
                | Kind::Asg
                | Kind::Ec2
                | Kind::Rds
                | Kind::ReadReplica
                | Kind::RdsProxy
                | Kind::Elasticache
        )
    }

    /// Whether it only explains the picture and takes no part in a run.
    pub const fn is_annotation(self) -> bool {
        matches!(self, Kind::Note | Kind::Frame)
    }

    /// Whether a person chooses its size.
    pub const fn is_resizable(self) -> bool {
        self.is_container() || self.is_annotation()
    }

    /// Whether a part of this kind may lie in `container` (`None`: on the open canvas).
    ///
    /// Parts that span zones sit in the VPC and name their subnets; an instance and a replica sit in one subnet.
    pub const fn may_lie_in(self, container: Option<Kind>) -> bool {
        matches!(
            (self, container),
            (Kind::Users | Kind::Route53 | Kind::Cloudfront | Kind::Region | Kind::ExternalService, None)
                | (Kind::S3 | Kind::Sqs | Kind::Certificate | Kind::Vpc, Some(Kind::Region))
                | (Kind::Az, Some(Kind::Vpc))
                | (Kind::Subnet, Some(Kind::Az))
                | (Kind::NatGateway, Some(Kind::Subnet | Kind::Vpc))
                | (Kind::Alb | Kind::Nlb | Kind::Asg | Kind::Rds | Kind::RdsProxy | Kind::Elasticache, Some(Kind::Vpc))
                | (Kind::Ec2 | Kind::ReadReplica, Some(Kind::Subnet))
                | (Kind::Note | Kind::Frame, None | Some(Kind::Region | Kind::Vpc | Kind::Az | Kind::Subnet))
        )
    }

    /// Whether the part names subnets that its members live in.
    pub const fn spans_subnets(self) -> bool {
        matches!(self, Kind::Alb | Kind::Nlb | Kind::Asg | Kind::Rds | Kind::RdsProxy | Kind::Elasticache)
    }

    /// What a wire from this kind to `target` means, or `None` where no such wire exists.
    pub const fn wire_to(self, target: Kind) -> Option<WireKind> {
        match (self, target) {
            (Kind::Users, Kind::Route53 | Kind::Cloudfront | Kind::S3 | Kind::Alb | Kind::Nlb | Kind::Ec2) => {
                Some(WireKind::Client)
            }
            (Kind::Route53, Kind::Cloudfront | Kind::S3 | Kind::Alb | Kind::Nlb | Kind::Ec2) => Some(WireKind::Record),
            (Kind::Cloudfront, Kind::S3 | Kind::Alb | Kind::Nlb | Kind::Ec2) => Some(WireKind::Origin),
            (Kind::Alb, Kind::Asg | Kind::Ec2) => Some(WireKind::TargetGroup),
            (Kind::Nlb, Kind::Asg | Kind::Ec2) => Some(WireKind::NlbTargetGroup),
            (Kind::Asg | Kind::Ec2, Kind::Rds | Kind::ReadReplica | Kind::RdsProxy) => Some(WireKind::Pool),
            (Kind::RdsProxy, Kind::Rds) => Some(WireKind::ProxyTarget),
            (Kind::Asg | Kind::Ec2, Kind::Elasticache) => Some(WireKind::Cache),
            (
                Kind::Asg | Kind::Ec2,
                Kind::Alb | Kind::Nlb | Kind::Asg | Kind::Ec2 | Kind::Sqs | Kind::ExternalService,
            ) => Some(WireKind::Call),
            (Kind::Sqs, Kind::Asg | Kind::Ec2) => Some(WireKind::Consumer),
            _ => None,
        }
    }
}
