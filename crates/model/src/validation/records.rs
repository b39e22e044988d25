//! The records of hosted zones by their names, gathered once.

use super::record_name;
use crate::wires::{FailoverRole, Record, RoutingPolicy};
use crate::{Design, Kind, PartId, PartSettings, WireId};

/// The records of all hosted zones.
pub(super) struct Records<'a> {
    names: Vec<Named<'a>>,
    /// Places among the names, in the order of zones and names.
    order: Vec<usize>,
    /// Those that Route 53 refuses beside an earlier one of their name, in the order of their ids.
    refused: Vec<&'a WireId>,
}

/// The records of one name.
pub(super) struct Named<'a> {
    zone: &'a PartId,
    name: String,
    pub(super) first: &'a WireId,
    /// The policy of the first.
    pub(super) policy: RoutingPolicy,
    pub(super) count: usize,
    /// Whether one of them answers for every location.
    pub(super) has_default: bool,
    taken: Taken<'a>,
}

/// What Route 53 allows once for a name, and earlier records have.
#[derive(Default)]
struct Taken<'a> {
    by_other_than_instance: bool,
    primary: bool,
    secondary: bool,
    regions: Vec<&'a str>,
    locations: Vec<String>,
}

impl<'a> Records<'a> {
    pub(super) fn of(design: &'a Design) -> Self {
        let mut records = Records { names: Vec::new(), order: Vec::new(), refused: Vec::new() };
        for (id, wire) in &design.wires {
            if let Some(PartSettings::Route53(zone)) = design.parts.get(&wire.from).map(|part| &part.settings) {
                let is_instance = design.parts.get(&wire.to).is_some_and(|part| part.kind() == Kind::Ec2);
                let region = design.region_code(&wire.to);
                let place = records.add_name(id, &wire.from, record_name(wire, &zone.zone), wire.record().policy);
                let named = &mut records.names[place];
                if named.add(wire.record(), is_instance, region) {
                    records.refused.push(id);
                }
            }
        }
        records
    }

    fn add_name(&mut self, first: &'a WireId, zone: &'a PartId, name: String, policy: RoutingPolicy) -> usize {
        match self.find(zone, &name) {
            Ok(at) => self.order[at],
            Err(at) => {
                let place = self.names.len();
                self.order.insert(at, place);
                self.names.push(Named {
                    zone,
                    name,
                    first,
                    policy,
                    count: 0,
                    has_default: false,
                    taken: Taken::default(),
                });
                place
            }
        }
    }

    fn find(&self, zone: &PartId, name: &str) -> Result<usize, usize> {
        self.order.binary_search_by(|place| {
            let named = &self.names[*place];
            (named.zone, named.name.as_str()).cmp(&(zone, name))
        })
    }

    /// The records of a zone's name.
    pub(super) fn named(&self, zone: &PartId, name: &str) -> Option<&Named<'a>> {
        self.find(zone, name).ok().map(|at| &self.names[self.order[at]])
    }

    /// Whether Route 53 refuses a record beside an earlier one of its name and policy.
    pub(super) fn refuses(&self, id: &WireId) -> bool {
        self.refused.binary_search(&id).is_ok()
    }

    /// Whether a zone has a record that answers for a host, as [`super::name_matches`] says.
    pub(super) fn answers(&self, zone: &PartId, host: &str) -> bool {
        let above = host.match_indices('.').filter(|(place, _)| *place > 0).map(|(place, _)| &host[place..]);
        self.named(zone, host).is_some()
            || above.map(|rest| ["*", rest].concat()).any(|name| self.named(zone, &name).is_some())
    }
}

impl<'a> Named<'a> {
    /// Adds a record. Whether Route 53 refuses it.
    fn add(&mut self, record: Record, is_instance: bool, region: Option<&'a str>) -> bool {
        let (taken, is_first) = (&mut self.taken, self.count == 0);
        self.count += 1;
        // What a record of another policy says of failover or location takes no place.
        let fails_over = record.policy == RoutingPolicy::Failover;
        let has_place = record.policy == RoutingPolicy::Geolocation;
        self.has_default |= has_place && record.location == "*";
        let is_primary = record.failover == FailoverRole::Primary;
        let has_region = region.is_some_and(|region| taken.regions.contains(&region));
        let has_location = taken.locations.contains(&record.location);
        let is_refused = match record.policy {
            RoutingPolicy::Simple => !is_first && (taken.by_other_than_instance || !is_instance),
            RoutingPolicy::Weighted | RoutingPolicy::Multivalue => false,
            RoutingPolicy::Latency => has_region,
            RoutingPolicy::Failover => {
                if is_primary {
                    taken.primary
                } else {
                    taken.secondary
                }
            }
            RoutingPolicy::Geolocation => has_location,
        };
        taken.by_other_than_instance |= !is_instance;
        taken.primary |= fails_over && is_primary;
        taken.secondary |= fails_over && !is_primary;
        taken.regions.extend(region.filter(|_| !has_region));
        taken.locations.extend((has_place && !has_location).then_some(record.location));
        is_refused
    }
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
