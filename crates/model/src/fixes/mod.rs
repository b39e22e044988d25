//! Fixes: the obvious edit that mends a problem, as one step of the history. `words` names them.
//!
//! A fix is offered only if the problem is gone once it is made. What a person must decide has none.

mod addresses;
mod balancer;
mod certificates;
mod cloudfront;
mod cost;
mod database;
mod elasticache;
mod internet;
mod lists;
mod records;
mod scaling;
mod sqs;
mod values;

use crate::setting::{SettingKey, Unit};
use crate::{
    Design, Edit, Part, PartId, PartSettings, Problem, ProblemKind, Subject, Wire, WireId, WireSettings, problems,
};

/// What mends a problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What it does, for saying it.
    pub kind: FixKind,
    /// The edit.
    pub edit: Edit,
}

/// What a fix does.
#[derive(Debug, Clone, PartialEq)]
pub enum FixKind {
    /// Sets a number.
    SetTo {
        /// Of this setting.
        key: SettingKey,
        /// To this.
        value: f64,
        /// In this unit.
        unit: Unit,
    },
    /// Chooses a value.
    Choose {
        /// Of this setting.
        key: SettingKey,
        /// As the document has it.
        value: String,
    },
    /// Turns a setting on.
    TurnOn(SettingKey),
    /// Turns a setting off.
    TurnOff(SettingKey),
    /// Fills in a text.
    Fill {
        /// Of this setting.
        key: SettingKey,
        /// What it becomes.
        text: String,
    },
    /// Removes the part.
    RemovePart,
    /// Removes the wire.
    RemoveWire,
    /// Removes the event from the timeline.
    RemoveEvent,
    /// Takes this off a list.
    LeaveOut(String),
    /// Adds these subnets.
    AddSubnets(Vec<PartId>),
    /// Takes these subnets in place of what it has: public ones.
    UsePublicSubnets(Vec<PartId>),
    /// The same with private ones.
    UsePrivateSubnets(Vec<PartId>),
    /// Attaches a certificate that is there.
    AttachCertificate(PartId),
    /// Creates a certificate in this Region and attaches it.
    CreateCertificate {
        /// The Region's code.
        region: String,
    },
    /// Adds a name to the certificate.
    CoverHost(String),
    /// Creates the record.
    CreateRecord {
        /// Its name.
        host: String,
        /// Where it leads.
        to: PartId,
    },
    /// Wires it to a part.
    Connect(PartId),
    /// Wires a part to it.
    ConnectFrom(PartId),
    /// Adds a route to the internet gateway to this subnet.
    AddInternetRoute(PartId),
    /// Attaches an internet gateway to the VPC.
    AttachInternetGateway,
    /// Routes through this NAT gateway, which may be new.
    RouteThroughNat(PartId),
    /// Puts a NAT gateway into each zone, with the routes to it.
    NatPerZone,
    /// Lets the subnet's network ACL allow everything again.
    DefaultAcl(PartId),
    /// Puts minimum, desired and maximum into order.
    OrderCapacity,
    /// Puts the TTLs into order.
    OrderTtls,
    /// Adds the security group rule.
    Admit,
    /// Gives each pool so many connections.
    SharePools(u32),
    /// Replicates this database.
    ReplicateFrom(PartId),
    /// Raises the thresholds for DNS to those for routing.
    RaiseDnsThresholds,
    /// Gives the target groups a weight of 1.
    GiveWeight,
    /// Serves the bucket by its REST endpoint with signed requests.
    SignRequests,
}

/// The fix of a problem, where one is obvious.
pub fn fix(design: &Design, problem: &Problem) -> Option<Fix> {
    let fix = match &problem.subject {
        Subject::Part(id) => of_part(design, id, design.parts.get(id)?, &problem.kind),
        Subject::Wire(id) => of_wire(design, id, design.wires.get(id)?, &problem.kind),
        Subject::Event(index) => remove_event(design, *index),
    }?;
    let mut mended = design.clone();
    mended.apply(fix.edit.clone()).ok()?;
    (!problems(&mended).contains(problem)).then_some(fix)
}

