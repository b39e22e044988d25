//! One entry of the log.

use ninepins_model::{Design, Kind, PartId};
use ninepins_report::{LogEntry, LogFact, PartIndex, rule_of};
use ninepins_words::{Tone, log_sentence, log_tag, number, part_by_index};
use yew::prelude::*;

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

/// Time, tag, sentence, rule. The tag selects the part that it names.
#[component]
pub(crate) fn LogRow(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let live = use_live_store();
    let book = live.log.get();
    let Some(entry) = book.entries.get(props.index) else { return Html::default() };
    let (tag, tone) = log_tag(language, &design, entry);
    let class = classes!("tag", tone_class(tone));
    let sentence = log_sentence(language, &design, &book.entries, entry);
    html! {
        <li class="log-row">
            <span class="time">{ number::clock_ns(entry.at_ns) }</span>
            if let Some(id) = tagged(&design, entry) {
                <button
                    type="button"
                    {class}
                    title={design.display_name(&id).to_owned()}
                    onclick={show(&id)}
                >
                    { tag }
                </button>
            } else {
                <span {class}>{ tag }</span>
            }
            <span>
                <span class="sentence">{ with_blamed(&design, entry, sentence) }</span>
                if let Some(fact) = rule_of(&design, &book.entries, entry) {
                    { " " }{ rule_link(language, fact) }
                }
            </span>
        </li>
    }
}

fn show(id: &PartId) -> Callback<MouseEvent> {
    let id = id.clone();
    Callback::from(move |_| surface().show(&id))
}

/// The part that the tag names: of failures the users, who have them, if they can only be these.
fn tagged(design: &Design, entry: &LogEntry) -> Option<PartId> {
    if failed_at(entry).is_none() {
        return entry.part.and_then(|part| part_by_index(design, part)).map(|(id, _)| id.clone());
    }
    let mut users = design.running_parts().filter(|(_, part)| part.kind() == Kind::Users);
    users.next().filter(|_| users.next().is_none()).map(|(id, _)| id.clone())
}

/// The part that the sentence of a failure blames.
const fn failed_at(entry: &LogEntry) -> Option<PartIndex> {
    match entry.fact {
        LogFact::FailuresBegan { cause, .. } | LogFact::FailuresEnded { cause, .. } => Some(cause.part),
        _ => None,
    }
}

/// A sentence in which the part that is blamed is a button.
fn with_blamed(design: &Design, entry: &LogEntry, sentence: String) -> Html {
    let blamed = failed_at(entry).and_then(|part| part_by_index(design, part));
    let found = blamed.and_then(|(id, _)| Some((id, place_of(&sentence, design.display_name(id))?)));
    let Some((id, (start, end))) = found else { return html! { { sentence } } };
    let (before, name, after) = (&sentence[..start], &sentence[start..end], &sentence[end..]);
    html! {
        <>
            { before.to_owned() }
            <button type="button" class="blamed" onclick={show(id)}>{ name.to_owned() }</button>
            { after.to_owned() }
        </>
    }
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
