//! What a run costs: what was counted, times the price that AWS publishes for us-east-1.
//!
//! No free tier, no volume discount, no storage of buckets. What failed requests are worth is a line of its own
//! and not part of the sum: it is the user's own estimate.

mod reading;

use ninepins_model::Design;
use ninepins_model::fact::Fact;
use reading::Reading;
use serde::{Deserialize, Serialize};

use crate::outcome::listed;
use crate::{PartIndex, PartUsage};

/// Hours of a month in AWS's own calculations.
pub const MONTH_H: f64 = 730.0;
const HOUR_S: f64 = 3_600.0;

listed! {
    /// A line of the bill.
    Item {
        /// Hours of instances; of a database, the standby's too.
        Instances,
        /// Hours of Spot Instances.
        SpotInstances,
        /// Hours of a vCPU beyond what burstable instances earn.
        SurplusCredits,
        /// Months of a gigabyte of instances' root volumes.
        VolumeStorage,
        /// Months of an I/O operation a second of theirs beyond what gp3 includes.
        VolumeIops,
        /// Months of a MiB a second of theirs beyond what gp3 includes.
        VolumeThroughput,
        /// Hours of a vCPU behind an RDS Proxy.
        Proxy,
        /// Months of a gigabyte of database storage.
        Storage,
        /// Months of provisioned I/O operations a second.
        ProvisionedIops,
        /// Millions of storage operations.
        StorageIos,
        /// Hours of public IPv4 addresses.
        PublicAddresses,
        /// Hours of a load balancer.
        LoadBalancer,
        /// LCU-hours, or NLCU-hours.
        CapacityUnits,
        /// Hours of a NAT gateway.
        NatGateway,
        /// Gigabytes that a NAT gateway processed.
        NatData,
        /// Months of a hosted zone.
        HostedZone,
        /// Months of its health checks.
        HealthChecks,
        /// Millions of DNS queries.
        Queries,
        /// Millions of requests to a distribution.
        EdgeRequests,
        /// Millions of requests to a bucket, but for those that put an object.
        GetRequests,
        /// Millions of requests that put an object.
        PutRequests,
        /// Millions of requests to a queue.
        QueueRequests,
        /// Hours of an interface endpoint in a zone.
        Endpoints,
        /// Gigabytes sent to the internet.
        DataTransferOut,
        /// Gigabytes between zones: out of one, and again into the other.
        BetweenZones,
        /// Gigabytes to another Region.
        BetweenRegions,
        /// Gigabytes that a distribution sent to its origins.
        DataToOrigins,
        /// Requests that failed, at what the user says one is worth. No price of AWS's.
        FailedRequests,
    }
}

/// A line of the bill.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CostLine {
    /// The part.
    pub part: PartIndex,
    /// What for.
    pub item: Item,
    /// How much, in the unit of the price.
    pub amount: f64,
    /// US dollars for one.
    pub unit_price: f64,
    /// Where the price is from.
    pub fact: &'static Fact,
}

impl CostLine {
    /// US dollars.
    pub fn usd(&self) -> f64 {
        self.amount * self.unit_price
    }
}

/// The bill of a run that has lasted `elapsed_s`: the lines of each part, in the order of parts.
pub fn bill(design: &Design, usage: &[PartUsage], elapsed_s: f64) -> Vec<CostLine> {
    let mut lines = Vec::new();
    for ((id, part), index) in design.running_parts().zip(0..) {
        let mut meter = Reading { design, index, usage, hours: elapsed_s / HOUR_S, lines: &mut lines };
        meter.part(id, part);
    }
    lines.retain(|line| line.amount > 0.0);
    lines
}

impl Item {
    /// Whether it is the user's own estimate, not a price of AWS's.
    pub const fn is_estimate(self) -> bool {
        matches!(self, Item::FailedRequests)
    }
}

/// What AWS charges for lines, in US dollars.
pub fn total_usd<'a>(lines: impl IntoIterator<Item = &'a CostLine>) -> f64 {
    lines.into_iter().filter(|line| !line.item.is_estimate()).map(CostLine::usd).sum()
}

/// What failed requests among the lines are worth by the user's own estimate, in US dollars.
pub fn failures_usd<'a>(lines: impl IntoIterator<Item = &'a CostLine>) -> f64 {
    lines.into_iter().filter(|line| line.item.is_estimate()).map(CostLine::usd).sum()
}

