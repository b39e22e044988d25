//! How an instance goes: deregistration, draining, the lifecycle hook, the end; or all at once, when a fault terminates it.

use ninepins_report::{Because, CauseKind, LogFact};

use super::Life;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Span};

impl Engine {
    /// Deregisters an instance and terminates it once it has drained (ASG-64).
    pub(crate) fn terminate_gracefully(&mut self, index: u32, because: Because) {
        let now = self.now;
        let instance = &mut self.instances[index as usize];
        if matches!(instance.life, Life::Draining | Life::Terminated) {
            return;
        }
        let was_serving = instance.life == Life::InService && instance.down.is_none();
        instance.life = Life::Draining;
        instance.because = because;
        let (part, number) = (instance.part, instance.number);
        let mut delay = Span::ZERO;
        let mut outstanding = 0;
        for group in &mut self.groups {
            let group_delay = group.deregistration_delay;
            if let Some(target) = group.targets.iter_mut().find(|target| target.instance == index) {
                target.draining = true;
                delay = delay.max(group_delay);
                outstanding += target.outstanding;
            }
        }
        for group in 0..self.groups.len() {
            self.group_changed(group, because);
        }
        if was_serving && outstanding > 0 {
            self.log(Some(part), Some(number), LogFact::InstanceDraining, because);
        }
        if !was_serving || outstanding == 0 {
            return self.terminate_after_hook(index, because);
        }
        self.queue.push(now + delay, Kind::DrainEnd as u8, 0, index);
    }

    /// The last request of a draining target has left (ALB-30).
    pub(crate) fn drained(&mut self, index: u32) {
        if self.instances[index as usize].life == Life::Draining {
            self.queue.push(self.now, Kind::DrainEnd as u8, 0, index);
        }
    }

    /// The delay of a draining target is over, or it has drained.
    pub(crate) fn drain_ended(&mut self, index: u32) {
        let instance = &self.instances[index as usize];
        if instance.life != Life::Draining {
            return;
        }
        let because = instance.because;
        self.terminate_after_hook(index, because);
    }

    /// Terminates an instance that takes no requests any more, or holds it for its hook first (ASG-42).
    fn terminate_after_hook(&mut self, index: u32, because: Because) {
        let instance = &self.instances[index as usize];
        let (runs, held) = (instance.down.is_none() && instance.in_service != SimTime::NEVER, instance.held_until);
        let hook = self.blueprint_of(index).and_then(|blueprint| blueprint.terminate_hook);
        match (held, hook) {
            (None, Some(hook)) if runs && !hook.holds.is_zero() => {
                let until = self.now + hook.holds;
                self.instances[index as usize].held_until = Some(until);
                for group in 0..self.groups.len() {
                    self.deregister_target(group, index, because);
                }
                self.queue.push(until, Kind::DrainEnd as u8, 0, index);
            }
            (Some(until), _) if until > self.now => {}
            _ => self.terminate_now(index, because),
        }
    }

    /// Terminates an instance at once: what is on it is reset.
    pub(super) fn terminate_now(&mut self, index: u32, because: Because) {
        let instance = &self.instances[index as usize];
        if instance.life == Life::Terminated {
            return;
        }
        let (part, number, was_down) = (instance.part, instance.number, instance.down.is_some());
        let kind =
            if instance.life == Life::Draining { CauseKind::Deregistered } else { CauseKind::InstanceTerminated };
        self.instances[index as usize].end();
        self.network.return_address(self.instances[index as usize].place);
        self.crash_instance(index, kind, because, !was_down);
        self.instances[index as usize].down_kind = CauseKind::InstanceTerminated;
        for group in 0..self.groups.len() {
            self.deregister_target(group, index, because);
        }
        let group = self.instances[index as usize].scaling_group;
        if let Some(group) = self.scaling_groups.get_mut(group as usize) {
            group.members.retain(|member| *member != index);
            group.last_activity = self.now;
        }
        self.log(Some(part), Some(number), LogFact::InstanceTerminated, because);
    }

    /// An instance was terminated from outside: it is gone, and its group notices at the next look.
    pub(crate) fn terminate_by_fault(&mut self, index: u32, because: Because) {
        let instance = &mut self.instances[index as usize];
        instance.because = because;
        instance.end();
        self.network.return_address(instance.place);
        self.crash_instance(index, CauseKind::InstanceTerminated, because, true);
        self.leave_targets(index, because);
    }
}
