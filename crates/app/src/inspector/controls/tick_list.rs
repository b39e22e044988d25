//! Several of what the design has: subnets of the same VPC, security groups.

use ninepins_canvas::put_in_order;
use ninepins_model::{Design, Kind, PartId, PartSettings};
use ninepins_words::texts;
use serde_json::{Value, json};
use yew::prelude::*;

use super::Props;
use crate::state::{use_design, use_language};

/// The subnets of the part's VPC, by zone.
#[component]
pub(super) fn SubnetList(props: &Props) -> Html {
    let design = use_design();
    let options = subnets_of(&design, props.owner.vpc(&design));
    list(props, options, texts(use_language()).none)
}

/// The security groups of the design.
#[component]
pub(super) fn GroupList(props: &Props) -> Html {
    let design = use_design();
    let options = design.security_groups.keys().map(|name| (name.clone(), name.clone(), String::new())).collect();
    list(props, options, texts(use_language()).automatic)
}

/// Value, name and note of each subnet of a VPC.
fn subnets_of(design: &Design, vpc: Option<&PartId>) -> Vec<(String, String, String)> {
    let mut found: Vec<(String, String, String)> = design
        .parts
        .iter()
        .filter(|(other, part)| part.kind() == Kind::Subnet && vpc.is_some() && design.vpc_of(other) == vpc)
        .map(|(other, part)| {
            let zone = design.zone_name(other).unwrap_or_default();
            let cidr = match &part.settings {
                PartSettings::Subnet(subnet) => subnet.cidr.as_str(),
                _ => "",
            };
            (other.to_string(), design.display_name(other).to_owned(), format!("{zone} {cidr}"))
        })
        .collect();
    put_in_order(&mut found, |one, other| one.2 < other.2);
    found
}

fn list(props: &Props, options: Vec<(String, String, String)>, empty: &'static str) -> Html {
    let chosen: Vec<String> =
        props.value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    if options.is_empty() {
        return html! { <span class="muted">{ empty }</span> };
    }
    html! {
        <ul class="tick-list" id={props.id.clone()} aria-label={props.label}>
            for (value, name, note) in options {
                <li key={value.clone()}>
                    <label>
                        <input
                            type="checkbox"
                            checked={chosen.contains(&value)}
                            onchange={
                                let (oncommit, changed) = (props.oncommit.clone(), turned(&chosen, &value));
                                move |_| oncommit.emit(json!(changed))
                            }
                        />
                        <bdi>{ name }</bdi>
                        <span class="muted">{ note }</span>
                    </label>
                </li>
            }
        </ul>
    }
}

/// The chosen values with one more, or one less.
fn turned(chosen: &[String], value: &String) -> Vec<String> {
    let mut turned: Vec<String> = chosen.iter().filter(|other| *other != value).cloned().collect();
    if turned.len() == chosen.len() {
        turned.push(value.clone());
    }
    turned
}
