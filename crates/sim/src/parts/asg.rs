//! EC2 Auto Scaling group: launches, health replacement, target tracking on CPU with CloudWatch's one-minute periods.

use ninepins_model::parts::HealthCheckType;
use ninepins_report::{Because, CauseKind, LogFact, PartIndex};

use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Ring, SimTime, Span, Station, Stream};
use crate::network::Place;
use crate::parts::instance::{Demands, Instance, Life};
use crate::parts::pool::PoolSettings;

/// How long an instance whose status check fails is left alone (ASG-26: "a few minutes"; not published).
const IMPAIRED_PATIENCE: Span = Span::from_s(180);
/// Data points that the high and the low alarm look at (ASG-03, ASG-04).
const HIGH_POINTS: usize = 3;
const LOW_POINTS: usize = 15;

/// How an instance is made: shared by groups and single instances.
#[derive(Clone, Debug)]
pub(crate) struct Blueprint {
    pub(crate) part: PartIndex,
    pub(crate) name: String,
    pub(crate) vcpus: u32,
    pub(crate) threads: u32,
    pub(crate) connection_limit: u32,
    pub(crate) demands: Demands,
    pub(crate) pools: Vec<PoolSettings>,
    pub(crate) boot: Span,
    pub(crate) target_groups: Vec<u16>,
    pub(crate) created: u32,
}

/// An Auto Scaling group.
#[derive(Clone, Debug)]
pub(crate) struct ScalingGroup {
    pub(crate) part: PartIndex,
    pub(crate) blueprint: Blueprint,
    pub(crate) places: Vec<Place>,
    pub(crate) min: u32,
    pub(crate) max: u32,
    pub(crate) desired: u32,
    pub(crate) health_check_type: HealthCheckType,
    pub(crate) grace: Span,
    pub(crate) warmup: Span,
    pub(crate) poll: Span,
    pub(crate) tracking: Option<Tracking>,
    /// Instances that are not terminated, by index.
    pub(crate) members: Vec<u32>,
    pub(crate) launch_failed: bool,
}

/// A target tracking policy with its two alarms.
#[derive(Clone, Debug)]
pub(crate) struct Tracking {
    pub(crate) target: f64,
    pub(crate) low: f64,
    pub(crate) scale_in: bool,
    pub(crate) delay: Span,
    /// Data points: when delivered, average in per cent, instances in it.
    pub(crate) points: Ring<Point>,
    pub(crate) high: bool,
    pub(crate) in_low: bool,
}

/// One minute's data point.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    pub(crate) delivered: SimTime,
    pub(crate) cpu_percent: f64,
    pub(crate) instances: u32,
}

impl Engine {
    /// Creates an instance. At the start of a run it is in service; later it boots.
    pub(crate) fn create_instance(
        &mut self,
        blueprint: &Blueprint,
        place: Place,
        scaling_group: u32,
        at_start: bool,
        because: Because,
    ) -> u32 {
        let now = self.now;
        let index = self.instances.len() as u32;
        let number = blueprint.created + 1;
        let component = crate::kernel::stable_hash(&format!("{}/{number}", blueprint.name));
        self.instances.push(Instance {
            part: blueprint.part,
            scaling_group,
            component,
            number,
            place,
            is_public: false,
            life: Life::Pending,
            because,
            down: None,
            down_kind: CauseKind::InstanceStarting,
            hangs: Vec::new(),
            parked: Vec::new(),
            epoch: 0,
            cpu: Station::new(now, blueprint.vcpus, Station::UNLIMITED),
            threads: Station::new(now, blueprint.threads, Station::UNLIMITED),
            connections: 0,
            connection_limit: blueprint.connection_limit,
            demands: blueprint.demands,
            pools: Vec::new(),
            launched: now,
            in_service: SimTime::NEVER,
            warm_at: now,
            minute_mark: (now, 0),
            second_mark: 0,
            load: 0.0,
            service: Stream::new(self.seed, component, crate::kernel::Purpose::SERVICE),
        });
        for settings in &blueprint.pools {
            let pool = self.create_pool(index, *settings);
            self.instances[index as usize].pools.push(pool);
        }
        if at_start {
            self.instance_serves(index, &blueprint.target_groups.clone(), true);
        } else {
            self.queue.push(now + blueprint.boot, Kind::InstanceUp as u8, 0, index);
        }
        index
    }

