//! Why something cannot be done, for saying it in words.

use ninepins_model::{Kind, PartId};

/// Why a part cannot go there, or a wire cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The kind lies in a container of another kind, which the design does not have.
    Needs {
        /// What was to be placed.
        kind: Kind,
        /// What it lies in.
        container: Kind,
    },
    /// The kind lies in a container of another kind, and this is none.
    BelongsIn {
        /// What was to be placed.
        kind: Kind,
        /// What it lies in.
        container: Kind,
    },
    /// The kind lies on the open canvas.
    BelongsOutside {
        /// What was to be placed.
        kind: Kind,
    },
    /// Every zone of the Region has a box already.
    NoZoneLeft,
    /// What the kind lies in is full.
    NoRoom {
        /// What was to be placed.
        kind: Kind,
    },
    /// A wire from a part to itself.
    SamePart,
    /// The two are wired already.
    AlreadyWired,
    /// No wire exists between these kinds.
    NoSuchWire {
        /// Where it would start.
        from: Kind,
        /// Where it would end.
        to: Kind,
    },
    /// There is no such part any more.
    Gone(PartId),
    /// The design is in order already.
    InOrder,
}

impl Refusal {
    /// Why a kind cannot lie where it was put.
    pub(crate) fn of_place(kind: Kind) -> Refusal {
        match container_of(kind) {
            Some(container) => Refusal::BelongsIn { kind, container },
            None => Refusal::BelongsOutside { kind },
        }
    }
}

/// The kind of container that a kind lies in; none for the open canvas.
pub(crate) fn container_of(kind: Kind) -> Option<Kind> {
    Kind::ALL.into_iter().find(|container| kind.may_lie_in(Some(*container)))
}
