//! Where the first design comes from: the link, else what was saved in this browser, else the example.

use ninepins_model::Design;
use ninepins_model::presets::seed_architecture;
use ninepins_share::Opened;
use ninepins_words::{Language, first_example_name};
use web_sys::File;
use yew::prelude::*;

use crate::later::{NotLoaded, documents};
use crate::state::{DesignAction, DesignState, Message, MessagesAction, MessagesState};
use crate::{browser, storage};

/// The design to start with, and what to tell about it.
pub(crate) async fn first_design() -> (Design, Vec<Message>) {
    match link_in_address().await {
        Some(Ok(Opened { design, notices })) => {
            let messages = if notices.is_empty() { Vec::new() } else { vec![Message::Repaired(notices)] };
            (design, messages)
        }
        Some(Err(message)) => {
            let (design, mut messages) = without_link().await;
            messages.insert(0, message);
            (design, messages)
        }
        None => without_link().await,
    }
}

/// Shows what was read in place of the present design, and tells what had to be repaired.
pub(crate) fn open(
    store: &UseReducerDispatcher<DesignState>,
    messages: &UseReducerDispatcher<MessagesState>,
    opened: Opened,
) {
    store.dispatch(DesignAction::Open(Box::new(opened.design)));
    if !opened.notices.is_empty() {
        messages.dispatch(MessagesAction::Tell(Message::Repaired(opened.notices)));
    }
}

/// Reads a file and opens it; a refusal is a message, and the present design stays.
pub(crate) async fn open_file(
    file: File,
    store: UseReducerDispatcher<DesignState>,
    messages: UseReducerDispatcher<MessagesState>,
) {
    let Ok(text) = browser::read_file(&file).await else { return };
    match documents::read(text).await {
        Ok(Ok(opened)) => open(&store, &messages, opened),
        Ok(Err(error)) => messages.dispatch(MessagesAction::Tell(Message::BrokenFile(error))),
        Err(NotLoaded) => messages.dispatch(MessagesAction::Tell(Message::NotLoaded)),
    }
}

/// The design in the page's address. An address without a fragment carries none; that is no error.
pub(crate) async fn link_in_address() -> Option<Result<Opened, Message>> {
    let fragment = browser::fragment();
    if fragment.is_empty() {
        return None;
    }
    Some(match documents::read_link(fragment).await {
        Ok(read) => read.map_err(Message::BrokenLink),
        Err(NotLoaded) => Err(Message::NotLoaded),
    })
}

/// The language to start with: the one that was chosen here, else the browser's.
pub(crate) fn first_language() -> Language {
    let browsers = || gloo::utils::window().navigator().language().and_then(|tag| Language::from_code(&tag));
    storage::language().or_else(browsers).unwrap_or_default()
}

async fn without_link() -> (Design, Vec<Message>) {
    let first = || example(first_language());
    let Some(text) = storage::load_design() else { return (first(), Vec::new()) };
    match documents::read(text.clone().into_bytes()).await {
        Ok(Ok(opened)) if is_example(&opened.design) => (opened.design, Vec::new()),
        Ok(Ok(opened)) => (opened.design, vec![Message::Restored]),
        Ok(Err(_)) => {
            storage::put_design_aside(&text);
            (first(), vec![Message::BrokenAutosave])
        }
        Err(NotLoaded) => (first(), vec![Message::NotLoaded]),
    }
}

/// The example, with its name in a language. From then on that name is the design's own, whatever the page's language.
fn example(language: Language) -> Design {
    Design { name: first_example_name(language).into(), ..seed_architecture() }
}

/// Whether a design is the example as it was opened, in whatever language.
fn is_example(design: &Design) -> bool {
    Language::ALL.into_iter().any(|language| *design == example(language))
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;
    use ninepins_words::Language;

    use super::{example, is_example};

    #[test]
    fn the_example_is_named_in_the_language_of_the_page_and_runs_as_ever() {
        let korean = example(Language::Korean);
        assert_eq!(korean.name, "Spring API와 React 앱");
        assert_eq!(example(Language::English), seed_architecture());
        assert!(korean.runs_like(&seed_architecture()));
    }

    #[test]
    fn the_example_is_known_by_either_name_and_no_longer_when_it_was_changed() {
        for language in Language::ALL {
            let mut design = example(language);
            assert!(is_example(&design));
            design.name = "Mine".into();
            assert!(!is_example(&design));
        }
    }
}
