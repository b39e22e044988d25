use std::collections::BTreeSet;

use ninepins_model::{Change, Design, Kind, PartId, WireId, presets::seed_architecture};
use proptest::prelude::*;

use super::{Button, Device, Effect, Gesture, Pick, Press, Scene};
use crate::testing::id;
use crate::{Active, Layout, Point, Routes, Side, View};

/// A surface for tests: the seed architecture at its own size, and what the gestures did.
struct Surface {
    design: Design,
    selected: BTreeSet<PartId>,
    handles: Vec<PartId>,
    wire: Option<WireId>,
    view: View,
    gesture: Gesture,
    done: Vec<Effect>,
}

impl Surface {
    fn new() -> Self {
        Surface {
            design: seed_architecture(),
            selected: BTreeSet::new(),
            handles: Vec::new(),
            wire: None,
            view: View::default(),
            gesture: Gesture::Idle,
            done: Vec::new(),
        }
    }

    fn layout(&self) -> Layout {
        Layout::of(&self.design)
    }

    fn step(&mut self, step: impl FnOnce(Gesture, &Scene) -> (Gesture, Vec<Effect>)) {
        let layout = self.layout();
        let routes = Routes::of(&self.design, &layout, &Routes::default());
        let active = Active {
            handles: &self.handles,
            grips: self.selected.first().filter(|_| self.selected.len() == 1),
            wire: self.wire.as_ref(),
        };
        let scene = Scene {
            design: &self.design,
            layout: &layout,
            routes: &routes,
            view: self.view,
            selected: &self.selected,
            active,
        };
        let (gesture, effects) = step(std::mem::take(&mut self.gesture), &scene);
        self.gesture = gesture;
        for effect in &effects {
            match effect {
                Effect::View(view) => self.view = *view,
                Effect::Pick(Pick::Part(id)) => self.selected = [id.clone()].into(),
                Effect::Pick(Pick::Parts(ids)) => self.selected.clone_from(ids),
                Effect::Pick(Pick::Nothing) => self.selected.clear(),
                _ => {}
            }
        }
        self.done.extend(effects);
    }

    fn press(&mut self, press: Press) {
        self.step(|gesture, scene| gesture.pressed(scene, press));
    }

    fn move_to(&mut self, pointer: i32, at: Point) {
        self.step(|gesture, scene| gesture.moved(scene, pointer, Some(at)));
    }

    fn release(&mut self, pointer: i32, at: Point) {
        self.step(|gesture, scene| gesture.released(scene, pointer, Some(at)));
    }

    fn drag(&mut self, from: Point, to: Point) {
        self.press(mouse(from));
        self.move_to(1, from.toward(to, 0.5));
        self.release(1, to);
    }

    fn commits(&self) -> Vec<Change> {
        self.done
            .iter()
            .filter_map(|effect| match effect {
                Effect::Commit(change, _) => Some(*change),
                _ => None,
            })
            .collect()
    }
}

fn mouse(at: Point) -> Press {
    Press { pointer: 1, at, device: Device::Mouse, button: Button::Primary, adds: false, pans: false }
}

fn finger(pointer: i32, at: Point) -> Press {
    Press { pointer, device: Device::Touch, ..mouse(at) }
}

#[test]
fn a_click_selects_the_card() {
    let mut surface = Surface::new();
    let at = surface.layout().rect(&id("alb")).unwrap().center();
    surface.press(mouse(at));
    surface.release(1, at + Point::new(2.0, 0.0));
    assert_eq!(surface.done, [Effect::Pick(Pick::Part(id("alb")))]);
}

#[test]
fn a_drag_is_one_edit() {
    let mut surface = Surface::new();
    let at = surface.layout().rect(&id("web")).unwrap().center();
    surface.drag(at, at + Point::new(0.0, 2.0));
    assert_eq!(surface.commits(), []);
    surface.drag(at, at + Point::new(240.0, 3.0));
    assert_eq!(surface.commits(), [Change::Move]);
}

#[test]
fn a_drag_on_the_open_canvas_pans() {
    let mut surface = Surface::new();
    surface.drag(Point::new(-300.0, -300.0), Point::new(-260.0, -310.0));
    assert_eq!((surface.view.x, surface.view.y), (40.0, -10.0));
}

