//! Which of the records of a name answer a query: routing policies and health (R53-12 to R53-19, R53-24).

use ninepins_model::wires::RoutingPolicy;

use crate::engine::Engine;
use crate::kernel::Span;
use crate::parts::alb::TargetState;
use crate::parts::users::resolver::ANSWERS;
use crate::parts::users::{Front, Route};

/// What a host's name is answered from.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) policy: RoutingPolicy,
    /// Its records among the users' routes: the first and how many.
    pub(crate) first: u16,
    pub(crate) count: u16,
    /// Hosted zone that answers; none for a part's own AWS name.
    pub(crate) zone: Option<u16>,
    /// Time of a lookup that no cache answers.
    pub(crate) lookup: Span,
}

impl Engine {
    /// The routes that answer a query, and how many they are: one, several values of which clients take any, or none.
    pub(crate) fn choose_records(&mut self, users: usize, host: usize, found: &mut [u16; ANSWERS]) -> usize {
        let Some(name) = &self.users[users].names[host] else { return 0 };
        let (policy, first, last) = (name.policy, name.first, name.first + name.count);
        found[0] = first;
        if name.count == 1 && policy != RoutingPolicy::Geolocation {
            return 1;
        }
        let pick = match policy {
            RoutingPolicy::Simple | RoutingPolicy::Multivalue => return self.several(users, first, last, found),
            RoutingPolicy::Weighted => Some(self.by_weight(users, first, last)),
            RoutingPolicy::Latency => self.best(users, first, last, |route| u64::MAX - route.round_trip.as_ns()),
            // A failover group falls back on its primary (R53-14); a location's record on that of the larger one.
            RoutingPolicy::Failover => self.best(users, first, last, |route| 1 + u64::from(route.rank)),
            RoutingPolicy::Geolocation => self.best(users, first, last, |route| u64::from(route.rank)),
        };
        found[0] = pick.unwrap_or(first);
        usize::from(pick.is_some())
    }

    /// Whether a record may be answered: it has no health check, or a healthy one, and its targets are healthy if they count
    /// (R53-12, R53-24).
    fn is_record_healthy(&self, route: &Route) -> bool {
        let is_checked = self.record_checks.get(usize::from(route.check)).is_none_or(|check| check.is_healthy);
        is_checked
            && match route.front {
                Front::LoadBalancer(index) if route.evaluates_target => self.are_targets_healthy(usize::from(index)),
                _ => true,
            }
    }

    /// Whether every target group has a healthy target and some node is in DNS (R53-24).
    fn are_targets_healthy(&self, balancer: usize) -> bool {
        let balancer = &self.balancers[balancer];
        balancer.nodes.iter().any(|node| self.nodes[*node as usize].in_dns)
            && !balancer.groups.is_empty()
            && balancer.groups.iter().all(|group| self.healthy_targets(usize::from(*group)) > 0)
    }

    /// Targets of a group that some node which is up considers healthy.
    pub(super) fn healthy_targets(&self, group: usize) -> u32 {
        let group = &self.groups[group];
        let nodes = &self.balancers[usize::from(group.balancer)].nodes;
        let is_up = |position: usize| nodes.get(position).is_some_and(|node| self.is_node_up(*node));
        let is_healthy = |states: &[TargetState]| {
            states.iter().enumerate().any(|(position, state)| *state == TargetState::Healthy && is_up(position))
        };
        group.targets.iter().filter(|target| !target.draining && is_healthy(&target.states)).count() as u32
    }

    fn is_healthy_at(&self, users: usize, route: u16) -> bool {
        self.is_record_healthy(&self.users[users].routes[usize::from(route)])
    }

    /// The route with the highest score among the healthy ones, or among all if none is healthy (R53-13); the first of equals.
    /// One with a score of 0 does not answer at all.
    fn best(&self, users: usize, first: u16, last: u16, score: impl Fn(&Route) -> u64) -> Option<u16> {
        let mut best: Option<((bool, u64), u16)> = None;
        for route in first..last {
            let place = &self.users[users].routes[usize::from(route)];
            let key = (self.is_record_healthy(place), score(place));
            if key.1 > 0 && best.is_none_or(|(other, _)| key > other) {
                best = Some((key, route));
            }
        }
        best.map(|(_, route)| route)
    }

    /// Draws by weight among the healthy records, or among all if none is healthy. Records of weight 0 answer only where no
    /// other does, each as likely as the next (R53-16, R53-17).
    fn by_weight(&mut self, users: usize, first: u16, last: u16) -> u16 {
        let any_healthy = (first..last).any(|route| self.is_healthy_at(users, route));
        let weights = |zero: u32| {
            move |engine: &Engine, route: u16| {
                let is_eligible = !any_healthy || engine.is_healthy_at(users, route);
                let weight = engine.users[users].routes[usize::from(route)].weight;
                if is_eligible { weight.max(zero) } else { 0 }
            }
        };
        let sum = |engine: &Engine, zero: u32| (first..last).map(|route| weights(zero)(engine, route)).sum::<u32>();
        let zero = u32::from(sum(self, 0) == 0);
        let total = sum(self, zero);
        let mut draw = self.users[users].records.below(total);
        for route in first..last {
            let weight = weights(zero)(self, route);
            if draw < weight {
                return route;
            }
            draw -= weight;
        }
        first
    }

    /// Up to eight values drawn from the healthy ones, or from all if none is healthy (R53-18).
    fn several(&mut self, users: usize, first: u16, last: u16, found: &mut [u16; ANSWERS]) -> usize {
        let any_healthy = (first..last).any(|route| self.is_healthy_at(users, route));
        let mut seen = 0;
        for route in first..last {
            if any_healthy && !self.is_healthy_at(users, route) {
                continue;
            }
            // The n-th value takes one of the eight places with probability 8/n.
            let place = match seen {
                seen if seen < ANSWERS as u32 => seen,
                seen => self.users[users].records.below(seen + 1),
            };
            if let Some(place) = found.get_mut(place as usize) {
                *place = route;
            }
            seen += 1;
        }
        (seen as usize).min(ANSWERS)
    }
}
