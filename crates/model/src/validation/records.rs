//! The records of hosted zones by their names, gathered once.

use std::collections::{BTreeMap, BTreeSet};

use super::record_name;
use crate::wires::{FailoverRole, Record, RoutingPolicy};
use crate::{Design, Kind, PartId, PartSettings, WireId};

/// The records of all hosted zones.
pub(super) struct Records<'a> {
    names: BTreeMap<(&'a PartId, String), Named<'a>>,
    /// Those that Route 53 refuses beside an earlier one of their name, in the order of their ids.
    refused: Vec<&'a WireId>,
}

/// The records of one name.
pub(super) struct Named<'a> {
    pub(super) first: &'a WireId,
    /// The policy of the first.
    pub(super) policy: RoutingPolicy,
    pub(super) count: usize,
    /// Whether one of them answers for every location.
    pub(super) has_default: bool,
    marks: BTreeSet<Mark<'a>>,
}

/// What Route 53 allows once for a name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Mark<'a> {
    Any,
    NoInstance,
    Region(&'a str),
    Primary(bool),
    Location(String),
}

impl<'a> Records<'a> {
    pub(super) fn of(design: &'a Design) -> Self {
        let mut records = Records { names: BTreeMap::new(), refused: Vec::new() };
        for (id, wire) in &design.wires {
            let Some(PartSettings::Route53(zone)) = design.parts.get(&wire.from).map(|part| &part.settings) else {
                continue;
            };
            let record = wire.record();
            let is_instance = design.parts.get(&wire.to).is_some_and(|part| part.kind() == Kind::Ec2);
            let region = design.region_code(&wire.to);
            let named = records.names.entry((&wire.from, record_name(wire, &zone.zone))).or_insert(Named {
                first: id,
                policy: record.policy,
                count: 0,
                has_default: false,
                marks: BTreeSet::new(),
            });
            named.count += 1;
            named.has_default |= record.location == "*";
            if once(&record, is_instance, region).is_some_and(|mark| named.marks.contains(&mark)) {
                records.refused.push(id);
            }
            named.marks.extend(marks(record, is_instance, region));
        }
        records
    }

    /// The records of a zone's name.
    pub(super) fn named(&self, zone: &'a PartId, name: String) -> Option<&Named<'a>> {
        self.names.get(&(zone, name))
    }

    /// Whether Route 53 refuses a record beside an earlier one of its name and policy.
    pub(super) fn refuses(&self, id: &WireId) -> bool {
        self.refused.binary_search(&id).is_ok()
    }

    /// Whether a zone has a record that answers for a host, as [`super::name_matches`] says.
    pub(super) fn answers(&self, zone: &'a PartId, host: &str) -> bool {
        let has = |name: String| self.names.contains_key(&(zone, name));
        let above = host.match_indices('.').filter(|(place, _)| *place > 0).map(|(place, _)| &host[place..]);
        has(host.to_owned()) || above.map(|rest| format!("*{rest}")).any(has)
    }
}

/// What a record may not share with an earlier one.
fn once<'a>(record: &Record, is_instance: bool, region: Option<&'a str>) -> Option<Mark<'a>> {
    match record.policy {
        RoutingPolicy::Simple if is_instance => Some(Mark::NoInstance),
        RoutingPolicy::Simple => Some(Mark::Any),
        RoutingPolicy::Weighted | RoutingPolicy::Multivalue => None,
        RoutingPolicy::Latency => region.map(Mark::Region),
        RoutingPolicy::Failover => Some(Mark::Primary(record.failover == FailoverRole::Primary)),
        RoutingPolicy::Geolocation => Some(Mark::Location(record.location.clone())),
    }
}

/// What later records find.
fn marks<'a>(record: Record, is_instance: bool, region: Option<&'a str>) -> impl Iterator<Item = Mark<'a>> {
    let primary = Mark::Primary(record.failover == FailoverRole::Primary);
    let no_instance = (!is_instance).then_some(Mark::NoInstance);
    [Mark::Any, primary, Mark::Location(record.location)].into_iter().chain(no_instance).chain(region.map(Mark::Region))
}

#[cfg(test)]
mod tests {
    use super::Records;
    use crate::presets::two_regions;
    use crate::{PartSettings, WireSettings, name_matches};

    #[test]
    fn a_host_is_answered_for_by_its_own_name_and_by_a_wildcard_above_it() {
        let hosts = ["a.example.com", "b.a.example.com", "example.com", ".example.com", "*.example.com", "a.", ""];
        for name in ["a.example.com", "*.example.com", "*example.com", "*", "*.a.example.com"] {
            let mut design = two_regions();
            let is_zone = |settings: &PartSettings| matches!(settings, PartSettings::Route53(_));
            let zone = design.parts.iter().find(|(_, part)| is_zone(&part.settings)).unwrap().0.clone();
            for wire in design.wires.values_mut().filter(|wire| wire.from == zone) {
                if let Some(WireSettings::Record(record)) = &mut wire.settings {
                    record.name = name.to_owned();
                }
            }
            for host in hosts {
                assert_eq!(Records::of(&design).answers(&zone, host), name_matches(name, host), "{name} {host}");
            }
        }
    }
}
