//! The settings of each kind of wire.

mod cache;
mod call;
mod consumer;
mod health_check;
mod nlb_target_group;
mod origin;
mod pool;
mod record;
mod shared_target_group;
mod target_group;

pub use cache::{CacheClient, OnWrite};
pub use call::Call;
pub use consumer::Consumer;
pub use health_check::{CHECK_PATH, GroupHealth, HealthCheck, HealthCheckDepth, is_path, is_success};
pub use nlb_target_group::{CheckProtocol, NlbHealthCheck, NlbTargetGroup};
pub use origin::{
    AllowedMethods, CacheControl, CachePolicy, FAILOVER_CODES, Origin, OriginProtocol, OriginRole, path_matches,
};
pub use pool::Pool;
pub use record::{FailoverRole, Record, RecordCheckType, RecordHealthCheck, RequestInterval, RoutingPolicy};
pub use target_group::{
    Algorithm, Authentication, ListenerRule, ProtocolVersion, Stickiness, StickinessCookie, TargetGroup, TargetProtocol,
};

use ninepins_macros::later;

use crate::WireKind;
use crate::setting::Setting;

/// What can be set on a wire of this kind.
pub fn settings_of(kind: WireKind) -> &'static [Setting] {
    match kind {
        WireKind::Record => record::SETTINGS,
        WireKind::Origin => origin::SETTINGS,
        WireKind::TargetGroup => target_group::SETTINGS,
        WireKind::Pool => pool::SETTINGS,
        WireKind::Client | WireKind::ProxyTarget => &[],
        _ => kind.settings_of_others(),
    }
}

#[later]
impl WireKind {
    /// Of what the first screen does not show.
    fn settings_of_others(self) -> &'static [Setting] {
        match self {
            WireKind::NlbTargetGroup => nlb_target_group::SETTINGS,
            WireKind::Call => call::SETTINGS,
            WireKind::Cache => cache::SETTINGS,
            WireKind::Consumer => consumer::SETTINGS,
            _ => &[],
        }
    }
}
