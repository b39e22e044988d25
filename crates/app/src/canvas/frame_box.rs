//! A frame: a title around parts. It is taken at its border and its title.

use ninepins_canvas::Rect;
use ninepins_model::{Kind, PartId};
use ninepins_words::{Language, kind_name};
use yew::prelude::*;

use super::part_group::{Label, PartGroup};
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
    let group = PartGroup {
        id: &props.id,
        kind: Kind::Frame,
        class: classes!("frame"),
        selected: props.selected,
        focused: props.focused,
        label: Label::Words(format!("{}: {}", kind_name(props.language, Kind::Frame), props.title)),
        transform: Some(format!("translate({x} {y})")),
    };
    group.with(html! {
        <>
            <rect class="frame-border" width={width.to_string()} height={height.to_string()} rx="10" />
            <text class="frame-title" x="12" y="17">{ fitted(&props.title, width - 24.0, 11.5 * BOLD) }</text>
        </>
    })
}
