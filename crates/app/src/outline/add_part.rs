//! Adding a part to a container or to the open canvas.

use ninepins_canvas::Layout;
use ninepins_model::{Change, Kind, PartId};
use ninepins_words::{announce_added, kind_name, outline_texts, texts};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::making::{container_name, make};
use super::plans::{add_into, kinds_for};
use crate::canvas::refusal_text;
use crate::state::{use_design_store, use_language};

/// Where to.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The container; none is the open canvas.
    pub(super) container: Option<PartId>,
    /// Called with what was added.
    pub(super) onadded: Callback<PartId>,
}

/// A list of the kinds that may lie there, and a button. Nothing where none may.
#[component]
pub(super) fn AddPart(props: &Props) -> Html {
    let language = use_language();
    let t = outline_texts(language);
    let store = use_design_store();
    let field = use_node_ref();
    let refused = use_state(|| None::<String>);
    let kinds = kinds_for(&store.design, props.container.as_ref());
    if kinds.is_empty() {
        return Html::default();
    }
    let place = props.container.as_ref().map_or("canvas".to_owned(), PartId::to_string);
    let title = if props.container.is_some() { t.add_inside } else { t.add_here };
    let onsubmit = {
        let (field, refused, kinds) = (field.clone(), refused.setter(), kinds.clone());
        let (container, onadded) = (props.container.clone(), props.onadded.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = field.cast::<HtmlSelectElement>().map(|field| field.value()).unwrap_or_default();
            let Some(kind) = kinds.iter().copied().find(|kind: &Kind| kind.as_str() == chosen) else { return };
            match add_into(&store.design, &Layout::of(&store.design), kind, container.as_ref()) {
                Ok(placement) => {
                    let into = container.as_ref().map(|id| container_name(language, &store.design, id));
                    let said = announce_added(language, kind_name(language, kind), into.as_deref());
                    make(&store.dispatcher(), Change::Add, placement.edit, &said);
                    refused.set(None);
                    onadded.emit(placement.id);
                }
                Err(refusal) => refused.set(Some(refusal_text(language, &refusal))),
            }
        })
    };
    html! {
        <form class="outline-field" {onsubmit} data-testid={format!("outline-add-{place}")}>
            <label for={format!("add-to-{place}")}>{ title }</label>
            <span class="outline-row">
                <select id={format!("add-to-{place}")} ref={field}>
                    for kind in kinds {
                        <option key={kind.as_str()} value={kind.as_str()}>{ kind_name(language, kind) }</option>
                    }
                </select>
                <button type="submit" class="button">{ texts(language).add }</button>
            </span>
            if let Some(reason) = (*refused).clone() {
                <p class="refusal" role="alert">{ reason }</p>
            }
        </form>
    }
}
