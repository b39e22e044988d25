//! Who has the fewest outstanding requests of many targets, or which of many is the n-th: a tree of minima, so that neither a
//! choice nor a change looks at all of them.

use ninepins_macros::later;
use ninepins_model::wires::Algorithm;

use super::{Target, TargetGroup};
use crate::engine::Engine;

/// Up to so many targets are looked through one by one, which is faster.
pub(crate) const FEW_TARGETS: usize = 24;

/// The fewest outstanding requests of some targets, and how many of them have so few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fewest {
    outstanding: u32,
    ties: u32,
}

/// No target that may be chosen.
const NOBODY: Fewest = Fewest { outstanding: u32::MAX, ties: 0 };

impl Fewest {
    fn of_both(self, other: Fewest) -> Fewest {
        match self.outstanding.cmp(&other.outstanding) {
            std::cmp::Ordering::Less => self,
            std::cmp::Ordering::Greater => other,
            std::cmp::Ordering::Equal => Fewest { ties: self.ties + other.ties, ..self },
        }
    }
}

/// One node's view of a group's targets.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Tree {
    /// The root at 1, the children of `n` at `2n` and `2n + 1`, the targets in the last half; a power of two.
    branches: Vec<Fewest>,
}

impl Tree {
    fn new(targets: impl ExactSizeIterator<Item = Option<u32>>) -> Tree {
        let half = targets.len().next_power_of_two();
        let mut branches = vec![NOBODY; half * 2];
        for (place, outstanding) in targets.enumerate() {
            if let Some(outstanding) = outstanding {
                branches[half + place] = Fewest { outstanding, ties: 1 };
            }
        }
        for place in (1..half).rev() {
            branches[place] = branches[place * 2].of_both(branches[place * 2 + 1]);
        }
        Tree { branches }
    }

    fn set(&mut self, target: usize, outstanding: u32) {
        let mut place = self.branches.len() / 2 + target;
        if self.branches[place] == NOBODY {
            return; // it may not be chosen
        }
        self.branches[place].outstanding = outstanding;
        while place > 1 {
            place /= 2;
            self.branches[place] = self.branches[place * 2].of_both(self.branches[place * 2 + 1]);
        }
    }

    /// The `nth` in order of those that have the fewest.
    fn find(&self, mut nth: u32) -> usize {
        let (half, fewest) = (self.branches.len() / 2, self.branches[1].outstanding);
        let mut place = 1;
        while place < half {
            place *= 2;
            let left = self.branches[place];
            let ties = if left.outstanding == fewest { left.ties } else { 0 };
            if nth >= ties {
                nth -= ties;
                place += 1;
            }
        }
        place - half
    }
}

/// The trees of a group, by the node's position; empty until they are needed, and again when more has changed than what is
/// outstanding.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trees(Vec<Tree>);

impl Trees {
    /// Targets, or what nodes think of them, have changed.
    pub(crate) fn forget(&mut self) {
        self.0.clear();
    }
}

impl TargetGroup {
    /// What is outstanding at a target has changed by one.
    #[inline]
    pub(super) fn set_outstanding(&mut self, target: usize, outstanding: u32) {
        self.targets[target].outstanding = outstanding;
        if !self.fewest.0.is_empty() {
            self.tell_trees(target);
        }
    }

    /// A node's view. Where the outstanding requests do not matter they all count as none.
    fn tree(&self, position: usize, zone: u16) -> Tree {
        let matters = self.algorithm == Algorithm::LeastOutstandingRequests;
        let outstanding = |target: &Target| if matters { target.outstanding } else { 0 };
        let targets = self.targets.iter();
        Tree::new(targets.map(|one| self.is_eligible(one, position, zone).then(|| outstanding(one))))
    }

    /// The place of an instance among the targets, which nearly always are in the order of instances.
    #[inline(never)]
    pub(crate) fn place_of(&self, instance: u32) -> Option<usize> {
        let is_it = |place: &usize| self.targets.get(*place).is_some_and(|target| target.instance == instance);
        // Mostly they were launched together, so their numbers leave nothing out.
        let offset = instance.wrapping_sub(self.targets.first()?.instance) as usize;
        if is_it(&offset) {
            return Some(offset);
        }
        let place = self.targets.partition_point(|target| target.instance < instance);
        Some(place).filter(is_it).or_else(|| (0..self.targets.len()).find(is_it))
    }
}

#[later]
impl TargetGroup {
    fn tell_trees(&mut self, target: usize) {
        if self.algorithm == Algorithm::LeastOutstandingRequests {
            let outstanding = self.targets[target].outstanding;
            for tree in &mut self.fewest.0 {
                tree.set(target, outstanding);
            }
        }
    }
}

#[later]
impl Engine {
    /// A target with the fewest outstanding requests, of many.
    pub(super) fn pick_fewest(&mut self, group_index: usize, position: usize) -> Option<usize> {
        self.plant(group_index);
        let group = &self.groups[group_index];
        let tree = &group.fewest.0[position];
        let pick = match tree.branches[1].ties {
            0 => return None,
            1 => 0,
            ties => self.balancers[usize::from(group.balancer)].choices.below(ties),
        };
        Some(tree.find(pick))
    }

    /// Any of many targets whose shares are equal. A share of 1 is taken off exactly, so this is whom the one after the other
    /// would have been.
    pub(super) fn pick_any(&mut self, group_index: usize, position: usize) -> Option<usize> {
        self.plant(group_index);
        let group = &self.groups[group_index];
        let tree = &group.fewest.0[position];
        let all = tree.branches[1].ties;
        let pick = self.balancers[usize::from(group.balancer)].choices.unit() as f32 * all as f32;
        (all > 0).then(|| tree.find((pick as u32).min(all - 1)))
    }

    /// Makes the trees, if there are none.
    fn plant(&mut self, group_index: usize) {
        let group = &self.groups[group_index];
        if !group.fewest.0.is_empty() {
            let zone = |position: usize| {
                let node = self.balancers[usize::from(group.balancer)].nodes[position];
                self.nodes[node as usize].place.zone
            };
            debug_assert!(
                (0..).zip(&group.fewest.0).all(|(at, tree)| *tree == group.tree(at, zone(at))),
                "a stale tree"
            );
            return;
        }
        let nodes = self.balancers[usize::from(group.balancer)].nodes.iter().enumerate();
        let trees = nodes.map(|(position, node)| group.tree(position, self.nodes[*node as usize].place.zone));
        let trees = Trees(trees.collect());
        self.groups[group_index].fewest = trees;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_tree_finds_whom_a_search_finds(
            start in prop::collection::vec(prop::option::of(0_u32..4), 1..70),
            changes in prop::collection::vec((any::<u16>(), 0_u32..4, any::<u16>()), 0..60),
        ) {
            let mut targets = start.clone();
            let mut tree = Tree::new(start.into_iter());
            for (target, outstanding, pick) in changes {
                let target = usize::from(target) % targets.len();
                tree.set(target, outstanding);
                targets[target] = targets[target].map(|_| outstanding);
                let fewest = targets.iter().flatten().min().copied();
                let best: Vec<usize> = (0..targets.len()).filter(|place| targets[*place] == fewest && fewest.is_some()).collect();
                prop_assert_eq!(tree.branches[1].ties as usize, best.len());
                if !best.is_empty() {
                    let pick = usize::from(pick) % best.len();
                    prop_assert_eq!(tree.find(pick as u32), best[pick]);
                }
            }
        }
    }
}
