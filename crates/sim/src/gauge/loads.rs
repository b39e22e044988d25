//! How busy instances and database members are: measured at the end of each second, because a mark of its own is needed.

use ninepins_macros::rare;
use ninepins_report::{Because, LogFact, PartIndex};

use crate::engine::Engine;
use crate::parts::instance::Life;

/// Weight of the newest second in a smoothed load: a time constant of about three seconds.
const SMOOTHING: f32 = 0.3;

#[rare]
impl Engine {
    /// Utilisation of every instance and database member over the last second, smoothed.
    pub(crate) fn measure_loads(&mut self) {
        let now = self.now;
        let mut spent: Vec<(PartIndex, u32)> = Vec::new();
        let stopped = &self.stopped_instances;
        for (instance, index) in self.instances.iter_mut().zip(0..) {
            let integral = instance.cpu.busy().integral(now);
            let mut busy = integral.saturating_sub(instance.second_mark) as f64 / 1e9;
            instance.second_mark = integral;
            let stress = instance.stress_second(busy);
            let earns = instance.life != Life::Terminated && stopped.iter().all(|(stopped, _)| *stopped != index);
            if let Some(credits) = instance.credits.as_mut().filter(|_| earns) {
                let speed = credits.speed();
                if credits.second(busy + stress / speed) {
                    spent.push((instance.part, instance.number));
                }
                busy *= speed;
            }
            let load = ((busy + stress) / f64::from(instance.vcpus.max(1))) as f32;
            instance.load += SMOOTHING * (load - instance.load);
        }
        for member in &mut self.members {
            let integral = member.cpu.busy().integral(now);
            let mut busy = integral.saturating_sub(member.second_mark) as f64 / 1e9;
            member.second_mark = integral;
            if let Some(credits) = &mut member.credits {
                let speed = credits.speed();
                if credits.second(busy) {
                    spent.push((member.part, member.number));
                }
                busy *= speed;
            }
            let load = (busy / f64::from(member.cpu.servers().max(1))) as f32;
            member.load += SMOOTHING * (load - member.load);
        }
        for (part, number) in spent {
            self.log(Some(part), Some(number), LogFact::CreditsSpent, Because::Demand);
        }
    }
}
