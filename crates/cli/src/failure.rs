//! Why a command could not do its work.

use ninepins_scenarios::ScenarioError;
use ninepins_share::{LinkError, ReadError};

#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("{source_name} cannot be read: {error}")]
    Unreadable { source_name: String, error: std::io::Error },
    #[error("{source_name}: {reason}")]
    Sweep { source_name: String, reason: String },
    #[error("{0}")]
    Document(#[from] ReadError),
    #[error("{0}")]
    Link(#[from] LinkError),
    #[error("{0}")]
    Scenario(#[from] ScenarioError),
}
