//! A frame: a title around parts. It is taken at its border and its title.

use ninepins_canvas::Rect;
use ninepins_model::{Kind, PartId};
use ninepins_words::{Language, kind_name};
use yew::prelude::*;

use super::text::{BOLD, fitted};

/// Which frame.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct Props {
    pub(super) id: PartId,
    pub(super) title: AttrValue,
    pub(super) rect: Rect,
    pub(super) selected: bool,
    pub(super) focused: bool,
    pub(super) language: Language,
}

/// The frame.
#[component]
pub(super) fn FrameBox(props: &Props) -> Html {
    let Rect { x, y, width, height } = props.rect;
    let id = &props.id;
    html! {
        <g
            class={classes!("frame", props.selected.then_some("selected"))}
            id={format!("part-{id}")}
            data-part={id.to_string()}
            data-kind="frame"
            data-testid={format!("part-{id}")}
            role="group"
            tabindex={if props.focused { "0" } else { "-1" }}
            aria-label={format!("{}: {}", kind_name(props.language, Kind::Frame), props.title)}
            aria-current={props.selected.then_some("true")}
            transform={format!("translate({x} {y})")}
        >
            <rect class="frame-border" width={width.to_string()} height={height.to_string()} rx="10" />
            <text class="frame-title" x="12" y="17">{ fitted(&props.title, width - 24.0, 11.5 * BOLD) }</text>
        </g>
    }
}