#[test]
fn a_drag_inside_a_container_that_is_not_selected_pans() {
    let mut surface = Surface::new();
    let at = surface.layout().rect(&id("app-a")).unwrap().center();
    surface.drag(at, at + Point::new(30.0, 0.0));
    assert_eq!((surface.view.x, surface.commits()), (30.0, vec![]));
}

#[test]
fn a_finger_moves_a_card_only_once_it_is_selected() {
    let mut surface = Surface::new();
    let at = surface.layout().rect(&id("web")).unwrap().center();
    for (selected, expected) in [(false, vec![]), (true, vec![Change::Move])] {
        surface.selected = if selected { [id("web")].into() } else { BTreeSet::new() };
        surface.view = View::default();
        surface.press(finger(4, at));
        surface.move_to(4, at + Point::new(60.0, 0.0));
        surface.release(4, at + Point::new(240.0, 0.0));
        assert_eq!(surface.commits(), expected);
    }
}

#[test]
fn a_finger_held_on_a_card_adds_it_and_its_lift_changes_nothing() {
    let mut surface = Surface::new();
    let at = surface.layout().rect(&id("web")).unwrap().center();
    surface.press(finger(4, at));
    surface.step(|gesture, scene| gesture.held(scene, 4));
    surface.move_to(4, at + Point::new(60.0, 0.0));
    surface.release(4, at + Point::new(60.0, 0.0));
    assert_eq!(surface.done, [Effect::Pick(Pick::TogglePart(id("web")))]);
}

#[test]
fn a_finger_held_on_a_selected_card_may_still_drag_it_and_takes_it_out_by_its_lift() {
    for (dragged, expected) in [(true, 1), (false, 0)] {
        let mut surface = Surface::new();
        surface.selected = [id("web")].into();
        let at = surface.layout().rect(&id("web")).unwrap().center();
        surface.press(finger(4, at));
        surface.step(|gesture, scene| gesture.held(scene, 4));
        let to = if dragged { at + Point::new(120.0, 0.0) } else { at };
        surface.move_to(4, to);
        surface.release(4, to);
        assert_eq!(surface.commits().len(), expected);
        assert_eq!(surface.done.contains(&Effect::Pick(Pick::TogglePart(id("web")))), !dragged);
    }
}

#[test]
fn a_finger_held_on_the_open_canvas_draws_a_frame() {
    let mut surface = Surface::new();
    let card = surface.layout().rect(&id("users")).unwrap();
    let at = card.corner() - Point::new(40.0, 20.0);
    surface.press(finger(4, at));
    surface.step(|gesture, scene| gesture.held(scene, 4));
    surface.move_to(4, card.center());
    surface.release(4, card.center());
    assert_eq!(surface.done, [Effect::Pick(Pick::Parts([id("users")].into()))]);
}

#[test]
fn a_finger_that_moves_is_not_held() {
    let mut surface = Surface::new();
    let at = Point::new(-300.0, -300.0);
    surface.press(finger(4, at));
    surface.move_to(4, at + Point::new(30.0, 0.0));
    surface.step(|gesture, scene| gesture.held(scene, 4));
    surface.release(4, at + Point::new(40.0, 0.0));
    assert_eq!(surface.view.x, 40.0);
}

#[test]
fn a_second_finger_turns_a_drag_into_a_pinch() {
    let mut surface = Surface::new();
    surface.selected = [id("web")].into();
    let at = surface.layout().rect(&id("web")).unwrap().center();
    surface.press(finger(1, at));
    surface.move_to(1, at + Point::new(20.0, 0.0));
    surface.press(finger(2, at + Point::new(120.0, 0.0)));
    surface.move_to(2, at + Point::new(220.0, 0.0));
    assert!((surface.view.zoom - 2.0).abs() < 1e-9);
    surface.release(1, at + Point::new(20.0, 0.0));
    surface.release(2, at + Point::new(220.0, 0.0));
    assert_eq!((surface.commits(), surface.gesture.is_idle()), (vec![], true));
}

