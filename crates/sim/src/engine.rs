//! The engine: all state of a run, and the loop that hands events to the parts.

use ninepins_macros::{later, rare};
use ninepins_model::limits::STATE_MIB;
use ninepins_model::{Action, Event as ScenarioEvent};
use ninepins_report::{Because, Cause, Class, LogEntry, LogFact, Outcome, PartIndex, Totals};

use crate::attempt::Attempt;
use crate::event::Kind;
use crate::kernel::{Digest, Event, EventQueue, SimTime, Slab, Slot, Span};
use crate::meter::Meter;
use crate::network::Network;
use crate::parts::alb::{LoadBalancer, Node, TargetGroup};
use crate::parts::asg::{Quota, ScalingGroup};
use crate::parts::certificate::Certificate;
use crate::parts::cloudfront::Distribution;
use crate::parts::elasticache::Cache;
use crate::parts::external_service::ExternalService;
use crate::parts::health_check::Check;
use crate::parts::instance::{Blueprint, Instance};
use crate::parts::pool::Pool;
use crate::parts::rds::{Database, DatabaseMember};
use crate::parts::rds_proxy::Proxy;
use crate::parts::replica::Replication;
use crate::parts::route53::HostedZone;
use crate::parts::route53::health_check::{Checker, RecordCheck};
use crate::parts::s3::Bucket;
use crate::parts::sqs::Queue;
use crate::parts::users::Users;
use crate::record::Record;

/// Most requests in flight; beyond it the run stops with a message instead of taking the tab down.
pub(crate) const IN_FLIGHT_LIMIT: u32 = 2_000_000;

/// All state of a run. A checkpoint is a clone of it, which goes on as [`Engine::resumed`].
#[derive(Clone, Debug)]
pub(crate) struct Engine {
    pub(crate) now: SimTime,
    /// Whether everything up to and at `now` has happened.
    pub(crate) settled: bool,
    pub(crate) end: SimTime,
    pub(crate) seed: u64,
    pub(crate) queue: EventQueue,
    pub(crate) attempts: Slab<Attempt>,
    /// When each slot's deadline entry fires.
    pub(crate) armed: Vec<SimTime>,
    /// Objects that clients ask for; higher ones are deep links.
    pub(crate) catalogue: u32,
    pub(crate) network: Network,
    pub(crate) users: Vec<Users>,
    pub(crate) hosted_zones: Vec<HostedZone>,
    pub(crate) record_checks: Vec<RecordCheck>,
    pub(crate) checkers: Vec<Checker>,
    pub(crate) certificates: Vec<Certificate>,
    pub(crate) distributions: Vec<Distribution>,
    pub(crate) buckets: Vec<Bucket>,
    pub(crate) balancers: Vec<LoadBalancer>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) groups: Vec<TargetGroup>,
    pub(crate) checks: Vec<Check>,
    pub(crate) instances: Vec<Instance>,
    pub(crate) scaling_groups: Vec<ScalingGroup>,
    /// vCPUs that Regions allow.
    pub(crate) quotas: Vec<Quota>,
    /// Whether some group's alarms follow what the network carries.
    pub(crate) watches_bytes: bool,
    /// Instances outside groups, with what they are made from.
    pub(crate) single_instances: Vec<(u32, Blueprint)>,
    pub(crate) external_services: Vec<ExternalService>,
    pub(crate) queues: Vec<Queue>,
    pub(crate) caches: Vec<Cache>,
    pub(crate) pools: Vec<Pool>,
    pub(crate) databases: Vec<Database>,
    pub(crate) members: Vec<DatabaseMember>,
    pub(crate) replications: Vec<Replication>,
    pub(crate) proxies: Vec<Proxy>,
    /// Instances that an operator has deregistered, by event.
    pub(crate) deregistrations: Vec<(u32, u32)>,
    /// Instances without power, and since when.
    pub(crate) down_since: Vec<(u32, SimTime)>,
    /// Single instances that are stopped, and the events that stopped them.
    pub(crate) stopped_instances: Vec<(u32, u32)>,
    /// The timeline, in the order of time.
    pub(crate) events: Vec<ScenarioEvent>,
    /// The first event that has not happened.
    pub(crate) next_event: usize,
    /// When lasting events end, in the order of time.
    pub(crate) ends: Vec<(SimTime, u32)>,
    pub(crate) totals: Totals,
    pub(crate) digest: Digest,
    pub(crate) record: Record,
    pub(crate) meter: Meter,
    pub(crate) next_log: u32,
    /// Log entries since they were last collected.
    pub(crate) fresh_log: Vec<LogEntry>,
    pub(crate) stopped: bool,
    pub(crate) picks: crate::kernel::Stream,
}

