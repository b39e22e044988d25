//! What events of the timeline do to instances and their applications, and how it ends. Layers by event, each of which ends by
//! itself.

use ninepins_macros::rare;
use ninepins_model::{MemberTarget, PartId};
use ninepins_report::Because;

use crate::attempt::NONE;
use crate::engine::Engine;
use crate::layer::{lay_with, share};

#[rare]
impl Engine {
    /// An instance is stopped, or started again. One of a group is as good as terminated: its group replaces what does not run
    /// (FIS-01, ASG-25).
    pub(crate) fn stop_target(&mut self, target: &MemberTarget, event: u32, on: bool) -> u32 {
        if !on {
            self.start_stopped(event);
            return 1;
        }
        self.each_target(target, |engine, index| {
            if engine.instances[index as usize].scaling_group == NONE {
                engine.stop_instance(index, event);
            } else {
                engine.terminate_by_fault(index, Because::Event(event));
            }
        })
    }

    /// An application hangs, or goes on.
    pub(crate) fn hang_target(&mut self, target: &MemberTarget, event: u32, on: bool) -> u32 {
        if on {
            return self.each_target(target, |engine, index| engine.hang_instance(index, event));
        }
        let hung = self.instances.iter().position(|instance| instance.hangs.contains(&event));
        if let Some(index) = hung {
            self.instances[index].hangs.retain(|layer| *layer != event);
            if self.instances[index].hangs.is_empty() {
                self.resume_instance(index as u32);
            }
        }
        1
    }

    /// An application's process dies, or is started again.
    pub(crate) fn crash_target(&mut self, target: &MemberTarget, event: u32, on: bool) -> u32 {
        if on {
            return self.each_target(target, |engine, index| engine.crash_application(index, event));
        }
        if let Some(index) = self.instances.iter().position(|instance| instance.crashes.contains(&event)) {
            self.restart_application(index as u32, event);
        }
        1
    }

    /// Something strains the hardware of an instance, or stops doing so.
    pub(crate) fn strain_target(&mut self, target: &MemberTarget, event: u32, on: bool) -> u32 {
        if on {
            let Some(index) = self.pick(target) else { return 0 };
            let action = self.events[event as usize].action.clone();
            return u32::from(self.instances[index as usize].machine.strained(&action, event));
        }
        for index in 0..self.instances.len() {
            if self.instances[index].machine.relieved(event) {
                self.volume_goes_on(index);
            }
        }
        1
    }

    /// Makes the applications of a part, present and to come, keep a share of the connections they borrow.
    pub(crate) fn leak_connections(&mut self, id: &PartId, percent: f64, event: u32, on: bool) -> u32 {
        let Some(part) = self.part_index(id) else { return 0 };
        let share = share(percent);
        let instances = self.instances.iter_mut().filter(|one| one.part == part).map(|one| &mut one.leaks);
        let groups = self.scaling_groups.iter_mut().filter(|one| one.part == part).map(|one| &mut one.blueprint.leaks);
        let mut concerned = 0;
        for layers in instances.chain(groups) {
            concerned += 1;
            lay_with(layers, event, on.then_some(share));
        }
        if !on {
            for pool in 0..self.pools.len() as u32 {
                self.close_leaks(pool, event);
            }
        }
        concerned
    }
}
