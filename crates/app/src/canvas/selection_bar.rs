//! What can be done with the selection, at the lower edge of the canvas.

use ninepins_canvas::{Alignment, Axis};
use ninepins_words::{annotation_texts, command_texts};
use yew::prelude::*;

use super::surface::surface;
use crate::commands::{Command, Desk, desk, is_possible, name_of, run, shown_keys};
use crate::state::{Selected, use_design_store, use_language, use_selection};

/// The bar. Nothing is shown while nothing is selected.
#[component]
pub(crate) fn SelectionBar() -> Html {
    let language = use_language();
    let selection = use_selection();
    // What is possible follows the design.
    let store = use_design_store();
    let Some(desk) = desk() else { return Html::default() };
    let parts = selection.parts().count();
    let bent = match selection.only() {
        Some(Selected::Wire(id)) => store.design.wires.get(id).filter(|wire| wire.bend.is_some()).map(|_| id.clone()),
        _ => None,
    };
    let commands = if parts > 1 { several() } else { one() };
    let buttons =
        commands.into_iter().filter(|command| is_possible(command, &desk)).map(|command| button(command, &desk));
    html! {
        <div class="selection-bar" role="toolbar" aria-label={command_texts(language).selection} data-testid="selection-bar">
            { for buttons }
            if let Some(id) = bent {
                <button
                    type="button"
                    class="canvas-control"
                    title={annotation_texts(language).straighten}
                    aria-label={annotation_texts(language).straighten}
                    data-testid="straighten"
                    onclick={move |_| surface().straighten(&id)}
                >
                    { icon("M2.5 11.5 13.5 4.5M10 4.5h3.5V8") }
                </button>
            }
        </div>
    }
}

fn one() -> Vec<Command> {
    vec![
        Command::AddNext,
        Command::Connect,
        Command::Rename,
        Command::Collapse,
        Command::Duplicate,
        Command::ZoomToSelection,
        Command::Remove,
    ]
}

fn several() -> Vec<Command> {
    use Alignment::{Bottom, Center, Left, Middle, Right, Top};
    let mut commands: Vec<Command> = [Left, Center, Right, Top, Middle, Bottom].map(Command::Align).into();
    commands.extend([Axis::Across, Axis::Down].map(Command::Distribute));
    commands.extend([Command::Collapse, Command::Duplicate, Command::ZoomToSelection, Command::Remove]);
    commands
}

fn button(command: Command, desk: &Desk) -> Html {
    let name = name_of(&command, desk);
    let keys = command.keys().first().map(|keys| shown_keys(keys).join(" "));
    let title = keys.map_or_else(|| name.clone(), |keys| format!("{name} ({keys})"));
    let path = path_of(&command);
    let pressed = command.clone();
    let onclick = move |_: MouseEvent| {
        if let Some(desk) = crate::commands::desk() {
            run(pressed.clone(), &desk);
        }
    };
    // What is most useful says so; the others are known from elsewhere.
    let label = (command == Command::AddNext).then_some(command_texts(desk.language()).add_next_short);
    let class = classes!("canvas-control", label.map(|_| "labelled"));
    let name = label.map_or(name, str::to_owned);
    html! {
        <button key={path} type="button" {class} {title} aria-label={name} {onclick}>
            { icon(path) }
            if let Some(label) = label {
                <span>{ label }</span>
            }
        </button>
    }
}

fn icon(path: &'static str) -> Html {
    html! { <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d={path} /></svg> }
}

const fn path_of(command: &Command) -> &'static str {
    match command {
        Command::AddNext => "M2 5h5v6H2zM9.5 8h5M12 5.5v5",
        Command::Connect => "M3.5 12.5a1.8 1.8 0 1 0 0-.1M12.5 3.5a1.8 1.8 0 1 0 0-.1M5 11 11 5",
        Command::Rename => "M3 13h10M4 10.5 10.5 4l1.8 1.8L5.8 12.3 3.5 12.8z",
        Command::Collapse => "M2.5 4.5h11v7h-11zM5 8h6",
        Command::Duplicate => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
        Command::ZoomToSelection => "M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M6 6h4v4H6z",
        Command::Remove => "M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4.5M9.2 7v4.5",
        Command::Align(Alignment::Left) => "M2.5 2v12M5 4.5h8v2.5H5zM5 9h5v2.5H5z",
        Command::Align(Alignment::Center) => "M8 2v12M4 4.5h8V7H4zM5.5 9h5v2.5h-5z",
        Command::Align(Alignment::Right) => "M13.5 2v12M3 4.5h8V7H3zM6 9h5v2.5H6z",
        Command::Align(Alignment::Top) => "M2 2.5h12M4.5 5H7v8H4.5zM9 5h2.5v5H9z",
        Command::Align(Alignment::Middle) => "M2 8h12M4.5 4H7v8H4.5zM9 5.5h2.5v5H9z",
        Command::Align(Alignment::Bottom) => "M2 13.5h12M4.5 3H7v8H4.5zM9 6h2.5v5H9z",
        Command::Distribute(Axis::Across) => "M2.5 2v12M13.5 2v12M6.5 5h3v6h-3z",
        Command::Distribute(Axis::Down) => "M2 2.5h12M2 13.5h12M5 6.5h6v3H5z",
        _ => "",
    }
}