impl Engine {
    /// The run that goes on from a checkpoint.
    pub(crate) fn resumed(&self) -> Engine {
        let mut engine = self.clone();
        engine.attempts.unpack();
        engine.queues.iter_mut().for_each(|queue| queue.messages.unpack());
        engine
    }
}

/// Does what happens rarely.
pub(crate) type Rarely = fn(&mut Engine, Option<Event>);

impl Engine {
    /// Runs to `until` or for `max_events`. Returns whether it reached `until`. Where it stops changes nothing. `rarely` is
    /// [`Engine::rarely`], given by the caller so that it is compiled there.
    #[inline(never)]
    pub(crate) fn advance(&mut self, until: SimTime, max_events: u64, rarely: Rarely) -> bool {
        let until = until.min(self.end);
        let mut left = max_events;
        loop {
            // What the timeline says for an instant happens before everything else at that instant.
            let scripted = self.next_scripted();
            let limit = match scripted <= until {
                true if scripted == SimTime::ZERO => None,
                true => Some(scripted - Span::from_ns(1)),
                false => Some(until),
            };
            while left > 0
                && !self.stopped
                && let Some(event) = limit.and_then(|limit| self.queue.pop_until(limit))
            {
                left -= 1;
                self.settled = false;
                self.now = event.time;
                self.totals.events += 1;
                self.dispatch(event, rarely);
            }
            if left == 0 || self.stopped {
                return left > 0;
            }
            if scripted > until {
                self.now = until.max(self.now);
                self.settled = true;
                return true;
            }
            left -= 1;
            self.settled = false;
            self.now = scripted;
            rarely(self, None);
        }
    }

    #[inline(always)]
    fn dispatch(&mut self, event: Event, rarely: Rarely) {
        let slot = Slot { index: event.target(), generation: event.token() };
        match Kind::from_number(event.kind()) {
            Kind::Arrival => self.arrival(event.target(), event.token()),
            Kind::ThoughtOver => self.thought_over(event.target(), event.token()),
            Kind::Resolved => self.resolved(slot),
            Kind::AtFront => self.at_front(slot),
            Kind::AtNode => self.at_node(slot),
            Kind::AtInstance => self.at_instance(slot),
            Kind::InstanceCpuDone => self.instance_cpu_done(slot),
            Kind::HandlerWaited => self.handler_waited(slot),
            Kind::AtExternalService => self.at_external_service(slot),
            Kind::DiskDone => self.disk_done(slot),
            Kind::Called => self.called(slot),
            Kind::AtQueue => self.at_queue(slot),
            Kind::Polled => self.polled(slot),
            Kind::AtCache => self.at_cache(slot),
            Kind::CacheAnswered => self.cache_answered(slot),
            Kind::AtDatabase => self.at_database(slot),
            Kind::DatabaseCpuDone => self.database_cpu_done(slot),
            Kind::QueryAnswered => self.query_answered(slot),
            Kind::Answered => self.answered(slot),
            Kind::Retry => self.retry(slot),
            Kind::Fetched => self.fetched(slot),
            Kind::Deadline => self.deadline(event.target()),
            Kind::HealthCheck => self.health_check(event.target(), event.token()),
            Kind::PoolOpened => self.pool_opened(event.target(), event.token()),
            Kind::RecordCheck => self.record_check(event.target()),
            Kind::RecordChecked => self.record_checked(event.target(), event.token() == 1),
            _ => rarely(self, Some(event)),
        }
    }

    /// Writes a log entry and returns its number.
    pub(crate) fn log(&mut self, part: Option<PartIndex>, member: Option<u32>, fact: LogFact, because: Because) -> u32 {
        let id = self.next_log;
        self.next_log += 1;
        self.digest.absorb(self.now.as_ns());
        self.digest.absorb(u64::from(part.unwrap_or(u16::MAX)) << 32 | u64::from(member.unwrap_or(0)));
        self.fresh_log.push(LogEntry { id, at_ns: self.now.as_ns(), part, member, fact, because });
        id
    }

    /// Too many requests are in flight: the run stops here.
    pub(crate) fn overflow(&mut self) {
        if !std::mem::replace(&mut self.stopped, true) {
            self.log(None, None, LogFact::TooManyInFlight, Because::Demand);
        }
    }

