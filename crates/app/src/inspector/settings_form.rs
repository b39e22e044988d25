//! Everything that can be set on a part or a wire, by section.

use ninepins_model::Section;
use ninepins_words::{section_name, shaping_texts, texts};
use yew::prelude::*;

use super::field_problems::{beside, problems_of, shown_of};
use super::owner::{Entry, Owner};
use super::setting_row::SettingRow;
use crate::state::{use_design, use_findings, use_language};

/// Whose settings.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) owner: Owner,
}

/// The sections in order, with their settings.
#[component]
pub(super) fn SettingsForm(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let findings = use_findings();
    let found = use_memo((findings, props.owner.clone()), |(findings, owner)| problems_of(findings, owner));
    let mut sections: Vec<(Section, Vec<Entry>)> = Vec::new();
    for mut entry in props.owner.entries(&design) {
        // What is wrong with a setting is mended where it is, whether that has an effect or not.
        entry.waits_for = entry.waits_for.filter(|_| beside(&found, entry.setting.key).is_empty());
        match sections.last_mut() {
            Some((section, entries)) if *section == entry.setting.section => entries.push(entry),
            _ => sections.push((entry.setting.section, vec![entry])),
        }
    }
    if sections.is_empty() {
        return html! { <p class="help">{ shaping_texts(language).nothing_to_set }</p> };
    }
    html! {
        <>
            for (section, entries) in sections {
                <section key={section_name(language, section)} class="group">
                    <h3 class="group-title">{ section_name(language, section) }</h3>
                    if section == Section::Assumptions {
                        <p class="help">{ texts(language).assumption_note }</p>
                    }
                    for (place, entry) in entries.iter().enumerate() {
                        <SettingRow
                            key={entry.setting.path}
                            owner={props.owner.clone()}
                            problems={beside(shown_of(&found, &props.owner), entry.setting.key)}
                            repeats={place > 0 && entries[place - 1].waits_for == entry.waits_for}
                            entry={entry.clone()}
                        />
                    }
                </section>
            }
        </>
    }
}
