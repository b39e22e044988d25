//! A call from one service to another: a thread of the caller waits for the answer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// How a service calls another one. A request that calls makes its calls one after the other and holds its thread
/// meanwhile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct Call {
    /// Seconds that one try may take (TRF-10).
    pub timeout_s: f64,
    /// Tries of one call, the first included (TRF-04).
    pub tries: u32,
    /// First pause before another try in milliseconds; it doubles with each (TRF-06).
    pub backoff_ms: f64,
    /// Whether the pause is uniform between zero and the backoff (TRF-07).
    pub jitter: bool,
    /// Calls that one request makes (LAT-13).
    pub calls: u32,
    /// Per cent of the requests that call.
    pub share_percent: f64,
    /// Seconds between two TCP keepalive packets on its connection; 0 sends none (VPC-13).
    pub tcp_keepalive_s: f64,
}

impl Default for Call {
    fn default() -> Self {
        Call {
            timeout_s: fact::CALL_TIMEOUT.value,
            tries: fact::CALL_TRIES.whole(),
            backoff_ms: fact::CALL_BACKOFF.value,
            jitter: true,
            calls: fact::CALLS_PER_REQUEST.whole(),
            share_percent: fact::CALL_SHARE.value,
            tcp_keepalive_s: fact::CALLER_TCP_KEEPALIVE.value,
        }
    }
}

/// The settings of a call.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::CallShare, "share_percent", Section::Traffic, Control::Decimal(&fact::CALL_SHARE)),
    setting(SettingKey::CallsPerRequest, "calls", Section::Traffic, Control::Integer(&fact::CALLS_PER_REQUEST)),
    setting(SettingKey::CallTimeout, "timeout_s", Section::Connections, Control::Decimal(&fact::CALL_TIMEOUT)),
    setting(SettingKey::CallTries, "tries", Section::Connections, Control::Integer(&fact::CALL_TRIES)),
    setting(SettingKey::CallBackoff, "backoff_ms", Section::Connections, Control::Decimal(&fact::CALL_BACKOFF)),
    setting(SettingKey::CallJitter, "jitter", Section::Connections, Control::Toggle),
    setting(
        SettingKey::TcpKeepalive,
        "tcp_keepalive_s",
        Section::Connections,
        Control::Decimal(&fact::CALLER_TCP_KEEPALIVE),
    ),
];