    fn instance_serves(&mut self, index: u32, target_groups: &[u16], at_start: bool) {
        let now = self.now;
        let instance = &mut self.instances[index as usize];
        instance.life = Life::InService;
        instance.in_service = now;
        instance.down_kind = CauseKind::InstanceDown;
        let pools = instance.pools.clone();
        for pool in pools {
            self.pools[pool as usize].closed = false;
            self.fill_pool(pool, at_start);
        }
        for group in target_groups {
            self.register_target(*group, index, at_start);
        }
    }

    /// A launched instance runs its application.
    pub(crate) fn instance_up(&mut self, index: u32, epoch: u32) {
        let instance = &self.instances[index as usize];
        if instance.epoch & 0x00ff_ffff != epoch || instance.life != Life::Pending || instance.down.is_some() {
            return;
        }
        let now = self.now;
        let (group, part, number, launched, because) =
            (instance.scaling_group, instance.part, instance.number, instance.launched, instance.because);
        let target_groups = match self.scaling_groups.get(group as usize) {
            Some(group) => group.blueprint.target_groups.clone(),
            None => self
                .single_instances
                .iter()
                .find(|(single, _)| *single == index)
                .map_or_else(Vec::new, |(_, blueprint)| blueprint.target_groups.clone()),
        };
        let warmup = self.scaling_groups.get(group as usize).map_or(Span::ZERO, |group| group.warmup);
        let already: Vec<u16> = target_groups
            .iter()
            .copied()
            .filter(|group| !self.groups[usize::from(*group)].targets.iter().any(|target| target.instance == index))
            .collect();
        let instance = &mut self.instances[index as usize];
        instance.warm_at = now + warmup;
        let integral = instance.cpu.busy().integral(now);
        instance.minute_mark = (now, integral);
        self.instance_serves(index, &already, false);
        let after_s = (now - launched).as_s_f64() as f32;
        self.log(Some(part), Some(number), LogFact::InstanceInService { after_s }, because);
    }

    /// Launches one instance where the group has fewest, among the zones that have power (ASG-33).
    pub(crate) fn launch(&mut self, group_index: u32, because: Because) -> bool {
        let group = &self.scaling_groups[group_index as usize];
        let (part, limit) = (group.part, group.max);
        let alive = group.members.len() as u32;
        let best = group.places.iter().copied().filter(|place| self.network.outage(place.zone).is_none()).min_by_key(
            |place| group.members.iter().filter(|member| self.counts_in_zone(**member, place.zone)).count(),
        );
        let Some(place) = best else {
            if !std::mem::replace(&mut self.scaling_groups[group_index as usize].launch_failed, true) {
                self.log(Some(part), None, LogFact::LaunchFailed, because);
            }
            return false;
        };
        debug_assert!(alive <= limit.saturating_mul(2) + 2, "a group does not grow without bound");
        let zone = self.network.zones[usize::from(place.zone)].part;
        let blueprint = self.scaling_groups[group_index as usize].blueprint.clone();
        let number = blueprint.created + 1;
        let entry = self.log(Some(part), Some(number), LogFact::InstanceLaunching { zone }, because);
        let instance = self.create_instance(&blueprint, place, group_index, false, Because::Decision(entry));
        let group = &mut self.scaling_groups[group_index as usize];
        group.launch_failed = false;
        group.blueprint.created += 1;
        group.members.push(instance);
        true
    }

    fn counts_in_zone(&self, member: u32, zone: u16) -> bool {
        let instance = &self.instances[member as usize];
        instance.place.zone == zone && instance.life != Life::Draining && instance.life != Life::Terminated
    }

