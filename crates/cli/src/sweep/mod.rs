//! `ninepins sweep` and `ninepins merge`: many runs of variations of one design, on one machine or on many.
//!
//! Each run is independent and has a number, so who makes it changes nothing: any number of threads, shards and restarts
//! give the same lines in the end.

mod book;
mod line;
mod plan;
mod pool;
mod table;

use std::io::{IsTerminal, Write};
use std::num::NonZeroUsize;
use std::time::Instant;

use book::Book;
use plan::Plan;

use crate::Said;
use crate::arguments::{MergeArguments, Shard, SweepArguments};
use crate::failure::Failure;

pub(crate) fn sweep(arguments: &SweepArguments) -> Result<Said, Failure> {
    let plan = Plan::read(&arguments.plan)?;
    let mut book = Book::continued(&arguments.out, &plan)?;
    let shard = arguments.shard.unwrap_or(Shard::WHOLE);
    let mine: Vec<usize> = (0..plan.runs()).filter(|run| shard.holds(*run)).collect();
    let missing: Vec<usize> = mine.iter().copied().filter(|run| !book.has(*run)).collect();
    let threads = arguments.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let mut progress = Progress::new(mine.len() - missing.len(), mine.len());
    pool::each(
        threads,
        &missing,
        |run| plan.run(run),
        |line| {
            book.add(&line?)?;
            progress.step();
            Ok::<(), Failure>(())
        },
    )?;
    progress.end();
    Ok(Said::well(format!("{} of {} runs in {}\n", mine.len(), plan.runs(), arguments.out)))
}

/// Joins what shards wrote: the same lines as one process would have written, in order.
pub(crate) fn merge(arguments: &MergeArguments) -> Result<Said, Failure> {
    let merged = book::merged(&arguments.results)?;
    let text = if arguments.table { table::table(&merged) } else { merged.text() };
    for missing in merged.missing() {
        crate::complain(&missing);
    }
    Ok(Said { well: merged.missing().is_empty(), text })
}

/// Says on standard error how far it is: in place where a person looks on, every tenth where it goes into a file.
struct Progress {
    done: usize,
    at_start: usize,
    of: usize,
    began: Instant,
    in_place: bool,
}

impl Progress {
    fn new(done: usize, of: usize) -> Self {
        let progress =
            Progress { done, at_start: done, of, began: Instant::now(), in_place: std::io::stderr().is_terminal() };
        if done > 0 {
            crate::complain(&format!("goes on after {done} of {of} runs"));
        }
        progress
    }

    fn step(&mut self) {
        self.done += 1;
        let is_tenth = self.done * 10 / self.of.max(1) != (self.done - 1) * 10 / self.of.max(1);
        let rate = (self.done - self.at_start) as f64 / self.began.elapsed().as_secs_f64().max(1e-3);
        let sentence = format!("{} of {} runs, {rate:.1} a second", self.done, self.of);
        if self.in_place {
            // There is nobody left to tell when standard error is closed.
            let _ = write!(std::io::stderr(), "\r{sentence}\x1b[K");
        } else if is_tenth {
            crate::complain(&sentence);
        }
    }

    fn end(&self) {
        if self.in_place && self.done > self.at_start {
            let _ = writeln!(std::io::stderr());
        }
    }
}
