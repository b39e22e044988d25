//! Knock over several at once: the faults that all of them can suffer.

use ninepins_model::{Action, PartId};
use ninepins_words::{fault_label, texts};
use yew::prelude::*;

use super::fault_button::{USUAL_S, fault_button, fault_duration};
use super::faults::{faults_of, test_name};
use super::paused_hint::PausedHint;
use crate::runner::use_runner;
use crate::state::{use_design, use_language};

/// Which parts.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) parts: Vec<PartId>,
}

/// A button for each fault that all have; it does it to each. Nothing where they have none.
#[component]
pub(super) fn SeveralFaults(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let runner = use_runner();
    let label = |actions: &[Action]| actions.first().map(|first| fault_label(language, first)).unwrap_or_default();
    let for_s = use_state(|| USUAL_S);
    let shared = shared(props.parts.iter().map(|id| faults_of(&design, id, *for_s)));
    if shared.is_empty() {
        return Html::default();
    }
    let some_last = shared.iter().flatten().any(|action| action.for_s().is_some());
    html! {
        <section class="group">
            <h3 class="group-title">{ texts(language).knock_it_over }</h3>
            <div class="faults">
                if some_last {
                    { fault_duration(language, &for_s) }
                }
                <div class="fault-buttons">
                    for actions in shared {
                        { fault_button(language, &runner, label(&actions), actions) }
                    }
                </div>
            </div>
            <PausedHint />
        </section>
    }
}

/// The faults that every part has, with one action for each part. Those that are told apart only by a detail, such as
/// the oldest instance or a rule's source, make sense for one part alone.
///
/// Parts after one that shares nothing with those before it are not asked: hundreds may be selected.
fn shared(mut each: impl Iterator<Item = Vec<Action>>) -> Vec<Vec<Action>> {
    let plain = |action: &Action| {
        !matches!(action, Action::SecurityGroupRuleRemoval { .. }) && test_name(action) != "fault-terminate-oldest"
    };
    let first = each.next().unwrap_or_default();
    let mut shared: Vec<(String, Vec<Action>)> =
        first.into_iter().filter(plain).map(|action| (test_name(&action), vec![action])).collect();
    while !shared.is_empty() {
        let Some(actions) = each.next() else { break };
        let named: Vec<(String, Action)> = actions.into_iter().map(|action| (test_name(&action), action)).collect();
        shared.retain_mut(|(name, same)| {
            let found = named.iter().find(|(other, _)| other == name);
            same.extend(found.map(|(_, action)| action.clone()));
            found.is_some()
        });
    }
    shared.into_iter().map(|(_, actions)| actions).collect()
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;

    use super::*;

    fn names(ids: &[&str]) -> Vec<String> {
        let design = seed_architecture();
        let found = shared(ids.iter().map(|id| faults_of(&design, &id.parse().unwrap(), 60)));
        assert!(found.iter().all(|actions| actions.len() == ids.len()));
        found.iter().map(|actions| test_name(&actions[0])).collect()
    }

    #[test]
    fn zones_can_lose_their_power_together() {
        let design = seed_architecture();
        let zones: Vec<&str> = design
            .parts
            .iter()
            .filter(|(_, part)| part.kind() == ninepins_model::Kind::Az)
            .map(|(id, _)| id.as_str())
            .collect();
        assert!(names(&zones).contains(&"fault-zone-power-loss".to_owned()));
    }

    #[test]
    fn unlike_parts_share_no_fault() {
        assert_eq!(names(&["users", "db"]), Vec::<String>::new());
    }
}
