//! Automated backups of a database, and its restore from them (RDS-10, RDS-33 to RDS-35).

use ninepins_macros::rare;
use ninepins_model::PartId;
use ninepins_report::{Because, LogFact};

use crate::engine::Engine;
use crate::kernel::{SimTime, Span};
use crate::network::Place;
use crate::parts::rds::{Form, Phase};

/// How often a database's log is put beside its backups: what was written later is lost.
const LOG_KEPT_EVERY: Span = Span::from_s(300);
/// A day, in which each database has one backup window.
const DAY: Span = Span::from_s(86_400);

#[rare]
impl Engine {
    /// An operator restores a lost instance without a standby to the latest time that its backups know.
    pub(crate) fn restore_database(&mut self, id: &PartId, because: Because) -> u32 {
        let Some(index) = self.database_of(id) else { return 0 };
        let database = &mut self.databases[index];
        let is_lost = matches!(database.phase, Phase::Recovering | Phase::WithoutPower);
        let is_alone = database.form == Form::Instance && database.standbys.is_empty();
        let Some(takes) = database.restore_takes.filter(|_| is_lost && is_alone && database.restore.is_none()) else {
            return 0;
        };
        database.restore = Some((self.now + takes, because));
        1
    }

    /// A second ends: logs are kept, backups begin, restores end.
    pub(crate) fn backups_second(&mut self) {
        let now = self.now;
        let elapsed = (now - SimTime::ZERO).as_ns();
        let (keeps, of_day) = (elapsed.is_multiple_of(LOG_KEPT_EVERY.as_ns()), elapsed % DAY.as_ns());
        for index in 0..self.databases.len() {
            let database = &mut self.databases[index];
            if keeps && database.phase == Phase::Available {
                database.unkept = 0;
            }
            let has_backups = database.restore_takes.is_some() && database.phase == Phase::Available;
            if has_backups && database.backup_window.as_ns() == of_day {
                self.begin_backup(index, Because::Configuration);
            }
            if let Some((due, because)) = self.databases[index].restore
                && due <= now
            {
                self.restored(index as u32, because);
            }
        }
    }

    /// The new instance is there. Where the old one serves again nobody turns to it; where no zone has power it waits.
    fn restored(&mut self, index: u32, because: Because) {
        let database = &self.databases[index as usize];
        let (part, endpoint, lost_at) = (database.part, database.endpoint, database.lost_at);
        let home = self.members[endpoint as usize].place;
        let has_power = |place: &Place| self.network.outage(place.zone).is_none();
        let place = [Some(home), database.far].into_iter().flatten().find(has_power);
        let is_back = database.phase == Phase::Available;
        let database = &mut self.databases[index as usize];
        let Some(place) = place.filter(|_| !is_back) else {
            database.restore = database.restore.filter(|_| !is_back);
            return;
        };
        let lost_writes = std::mem::take(&mut database.unkept);
        (database.restore, database.phase, database.because) = (None, Phase::Available, because);
        database.step = (database.step + 1) & 0x00ff_ffff;
        let moves = place.zone != home.zone;
        let moved = if moves { self.network.take_address(place) } else { Some(home) };
        if moves {
            self.network.return_address(home);
        }
        let member = &mut self.members[endpoint as usize];
        member.place = Place { has_public_address: false, ..moved.unwrap_or(place) };
        (member.alive, member.because) = (true, because);
        self.take_class(index, endpoint);
        self.limit_proxies(index);
        // It has an endpoint of its own, which applications are told at once.
        for pool in self.pools.iter_mut().filter(|pool| pool.settings.database == index) {
            pool.resolved_until = SimTime::ZERO;
        }
        let (number, zone) = (self.members[endpoint as usize].number, self.network.zones[usize::from(place.zone)].part);
        let after_s = (self.now - lost_at).as_s_f64() as f32;
        self.log(Some(part), Some(number), LogFact::DatabaseRestored { after_s, lost_writes, zone }, because);
    }
}
