//! How long packets take: placement, added latency, and retransmissions of what is lost.

use super::{LayerKind, Network, Place};
use crate::kernel::Span;

/// TCP's first wait before it sends a lost packet again; it doubles with every further loss.
const RETRANSMISSION: Span = Span::from_ms(200);
/// Losses in a row after which the wait grows no more.
const MOST_LOSSES: u32 = 10;

/// Round trips in milliseconds between Regions for which measurements are published (LAT-04, LAT-05).
const BETWEEN: &[(&str, &str, u64)] = &[
    ("us-east-1", "ca-central-1", 14),
    ("us-east-1", "eu-west-1", 67),
    ("us-east-1", "us-west-2", 71),
    ("us-east-1", "eu-central-1", 90),
    ("us-east-1", "ap-northeast-1", 155),
    ("us-east-1", "ap-southeast-1", 222),
    ("us-east-1", "sa-east-1", 115),
];

impl Network {
    /// One-way delay of a message between two places.
    #[inline]
    pub(crate) fn one_way(&self, from: Place, to: Place) -> Span {
        self.base(from, to) / 2 + self.disturbed(from, Some(to))
    }

    /// Round trip of a message and its answer between two places.
    #[inline]
    pub(crate) fn round_trip(&self, from: Place, to: Place) -> Span {
        self.base(from, to) + self.disturbed(from, Some(to)) + self.disturbed(from, Some(to))
    }

    /// Both: the round trip, and the way of one more message.
    #[inline]
    pub(crate) fn delays(&self, from: Place, to: Place) -> (Span, Span) {
        let base = self.base(from, to);
        let round_trip = base + self.disturbed(from, Some(to)) + self.disturbed(from, Some(to));
        (round_trip, base / 2 + self.disturbed(from, Some(to)))
    }

    /// What events add to a message between a place and the internet.
    #[inline]
    pub(crate) fn internet_delay(&self, place: Place) -> Span {
        self.disturbed(place, None)
    }

    #[inline]
    fn base(&self, from: Place, to: Place) -> Span {
        let delays = &self.map.delays[usize::from(from.region)];
        match delays {
            Some(_) if from.region != to.region => self.between_regions(from, to),
            Some(delays) if from.zone == to.zone => delays.same_zone,
            Some(delays) => delays.cross_zone,
            None => Span::ZERO,
        }
    }

    /// Round trip between two Regions: what is published of the pair, else the larger of the two settings.
    fn between_regions(&self, from: Place, to: Place) -> Span {
        let [Some(one), Some(other)] = [from, to].map(|place| self.map.delays[usize::from(place.region)].as_ref())
        else {
            return Span::ZERO;
        };
        if one.code == other.code {
            return one.cross_zone;
        }
        let is_pair = |a: &str, b: &str| (a == one.code && b == other.code) || (a == other.code && b == one.code);
        let published = BETWEEN.iter().find(|(a, b, _)| is_pair(a, b));
        published.map_or(one.other_region.max(other.other_region), |(_, _, ms)| Span::from_ms(*ms))
    }

    /// What a message between two places crosses, if it is charged for: 0 for a border of zones, 1 for one of Regions.
    #[inline]
    pub(crate) fn crossing(&self, from: Place, to: Place) -> Option<usize> {
        if from.zone == to.zone && from.region == to.region { None } else { self.border(from, to) }
    }

    fn border(&self, from: Place, to: Place) -> Option<usize> {
        let code = |place: Place| self.map.delays[usize::from(place.region)].as_ref().map(|delays| &delays.code);
        Some(usize::from(from.region != to.region && code(from) != code(to)))
    }

    /// What events add to one message.
    #[inline]
    fn disturbed(&self, from: Place, to: Option<Place>) -> Span {
        if self.layers.is_empty() { Span::ZERO } else { self.added(from, to) }
    }

    fn added(&self, from: Place, to: Option<Place>) -> Span {
        let mut added = Span::ZERO;
        for layer in &self.layers {
            let (LayerKind::Latency { scope, .. } | LayerKind::Loss { scope, .. }) = layer.kind else { continue };
            if !self.is_within(scope, from) && !to.is_some_and(|to| self.is_within(scope, to)) {
                continue;
            }
            let mut luck = self.luck.borrow_mut();
            match layer.kind {
                LayerKind::Latency { latency, jitter, .. } => {
                    added += luck.uniform_span(latency - jitter.min(latency), latency + jitter);
                }
                LayerKind::Loss { share, .. } => {
                    let mut wait = RETRANSMISSION;
                    let mut losses = 0;
                    while losses < MOST_LOSSES && luck.chance(share) {
                        added += wait;
                        wait = wait * 2;
                        losses += 1;
                    }
                }
                _ => {}
            }
        }
        added
    }
}
