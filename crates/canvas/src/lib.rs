//! Geometry of the canvas, without a document object model.
//!
//! Kernels: values in, a plan out, nothing mutated. The page keeps all reads, writes and the history; what is decided
//! here is where things are, what lies under a pointer, and which edit a gesture stands for.
#![warn(missing_docs)]

mod apart;
mod arrange;
mod detour;
mod drop;
mod fragment;
mod gesture;
mod guides;
mod hit;
mod hosts;
mod keyboard;
mod landing;
mod layout;
mod marquee;
mod members;
mod membership;
mod movement;
mod nearest;
mod place;
mod point;
mod refusal;
mod resize;
mod rewire;
mod route;
mod shaping;
mod side;
mod snap;
mod tidy;
mod view;
mod wiring;

#[cfg(test)]
mod testing;

pub use arrange::{Alignment, Axis, align, distribute};
pub use drop::{PULL, drop_target, kept_target};
pub use fragment::{Pasted, fragment, paste};
pub use gesture::{Button, Device, Effect, Gesture, Pick, Press, Preview, Scene, THRESHOLD, WirePreview};
pub use guides::Guide;
pub use hit::{Active, Grip, Hit, Reach, hit};
pub use keyboard::{Direction, NUDGE, nudge};
pub use layout::{CARD, Layout, Place, TITLE, default_size, least_size};
pub use marquee::marquee;
pub use members::{MEMBER, MemberPlan, member_plan};
pub use membership::move_members;
pub use movement::{Move, Moved, plan_move};
pub use nearest::{first_in_reading_order, nearest, nearest_among, nearest_from, next_in_reading_order};
pub use ninepins_model::{gathered, put_in_order};
pub use place::{
    Placement, frame_around, missing_containers, next_kinds, place_at, place_near, place_next, place_with_containers,
    standard_network,
};
pub use point::{Point, Rect};
pub use refusal::Refusal;
pub use resize::plan_resize;
pub use rewire::{End, bend_edit, reconnect};
pub use route::{Route, Routes};
pub use shaping::{bend_by_key, resize_by_key};
pub use side::Side;
pub use snap::{GRID, snap};
pub use tidy::tidy;
pub use view::{View, WheelMode, wheel_factor};
pub use wiring::{Connection, connect, nearest_end, wire_target};
