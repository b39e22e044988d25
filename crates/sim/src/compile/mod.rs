//! From a design to an engine at time zero. Any design compiles: a wire to nothing leads nowhere, a missing certificate
//! fails handshakes, a load balancer without subnets has no nodes.

use ninepins_macros::rare;
use ninepins_model::{Design, Event, Kind as PartKind, PartId, PartSettings, TooLarge, Wire, WireId, fact};
use ninepins_report::{Because, LogFact, PartIndex, Totals, WireIndex};

mod balancer;
mod cache;
mod call;
mod compute;
mod database;
mod edge;
mod queue;
mod records;
mod scaling;
mod users;

use crate::attempt::NONE;
use crate::engine::{Engine, IN_FLIGHT_LIMIT};
use crate::event::Kind;
use crate::kernel::{Digest, EventQueue, Purpose, SimTime, Slab, Span, Stream, stable_hash};
use crate::network::{Network, Place};
use crate::record::Record;

/// Ids by index, and what each part became.
struct Compiler<'a> {
    design: &'a Design,
    ids: Vec<&'a PartId>,
    wires: Vec<(&'a WireId, &'a Wire)>,
    /// Where a part's counterpart is in its own table.
    slots: Vec<u32>,
    /// Which parts are targets of which target groups.
    registrations: Vec<(PartIndex, u16)>,
    /// The health checks of records, by their wires.
    checks: Vec<(WireIndex, u16)>,
    engine: Engine,
}

#[rare]
impl Engine {
    /// The engine of a design at its start.
    pub(crate) fn compile(design: &Design) -> Engine {
        let mut compiler = Compiler::new(design);
        if let Some(found) = design.too_large() {
            compiler.not_started(&found);
            return compiler.engine;
        }
        compiler.certificates();
        compiler.buckets();
        compiler.databases();
        compiler.caches();
        compiler.queues();
        compiler.balancers();
        compiler.external_services();
        compiler.compute();
        compiler.group_health();
        compiler.calls();
        compiler.distributions();
        compiler.hosted_zones();
        compiler.users();
        compiler.listener_rules();
        compiler.start();
        compiler.engine
    }
}

#[rare]
fn ms(value: f64) -> Span {
    Span::from_s_f64(value / 1e3)
}

#[rare]
fn s(value: f64) -> Span {
    Span::from_s_f64(value)
}

#[rare]
impl<'a> Compiler<'a> {
    fn new(design: &'a Design) -> Self {
        let ids: Vec<&PartId> = design.parts.keys().collect();
        let wires: Vec<_> = design.wires.iter().collect();
        let seed = u64::from(design.scenario.seed);
        let catalogue = design
            .parts
            .values()
            .filter_map(|part| match &part.settings {
                PartSettings::Users(users) => Some(users.assets.objects),
                _ => None,
            })
            .max()
            .unwrap_or(1)
            .clamp(1, fact::ASSET_OBJECTS.max as u32);
        let mut events = design.scenario.events.clone();
        Event::put_in_order(&mut events);
        let engine = Engine {
            now: SimTime::ZERO,
            settled: false,
            end: SimTime::from_s(u64::from(design.scenario.duration_s)),
            seed,
            queue: EventQueue::new(),
            attempts: Slab::new(IN_FLIGHT_LIMIT),
            armed: Vec::new(),
            catalogue,
            network: Network::new(design),
            users: Vec::new(),
            hosted_zones: Vec::new(),
            record_checks: Vec::new(),
            checkers: Vec::new(),
            certificates: Vec::new(),
            distributions: Vec::new(),
            buckets: Vec::new(),
            balancers: Vec::new(),
            nodes: Vec::new(),
            groups: Vec::new(),
            checks: Vec::new(),
            instances: Vec::new(),
            scaling_groups: Vec::new(),
            quotas: Vec::new(),
            watches_bytes: false,
            single_instances: Vec::new(),
            external_services: Vec::new(),
            queues: Vec::new(),
            caches: Vec::new(),
            pools: Vec::new(),
            databases: Vec::new(),
            members: Vec::new(),
            replications: Vec::new(),
            proxies: Vec::new(),
            deregistrations: Vec::new(),
            down_since: Vec::new(),
            stopped_instances: Vec::new(),
            events,
            next_event: 0,
            ends: Vec::new(),
            totals: Totals::default(),
            digest: Digest::new(),
            record: Record::new(ids.len(), wires.len()),
            meter: Default::default(),
            next_log: 0,
            fresh_log: Vec::new(),
            stopped: false,
            picks: Stream::new(seed, stable_hash("timeline"), Purpose::CONTROL),
        };
        Compiler {
            design,
            slots: vec![NONE; ids.len()],
            registrations: Vec::new(),
            checks: Vec::new(),
            ids,
            wires,
            engine,
        }
    }

    /// A design that is too large to run: the engine has nothing in it and says why.
    fn not_started(&mut self, found: &TooLarge) {
        self.engine.stopped = true;
        let (part, fact) = (self.index(&found.part), LogFact::DesignTooLarge { mib: found.mib });
        self.engine.log(part, None, fact, Because::Configuration);
    }

    fn each(&self) -> Vec<(PartIndex, &'a PartId, &'a PartSettings)> {
        let parts = self.design.parts.iter().enumerate();
        parts.map(|(index, (id, part))| (index as PartIndex, id, &part.settings)).collect()
    }

    fn index(&self, id: &PartId) -> Option<PartIndex> {
        self.ids.binary_search(&id).ok().map(|index| index as PartIndex)
    }

    fn slot(&self, id: &PartId) -> Option<u32> {
        let slot = self.slots[usize::from(self.index(id)?)];
        (slot != NONE).then_some(slot)
    }

    fn stream(&self, id: &PartId, purpose: Purpose) -> Stream {
        Stream::new(self.engine.seed, stable_hash(id.as_str()), purpose)
    }

    /// The wires that start at a part and mean something, with their targets.
    fn outgoing(&self, id: &PartId) -> Vec<(WireIndex, &'a WireId, &'a Wire, PartKind)> {
        let from = self.design.parts.get(id).map(ninepins_model::Part::kind);
        let wires = self.wires.iter().enumerate().filter(|(_, (_, wire))| &wire.from == id);
        wires
            .filter_map(|(index, (wire_id, wire))| {
                let kind = self.design.parts.get(&wire.to)?.kind();
                from?.wire_to(kind)?;
                Some((index as WireIndex, *wire_id, *wire, kind))
            })
            .collect()
    }

    /// Places of the subnets a part names, one per subnet that exists in its own VPC.
    fn places(&self, id: &PartId, subnets: &[PartId]) -> Vec<Place> {
        let vpc = self.design.vpc_of(id);
        let part = self.index(id).unwrap_or_default();
        let mut seen = Vec::new();
        subnets
            .iter()
            .filter(|subnet| vpc.is_some() && self.design.vpc_of(subnet) == vpc)
            .filter_map(|subnet| self.engine.network.place(self.index(subnet)?))
            .map(|place| Place { part, ..place })
            .filter(|place| {
                let is_new = !seen.contains(&place.subnet);
                seen.push(place.subnet);
                is_new
            })
            .collect()
    }

    fn start(&mut self) {
        for users in 0..self.engine.users.len() as u32 {
            self.engine.schedule_arrival(users);
            if self.engine.users[users as usize].traffic.is_closed() {
                self.engine.start_thinking(users);
            }
        }
        self.engine.queue.push(SimTime::from_s(1), Kind::Second as u8, 0, 0);
    }
}
