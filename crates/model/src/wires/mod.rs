//! The settings of each kind of wire.

mod call;
mod origin;
mod pool;
mod record;
mod target_group;

pub use call::Call;
pub use origin::Origin;
pub use pool::Pool;
pub use record::{FailoverRole, Record, RecordCheckType, RecordHealthCheck, RequestInterval, RoutingPolicy};
pub use target_group::{Algorithm, HealthCheck, HealthCheckDepth, TargetGroup};

use crate::WireKind;
use crate::setting::Setting;

/// What can be set on a wire of this kind.
pub const fn settings_of(kind: WireKind) -> &'static [Setting] {
    match kind {
        WireKind::Client => &[],
        WireKind::Record => record::SETTINGS,
        WireKind::Origin => origin::SETTINGS,
        WireKind::TargetGroup => target_group::SETTINGS,
        WireKind::Call => call::SETTINGS,
        WireKind::Pool => pool::SETTINGS,
    }
}
