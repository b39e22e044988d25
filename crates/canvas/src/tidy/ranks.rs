//! Columns from left to right: what calls stands before what it calls.

use ninepins_model::{Kind, Part, PartId};

use super::Tidying;
use crate::put_in_order;

impl Tidying<'_> {
    /// These parts by how many calls lead to them, each group in the order given. Containers count with what lies in them.
    /// What stands above what it calls may stay there, if `stacks`.
    pub(super) fn ranked(&self, ids: &[PartId], stacks: bool) -> Vec<Vec<PartId>> {
        let calls = self.calls(ids);
        let mut ranks = vec![0_usize; ids.len()];
        // Longest ways first to last: as many rounds as the longest has steps.
        for _ in 0..ids.len() {
            let mut settled = true;
            for (from, to) in &calls {
                let stays = stacks && self.is_stacked(&ids[*from], &ids[*to]);
                let least = ranks[*from] + usize::from(!stays);
                if ranks[*to] < least {
                    ranks[*to] = least;
                    settled = false;
                }
            }
            if settled {
                break;
            }
        }
        if stacks {
            self.rank_others(ids, &calls, &mut ranks);
        }
        let last = ranks.iter().copied().max().unwrap_or_default();
        let column = |rank: usize| {
            ids.iter().zip(&ranks).filter(move |(_, own)| **own == rank).map(|(id, _)| id.clone()).collect()
        };
        (0..=last).map(column).filter(|column: &Vec<PartId>| !column.is_empty()).collect()
    }

    /// Who calls whom among these, by their places. Requests are read from users by the edge to Regions even before they are
    /// wired. A call that closes a circle is left out.
    pub(super) fn calls(&self, ids: &[PartId]) -> Vec<(usize, usize)> {
        let holder = |id: &PartId| {
            let mut around = vec![id];
            around.extend(self.design.ancestors(id).map(|(id, _)| id));
            ids.iter().position(|candidate| around.contains(&candidate))
        };
        let wires = self.design.wires.values().filter_map(|wire| holder(&wire.from).zip(holder(&wire.to)));
        let mut stages: Vec<(usize, u8)> =
            ids.iter().enumerate().filter_map(|(place, id)| Some((place, self.stage_of(id)?))).collect();
        // Which call closes a circle must not depend on where things are.
        put_in_order(&mut stages, |one, other| ids[one.0] < ids[other.0]);
        let read = stages.iter().flat_map(|(from, one)| {
            stages.iter().filter(move |(_, other)| one < other).map(move |(to, _)| (*from, *to))
        });
        let mut calls: Vec<(usize, usize)> = Vec::new();
        for (from, to) in wires.chain(read) {
            if !calls.contains(&(from, to)) && !reaches(&calls, to, from, ids.len()) {
                calls.push((from, to));
            }
        }
        calls
    }

    fn stage_of(&self, id: &PartId) -> Option<u8> {
        match self.design.parts.get(id).map(Part::kind)? {
            Kind::Users => Some(0),
            Kind::Route53 | Kind::Cloudfront => Some(1),
            Kind::Region => Some(2),
            _ => None,
        }
    }

    /// What neither calls nor is called stays in the column that it is nearest to; where nothing calls, columns are as they
    /// are.
    fn rank_others(&self, ids: &[PartId], calls: &[(usize, usize)], ranks: &mut [usize]) {
        let is_called = |place: usize| calls.iter().any(|(from, to)| *from == place || *to == place);
        let called: Vec<usize> = (0..ids.len()).filter(|place| is_called(*place)).collect();
        if called.is_empty() {
            return self.rank_by_place(ids, ranks);
        }
        for place in (0..ids.len()).filter(|place| !is_called(*place)) {
            let middle = self.rect(&ids[place]).center().x;
            let far = |other: usize| {
                let rect = self.rect(&ids[other]);
                (rect.x - middle).max(middle - rect.right()).max(0.0)
            };
            let mut nearest: Option<(f64, usize)> = None;
            for other in &called {
                let found = (far(*other), ranks[*other]);
                if nearest.is_none_or(|nearest| found < nearest) {
                    nearest = Some(found);
                }
            }
            ranks[place] = nearest.map_or(0, |(_, rank)| rank);
        }
    }

    /// From left to right, a column for each group of things that share a stretch.
    fn rank_by_place(&self, ids: &[PartId], ranks: &mut [usize]) {
        let mut places: Vec<usize> = (0..ids.len()).collect();
        put_in_order(&mut places, |one, other| self.rect(&ids[*one]).x < self.rect(&ids[*other]).x);
        let (mut rank, mut right) = (0, f64::INFINITY);
        for place in places {
            let rect = self.rect(&ids[place]);
            if rect.x >= right {
                rank += 1;
                right = rect.right();
            }
            right = if right.is_finite() { right.max(rect.right()) } else { rect.right() };
            ranks[place] = rank;
        }
    }

    /// Whether two things stand in one column: each one's middle is within the other, and neither is much wider.
    pub(super) fn is_stacked(&self, one: &PartId, other: &PartId) -> bool {
        let (one, other) = (self.rect(one), self.rect(other));
        (one.center().x - other.center().x).abs() <= one.width.min(other.width) / 2.0
            && one.width.max(other.width) <= 2.0 * one.width.min(other.width)
    }
}

/// Whether these calls lead from one place to another.
fn reaches(calls: &[(usize, usize)], from: usize, to: usize, count: usize) -> bool {
    let mut seen = vec![false; count];
    let mut next = vec![from];
    while let Some(place) = next.pop() {
        if place == to {
            return true;
        }
        if !std::mem::replace(&mut seen[place], true) {
            next.extend(calls.iter().filter(|(start, _)| *start == place).map(|(_, end)| *end));
        }
    }
    false
}
