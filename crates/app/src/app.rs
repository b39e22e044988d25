//! The page: its contexts and its layout.

use ninepins_model::presets::seed_architecture;
use yew::prelude::*;

use crate::canvas::Canvas;
use crate::palette::Palette;
use crate::state::{
    Announcer, DesignState, DesignStore, Language, Live, Preferences, PreferencesStore, Selection, SelectionState,
    Theme,
};

/// The whole page.
#[component]
pub(crate) fn App() -> Html {
    let design: DesignStore = use_reducer(|| DesignState::new(seed_architecture()));
    let selection: Selection = use_reducer(SelectionState::default);
    let live = use_memo((), |()| Live::default());
    let preferences: PreferencesStore = use_reducer(|| Preferences {
        language: Language::English,
        theme: Theme::System,
        dark: false,
        reduced_motion: false,
        speed: 10,
    });
    html! {
        <ContextProvider<PreferencesStore> context={preferences}>
        <ContextProvider<DesignStore> context={design}>
        <ContextProvider<Selection> context={selection}>
        <ContextProvider<Live> context={(*live).clone()}>
            <Announcer />
            <main><h1>{ "Ninepins" }</h1><Palette /><Canvas /></main>
        </ContextProvider<Live>>
        </ContextProvider<Selection>>
        </ContextProvider<DesignStore>>
        </ContextProvider<PreferencesStore>>
    }
}
