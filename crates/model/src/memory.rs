//! How much memory a run has to take before its first request. What a design asks for is within the ranges of its settings,
//! and there may still be too much of it: 2,000 parts with 100,000 clients each.

use crate::limits::MEMORY_MIB;
use crate::{Design, Part, PartId, PartSettings, WireSettings};

/// What a client's two hosts take, the addresses that it tries one after the other, and a resolver, its own or a shared one.
const CLIENT_BYTES: u64 = 56;
const ADDRESSES_BYTES: u64 = 104;
const RESOLVER_BYTES: u64 = 144;
/// An object's place in the popularity of a source's and in the cache of a location, and in the order of use where not all fit.
const POPULARITY_BYTES: u64 = 8;
const CACHED_BYTES: u64 = 16;
const ORDER_BYTES: u64 = 8;
/// Kinds of keys for each object: files, deep links, and answers of the API, which few designs keep.
const KEYS: u64 = 3;
/// An instance with its connections, checks and streams.
const MEMBER_BYTES: u64 = 4_096;
/// An item of a cache and a message of a queue.
const ITEM_BYTES: u64 = 64;

/// A design whose run would begin with more than there is room for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooLarge {
    /// The part that asks for most of it.
    pub part: PartId,
    /// What all parts ask for together.
    pub mib: u32,
}

/// What all parts of a design have in common.
#[derive(Clone, Copy, Default)]
struct Common {
    /// The most objects of a source, and the largest.
    objects: u64,
    asset_bytes: u64,
    has_cname: bool,
}

impl Part {
    fn bytes_at_start(&self, Common { objects, asset_bytes, has_cname }: Common) -> u64 {
        match &self.settings {
            PartSettings::Users(users) => {
                let addresses = if users.addresses_tried > 1 { ADDRESSES_BYTES } else { 0 };
                // A CNAME outlives the addresses behind it, so that each client needs a place for both.
                let resolvers = if has_cname && users.resolvers == 0 { users.clients } else { users.resolvers };
                u64::from(users.clients) * (CLIENT_BYTES + addresses)
                    + u64::from(resolvers) * RESOLVER_BYTES
                    + u64::from(users.assets.objects) * POPULARITY_BYTES
            }
            PartSettings::Asg(group) => u64::from(group.desired.max(group.min)) * MEMBER_BYTES,
            PartSettings::Ec2(_) => MEMBER_BYTES,
            PartSettings::Cloudfront(cdn) => {
                let locations = u64::from(cdn.edge_locations) + u64::from(cdn.regional_edge_caches) + 1;
                let all_fit = (objects * KEYS) as f64 * asset_bytes as f64 <= cdn.cache_size_mb * 1e6;
                objects * KEYS * locations * (CACHED_BYTES + if all_fit { 0 } else { ORDER_BYTES })
            }
            PartSettings::Elasticache(cache) => u64::from(cache.items) * ITEM_BYTES,
            PartSettings::Sqs(queue) => u64::from(queue.messages_at_start) * ITEM_BYTES,
            _ => 0,
        }
    }
}

impl Design {
    /// What does not fit, if a run of this design would begin with more than [`MEMORY_MIB`].
    pub fn too_large(&self) -> Option<TooLarge> {
        let largest = self.asked_for().max_by_key(|(bytes, _)| *bytes);
        let mib = u32::try_from(self.bytes_at_start() >> 20).unwrap_or(u32::MAX);
        largest.filter(|_| mib > MEMORY_MIB).map(|(_, part)| TooLarge { part: part.clone(), mib })
    }

    /// Bytes that a run of this design takes before its first request, by estimate.
    pub fn bytes_at_start(&self) -> u64 {
        self.asked_for().fold(0, |all, (bytes, _)| all.saturating_add(bytes))
    }

    /// What each part asks for.
    fn asked_for(&self) -> impl Iterator<Item = (u64, &PartId)> {
        let mut common = Common::default();
        for part in self.parts.values() {
            if let PartSettings::Users(users) = &part.settings {
                common.objects = common.objects.max(u64::from(users.assets.objects));
                common.asset_bytes = common.asset_bytes.max(u64::from(users.payload.asset_bytes));
            }
        }
        common.has_cname = self
            .wires
            .values()
            .any(|wire| matches!(&wire.settings, Some(WireSettings::Record(record)) if !record.alias));
        self.parts.iter().map(move |(id, part)| (part.bytes_at_start(common), id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets::{Preset, seed_architecture};

    #[test]
    fn every_preset_fits() {
        for preset in Preset::ALL {
            assert_eq!(preset.design().too_large(), None);
        }
    }

    #[test]
    fn ten_million_clients_do_not_fit_and_the_largest_source_is_named() {
        let mut design = seed_architecture();
        let users = design.parts.values().find(|part| matches!(part.settings, PartSettings::Users(_))).cloned();
        for number in 0..100 {
            let mut more = users.clone().expect("the seed architecture has users");
            if let PartSettings::Users(users) = &mut more.settings {
                users.clients = 100_000 - u32::from(number != 42);
            }
            design.parts.insert(format!("more-{number}").parse().expect("a valid id"), more);
        }
        let found = design.too_large().expect("it is too large");
        assert_eq!((found.part.as_str(), found.mib), ("more-42", 534));
    }

    #[test]
    fn as_many_edge_locations_and_objects_as_may_be_do_not_fit_together() {
        let mut design = seed_architecture();
        for part in design.parts.values_mut() {
            match &mut part.settings {
                PartSettings::Users(users) => users.assets.objects = 100_000,
                PartSettings::Cloudfront(cdn) => cdn.edge_locations = 600,
                _ => {}
            }
        }
        assert!(design.too_large().is_some());
    }
}
