//! Caches beside a database: what their loss does, what does not fit, what is never used.

use std::collections::BTreeSet;

use super::index::Index;
use super::{Found, ProblemKind, Severity, Subject};
use crate::instance_types::rds;
use crate::parts::{Elasticache, Population};
use crate::{Design, Kind, PartId, PartSettings, Wire, WireKind};

/// What can be wrong with a cache.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CacheProblem {
    /// No replica takes over when the node is lost, and the database cannot carry all reads (EC-02, EC-06).
    LossOverloads {
        /// Reads per second.
        reads: f64,
        /// Reads per second that the databases serve.
        capacity: f64,
    },
    /// Replicas are paid for and none takes over by itself (EC-01).
    NoFailover,
    /// The items do not all fit, and none leaves for another.
    NothingLeaves {
        /// Items that fit.
        capacity: u32,
    },
    /// A client of this wire asks another cache first, so that this one is never asked.
    SecondCache,
}

impl Found<'_> {
    pub(super) fn cache(&mut self, id: &PartId, cache: &Elasticache) {
        if !cache.fails_over()
            && let Some((reads, capacity)) = loss(self.index, id)
            && reads > capacity
        {
            self.warn(id, ProblemKind::Cache(CacheProblem::LossOverloads { reads, capacity }));
        }
        if cache.replicas > 0 && !cache.multi_az {
            self.warn(id, ProblemKind::Cache(CacheProblem::NoFailover));
        }
        if cache.items > cache.capacity() && !cache.evicts() {
            let capacity = cache.capacity();
            self.warn(id, ProblemKind::Cache(CacheProblem::NothingLeaves { capacity }));
        }
        for wire in &self.index.beside(id).asked_second {
            let kind = ProblemKind::Cache(CacheProblem::SecondCache);
            self.add(Subject::Wire((*wire).clone()), Severity::Warning, kind);
        }
    }
}

/// Whether the start of a wire to a cache is one that asks it.
pub(super) fn is_client(design: &Design, wire: &Wire) -> bool {
    let from = design.parts.get(&wire.from).map(crate::Part::kind);
    from.and_then(|from| from.wire_to(Kind::Elasticache)) == Some(WireKind::Cache)
}

/// Reads that the clients of a cache get, and what the databases behind it serve; `None` without one of them.
fn loss(index: &Index<'_>, cache: &PartId) -> Option<(f64, f64)> {
    let clients: BTreeSet<&PartId> = index.wires_to(cache).iter().map(|(_, wire)| &wire.from).collect();
    let before = before(index, &clients);
    // Of clients that wait for their answers nobody knows the rate.
    let open = index.users.iter().filter(|(_, users)| users.traffic.population == Population::Open);
    let reads = open.filter(|(id, _)| before.contains(id)).map(|(_, users)| {
        let sum = users.mix.assets + users.mix.reads + users.mix.writes;
        let share = if sum > 0.0 { users.mix.reads / sum } else { 0.0 };
        users.traffic.rps * share
    });
    let reads: f64 = reads.sum();
    let asked: BTreeSet<&PartId> =
        clients.iter().flat_map(|client| index.wires_from(client)).map(|(_, wire)| &wire.to).collect();
    let has_replica = asked.iter().any(|id| index.kind(id) == Some(Kind::ReadReplica));
    let served = asked.iter().filter_map(|id| match &index.design.parts.get(*id)?.settings {
        PartSettings::Rds(database) if !has_replica => Some((&database.instance_class, database.read_cpu_ms)),
        PartSettings::ReadReplica(replica) => Some((&replica.instance_class, replica.read_cpu_ms)),
        _ => None,
    });
    let capacities: Vec<f64> = served
        .map(|(class, read_cpu_ms)| f64::from(rds(class).map_or(2, |class| class.vcpus)) * 1e3 / read_cpu_ms.max(1e-3))
        .collect();
    (reads > 0.0 && !capacities.is_empty()).then(|| (reads, capacities.iter().sum()))
}

/// These parts and all whose requests may reach one of them.
fn before<'a>(index: &Index<'a>, parts: &BTreeSet<&'a PartId>) -> BTreeSet<&'a PartId> {
    let mut seen = parts.clone();
    let mut behind: Vec<&PartId> = parts.iter().copied().collect();
    while let Some(part) = behind.pop() {
        behind.extend(index.wires_to(part).iter().map(|(_, wire)| &wire.from).filter(|from| seen.insert(from)));
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::super::{ProblemKind, problems};
    use super::CacheProblem;
    use crate::parts::Elasticache;
    use crate::presets::seed_architecture;
    use crate::{Design, Kind, Part, PartId, PartSettings, Wire};

    fn id(text: &str) -> PartId {
        text.parse().unwrap()
    }

    /// The seed with a cache beside its databases, and the problems of the cache.
    fn with_cache(change: impl FnOnce(&mut Elasticache)) -> (Design, Vec<CacheProblem>) {
        let mut design = seed_architecture();
        let mut cache = Elasticache { subnets: vec![id("data-a"), id("data-b")], ..Elasticache::default() };
        change(&mut cache);
        let part = Part { settings: PartSettings::Elasticache(cache), ..Part::new(Kind::Elasticache) };
        design.parts.insert(id("cache"), Part { container: Some(id("vpc")), ..part });
        design.wires.insert(design.free_wire_id(), Wire::new(id("api"), id("cache")));
        let found = of(&design);
        (design, found)
    }

    fn of(design: &Design) -> Vec<CacheProblem> {
        let kinds = problems(design).into_iter().map(|problem| problem.kind);
        kinds.filter_map(|kind| if let ProblemKind::Cache(problem) = kind { Some(problem) } else { None }).collect()
    }

    #[test]
    fn a_cache_whose_loss_the_database_can_carry_is_no_problem() {
        assert_eq!(with_cache(|_| ()).1, vec![]);
    }

    #[test]
    fn a_cache_without_failover_before_a_database_that_cannot_carry_the_misses_is_one() {
        let (mut design, _) = with_cache(|_| ());
        let Some(Part { settings: PartSettings::Users(users), .. }) = design.parts.get_mut(&id("users")) else {
            panic!()
        };
        users.traffic.rps = 100_000.0;
        assert!(matches!(of(&design)[..], [CacheProblem::LossOverloads { reads: 30_000.0, .. }]));
    }

    #[test]
    fn replicas_that_do_not_take_over_and_memory_that_nothing_leaves_are_pointed_out() {
        assert_eq!(with_cache(|cache| cache.replicas = 1).1, vec![CacheProblem::NoFailover]);
        let full = |cache: &mut Elasticache| (cache.ttl_s, cache.item_bytes) = (0.0, 1_073_742_000 / 2);
        assert_eq!(with_cache(full).1, vec![CacheProblem::NothingLeaves { capacity: 9 }]);
    }
}
