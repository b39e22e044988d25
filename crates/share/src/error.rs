//! Why a document or a link is refused.

use ninepins_model::limits;

/// Why a text is not opened as a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is larger than a document may be.
    #[error("the document is larger than {} KiB", limits::DOCUMENT_BYTES >> 10)]
    TooLarge,
    /// It is not JSON.
    #[error("this is not JSON: line {line}, column {column}")]
    NotJson {
        /// Line of the first error, from 1.
        line: usize,
        /// Column of the first error.
        column: usize,
    },
    /// It is JSON, but not a Ninepins document.
    #[error("this is not a Ninepins document: it has no “ninepins” version")]
    NotADocument,
    /// A newer version of Ninepins wrote it.
    #[error("this was made with a newer version of Ninepins (document version {version}): reload to get it")]
    NewerVersion {
        /// Its document version.
        version: u64,
    },
    /// Too many parts.
    #[error("the document has {count} parts; at most {} can be opened", limits::PARTS)]
    TooManyParts {
        /// How many.
        count: usize,
    },
    /// Too many wires.
    #[error("the document has {count} wires; at most {} can be opened", limits::WIRES)]
    TooManyWires {
        /// How many.
        count: usize,
    },
    /// Too many events.
    #[error("the document has {count} events; at most {} can be opened", limits::EVENTS)]
    TooManyEvents {
        /// How many.
        count: usize,
    },
    /// Containers are nested too deeply.
    #[error("“{part}” lies in more than {} containers", limits::NESTING)]
    TooDeep {
        /// The part in the innermost container.
        part: String,
    },
    /// Something in it cannot be understood at all.
    #[error("{place}: {reason}")]
    Bad {
        /// Where, levels joined by dots: `parts.alb`.
        place: String,
        /// What is wrong there.
        reason: String,
    },
}

/// Why a text is not opened as a link.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is longer than a link may be.
    #[error("the link is longer than {} KiB", limits::LINK_BYTES >> 10)]
    TooLong,
    /// It carries no design.
    #[error("this link carries no design")]
    NotALink,
    /// A newer version of Ninepins made it.
    #[error("this link was made with a newer version of Ninepins (link version {version}): reload to get it")]
    NewerVersion {
        /// The number after the `d`.
        version: String,
    },
    /// It was cut off or changed on its way.
    #[error("the link is damaged: a part of it was cut off or changed")]
    Damaged,
    /// The document in it is refused.
    #[error(transparent)]
    Document(#[from] ReadError),
}
