//! The design as text: a tree to read, walk and edit by keyboard, and the document itself.

mod add_part;
mod connections;
mod details;
mod document;
mod making;
mod plans;
mod rows;
mod tree;

use std::collections::BTreeSet;

use details::PartDetails;
use document::DocumentText;
use ninepins_canvas::Layout;
use ninepins_model::PartId;
use ninepins_words::outline_texts;
use rows::rows;
use tree::Tree;
use yew::prelude::*;

use add_part::AddPart;

use crate::state::{use_design, use_language, use_selection};

/// The outline.
#[component]
pub(crate) fn Outline() -> Html {
    let language = use_language();
    let t = outline_texts(language);
    let as_text = use_state(|| false);
    let mode = |name: &'static str, text: bool, testid: &'static str| {
        let setter = as_text.setter();
        html! {
            <button
                type="button"
                class="segment"
                aria-pressed={(*as_text == text).to_string()}
                data-testid={testid}
                onclick={move |_| setter.set(text)}
            >
                { name }
            </button>
        }
    };
    html! {
        <div class="outline">
            <div class="outline-bar">
                <div class="segments" role="group" aria-label={t.mode}>
                    { mode(t.tree, false, "outline-as-tree") }
                    { mode(t.text, true, "outline-as-text") }
                </div>
                if !*as_text {
                    <p class="muted outline-keys">{ t.tree_help }</p>
                }
            </div>
            if *as_text { <DocumentText key="text" /> } else { <Blocks key="blocks" /> }
        </div>
    }
}

/// The tree, and beside it what can be done to the part that it stands at.
#[component]
fn Blocks() -> Html {
    let t = outline_texts(use_language());
    let design = use_design();
    let selection = use_selection();
    let layout = use_memo(design.clone(), |design| Layout::of(design));
    let closed = use_state(BTreeSet::<PartId>::new);
    let rows = rows(&layout, &closed);
    let first = || rows.first().map(|row| row.id.clone());
    let chosen = use_state(|| selection.parts().next().cloned());
    let shown = (*chosen).clone().filter(|id| rows.iter().any(|row| row.id == *id)).or_else(first);
    // Set when the focus must follow once the tree is drawn again: after a removal or an addition.
    let follow = use_mut_ref(|| true);
    let choose = {
        let (chosen, follow) = (chosen.setter(), follow.clone());
        Callback::from(move |(id, moves): (Option<PartId>, bool)| {
            *follow.borrow_mut() |= moves;
            chosen.set(id);
        })
    };
    let turn = use_callback(closed.clone(), |(id, open): (PartId, bool), closed| {
        let mut next = (**closed).clone();
        if open {
            next.remove(&id)
        } else {
            next.insert(id)
        };
        closed.set(next);
    });
    html! {
        <div class="outline-columns">
            <div class="outline-tree">
                if rows.is_empty() {
                    <p class="help outline-empty">{ t.empty }</p>
                } else {
                    <Tree {rows} chosen={shown.clone()} onchoose={choose.clone()} onturn={turn} {follow} />
                }
                <AddPart container={None::<PartId>} onadded={choose.reform(|id| (Some(id), true))} />
            </div>
            <div class="outline-details">
                if let Some(id) = shown {
                    <PartDetails key={id.as_str()} id={id.clone()} onchoose={choose} />
                } else {
                    <p class="help">{ t.nothing_chosen }</p>
                }
            </div>
        </div>
    }
}