/// What a month costs that goes on as the run did so far.
pub fn monthly_usd(total_usd: f64, elapsed_s: f64) -> f64 {
    if elapsed_s > 0.0 { total_usd * MONTH_H * HOUR_S / elapsed_s } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use ninepins_model::PartSettings;
    use ninepins_model::parts::{RootVolume, VolumeType};
    use ninepins_model::presets::Preset;

    use super::*;
    use crate::Quantity;

    const SECONDS: f64 = MONTH_H * HOUR_S;

    fn usage(design: &Design, id: &str, quantity: Quantity, amount: f64) -> PartUsage {
        let part = design.running_parts().position(|(other, _)| other.as_str() == id).unwrap();
        PartUsage { part: part as PartIndex, quantity, class: 0, amount }
    }

    /// Cents of a part's item in a month.
    fn cents(design: &Design, usage: &[PartUsage], id: &str, item: Item) -> i64 {
        let part = design.running_parts().position(|(other, _)| other.as_str() == id).unwrap() as PartIndex;
        let lines = bill(design, usage, SECONDS);
        let of_item = lines.iter().filter(|line| line.part == part && line.item == item);
        (total_usd(of_item) * 100.0).round() as i64
    }

    #[test]
    fn a_month_of_a_load_balancer_in_two_zones_costs_its_hours_its_addresses_and_its_capacity_units() {
        let design = Preset::TwoTierOneAz.design();
        let used = [usage(&design, "alb", Quantity::LcuSeconds, SECONDS)];
        let of = |item| cents(&design, &used, "alb", item);
        assert_eq!([of(Item::LoadBalancer), of(Item::CapacityUnits), of(Item::PublicAddresses)], [1643, 584, 730]);
    }

    #[test]
    fn a_month_of_a_nat_gateway_costs_its_hours_its_address_and_its_gigabytes() {
        let design = Preset::OneNatGateway.design();
        let used = [usage(&design, "nat", Quantity::NatBytes, 10e9)];
        let of = |item| cents(&design, &used, "nat", item);
        assert_eq!([of(Item::NatGateway), of(Item::NatData), of(Item::PublicAddresses)], [3285, 45, 365]);
    }

    #[test]
    fn a_standby_costs_as_much_as_its_primary() {
        let design = Preset::SeedArchitecture.design();
        let used = [usage(&design, "db", Quantity::InstanceSeconds, 2.0 * SECONDS)];
        assert_eq!(cents(&design, &used, "db", Item::Instances), 2 * 11_607);
    }

    #[test]
    fn a_month_of_four_root_volumes_costs_their_gigabytes_and_what_is_provisioned_beyond_gp3() {
        let mut design = Preset::SeedArchitecture.design();
        let used = [usage(&design, "api", Quantity::VolumeSeconds, 4.0 * SECONDS)];
        let items = [Item::VolumeStorage, Item::VolumeIops, Item::VolumeThroughput];
        // 4 x 8 x 0.08.
        assert_eq!(items.map(|item| cents(&design, &used, "api", item)), [256, 0, 0]);
        let mut with = |change: &dyn Fn(&mut RootVolume)| {
            let id = "api".parse().unwrap();
            let Some(PartSettings::Asg(group)) = design.parts.get_mut(&id).map(|part| &mut part.settings) else {
                panic!("the example has a group")
            };
            change(&mut group.root_volume);
            items.map(|item| cents(&design, &used, "api", item))
        };
        // 4 x 100 x 0.08; 4 x 2,000 x 0.005; 4 x 125 x 0.04.
        let provisioned = with(&|volume| (volume.size_gib, volume.iops, volume.throughput_mib) = (100, 5_000, 250));
        assert_eq!(provisioned, [3_200, 4_000, 2_000]);
        // 4 x 100 x 0.10: gp2 has nothing to provision.
        assert_eq!(with(&|volume| volume.volume_type = VolumeType::Gp2), [4_000, 0, 0]);
    }

    #[test]
    fn what_half_an_hour_cost_is_projected_to_a_month_of_730_hours() {
        assert_eq!(monthly_usd(0.5, 1_800.0), 730.0);
        assert_eq!(monthly_usd(0.5, 0.0), 0.0);
    }
}
