//! What was repaired, or should be known, about a document that was opened.

use std::fmt;

/// Something to tell the person who opened a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Another version of the engine made the figures its author saw.
    OtherEngine {
        /// The author's engine version.
        theirs: u64,
        /// This engine's version.
        ours: u32,
    },
    /// A field that this version does not know was left out.
    UnknownField {
        /// Where, levels joined by dots.
        path: String,
    },
    /// A number was brought into its valid range.
    Clamped {
        /// Where.
        path: String,
        /// As written.
        from: f64,
        /// As taken.
        to: f64,
    },
    /// A value that is none of the choices was replaced by the default.
    UnknownChoice {
        /// Where.
        path: String,
        /// As written.
        value: String,
    },
    /// Invisible characters were taken out of a text.
    TextCleaned {
        /// Where.
        path: String,
    },
    /// A text was cut to the longest that is kept.
    TextShortened {
        /// Where.
        path: String,
    },
    /// A part lay inside itself and was put on the open canvas.
    CycleCut {
        /// The part.
        part: String,
    },
    /// The events were brought into the order of time.
    EventsSorted,
    /// There were more notices than are kept.
    More {
        /// How many more.
        count: usize,
    },
}

impl fmt::Display for Notice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::OtherEngine { theirs, ours } => write!(
                formatter,
                "its author used version {theirs} of the engine and this is version {ours}, so figures may differ"
            ),
            Notice::UnknownField { path } => write!(formatter, "{path} is not known here and was left out"),
            Notice::Clamped { path, from, to } => write!(formatter, "{path} was {from} and is now {to}"),
            Notice::UnknownChoice { path, value } => {
                write!(formatter, "{path} was “{value}”, which is no choice, and is now the default")
            }
            Notice::TextCleaned { path } => write!(formatter, "invisible characters were taken out of {path}"),
            Notice::TextShortened { path } => write!(formatter, "{path} was shortened"),
            Notice::CycleCut { part } => {
                write!(formatter, "“{part}” lay inside itself and was put on the open canvas")
            }
            Notice::EventsSorted => formatter.write_str("the events were brought into the order of time"),
            Notice::More { count } => write!(formatter, "{count} more repairs were made"),
        }
    }
}

/// Most notices kept of one document.
const KEPT: usize = 100;

/// Collects notices up to a limit.
#[derive(Default)]
pub(crate) struct Notices {
    kept: Vec<Notice>,
    more: usize,
}

impl Notices {
    /// Adds a notice; past the limit it is only counted, so it is made only when it is kept.
    pub(crate) fn add(&mut self, notice: impl FnOnce() -> Notice) {
        if self.kept.len() < KEPT {
            self.kept.push(notice());
        } else {
            self.more += 1;
        }
    }

    pub(crate) fn into_list(mut self) -> Vec<Notice> {
        if self.more > 0 {
            self.kept.push(Notice::More { count: self.more });
        }
        self.kept
    }
}
