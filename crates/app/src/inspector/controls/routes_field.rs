//! A subnet's route table: where its packets for the internet go.

use ninepins_model::{Design, Kind, PartSettings};
use ninepins_words::{kind_name, page_texts, texts};
use serde_json::{Map, Value, json};
use yew::prelude::*;

use super::super::owner::Owner;
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
    let is_main = uses_main_table(&design, &props.owner);
    if nats.is_empty() && !is_main && (target.is_empty() || target == GATEWAY) {
        let other = if target.is_empty() { GATEWAY } else { "" };
        let on = (!props.mixed).then_some(!target.is_empty());
        return toggle(id, page.public_subnet, on, to.reform(move |()| other.to_owned()));
    }
    let main = ninepins_words::inspector_texts(language).main_route_table;
    let mut options = vec![
        (String::new(), if is_main { main } else { texts(language).none }.to_owned()),
        (GATEWAY.to_owned(), page.public_subnet.to_owned()),
    ];
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

/// Whether a subnet has no table of its own, and the VPC's main one leads somewhere.
fn uses_main_table(design: &Design, owner: &Owner) -> bool {
    let Owner::Part(id) = owner else { return false };
    matches!(design.parts.get(id).map(|part| &part.settings), Some(PartSettings::Subnet(own)) if !own.has_own_table())
        && design.routes_of(id).is_some_and(|routes| !routes.is_empty())
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