    /// Instances that count as capacity: starting or in service.
    pub(crate) fn capacity(&self, group: u32) -> u32 {
        let members = &self.scaling_groups[group as usize].members;
        members
            .iter()
            .filter(|member| matches!(self.instances[**member as usize].life, Life::Pending | Life::InService))
            .count() as u32
    }

    /// Launches or terminates until the capacity is as desired.
    pub(crate) fn reach_desired(&mut self, group: u32, because: Because) {
        let desired = self.scaling_groups[group as usize].desired;
        while self.capacity(group) < desired {
            if !self.launch(group, because) {
                return;
            }
        }
        while self.capacity(group) > desired {
            let Some(victim) = self.pick_victim(group) else { return };
            self.terminate_gracefully(victim, because);
        }
    }

    /// The instance to remove: in the zone with most, the oldest there (ASG-37).
    fn pick_victim(&self, group: u32) -> Option<u32> {
        let group = &self.scaling_groups[group as usize];
        let in_zone = |zone: u16| group.members.iter().filter(|member| self.counts_in_zone(**member, zone)).count();
        group
            .members
            .iter()
            .copied()
            .filter(|member| matches!(self.instances[*member as usize].life, Life::Pending | Life::InService))
            .max_by_key(|member| {
                let instance = &self.instances[*member as usize];
                (in_zone(instance.place.zone), u32::MAX - instance.number)
            })
    }

    /// Sets the desired capacity within the group's limits.
    pub(crate) fn set_desired(&mut self, group: u32, desired: u32, because: Because) -> bool {
        let scaling = &mut self.scaling_groups[group as usize];
        let to = desired.clamp(scaling.min.min(scaling.max), scaling.max);
        let from = std::mem::replace(&mut scaling.desired, to);
        if from == to {
            return false;
        }
        let part = scaling.part;
        let entry = self.log(Some(part), None, LogFact::DesiredCapacity { from, to }, because);
        self.reach_desired(group, Because::Decision(entry));
        true
    }

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
        if was_serving && outstanding > 0 {
            self.log(Some(part), Some(number), LogFact::InstanceDraining, because);
        }
        if !was_serving || outstanding == 0 {
            return self.terminate_now(index, because);
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
        self.terminate_now(index, because);
    }

    /// Terminates an instance at once: what is on it is reset.
    pub(crate) fn terminate_now(&mut self, index: u32, because: Because) {
        let instance = &self.instances[index as usize];
        if instance.life == Life::Terminated {
            return;
        }
        let (part, number, was_down) = (instance.part, instance.number, instance.down.is_some());
        let kind =
            if instance.life == Life::Draining { CauseKind::Deregistered } else { CauseKind::InstanceTerminated };
        self.instances[index as usize].life = Life::Terminated;
        self.crash_instance(index, kind, because, !was_down);
        self.instances[index as usize].down_kind = CauseKind::InstanceTerminated;
        for group in 0..self.groups.len() {
            self.deregister_target(group, index);
            self.update_fail_open(group, because);
        }
        let group = self.instances[index as usize].scaling_group;
        if let Some(group) = self.scaling_groups.get_mut(group as usize) {
            group.members.retain(|member| *member != index);
        }
        self.log(Some(part), Some(number), LogFact::InstanceTerminated, because);
    }

    /// An instance was terminated from outside: it is gone, and its group notices at the next look.
    pub(crate) fn terminate_by_fault(&mut self, index: u32, because: Because) {
        let instance = &mut self.instances[index as usize];
        instance.because = because;
        instance.life = Life::Terminated;
        self.crash_instance(index, CauseKind::InstanceTerminated, because, true);
        // A terminated target is `unused` at once (ALB-12).
        for group in 0..self.groups.len() {
            self.deregister_target(group, index);
            self.update_fail_open(group, because);
        }
    }