fn of_part(design: &Design, id: &PartId, part: &Part, kind: &ProblemKind) -> Option<Fix> {
    use ProblemKind as Kind;
    match kind {
        Kind::NoSubnets | Kind::OneZone | Kind::NoZoneForStandby => lists::add_subnets(design, id, part),
        Kind::ForeignSubnet(subnet) => lists::leave_out_subnet(id, part, subnet),
        Kind::NoSecurityGroup(name) => lists::leave_out_group(design, id, part, name),
        Kind::PublicDatabase => lists::private_subnets(design, id, part),
        Kind::NoCertificate => certificates::attach(design, id),
        Kind::CertificateRegion { .. } => certificates::attach(design, id),
        Kind::CertificateName { host } => certificates::cover(design, part, host),
        Kind::NoRecord { host } => certificates::create_record(design, id, host),
        Kind::NoTargetForUsers | Kind::NoTargets | Kind::NoOrigin => lists::connect(design, id, part),
        Kind::NothingLeadsHere => lists::connect_from(design, id, part),
        Kind::NotPublic(subnet) => internet::make_public(design, id, part, subnet),
        Kind::NoInternetGateway => internet::attach_gateway(design, id),
        Kind::AddressesWithoutRoute => internet::add_route(design, id),
        Kind::MissingNatGateway(nat) => internet::replace_nat(design, id, nat),
        Kind::SharedNatGateway => internet::nat_per_zone(design, id),
        Kind::NoWayOut(subnet) => internet::way_out(design, id, part, subnet),
        Kind::NoPublicAddress => values::turn(design, id, SettingKey::PublicAddress, true),
        Kind::BadRange | Kind::RangeOutsideVpc | Kind::RangeOverlaps(_) => addresses::free_range(design, id, part),
        Kind::TooFewAddresses { addresses, .. } => values::lower_maximum(part, id, *addresses),
        Kind::NoZoneName | Kind::DuplicateZone(_) | Kind::ZoneOutsideRegion(_) => {
            addresses::name_zone(design, id, part)
        }
        Kind::CapacityOrder => values::order_capacity(id, part),
        Kind::OutOfRange { setting, value } => values::nearest(design, &Subject::Part(id.clone()), setting, *value),
        Kind::UnknownChoice { setting, .. } => values::default_choice(design, &Subject::Part(id.clone()), setting),
        Kind::PoolsOverLimit { limit, .. } => values::share_pools(design, id, *limit),
        Kind::ReplicaOfNothing => values::replicate(design, id, part),
        Kind::TooManyForwarded { .. } => values::lower_forwarded(design, id),
        Kind::NoWeight => balancer::give_weight(design, id),
        Kind::CertificateNotRenewed => certificates::renew(design, id),
        Kind::EmptyTable => values::choose(design, &Subject::Part(id.clone()), SettingKey::Shape, "constant"),
        Kind::Scaling(problem) => scaling::of_group(design, id, part, problem),
        Kind::Cloudfront(problem) => cloudfront::of_part(design, id, part, problem),
        Kind::Cache(problem) => elasticache::of_part(design, id, part, *problem),
        Kind::Queue(problem) => sqs::of_part(design, id, part, problem),
        Kind::Database(problem) => database::of_part(design, id, part, *problem),
        Kind::Cost(problem) => cost::of_part(design, id, part, *problem),
        _ => None,
    }
}

fn of_wire(design: &Design, id: &WireId, wire: &Wire, kind: &ProblemKind) -> Option<Fix> {
    use ProblemKind as Kind;
    match kind {
        Kind::WireToNothing | Kind::WireWithoutMeaning { .. } => {
            Some(Fix { kind: FixKind::RemoveWire, edit: Edit::Wire { id: id.clone(), to: None } })
        }
        Kind::OutOfRange { setting, value } => values::nearest(design, &Subject::Wire(id.clone()), setting, *value),
        Kind::UnknownChoice { setting, .. } => values::default_choice(design, &Subject::Wire(id.clone()), setting),
        Kind::NotAdmitted | Kind::ClientAddressesNotAdmitted | Kind::CheckNotAdmitted { .. } => {
            balancer::admit(design, wire, kind)
        }
        Kind::AclBlocks(subnet) => internet::default_acl(design, subnet),
        Kind::TargetsOutsideZones(zone) => {
            lists::add_subnet_in(design, &wire.from, design.parts.get(&wire.from)?, zone)
        }
        Kind::Cloudfront(problem) => cloudfront::of_wire(design, id, wire, problem),
        Kind::Cache(problem) => elasticache::of_wire(id, *problem),
        Kind::Queue(problem) => sqs::of_wire(design, wire, problem),
        Kind::Database(problem) => database::of_wire(design, id, *problem),
        Kind::CallsInACircle => Some(Fix { kind: FixKind::RemoveWire, edit: Edit::Wire { id: id.clone(), to: None } }),
        Kind::PoolOverThreads { threads, .. } => values::number(design, id, SettingKey::PoolSize, f64::from(*threads)),
        Kind::TimeoutLongerDownstream { upstream_s, .. } => {
            values::number(design, id, SettingKey::CallTimeout, *upstream_s)
        }
        Kind::RetriesMultiply { .. } => values::number(design, id, SettingKey::CallTries, 1.0)
            .or_else(|| values::number(design, id, SettingKey::QueryTries, 1.0)),
        Kind::CnameAtApex
        | Kind::MixedPolicies
        | Kind::DuplicateRecord
        | Kind::TargetHealthOfDistribution
        | Kind::LoneHealthCheck
        | Kind::CheckOfOtherPort
        | Kind::NoDefaultLocation
        | Kind::LongTtl => records::of_record(design, id, wire, kind),
        other => balancer::of_group(design, id, wire, other),
    }
}

fn remove_event(design: &Design, index: usize) -> Option<Fix> {
    let mut events = design.scenario.events.clone();
    if index >= events.len() {
        return None;
    }
    events.remove(index);
    Some(Fix { kind: FixKind::RemoveEvent, edit: Edit::Events(events) })
}

/// The edit that gives a part other settings.
fn part_edit(id: &PartId, part: &Part, settings: PartSettings) -> Edit {
    Edit::Part { id: id.clone(), to: Some(Box::new(Part { settings, ..part.clone() })) }
}

/// The edit that gives a wire other settings.
fn wire_edit(id: &WireId, wire: &Wire, settings: WireSettings) -> Edit {
    Edit::Wire { id: id.clone(), to: Some(Box::new(Wire { settings: Some(settings), ..wire.clone() })) }
}

#[cfg(test)]
mod tests;
