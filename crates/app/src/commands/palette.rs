//! The command palette: type, choose, run.

use gloo::timers::callback::Timeout;
use ninepins_words::command_texts;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::names::{is_keyword, keywords_of};
use super::{Command, CommandGroup, desk, group_of, is_possible, name_of, run, shown_keys};
use crate::inspector::faults_of;
use crate::layout::{Dialog, LayoutAction, use_layout};
use crate::state::{use_design_store, use_language, use_selection};

/// How long what is knocked over stays down, in simulated seconds, where it does not stay so.
const KNOCKED_S: u32 = 300;
/// Most commands shown.
const SHOWN: usize = 60;

/// A command as listed.
#[derive(Clone, PartialEq)]
struct Entry {
    command: Command,
    name: String,
    group: CommandGroup,
}

/// The palette.
#[component]
pub(crate) fn CommandPalette() -> Html {
    let language = use_language();
    let c = command_texts(language);
    let layout = use_layout();
    // The entries say what would be undone and what is selected.
    let (_, _) = (use_design_store(), use_selection());
    let typed = use_state(String::new);
    let at = use_state(|| 0usize);
    let field = use_node_ref();
    let list = use_node_ref();
    let found = entries(&typed);
    let chosen = (*at).min(found.len().saturating_sub(1));
    use_effect_with(field.clone(), |field| {
        if let Some(field) = field.cast::<HtmlElement>() {
            // Where it takes no focus the list still works.
            let _ = field.focus();
        }
    });
    use_effect_with((chosen, list.clone()), |(chosen, list)| {
        let entry =
            list.cast::<web_sys::Element>().and_then(|list| list.query_selector(&format!("#command-{chosen}")).ok());
        if let Some(entry) = entry.flatten() {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            entry.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let choose = {
        let dispatcher = layout.dispatcher();
        Callback::from(move |command: Command| {
            dispatcher.dispatch(LayoutAction::CloseDialog);
            // Once the dialog has given the focus back.
            Timeout::new(0, move || {
                if let Some(desk) = desk() {
                    run(command, &desk);
                }
            })
            .forget();
        })
    };
    let oninput = {
        let (typed, at) = (typed.setter(), at.setter());
        move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            at.set(0);
        }
    };
    let onkeydown = {
        let (at, choose, drawn) = (at.setter(), choose.clone(), typed.clone());
        let commands: Vec<Command> = found.iter().map(|entry| entry.command.clone()).collect();
        move |event: KeyboardEvent| {
            let last = commands.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => at.set(if chosen == last { 0 } else { chosen + 1 }),
                "ArrowUp" => at.set(if chosen == 0 { last } else { chosen - 1 }),
                "Enter" if !event.is_composing() => {
                    // Who types fast presses Enter before the list of what was typed is drawn.
                    let written = event.target_unchecked_into::<HtmlInputElement>().value();
                    let command = match written == *drawn {
                        true => commands.get(chosen).cloned(),
                        false => entries(&written).into_iter().next().map(|entry| entry.command),
                    };
                    if let Some(command) = command {
                        choose.emit(command);
                    }
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    html! {
        <div class="command-palette">
            <input
                ref={field}
                class="command-search"
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="command-list"
                aria-activedescendant={(!found.is_empty()).then(|| format!("command-{chosen}"))}
                aria-label={c.search}
                placeholder={c.search}
                autocomplete="off"
                spellcheck="false"
                data-testid="command-search"
                {oninput}
                {onkeydown}
            />
            if found.is_empty() {
                <p class="help command-none" role="status">{ c.nothing_found }</p>
            }
            <ul ref={list} id="command-list" class="command-list" role="listbox" aria-label={c.search}>
                for (index, entry) in found.into_iter().enumerate() {
                    { row(index, entry, index == chosen, language, &choose) }
                }
            </ul>
        </div>
    }
}

fn row(
    index: usize,
    entry: Entry,
    chosen: bool,
    language: ninepins_words::Language,
    choose: &Callback<Command>,
) -> Html {
    let Entry { command, name, group } = entry;
    let keys = command.keys().first().map(|keys| shown_keys(keys)).unwrap_or_default();
    let onclick = {
        let choose = choose.clone();
        move |_: MouseEvent| choose.emit(command.clone())
    };
    html! {
        <li
            key={index}
            id={format!("command-{index}")}
            class={classes!("command", chosen.then_some("chosen"))}
            role="option"
            aria-selected={chosen.to_string()}
            {onclick}
        >
            <span class="command-name">{ name }</span>
            <span class="command-group muted">{ group.name(language) }</span>
            <span class="command-keys">
                for key in keys {
                    <kbd>{ key }</kbd>
                }
            </span>
        </li>
    }
}

/// What can be done now and matches what was typed: every word of it, anywhere in the name or the group's; after those,
/// what goes by other words that were typed.
fn entries(typed: &str) -> Vec<Entry> {
    let Some(desk) = desk() else { return Vec::new() };
    let language = desk.language();
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let design = &desk.store.design;
    let faults = design.parts.keys().flat_map(|id| faults_of(design, id, KNOCKED_S)).map(Command::Knock);
    let mut seen: Vec<String> = Vec::new();
    let others = Command::all().into_iter().filter(|command| *command != Command::Open(Dialog::Commands));
    let possible = others.filter(|command| is_possible(command, &desk));
    let (mut named, mut meant) = (Vec::new(), Vec::new());
    for command in possible.chain(faults) {
        let entry = Entry { name: name_of(&command, &desk), group: group_of(&command), command };
        if seen.contains(&entry.name) {
            continue;
        }
        let text = format!("{} {}", entry.name, entry.group.name(language)).to_lowercase();
        let list = if words.iter().all(|word| text.contains(word)) {
            &mut named
        } else if is_keyword(&format!("{text} {}", keywords_of(&entry.command)), &words) {
            &mut meant
        } else {
            continue;
        };
        seen.push(entry.name.clone());
        list.push(entry);
    }
    named.append(&mut meant);
    named.truncate(SHOWN);
    named
}
