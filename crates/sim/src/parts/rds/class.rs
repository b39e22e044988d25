//! A database's instance class: the connections and CPU credits that come with it, and its change (RDS-19 to RDS-21, RDS-39).

use ninepins_macros::rare;
use ninepins_model::PartId;
use ninepins_model::instance_types::{InstanceType, RDS, max_connections};
use ninepins_model::parts::{ClassMemory, CreditSpecification, DatabaseEngine};
use ninepins_report::Because;

use crate::engine::Engine;
use crate::parts::credits::Credits;

/// What a database makes of a class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClassTerms {
    pub(crate) engine: DatabaseEngine,
    pub(crate) memory: ClassMemory,
    /// Most connections, if they were chosen; 0 takes what the engine derives.
    pub(crate) connections: u32,
    pub(crate) credits: CreditSpecification,
}

/// The number of a class: its place in the list, from 1; 0 for one that is not there.
pub(crate) fn class_number(name: &str) -> u8 {
    RDS.iter().position(|class| class.name == name).map_or(0, |place| place as u8 + 1)
}

#[rare]
impl ClassTerms {
    /// Most connections of a member of this class.
    pub(crate) fn limit(&self, class: InstanceType) -> u32 {
        if self.connections > 0 { self.connections } else { max_connections(self.engine, class, self.memory) }
    }

    /// The CPU credits of a member of this class, with this share of the most: unlimited unless it is told otherwise, but
    /// a db.t2 is always in standard mode (EC2-05).
    pub(crate) fn credits(&self, class: InstanceType, share: f64) -> Option<Credits> {
        let is_unlimited = self.credits != CreditSpecification::Standard && !class.name.starts_with("db.t2");
        class.burstable.map(|burstable| Credits::new(burstable, class.vcpus, is_unlimited, share))
    }
}

#[rare]
impl Engine {
    /// An operator changes the instance class: the standby's first, which then takes over; without one the database is away
    /// meanwhile (RDS-39).
    pub(crate) fn change_database_class(&mut self, id: &PartId, name: &str, because: Because) -> u32 {
        let (number, found) = (class_number(name), self.database_of(id));
        let Some(index) = found.filter(|_| number > 0) else { return 0 };
        let database = &self.databases[index];
        if self.members[database.endpoint as usize].class == number {
            return 0;
        }
        let concerned = self.patch_database(id, because);
        if concerned > 0 {
            self.databases[index].new_class = number;
        }
        concerned
    }

    /// A member starts anew: in the class that its database is to have.
    pub(super) fn take_class(&mut self, index: u32, member: u32) {
        let database = &self.databases[index as usize];
        let (number, terms, because) = (database.new_class, database.terms, database.because);
        let Some(class) = RDS.get(usize::from(number).wrapping_sub(1)).copied() else { return };
        if self.members[member as usize].class == number {
            return;
        }
        if self.members[member as usize].alive {
            self.crash_member(member, because, true);
        }
        let one = &mut self.members[member as usize];
        one.class = number;
        one.cpu.set_servers(class.vcpus);
        one.max_connections = terms.limit(class);
        one.credits = terms.credits(class, 0.0).map(Credits::fresh);
    }

    /// Another member, or one of another class, is behind a database's proxies.
    pub(super) fn limit_proxies(&mut self, index: u32) {
        let endpoint = self.databases[index as usize].endpoint;
        let limit = self.members[endpoint as usize].max_connections;
        for proxy in self.proxies.iter_mut().filter(|proxy| proxy.database == index) {
            proxy.set_limits(limit);
        }
    }
}
