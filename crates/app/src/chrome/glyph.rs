//! The icons of buttons, drawn with the colour of the text.

use yew::prelude::*;

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glyph {
    Play,
    Pause,
    Step,
    Restart,
    Undo,
    Redo,
    History,
    Share,
    File,
    Theme,
    Problem,
    Close,
    Reset,
    Copy,
    PanelLeft,
    PanelRight,
    PanelBottom,
    Blocks,
    Sliders,
    List,
    Chart,
    Bolt,
    External,
    Fix,
    Chevron,
    /// The syllable “han”.
    Hangul,
}

/// Which icon.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// It.
    pub(crate) glyph: Glyph,
}

/// An icon of 16 by 16, hidden from screen readers: what holds it has a name.
#[component]
pub(crate) fn Icon(props: &Props) -> Html {
    let filled = matches!(props.glyph, Glyph::Play | Glyph::Pause | Glyph::Step);
    html! {
        <svg class={classes!("glyph", filled.then_some("filled"))} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d={outline(props.glyph)} />
        </svg>
    }
}

const fn outline(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Play => "M4.5 2.8v10.4l8.5-5.2z",
        Glyph::Pause => "M4 3h2.8v10H4zM9.2 3H12v10H9.2z",
        Glyph::Step => "M3.5 2.8v10.4l7-5.2zM11.2 3h1.8v10h-1.8z",
        Glyph::Restart => "M3 8a5 5 0 1 0 1.6-3.7M4.7 1.8v2.7h2.7",
        Glyph::Undo => "M5.8 3 2.8 6l3 3M3 6h6.2a3.8 3.8 0 0 1 0 7.6H6.5",
        Glyph::Redo => "m10.2 3 3 3-3 3M13 6H6.8a3.8 3.8 0 0 0 0 7.6h2.7",
        Glyph::History => "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3.2l2.2 1.5",
        Glyph::Share => "M8 9.5v-7M5.2 5 8 2.2 10.8 5M3 8.5v4.7h10V8.5",
        Glyph::File => "M4 1.8h5l3 3v9.4H4zM9 1.8v3h3",
        Glyph::Theme => "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12",
        Glyph::Problem => "M8 2.2 14.3 13H1.7zM8 6.3v3M8 11.2v.1",
        Glyph::Close => "m4 4 8 8M12 4l-8 8",
        Glyph::Reset => "M13 8a5 5 0 1 1-1.6-3.7M11.3 1.8v2.7H8.6",
        Glyph::Copy => "M5.5 5.5h7.7v7.7H5.5zM3 10.5V3h7.5",
        Glyph::PanelLeft => "M2.2 3h11.6v10H2.2zM6.2 3v10",
        Glyph::PanelRight => "M2.2 3h11.6v10H2.2zM9.8 3v10",
        Glyph::PanelBottom => "M2.2 3h11.6v10H2.2zM2.2 9h11.6",
        Glyph::Blocks => "M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z",
        Glyph::Sliders => "M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.4v3.2M6 9.4v3.2",
        Glyph::List => "M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1",
        Glyph::Chart => "M2.5 2.5v11h11M4.8 10.5l2.7-3.6 2.3 1.9 3.4-4.6",
        Glyph::Bolt => "M8.8 1.8 3.5 9h4l-.6 5.2L12.4 7H8.2z",
        Glyph::External => "M6.5 3.5H3v9.5h9.5V9.5M9 2.8h4.2V7M13 3 7.5 8.5",
        Glyph::Fix => {
            "M10.6 2.3a3.6 3.6 0 0 0-3.9 4.9L2.4 11.5l2.1 2.1 4.3-4.3a3.6 3.6 0 0 0 4.9-3.9l-2.2 2.2-2-.5-.5-2z"
        }
        Glyph::Chevron => "m4.5 6.5 3.5 3.5 3.5-3.5",
        Glyph::Hangul => {
            "M3.4 1.9h4M1.8 4h7.2M5.4 5.4a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8M11.6 1.4v8.4M11.6 5.4h2.6M3.6 11v3.2h9.4"
        }
    }
}
