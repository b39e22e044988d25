//! The design: what a person draws, saves, shares and undoes.
//!
//! Parts, wires and the scenario; their defaults with the facts they come from; validation; edits with their
//! inverses and the history. Pure data and pure functions: no clock, no randomness, no browser.
#![warn(missing_docs)]

mod catalogue;
mod cidr;
mod database_classes;
mod design;
mod edit;
pub mod fact;
mod fields;
mod fixes;
mod history;
mod id;
pub mod instance_types;
mod kind;
#[doc(hidden)]
pub mod later;
pub mod limits;
mod memory;
mod needs;
mod order;
mod part;
pub mod parts;
pub mod presets;
pub mod regions;
mod scenario;
pub mod security;
pub mod self_tests;
mod setting;
mod sla;
mod validation;
mod wire;
pub mod wires;

pub use catalogue::{Holder, catalogue, uses_of};
pub use cidr::{Cidr, RESERVED_ADDRESSES};
pub use design::{Design, without_number};
pub use edit::{Edit, EditError};
pub use fields::{Fields, Mismatch, Slot, from_json, to_json};
pub use fixes::{Fix, FixKind, fix};
pub use history::{Change, History, Step};
pub use id::{BadId, PartId, WireId};
pub use kind::{Group, Kind, WireKind};
pub use memory::TooLarge;
pub use needs::{Condition, Controls, Need, needs};
pub use order::{gathered, put_in_order};
pub use part::{Part, PartSettings};
pub use scenario::{Action, Event, MemberPick, MemberTarget, ScalingProcess, Scenario};
pub use security::{OutboundRule, SecurityGroup, SecurityRule, effective_rules};
pub use setting::{Control, Section, Setting, SettingKey, Unit};
pub use sla::{Promise, promise};
pub use validation::{
    CacheProblem, CloudfrontProblem, CostProblem, DatabaseProblem, Problem, ProblemKind, QueueProblem, Quota,
    ScalingProblem, Severity, Subject, is_called_in_a_circle, name_matches, nesting, problems, record_name,
};
pub use wire::{WIRE_SETTINGS, Wire, WireSettings};

/// The version of the document's format that this build writes.
pub const DOCUMENT_VERSION: u32 = 1;

/// Counts the changes of the engine that alter results. A run of another engine version may differ.
pub const ENGINE_VERSION: u32 = 1;
