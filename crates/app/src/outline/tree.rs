//! The tree of containers and parts.

use std::cell::RefCell;
use std::rc::Rc;

use ninepins_model::{Design, PartId};
use ninepins_report::PartView;
use ninepins_words::{Language, OutlineLine, kind_name, number, outline_sentence, outline_texts};
use yew::prelude::*;

use super::making::remove;
use super::rows::{Row, after};
use crate::browser;
use crate::chrome::{Glyph, Icon, focus_first, health_class, walk};
use crate::icons::KindIcon;
use crate::pulse::use_pulse;
use crate::state::{DesignStore, use_design_store, use_language, use_live_store};

/// Least wall milliseconds between two renderings of what the run says: nobody reads faster.
const EVERY_MS: u32 = 1_000;

/// The rows, and what follows from walking them.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// What is shown.
    pub(super) rows: Vec<Row>,
    /// Where the tree stands.
    pub(super) chosen: Option<PartId>,
    /// Goes to another part; whether the focus must follow.
    pub(super) onchoose: Callback<(Option<PartId>, bool)>,
    /// Opens or closes a container.
    pub(super) onturn: Callback<(PartId, bool)>,
    /// Whether the focus has to go to where the tree stands.
    pub(super) follow: Rc<RefCell<bool>>,
}

/// The tree. One stop of the Tab key; arrows walk it.
#[component]
pub(super) fn Tree(props: &Props) -> Html {
    let language = use_language();
    let store = use_design_store();
    let live = use_live_store();
    use_pulse(|live| &live.gauges, EVERY_MS);
    let list = use_node_ref();
    use_effect_with((props.chosen.clone(), props.rows.len()), {
        let (list, follow) = (list.clone(), props.follow.clone());
        move |_| {
            if follow.replace(false) {
                focus_first(&list, "[tabindex=\"0\"]");
            }
        }
    });
    let onkeydown = {
        let (list, store, shown) = (list.clone(), store.clone(), Shown::of(props));
        Callback::from(move |event: KeyboardEvent| {
            if shown.on_key(&event, &store, language) {
                event.prevent_default();
            } else {
                walk(&event, &list, "[role=\"treeitem\"]");
            }
        })
    };
    let gauges = live.gauges.get();
    let view = |id: &PartId| {
        let index = store.design.parts.keys().position(|other| other == id)?;
        gauges.parts.iter().find(|view| usize::from(view.part) == index)
    };
    html! {
        <ul role="tree" class="tree" ref={list} aria-label={outline_texts(language).blocks} data-testid="outline-tree" {onkeydown}>
            for row in &props.rows {
                { item(language, &store.design, row, view(&row.id), props) }
            }
        </ul>
    }
}

/// What the keys of the tree need to know.
struct Shown {
    rows: Vec<Row>,
    chosen: Option<PartId>,
    onchoose: Callback<(Option<PartId>, bool)>,
    onturn: Callback<(PartId, bool)>,
}

impl Shown {
    fn of(props: &Props) -> Self {
        let (rows, chosen) = (props.rows.clone(), props.chosen.clone());
        Shown { rows, chosen, onchoose: props.onchoose.clone(), onturn: props.onturn.clone() }
    }

    /// What a key does where the tree stands. Says whether it did something.
    fn on_key(&self, event: &KeyboardEvent, store: &DesignStore, language: Language) -> bool {
        let Some(row) = self.rows.iter().find(|row| Some(&row.id) == self.chosen.as_ref()) else { return false };
        // With a modifier a key is the page's or the browser's.
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        match event.key().as_str() {
            "ArrowRight" if row.content > 0 && !row.open => self.onturn.emit((row.id.clone(), true)),
            "ArrowLeft" if row.open => self.onturn.emit((row.id.clone(), false)),
            "ArrowLeft" => self.onchoose.emit((parent(&self.rows, row).or_else(|| self.chosen.clone()), true)),
            " " if row.content > 0 => self.onturn.emit((row.id.clone(), !row.open)),
            " " | "ArrowRight" => {}
            "Enter" | "F2" => focus_name(),
            "Delete" | "Backspace" => {
                self.onchoose.emit((after(&self.rows, &row.id), true));
                remove(store, language, &row.id);
            }
            _ => return false,
        }
        true
    }
}

fn item(language: Language, design: &Design, row: &Row, view: Option<&PartView>, props: &Props) -> Html {
    let Some(part) = design.parts.get(&row.id) else { return Html::default() };
    let line = line(design, row, view);
    let chosen = props.chosen.as_ref() == Some(&row.id);
    let onfocus = {
        let (onchoose, id) = (props.onchoose.clone(), row.id.clone());
        move |_: FocusEvent| onchoose.emit((Some(id.clone()), false))
    };
    let turn = {
        let (onturn, id, open) = (props.onturn.clone(), row.id.clone(), row.open);
        move |_: MouseEvent| onturn.emit((id.clone(), !open))
    };
    let targets: Vec<&str> = line.targets.iter().map(|(_, name)| *name).collect();
    html! {
        <li
            key={row.id.as_str()}
            role="treeitem"
            class={classes!("tree-item", format!("level-{}", row.level.min(6)))}
            aria-level={row.level.to_string()}
            aria-posinset={row.place.to_string()}
            aria-setsize={row.of.to_string()}
            aria-expanded={(row.content > 0).then(|| row.open.to_string())}
            aria-selected={chosen.to_string()}
            tabindex={if chosen { "0" } else { "-1" }}
            data-testid={format!("outline-{}", row.id)}
            {onfocus}
        >
            <span class="visually-hidden">{ outline_sentence(language, &line) }</span>
            <span class={classes!("tree-turn", row.open.then_some("open"))} aria-hidden="true" onclick={turn}>
                if row.content > 0 {
                    <Icon glyph={Glyph::Chevron} />
                }
            </span>
            <KindIcon kind={part.kind()} />
            <span class="tree-text" aria-hidden="true">
                <span class="tree-name"><bdi>{ line.name }</bdi></span>
                <span class="tree-kind">
                    { kind_name(language, part.kind()) }
                    if !targets.is_empty() {
                        <span>{ " → " }<bdi>{ targets.join(", ") }</bdi></span>
                    }
                </span>
            </span>
            if let Some(view) = view {
                <span class={classes!("tree-state", health_class(view.health))} aria-hidden="true">
                    if view.rate >= 0.05 {
                        <span class="muted">{ number::rate(language, f64::from(view.rate)) }</span>
                    }
                    <span class="state-mark"></span>
                </span>
            }
        </li>
    }
}

fn line<'a>(design: &'a Design, row: &'a Row, view: Option<&PartView>) -> OutlineLine<'a> {
    let named = |id: &'a PartId| Some((design.parts.get(id)?.kind(), design.display_name(id)));
    let part = design.parts.get(&row.id);
    OutlineLine {
        name: design.display_name(&row.id),
        kind: part.map_or(ninepins_model::Kind::Users, |part| part.kind()),
        container: part.and_then(|part| part.container.as_ref()).and_then(named),
        health: view.map(|view| view.health),
        rate: view.map_or(0.0, |view| f64::from(view.rate)),
        content: row.content,
        targets: design.wires.values().filter(|wire| wire.from == row.id).filter_map(|wire| named(&wire.to)).collect(),
    }
}

fn parent(rows: &[Row], row: &Row) -> Option<PartId> {
    let at = rows.iter().position(|other| other == row)?;
    rows[..at].iter().rev().find(|other| other.level < row.level).map(|other| other.id.clone())
}

/// Puts the focus on the name beside the tree.
fn focus_name() {
    browser::focus("#outline-name");
}
