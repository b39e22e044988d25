//! A pointer goes up: what the gesture was.

use std::collections::BTreeSet;

use ninepins_model::Change;

use super::{Effect, Gesture, Pick, Press, Scene, THRESHOLD};
use crate::resize::resize_edit;
use crate::{Connection, Hit, Point, Rect, bend_edit, marquee};

impl Gesture {
    /// A pointer went up; for a new part from the palette, `at` is none where it is not over the surface.
    pub fn released(self, scene: &Scene, pointer: i32, at: Option<Point>) -> (Gesture, Vec<Effect>) {
        let (gesture, mut effects) = self.moved(scene, pointer, at);
        let (gesture, more) = gesture.ended(scene, pointer);
        effects.extend(more);
        (gesture, effects)
    }

    fn ended(self, scene: &Scene, pointer: i32) -> (Gesture, Vec<Effect>) {
        match self {
            Gesture::Pressed { press, hit } if press.pointer == pointer => {
                (Gesture::Idle, vec![Effect::Pick(clicked(&press, hit))])
            }
            Gesture::Panning { pointer: own, .. } if own == pointer => (Gesture::Idle, Vec::new()),
            Gesture::Moving { pointer: own, plan, .. } if own == pointer => {
                let effect = match &plan.refusal {
                    Some(refusal) => Some(Effect::Refused(refusal.clone())),
                    None => plan.edit(scene.design).map(|edit| Effect::Commit(Change::Move, edit)),
                };
                (Gesture::Idle, effect.into_iter().collect())
            }
            Gesture::MovingMembers { pointer: own, target, .. } if own == pointer => {
                let effect = match target.map(|(_, edit)| edit) {
                    Some(Ok(edit)) => edit.map(|edit| Effect::Commit(Change::Setting, edit)),
                    Some(Err(refusal)) => Some(Effect::Refused(refusal)),
                    None => None,
                };
                (Gesture::Idle, effect.into_iter().collect())
            }
            Gesture::Resizing { pointer: own, id, rect, .. } if own == pointer => {
                let edit = resize_edit(scene.design, scene.layout, &id, rect);
                (Gesture::Idle, edit.map(|edit| Effect::Commit(Change::Resize, edit)).into_iter().collect())
            }
            Gesture::Wiring { pointer: Some(own), pressed, last, from, target } if own == pointer => match target {
                _ if pressed.distance(last) < THRESHOLD => (Gesture::wiring(from, last), Vec::new()),
                Some((_, Ok(connection))) => (Gesture::Idle, wired(scene, &connection)),
                Some((_, Err(refusal))) => (Gesture::Idle, vec![Effect::Refused(refusal)]),
                None => (Gesture::Idle, vec![Effect::Next { from, at: scene.view.to_world(last) }]),
            },
            Gesture::Reconnecting { pointer: own, wire, target, .. } if own == pointer => {
                let effects = match target {
                    Some((_, Ok(edit))) => vec![Effect::Commit(Change::Wire, edit), Effect::Pick(Pick::Wire(wire))],
                    Some((_, Err(refusal))) => vec![Effect::Refused(refusal)],
                    None => Vec::new(),
                };
                (Gesture::Idle, effects)
            }
            Gesture::Bending { pointer: own, wire, bend, .. } if own == pointer => {
                let edit = bend_edit(scene.design, &wire, bend);
                (Gesture::Idle, edit.map(|edit| Effect::Commit(Change::Move, edit)).into_iter().collect())
            }
            Gesture::Marquee { pointer: own, from, to, before, .. } if own == pointer => {
                let mut picked: BTreeSet<_> = marquee(scene.layout, Rect::between(from, to));
                picked.extend(before);
                (Gesture::Idle, vec![Effect::Pick(Pick::Parts(picked))])
            }
            Gesture::Pinching { fingers } => {
                let rest = fingers.into_iter().find(|(finger, _)| *finger != pointer);
                let gesture = rest.map_or(Gesture::Idle, |(pointer, last)| Gesture::Panning { pointer, last });
                (gesture, Vec::new())
            }
            Gesture::Placing { plan, .. } => (Gesture::Idle, plan.map(placed).unwrap_or_default()),
            other => (other, Vec::new()),
        }
    }
}

fn clicked(press: &Press, hit: Hit) -> Pick {
    match hit {
        Hit::Card(id)
        | Hit::Member(id, _)
        | Hit::Title(id)
        | Hit::Inside(id)
        | Hit::Handle(id, _)
        | Hit::Grip(id, _) => {
            if press.adds {
                Pick::TogglePart(id)
            } else {
                Pick::Part(id)
            }
        }
        Hit::WireEnd(id, _) | Hit::Bend(id) => Pick::Wire(id),
        Hit::Wire(id) if press.adds => Pick::ToggleWire(id),
        Hit::Wire(id) => Pick::Wire(id),
        Hit::Nothing => Pick::Nothing,
    }
}

fn placed(plan: Result<crate::Placement, crate::Refusal>) -> Vec<Effect> {
    match plan {
        Ok(placement) => {
            vec![Effect::Commit(Change::Add, placement.edit), Effect::Pick(Pick::Part(placement.id))]
        }
        Err(refusal) => vec![Effect::Refused(refusal)],
    }
}

/// Adds a wire and selects it.
pub(super) fn wired(scene: &Scene, connection: &Connection) -> Vec<Effect> {
    let id = scene.design.free_wire_id();
    vec![Effect::Commit(Change::Wire, connection.edit(scene.design)), Effect::Pick(Pick::Wire(id))]
}
