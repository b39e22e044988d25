//! The wires of a part: to read, remove and add.

use ninepins_model::{Change, Design, Edit, PartId, WireId};
use ninepins_words::{
    Language, announce_unwired, announce_wired, connection_choice, outline_texts, remove_connection, wire_kind_name,
    wire_name,
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::making::make;
use super::plans::{connections_for, wires_of};
use crate::chrome::{Glyph, IconButton};
use crate::layout::{LayoutAction, use_layout};
use crate::state::{DesignStore, Selected, SelectionAction, use_design_store, use_language, use_selection};

/// Which part.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) id: PartId,
}

/// The list, and a choice of what else it may be connected to.
#[component]
pub(super) fn Connections(props: &Props) -> Html {
    let language = use_language();
    let t = outline_texts(language);
    let store = use_design_store();
    let layout = use_layout().dispatcher();
    let selection = use_selection().dispatcher();
    let wires = wires_of(&store.design, &props.id);
    html! {
        <section class="outline-field" aria-labelledby="outline-connections">
            <h4 id="outline-connections">{ t.connections }</h4>
            if wires.is_empty() {
                <p class="help">{ t.no_connections }</p>
            } else {
                <ul class="outline-wires">
                    for id in wires {
                        if let Some(wire) = store.design.wires.get(&id) {
                            <li key={id.as_str()}>
                                <button
                                    type="button"
                                    class="outline-wire"
                                    title={t.settings}
                                    onclick={
                                        let (layout, selection, id) = (layout.clone(), selection.clone(), id.clone());
                                        move |_: MouseEvent| {
                                            selection.dispatch(SelectionAction::Select(Selected::Wire(id.clone())));
                                            layout.dispatch(LayoutAction::CloseDialog);
                                        }
                                    }
                                >
                                    <bdi>{ wire_name(&store.design, wire) }</bdi>
                                    <span class="muted">{ kind_of(language, &store.design, &id) }</span>
                                </button>
                                <IconButton
                                    name={remove_connection(language, &wire_name(&store.design, wire))}
                                    glyph={Glyph::Close}
                                    onclick={disconnect(language, &store, &id)}
                                    class="plain small"
                                    testid={format!("outline-remove-{id}")}
                                />
                            </li>
                        }
                    }
                </ul>
            }
            <Connect id={props.id.clone()} />
        </section>
    }
}

fn kind_of(language: Language, design: &Design, id: &WireId) -> &'static str {
    let kind = design
        .wires
        .get(id)
        .and_then(|wire| design.parts.get(&wire.from)?.kind().wire_to(design.parts.get(&wire.to)?.kind()));
    kind.map_or("", |kind| wire_kind_name(language, kind))
}

fn disconnect(language: Language, store: &DesignStore, id: &WireId) -> Callback<MouseEvent> {
    let (store, id) = (store.clone(), id.clone());
    Callback::from(move |_: MouseEvent| {
        let Some(wire) = store.design.wires.get(&id) else { return };
        let name = |part: &PartId| store.design.display_name(part).to_owned();
        let said = announce_unwired(language, &name(&wire.from), &name(&wire.to));
        make(&store.dispatcher(), Change::Unwire, Edit::Wire { id: id.clone(), to: None }, &said);
    })
}

/// What it may be connected to; only wires that mean something are offered.
#[component]
fn Connect(props: &Props) -> Html {
    let language = use_language();
    let t = outline_texts(language);
    let store = use_design_store();
    let field = use_node_ref();
    let offered = connections_for(&store.design, &props.id);
    if offered.is_empty() {
        return html! { <p class="help">{ t.no_targets }</p> };
    }
    let onsubmit = {
        let (field, offered, store) = (field.clone(), offered.clone(), store.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = field.cast::<HtmlSelectElement>().map(|field| field.value()).unwrap_or_default();
            let Some((_, connection)) = offered.iter().find(|(other, _)| other.as_str() == chosen) else { return };
            let name = |part: &PartId| store.design.display_name(part).to_owned();
            let said = announce_wired(language, &name(&connection.from), &name(&connection.to));
            make(&store.dispatcher(), Change::Wire, connection.edit(&store.design), &said);
        })
    };
    html! {
        <form class="outline-row" {onsubmit}>
            <select ref={field} aria-label={t.connect_to} data-testid="outline-connect-to">
                for (other, connection) in offered {
                    <option key={other.as_str()} value={other.to_string()}>
                        {
                            connection_choice(
                                language,
                                store.design.display_name(&other),
                                wire_kind_name(language, connection.kind),
                                connection.to == props.id,
                            )
                        }
                    </option>
                }
            </select>
            <button type="submit" class="button" data-testid="outline-connect">{ t.connect }</button>
        </form>
    }
}
