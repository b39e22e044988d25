//! A note: a person's own words, shown as they were typed.

use ninepins_canvas::Rect;
use ninepins_model::{Kind, Part, PartId, PartSettings};
use ninepins_words::{Language, annotation_texts, kind_name};
use yew::prelude::*;

use super::part_group::{Label, PartGroup};
use super::text::wrapped;

/// Size of the text, height of a line and space beside them.
const SIZE: f64 = 12.0;
const LINE: f64 = 17.0;
const MARGIN: f64 = 11.0;

/// Which note.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct Props {
    pub(super) id: PartId,
    pub(super) part: Part,
    pub(super) rect: Rect,
    pub(super) selected: bool,
    pub(super) focused: bool,
    pub(super) language: Language,
}

/// The note.
#[component]
pub(super) fn NoteCard(props: &Props) -> Html {
    let Rect { x, y, width, height } = props.rect;
    let PartSettings::Note(note) = &props.part.settings else { return Html::default() };
    let is_empty = note.text.is_empty();
    let text = if is_empty { annotation_texts(props.language).empty_note.to_owned() } else { note.text.clone() };
    let rows = ((height - 8.0) / LINE) as usize;
    let group = PartGroup {
        id: &props.id,
        kind: Kind::Note,
        class: classes!("note", is_empty.then_some("empty")),
        selected: props.selected,
        focused: props.focused,
        label: Label::Words(format!("{}: {text}", kind_name(props.language, Kind::Note))),
        transform: Some(format!("translate({x} {y})")),
    };
    group.with(html! {
        <>
            <rect class="note-ground" width={width.to_string()} height={height.to_string()} rx="4" />
            <text class="note-text">
                for (number, line) in wrapped(&text, width - 2.0 * MARGIN, SIZE).into_iter().take(rows).enumerate() {
                    <tspan key={number} x={MARGIN.to_string()} y={(22.0 + LINE * number as f64).to_string()}>{ line }</tspan>
                }
            </text>
        </>
    })
}
