//! Instances without power: with their zone, or because somebody stopped them; and how they boot again.

use ninepins_macros::later;
use ninepins_report::{Because, CauseKind, LogFact};

use super::Life;
use crate::engine::Engine;
use crate::event::Kind;

impl Engine {
    /// An instance loses its power with its zone.
    pub(crate) fn instance_zone_lost(&mut self, zone: u16, because: Because) -> u32 {
        let now = self.now;
        let hit: Vec<u32> = (0..self.instances.len() as u32)
            .filter(|index| {
                let instance = &self.instances[*index as usize];
                instance.place.zone == zone && instance.life != Life::Terminated && instance.down.is_none()
            })
            .collect();
        for index in &hit {
            self.crash_instance(*index, CauseKind::InstanceDown, because, false);
            self.down_since.push((*index, now));
        }
        hit.len() as u32
    }

    /// A zone has power again: its instances boot.
    pub(crate) fn instance_zone_back(&mut self, zone: u16) {
        self.down_since.retain(|(index, _)| self.instances[*index as usize].place.zone != zone);
        for index in 0..self.instances.len() as u32 {
            let instance = &self.instances[index as usize];
            let is_down = instance.place.zone == zone && instance.life != Life::Terminated && instance.down.is_some();
            if is_down && !self.is_stopped(index) {
                self.boot_again(index);
            }
        }
    }

    /// An instance that was without power, or stopped, boots.
    fn boot_again(&mut self, index: u32) {
        let now = self.now;
        let instance = &mut self.instances[index as usize];
        instance.down = None;
        instance.down_kind = CauseKind::InstanceStarting;
        if instance.life == Life::Draining {
            return;
        }
        instance.life = Life::Pending;
        instance.launched = now;
        let epoch = instance.epoch & 0x00ff_ffff;
        instance.is_started = false;
        let times = self.blueprint_of(index).map(|blueprint| (blueprint.boot, blueprint.in_service_after()));
        let (starts_in, boot) = times.unwrap_or_default();
        self.instances[index as usize].starts_in = starts_in;
        self.queue.push(now + boot, Kind::InstanceUp as u8, epoch, index);
    }

    /// Whether a single instance is stopped.
    fn is_stopped(&self, index: u32) -> bool {
        self.stopped_instances.iter().any(|(stopped, _)| *stopped == index)
    }
}

#[later]
impl Engine {
    /// A single instance is stopped: its operating system closes what is open, and its targets are `unused` at once (ALB-12).
    pub(super) fn stop_instance(&mut self, index: u32, event: u32) {
        let because = Because::Event(event);
        self.crash_instance(index, CauseKind::InstanceDown, because, true);
        self.stopped_instances.push((index, event));
        let instance = &mut self.instances[index as usize];
        (instance.life, instance.is_started, instance.because) = (Life::Pending, false, because);
        if let Some(credits) = &mut instance.credits {
            credits.stop();
        }
        self.leave_targets(index, because);
    }

    /// An instance that was terminated or stopped is `unused` at once wherever it was a target (ALB-12).
    pub(super) fn leave_targets(&mut self, index: u32, because: Because) {
        let (target, number) = (self.instances[index as usize].part, self.instances[index as usize].number);
        for group in 0..self.groups.len() {
            if self.groups[group].targets.iter().any(|target| target.instance == index) {
                let balancer = self.balancers[usize::from(self.groups[group].balancer)].part;
                let left = self.healthy_beside(group, index);
                let fact = LogFact::TargetUnused { target, number, left };
                self.log(Some(balancer), Some(number), fact, because);
                self.deregister_target(group, index, because);
            }
        }
    }

    /// What an event stopped starts again, as soon as there is power.
    pub(super) fn start_stopped(&mut self, event: u32) {
        let Some(place) = self.stopped_instances.iter().position(|(_, stopped)| *stopped == event) else { return };
        let (index, _) = self.stopped_instances.remove(place);
        let instance = &self.instances[index as usize];
        if instance.life != Life::Terminated && self.network.outage(instance.place.zone).is_none() {
            self.boot_again(index);
        }
    }
}
