//! Subnets with members in them.

use ninepins_model::PartId;

use crate::{Layout, Place, Rect};

impl Layout {
    /// The subnets in which members begin, each with the cards that lie in it.
    pub(crate) fn hosts(&self) -> Vec<(&PartId, &Place, Vec<Rect>)> {
        let mut hosts = Vec::new();
        for (id, place) in self.shown() {
            if place.members > 0 && place.is_box() {
                hosts.push((id, place, Vec::new()));
            }
        }
        for card in self.cards().iter().filter_map(|id| self.place(id)) {
            if let Some(container) = &card.container
                && let Ok(host) = hosts.binary_search_by(|(id, ..)| (*id).cmp(container))
            {
                hosts[host].2.push(card.rect);
            }
        }
        hosts
    }

    /// The subnet in which members begin that a part is, or lies in.
    pub(crate) fn host_of<'a>(&'a self, id: &'a PartId) -> Option<&'a PartId> {
        let place = self.place(id)?;
        if place.members > 0 {
            return Some(id);
        }
        let container = place.container.as_ref()?;
        self.place(container).filter(|place| place.members > 0).map(|_| container)
    }
}
