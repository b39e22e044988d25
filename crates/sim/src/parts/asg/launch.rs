//! Launches: in which zone, On-Demand or Spot, new or from the warm pool, and what can stand in the way.

use ninepins_macros::rare;
use ninepins_model::ScalingProcess;
use ninepins_model::parts::LaunchNeeds;
use ninepins_report::{Because, LogFact, PartIndex};

use crate::engine::Engine;
use crate::kernel::{SimTime, Span};
use crate::network::Place;
use crate::parts::instance::Life;

/// How instances are bought (ASG-55).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Purchase {
    pub(crate) on_demand_base: u32,
    /// Share of the others that are Spot Instances, 0 to 1.
    pub(crate) spot: f64,
    pub(crate) rebalances: bool,
}

/// vCPUs that a Region allows (EC2-28).
#[derive(Clone, Debug)]
pub(crate) struct Quota {
    pub(crate) region: PartIndex,
    pub(crate) vcpus: u32,
    /// Lower ones, by event.
    pub(crate) lowered: Vec<(u32, u32)>,
}

/// Instances that have run their user data and wait (ASG-52).
#[derive(Clone, Debug)]
pub(crate) struct WarmPool {
    /// Time until one of them runs.
    pub(crate) start: Span,
    /// Whether they run, and are billed.
    pub(crate) is_running: bool,
    pub(crate) max_prepared: u32,
    pub(crate) min_size: u32,
    /// Where each waits, and since when it can be used.
    pub(crate) waiting: Vec<(SimTime, Place)>,
}

#[rare]
impl Engine {
    /// Launches one instance where the group has fewest, among the zones that can take it (ASG-33).
    pub(crate) fn launch(&mut self, group_index: u32, because: Because) -> bool {
        let group = &self.scaling_groups[group_index as usize];
        if group.suspended(ScalingProcess::Launch).is_some() {
            return false;
        }
        let part = group.part;
        let is_spot = self.next_is_spot(group_index);
        if !is_spot && let Some(why) = self.over_quota(group_index) {
            return self.launch_fails(group_index, LogFact::QuotaReached, why);
        }
        let Some(place) = self.launch_place(group_index) else {
            let group = &self.scaling_groups[group_index as usize];
            let shortage = group.places.iter().find_map(|place| self.network.no_launches(place.zone));
            return self.launch_fails(group_index, LogFact::LaunchFailed, shortage.unwrap_or(Because::Configuration));
        };
        let zone = self.network.zones[usize::from(place.zone)].part;
        let mut blueprint = self.scaling_groups[group_index as usize].blueprint.clone();
        let (place, warm) = match self.take_from_pool(group_index, place) {
            Some((place, start)) => {
                blueprint.boot = start;
                blueprint.launch = start;
                blueprint.registers_after = blueprint.registers_after.map(|_| start);
                blueprint.launch_needs = LaunchNeeds::Nothing;
                (place, true)
            }
            None => (place, false),
        };
        let zone = if warm { self.network.zones[usize::from(place.zone)].part } else { zone };
        let number = blueprint.created + 1;
        let entry = self.log(Some(part), Some(number), LogFact::InstanceLaunching { zone }, because);
        let instance = self.create_instance(&blueprint, place, group_index, false, Because::Decision(entry));
        let group = &mut self.scaling_groups[group_index as usize];
        let instance_state = &mut self.instances[instance as usize];
        (instance_state.is_spot, instance_state.version) = (is_spot, group.version);
        group.launch_failed = false;
        group.blueprint.created += 1;
        group.members.push(instance);
        true
    }

    /// Where an instance would be launched now.
    pub(crate) fn launch_place(&self, group_index: u32) -> Option<Place> {
        let group = &self.scaling_groups[group_index as usize];
        let can_launch = |place: &Place| {
            self.network.no_launches(place.zone).is_none()
                && self.network.has_address(*place)
                && !group.is_shifted(place.zone)
        };
        let members = |place: &Place| {
            let in_zone = || group.members.iter().filter(|one| self.counts_in_zone(**one, place.zone));
            let in_subnet = in_zone().filter(|one| self.instances[**one as usize].place.subnet == place.subnet);
            (in_zone().count(), in_subnet.count())
        };
        group.places.iter().copied().filter(can_launch).min_by_key(members)
    }

