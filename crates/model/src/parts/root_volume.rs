//! The EBS volume that an instance starts from (EBS-01 to EBS-10).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::VolumeLimits;
use crate::fact;
use crate::fields::Fields;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// An instance's root volume.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct RootVolume {
    /// Its type, which says how many operations it does in a second.
    pub volume_type: VolumeType,
    /// Its size in GiB. A gp2 volume does 3 operations a second for each (EBS-01).
    pub size_gib: u32,
    /// Provisioned operations a second of a gp3 volume, 500 for each GiB at most (EBS-05, EBS-06).
    pub iops: u32,
    /// Provisioned MiB a second of a gp3 volume, a quarter for each operation at most (EBS-05, EBS-06).
    pub throughput_mib: u32,
    /// Milliseconds that an operation takes where nothing is in its way (EBS-08).
    pub latency_ms: f64,
    /// Per cent of it that is used at the start.
    pub used_percent: f64,
}

/// A type of EBS volume.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum VolumeType {
    /// General purpose, by size, with a bucket of I/O credits (EBS-01 to EBS-04).
    Gp2,
    /// General purpose, as provisioned (EBS-05, EBS-06).
    Gp3,
}

impl RootVolume {
    /// What it can do.
    pub fn limits(&self) -> VolumeLimits {
        let gib = f64::from(self.size_gib);
        match self.volume_type {
            VolumeType::Gp2 => VolumeLimits::gp2(gib, 1.0),
            VolumeType::Gp3 => VolumeLimits::gp3(gib, f64::from(self.iops), f64::from(self.throughput_mib)),
        }
    }
}

impl Default for RootVolume {
    fn default() -> Self {
        RootVolume {
            volume_type: VolumeType::Gp3,
            size_gib: fact::VOLUME_SIZE.whole(),
            iops: fact::VOLUME_IOPS.whole(),
            throughput_mib: fact::VOLUME_THROUGHPUT.whole(),
            latency_ms: fact::VOLUME_LATENCY.value,
            used_percent: fact::VOLUME_USED.value,
        }
    }
}

/// The settings of the root volume, on whatever has instances.
pub(super) const VOLUME_TYPE: Setting =
    setting(SettingKey::VolumeType, "root_volume.volume_type", Section::Storage, Control::Choice(&["gp2", "gp3"]));
/// Its size.
pub(super) const VOLUME_SIZE: Setting =
    setting(SettingKey::VolumeSize, "root_volume.size_gib", Section::Storage, Control::Integer(&fact::VOLUME_SIZE));
/// Its provisioned operations.
pub(super) const VOLUME_IOPS: Setting =
    setting(SettingKey::VolumeIops, "root_volume.iops", Section::Storage, Control::Integer(&fact::VOLUME_IOPS));
/// Its provisioned throughput.
pub(super) const VOLUME_THROUGHPUT: Setting = setting(
    SettingKey::VolumeThroughput,
    "root_volume.throughput_mib",
    Section::Storage,
    Control::Integer(&fact::VOLUME_THROUGHPUT),
);
/// Its latency.
pub(super) const VOLUME_LATENCY: Setting = setting(
    SettingKey::VolumeLatency,
    "root_volume.latency_ms",
    Section::Assumptions,
    Control::Decimal(&fact::VOLUME_LATENCY),
);
/// How full it is.
pub(super) const VOLUME_USED: Setting =
    setting(SettingKey::VolumeUsed, "root_volume.used_percent", Section::Storage, Control::Decimal(&fact::VOLUME_USED));
/// How long a network interface bursts.
pub(super) const NETWORK_BURST: Setting =
    setting(SettingKey::NetworkBurst, "network_burst_s", Section::Assumptions, Control::Decimal(&fact::NETWORK_BURST));