    /// Puts an event into the timeline for the first whole millisecond after now. Returns the millisecond.
    pub(crate) fn act(&mut self, action: Action) -> u64 {
        let at_ms = self.now.as_ms() + 1;
        let place = self.events.partition_point(|event| event.at_ms <= at_ms);
        self.events.insert(place, ScenarioEvent { at_ms, action });
        at_ms
    }
}

#[rare]
impl Engine {
    /// A second of simulated time ends.
    fn second(&mut self) {
        self.queue.push(self.now + Span::from_s(1), Kind::Second as u8, 0, 0);
        self.replication_second();
        self.storage_second();
        self.backups_second();
        self.proxies_second();
        self.record_alarms();
        self.bucket_second();
        self.caches_second();
        self.queues_second();
        self.measure_loads();
        self.memory_second();
        self.balancers_second();
        self.replacements_second();
        self.meter_second();
        self.limit_memory((STATE_MIB as usize) << 20);
        self.count_requests();
        self.close_window();
        for (outcome, why, count) in self.record.ended_failures(self.now) {
            self.log(Some(why.part), None, LogFact::FailuresEnded { outcome, cause: why, count }, why.because);
        }
        debug_assert_eq!(self.violations(), Vec::<String>::new());
    }
}

#[later]
impl Engine {
    /// What happens now and then: an event that no request causes, or (`None`) what the timeline says. A healthy design meets
    /// little of it before its first second ends.
    pub(crate) fn rarely(&mut self, event: Option<Event>) {
        let Some(event) = event else { return self.scripted_step() };
        match Kind::from_number(event.kind()) {
            Kind::NodeDetection => self.node_detected(event.target()),
            Kind::DrainEnd => self.drain_ended(event.target()),
            Kind::TargetDrained => self.target_drained(event.token() as u16, event.target()),
            Kind::TargetRegistered => self.target_registered(event.token() as u16, event.target()),
            Kind::InstanceUp => self.instance_up(event.target(), event.token()),
            Kind::SpotReclaim => self.reclaim_spot(event.target(), event.token()),
            Kind::HealthPoll => self.health_poll(event.target()),
            Kind::MetricMinute => self.metric_minute(event.target()),
            Kind::AlarmEvaluation => self.alarm_evaluation(event.target()),
            Kind::GroupClock => self.group_clock(event.target(), event.token()),
            Kind::DatabaseStep => self.database_step(event.target(), event.token()),
            Kind::MessagesVisible => self.messages_visible(event.target()),
            Kind::CachePromotion => self.cache_promotion(event.target(), event.token()),
            Kind::CacheNodeReady => self.cache_node_ready(event.target(), event.token()),
            Kind::PoolRetry => self.pool_retry(event.target(), event.token()),
            Kind::CertificateRenewal => self.renewal_begins(event.target(), event.token()),
            Kind::CertificateExpiry => self.certificate_expires(event.target(), event.token()),
            Kind::RecordAlarm => self.record_alarm(event.target(), event.token() == 1),
            Kind::Invalidated => self.invalidated(event.target(), event.token()),
            Kind::Second => self.second(),
            // Requests have their own way.
            Kind::Arrival
            | Kind::ThoughtOver
            | Kind::Resolved
            | Kind::AtFront
            | Kind::AtNode
            | Kind::AtInstance
            | Kind::InstanceCpuDone
            | Kind::HandlerWaited
            | Kind::AtExternalService
            | Kind::DiskDone
            | Kind::Called
            | Kind::AtQueue
            | Kind::Polled
            | Kind::AtCache
            | Kind::CacheAnswered
            | Kind::AtDatabase
            | Kind::DatabaseCpuDone
            | Kind::QueryAnswered
            | Kind::Answered
            | Kind::Retry
            | Kind::Fetched
            | Kind::Deadline
            | Kind::HealthCheck
            | Kind::PoolOpened
            | Kind::RecordCheck
            | Kind::RecordChecked => {}
        }
    }
}

#[later]
impl Engine {
    /// A request failed for good.
    pub(crate) fn request_failed(&mut self, class: Class, outcome: Outcome, why: Cause, after: Span) {
        if self.record.failed(class, outcome, why, self.now, after) {
            self.log(Some(why.part), None, LogFact::FailuresBegan { outcome, cause: why }, why.because);
        }
    }
}
