//! The guard of memory: what a run's state takes, by estimate, and the end of a run that would take more than there is room for.

use ninepins_macros::rare;
use ninepins_report::{Because, LogFact};

use crate::attempt::Attempt;
use crate::engine::Engine;
use crate::kernel::Event;
use crate::parts::alb::stickiness::Pin;
use crate::parts::cloudfront::Location;
use crate::parts::users::Users;
use crate::parts::users::resolver::Resolver;

#[rare]
impl Engine {
    /// A run that would take the tab down stops before: at a second's end with a state of more than `most` bytes.
    pub(crate) fn limit_memory(&mut self, most: usize) {
        if self.estimated_bytes() > most && !std::mem::replace(&mut self.stopped, true) {
            self.log(None, None, LogFact::TooMuchMemory, Because::Demand);
        }
    }

    /// Bytes that a checkpoint of this state takes, by estimate, which is the same on every machine.
    pub(crate) fn estimated_bytes(&self) -> usize {
        let of_users = |users: &Users| users.hosts.bytes() + users.resolvers.len() * size_of::<Resolver>();
        let clients: usize = self.users.iter().map(of_users).sum();
        let cached: usize =
            self.distributions.iter().flat_map(|distribution| &distribution.locations).map(Location::bytes).sum();
        let flows = self.balancers.iter().filter_map(|balancer| balancer.flows.as_ref());
        let pins = self.groups.iter().filter_map(|group| group.pins.as_ref());
        let balancing = flows.map(|flows| flows.bytes()).sum::<usize>()
            + pins.map(|pins| pins.clients.len() * size_of::<Pin>()).sum::<usize>();
        self.attempts.len() as usize * size_of::<Attempt>()
            + self.attempts.slots() as usize * 16
            + self.queue.len() * size_of::<Event>() * 3 / 2
            + self.instances.len() * 1024
            + self.pools.len() * 512
            + clients
            + cached
            + self.queues.iter().map(|queue| queue.bytes()).sum::<usize>()
            + self.caches.iter().map(|cache| cache.items.bytes()).sum::<usize>()
            + balancing
            + 64 * 1024
    }
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::two_tier_one_az;
    use ninepins_model::{Action, Event, PartSettings};
    use ninepins_report::{Because, LogFact};

    use crate::run::{Progress, Run};

    const SECOND: u64 = 1_000_000_000;

    /// A run whose requests nobody answers from its fifth second on.
    fn flooded() -> Run {
        let mut design = two_tier_one_az();
        let mut zones = Vec::new();
        for part in design.parts.values_mut() {
            match &mut part.settings {
                PartSettings::Users(users) => (users.traffic.rps, users.timeout_s) = (2_000.0, 120.0),
                PartSettings::Az(az) => zones.push(az.zone.clone()),
                _ => {}
            }
        }
        let losses = zones.into_iter().map(|zone| Action::ZonePowerLoss { zone, for_s: 0 });
        design.scenario.events = losses.map(|action| Event { at_ms: 5_000, action }).collect();
        Run::new(design)
    }

    #[test]
    fn a_state_beyond_its_limit_stops_the_run_which_says_so_once_and_can_go_back() {
        let mut run = flooded();
        assert_eq!(run.advance(5 * SECOND, u64::MAX), Progress::Reached);
        let most = run.engine.estimated_bytes() * 2;
        run.engine.limit_memory(most);
        assert_eq!(run.advance(6 * SECOND, u64::MAX), Progress::Reached, "there was room");
        let mut second = 6;
        while run.engine.estimated_bytes() <= most {
            second += 1;
            assert!(second < 60, "{} of {most} bytes", run.engine.estimated_bytes());
            run.advance(second * SECOND, u64::MAX);
        }
        run.engine.limit_memory(most);
        run.engine.limit_memory(most);
        let before = (run.totals(), run.digest());
        assert_eq!(run.advance(100 * SECOND, u64::MAX), Progress::Stopped);
        assert_eq!(((run.totals(), run.digest()), run.now_ns()), (before, second * SECOND));
        assert_eq!(run.violations(), Vec::<String>::new());
        let said = run.engine.fresh_log.iter().filter(|entry| entry.fact == LogFact::TooMuchMemory);
        assert_eq!(said.map(|entry| entry.because).collect::<Vec<_>>(), [Because::Demand]);
        // What was before can still be looked at.
        run.seek(5 * SECOND);
        assert_eq!(run.advance(5 * SECOND, u64::MAX), Progress::Reached);
    }
}
