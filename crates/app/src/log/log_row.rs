//! One entry of the log.

use ninepins_model::{Design, PartId};
use ninepins_report::{LogEntry, rule_of};
use ninepins_words::{Language, Tone, log_sentence, log_tag, number, show_part};
use yew::prelude::*;

use super::about::{blamed, tagged};
use crate::canvas::surface;
use crate::fidelity::rule_link;
use crate::state::{use_design, use_language, use_live_store};

/// Which entry.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Its place in the log.
    pub(crate) index: usize,
    /// Changes when the log is another one.
    pub(crate) epoch: u32,
}

/// Time, tag, sentence, rule. A press on the row leads to the part that its sentence blames, else to the one that its tag
/// stands for; one that is about no part leads nowhere, and does not look as if it did.
#[component]
pub(crate) fn LogRow(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let live = use_live_store();
    let book = live.log.get();
    let Some(entry) = book.entries.get(props.index) else { return Html::default() };
    let (tag, tone) = log_tag(language, &design, entry);
    let sentence = log_sentence(language, &design, &book.entries, entry);
    let blamed = blamed_in(language, &design, entry, &sentence);
    let tagged = tagged(&design, entry);
    let leads = blamed.is_some() || tagged.is_some();
    let class = classes!("tag", tone_class(tone), blamed.is_none().then_some(LEADS));
    html! {
        <li class={classes!("log-row", leads.then_some("leading"))}>
            <span class="time">{ number::clock_ns(entry.at_ns) }</span>
            if let Some(id) = tagged {
                { shower(language, &design, &id, class, Some(tag)) }
            } else {
                <span class={classes!("tag", tone_class(tone))}>{ tag }</span>
            }
            <span>
                <span class="sentence">{ blamed.unwrap_or_else(|| html! { { sentence } }) }</span>
                if let Some(fact) = rule_of(&design, &book.entries, entry) {
                    { " " }{ rule_link(language, fact) }
                }
            </span>
        </li>
    }
}

/// The class of the button that a press anywhere in its row stands for.
pub(super) const LEADS: &str = "leads";

/// A button that selects a part and brings it into view: a tag, else the part's name.
fn shower(language: Language, design: &Design, id: &PartId, class: Classes, tag: Option<&'static str>) -> Html {
    let name = design.display_name(id);
    let says = show_part(language, name);
    let label = tag.map_or_else(|| says.clone(), |tag| format!("{tag}: {says}"));
    let shown = id.clone();
    let onclick = Callback::from(move |_: MouseEvent| surface().show(&shown));
    let text = tag.map_or_else(|| name.to_owned(), str::to_owned);
    html! { <button type="button" {class} title={says} aria-label={label} {onclick}>{ text }</button> }
}

/// The sentence of a failure in which the part that is blamed is a button; none where it blames none by name.
fn blamed_in(language: Language, design: &Design, entry: &LogEntry, sentence: &str) -> Option<Html> {
    let id = blamed(design, entry)?;
    let (start, end) = place_of(sentence, design.display_name(id))?;
    Some(html! {
        <>
            { sentence[..start].to_owned() }
            { shower(language, design, id, classes!("blamed", LEADS), None) }
            { sentence[end..].to_owned() }
        </>
    })
}

/// Where the sentence of a failure has the part's name: last in English, first of its cause in Korean.
fn place_of(sentence: &str, name: &str) -> Option<(usize, usize)> {
    let cause = sentence.find(": ")? + 2;
    let start = match sentence.ends_with(name) {
        true => sentence.len() - name.len(),
        false => sentence[cause..].starts_with(name).then_some(cause)?,
    };
    (start >= cause && !name.is_empty()).then_some((start, start + name.len()))
}

const fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Change => "change",
        Tone::Neutral => "neutral",
    }
}

#[cfg(test)]
mod tests {
    use super::place_of;

    fn found<'a>(sentence: &'a str, name: &str) -> Option<&'a str> {
        let (start, end) = place_of(sentence, name)?;
        Some(&sentence[start..end])
    }

    #[test]
    fn the_part_that_is_blamed_is_found_at_its_place() {
        assert_eq!(
            found("HTTP 500 began: waited for a pooled database connection at orders", "orders"),
            Some("orders")
        );
        assert_eq!(place_of("HTTP 500 began: the application hung at app", "app"), Some((40, 43)));
        assert_eq!(found("HTTP 500 시작: 주문에서 쿼리에 오류로 응답했습니다", "주문"), Some("주문"));
        assert_eq!(found("HTTP 500 began: the application hung at app", "db"), None);
    }
}
