//! Renaming in place: a field over the name of a part, the text of a note or the label of a wire.

use ninepins_canvas::{Point, Rect};
use ninepins_model::{Change, Edit, Part, PartId, PartSettings, Wire, limits};
use ninepins_words::{annotation_texts, number::fixed, texts};
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::note_card::height_of_note;
use super::surface::{Surface, put, surface, use_topic};
use crate::state::{Selected, use_language};

/// What is edited: its text, how long it may be, whether it has lines, and where it is on the canvas.
struct Subject {
    text: String,
    longest: usize,
    lines: bool,
    rect: Rect,
}

/// The field, while something is being renamed.
#[component]
pub(super) fn NameEditor() -> Html {
    let language = use_language();
    let editing = use_topic(|surface| &surface.editing);
    let field = use_node_ref();
    let (shown, subject) = (field.clone(), (*editing).clone());
    use_effect_with(subject, move |subject| {
        let rect = subject.as_ref().and_then(|thing| surface().subject(thing)).map(|subject| subject.rect);
        if let (Some(rect), Some(field)) = (rect, shown.cast::<HtmlTextAreaElement>()) {
            let view = *surface().view.get();
            place(&field, view.rect_to_client(rect));
            // A note is written as large as it is shown, and never too small to be read.
            let _ = field.style().set_property("--zoom", &fixed(view.zoom.max(1.0), 3));
            grow(&field);
            // A field that takes no focus is left by a click.
            let _ = field.focus();
            field.select();
        }
    });
    let Some(thing) = (*editing).clone() else { return Html::default() };
    let Some(subject) = surface().subject(&thing) else { return Html::default() };
    let lines = subject.lines;
    let onkeydown = move |event: KeyboardEvent| {
        event.stop_propagation();
        match event.key().as_str() {
            // While syllables are put together the key belongs to that.
            "Escape" if event.is_composing() => {}
            // A name is left as it was; what was written at length is never lost.
            "Escape" if !lines => surface().stop_editing(None),
            "Escape" => surface().stop_editing(Some(event.target_unchecked_into::<HtmlTextAreaElement>().value())),
            "Enter" if !event.is_composing() && (!lines || event.ctrl_key() || event.meta_key()) => {
                event.prevent_default();
                surface().stop_editing(Some(event.target_unchecked_into::<HtmlTextAreaElement>().value()));
            }
            _ => {}
        }
    };
    let onblur = |event: FocusEvent| {
        surface().stop_editing(Some(event.target_unchecked_into::<HtmlTextAreaElement>().value()));
    };
    let label = match thing {
        Selected::Wire(_) => annotation_texts(language).wire_label,
        Selected::Part(_) => texts(language).name_label,
    };
    html! {
        <textarea
            ref={field}
            class={classes!("name-editor", lines.then_some("lines"))}
            aria-label={label}
            data-testid="name-editor"
            rows={if lines { "3" } else { "1" }}
            maxlength={subject.longest.to_string()}
            value={subject.text}
            {onkeydown}
            {onblur}
            oninput={|event: InputEvent| grow(&event.target_unchecked_into())}
            onpointerdown={|event: PointerEvent| event.stop_propagation()}
        />
    }
}

/// A field with lines is as high as what is written in it.
fn grow(field: &HtmlTextAreaElement) {
    let hidden = field.scroll_height() - field.client_height();
    if hidden > 0 && field.rows() > 1 {
        let height = f64::from(field.offset_height() + hidden);
        // Where it does not grow it scrolls.
        let _ = field.style().set_property("height", &format!("{}px", fixed(height, 0)));
    }
}

fn place(field: &HtmlElement, rect: Rect) {
    let width = rect.width.max(120.0);
    let style = field.style();
    let at = format!("translate({}px, {}px)", fixed(rect.x, 0), fixed(rect.y, 0));
    let properties = [
        ("transform", at),
        ("width", format!("{}px", fixed(width, 0))),
        ("height", format!("{}px", fixed(rect.height, 0))),
    ];
    for (name, value) in properties {
        // Where it cannot be placed it stays at the surface's corner.
        let _ = style.set_property(name, &value);
    }
}

