//! Which pool a request uses: that of a replica for reads where one is wired, else that of the database itself.

use ninepins_report::Class;

use crate::engine::Engine;
use crate::parts::instance::Instance;

impl Engine {
    /// The pool that requests of this class use on an instance: reads go to a replica where one is wired.
    pub(crate) fn pool_for(&self, instance: u32, class: Class) -> Option<u32> {
        let instance = &self.instances[instance as usize];
        match class {
            Class::Asset => None,
            Class::Read => self.pool_for_reads(instance),
            Class::Write => self.pool_for_writes(instance),
        }
    }

    /// The same for the next request: a share of the reads may go to the writer.
    pub(crate) fn pool_in_turn(&mut self, instance: u32, class: Class) -> Option<u32> {
        if class == Class::Read
            && let [only] = self.instances[instance as usize].pools.as_slice()
        {
            return Some(*only);
        }
        if class == Class::Read
            && let Some(writer) = self.pool_for_writes(&self.instances[instance as usize])
            && self.pools[writer as usize].settings.reads_at_writer > 0.0
        {
            let turn = &mut self.instances[instance as usize].read_turn;
            *turn += self.pools[writer as usize].settings.reads_at_writer;
            if *turn >= 1.0 {
                *turn -= 1.0;
                return Some(writer);
            }
        }
        self.pool_for(instance, class)
    }

    /// The pool of the database itself; of two, the one that was not left for a promoted replica.
    pub(crate) fn pool_for_writes(&self, instance: &Instance) -> Option<u32> {
        let mut writers = instance.pools.iter().copied().filter(|pool| !self.pools[*pool as usize].is_replica);
        let first = writers.next()?;
        let is_left = self.pools[first as usize].is_left;
        let other = if is_left { writers.find(|pool| !self.pools[*pool as usize].is_left) } else { None };
        Some(other.unwrap_or(first))
    }

    fn pool_for_reads(&self, instance: &Instance) -> Option<u32> {
        let replicas = instance.pools.iter().copied().filter(|pool| self.pools[*pool as usize].is_replica);
        // With several replicas each read takes the pool that has lent least: connections are spread evenly.
        replicas.min_by_key(|pool| (self.pools[*pool as usize].lent, *pool)).or_else(|| self.pool_for_writes(instance))
    }
}
