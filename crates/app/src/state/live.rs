//! What a run reports, as it arrives: many times a second.
//!
//! It is no context value, because a context renders all its readers again. Each reader subscribes and renders again only
//! when what it shows has changed.

use std::ops::Deref;
use std::rc::Rc;

use ninepins_report::{Gauges, LogEntry, PartIndex, PartView, RunState, Totals, Window, WireIndex, WireView};
use yew::prelude::*;

use super::topic::Topic;

/// Where the run is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Clock {
    /// Simulated time in nanoseconds.
    pub(crate) now_ns: u64,
    /// What the run does.
    pub(crate) state: RunState,
    /// Whether it is meant to go on.
    pub(crate) playing: bool,
    /// Simulated seconds per second that were held, where that is less than asked for.
    pub(crate) held_speed: Option<f64>,
    /// Whether it has waited a while for the engine, or the rest of it, to be fetched.
    pub(crate) loading: bool,
    /// Whether another architecture has just made the run start anew.
    pub(crate) restarted: bool,
}

impl Default for Clock {
    fn default() -> Self {
        Clock { now_ns: 0, state: RunState::Running, playing: true, held_speed: None, loading: false, restarted: false }
    }
}

/// The windows of the run so far, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct WindowBook {
    /// Closed windows. Old ones are merged, so that the number stays bounded.
    pub(crate) windows: Vec<Window>,
    /// Totals since the start, as of the newest window: both add up.
    pub(crate) totals: Totals,
    /// Counts the changes.
    pub(crate) version: u64,
}

/// The log of the run so far, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct LogBook {
    /// Its entries.
    pub(crate) entries: Vec<LogEntry>,
    /// Counts the changes.
    pub(crate) version: u64,
    /// Counts the times that everything was replaced.
    pub(crate) epoch: u32,
}

/// Everything a run reports.
#[derive(Default)]
pub(crate) struct LiveStore {
    /// Present state of parts, wires and members; at most 10 times a second. Parts and wires are in order.
    pub(crate) gauges: Topic<Gauges>,
    /// Where the run is; every frame.
    pub(crate) clock: Topic<Clock>,
    /// What was measured; about once a simulated second.
    pub(crate) windows: Topic<WindowBook>,
    /// What happened.
    pub(crate) log: Topic<LogBook>,
}

/// The store as a context. It never changes itself, so reading it from the context renders nothing again.
#[derive(Clone, Default)]
pub(crate) struct Live(Rc<LiveStore>);

impl Deref for Live {
    type Target = LiveStore;

    fn deref(&self) -> &LiveStore {
        &self.0
    }
}

impl PartialEq for Live {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The store, for those who subscribe by themselves (particles, charts): `live.gauges.subscribe(…)`, `live.gauges.get()`.
#[hook]
pub(crate) fn use_live_store() -> Live {
    use_context::<Live>().expect("the page provides the live store")
}

/// What `select` takes out of a topic; renders again only when that has changed.
///
/// `key` is what `select` needs to know, for example the index of a part.
#[hook]
pub(crate) fn use_live<T, K, V>(topic: fn(&LiveStore) -> &Topic<T>, key: K, select: fn(&T, &K) -> V) -> V
where
    T: 'static,
    K: PartialEq + Clone + 'static,
    V: PartialEq + Clone + 'static,
{
    let live = use_live_store();
    let render_again = use_force_update();
    let shown = use_mut_ref(|| None);
    let value = select(&topic(&live).get(), &key);
    *shown.borrow_mut() = Some(value.clone());
    use_effect_with((live, key), move |(live, key)| {
        let (store, key) = (live.clone(), key.clone());
        let subscription = topic(live).subscribe(move || {
            let new = select(&topic(&store).get(), &key);
            if shown.borrow().as_ref() != Some(&new) {
                render_again.force_update();
            }
        });
        move || drop(subscription)
    });
    value
}

/// The present state of a part, by its place in the order of ids.
#[hook]
pub(crate) fn use_part_view(part: PartIndex) -> Option<PartView> {
    use_live(|live| &live.gauges, part, |gauges, part| part_view(gauges, *part).cloned())
}

/// The traffic of a wire, by its place in the order of ids.
#[hook]
pub(crate) fn use_wire_view(wire: WireIndex) -> Option<WireView> {
    use_live(|live| &live.gauges, wire, |gauges, wire| wire_view(gauges, *wire).copied())
}

/// A part among the gauges of the live store.
pub(crate) fn part_view(gauges: &Gauges, part: PartIndex) -> Option<&PartView> {
    let place = gauges.parts.binary_search_by_key(&part, |view| view.part).ok()?;
    gauges.parts.get(place)
}

/// A wire among the gauges of the live store.
pub(crate) fn wire_view(gauges: &Gauges, wire: WireIndex) -> Option<&WireView> {
    let place = gauges.wires.binary_search_by_key(&wire, |view| view.wire).ok()?;
    gauges.wires.get(place)
}
