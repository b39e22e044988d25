//! The part that the outline stands at: its name, its place, its subnets, its wires, what can be added to it.

use ninepins_canvas::Layout;
use ninepins_model::{Change, Control, Edit, Part, PartId, limits};
use ninepins_words::{announce_moved_into, announce_renamed, kind_name, outline_texts, texts};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::add_part::AddPart;
use super::connections::Connections;
use super::making::{container_name, make, remove};
use super::plans::{move_into, places_for};
use crate::canvas::refusal_text;
use crate::icons::KindIcon;
use crate::inspector::{Owner, SettingRow};
use crate::layout::{LayoutAction, use_layout};
use crate::state::{Selected, SelectionAction, announce_now, use_design_store, use_language, use_selection};

/// Which part.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) id: PartId,
    /// Goes to another part in the tree; whether the focus must follow.
    pub(super) onchoose: Callback<(Option<PartId>, bool)>,
}

/// Everything that can be done to it.
#[component]
pub(super) fn PartDetails(props: &Props) -> Html {
    let language = use_language();
    let store = use_design_store();
    let layout = use_layout().dispatcher();
    let selection = use_selection().dispatcher();
    let Some(part) = store.design.parts.get(&props.id) else { return Html::default() };
    let owner = Owner::Part(props.id.clone());
    let subnets = owner.entries(&store.design).into_iter().find(|entry| entry.setting.control == Control::Subnets);
    let show = {
        let id = props.id.clone();
        move |_: MouseEvent| {
            selection.dispatch(SelectionAction::Select(Selected::Part(id.clone())));
            layout.dispatch(LayoutAction::CloseDialog);
        }
    };
    let onremove = {
        let (store, id, onchoose) = (store.clone(), props.id.clone(), props.onchoose.clone());
        move |_: MouseEvent| {
            onchoose.emit((store.design.parts.get(&id).and_then(|part| part.container.clone()), true));
            remove(&store, language, &id);
        }
    };
    html! {
        <div class="outline-part" data-testid="outline-details" data-part={props.id.to_string()}>
            <div class="part-heading">
                <KindIcon kind={part.kind()} />
                <div class="outline-title">
                    <h3><bdi>{ store.design.display_name(&props.id).to_owned() }</bdi></h3>
                    <span class="muted">{ kind_name(language, part.kind()) }</span>
                </div>
            </div>
            <Name id={props.id.clone()} part={part.clone()} />
            <PlaceField id={props.id.clone()} />
            if let Some(entry) = subnets {
                <SettingRow {owner} {entry} />
            }
            if !part.kind().is_container() {
                <Connections id={props.id.clone()} />
            }
            <AddPart container={props.id.clone()} onadded={props.onchoose.reform(|id| (Some(id), true))} />
            <div class="outline-row">
                <button type="button" class="button" data-testid="outline-show" onclick={show}>
                    { outline_texts(language).show }
                </button>
                <button type="button" class="button danger" data-testid="outline-delete" onclick={onremove}>
                    { texts(language).delete }
                </button>
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct NameProps {
    id: PartId,
    part: Part,
}

#[component]
fn Name(props: &NameProps) -> Html {
    let language = use_language();
    let store = use_design_store();
    let onchange = {
        let (store, id, part) = (store.clone(), props.id.clone(), props.part.clone());
        Callback::from(move |event: Event| {
            let name = event.target_unchecked_into::<HtmlInputElement>().value().trim().to_owned();
            if name == part.name {
                return;
            }
            let new = if name.is_empty() { id.to_string() } else { name.clone() };
            let said = announce_renamed(language, store.design.display_name(&id), &new);
            let edit = Edit::Part { id: id.clone(), to: Some(Box::new(Part { name, ..part.clone() })) };
            make(&store.dispatcher(), Change::Rename, edit, &said);
        })
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" {
            // Leaving the field commits what is in it.
            let _ = event.target_unchecked_into::<HtmlInputElement>().blur();
        }
    });
    html! {
        <div class="outline-field">
            <label for="outline-name">{ texts(language).name_label }</label>
            <input
                id="outline-name"
                type="text"
                dir="auto"
                placeholder={props.id.to_string()}
                value={props.part.name.clone()}
                maxlength={limits::NAME_CHARACTERS.to_string()}
                spellcheck="false"
                autocomplete="off"
                {onchange}
                {onkeydown}
            />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PlaceProps {
    id: PartId,
}

/// The container it lies in, and the others it may lie in.
#[component]
fn PlaceField(props: &PlaceProps) -> Html {
    let language = use_language();
    let t = outline_texts(language);
    let store = use_design_store();
    let refused = use_state(|| None::<String>);
    let design = &store.design;
    let name = |id: Option<&PartId>| match id {
        Some(id) => container_name(language, design, id),
        None => t.open_canvas.to_owned(),
    };
    let present = design.parts.get(&props.id).and_then(|part| part.container.clone());
    let others = places_for(design, &Layout::of(design), &props.id);
    if others.is_empty() {
        return html! {
            <p class="outline-field"><span class="field-label">{ t.container }</span><bdi>{ name(present.as_ref()) }</bdi></p>
        };
    }
    let onchange = {
        let (store, others, id, refused) = (store.clone(), others.clone(), props.id.clone(), refused.setter());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let Some(to) = others.iter().find(|other| value(other.as_ref()) == chosen) else { return };
            match move_into(&store.design, &Layout::of(&store.design), &id, to.as_ref()) {
                Ok(edit) => {
                    let into = to.as_ref().map(|to| container_name(language, &store.design, to));
                    let into = into.unwrap_or_else(|| t.open_canvas.to_owned());
                    let said = announce_moved_into(language, store.design.display_name(&id), &into);
                    make(&store.dispatcher(), Change::Move, edit, &said);
                    refused.set(None);
                }
                Err(refusal) => {
                    let reason = refusal_text(language, &refusal);
                    announce_now(&reason);
                    refused.set(Some(reason));
                }
            }
        })
    };
    html! {
        <div class="outline-field">
            <label for="outline-container">{ t.container }</label>
            <select id="outline-container" {onchange}>
                <option key="present" selected=true value={value(present.as_ref())}>{ name(present.as_ref()) }</option>
                for other in &others {
                    <option key={value(other.as_ref())} value={value(other.as_ref())}>{ name(other.as_ref()) }</option>
                }
            </select>
            if let Some(reason) = (*refused).clone() {
                <p class="refusal">{ reason }</p>
            }
        </div>
    }
}

fn value(container: Option<&PartId>) -> String {
    container.map_or_else(String::new, PartId::to_string)
}
