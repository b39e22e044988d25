//! Region, VPC, Availability Zone, subnet: the containers that decide reachability, latency and what a fault hits.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::{Blank, Fields};

use super::NetworkAcl;
use crate::setting::{Control, Section, Setting, SettingKey, setting};
use crate::{PartId, fact};

/// An AWS Region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Region {
    /// AWS's code, for example `ap-northeast-2`.
    pub code: String,
    /// Round trip inside one zone, in milliseconds (LAT-01).
    pub same_zone_rtt_ms: f64,
    /// Round trip between two zones, in milliseconds (LAT-02).
    pub cross_zone_rtt_ms: f64,
    /// Round trip to another Region in milliseconds, where no published measurement says it (LAT-04, LAT-05).
    pub other_region_rtt_ms: f64,
    /// vCPUs of On-Demand Instances that may run in it (EC2-28).
    pub on_demand_vcpus: u32,
}

/// A virtual private cloud.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Vpc {
    /// Its address range.
    pub cidr: String,
    /// Whether an internet gateway is attached (VPC-06).
    pub internet_gateway: bool,
    /// Whether every route table has a gateway endpoint for S3 (VPC-30).
    pub s3_endpoint: bool,
    /// The main route table beyond the local route: that of every subnet without one of its own (VPC-05).
    pub main_routes: BTreeMap<String, RouteTarget>,
}

/// An Availability Zone of a VPC: one box per zone and VPC.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields, Default)]
#[serde(default)]
pub struct Az {
    /// AWS's name, for example `ap-northeast-2a`. Zone faults hit everything in the zone of that name.
    pub zone: String,
}

/// A subnet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields, Default)]
#[serde(default)]
pub struct Subnet {
    /// Its address range.
    pub cidr: String,
    /// Whether it has a route table of its own even where that holds nothing but the local route; otherwise a subnet without
    /// routes uses the main route table of its VPC (VPC-05).
    pub own_route_table: bool,
    /// Its own route table beyond the local route, destination to target. A route of `0.0.0.0/0` to the internet gateway
    /// makes the subnet public (VPC-03).
    pub routes: BTreeMap<String, RouteTarget>,
    /// Whether instances launched here get a public address (VPC-03).
    pub map_public_ip: bool,
    /// Its network ACL; the default one allows everything (VPC-24).
    pub network_acl: NetworkAcl,
}

/// Where a route leads: `internet_gateway`, or the id of a NAT gateway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub enum RouteTarget {
    /// The VPC's internet gateway.
    InternetGateway,
    /// A NAT gateway of the VPC. Of one that is not there, packets vanish.
    NatGateway(PartId),
}

const INTERNET_GATEWAY: &str = "internet_gateway";

impl Blank for RouteTarget {
    fn blank() -> Self {
        RouteTarget::InternetGateway
    }
}

impl TryFrom<String> for RouteTarget {
    type Error = crate::BadId;
    fn try_from(text: String) -> Result<Self, crate::BadId> {
        if text == INTERNET_GATEWAY {
            Ok(RouteTarget::InternetGateway)
        } else {
            text.parse().map(RouteTarget::NatGateway)
        }
    }
}

impl From<RouteTarget> for String {
    fn from(target: RouteTarget) -> String {
        match target {
            RouteTarget::InternetGateway => INTERNET_GATEWAY.into(),
            RouteTarget::NatGateway(id) => id.into(),
        }
    }
}

impl Subnet {
    /// Whether it has a route table of its own, rather than the main one of its VPC (VPC-05).
    pub fn has_own_table(&self) -> bool {
        self.own_route_table || !self.routes.is_empty()
    }
}

impl Default for Region {
    fn default() -> Self {
        Region {
            code: "ap-northeast-2".into(),
            same_zone_rtt_ms: fact::SAME_ZONE_ROUND_TRIP.value,
            cross_zone_rtt_ms: fact::CROSS_ZONE_ROUND_TRIP.value,
            other_region_rtt_ms: fact::OTHER_REGION_ROUND_TRIP.value,
            on_demand_vcpus: fact::ON_DEMAND_QUOTA.whole(),
        }
    }
}

impl Default for Vpc {
    fn default() -> Self {
        Vpc { cidr: "10.0.0.0/16".into(), internet_gateway: true, s3_endpoint: false, main_routes: BTreeMap::new() }
    }
}

/// The settings of a Region.
pub(crate) const REGION_SETTINGS: &[Setting] = &[
    setting(SettingKey::RegionCode, "code", Section::General, Control::Text),
    setting(SettingKey::OnDemandQuota, "on_demand_vcpus", Section::Capacity, Control::Integer(&fact::ON_DEMAND_QUOTA)),
    setting(
        SettingKey::SameZoneRoundTrip,
        "same_zone_rtt_ms",
        Section::Network,
        Control::Decimal(&fact::SAME_ZONE_ROUND_TRIP),
    ),
    setting(
        SettingKey::CrossZoneRoundTrip,
        "cross_zone_rtt_ms",
        Section::Network,
        Control::Decimal(&fact::CROSS_ZONE_ROUND_TRIP),
    ),
    setting(
        SettingKey::OtherRegionRoundTrip,
        "other_region_rtt_ms",
        Section::Assumptions,
        Control::Decimal(&fact::OTHER_REGION_ROUND_TRIP),
    ),
];

/// The settings of a VPC.
pub(crate) const VPC_SETTINGS: &[Setting] = &[
    setting(SettingKey::VpcCidr, "cidr", Section::Network, Control::Text),
    setting(SettingKey::InternetGateway, "internet_gateway", Section::Network, Control::Toggle),
    setting(SettingKey::MainRoutes, "main_routes", Section::Network, Control::Routes),
    setting(SettingKey::S3Endpoint, "s3_endpoint", Section::Network, Control::Toggle),
];

/// The settings of an Availability Zone.
pub(crate) const AZ_SETTINGS: &[Setting] = &[setting(SettingKey::ZoneName, "zone", Section::General, Control::Text)];

/// The settings of a subnet.
pub(crate) const SUBNET_SETTINGS: &[Setting] = &[
    setting(SettingKey::SubnetCidr, "cidr", Section::Network, Control::Text),
    setting(SettingKey::OwnRouteTable, "own_route_table", Section::Network, Control::Toggle),
    setting(SettingKey::Routes, "routes", Section::Network, Control::Routes),
    setting(SettingKey::MapPublicIp, "map_public_ip", Section::Network, Control::Toggle),
    setting(SettingKey::AclInbound, "network_acl.inbound", Section::Network, Control::Texts),
    setting(SettingKey::AclOutbound, "network_acl.outbound", Section::Network, Control::Texts),
];
