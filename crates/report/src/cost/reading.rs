//! What is counted of each part, and which price is paid for it.

use ninepins_model::fact::{self, Fact};
use ninepins_model::instance_types::{InstanceType, RDS, database_usd_per_hour, ec2, rds};
use ninepins_model::parts::{Rds, RootVolume, StorageType, VolumeType};
use ninepins_model::wires::{RecordCheckType, RequestInterval, RoutingPolicy};
use ninepins_model::{Design, Part, PartId, PartSettings};

use super::{CostLine, HOUR_S, Item, MONTH_H};
use crate::{PartIndex, PartUsage, Quantity};

/// One part of a run, to be billed.
pub(super) struct Reading<'a> {
    pub(super) design: &'a Design,
    pub(super) index: PartIndex,
    pub(super) usage: &'a [PartUsage],
    pub(super) hours: f64,
    pub(super) lines: &'a mut Vec<CostLine>,
}

impl Reading<'_> {
    pub(super) fn part(&mut self, id: &PartId, part: &Part) {
        match &part.settings {
            PartSettings::ExternalService(_) => return,
            PartSettings::Users(users) => {
                let (amount, unit_price) = (self.used(Quantity::FailedRequests), users.failure_usd);
                let fact = &fact::FAILURE_VALUE;
                if unit_price > 0.0 {
                    self.lines.push(CostLine {
                        part: self.index,
                        item: Item::FailedRequests,
                        amount,
                        unit_price,
                        fact,
                    });
                }
                return;
            }
            PartSettings::Ec2(instance) => {
                self.instances(ec2(&instance.instance_type), 0, &fact::PRICE_INSTANCE);
                self.priced(Item::SurplusCredits, self.used(Quantity::SurplusCredits) / 60.0, &fact::PRICE_SURPLUS);
                self.volumes(&instance.root_volume);
                self.addresses();
            }
            PartSettings::Asg(group) => {
                self.instances(ec2(&group.instance_type), 0, &fact::PRICE_INSTANCE);
                self.spot(&group.instance_type);
                self.priced(Item::SurplusCredits, self.used(Quantity::SurplusCredits) / 60.0, &fact::PRICE_SURPLUS);
                self.volumes(&group.root_volume);
                self.addresses();
            }
            PartSettings::Rds(database) => {
                self.database(database, &database.instance_class);
            }
            PartSettings::RdsProxy(_) => {
                let behind = self.design.wires.values().filter(|wire| wire.from == *id);
                let vcpus = behind.filter_map(|wire| match &self.design.parts.get(&wire.to)?.settings {
                    PartSettings::Rds(database) => Some(rds(&database.instance_class)?.vcpus.max(2)),
                    _ => None,
                });
                let vcpus: u32 = vcpus.take(1).sum();
                self.priced(Item::Proxy, self.hours * f64::from(vcpus), &fact::PRICE_PROXY);
            }
            PartSettings::Sqs(queue) => {
                self.priced(Item::QueueRequests, self.used(Quantity::QueueRequests) / 1e6, &fact::PRICE_QUEUE);
                let zones = if queue.vpc_endpoint { self.zones_beside(id) } else { 0 };
                return self.priced(Item::Endpoints, self.hours * zones as f64, &fact::PRICE_ENDPOINT);
            }
            PartSettings::Elasticache(cache) => {
                let amount = self.instance_hours();
                let (unit_price, fact) = (cache.node().usd_per_hour, &fact::PRICE_CACHE);
                return self.lines.push(CostLine { part: self.index, item: Item::Instances, amount, unit_price, fact });
            }
            PartSettings::ReadReplica(replica) => {
                let source = replica.replica_of.as_ref().and_then(|id| self.design.parts.get(id));
                if let Some(PartSettings::Rds(database)) = source.map(|part| &part.settings) {
                    self.database(database, &replica.instance_class);
                }
            }
            PartSettings::Alb(alb) => self.balancer(alb.internet_facing, alb.subnets.len(), &fact::PRICE_LCU),
            PartSettings::Nlb(nlb) => self.balancer(nlb.internet_facing, nlb.subnets.len(), &fact::PRICE_NLCU),
            PartSettings::NatGateway(nat) => {
                self.priced(Item::NatGateway, self.hours, &fact::PRICE_NAT_HOUR);
                self.priced(Item::PublicAddresses, self.hours * f64::from(nat.addresses), &fact::PRICE_ADDRESS);
                self.priced(Item::NatData, self.used(Quantity::NatBytes) / 1e9, &fact::PRICE_NAT_DATA);
            }
            PartSettings::Route53(_) => self.hosted_zone(id),
            PartSettings::S3(_) => {
                self.priced(Item::GetRequests, self.used(Quantity::GetRequests) / 1e6, &fact::PRICE_GETS);
                self.priced(Item::PutRequests, self.used(Quantity::PutRequests) / 1e6, &fact::PRICE_PUTS);
            }
            PartSettings::Cloudfront(_) => {
                self.priced(Item::EdgeRequests, self.used(Quantity::EdgeRequests) / 1e6, &fact::PRICE_EDGE_REQUESTS);
                self.gigabytes(Item::DataToOrigins, Quantity::OriginUploadBytes, &fact::PRICE_EDGE_UPLOAD);
                return self.gigabytes(Item::DataTransferOut, Quantity::InternetBytes, &fact::PRICE_EDGE_DATA);
            }
            _ => return,
        }
        self.gigabytes(Item::DataTransferOut, Quantity::InternetBytes, &fact::PRICE_INTERNET);
        self.gigabytes(Item::BetweenRegions, Quantity::InterRegionBytes, &fact::PRICE_REGIONS);
        // Each byte is charged where it leaves and where it arrives (PRC-25).
        self.priced(Item::BetweenZones, 2.0 * self.used(Quantity::CrossZoneBytes) / 1e9, &fact::PRICE_ZONES);
    }

    /// Root volumes, by size and by what is provisioned beyond gp3's own (PRC-17).
    fn volumes(&mut self, volume: &RootVolume) {
        let months = self.used(Quantity::VolumeSeconds) / HOUR_S / MONTH_H;
        let price = match volume.volume_type {
            VolumeType::Gp2 => &fact::PRICE_VOLUME_GP2,
            VolumeType::Gp3 => &fact::PRICE_VOLUME_GP3,
        };
        self.priced(Item::VolumeStorage, months * f64::from(volume.size_gib), price);
        if volume.volume_type == VolumeType::Gp3 {
            let (iops, throughput) = volume.limits().beyond_gp3();
            self.priced(Item::VolumeIops, months * iops, &fact::PRICE_VOLUME_IOPS);
            self.priced(Item::VolumeThroughput, months * throughput, &fact::PRICE_VOLUME_THROUGHPUT);
        }
    }

    /// Public addresses of instances, for as long as these exist.
    fn addresses(&mut self) {
        self.priced(Item::PublicAddresses, self.used(Quantity::AddressSeconds) / HOUR_S, &fact::PRICE_ADDRESS);
    }

    fn gigabytes(&mut self, item: Item, quantity: Quantity, fact: &'static Fact) {
        self.priced(item, self.used(quantity) / 1e9, fact);
    }

    /// Instances of a database of this class with its storage.
    fn database(&mut self, database: &Rds, class: &str) {
        let is_instance = |usage: &&PartUsage| usage.part == self.index && usage.quantity == Quantity::InstanceSeconds;
        for usage in self.usage.iter().filter(is_instance) {
            let class = RDS.get(usize::from(usage.class).wrapping_sub(1)).copied().or_else(|| rds(class));
            self.lines.push(CostLine {
                part: self.index,
                item: Item::Instances,
                amount: usage.amount / HOUR_S,
                unit_price: class.map_or(0.0, |class| database_usd_per_hour(database.engine, class)),
                fact: &fact::PRICE_DATABASE,
            });
        }
        self.priced(Item::SurplusCredits, self.used(Quantity::SurplusCredits) / 60.0, &fact::PRICE_SURPLUS);
        let storage = match database.storage.storage_type {
            _ if database.engine.is_aurora() => &fact::PRICE_AURORA_STORAGE,
            StorageType::Io1 => &fact::PRICE_IO1_STORAGE,
            StorageType::Gp2 | StorageType::Gp3 => &fact::PRICE_STORAGE,
        };
        let iops = match database.storage.storage_type {
            StorageType::Io1 => &fact::PRICE_IO1_IOPS,
            StorageType::Gp2 | StorageType::Gp3 => &fact::PRICE_GP3_IOPS,
        };
        let months = |quantity| self.used(quantity) / HOUR_S / MONTH_H;
        let (gigabytes, provisioned) = (months(Quantity::StorageGibSeconds), months(Quantity::IopsSeconds));
        self.priced(Item::Storage, gigabytes, storage);
        self.priced(Item::ProvisionedIops, provisioned, iops);
        self.priced(Item::StorageIos, self.used(Quantity::StorageIos) / 1e6, &fact::PRICE_AURORA_IOS);
    }

    fn balancer(&mut self, internet_facing: bool, nodes: usize, capacity: &'static Fact) {
        let addresses = if internet_facing { nodes as f64 } else { 0.0 };
        self.priced(Item::LoadBalancer, self.hours, &fact::PRICE_BALANCER);
        self.priced(Item::CapacityUnits, self.used(Quantity::LcuSeconds) / HOUR_S, capacity);
        self.priced(Item::PublicAddresses, self.hours * addresses, &fact::PRICE_ADDRESS);
    }

    fn hosted_zone(&mut self, id: &PartId) {
        let months = self.hours / MONTH_H;
        let wires = self.design.wires.values().filter(|wire| wire.from == *id);
        let records: Vec<_> = wires.map(ninepins_model::Wire::record).collect();
        let has = |policy| records.iter().any(|record| record.policy == policy);
        let query = if has(RoutingPolicy::Geolocation) {
            &fact::PRICE_GEO_QUERIES
        } else if has(RoutingPolicy::Latency) {
            &fact::PRICE_LATENCY_QUERIES
        } else {
            &fact::PRICE_QUERIES
        };
        let (mut checks, mut options) = (0_u32, 0_u32);
        for check in records.iter().map(|record| &record.health_check) {
            if check.kind != RecordCheckType::None {
                checks += 1;
                options += u32::from(check.kind == RecordCheckType::Https)
                    + u32::from(check.search_string_end > 0)
                    + u32::from(check.request_interval == RequestInterval::Fast);
            }
        }
        self.priced(Item::HostedZone, months, &fact::PRICE_ZONE);
        self.priced(Item::Queries, self.used(Quantity::DnsQueries) / 1e6, query);
        self.priced(Item::HealthChecks, months * f64::from(checks), &fact::PRICE_CHECK);
        self.priced(Item::HealthChecks, months * f64::from(options), &fact::PRICE_CHECK_OPTION);
    }

    fn instances(&mut self, size: Option<InstanceType>, edition: usize, fact: &'static Fact) {
        let Some(size) = size else { return };
        let unit_price = size.usd_per_hour[edition];
        self.lines.push(CostLine {
            part: self.index,
            item: Item::Instances,
            amount: self.instance_hours(),
            unit_price,
            fact,
        });
    }

    /// Zones that the members of parts wired to this one are in.
    fn zones_beside(&self, id: &PartId) -> usize {
        let wires = self.design.wires.values().filter(|wire| wire.from == *id || wire.to == *id);
        let others = wires.map(|wire| if wire.from == *id { &wire.to } else { &wire.from });
        let mut zones: Vec<&str> = Vec::new();
        for other in others {
            let Some(part) = self.design.parts.get(other) else { continue };
            let spanned = part.subnets().iter().filter_map(|subnet| self.design.zone_name(subnet));
            for zone in spanned.chain(self.design.zone_name(other)) {
                if !zones.contains(&zone) {
                    zones.push(zone);
                }
            }
        }
        zones.len()
    }

    fn spot(&mut self, instance_type: &str) {
        let Some(size) = ec2(instance_type) else { return };
        let unit_price = size.usd_per_hour[0] * fact::PRICE_SPOT.value / 100.0;
        let amount = self.used(Quantity::SpotSeconds) / HOUR_S;
        self.lines.push(CostLine {
            part: self.index,
            item: Item::SpotInstances,
            amount,
            unit_price,
            fact: &fact::PRICE_SPOT,
        });
    }

    fn priced(&mut self, item: Item, amount: f64, fact: &'static Fact) {
        self.lines.push(CostLine { part: self.index, item, amount, unit_price: fact.value, fact });
    }

    fn instance_hours(&self) -> f64 {
        self.used(Quantity::InstanceSeconds) / HOUR_S
    }

    fn used(&self, quantity: Quantity) -> f64 {
        let found = self.usage.iter().find(|usage| usage.part == self.index && usage.quantity == quantity);
        found.map_or(0.0, |usage| usage.amount)
    }
}