    /// The group looks at its instances' health (ASG-24 to ASG-30).
    pub(crate) fn health_poll(&mut self, group_index: u32) {
        let now = self.now;
        let group = &self.scaling_groups[group_index as usize];
        self.queue.push(now + group.poll, Kind::HealthPoll as u8, 0, group_index);
        let (part, by_balancer, grace) = (group.part, group.health_check_type == HealthCheckType::Elb, group.grace);
        let members = group.members.clone();
        for member in &members {
            let instance = &self.instances[*member as usize];
            if instance.life == Life::Terminated {
                let (number, because) = (instance.number, instance.because);
                self.scaling_groups[group_index as usize].members.retain(|candidate| candidate != member);
                let entry = self.log(Some(part), Some(number), LogFact::InstanceReplaced, because);
                self.reach_desired(group_index, Because::Decision(entry));
            }
        }
        // At most a tenth of the group, at least one, is replaced for failed checks at a time (ASG-30).
        let at_a_time = (self.scaling_groups[group_index as usize].desired / 10).max(1);
        let starting = members.iter().filter(|member| {
            let instance = &self.instances[**member as usize];
            instance.life == Life::Pending && instance.down.is_none()
        });
        let mut room = at_a_time.saturating_sub(starting.count() as u32);
        for member in members {
            let instance = &self.instances[member as usize];
            let is_impaired =
                instance.down.is_some() && now - instance.launched > IMPAIRED_PATIENCE && self.impaired_long(member);
            let unhealthy = self
                .unhealthy_at_balancer(member)
                .filter(|_| by_balancer && instance.in_service != SimTime::NEVER && now - instance.in_service >= grace);
            let reason = if is_impaired { instance.down } else { unhealthy };
            let replaceable = matches!(instance.life, Life::InService | Life::Pending);
            if let Some(because) = reason
                && replaceable
                && room > 0
            {
                room -= 1;
                let number = instance.number;
                let entry = self.log(Some(part), Some(number), LogFact::InstanceReplaced, because);
                self.terminate_gracefully(member, Because::Decision(entry));
                self.reach_desired(group_index, Because::Decision(entry));
            }
        }
        self.reach_desired(group_index, Because::Configuration);
    }

    fn impaired_long(&self, member: u32) -> bool {
        self.down_since.iter().any(|(instance, since)| *instance == member && self.now - *since >= IMPAIRED_PATIENCE)
    }

    /// A minute of CloudWatch ends: the group's average over instances in service and warm (ASG-10).
    pub(crate) fn metric_minute(&mut self, group_index: u32) {
        let now = self.now;
        self.queue.push(now + Span::from_s(60), Kind::MetricMinute as u8, 0, group_index);
        let members = self.scaling_groups[group_index as usize].members.clone();
        let (mut sum, mut count) = (0.0, 0_u32);
        for member in members {
            let instance = &mut self.instances[member as usize];
            let (since, mark) = instance.minute_mark;
            let integral = instance.cpu.busy().integral(now);
            instance.minute_mark = (now, integral);
            let counts = instance.life == Life::InService && instance.down.is_none() && instance.warm_at <= now;
            let elapsed = (now - since).as_ns() as f64 * f64::from(instance.cpu.servers());
            if counts && elapsed > 0.0 {
                sum += (integral - mark) as f64 / elapsed * 100.0;
                count += 1;
            }
        }
        let Some(tracking) = &mut self.scaling_groups[group_index as usize].tracking else { return };
        if count == 0 {
            return;
        }
        let point = Point { delivered: now + tracking.delay, cpu_percent: sum / f64::from(count), instances: count };
        tracking.points.push_back(point);
        while tracking.points.len() > LOW_POINTS + 12 {
            tracking.points.pop_front();
        }
    }

