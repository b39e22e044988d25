//! The style of a part's health.

use ninepins_report::Health;

/// The class of what shows how a part is.
pub(crate) const fn health_class(health: Health) -> &'static str {
    match health {
        Health::Idle => "idle",
        Health::Healthy => "healthy",
        Health::Strained => "strained",
        Health::Failing => "failing",
    }
}
