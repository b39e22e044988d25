//! What a pointer does on the surface, as a state machine: each input gives the next state and what is to be done.
//!
//! A drag shows a preview while it lasts and becomes one edit at its end; cancelling leaves nothing behind.

mod press;
mod preview;
mod release;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use ninepins_model::{Change, Design, Edit, Kind, PartId, WireId};

use crate::membership::{move_members, subnet_at};
use crate::rewire::bend_through;
use crate::wiring::target_of;
use crate::{
    Active, Connection, End, Grip, Hit, Layout, Move, Placement, Point, Rect, Refusal, Routes, View, place_at,
    plan_move, plan_resize, reconnect, wire_target,
};

pub use preview::{Preview, WirePreview};

/// How far a pointer moves, in client pixels, before a press becomes a drag.
pub const THRESHOLD: f64 = 3.0;
/// How near a wire's end snaps to a card, in client pixels.
const SNAP: f64 = 24.0;

/// What the gestures need to know.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The document.
    pub design: &'a Design,
    /// Where its parts are.
    pub layout: &'a Layout,
    /// How its wires run.
    pub routes: &'a Routes,
    /// What is shown.
    pub view: View,
    /// The selected parts.
    pub selected: &'a BTreeSet<PartId>,
    /// Which parts show handles and grips.
    pub active: Active<'a>,
}

/// What points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// A mouse or a pen.
    Mouse,
    /// A finger.
    Touch,
}

/// Which button was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// The left one; a finger's or pen's contact.
    Primary,
    /// The wheel.
    Middle,
    /// The right one.
    Secondary,
}

/// A pointer went down. Positions are client pixels from the surface's corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Press {
    /// The pointer's number.
    pub pointer: i32,
    /// Where.
    pub at: Point,
    /// With what.
    pub device: Device,
    /// Which button.
    pub button: Button,
    /// Whether it adds to the selection (Shift).
    pub adds: bool,
    /// Whether it pans whatever it hits (Space).
    pub pans: bool,
}

/// What is to be selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// Nothing.
    Nothing,
    /// This part alone.
    Part(PartId),
    /// Adds or takes out this part.
    TogglePart(PartId),
    /// This wire alone.
    Wire(WireId),
    /// Adds or takes out this wire.
    ToggleWire(WireId),
    /// These parts.
    Parts(BTreeSet<PartId>),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Show this.
    View(View),
    /// Select this.
    Pick(Pick),
    /// Make this edit as one step.
    Commit(Change, Edit),
    /// Say why it cannot be.
    Refused(Refusal),
    /// Offer what can follow a part: a wire from it was let go over nothing.
    Next {
        /// The part.
        from: PartId,
        /// Where on the canvas.
        at: Point,
    },
}

/// A gesture under way.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Gesture {
    /// None.
    #[default]
    Idle,
    /// A pointer is down and has not moved.
    Pressed {
        /// How it went down.
        press: Press,
        /// On what.
        hit: Hit,
    },
    /// The view follows the pointer.
    Panning {
        /// The pointer.
        pointer: i32,
        /// Where it was last.
        last: Point,
    },
    /// Parts follow the pointer.
    Moving {
        /// The pointer.
        pointer: i32,
        /// Where it is, in client pixels.
        last: Point,
        /// Where it took the part, in canvas units.
        from: Point,
        /// The part in hand.
        in_hand: PartId,
        /// All that move.
        ids: BTreeSet<PartId>,
        /// Where they would go.
        plan: Move,
    },
    /// The members that a part has in a subnet follow the pointer.
    MovingMembers {
        /// The pointer.
        pointer: i32,
        /// Where it is, in client pixels.
        last: Point,
        /// The part.
        owner: PartId,
        /// The subnet they are in.
        from: PartId,
        /// The subnet under the pointer, and the edit.
        target: Option<(PartId, Result<Option<Edit>, Refusal>)>,
    },
    /// A container's edge follows the pointer.
    Resizing {
        /// The pointer.
        pointer: i32,
        /// Where it is, in client pixels.
        last: Point,
        /// The container.
        id: PartId,
        /// Where it is held.
        grip: Grip,
        /// The rectangle it would have.
        rect: Rect,
    },
    /// A wire follows the pointer.
    Wiring {
        /// The pointer that is down; none after a click, until the next one.
        pointer: Option<i32>,
        /// Where it was pressed, in client pixels.
        pressed: Point,
        /// Where it is, in client pixels.
        last: Point,
        /// The part it starts at.
        from: PartId,
        /// What it would end at.
        target: Option<(PartId, Result<Connection, Refusal>)>,
    },
    /// One end of a wire follows the pointer.
    Reconnecting {
        /// The pointer.
        pointer: i32,
        /// Where it is, in client pixels.
        last: Point,
        /// The wire.
        wire: WireId,
        /// Which of its ends.
        end: End,
        /// What it would end at, and the edit.
        target: Option<(PartId, Result<Edit, Refusal>)>,
    },
    /// A wire is led through the pointer.
    Bending {
        /// The pointer.
        pointer: i32,
        /// Where it is, in client pixels.
        last: Point,
        /// The wire.
        wire: WireId,
        /// Its bend.
        bend: Option<[i32; 2]>,
    },
    /// A frame selects.
    Marquee {
        /// The pointer.
        pointer: i32,
        /// Where it is, in client pixels.
        last: Point,
        /// Where the frame starts, in canvas units.
        from: Point,
        /// Where it ends.
        to: Point,
        /// What was selected before.
        before: BTreeSet<PartId>,
    },
    /// Two fingers zoom.
    Pinching {
        /// Each finger and where it was last.
        fingers: [(i32, Point); 2],
    },
    /// A new part follows the pointer from the palette.
    Placing {
        /// Its kind.
        kind: Kind,
        /// Where it would go; none while the pointer is not over the surface.
        plan: Option<Result<Placement, Refusal>>,
        /// The pointer in canvas units, while over the surface.
        at: Option<Point>,
    },
}

