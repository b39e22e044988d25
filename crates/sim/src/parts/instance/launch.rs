//! How an instance comes into service: launch, lifecycle hook, user data, the start of its application, registration.

use std::rc::Rc;

use ninepins_model::ScalingProcess;
use ninepins_model::parts::LaunchNeeds;
use ninepins_report::{Because, Cause, CauseKind, LogFact, PartIndex};

use super::{Instance, Life};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Purpose, SimTime, Span, Station, Stream, stable_hash};
use crate::network::{Egress, Place};
use crate::parts::call::Call;
use crate::parts::credits::Credits;
use crate::parts::elasticache::CacheClient;
use crate::parts::machine::Machine;
use crate::parts::pool::PoolSettings;
use crate::parts::server::Server;
use crate::parts::sqs::Consumer;

/// Bytes of a request for a download.
const REQUEST_BYTES: u64 = 1_500;

/// How an instance is made: shared by groups and single instances.
#[derive(Clone, Debug)]
pub(crate) struct Blueprint {
    pub(crate) part: PartIndex,
    pub(crate) name: String,
    pub(crate) vcpus: u32,
    /// The CPU credits of a burstable instance that runs at the start.
    pub(crate) credits: Option<Credits>,
    pub(crate) machine: Machine,
    pub(crate) server: Rc<Server>,
    pub(crate) pools: Vec<Rc<PoolSettings>>,
    pub(crate) cache: Option<CacheClient>,
    pub(crate) calls: Vec<Call>,
    pub(crate) consumers: Rc<[Consumer]>,
    /// Events that make instances answer with errors, and for which share of the requests.
    pub(crate) errors: Vec<(u32, f64)>,
    /// Events that make instances keep connections, and of which share of their queries.
    pub(crate) leaks: Vec<(u32, f64)>,
    /// Time until it runs, and until its user data has run as well.
    pub(crate) launch: Span,
    pub(crate) boot: Span,
    /// Time from the launch until it is in service and registers, where that is before its application runs.
    pub(crate) registers_after: Option<Span>,
    pub(crate) launch_hook: Option<Hook>,
    pub(crate) terminate_hook: Option<Hook>,
    pub(crate) launch_needs: LaunchNeeds,
    pub(crate) tracked_limit: Option<u32>,
    pub(crate) target_groups: Vec<u16>,
    pub(crate) created: u32,
}

/// A lifecycle hook (ASG-40).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hook {
    /// How long it holds an instance.
    pub(crate) holds: Span,
    /// Whether its timeout ends the launch.
    pub(crate) abandons: bool,
}

