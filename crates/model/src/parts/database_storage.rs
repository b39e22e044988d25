//! The volume of a database: type, size, I/O operations and throughput (RDS-26 to RDS-32).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::VolumeLimits;
use crate::fact;
use crate::fields::Fields;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// The volume that each instance of a database has. Aurora's storage is its own and has no limits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct DatabaseStorage {
    /// Type of the volume.
    pub storage_type: StorageType,
    /// GiB allocated.
    pub allocated_gib: u32,
    /// I/O operations a second that are provisioned; 0 takes what the type and the size include.
    pub iops: u32,
    /// MiB a second that are provisioned with gp3 from 400 GiB on; 0 takes what the size includes.
    pub throughput_mibps: u32,
    /// GiB up to which storage autoscaling may grow the volume; 0 is off (RDS-32).
    pub max_allocated_gib: u32,
    /// Per cent of the volume in use at the start.
    pub used_percent: f64,
    /// I/O credits of a gp2 volume at the start, in per cent of a full bucket (EBS-02).
    pub burst_percent: f64,
    /// Reads answered from the buffer pool, in per cent; each of the others costs an I/O operation.
    pub buffer_hit_percent: f64,
    /// I/O operations of a write: its log and, later, its pages.
    pub write_ios: f64,
    /// KiB of an I/O operation.
    pub io_kib: f64,
    /// KiB by which a write lets the data grow.
    pub write_kib: f64,
}

/// Type of a volume.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum StorageType {
    /// General Purpose SSD (gp3): 3,000 IOPS, from 400 GiB on 12,000 and more (RDS-28, RDS-29).
    Gp3,
    /// General Purpose SSD (gp2): 3 IOPS a GiB, and bursts (RDS-26, RDS-27).
    Gp2,
    /// Provisioned IOPS SSD (io1) (RDS-30).
    Io1,
}

impl Default for DatabaseStorage {
    fn default() -> Self {
        DatabaseStorage {
            storage_type: StorageType::Gp3,
            allocated_gib: fact::ALLOCATED_STORAGE.whole(),
            iops: fact::PROVISIONED_IOPS.whole(),
            throughput_mibps: fact::STORAGE_THROUGHPUT.whole(),
            max_allocated_gib: fact::MAX_ALLOCATED_STORAGE.whole(),
            used_percent: fact::STORAGE_USED.value,
            burst_percent: fact::BURST_START.value,
            buffer_hit_percent: fact::BUFFER_HITS.value,
            write_ios: fact::WRITE_IOS.value,
            io_kib: fact::IO_SIZE.value,
            write_kib: fact::WRITE_SIZE.value,
        }
    }
}

/// From this size on a volume of MySQL, MariaDB or PostgreSQL is striped over four (RDS-27 to RDS-29).
const STRIPED_GIB: u32 = 400;
impl DatabaseStorage {
    /// What a volume of this size can do (RDS-26 to RDS-30).
    pub fn limits(&self, allocated_gib: u32) -> VolumeLimits {
        let is_striped = allocated_gib >= STRIPED_GIB;
        let (gib, wanted) = (f64::from(allocated_gib), f64::from(self.iops));
        let asked = |value: f64, least: f64, most: f64| value.max(least).min(most);
        match self.storage_type {
            StorageType::Gp2 => VolumeLimits::gp2(gib, if is_striped { 4.0 } else { 1.0 }),
            StorageType::Gp3 => {
                // Below the threshold nothing can be provisioned.
                let (iops, throughput_mibps) = if is_striped {
                    let throughput = f64::from(self.throughput_mibps);
                    (asked(wanted, 12_000.0, 64_000.0), asked(throughput, 500.0, 4_000.0))
                } else {
                    (3_000.0, 125.0)
                };
                VolumeLimits::steady(iops, throughput_mibps)
            }
            StorageType::Io1 => {
                let most: f64 = if is_striped { 256_000.0 } else { 19_950.0 };
                let iops = asked(wanted, 1_000.0, most.min(50.0 * gib).max(1_000.0));
                VolumeLimits::steady(iops, asked(iops / 4.0, 500.0, 4_000.0))
            }
        }
    }