    /// The alarms are evaluated, once a minute (ASG-60, ASG-61).
    pub(crate) fn alarm_evaluation(&mut self, group_index: u32) {
        let now = self.now;
        self.queue.push(now + Span::from_s(60), Kind::AlarmEvaluation as u8, 0, group_index);
        let group = &self.scaling_groups[group_index as usize];
        let part = group.part;
        let Some(tracking) = &group.tracking else { return };
        let delivered: Vec<Point> = tracking.points.iter().filter(|point| point.delivered <= now).collect();
        let (target, low, scale_in) = (tracking.target, tracking.low, tracking.scale_in);
        let (was_high, was_low) = (tracking.high, tracking.in_low);
        let newest = |count: usize| (delivered.len() >= count).then(|| &delivered[delivered.len() - count..]);
        let high = newest(HIGH_POINTS).is_some_and(|points| points.iter().all(|point| point.cpu_percent > target));
        let in_low = newest(LOW_POINTS).is_some_and(|points| points.iter().all(|point| point.cpu_percent < low));
        let Some(last) = delivered.last().copied() else { return };
        if let Some(tracking) = &mut self.scaling_groups[group_index as usize].tracking {
            tracking.high = high;
            tracking.in_low = in_low;
        }
        let wanted = f64::from(last.instances) * last.cpu_percent / target;
        if high {
            let fact = LogFact::AlarmHigh { cpu_percent: last.cpu_percent as f32, threshold_percent: target as f32 };
            self.scale_out(group_index, part, wanted, fact, was_high);
        } else if in_low && scale_in {
            let fact = LogFact::AlarmLow { cpu_percent: last.cpu_percent as f32, threshold_percent: low as f32 };
            self.scale_in(group_index, part, wanted, fact, was_low);
        }
    }

    /// Fractions round up, and what warms up counts already (ASG-06).
    fn scale_out(&mut self, group: u32, part: PartIndex, wanted: f64, fact: LogFact, standing: bool) {
        let scaling = &self.scaling_groups[group as usize];
        let wanted = (libm::ceil(wanted - 1e-9) as u32).min(scaling.max);
        if wanted > scaling.desired || !standing {
            let entry = self.log(Some(part), None, fact, Because::Demand);
            let desired = wanted.max(self.scaling_groups[group as usize].desired);
            self.set_desired(group, desired, Because::Decision(entry));
        }
    }

    /// Removals round down, and nothing is removed while something warms up (ASG-07, ASG-11).
    fn scale_in(&mut self, group: u32, part: PartIndex, wanted: f64, fact: LogFact, standing: bool) {
        let now = self.now;
        let scaling = &self.scaling_groups[group as usize];
        let warming = scaling.members.iter().any(|member| {
            let instance = &self.instances[*member as usize];
            instance.life == Life::Pending || instance.warm_at > now
        });
        let desired = scaling.desired;
        let removals = libm::floor((f64::from(desired) - wanted).max(0.0) + 1e-9) as u32;
        let to = desired.saturating_sub(removals).max(scaling.min);
        if !warming && (to < desired || !standing) {
            let entry = self.log(Some(part), None, fact, Because::Demand);
            self.set_desired(group, to, Because::Decision(entry));
        }
    }

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
        let now = self.now;
        self.down_since.retain(|(index, _)| self.instances[*index as usize].place.zone != zone);
        for index in 0..self.instances.len() as u32 {
            let instance = &mut self.instances[index as usize];
            if instance.place.zone != zone || instance.life == Life::Terminated || instance.down.is_none() {
                continue;
            }
            instance.down = None;
            instance.down_kind = CauseKind::InstanceStarting;
            if instance.life == Life::Draining {
                continue;
            }
            instance.life = Life::Pending;
            instance.launched = now;
            let epoch = instance.epoch & 0x00ff_ffff;
            let boot = match self.scaling_groups.get(instance.scaling_group as usize) {
                Some(group) => group.blueprint.boot,
                None => self
                    .single_instances
                    .iter()
                    .find(|(single, _)| *single == index)
                    .map_or(Span::ZERO, |(_, blueprint)| blueprint.boot),
            };
            self.queue.push(now + boot, Kind::InstanceUp as u8, epoch, index);
        }
    }
}
