//! A figure that is a part's: its name leads there.

use ninepins_model::PartId;
use ninepins_report::{CauseKind, PartIndex};
use yew::prelude::*;

use crate::later;

/// Which figure.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Whose it is.
    pub(super) part: PartId,
    /// What it is called.
    pub(super) name: AttrValue,
    /// What the part is called, where that is not the figure's own name.
    #[prop_or_default]
    pub(super) part_name: AttrValue,
    pub(super) value: AttrValue,
    /// The failures that it counts, if it does: their rule is linked.
    #[prop_or_default]
    pub(super) of: Option<(CauseKind, PartIndex)>,
    /// Whether it is nothing to be glad of.
    #[prop_or_default]
    pub(super) is_bad: bool,
}

/// The row of a list of figures.
#[component]
pub(super) fn PartRow(props: &Props) -> Html {
    let onclick = use_callback(props.part.clone(), |_: MouseEvent, part| later::show(part.clone()));
    html! {
        <div class="metric">
            <dt>
                <button type="button" class="part-row" {onclick}>
                    <bdi>{ &props.name }</bdi>
                    if !props.part_name.is_empty() {
                        { " " }<bdi class="part-row-part">{ &props.part_name }</bdi>
                    }
                </button>
                if let Some((cause, part)) = props.of {
                    { " " }{ later::rule(cause, part) }
                }
            </dt>
            <dd class={props.is_bad.then_some("bad-text")}>{ &props.value }</dd>
        </div>
    }
}
