//! A note: a person's own words, shown as they were typed.

use ninepins_canvas::{GRID, Rect};
use ninepins_model::{Kind, Part, PartId, PartSettings};
use ninepins_words::{Language, annotation_texts, kind_name};
use yew::prelude::*;

use super::part_group::{Label, PartGroup};
use super::text::{fitted, wrapped};

/// Size of the text, height of a line and space beside them.
const SIZE: f64 = 12.0;
const LINE: f64 = 17.0;
const MARGIN: f64 = 11.0;
/// Baseline of the first line, and space above and below all of them.
const FIRST: f64 = 22.0;
const AROUND: f64 = 10.0;

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
    let lines = shown_lines(&text, width, height);
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
                for (number, line) in lines.into_iter().enumerate() {
                    <tspan key={number} x={MARGIN.to_string()} y={(FIRST + LINE * number as f64).to_string()}>{ line }</tspan>
                }
            </text>
        </>
    })
}

/// The lines that a note of this size shows of a text. Where there are more, the last ends in "…".
fn shown_lines(text: &str, width: f64, height: f64) -> Vec<String> {
    let room = width - 2.0 * MARGIN;
    let rows = (((height - AROUND) / LINE) as usize).max(1);
    let mut lines = wrapped(text, room, SIZE);
    if lines.len() > rows {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            *last = fitted(&format!("{}…", last.trim_end()), room, SIZE);
        }
    }
    lines
}

/// The height at which a note of this width shows all of a text, on the canvas's grid.
pub(super) fn height_of_note(text: &str, width: f64) -> f64 {
    let lines = wrapped(text, width - 2.0 * MARGIN, SIZE).len();
    ((LINE * lines as f64 + AROUND) / GRID).ceil() * GRID
}

#[cfg(test)]
mod tests {
    use super::{height_of_note, shown_lines};

    #[test]
    fn a_note_as_high_as_its_text_needs_shows_all_of_it() {
        let text = "one\ntwo\nthree\nfour\nfive\nsix";
        assert_eq!(height_of_note(text, 192.0), 112.0);
        assert_eq!(shown_lines(text, 192.0, 112.0), ["one", "two", "three", "four", "five", "six"]);
    }

    #[test]
    fn a_note_with_too_little_room_says_that_there_is_more() {
        assert_eq!(shown_lines("one\ntwo\nthree", 192.0, 48.0), ["one", "two…"]);
        assert_eq!(shown_lines("abcdefghijklmno\npqr", 96.0, 40.0), ["abcdefghij…"]);
    }
}
