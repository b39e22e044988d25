//! A pointer goes down, and a press becomes a drag.

use super::{Button, Device, Effect, Gesture, Pick, Press, SNAP, Scene};
use crate::{Hit, Move, Point, Reach, hit, wire_target};

/// How large a frame begins that a held finger draws, in client pixels.
const MARQUEE_SEED: f64 = 14.0;

impl Device {
    /// How near counts as on it, in client pixels.
    const fn reach(self) -> f64 {
        match self {
            Device::Mouse => 8.0,
            Device::Touch => 18.0,
        }
    }
}

impl Gesture {
    /// A pointer went down.
    pub fn pressed(self, scene: &Scene, press: Press) -> (Gesture, Vec<Effect>) {
        if press.button == Button::Secondary {
            return (self, Vec::new());
        }
        if let Some((pointer, last)) = self.finger()
            && pointer != press.pointer
        {
            return match press.device {
                Device::Touch => {
                    (Gesture::Pinching { fingers: [(pointer, last), (press.pointer, press.at)] }, Vec::new())
                }
                Device::Mouse => (self, Vec::new()),
            };
        }
        match self {
            Gesture::Idle => (started(scene, press), Vec::new()),
            Gesture::Wiring { pointer: None, from, .. } => {
                let at = scene.view.to_world(press.at);
                match wire_target(scene.design, scene.layout, &from, at, SNAP / scene.view.zoom) {
                    Some((_, Err(refusal))) => (Gesture::wiring(from, press.at), vec![Effect::Refused(refusal)]),
                    Some((_, Ok(connection))) => (Gesture::Idle, super::release::wired(scene, &connection)),
                    None => (Gesture::Idle, Vec::new()),
                }
            }
            other => (other, Vec::new()),
        }
    }

    /// A finger stayed down without moving: it adds to the selection, as a mouse does with Shift. On the open canvas, or
    /// inside a container, a frame begins.
    pub fn held(self, scene: &Scene, pointer: i32) -> (Gesture, Vec<Effect>) {
        let (press, hit) = match self {
            Gesture::Pressed { press, hit } if press.pointer == pointer && press.device == Device::Touch => {
                (press, hit)
            }
            other => return (other, Vec::new()),
        };
        let pick = match hit {
            // What is selected may be about to be dragged: only its lift takes it out.
            Hit::Card(ref id) | Hit::Title(ref id) | Hit::Member(ref id, _) if scene.selected.contains(id) => {
                return (Gesture::Pressed { press: Press { adds: true, ..press }, hit }, Vec::new());
            }
            Hit::Card(id) | Hit::Title(id) | Hit::Member(id, _) => Pick::TogglePart(id),
            Hit::Wire(id) => Pick::ToggleWire(id),
            // A finger may rest on a handle before it pulls.
            hit @ (Hit::Grip(..) | Hit::WireEnd(..) | Hit::Bend(_)) => {
                return (Gesture::Pressed { press, hit }, Vec::new());
            }
            _ => {
                let from = scene.view.to_world(press.at);
                // Large enough to be seen under the finger.
                let to = from + Point::new(MARQUEE_SEED, MARQUEE_SEED) * (1.0 / scene.view.zoom);
                let before = scene.selected.clone();
                return (Gesture::Marquee { pointer, last: press.at, from, to, before }, Vec::new());
            }
        };
        (Gesture::Idle, vec![Effect::Pick(pick)])
    }

    /// The pointer that is down and where it is.
    fn finger(&self) -> Option<(i32, Point)> {
        match self {
            Gesture::Pressed { press, .. } => Some((press.pointer, press.at)),
            Gesture::Panning { pointer, last }
            | Gesture::Moving { pointer, last, .. }
            | Gesture::MovingMembers { pointer, last, .. }
            | Gesture::Resizing { pointer, last, .. }
            | Gesture::Wiring { pointer: Some(pointer), last, .. }
            | Gesture::Reconnecting { pointer, last, .. }
            | Gesture::Bending { pointer, last, .. }
            | Gesture::Marquee { pointer, last, .. } => Some((*pointer, *last)),
            _ => None,
        }
    }
}

fn started(scene: &Scene, press: Press) -> Gesture {
    if press.button == Button::Middle || press.pans {
        return Gesture::Panning { pointer: press.pointer, last: press.at };
    }
    let world = scene.view.to_world(press.at);
    let reach = Reach::of(press.device.reach(), scene.view.zoom);
    let (pointer, last) = (press.pointer, press.at);
    match hit(scene.layout, scene.routes, &scene.active, world, reach) {
        Hit::Handle(from, _) => Gesture::Wiring { pointer: Some(pointer), pressed: last, last, from, target: None },
        hit => Gesture::Pressed { press, hit },
    }
}

/// What the handles drag of the thing that is selected. A click on one changes nothing, and a double click still names it.
fn gripped(scene: &Scene, press: Press, hit: &Hit) -> Option<Gesture> {
    let (pointer, last) = (press.pointer, press.at);
    match hit.clone() {
        Hit::Grip(id, grip) => {
            let rect = scene.layout.rect(&id).unwrap_or_default();
            Some(Gesture::Resizing { pointer, last, id, grip, rect })
        }
        Hit::WireEnd(wire, end) => Some(Gesture::Reconnecting { pointer, last, wire, end, target: None }),
        Hit::Bend(wire) => {
            let bend = scene.design.wires.get(&wire).and_then(|wire| wire.bend);
            Some(Gesture::Bending { pointer, last, wire, bend })
        }
        _ => None,
    }
}

/// A press moved beyond the threshold: what it drags.
pub(super) fn dragged(scene: &Scene, press: Press, hit: Hit) -> (Gesture, Vec<Effect>) {
    let (pointer, last) = (press.pointer, press.at);
    if let Some(gesture) = gripped(scene, press, &hit) {
        return (gesture, Vec::new());
    }
    let from = scene.view.to_world(press.at);
    if let Hit::Member(owner, subnet) = &hit
        && (press.device == Device::Mouse || scene.selected.contains(owner))
    {
        let (owner, from) = (owner.clone(), subnet.clone());
        let pick = vec![Effect::Pick(Pick::Part(owner.clone()))];
        return (Gesture::MovingMembers { pointer, last, owner, from, target: None }, pick);
    }
    let is_selected = |hit: &Hit| match hit {
        Hit::Card(id) | Hit::Title(id) | Hit::Inside(id) => scene.selected.contains(id),
        _ => false,
    };
    let in_hand = match &hit {
        Hit::Card(id) | Hit::Title(id) if press.device == Device::Mouse || is_selected(&hit) => Some(id.clone()),
        Hit::Inside(id) if is_selected(&hit) && !press.adds => Some(id.clone()),
        _ => None,
    };
    match in_hand {
        Some(in_hand) if is_selected(&hit) => {
            let ids = scene.selected.clone();
            (Gesture::Moving { pointer, last, from, in_hand, ids, plan: Move::default() }, Vec::new())
        }
        Some(in_hand) => {
            let ids = [in_hand.clone()].into();
            let pick = vec![Effect::Pick(Pick::Part(in_hand.clone()))];
            (Gesture::Moving { pointer, last, from, in_hand, ids, plan: Move::default() }, pick)
        }
        None if press.adds => {
            let before = scene.selected.clone();
            (Gesture::Marquee { pointer, last, from, to: from, before }, Vec::new())
        }
        None => (Gesture::Panning { pointer, last }, Vec::new()),
    }
}
