//! One of the parts of a kind, or none.

use ninepins_canvas::put_in_order;
use ninepins_model::{Design, Kind, PartSettings};
use ninepins_words::inspector_texts;
use serde_json::{Value, json};
use yew::prelude::*;

use super::{Props, select};
use crate::inspector::owner::Owner;
use crate::state::{use_design, use_language};

/// Which kind of part.
#[derive(Properties, PartialEq)]
pub(super) struct ReferenceProps {
    /// It.
    pub(super) kind: Kind,
    /// What no part is called.
    pub(super) none: &'static str,
    /// The setting.
    pub(super) field: Props,
}

/// The list of those parts.
#[component]
pub(super) fn ReferenceField(props: &ReferenceProps) -> Html {
    let design = use_design();
    let language = use_language();
    let field = &props.field;
    let chosen = field.value.as_str().unwrap_or_default().to_owned();
    let mut options = vec![(String::new(), props.none.to_owned())];
    options.extend(candidates(&design, props.kind, &field.owner));
    let mixed = field.mixed.then(|| inspector_texts(language).mixed);
    if mixed.is_none() && !options.iter().any(|(value, _)| *value == chosen) {
        options.push((chosen.clone(), chosen.clone()));
    }
    // A zone is named by a text, which is empty for any; a part by its id or nothing.
    let is_text = props.kind == Kind::Az;
    let oncommit = field.oncommit.reform(move |value: String| match value.is_empty() && !is_text {
        true => Value::Null,
        false => json!(value),
    });
    select(field.id.clone(), field.label, &chosen, options, mixed, oncommit)
}

fn candidates(design: &Design, kind: Kind, owner: &Owner) -> Vec<(String, String)> {
    if kind == Kind::Az {
        return zones_near(design, owner).into_iter().map(|zone| (zone.clone(), zone)).collect();
    }
    let parts = design.parts.iter().filter(|(id, part)| part.kind() == kind && !owner.includes(id));
    parts.map(|(id, _)| (id.to_string(), design.display_name(id).to_owned())).collect()
}

/// The zones of the part's VPC, or all.
fn zones_near(design: &Design, owner: &Owner) -> Vec<String> {
    let vpc = owner.vpc(design);
    let mut zones: Vec<String> = design
        .parts
        .iter()
        .filter(|(id, _)| vpc.is_none() || design.vpc_of(id) == vpc)
        .filter_map(|(_, part)| match &part.settings {
            PartSettings::Az(az) if !az.zone.is_empty() => Some(az.zone.clone()),
            _ => None,
        })
        .collect();
    put_in_order(&mut zones, |one, other| one < other);
    zones.dedup();
    zones
}
