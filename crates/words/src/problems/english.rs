//! Problems in English.

use ninepins_model::limits::MEMORY_MIB;
use ninepins_model::{Design, PartId, ProblemKind, Quota, Subject};

use super::{cloudfront, cost, database, elasticache, is_nlb, placement, scaling, sqs};
use crate::Language::English;
use crate::kinds::a_kind;
use crate::number::{count, duration, number};
use crate::settings_labels::setting_label;

pub(super) fn sentence(design: &Design, subject: &Subject, kind: &ProblemKind) -> String {
    let name = |id: &PartId| design.display_name(id).to_owned();
    let plain = match kind {
        ProblemKind::WrongContainer => {
            return format!("It is in the wrong place. {}", placement(English, design, subject));
        }
        ProblemKind::WireWithoutMeaning { from, to } => {
            return format!("A wire from {} to {} means nothing.", a_kind(*from), a_kind(*to));
        }
        ProblemKind::ForeignSubnet(id) => return format!("{} is not a subnet of its VPC.", name(id)),
        ProblemKind::CertificateRegion { needed } => {
            return format!("The certificate must lie in {needed}, or AWS does not attach it.");
        }
        ProblemKind::CertificateName { host } => return format!("The certificate does not cover {host}."),
        ProblemKind::NoRecord { host } => return format!("No record has the name {host}."),
        ProblemKind::NotPublic(id) => return format!("Its subnet {} has no route to an internet gateway.", name(id)),
        ProblemKind::RangeOverlaps(id) => return format!("Its address range overlaps that of {}.", name(id)),
        ProblemKind::TooFewAddresses { instances, addresses } => {
            let (instances, addresses) = (count(u64::from(*instances)), count(u64::from(*addresses)));
            return format!("It may have {instances} instances; its subnets have {addresses} addresses.");
        }
        ProblemKind::OverQuota { quota, count: there } => {
            let (there, limit) = (count(*there as u64), count(quota.limit() as u64));
            let what = match quota {
                Quota::AclRules => "network ACL rules in one direction",
                Quota::GroupRules => "rules in a security group",
                Quota::Groups => "security groups",
                Quota::Vpcs => "VPCs",
                Quota::NatGateways => "NAT gateways",
            };
            return format!("It has {there} {what}; AWS allows {limit} by default.");
        }
        ProblemKind::MissingNatGateway(id) => {
            return format!("It routes to the NAT gateway {id}, which the VPC does not have, so packets vanish.");
        }
        ProblemKind::NoWayOut(id) => {
            return format!(
                "User data has no way out of {}, so new instances never start their application.",
                name(id)
            );
        }
        ProblemKind::AclBlocks(id) => {
            return format!(
                "The network ACL of {} drops this traffic or its answers, which need ports 1024-65535.",
                name(id)
            );
        }
        ProblemKind::DuplicateZone(zone) => return format!("Another box of this VPC is {zone} already."),
        ProblemKind::ZoneOutsideRegion(zone) => return format!("The zone {zone} does not belong to its Region."),
        ProblemKind::NoSecurityGroup(group) => return format!("There is no security group {group}."),
        ProblemKind::OutOfRange { setting, value } => {
            let label = setting_label(English, setting.key);
            return match setting.fact() {
                Some(fact) => {
                    let range = crate::range(English, fact.min, fact.max);
                    format!("{label} is {}; the valid range is {range}.", number(*value))
                }
                None => format!("{label} cannot be {}.", number(*value)),
            };
        }
        ProblemKind::UnknownChoice { setting, value } => {
            return format!("{} cannot be “{value}”.", setting_label(English, setting.key));
        }
        ProblemKind::PoolsOverLimit { pools, limit } => {
            let (pools, limit) = (count(u64::from(*pools)), count(u64::from(*limit)));
            return format!("All pools together may open {pools} connections; the database allows {limit}.");
        }
        ProblemKind::KeepAliveShort { keep_alive_s, idle_s } => {
            let (keep_alive, idle) = (duration(English, *keep_alive_s), duration(English, *idle_s));
            return format!(
                "Targets close idle connections after {keep_alive}, the load balancer after {idle}: some requests get 502."
            );
        }
        ProblemKind::TooLarge { mib } => {
            return format!(
                "A run would begin with {} MiB of at most {MEMORY_MIB}, most of them here: it does not start.",
                count(u64::from(*mib))
            );
        }
        ProblemKind::TooManyForwarded { count } => {
            return format!(
                "Requests have {count} addresses in X-Forwarded-For; load balancers answer 463 to more than 30."
            );
        }
        ProblemKind::CheckOfOtherPath { path, port } => {
            let port = if *port == 0 { String::new() } else { format!(" on port {port}") };
            return format!("The application answers health checks at {path}{port}; this one gets 404.");
        }
        ProblemKind::CheckPortClosed { port } => {
            return format!("The health check connects to port {port}, where nothing listens, so it always fails.");
        }
        ProblemKind::CheckNotAdmitted { port } => {
            return format!("No security group rule admits health checks on port {port}, so they time out.");
        }
        ProblemKind::CheckNeverPasses { status } => {
            return format!(
                "The checked path answers {status}, which is no success code, so no target is ever healthy."
            );
        }
        ProblemKind::TargetsOutsideZones(zone) => {
            return format!("AWS leaves targets in {zone} unused, because the load balancer has no subnet there.");
        }
        ProblemKind::ZoneWithoutTargets(zone) => {
            return format!("Without cross-zone balancing, requests that enter {zone} find no target and get 503.");
        }
        ProblemKind::Cache(problem) => return elasticache::sentence(English, *problem),
        ProblemKind::Queue(problem) => return sqs::sentence(English, design, problem),
        ProblemKind::Scaling(problem) => return scaling::sentence(English, problem),
        ProblemKind::Cloudfront(problem) => return cloudfront::sentence(English, problem),
        ProblemKind::Database(problem) => return database::sentence(English, *problem),
        ProblemKind::Cost(problem) => return cost::sentence(English, *problem),
        ProblemKind::RetriesMultiply { attempts } => {
            let attempts = count(u64::from(*attempts));
            return format!("Retries multiply on the way here: one request may become {attempts} attempts.");
        }
        ProblemKind::TimeoutLongerDownstream { upstream_s, downstream_s } => {
            let (upstream, downstream) = (duration(English, *upstream_s), duration(English, *downstream_s));
            return format!("A call may take {downstream}, but somebody before it waits only {upstream}.");
        }
        ProblemKind::PoolOverThreads { pool, threads } => {
            let (pool, threads) = (count(u64::from(*pool)), count(u64::from(*threads)));
            return format!("The pool has {pool} connections, but only {threads} threads can use them.");
        }
        ProblemKind::CallsInACircle => "The call leads back to the service that makes it, so it is not made.",
        ProblemKind::CallAcrossVpcs => "It lies in another VPC and has no public address, so calls do not reach it.",
        ProblemKind::WireToNothing => "It starts or ends at a block that does not exist.",
        ProblemKind::NoSubnets => "It names no subnet, so nothing of it runs.",
        ProblemKind::OneZone => "Its subnets lie in one zone only. It needs two to survive the loss of a zone.",
        ProblemKind::NoCertificate => "No certificate is attached, so HTTPS fails.",
        ProblemKind::NoTargetForUsers => {
            "Users have nowhere to send requests: wire them to Route 53 or a load balancer."
        }
        ProblemKind::NoTargets if is_nlb(design, subject) => {
            "It has no targets, so it refuses connections: wire it to a group or an instance."
        }
        ProblemKind::NoTargets => "It has no targets, so it answers 503: wire it to a group or an instance.",
        ProblemKind::NoOrigin => "The distribution has no origin: wire it to a bucket or a load balancer.",
        ProblemKind::NothingLeadsHere => "Nothing leads to it, so it has nothing to do.",
        ProblemKind::NoInternetGateway => "It routes to an internet gateway that the VPC does not have.",
        ProblemKind::BadRange => "Its address range is not a CIDR block between /16 and /28.",
        ProblemKind::RangeOutsideVpc => "Its address range does not lie inside the VPC's.",
        ProblemKind::SharedNatGateway => {
            "Subnets of other zones route to it: they lose the internet with its zone. Put one into each zone."
        }
        ProblemKind::NoPublicAddress => {
            "It has no public address, so the internet does not reach it, nor it the internet."
        }
        ProblemKind::AddressesWithoutRoute => "It assigns public IPs but has no route to an internet gateway.",
        ProblemKind::DifferentVpcs => "Its ends lie in different VPCs, and there is no route between them.",
        ProblemKind::PublicDatabase => "The database lies in a public subnet.",
        ProblemKind::ReplicaOfNothing => "The read replica has no database to replicate.",
        ProblemKind::NoZoneName => "The zone has no name.",
        ProblemKind::CapacityOrder => "Minimum, desired and maximum capacity are not in order.",
        ProblemKind::NoZoneForStandby => "No subnet lies in a second zone, so the standby has no place.",
        ProblemKind::NotAdmitted => "No security group rule admits this traffic, so packets are dropped.",
        ProblemKind::CnameAtApex => {
            "A CNAME may not stand at the apex of a zone, so Route 53 refuses it: make it an alias."
        }
        ProblemKind::MixedPolicies => {
            "Another record of this name has a different routing policy, so Route 53 refuses this one."
        }
        ProblemKind::DuplicateRecord => {
            "Another record of this name stands for the same already, so Route 53 refuses this one."
        }
        ProblemKind::TargetHealthOfDistribution => "Target health cannot be evaluated for a CloudFront distribution.",
        ProblemKind::LoneHealthCheck => {
            "No other record of this name can answer instead, so the health check changes nothing."
        }
        ProblemKind::CheckOfOtherPort => {
            "Its target does not listen for the health check's protocol, so the check always fails."
        }
        ProblemKind::NoDefaultLocation => "No record is the default location, so clients from elsewhere get no answer.",
        ProblemKind::LongTtl => {
            "Caches keep the answer for more than 60 s, which delays the effect of the health check."
        }
        ProblemKind::EmptyTable => "The table of rates has no points, so no request arrives.",
        ProblemKind::UnorderedTable => "The points of the table of rates are not in the order of time or out of range.",
        ProblemKind::CertificateNotRenewed => "It expires during the run and ACM does not renew it.",
        ProblemKind::StickinessWithoutCrossZone => "Stickiness needs cross-zone balancing; without it AWS refuses it.",
        ProblemKind::SlowStartNotInTurn => {
            "Slow start works with round robin only; AWS refuses it with this algorithm."
        }
        ProblemKind::AnomalyMitigationUnused => "Anomaly mitigation works with weighted random only.",
        ProblemKind::CheckTimeoutLong => "The health check's timeout is not below its interval.",
        ProblemKind::DeepHealthCheck => {
            "The health check queries the database, so a database outage makes every target unhealthy at once."
        }
        ProblemKind::DnsBelowRouting => "A threshold for DNS is below the one for routing; AWS refuses that.",
        ProblemKind::ClientAddressesNotAdmitted => {
            "Targets see the clients' addresses, but no security group rule admits them, so packets are dropped."
        }
        ProblemKind::NeedsHttpsListener => {
            "Authentication, HTTP/2 and gRPC targets take an HTTPS listener, which needs a certificate on the load balancer."
        }
        ProblemKind::OtherProtocolVersion => {
            "Clients do not speak the protocol version of this target group, so they get 464."
        }
        ProblemKind::NoDefaultRule => "No target group takes the requests that match no rule, so they get 404.",
        ProblemKind::NoWeight => "All target groups of a rule have the weight 0, so its requests get 503.",
        ProblemKind::EventWithoutTarget => "Its target does not exist or cannot do this, so it has no effect.",
    };
    plain.to_owned()
}