    fn launch_fails(&mut self, group_index: u32, fact: LogFact, because: Because) -> bool {
        let group = &mut self.scaling_groups[group_index as usize];
        let part = group.part;
        if !std::mem::replace(&mut group.launch_failed, true) {
            self.log(Some(part), None, fact, because);
        }
        false
    }

    /// Whether the next instance is a Spot Instance: the share of them rounds down.
    pub(crate) fn next_is_spot(&self, group_index: u32) -> bool {
        let group = &self.scaling_groups[group_index as usize];
        if group.purchase.spot <= 0.0 {
            return false;
        }
        let (mut all, mut spot) = (1, 0);
        for member in &group.members {
            let instance = &self.instances[*member as usize];
            if matches!(instance.life, Life::Pending | Life::InService) && instance.outgoing.is_none() {
                all += 1;
                spot += u32::from(instance.is_spot);
            }
        }
        let above_base = f64::from(u32::saturating_sub(all, group.purchase.on_demand_base));
        f64::from(spot) < libm::floor(above_base * group.purchase.spot + 1e-9)
    }

    /// Why one more On-Demand Instance is too many for the Region, if it is.
    pub(crate) fn over_quota(&self, group_index: u32) -> Option<Because> {
        let group = &self.scaling_groups[group_index as usize];
        let region = group.places.first()?.region;
        let quota = self.quotas.iter().find(|quota| quota.region == region)?;
        let lowest = quota.lowered.iter().min_by_key(|(_, vcpus)| *vcpus).filter(|(_, vcpus)| *vcpus < quota.vcpus);
        let (vcpus, because) = match lowest {
            Some((event, vcpus)) => (*vcpus, Because::Event(*event)),
            None => (quota.vcpus, Because::Configuration),
        };
        let runs = self.instances.iter().filter(|instance| {
            instance.place.region == region && instance.life != Life::Terminated && !instance.is_spot
        });
        let used: u32 = runs.map(|instance| instance.vcpus).sum();
        (used + group.blueprint.vcpus > vcpus).then_some(because)
    }

    /// An instance of the warm pool that can be used: in this zone if there is one, otherwise in any that has power.
    fn take_from_pool(&mut self, group_index: u32, place: Place) -> Option<(Place, Span)> {
        let now = self.now;
        let network = &self.network;
        let pool = self.scaling_groups[group_index as usize].warm_pool.as_mut()?;
        let is_ready = |(ready, waits): &(SimTime, Place)| *ready <= now && network.no_launches(waits.zone).is_none();
        let near = pool.waiting.iter().position(|one| is_ready(one) && one.1.zone == place.zone);
        let found = near.or_else(|| pool.waiting.iter().position(is_ready))?;
        Some((pool.waiting.remove(found).1, pool.start))
    }

    /// The warm pool holds what the group may still need (ASG-52).
    pub(crate) fn fill_warm_pool(&mut self, group_index: u32) {
        let group = &self.scaling_groups[group_index as usize];
        let Some(pool) = &group.warm_pool else { return };
        let prepared = if pool.max_prepared == 0 { group.limit() } else { pool.max_prepared };
        let wanted = prepared.saturating_sub(group.desired).max(pool.min_size) as usize;
        let (missing, is_start) = (wanted.saturating_sub(pool.waiting.len()), self.now == SimTime::ZERO);
        let ready = if is_start { self.now } else { self.now + group.blueprint.boot };
        let may_launch = group.suspended(ScalingProcess::Launch).is_none();
        let places: Vec<Place> = (0..missing)
            .filter_map(|number| {
                let place = *group.places.get((pool.waiting.len() + number) % group.places.len().max(1))?;
                (may_launch && self.network.no_launches(place.zone).is_none()).then_some(place)
            })
            .collect();
        let Some(pool) = &mut self.scaling_groups[group_index as usize].warm_pool else { return };
        pool.waiting.extend(places.into_iter().map(|place| (ready, place)));
        pool.waiting.truncate(wanted);
    }
}
