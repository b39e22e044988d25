//! Limits on what is accepted from outside. Beyond them: a clear refusal.

/// Most parts in a design.
pub const PARTS: usize = 2_000;
/// Most wires in a design.
pub const WIRES: usize = 4_000;
/// Most events on a timeline.
pub const EVENTS: usize = 1_000;
/// MiB that a run may take before its first request: a browser's tab has room for more, and a run grows.
pub const MEMORY_MIB: u32 = 512;
/// MiB that the state of a run may grow to; beyond it the run stops.
pub const STATE_MIB: u32 = 1_024;
/// Deepest nesting of containers.
pub const NESTING: usize = 8;
/// Longest name in characters.
pub const NAME_CHARACTERS: usize = 80;
/// Longest scenario in seconds (one simulated week).
pub const DURATION_S: u32 = 604_800;
/// Farthest a position may lie from its container's origin, in canvas units.
pub const POSITION: i32 = 100_000;
/// Largest document in bytes, as a file or after a link was inflated.
pub const DOCUMENT_BYTES: usize = 1 << 20;
/// Longest text of a link in bytes.
pub const LINK_BYTES: usize = 64 << 10;
/// Longest text other than a name in characters: a host name's.
pub const TEXT_CHARACTERS: usize = 253;
/// Longest text of a note in characters.
pub const NOTE_CHARACTERS: usize = 1_000;
/// Longest label of a wire in characters.
pub const LABEL_CHARACTERS: usize = 80;
/// Most items of any other list or map in a document.
pub const ITEMS: usize = 4_000;
