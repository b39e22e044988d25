//! Threads that make independent runs. Who makes which changes nothing but the order in which they end.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Makes each piece of work on one of the threads and takes the results as they come.
///
/// # Errors
/// The first that `take` gives: what has begun is finished, nothing else is begun.
pub(super) fn each<Work, Done, Error>(
    threads: usize,
    work: &[Work],
    make: impl Fn(Work) -> Done + Sync,
    mut take: impl FnMut(Done) -> Result<(), Error>,
) -> Result<(), Error>
where
    Work: Copy + Sync,
    Done: Send,
{
    let (next, cancelled) = (AtomicUsize::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..threads.min(work.len()) {
            let (sender, next, cancelled, make) = (sender.clone(), &next, &cancelled, &make);
            scope.spawn(move || {
                while !cancelled.load(Ordering::Relaxed) {
                    let Some(piece) = work.get(next.fetch_add(1, Ordering::Relaxed)) else { return };
                    // Nobody takes it any more: the sweep has failed.
                    if sender.send(make(*piece)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let result = receiver.iter().try_for_each(&mut take);
        cancelled.store(true, Ordering::Relaxed);
        result
    })
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn all_work_is_done_once_whatever_the_number_of_threads() {
        for threads in [1, 2, 7] {
            let mut done = Vec::new();
            let work: Vec<u32> = (0..100).collect();
            let result = each(
                threads,
                &work,
                |piece| piece * 2,
                |piece| {
                    done.push(piece);
                    Ok::<(), ()>(())
                },
            );
            done.sort_unstable();
            assert_eq!((result, done), (Ok(()), (0..100).map(|piece| piece * 2).collect()));
        }
    }

    #[test]
    fn the_first_error_ends_it() {
        let mut taken = 0;
        let work: Vec<u32> = (0..1_000).collect();
        let result = each(
            2,
            &work,
            |piece| piece,
            |_| {
                taken += 1;
                Err("full")
            },
        );
        assert_eq!((result, taken), (Err("full"), 1));
    }
}
