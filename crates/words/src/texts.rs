//! The plain texts of the interface: one struct, one table per language, so a missing text does not compile.

use crate::{Language, english, korean};

/// The texts of the interface that hold no value. Their English text explains each.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct Texts {
    // Name
    pub app_name: &'static str,
    pub untitled: &'static str,
    // Buttons of the top bar
    pub play: &'static str,
    /// Plays what is over from its start.
    pub replay: &'static str,
    pub pause: &'static str,
    pub restart: &'static str,
    pub step: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub share: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub copy_failed: &'static str,
    pub export_file: &'static str,
    pub open_file: &'static str,
    pub new_design: &'static str,
    pub theme: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub language: &'static str,
    pub speed: &'static str,
    pub more: &'static str,
    // Buttons elsewhere
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub tidy: &'static str,
    pub zoom_fit: &'static str,
    pub delete: &'static str,
    pub rename: &'static str,
    pub add: &'static str,
    pub edit: &'static str,
    pub close: &'static str,
    pub cancel: &'static str,
    pub confirm: &'static str,
    pub retry: &'static str,
    pub reload: &'static str,
    pub reset_to_default: &'static str,
    pub none: &'static str,
    pub any: &'static str,
    pub automatic: &'static str,
    // Panels
    pub palette: &'static str,
    pub search_blocks: &'static str,
    pub no_block_found: &'static str,
    pub canvas: &'static str,
    pub inspector: &'static str,
    pub settings: &'static str,
    pub metrics_now: &'static str,
    /// Over the metrics themselves.
    pub metrics: &'static str,
    pub knock_it_over: &'static str,
    pub log: &'static str,
    pub newest_first: &'static str,
    pub timeline: &'static str,
    pub charts: &'static str,
    pub problems: &'static str,
    pub no_problems: &'static str,
    pub members: &'static str,
    pub wires: &'static str,
    pub scenario: &'static str,
    pub seed: &'static str,
    pub seed_help: &'static str,
    pub duration: &'static str,
    pub source: &'static str,
    pub name_label: &'static str,
    pub default_label: &'static str,
    pub range_label: &'static str,
    pub assumption_note: &'static str,
    pub derived_rules: &'static str,
    // Charts
    pub chart_requests: &'static str,
    pub chart_failures: &'static str,
    pub chart_database: &'static str,
    pub chart_no_data: &'static str,
    pub series_ok: &'static str,
    pub series_failed: &'static str,
    pub series_other: &'static str,
    // State of the run
    pub running: &'static str,
    pub finished: &'static str,
    pub catching_up: &'static str,
    pub stopped: &'static str,
    pub simulated_time: &'static str,
    pub figures_are_measured: &'static str,
    pub figures_may_differ: &'static str,
    // Empty states
    pub nothing_selected_help: &'static str,
    pub empty_log: &'static str,
    pub empty_canvas: &'static str,
    pub no_faults_here: &'static str,
    pub no_metrics_here: &'static str,
    // Accessibility
    pub canvas_role: &'static str,
    pub announce_run_started: &'static str,
    pub announce_run_paused: &'static str,
    pub announce_run_restarted: &'static str,
    pub announce_wiring_cancelled: &'static str,
    pub announce_nothing_to_undo: &'static str,
    pub announce_nothing_to_redo: &'static str,
    // Errors
    pub error_title: &'static str,
    pub open_too_long: &'static str,
    pub open_not_a_link: &'static str,
    pub open_not_a_design: &'static str,
    pub open_damaged: &'static str,
    pub open_newer: &'static str,
    pub open_too_large: &'static str,
    pub open_too_many_parts: &'static str,
    pub open_too_many_wires: &'static str,
    pub open_too_many_events: &'static str,
    pub open_too_deep: &'static str,
    pub storage_full: &'static str,
    pub storage_unavailable: &'static str,
    pub value_refused: &'static str,
}

/// The texts of a language.
pub const fn texts(language: Language) -> &'static Texts {
    match language {
        Language::English => &english::TEXTS,
        Language::Korean => &korean::TEXTS,
    }
}
