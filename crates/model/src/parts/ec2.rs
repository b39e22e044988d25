//! A single EC2 instance: nothing replaces it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::application::instance_settings;
use super::{Application, CpuCredits, RootVolume};
use crate::fact;
use crate::fields::Fields;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// An instance in the subnet it lies in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Ec2 {
    /// Instance type.
    pub instance_type: String,
    /// CPU credits, for a burstable type.
    pub cpu_credits: CpuCredits,
    /// Its root volume.
    pub root_volume: RootVolume,
    /// Seconds for which a rested network interface sends at its burst bandwidth (EC2-19).
    pub network_burst_s: f64,
    /// What runs on it.
    pub application: Application,
    /// Whether it has a public address; reaching it from the internet also needs a public subnet (VPC-03).
    pub public_address: bool,
    /// Security groups; empty means rules derived from the wires.
    pub security_groups: Vec<String>,
}

impl Default for Ec2 {
    fn default() -> Self {
        Ec2 {
            instance_type: "m6i.large".into(),
            cpu_credits: CpuCredits::default(),
            root_volume: RootVolume::default(),
            network_burst_s: fact::NETWORK_BURST.value,
            application: Application::default(),
            public_address: false,
            security_groups: Vec::new(),
        }
    }
}

/// The settings of an instance.
pub(crate) const SETTINGS: &[Setting] = instance_settings![
    [],
    setting(SettingKey::PublicAddress, "public_address", Section::Network, Control::Toggle),
    setting(SettingKey::SecurityGroups, "security_groups", Section::Network, Control::SecurityGroups),
];