impl Surface {
    /// Begins to rename.
    pub(crate) fn rename(&self, thing: Selected) {
        if self.subject(&thing).is_some() {
            put(&self.editing, Some(thing));
        }
    }

    /// Ends renaming, and keeps what was typed when there is something.
    fn stop_editing(&self, typed: Option<String>) {
        let Some(thing) = (*self.editing.get()).clone() else { return };
        put(&self.editing, None);
        if let Some(edit) = typed.and_then(|typed| self.renamed(&thing, typed.trim())) {
            self.commit(Change::Rename, edit);
        }
        self.focus_element_soon();
    }

    fn subject(&self, thing: &Selected) -> Option<Subject> {
        let stage = self.stage.borrow().clone();
        let zoom = self.view.get().zoom;
        match thing {
            Selected::Part(id) => {
                let (part, place) = (stage.design.parts.get(id)?, stage.layout.place(id)?);
                if let PartSettings::Note(note) = &part.settings {
                    let (text, longest) = (note.text.clone(), limits::NOTE_CHARACTERS);
                    return Some(Subject { text, longest, lines: true, rect: place.rect });
                }
                let high = 26.0 / zoom;
                let corner =
                    place.rect.corner() + if place.is_box() { Point::new(20.0, 0.0) } else { Point::new(46.0, 8.0) };
                let rect = Rect::new(corner.x, corner.y, (place.rect.right() - corner.x).min(220.0), high);
                let text = stage.design.display_name(id).to_owned();
                Some(Subject { text, longest: limits::NAME_CHARACTERS, lines: false, rect })
            }
            Selected::Wire(id) => {
                let (wire, route) = (stage.design.wires.get(id)?, stage.routes.get(id)?);
                let middle = route.middle();
                let rect = Rect::new(middle.x - 70.0, middle.y - 13.0 / zoom, 140.0, 26.0 / zoom);
                Some(Subject { text: wire.label.clone(), longest: limits::LABEL_CHARACTERS, lines: false, rect })
            }
        }
    }

    /// The size at which a note shows all of a text, as far as its container has room; none where it does so already.
    fn size_of_note(&self, id: &PartId, text: &str) -> Option<[i32; 2]> {
        let layout = &self.stage.borrow().layout;
        let place = layout.place(id)?;
        let room = place.container.as_ref().and_then(|container| layout.inside(container));
        let most = room.map_or(f64::INFINITY, |room| room.bottom() - place.rect.y);
        let height = height_of_note(text, place.rect.width).min(most);
        (height > place.rect.height).then_some([place.rect.width as i32, height as i32])
    }

    fn renamed(&self, thing: &Selected, typed: &str) -> Option<Edit> {
        let design = self.design();
        match thing {
            Selected::Part(id) => {
                let part = design.parts.get(id)?;
                let mut renamed: Part = part.clone();
                match &mut renamed.settings {
                    PartSettings::Note(note) => {
                        typed.clone_into(&mut note.text);
                        renamed.size = self.size_of_note(id, typed).or(renamed.size);
                    }
                    // The id is what an unnamed part shows; it is no name of its own.
                    _ if typed == id.as_str() => renamed.name.clear(),
                    _ => typed.clone_into(&mut renamed.name),
                }
                (renamed != *part).then(|| Edit::Part { id: id.clone(), to: Some(Box::new(renamed)) })
            }
            Selected::Wire(id) => {
                let wire = design.wires.get(id).filter(|wire| wire.label != typed)?;
                let labelled = Wire { label: typed.to_owned(), ..wire.clone() };
                Some(Edit::Wire { id: id.clone(), to: Some(Box::new(labelled)) })
            }
        }
    }
}