impl Blueprint {
    /// Time from the launch until it is in service.
    pub(super) fn in_service_after(&self) -> Span {
        let first = self.registers_after.unwrap_or(self.boot);
        self.launch_hook.map_or(first, |hook| first.max(self.launch + hook.holds))
    }
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
        let component = stable_hash(&format!("{}/{number}", blueprint.name));
        let place = self.network.take_address(place).unwrap_or(place);
        self.instances.push(Instance {
            part: blueprint.part,
            scaling_group,
            component,
            number,
            place,
            is_installed: blueprint.launch_needs == LaunchNeeds::Nothing,
            tracked_limit: blueprint.tracked_limit,
            untracked: 0,
            is_started: false,
            life: Life::Pending,
            outgoing: None,
            is_spot: false,
            version: 0,
            held_until: None,
            because,
            down: None,
            down_kind: CauseKind::InstanceStarting,
            hangs: Vec::new(),
            crashes: Vec::new(),
            parked: Vec::new(),
            epoch: 0,
            cpu: Station::new(now, blueprint.vcpus, Station::UNLIMITED),
            threads: Station::new(now, blueprint.server.threads, blueprint.server.queue_limit)
                .newest_first(blueprint.server.newest_first),
            connections: 0,
            server: Rc::clone(&blueprint.server),
            vcpus: blueprint.vcpus,
            credits: blueprint.credits.map(|credits| if at_start { credits } else { credits.fresh() }),
            machine: blueprint.machine.clone(),
            pools: Vec::new(),
            cache: blueprint.cache,
            calls: blueprint.calls.clone(),
            consumers: Rc::clone(&blueprint.consumers),
            errors: blueprint.errors.clone(),
            leaks: blueprint.leaks.clone(),
            read_turn: 0.0,
            launched: now,
            starts_in: Span::ZERO,
            in_service: SimTime::NEVER,
            warm_at: now,
            minute_mark: (now, 0),
            carried: [0; 2],
            second_mark: 0,
            load: 0.0,
            service: Stream::new(self.seed, component, Purpose::SERVICE),
            waits: Stream::new(self.seed, component, Purpose::WAIT),
            choices: Stream::new(self.seed, component, Purpose::ROUTE),
            sessions: Stream::new(self.seed, component, Purpose::NETWORK),
            failures: Stream::new(self.seed, component, Purpose::FAILURE),
        });
        for settings in &blueprint.pools {
            let pool = self.create_pool(index, settings);
            self.instances[index as usize].pools.push(pool);
        }
        if at_start {
            let starts = self.start_application(index, blueprint.launch_needs, true);
            self.enter_service(index, &blueprint.target_groups, starts);
        } else {
            self.instances[index as usize].starts_in = blueprint.boot;
            self.queue.push(now + blueprint.in_service_after(), Kind::InstanceUp as u8, 0, index);
        }
        index
    }

    /// The instance is in service: it registers with its target groups, `healthy` at the start of a run.
    fn enter_service(&mut self, index: u32, target_groups: &[u16], healthy: bool) {
        let instance = &mut self.instances[index as usize];
        instance.life = Life::InService;
        instance.crashes.clear();
        instance.machine.killed = None;
        instance.in_service = self.now;
        instance.down_kind = CauseKind::InstanceDown;
        let group = self.scaling_groups.get(instance.scaling_group as usize);
        if group.is_some_and(|group| group.suspended(ScalingProcess::AddToLoadBalancer).is_some()) {
            return;
        }
        for group in target_groups {
            self.register_target(*group, index, healthy);
        }
    }

    /// User data has run: the application starts, unless what it needs could not be reached (VPC-15).
    fn start_application(&mut self, index: u32, needs: LaunchNeeds, at_start: bool) -> bool {
        let instance = &self.instances[index as usize];
        let (part, number, place) = (instance.part, instance.number, instance.place);
        if !instance.is_installed {
            let way = match needs {
                LaunchNeeds::S3 => self.network.egress_to_s3(place),
                _ => self.network.egress(place),
            };
            if let Err(why) = way.and_then(|way| self.download(part, way)) {
                let entry = self.log(Some(part), Some(number), LogFact::UserDataFailed { cause: why }, why.because);
                self.instances[index as usize].because = Because::Decision(entry);
                return false;
            }
        }
        let instance = &mut self.instances[index as usize];
        (instance.is_installed, instance.is_started) = (true, true);
        let pools = instance.pools.clone();
        for pool in pools {
            self.pools[pool as usize].closed = false;
            self.fill_pool(pool, at_start);
        }
        if !self.instances[index as usize].consumers.is_empty() {
            self.start_pollers(index);
        }
        true
    }

    /// User data asks for what it needs over a connection of its own.
    fn download(&mut self, part: PartIndex, way: Egress) -> Result<(), Cause> {
        self.network.open_through(way, part)?;
        let nat = way.nat.map_or(part, |nat| self.network.nats[usize::from(nat)].part);
        let passes = self.network.pass_through(way, REQUEST_BYTES, true);
        self.network.close_through(way, part);
        if passes { Ok(()) } else { Err(cause(CauseKind::NatGatewayDown, nat, Because::Demand)) }
    }

    /// What an instance is made from.
    pub(super) fn blueprint_of(&self, index: u32) -> Option<&Blueprint> {
        match self.scaling_groups.get(self.instances[index as usize].scaling_group as usize) {
            Some(group) => Some(&group.blueprint),
            None => self.single_instances.iter().find(|(single, _)| *single == index).map(|(_, blueprint)| blueprint),
        }
    }

    /// A launched instance is in service, or its user data has run.
    pub(crate) fn instance_up(&mut self, index: u32, epoch: u32) {
        let instance = &self.instances[index as usize];
        if instance.epoch & 0x00ff_ffff != epoch || instance.down.is_some() {
            return;
        }
        let life = instance.life;
        let Some(blueprint) = self.blueprint_of(index) else { return };
        let (needs, early) = (blueprint.launch_needs, blueprint.registers_after);
        let abandons = blueprint.launch_hook.is_some_and(|hook| hook.abandons);
        let starts = instance.launched + instance.starts_in;
        match (life, early) {
            (Life::Pending, _) if abandons => self.abandon_launch(index),
            (Life::Pending, Some(_)) if starts > self.now => {
                self.queue.push(starts, Kind::InstanceUp as u8, epoch, index);
                self.instance_in_service(index);
            }
            (Life::Pending, _) => {
                self.start_application(index, needs, false);
                self.instance_in_service(index);
            }
            (Life::InService, Some(_)) if !self.instances[index as usize].is_started => {
                self.start_application(index, needs, false);
            }
            _ => {}
        }
    }

    /// Nobody completed the launch's hook in time, and its default result is to abandon (ASG-41).
    fn abandon_launch(&mut self, index: u32) {
        let instance = &self.instances[index as usize];
        let (part, number, group) = (instance.part, instance.number, instance.scaling_group);
        let entry = self.log(Some(part), Some(number), LogFact::LaunchAbandoned, Because::Configuration);
        self.terminate_now(index, Because::Decision(entry));
        self.reach_desired(group, Because::Decision(entry));
    }

    fn instance_in_service(&mut self, index: u32) {
        let instance = &self.instances[index as usize];
        let now = self.now;
        let (group, part, number, launched, because) =
            (instance.scaling_group, instance.part, instance.number, instance.launched, instance.because);
        let target_groups = self.blueprint_of(index).map_or_else(Vec::new, |blueprint| blueprint.target_groups.clone());
        let warmup = self.scaling_groups.get(group as usize).map_or(Span::ZERO, |group| group.warmup);
        let already: Vec<u16> = target_groups
            .iter()
            .copied()
            .filter(|group| !self.groups[usize::from(*group)].targets.iter().any(|target| target.instance == index))
            .collect();
        let instance = &mut self.instances[index as usize];
        instance.warm_at = now + warmup;
        let integral = instance.busy_integral(now);
        instance.minute_mark = (now, integral);
        self.enter_service(index, &already, false);
        if let Some(group) = self.scaling_groups.get_mut(group as usize) {
            group.last_activity = now;
        }
        let after_s = (now - launched).as_s_f64() as f32;
        self.log(Some(part), Some(number), LogFact::InstanceInService { after_s }, because);
    }
}
