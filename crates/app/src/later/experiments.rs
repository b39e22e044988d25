//! What a preset itself suggests to try: known only once the presets are here.

use std::cell::Cell;

use ninepins_model::presets::Preset;
use ninepins_model::{Action, Design};
use ninepins_words::{ExperimentTexts, Language, preset_texts};
use wasm_split_helpers::wasm_split;

use super::NotLoaded;

/// An experiment and what is said of it.
pub(crate) type Experiment = (Action, &'static ExperimentTexts);

type Own = fn(&Design, Language) -> Vec<Experiment>;

thread_local! {
    static OWN: Cell<Option<Own>> = const { Cell::new(None) };
}

fn own(design: &Design, language: Language) -> Vec<Experiment> {
    match Preset::of(design) {
        Some(preset) => preset.experiments().into_iter().zip(preset_texts(language, preset).experiments).collect(),
        None => Vec::new(),
    }
}

#[wasm_split(views, fallible)]
fn load_experiments() -> Result<Own, NotLoaded> {
    Ok(own)
}

/// The experiments of the preset that a design was begun from; `None` as long as the presets are not here.
pub(crate) fn own_experiments(design: &Design, language: Language) -> Option<Vec<Experiment>> {
    OWN.get().map(|own| own(design, language))
}

/// Fetches the presets.
///
/// # Errors
/// They do not arrive.
pub(crate) async fn fetch_experiments() -> Result<(), NotLoaded> {
    OWN.set(Some(load_experiments().await?));
    Ok(())
}
