//! What people and EC2 do to a group: suspended processes, shifts, a lower quota, Spot interruptions.

use ninepins_macros::rare;
use ninepins_model::{MemberTarget, PartId, ScalingProcess, fact};
use ninepins_report::{Because, LogFact};

use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::Span;
use crate::layer::lay_with;
use crate::parts::instance::Life;

#[rare]
impl Engine {
    /// The place of a group.
    pub(crate) fn group_of(&self, id: &PartId) -> Option<u32> {
        let part = self.part_index(id)?;
        self.scaling_groups.iter().position(|group| group.part == part).map(|place| place as u32)
    }

    /// A process is suspended or resumed; what was missing is launched, or terminated, at once (ASG-65).
    pub(crate) fn suspend(&mut self, id: &PartId, process: ScalingProcess, event: u32, on: bool) -> u32 {
        let Some(group) = self.group_of(id) else { return 0 };
        lay_with(&mut self.scaling_groups[group as usize].suspensions, event, on.then_some(process));
        if !on {
            self.reach_desired(group, Because::Event(event));
        }
        1
    }

    /// A zone is shifted away from a group that takes part in zonal shifts (ASG-66).
    pub(crate) fn shift_group(&mut self, group: u32, zone: &str, event: u32, on: bool) -> u32 {
        let Some(zone) = self.network.zone_named(zone) else { return 0 };
        let scaling = &mut self.scaling_groups[group as usize];
        if !scaling.is_shiftable {
            return 0;
        }
        lay_with(&mut scaling.shifts, event, on.then_some(zone));
        1
    }

    /// A Region allows fewer vCPUs.
    pub(crate) fn lower_quota(&mut self, id: &PartId, vcpus: u32, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(quota) = self.quotas.iter_mut().find(|quota| Some(quota.region) == part) else { return 0 };
        lay_with(&mut quota.lowered, event, on.then_some(vcpus));
        1
    }

    /// EC2 recommends to replace a Spot Instance, and takes it after a while (ASG-55, ASG-57).
    pub(crate) fn interrupt_spot(&mut self, target: &MemberTarget, after_s: u32, event: u32) -> u32 {
        let Some(index) = self.pick_where(target, |instance| instance.is_spot) else { return 0 };
        let because = Because::Event(event);
        let after = Span::from_s(u64::from(after_s.max(fact::SPOT_NOTICE.whole())));
        let (group, epoch) = (self.instances[index as usize].scaling_group, event);
        self.queue.push(self.now + after, Kind::SpotReclaim as u8, epoch, index);
        if self.scaling_groups.get(group as usize).is_some_and(|group| group.purchase.rebalances) {
            let instance = &mut self.instances[index as usize];
            let (part, number) = (instance.part, instance.number);
            instance.outgoing.get_or_insert(because);
            let entry = self.log(Some(part), Some(number), LogFact::InstanceRotated, because);
            self.reach_desired(group, Because::Decision(entry));
        }
        1
    }

    /// The notice of a Spot Instance is over.
    pub(crate) fn reclaim_spot(&mut self, index: u32, event: u32) {
        let instance = &self.instances[index as usize];
        if instance.life == Life::Terminated {
            return;
        }
        let (part, number) = (instance.part, instance.number);
        let entry = self.log(Some(part), Some(number), LogFact::SpotReclaimed, Because::Event(event));
        self.terminate_by_fault(index, Because::Decision(entry));
    }
}
