//! The presets, their experiments and their gallery.

mod english;
mod korean;

use ninepins_model::presets::Preset;

use crate::Language;

/// What is said of a preset.
#[derive(Debug)]
pub struct PresetTexts {
    /// What it is called; also the name of the design that it becomes.
    pub name: &'static str,
    /// What it teaches, in a sentence.
    pub teaches: &'static str,
    /// Its experiments, in the order of [`Preset::experiments`].
    pub experiments: &'static [ExperimentTexts],
}

/// What is said of an experiment.
#[derive(Debug, PartialEq, Eq)]
pub struct ExperimentTexts {
    /// What is done.
    pub name: &'static str,
    /// What to look at, in a line.
    pub help: &'static str,
}

/// What the gallery says.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct GalleryTexts {
    pub menu_item: &'static str,
    pub from_empty: &'static str,
    pub undo_note: &'static str,
    pub try_it: &'static str,
    pub open: &'static str,
    pub here_now: &'static str,
}

macro_rules! experiment {
    ($name:literal, $help:literal $(,)?) => {
        ExperimentTexts { name: $name, help: $help }
    };
}
use experiment;

static ENGLISH: GalleryTexts = GalleryTexts {
    menu_item: "Start from an example…",
    from_empty: "Start from an example",
    undo_note: "An example takes the place of what is on the canvas. Undo brings yours back.",
    try_it: "Try:",
    open: "Open",
    here_now: "On the canvas",
};

static KOREAN: GalleryTexts = GalleryTexts {
    menu_item: "예제로 시작…",
    from_empty: "예제로 시작",
    undo_note: "예제를 열면 캔버스의 설계를 대신합니다. 실행 취소로 되돌릴 수 있습니다.",
    try_it: "해 보기:",
    open: "열기",
    here_now: "캔버스에 있음",
};

/// What the gallery says in a language.
pub const fn gallery_texts(language: Language) -> &'static GalleryTexts {
    match language {
        Language::English => &ENGLISH,
        Language::Korean => &KOREAN,
    }
}

/// The name of the button that opens a preset.
pub fn open_preset(language: Language, name: &str) -> String {
    match language {
        Language::English => format!("Open “{name}”"),
        Language::Korean => format!("‘{name}’ 열기"),
    }
}

/// What a screen reader says when a preset has been opened.
pub fn announce_preset(language: Language, name: &str) -> String {
    match language {
        Language::English => format!("“{name}” is open. Undo brings the design before it back."),
        Language::Korean => format!("‘{name}’ 예제를 열었습니다. 실행 취소로 이전 설계를 되돌릴 수 있습니다."),
    }
}

/// What is said of a preset in a language.
pub const fn preset_texts(language: Language, preset: Preset) -> &'static PresetTexts {
    match language {
        Language::English => english::texts(preset),
        Language::Korean => korean::texts(preset),
    }
}

/// What the example is called that the page starts with. The page's first module calls it: it brings no other texts.
pub const fn first_example_name(language: Language) -> &'static str {
    const ENGLISH: &str = preset_texts(Language::English, Preset::SeedArchitecture).name;
    const KOREAN: &str = preset_texts(Language::Korean, Preset::SeedArchitecture).name;
    match language {
        Language::English => ENGLISH,
        Language::Korean => KOREAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_example_is_called_what_the_gallery_calls_it() {
        assert_eq!(first_example_name(Language::Korean), "Spring API와 React 앱");
        assert_eq!(first_example_name(Language::English), Preset::SeedArchitecture.design().name);
    }

    #[test]
    fn every_experiment_of_every_preset_has_its_words() {
        for preset in Preset::ALL {
            for language in Language::ALL {
                let texts = preset_texts(language, *preset);
                assert_eq!(texts.experiments.len(), preset.experiments().len(), "{}", preset.id());
            }
        }
    }

    #[test]
    fn no_two_presets_share_a_name() {
        for language in Language::ALL {
            let mut names: Vec<&str> = Preset::ALL.iter().map(|preset| preset_texts(language, *preset).name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), Preset::ALL.len());
        }
    }

    #[test]
    fn korean_is_translated() {
        let is_korean = |text: &str| text.chars().any(|letter| ('가'..='힣').contains(&letter));
        for preset in Preset::ALL {
            let texts = preset_texts(Language::Korean, *preset);
            let experiments = texts.experiments.iter().flat_map(|experiment| [experiment.name, experiment.help]);
            assert!([texts.name, texts.teaches].into_iter().chain(experiments).all(is_korean), "{}", preset.id());
        }
    }
}
