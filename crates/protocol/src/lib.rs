//! Messages between the page and the worker: postcard, with a handshake of versions.
//!
//! A design and an event travel as the JSON of the document, because they skip defaults and are tagged; everything else
//! is plain data.
#![warn(missing_docs)]

use ninepins_report::Frame;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The version of these messages. On a mismatch the page asks for a reload.
pub const PROTOCOL: u32 = 1;

/// From the page to the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// The first message.
    Hello {
        /// The page's [`PROTOCOL`].
        protocol: u32,
    },
    /// Run this design from its start and catch up to `at_ms`. Where only the timeline differs from the design that
    /// runs, what came before the first difference is kept.
    Open {
        /// Counts the page's openings and seeks; frames of an older generation are dropped.
        generation: u32,
        /// The design as JSON.
        design: Vec<u8>,
        /// Simulated milliseconds to catch up to.
        at_ms: u64,
    },
    /// Go to this time: back by checkpoint and replay, forward by running.
    Seek {
        /// As in [`ToWorker::Open`].
        generation: u32,
        /// Simulated milliseconds.
        at_ms: u64,
    },
    /// One credit: run towards `until_ms`, answer with a frame.
    Advance {
        /// As in [`ToWorker::Open`].
        generation: u32,
        /// Simulated milliseconds to run to; a catch-up in progress comes first.
        until_ms: u64,
        /// Wall milliseconds it may take.
        budget_ms: u32,
        /// Whether the frame shall carry gauges.
        gauges: bool,
    },
    /// Do this now.
    Act {
        /// As in [`ToWorker::Open`].
        generation: u32,
        /// The action as JSON, as in an event of the document without `at_ms`.
        action: Vec<u8>,
    },
}

/// From the worker to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// The answer to the first message.
    Hello {
        /// The worker's [`PROTOCOL`].
        protocol: u32,
    },
    /// The answer to one credit.
    Frame {
        /// The generation it belongs to.
        generation: u32,
        /// What is new.
        frame: Frame,
    },
    /// The action took effect at this whole millisecond; the page commits the event.
    Acted {
        /// The generation it belongs to.
        generation: u32,
        /// When.
        at_ms: u64,
        /// The action as it was sent.
        action: Vec<u8>,
    },
    /// A message was not understood; nothing has changed.
    Refused {
        /// Why, for the console.
        reason: String,
    },
}

/// A message that cannot be encoded or decoded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a message between the page and the simulation was not understood")]
pub struct BadMessage;

/// The bytes of a message.
///
/// # Errors
/// A value that postcard cannot write.
pub fn encode<T: Serialize>(message: &T) -> Result<Vec<u8>, BadMessage> {
    postcard::to_allocvec(message).map_err(|_| BadMessage)
}

/// The message in these bytes.
///
/// # Errors
/// Anything but exactly one message.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BadMessage> {
    match postcard::take_from_bytes(bytes) {
        Ok((message, [])) => Ok(message),
        _ => Err(BadMessage),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_survives_the_journey() {
        let message = ToWorker::Seek { generation: 3, at_ms: 60_000 };
        assert_eq!(decode(&encode(&message).unwrap()), Ok(message));
    }

    #[test]
    fn a_truncated_message_is_refused() {
        let bytes = encode(&ToWorker::Seek { generation: 3, at_ms: 60_000 }).unwrap();
        assert_eq!(decode::<ToWorker>(&bytes[..bytes.len() - 1]), Err(BadMessage));
    }
}
