//! The element of a part on the canvas, whatever is drawn in it: what it is called, and how the keyboard reaches it.

use ninepins_model::{Kind, PartId};
use yew::prelude::*;

/// A part as an element.
pub(super) struct PartGroup<'a> {
    pub(super) id: &'a PartId,
    pub(super) kind: Kind,
    pub(super) class: Classes,
    pub(super) selected: bool,
    pub(super) focused: bool,
    pub(super) label: Label,
    /// Where its own coordinates begin, if not where those of the canvas do.
    pub(super) transform: Option<String>,
}

/// What says how a part is called.
pub(super) enum Label {
    /// These words.
    Words(String),
    /// The elements inside it that have these ids.
    Elements(String),
}

impl PartGroup<'_> {
    /// The element with what is drawn of the part.
    pub(super) fn with(self, drawn: Html) -> Html {
        let PartGroup { id, kind, class, selected, focused, label, transform } = self;
        let (words, elements) = match label {
            Label::Words(words) => (Some(words), None),
            Label::Elements(ids) => (None, Some(ids)),
        };
        let class = classes!(class, selected.then_some("selected"));
        let (id, name) = (id.to_string(), format!("part-{id}"));
        html! {
            <g
                {class}
                id={name.clone()}
                data-part={id}
                data-kind={kind.as_str()}
                data-testid={name}
                role="group"
                tabindex={if focused { "0" } else { "-1" }}
                aria-label={words}
                aria-labelledby={elements}
                aria-current={selected.then_some("true")}
                {transform}
            >
                { drawn }
            </g>
        }
    }
}
