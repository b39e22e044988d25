//! The list of keys.

use ninepins_words::{Language, command_texts, shaping_texts};
use yew::prelude::*;

use super::{Command, CommandGroup, desk, group_of, name_of, shown_keys};
use crate::state::use_language;

const GROUPS: [CommandGroup; 5] =
    [CommandGroup::Run, CommandGroup::Edit, CommandGroup::Arrange, CommandGroup::View, CommandGroup::Page];

/// All keys, by group.
#[component]
pub(crate) fn ShortcutList() -> Html {
    let language = use_language();
    let Some(desk) = desk() else { return Html::default() };
    let commands = Command::all();
    let groups = GROUPS.map(|group| {
        let of_group = commands.iter().filter(|command| group_of(command) == group && !command.keys().is_empty());
        let rows = of_group.map(|command| (name_of(command, &desk), shown_keys(command.keys()[0])));
        section(group.name(language), rows.collect())
    });
    html! {
        <div class="shortcut-list" tabindex="0"><div class="shortcut-columns">
            { section(command_texts(language).group_pointer, by_hand(language)) }
            { for groups }
        </div></div>
    }
}

/// What the canvas understands beside commands.
fn by_hand(language: Language) -> Vec<(String, Vec<String>)> {
    let (c, s) = (command_texts(language), shaping_texts(language));
    let keys = |keys: &str| shown_keys(keys);
    [
        (c.walk, vec!["↑".into(), "↓".into(), "←".into(), "→".into()]),
        (s.pan_by_key, vec!["↑".into(), "↓".into(), "←".into(), "→".into()]),
        (c.move_far, keys("Shift+↑")),
        (c.open_inspector, keys("Enter")),
        (c.cancel_gesture, keys("Esc")),
        (c.add_to_selection, [keys("Shift"), vec![c.click.into()]].concat()),
        (s.walk_only, keys("Mod+↑")),
        (s.add_focused, keys("Shift+Space")),
        (s.resize_or_bend, keys("Alt+Shift+↑")),
        (s.hold_to_add, vec![s.hold.into()]),
        (c.marquee, [keys("Shift"), vec![c.drag.into()]].concat()),
        (c.pan_with_space, [keys("Space"), vec![c.drag.into()]].concat()),
        (c.paste, keys("Mod+V")),
    ]
    .map(|(name, keys): (&str, Vec<String>)| (name.to_owned(), keys))
    .into()
}

fn section(title: &'static str, rows: Vec<(String, Vec<String>)>) -> Html {
    html! {
        <section class="shortcut-group" key={title}>
            <h3>{ title }</h3>
            <dl>
                for (name, keys) in rows {
                    <div class="shortcut" key={name.clone()}>
                        <dt>{ name }</dt>
                        <dd>
                            for key in keys {
                                <kbd>{ key }</kbd>
                            }
                        </dd>
                    </div>
                }
            </dl>
        </section>
    }
}