impl Gesture {
    /// A new part was taken from the palette.
    pub const fn placing(kind: Kind) -> Gesture {
        Gesture::Placing { kind, plan: None, at: None }
    }

    /// A wire was started from the keyboard or by a click; the next click or key ends it.
    pub const fn wiring(from: PartId, at: Point) -> Gesture {
        Gesture::Wiring { pointer: None, pressed: at, last: at, from, target: None }
    }

    /// Whether nothing is under way.
    pub const fn is_idle(&self) -> bool {
        matches!(self, Gesture::Idle)
    }

    /// Everything back to before the gesture. What it showed was a preview, so there is nothing to undo.
    pub fn cancelled(self) -> Gesture {
        Gesture::Idle
    }

    /// A pointer moved. For a new part from the palette, `at` is none while the pointer is not over the surface.
    pub fn moved(self, scene: &Scene, pointer: i32, at: Option<Point>) -> (Gesture, Vec<Effect>) {
        match (self, at) {
            (Gesture::Placing { kind, .. }, at) => {
                let at = at.map(|at| scene.view.to_world(at));
                let plan = at.map(|at| place_at(scene.design, scene.layout, kind, at));
                (Gesture::Placing { kind, plan, at }, Vec::new())
            }
            (Gesture::Pressed { press, hit }, Some(at)) if press.pointer == pointer => {
                if press.at.distance(at) < THRESHOLD {
                    return (Gesture::Pressed { press, hit }, Vec::new());
                }
                let (gesture, mut effects) = press::dragged(scene, press, hit);
                let (gesture, more) = gesture.moved(scene, pointer, Some(at));
                effects.extend(more);
                (gesture, effects)
            }
            (Gesture::Panning { pointer: own, last }, Some(at)) if own == pointer => {
                (Gesture::Panning { pointer, last: at }, vec![Effect::View(scene.view.panned(at - last))])
            }
            (Gesture::Pinching { fingers }, Some(at)) => pinched(scene, fingers, pointer, at),
            (gesture, Some(at)) => (gesture.followed(scene, pointer, at), Vec::new()),
            (gesture, None) => (gesture, Vec::new()),
        }
    }

    /// The gestures that only change what they show.
    fn followed(self, scene: &Scene, pointer: i32, at: Point) -> Gesture {
        let world = scene.view.to_world(at);
        match self {
            Gesture::Moving { pointer: own, from, in_hand, ids, .. } if own == pointer => {
                let plan = plan_move(scene.design, scene.layout, &ids, &in_hand, world - from, world);
                Gesture::Moving { pointer, last: at, from, in_hand, ids, plan }
            }
            Gesture::Resizing { pointer: own, id, grip, rect, .. } if own == pointer => {
                let rect = plan_resize(scene.layout, &id, grip, world).unwrap_or(rect);
                Gesture::Resizing { pointer, last: at, id, grip, rect }
            }
            Gesture::Wiring { pointer: own, pressed, from, .. } if own.is_none_or(|own| own == pointer) => {
                let target = wire_target(scene.design, scene.layout, &from, world, SNAP / scene.view.zoom);
                Gesture::Wiring { pointer: own, pressed, last: at, from, target }
            }
            Gesture::Reconnecting { pointer: own, wire, end, .. } if own == pointer => {
                let target = reconnect_target(scene, &wire, end, world);
                Gesture::Reconnecting { pointer, last: at, wire, end, target }
            }
            Gesture::MovingMembers { pointer: own, owner, from, .. } if own == pointer => {
                let target = subnet_at(scene.layout, world).map(|to| {
                    let edit = move_members(scene.design, &owner, &from, &to);
                    (to, edit)
                });
                Gesture::MovingMembers { pointer, last: at, owner, from, target }
            }
            Gesture::Bending { pointer: own, wire, bend, .. } if own == pointer => {
                let through = scene.design.wires.get(&wire).and_then(|wire| bend_through(scene.layout, wire, world));
                Gesture::Bending { pointer, last: at, wire, bend: through.or(bend) }
            }
            Gesture::Marquee { pointer: own, from, before, .. } if own == pointer => {
                Gesture::Marquee { pointer, last: at, from, to: world, before }
            }
            other => other,
        }
    }
}

fn reconnect_target(scene: &Scene, wire: &WireId, end: End, at: Point) -> Option<(PartId, Result<Edit, Refusal>)> {
    let ends = scene.design.wires.get(wire)?;
    let kept = if end == End::From { &ends.to } else { &ends.from };
    let fits = |id: &PartId| reconnect(scene.design, wire, end, id);
    target_of(scene.layout, kept, at, SNAP / scene.view.zoom, fits)
}

/// One of two fingers moved: what was between them stays there.
fn pinched(scene: &Scene, fingers: [(i32, Point); 2], pointer: i32, at: Point) -> (Gesture, Vec<Effect>) {
    let after = fingers.map(|(finger, last)| (finger, if finger == pointer { at } else { last }));
    let middle = |fingers: &[(i32, Point); 2]| fingers[0].1.toward(fingers[1].1, 0.5);
    let span = |fingers: &[(i32, Point); 2]| fingers[0].1.distance(fingers[1].1).max(1.0);
    let view =
        scene.view.panned(middle(&after) - middle(&fingers)).zoomed_at(middle(&after), span(&after) / span(&fingers));
    (Gesture::Pinching { fingers: after }, vec![Effect::View(view)])
}
