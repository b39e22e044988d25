//! The blocks that can be added: by dragging, by a click, by keyboard.

mod block;
mod drag;
mod jumps;

use ninepins_model::{Group, Kind};
use ninepins_words::{group_name, kind_description, kind_name, texts};
use web_sys::{HtmlInputElement, wasm_bindgen::JsCast};
use yew::prelude::*;

use crate::state::{use_design_store, use_language};
use block::Block;
pub(crate) use drag::{Drag, follow};
use jumps::{Jumps, section_id};

const GROUPS: [Group; 5] = [Group::Edge, Group::Network, Group::Compute, Group::Data, Group::Annotation];

/// The kinds of a group.
fn kinds_of(group: Group) -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(move |kind| kind.group() == group)
}

/// Every kind that can be added, in the palette's order.
pub(crate) fn kinds() -> impl Iterator<Item = Kind> {
    GROUPS.into_iter().flat_map(kinds_of)
}

/// The palette.
#[component]
pub(crate) fn Palette() -> Html {
    let language = use_language();
    let t = texts(language);
    let search = use_state(String::new);
    let oninput = use_callback(search.setter(), |event: InputEvent, search| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        search.set(field.map(|field| field.value()).unwrap_or_default());
    });
    // Who opens another design begins something else.
    let opened = use_design_store().opened;
    use_effect_with(opened, {
        let search = search.setter();
        move |_| search.set(String::new())
    });
    let wanted = search.trim().to_ascii_lowercase();
    let fits = |kind: &Kind| {
        wanted.is_empty()
            || kind.as_str().contains(&wanted)
            || kind_name(language, *kind).to_ascii_lowercase().contains(&wanted)
            || kind_description(language, *kind).to_ascii_lowercase().contains(&wanted)
    };
    let groups: Vec<(Group, Vec<Kind>)> = GROUPS
        .into_iter()
        .map(|group| (group, kinds_of(group).filter(fits).collect()))
        .filter(|(_, kinds): &(Group, Vec<Kind>)| !kinds.is_empty())
        .collect();
    html! {
        <div class="palette" data-testid="palette">
            <div class="palette-head">
                <input
                    class="field palette-search"
                    type="search"
                    placeholder={t.search_blocks}
                    aria-label={t.search_blocks}
                    data-testid="palette-search"
                    value={(*search).clone()}
                    {oninput}
                    // Who comes back after adding a block looks for another one.
                    onfocus={|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select()}
                />
                if wanted.is_empty() {
                    <Jumps groups={GROUPS} />
                }
            </div>
            // Beside a list of another length the field would be another one, without the keyboard.
            <div>
                if groups.is_empty() {
                    <p class="palette-none" role="status">{ t.no_block_found }</p>
                }
                { for groups.into_iter().map(|(group, kinds)| html! {
                    <section key={group_name(language, group)} id={section_id(group)} class="palette-group">
                        <h2>{ group_name(language, group) }</h2>
                        <ul>
                            { for kinds.into_iter().map(|kind| html! {
                                <li key={kind.as_str()}><Block {kind} {language} /></li>
                            }) }
                        </ul>
                    </section>
                }) }
            </div>
        </div>
    }
}
