//! What the page knows, split by how often it changes: the design, the selection and the preferences are contexts whose
//! consumers render again when they change; what a run reports is in the [`Live`] store, from which each reader takes
//! only what it shows.

mod announcer;
mod design_store;
mod findings;
mod live;
mod messages;
mod preferences;
mod selection;
mod topic;

pub(crate) use announcer::{Announcer, DialogAnnouncer, announce, announce_now};
pub(crate) use design_store::{DesignAction, DesignState, DesignStore, use_design, use_design_store};
pub(crate) use findings::{Findings, use_findings};
pub(crate) use live::{
    Clock, Live, LiveStore, LogBook, WindowBook, part_view, use_live, use_live_store, use_part_view, use_wire_view,
    wire_view,
};
pub(crate) use messages::{Message, Messages, MessagesAction, MessagesState, use_messages};
pub(crate) use preferences::{
    Language, Preferences, PreferencesAction, PreferencesStore, System, Theme, use_language, use_preferences,
};
pub(crate) use selection::{Selected, Selection, SelectionAction, SelectionState, use_selection};
pub(crate) use topic::Topic;
