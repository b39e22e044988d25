//! Which settings a fact is the default and the range of.

use crate::fact::Fact;
use crate::{Kind, Setting, WireKind, parts, wires};

/// What a setting is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A part of this kind.
    Part(Kind),
    /// A wire of this kind.
    Wire(WireKind),
}

/// The kinds of wire that have settings.
const WIRES: [WireKind; 8] = [
    WireKind::Record,
    WireKind::Origin,
    WireKind::TargetGroup,
    WireKind::NlbTargetGroup,
    WireKind::Call,
    WireKind::Pool,
    WireKind::Cache,
    WireKind::Consumer,
];

/// Every fact in use. Settings that have the same one, such as a bucket's capacity and its content at the start, share it.
pub fn catalogue() -> impl Iterator<Item = &'static Fact> {
    let all = crate::fact::ALL;
    all.iter().enumerate().filter(|(index, fact)| !all[..*index].contains(fact)).map(|(_, fact)| fact)
}

/// Every setting that takes its default and its range from this fact.
pub fn uses_of(fact: &Fact) -> Vec<(Holder, &'static Setting)> {
    let of_parts = Kind::ALL
        .into_iter()
        .flat_map(|kind| parts::settings_of(kind).iter().map(move |setting| (Holder::Part(kind), setting)));
    let of_wires = WIRES
        .into_iter()
        .flat_map(|kind| wires::settings_of(kind).iter().map(move |setting| (Holder::Wire(kind), setting)));
    of_parts.chain(of_wires).filter(|(_, setting)| setting.fact() == Some(fact)).collect()
}

#[cfg(test)]
mod tests {
    use crate::fact;

    #[test]
    fn what_is_no_choice_of_ours_says_where_it_can_be_checked_or_that_it_is_assumed() {
        for fact in fact::ALL.iter().filter(|fact| fact.status == fact::Status::Confirmed) {
            let is_measured = fact.id.starts_with("LAT-");
            assert!(is_measured || fact.page.starts_with("https://"), "{} has no page", fact.id);
        }
    }
}
