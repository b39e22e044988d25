//! Every sentence a person reads, in English and Korean.
//!
//! Tables known to the compiler: a text that is missing in a language does not build. Texts are plain, without markup.
//! AWS's own names stay in English in every language, as in the AWS console.
#![warn(missing_docs)]

mod actions;
mod annotations;
mod cards;
mod causes;
mod command_keywords;
mod commands;
mod cost;
mod dialogs;
mod english;
mod facts;
mod fidelity;
mod fixes;
mod guidance;
mod history;
mod inspector;
mod kinds;
mod korean;
mod language;
mod log;
mod log_tag;
mod metric_values;
mod metrics;
pub mod number;
mod outcomes;
mod outline;
mod page;
mod particle;
mod places;
mod presets;
mod problems;
mod refusals;
mod seeds;
mod self_tests;
mod settings;
mod settings_database;
mod settings_elasticache;
mod settings_help;
mod settings_labels;
mod settings_needs;
mod settings_sqs;
mod shaping;
mod sla;
mod states;
mod texts;
mod tour;
mod values;

pub use actions::{action_name, action_sentence, fault_help, fault_label, fault_label_on};
pub use annotations::{AnnotationTexts, annotation_texts, collapsed_summary};
pub use cards::{
    announce_wiring, canvas_help, card_connections, card_cpu, card_hit_ratio, card_in_service, card_kind_name,
    card_lag, card_messages, card_role, container_detail,
};
pub use causes::{because_sentence, cause_name, cause_sentence, entry_because_sentence, reason_sentence};
pub use command_keywords::{COMMAND_KEYWORDS, CommandKeywords};
pub use commands::{CommandTexts, add_command, announce_copied, announce_pasted, command_texts};
pub use cost::{CostTexts, cost_formula, cost_texts, dollars, item_name};
pub use dialogs::{DialogTitles, dialog_titles};
pub use facts::{fact_holders, fact_name, fact_note, fact_range, fact_rule, fact_value};
pub use fidelity::{
    FidelityTexts, MODELLED, SIMPLIFIED, announce_self_tests, assumed, fidelity_note, fidelity_progress,
    fidelity_summary, fidelity_texts,
};
pub use fixes::{announce_fixed, fix_label};
pub use guidance::{GuidanceTexts, announce_event_moved, guidance_texts, shared_target_group};
pub use history::{EventStep, HistoryTexts, StepSubject, announce_travelled, history_step, history_texts};
pub use inspector::{InspectorTexts, inspector_texts, selected_kinds, table_problem};
pub use kinds::{
    group_name, kind_description, kind_name, placement_rule, severity_name, status_name, wire_kind_description,
    wire_kind_name, wiring_rule,
};
pub use language::Language;
pub use log::log_sentence;
pub use log_tag::{Tone, log_tag, show_part};
pub use metric_values::metric_value;
pub use metrics::{metric_help, metric_label};
pub use outcomes::{class_name, outcome_name, outcome_sentence};
pub use outline::{
    OutlineLine, OutlineTexts, announce_moved_into, announce_renamed, connection_choice, outline_sentence,
    outline_texts, remove_connection,
};
pub use page::{
    PageTexts, latency_and_rate, link_is_long, link_length, page_texts, repair_clamped, repair_cycle, repair_more,
    repair_order, repair_text, repair_unknown_choice, repair_unknown_field, repaired, time_of,
};
pub use places::{member_name, part_by_index, part_name, target_name, wire_name};
pub use presets::{
    ExperimentTexts, GalleryTexts, PresetTexts, announce_preset, first_example_name, gallery_texts, open_preset,
    preset_texts,
};
pub use problems::{problem_sentence, subject_name};
pub use refusals::{
    offered_at_drop, offered_containers, refused_already_wired, refused_belongs_in, refused_belongs_outside,
    refused_gone, refused_in_order, refused_needs, refused_no_room, refused_no_zone_left, refused_same_part,
    refused_wire,
};
pub use seeds::{SeedsTexts, announce_seeds, seeds_other_runs, seeds_progress, seeds_seconds, seeds_texts};
pub use self_tests::{SelfTestTexts, self_test_expected, self_test_group_name, self_test_texts, self_test_value};
pub use settings::{choice_name, section_name, setting_help, unit_suffix};
pub use settings_labels::setting_label;
pub use settings_needs::applies_when;
pub use shaping::{ShapingTexts, announce_resized, shaping_texts};
pub use sla::{SlaTexts, downtime, sla_texts};
pub use states::{
    change_name, health_name, member_role_name, member_state_name, redo_change, run_state_name, undo_change,
};
pub use texts::{Texts, texts};
pub use tour::{TourStop, TourTexts, tour_progress, tour_texts};
pub use values::{
    announce_added, announce_applied, announce_moved, announce_refused, announce_removed, announce_selected,
    announce_unwired, announce_wired, could_not_open, failing_share, field_error, member_count, not_json, over_limit,
    part_description, problem_count, range, request_rate, runs_at, selected_besides, selected_count, speed, speed_held,
    wire_description, worker_restarted, worker_silent, zoom_level,
};
