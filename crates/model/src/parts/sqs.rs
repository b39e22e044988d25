//! SQS: a standard queue between those who send messages and those who work on them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A standard queue, with its dead-letter queue if it has one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct Sqs {
    /// Seconds that a received message stays hidden; if it is not deleted by then, it is delivered again (SQS-01).
    pub visibility_timeout_s: f64,
    /// Seconds that a message is kept (SQS-02).
    pub retention_s: f64,
    /// Seconds that a receive waits for a message: long polling; 0 answers at once (SQS-04).
    pub receive_wait_s: f64,
    /// Whether messages that were received too often go to a dead-letter queue (SQS-05).
    pub dead_letter_queue: bool,
    /// Receives after which a message goes there (SQS-05).
    pub max_receive_count: u32,
    /// Messages that may be received and not deleted at a time (SQS-06).
    pub in_flight_limit: u32,
    /// Visible messages at the start of the run.
    pub messages_at_start: u32,
    /// Whether the VPCs of its clients have an interface endpoint for it, so that they need no way to the internet.
    pub vpc_endpoint: bool,
    /// Milliseconds that a request to the queue takes.
    pub latency_ms: f64,
}

impl Default for Sqs {
    fn default() -> Self {
        Sqs {
            visibility_timeout_s: fact::VISIBILITY_TIMEOUT.value,
            retention_s: fact::MESSAGE_RETENTION.value,
            receive_wait_s: fact::RECEIVE_WAIT.value,
            dead_letter_queue: false,
            max_receive_count: fact::MAX_RECEIVE_COUNT.whole(),
            in_flight_limit: fact::IN_FLIGHT_MESSAGES.whole(),
            messages_at_start: fact::MESSAGES_AT_START.whole(),
            vpc_endpoint: false,
            latency_ms: fact::QUEUE_LATENCY.value,
        }
    }
}

/// The settings of a queue.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(
        SettingKey::VisibilityTimeout,
        "visibility_timeout_s",
        Section::General,
        Control::Decimal(&fact::VISIBILITY_TIMEOUT),
    ),
    setting(SettingKey::MessageRetention, "retention_s", Section::General, Control::Decimal(&fact::MESSAGE_RETENTION)),
    setting(SettingKey::ReceiveWait, "receive_wait_s", Section::General, Control::Decimal(&fact::RECEIVE_WAIT)),
    setting(SettingKey::DeadLetterQueue, "dead_letter_queue", Section::Availability, Control::Toggle),
    setting(
        SettingKey::MaxReceiveCount,
        "max_receive_count",
        Section::Availability,
        Control::Integer(&fact::MAX_RECEIVE_COUNT),
    ),
    setting(
        SettingKey::InFlightMessages,
        "in_flight_limit",
        Section::Capacity,
        Control::Integer(&fact::IN_FLIGHT_MESSAGES),
    ),
    setting(
        SettingKey::MessagesAtStart,
        "messages_at_start",
        Section::General,
        Control::Integer(&fact::MESSAGES_AT_START),
    ),
    setting(SettingKey::QueueEndpoint, "vpc_endpoint", Section::Network, Control::Toggle),
    setting(SettingKey::QueueLatency, "latency_ms", Section::Assumptions, Control::Decimal(&fact::QUEUE_LATENCY)),
];