    /// I/O operations a second that are paid for on top of the volume (PRC-13, PRC-14).
    pub fn billed_iops(&self, allocated_gib: u32) -> f64 {
        let limits = self.limits(allocated_gib);
        match self.storage_type {
            StorageType::Gp2 => 0.0,
            StorageType::Gp3 => (limits.iops - 12_000.0).max(0.0),
            StorageType::Io1 => limits.iops,
        }
    }
}

/// The settings of a database's storage.
pub(super) const SETTINGS: [Setting; 11] = [
    setting(SettingKey::StorageType, "storage.storage_type", Section::Storage, Control::Choice(&["gp3", "gp2", "io1"])),
    setting(
        SettingKey::AllocatedStorage,
        "storage.allocated_gib",
        Section::Storage,
        Control::Integer(&fact::ALLOCATED_STORAGE),
    ),
    setting(SettingKey::ProvisionedIops, "storage.iops", Section::Storage, Control::Integer(&fact::PROVISIONED_IOPS)),
    setting(
        SettingKey::StorageThroughput,
        "storage.throughput_mibps",
        Section::Storage,
        Control::Integer(&fact::STORAGE_THROUGHPUT),
    ),
    setting(
        SettingKey::MaxAllocatedStorage,
        "storage.max_allocated_gib",
        Section::Storage,
        Control::Integer(&fact::MAX_ALLOCATED_STORAGE),
    ),
    setting(SettingKey::StorageUsed, "storage.used_percent", Section::Storage, Control::Decimal(&fact::STORAGE_USED)),
    setting(SettingKey::BurstStart, "storage.burst_percent", Section::Storage, Control::Decimal(&fact::BURST_START)),
    setting(
        SettingKey::BufferHits,
        "storage.buffer_hit_percent",
        Section::Storage,
        Control::Decimal(&fact::BUFFER_HITS),
    ),
    setting(SettingKey::WriteIos, "storage.write_ios", Section::Storage, Control::Decimal(&fact::WRITE_IOS)),
    setting(SettingKey::IoSize, "storage.io_kib", Section::Storage, Control::Decimal(&fact::IO_SIZE)),
    setting(SettingKey::WriteSize, "storage.write_kib", Section::Storage, Control::Decimal(&fact::WRITE_SIZE)),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(storage_type: StorageType, gib: u32, iops: u32) -> (f64, f64) {
        let limits = DatabaseStorage { storage_type, iops, ..DatabaseStorage::default() }.limits(gib);
        (limits.iops, limits.burst_iops)
    }

    #[test]
    fn gp2_has_three_operations_a_gibibyte_and_bursts() {
        let gp2 = |gib| limits(StorageType::Gp2, gib, 0);
        assert_eq!([gp2(20), gp2(100), gp2(399)], [(100.0, 3_000.0), (300.0, 3_000.0), (1_197.0, 3_000.0)]);
        assert_eq!([gp2(400), gp2(3_999)], [(1_200.0, 12_000.0), (11_997.0, 12_000.0)]);
        assert_eq!([gp2(4_000), gp2(30_000)], [(12_000.0, 12_000.0), (64_000.0, 64_000.0)]);
    }

    #[test]
    fn gp3_cannot_be_provisioned_below_400_gibibytes() {
        let gp3 = |gib, iops| limits(StorageType::Gp3, gib, iops).0;
        assert_eq!([gp3(100, 20_000), gp3(400, 0), gp3(400, 20_000), gp3(400, 99_000)], [3e3, 12e3, 20e3, 64e3]);
    }

    #[test]
    fn io1_gives_what_is_provisioned() {
        let io1 = |gib, iops| limits(StorageType::Io1, gib, iops).0;
        assert_eq!([io1(100, 0), io1(100, 3_000), io1(100, 9_000), io1(6_000, 300_000)], [1e3, 3e3, 5e3, 256e3]);
    }
}
