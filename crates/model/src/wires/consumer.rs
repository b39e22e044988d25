//! A consumer of a queue: workers that receive its messages, work on them and delete them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// How each instance polls the queue. A message is worked on as a write of the application on the instance is: its CPU
/// time, its wait, its calls and its query.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct Consumer {
    /// Messages that an instance works on at a time; each is received by itself.
    pub concurrency: u32,
    /// Milliseconds between an empty receive and the next one.
    pub pause_ms: f64,
    /// Per cent of the messages that no worker can work on: they fail every time.
    pub poison_percent: f64,
}

impl Default for Consumer {
    fn default() -> Self {
        Consumer {
            concurrency: fact::CONSUMER_CONCURRENCY.whole(),
            pause_ms: fact::CONSUMER_PAUSE.value,
            poison_percent: fact::POISON_MESSAGES.value,
        }
    }
}

/// The settings of a consumer.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(
        SettingKey::ConsumerConcurrency,
        "concurrency",
        Section::Capacity,
        Control::Integer(&fact::CONSUMER_CONCURRENCY),
    ),
    setting(SettingKey::ConsumerPause, "pause_ms", Section::Connections, Control::Decimal(&fact::CONSUMER_PAUSE)),
    setting(SettingKey::PoisonMessages, "poison_percent", Section::Traffic, Control::Decimal(&fact::POISON_MESSAGES)),
];
