//! The way to a group of blocks that lies below the fold.

use gloo::utils::document;
use ninepins_model::{Group, Kind};
use ninepins_words::{group_name, guidance_texts};
use yew::prelude::*;

use crate::icons::KindIcon;
use crate::state::use_language;

/// Which groups.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) groups: [Group; 5],
}

/// A button for each group, which scrolls to it.
#[component]
pub(super) fn Jumps(props: &Props) -> Html {
    let language = use_language();
    html! {
        <div class="palette-jumps" role="group" aria-label={guidance_texts(language).block_groups}>
            { for props.groups.into_iter().map(|group| html! {
                <button
                    key={section_id(group)}
                    type="button"
                    class="palette-jump"
                    title={group_name(language, group)}
                    aria-label={group_name(language, group)}
                    data-testid={format!("jump-{}", section_id(group))}
                    onclick={move |_| jump_to(group)}
                >
                    <KindIcon kind={face(group)} />
                </button>
            }) }
        </div>
    }
}

/// The id of a group's section.
pub(super) const fn section_id(group: Group) -> &'static str {
    match group {
        Group::Edge => "blocks-edge",
        Group::Network => "blocks-network",
        Group::Compute => "blocks-compute",
        Group::Data => "blocks-data",
        Group::Annotation => "blocks-notes",
    }
}

/// The kind that stands for a group.
const fn face(group: Group) -> Kind {
    match group {
        Group::Edge => Kind::Users,
        Group::Network => Kind::Vpc,
        Group::Compute => Kind::Ec2,
        Group::Data => Kind::Rds,
        Group::Annotation => Kind::Note,
    }
}

fn jump_to(group: Group) {
    if let Some(section) = document().get_element_by_id(section_id(group)) {
        section.scroll_into_view();
    }
}
