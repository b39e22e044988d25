//! A subnet's route table: where its packets for the internet go.

use ninepins_model::Kind;
use ninepins_words::{kind_name, page_texts, texts};
use serde_json::{Map, Value, json};
use yew::prelude::*;

use super::{Props, select, toggle};
use crate::state::{use_design, use_language};

const DEFAULT: &str = "0.0.0.0/0";
const GATEWAY: &str = "internet_gateway";

/// On or off while there is nothing but the internet gateway to route to; else a list.
#[component]
pub(super) fn RoutesField(props: &Props) -> Html {
    let (language, design) = (use_language(), use_design());
    let routes = props.value.as_object().cloned().unwrap_or_default();
    let target = routes.get(DEFAULT).and_then(Value::as_str).unwrap_or_default().to_owned();
    let nats: Vec<_> = design.parts.iter().filter(|(_, part)| part.kind() == Kind::NatGateway).collect();
    let to = props.oncommit.reform(move |target: String| table(&routes, &target));
    let page = page_texts(language);
    let id = props.id.clone();
    if nats.is_empty() && (target.is_empty() || target == GATEWAY) {
        let other = if target.is_empty() { GATEWAY } else { "" };
        let on = (!props.mixed).then_some(!target.is_empty());
        return toggle(id, page.public_subnet, on, to.reform(move |()| other.to_owned()));
    }
    let mut options =
        vec![(String::new(), texts(language).none.to_owned()), (GATEWAY.to_owned(), page.public_subnet.to_owned())];
    let vpc = props.owner.vpc(&design);
    let near = nats.into_iter().filter(|(nat, _)| vpc.is_none() || design.vpc_of(nat) == vpc);
    options.extend(near.map(|(nat, _)| {
        (nat.to_string(), format!("{} {}", kind_name(language, Kind::NatGateway), design.display_name(nat)))
    }));
    if options.iter().all(|(value, _)| *value != target) {
        options.push((target.clone(), target.clone()));
    }
    let mixed = props.mixed.then_some(ninepins_words::inspector_texts(language).mixed);
    select(id, props.label, &target, options, mixed, to)
}

/// The table with another default route.
fn table(routes: &Map<String, Value>, target: &str) -> Value {
    let mut routes = routes.clone();
    routes.remove(DEFAULT);
    if !target.is_empty() {
        routes.insert(DEFAULT.to_owned(), json!(target));
    }
    Value::Object(routes)
}