#[test]
fn a_wire_is_drawn_from_a_handle_or_by_two_clicks() {
    for clicks in [false, true] {
        let mut surface = Surface::new();
        surface.handles = vec![id("users")];
        let layout = surface.layout();
        let from = Side::Right.of(layout.rect(&id("users")).unwrap());
        let to = layout.rect(&id("alb")).unwrap().center();
        if clicks {
            surface.drag(from, from);
            surface.move_to(1, to);
            surface.press(mouse(to));
            surface.release(1, to);
        } else {
            surface.drag(from, to);
        }
        assert_eq!(surface.commits(), [Change::Wire]);
    }
}

#[test]
fn a_click_on_the_handle_of_a_wire_changes_nothing_and_a_drag_bends_it() {
    let mut surface = Surface::new();
    let layout = surface.layout();
    let wire = surface.design.wires.keys().next().expect("the seed has wires").clone();
    let routes = Routes::of(&surface.design, &layout, &Routes::default());
    let middle = routes.get(&wire).expect("it is drawn").middle();
    surface.wire = Some(wire);
    surface.drag(middle, middle + Point::new(1.0, 0.0));
    assert_eq!(surface.commits(), []);
    surface.drag(middle, middle + Point::new(60.0, 60.0));
    assert_eq!(surface.commits(), [Change::Move]);
}

#[test]
fn a_wire_to_what_takes_none_says_why() {
    let mut surface = Surface::new();
    surface.handles = vec![id("users")];
    let layout = surface.layout();
    surface.drag(Side::Right.of(layout.rect(&id("users")).unwrap()), layout.rect(&id("db")).unwrap().center());
    assert!(matches!(surface.done[..], [Effect::Refused(_)]));
}

#[test]
fn a_new_part_from_the_palette_is_placed_and_selected() {
    let mut surface = Surface::new();
    let at = surface.layout().rect(&id("app-b")).unwrap().center();
    surface.gesture = Gesture::placing(Kind::Ec2);
    surface.move_to(1, at);
    surface.release(1, at);
    assert_eq!(surface.commits(), [Change::Add]);
    assert_eq!(surface.done[1], Effect::Pick(Pick::Part(id("ec2"))));
}

#[test]
fn a_new_part_dropped_beside_the_surface_is_none() {
    let mut surface = Surface::new();
    surface.gesture = Gesture::placing(Kind::Users);
    surface.step(|gesture, scene| gesture.released(scene, 1, None));
    assert_eq!((surface.done.len(), surface.gesture.is_idle()), (0, true));
}

#[derive(Debug, Clone)]
enum Step {
    Press { pointer: i32, touch: bool, adds: bool },
    Move { pointer: i32, by: (f64, f64) },
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (1..3, any::<bool>(), any::<bool>()).prop_map(|(pointer, touch, adds)| Step::Press { pointer, touch, adds }),
        (1..3, (-200.0..200.0, -200.0..200.0)).prop_map(|(pointer, by)| Step::Move { pointer, by }),
    ]
}

proptest! {
    #[test]
    fn a_gesture_that_is_cancelled_leaves_no_edit(
        x in -50.0..1000.0, y in -50.0..650.0, selected in any::<prop::sample::Index>(),
        steps in prop::collection::vec(any_step(), 1..24), palette in any::<bool>(),
    ) {
        let mut surface = Surface::new();
        let ids: Vec<PartId> = surface.design.parts.keys().cloned().collect();
        surface.selected = [selected.get(&ids).clone()].into();
        surface.handles = ids.clone();
        if palette {
            surface.gesture = Gesture::placing(Kind::Alb);
        }
        let mut at = Point::new(x, y);
        for step in steps {
            match step {
                // A click that ends a wire is meant: only presses that start something are part of this.
                Step::Press { .. } if matches!(surface.gesture, Gesture::Wiring { pointer: None, .. }) => {}
                Step::Press { pointer, touch, adds } => {
                    let device = if touch { Device::Touch } else { Device::Mouse };
                    surface.press(Press { pointer, device, adds, ..mouse(at) });
                }
                Step::Move { pointer, by } => {
                    at = at + Point::new(by.0, by.1);
                    surface.move_to(pointer, at);
                }
            }
        }
        surface.gesture = std::mem::take(&mut surface.gesture).cancelled();
        surface.move_to(1, at);
        surface.release(1, at);
        prop_assert_eq!(surface.commits(), vec![]);
        prop_assert!(surface.gesture.is_idle());
        prop_assert_eq!(surface.design, seed_architecture());
    }
}
