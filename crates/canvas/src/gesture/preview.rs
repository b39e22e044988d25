//! What a gesture shows while it lasts.

use ninepins_model::{Edit, Kind, PartId, Wire, WireId};

use super::{Gesture, Scene};
use crate::detour::Obstacles;
use crate::route::{led, route_of};
use crate::{Connection, End, Guide, Layout, Point, Rect, Refusal, Route, default_size};

/// What a gesture shows on top of the design.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// Where parts are, while they move or change size.
    pub layout: Option<Layout>,
    /// The container that takes what is in hand.
    pub target: Option<PartId>,
    /// Why what is in hand cannot go there.
    pub refusal: Option<Refusal>,
    /// A wire being drawn.
    pub wire: Option<WirePreview>,
    /// A frame that selects.
    pub frame: Option<Rect>,
    /// Where what is in hand meets its neighbours.
    pub guides: Vec<Guide>,
    /// A new part.
    pub ghost: Option<(Kind, Rect)>,
    /// Whether a wire waits for its end to be chosen: no pointer holds it.
    pub chooses: bool,
}

impl Preview {
    /// Whether a new part lacks what it lies in: let go, that is offered with it.
    pub fn offers_containers(&self) -> bool {
        self.ghost.is_some() && matches!(self.refusal, Some(Refusal::Needs { .. }))
    }
}

/// A wire being drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct WirePreview {
    /// How it runs.
    pub route: Route,
    /// The part it would end at, and whether it may.
    pub target: Option<(PartId, bool)>,
}

impl Gesture {
    /// What to show.
    pub fn preview(&self, scene: &Scene) -> Preview {
        match self {
            Gesture::Moving { plan, .. } => Preview {
                layout: Some(plan.layout(scene.layout)),
                target: plan.into.clone().filter(|_| plan.refusal.is_none()),
                refusal: plan.refusal.clone(),
                guides: plan.guides.clone(),
                ..Preview::default()
            },
            Gesture::MovingMembers { target, .. } => Preview {
                target: target.as_ref().filter(|(_, edit)| edit.is_ok()).map(|(id, _)| id.clone()),
                refusal: target.as_ref().and_then(|(_, edit)| edit.as_ref().err().cloned()),
                ..Preview::default()
            },
            Gesture::Resizing { id, rect, .. } => {
                Preview { layout: Some(scene.layout.with_rect(id, *rect)), ..Preview::default() }
            }
            Gesture::Wiring { pointer, last, from, target, .. } => Preview {
                refusal: target.as_ref().and_then(|(_, connection)| connection.as_ref().err().cloned()),
                wire: wiring(scene, *last, from, target.as_ref()),
                chooses: pointer.is_none(),
                ..Preview::default()
            },
            Gesture::Reconnecting { last, wire, end, target, .. } => {
                reconnecting(scene, *last, wire, *end, target.as_ref())
            }
            Gesture::Bending { wire, bend, .. } => {
                let bent = scene.design.wires.get(wire).map(|wire| Wire { bend: *bend, ..wire.clone() });
                let route = bent.and_then(|wire| route_of(scene.layout, &Obstacles::of(scene.layout), &wire));
                Preview { wire: route.map(|route| WirePreview { route, target: None }), ..Preview::default() }
            }
            Gesture::Marquee { from, to, .. } => {
                Preview { frame: Some(Rect::between(*from, *to)), ..Preview::default() }
            }
            Gesture::Placing { kind, plan, at } => placing(*kind, plan.as_ref(), *at),
            _ => Preview::default(),
        }
    }
}

fn wiring(
    scene: &Scene,
    last: Point,
    from: &PartId,
    target: Option<&(PartId, Result<Connection, Refusal>)>,
) -> Option<WirePreview> {
    let rect = scene.layout.rect(from)?;
    let end = target.filter(|(_, connection)| connection.is_ok());
    let route = match end.and_then(|(id, _)| scene.layout.rect(id)) {
        Some(to) => led(rect, to, &Obstacles::of(scene.layout)),
        // A wire that leads nowhere yet is not drawn across its own card.
        None if rect.contains(scene.view.to_world(last)) => return None,
        None => Route::toward(rect, scene.view.to_world(last)),
    };
    let target = target.map(|(id, connection)| (id.clone(), connection.is_ok()));
    Some(WirePreview { route, target })
}

fn reconnecting(
    scene: &Scene,
    last: Point,
    wire: &WireId,
    end: End,
    target: Option<&(PartId, Result<Edit, Refusal>)>,
) -> Preview {
    let refusal = target.and_then(|(_, edit)| edit.as_ref().err().cloned());
    let kept = scene.design.wires.get(wire).map(|wire| if end == End::From { &wire.to } else { &wire.from });
    let wire = kept.and_then(|kept| scene.layout.rect(kept)).map(|rect| {
        let fitting = target.filter(|(_, edit)| edit.is_ok()).and_then(|(id, _)| scene.layout.rect(id));
        let route = match (fitting, end) {
            (Some(other), End::From) => led(other, rect, &Obstacles::of(scene.layout)),
            (Some(other), End::To) => led(rect, other, &Obstacles::of(scene.layout)),
            (None, _) => Route::toward(rect, scene.view.to_world(last)),
        };
        WirePreview { route, target: target.map(|(id, edit)| (id.clone(), edit.is_ok())) }
    });
    Preview { refusal, wire, ..Preview::default() }
}

fn placing(kind: Kind, plan: Option<&Result<crate::Placement, Refusal>>, at: Option<Point>) -> Preview {
    match plan {
        Some(Ok(placement)) => {
            Preview { target: placement.container.clone(), ghost: Some((kind, placement.rect)), ..Preview::default() }
        }
        Some(Err(refusal)) => {
            let size = default_size(kind);
            let ghost = at.map(|at| (kind, Rect::new(at.x - size.x / 2.0, at.y - size.y / 2.0, size.x, size.y)));
            Preview { refusal: Some(refusal.clone()), ghost, ..Preview::default() }
        }
        None => Preview::default(),
    }
}
