// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The decoder as its host sees it: a child process that may die on any picture and is there again for the next.

use std::io::{self, Read};
use std::process::{Child, ChildStdin, ChildStdout};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::picture::Gray8;
use crate::protocol::{Broken, GREETING, read_answer, write_ask};
use crate::reading::{CodeReader, DecoderDown, Look, Reading};
use crate::worker::WorkerProgram;

/// Longest time for one frame of a camera; a child that takes longer is ended.
pub const FRAME_DEADLINE: Duration = Duration::from_millis(500);

/// A picture of more pixels is no frame of a camera, but a scan or photograph from a file: it gets more time in proportion.
const FRAME_PIXELS_MAX: usize = 4_000_000;

/// Longest time from starting the child to its greeting: a big binary on a cold disk.
const START_DEADLINE: Duration = Duration::from_secs(5);

/// How often an idle decoder looks whether its child still lives.
const LOOK_AFTER: Duration = Duration::from_secs(1);

/// Wait before a start after the second death in a row; doubled by each further one.
const BACK_OFF_FIRST: Duration = Duration::from_millis(100);

/// Longest wait between two starts of a program that starts, but dies or hangs on pictures: a busy machine must not lose more.
const BACK_OFF_MAX: Duration = Duration::from_millis(500);

/// Longest wait between two starts of a program that does not even greet.
const BACK_OFF_BROKEN_MAX: Duration = Duration::from_secs(5);

/// Whether pictures are being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecoderHealth {
    /// The child is there and has greeted.
    Up,
    /// It is not there, or not yet.
    Restarting {
        /// Since when.
        since: Instant,
        /// How often it has ended since it last read a picture; 0 while it is started for the first time.
        deaths: u32,
    },
}

/// One child process and its supervision. It reads one picture at a time; callers wait for their turn.
pub struct Decoder {
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

struct Shared {
    program: WorkerProgram,
    frame_deadline: Duration,
    /// Held during a start or a picture. Taken before `watch`, never after it.
    line: Mutex<Line>,
    watch: Mutex<Watch>,
    /// Wakes the thread that keeps deadlines: one was set, or the decoder is being dropped.
    limited: Condvar,
    /// Wakes the thread that starts children: one has died, or the decoder is being dropped.
    lost: Condvar,
}

/// The way to the child that has greeted, if there is one.
#[derive(Default)]
struct Line {
    pipes: Option<(ChildStdin, ChildStdout)>,
    number: u32,
}

struct Watch {
    child: Option<Child>,
    up: bool,
    deadline: Option<Instant>,
    /// The deadline passed and the child was ended for it.
    hung: bool,
    down_since: Instant,
    deaths: u32,
    start_not_before: Instant,
    dropped: bool,
}

impl Decoder {
    /// Starts the child in the background and returns at once. Pictures given before it is ready wait for it.
    ///
    /// Fails only if the system gives no thread. A program that does not start is seen in [`Decoder::health`] and tried again.
    pub fn start(program: WorkerProgram) -> io::Result<Decoder> {
        Decoder::start_with_deadline(program, FRAME_DEADLINE)
    }

    /// The same with another time for one frame than [`FRAME_DEADLINE`], for a machine known to be slow.
    pub fn start_with_deadline(program: WorkerProgram, frame_deadline: Duration) -> io::Result<Decoder> {
        let now = Instant::now();
        let watch = Watch {
            child: None,
            up: false,
            deadline: None,
            hung: false,
            down_since: now,
            deaths: 0,
            start_not_before: now,
            dropped: false,
        };
        let shared = Arc::new(Shared {
            program,
            frame_deadline,
            line: Mutex::default(),
            watch: Mutex::new(watch),
            limited: Condvar::new(),
            lost: Condvar::new(),
        });
        // Made before the threads: if the second cannot be started, dropping this ends the first.
        let mut decoder = Decoder { shared: Arc::clone(&shared), threads: Vec::with_capacity(2) };
        let limited = Arc::clone(&shared);
        let thread = |name: &str| std::thread::Builder::new().name(name.into());
        decoder.threads.push(thread("decoder-limit").spawn(move || limited.end_what_hangs())?);
        decoder.threads.push(thread("decoder-start").spawn(move || shared.keep_started())?);
        Ok(decoder)
    }

    /// Whether pictures are being read; looks at the child itself.
    pub fn health(&self) -> DecoderHealth {
        let mut watch = self.shared.watch();
        if watch.up && watch.child_lives() {
            DecoderHealth::Up
        } else {
            DecoderHealth::Restarting { since: watch.down_since, deaths: watch.deaths }
        }
    }

    /// The child's process number while there is one, for a test or a technician.
    pub fn process_id(&self) -> Option<u32> {
        self.shared.watch().child.as_ref().map(Child::id)
    }

    /// Whether the child has a picture in its hands now.
    pub fn is_reading(&self) -> bool {
        let watch = self.shared.watch();
        watch.up && watch.deadline.is_some()
    }

    /// Reads the picture if no other is being read.
    pub(crate) fn try_read(&self, picture: &Gray8, look: Look) -> Option<Result<Reading, DecoderDown>> {
        match self.shared.line.try_lock() {
            Ok(mut line) => Some(self.shared.read(&mut line, picture, look)),
            Err(TryLockError::Poisoned(poisoned)) => Some(self.shared.read(&mut poisoned.into_inner(), picture, look)),
            Err(TryLockError::WouldBlock) => None,
        }
    }
}

impl CodeReader for Decoder {
    fn read(&self, picture: &Gray8, look: Look) -> Result<Reading, DecoderDown> {
        let mut line = self.shared.line.lock().unwrap_or_else(PoisonError::into_inner);
        self.shared.read(&mut line, picture, look)
    }
}

impl Drop for Decoder {
    fn drop(&mut self) {
        {
            let mut watch = self.shared.watch();
            watch.dropped = true;
            // A start that is under way ends too, so that the threads can be waited for.
            if let Some(child) = &mut watch.child {
                let _ = child.kill();
            }
        }
        self.shared.limited.notify_all();
        self.shared.lost.notify_all();
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
        self.shared.watch().bury();
    }
}

impl Shared {
    fn watch(&self) -> MutexGuard<'_, Watch> {
        self.watch.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self, line: &mut Line, picture: &Gray8, look: Look) -> Result<Reading, DecoderDown> {
        self.bring_up(line)?;
        line.number = line.number.wrapping_add(1);
        let number = line.number;
        let Some((to_child, from_child)) = &mut line.pipes else {
            return Err(DecoderDown::Restarting);
        };
        self.set_deadline(deadline_for(self.frame_deadline, picture.pixels().len(), look));
        let answer = write_ask(to_child, number, look, picture).and_then(|()| read_answer(from_child, number));
        self.conclude(line, answer)
    }

    /// A child that has greeted, started now if it must be and may be.
    fn bring_up(&self, line: &mut Line) -> Result<(), DecoderDown> {
        let mut watch = self.watch();
        if line.pipes.is_some() {
            if watch.child_lives() {
                return Ok(());
            }
            // It died between two pictures, so none is lost.
            line.pipes = None;
            watch.note_death(Instant::now());
        }
        if watch.dropped || Instant::now() < watch.start_not_before {
            return Err(DecoderDown::Restarting);
        }
        let spawned = self.program.command().spawn();
        let (stdin, mut stdout) = match spawned {
            Ok(mut child) => {
                let pipes = child.stdin.take().zip(child.stdout.take());
                watch.child = Some(child);
                match pipes {
                    Some(pipes) => pipes,
                    None => {
                        watch.note_death(Instant::now());
                        return Err(DecoderDown::Died);
                    }
                }
            }
            Err(error) => {
                tracing::warn!(%error, "the decoder's process could not be started");
                watch.note_death(Instant::now());
                return Err(DecoderDown::Restarting);
            }
        };
        drop(watch);
        self.set_deadline(START_DEADLINE);
        let mut greeting = [0; GREETING.len()];
        let greeted = stdout
            .read_exact(&mut greeting)
            .map_err(Broken::from)
            .and_then(|()| if &greeting == GREETING { Ok(()) } else { Err(Broken::Garbled("greeting")) });
        line.pipes = Some((stdin, stdout));
        match greeted {
            Ok(()) => {
                let mut watch = self.watch();
                watch.deadline = None;
                if watch.hung {
                    // Ended in the very moment of its greeting.
                    drop(watch);
                    return self.conclude(line, Err(Broken::Garbled("too late")));
                }
                watch.up = true;
                Ok(())
            }
            Err(broken) => self.conclude(line, Err(broken)),
        }
    }

    /// Takes the deadline away; after a failure also what is left of the child.
    fn conclude<T>(&self, line: &mut Line, outcome: Result<T, Broken>) -> Result<T, DecoderDown> {
        let mut watch = self.watch();
        watch.deadline = None;
        let hung = watch.hung;
        match outcome {
            Ok(value) => {
                watch.deaths = 0;
                Ok(value)
            }
            Err(broken) => {
                line.pipes = None;
                watch.note_death(Instant::now());
                tracing::warn!(hung, deaths = watch.deaths, error = %broken, "the decoder's process was lost");
                self.lost.notify_all();
                Err(match broken {
                    _ if hung => DecoderDown::Hung,
                    Broken::Io(_) => DecoderDown::Died,
                    Broken::Garbled(_) => DecoderDown::Garbled,
                })
            }
        }
    }

    fn set_deadline(&self, after: Duration) {
        self.watch().deadline = Some(Instant::now() + after);
        self.limited.notify_all();
    }

    /// Thread: ends the child when its deadline passes, which frees whoever waits for it.
    fn end_what_hangs(&self) {
        let mut watch = self.watch();
        while !watch.dropped {
            let now = Instant::now();
            let wait = match watch.deadline {
                Some(deadline) if deadline <= now => {
                    watch.deadline = None;
                    watch.hung = true;
                    if let Some(child) = &mut watch.child {
                        let _ = child.kill();
                    }
                    LOOK_AFTER
                }
                Some(deadline) => deadline - now,
                None => LOOK_AFTER,
            };
            watch = self.limited.wait_timeout(watch, wait).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Thread: starts the child at first, and again when it is found dead, also while no picture comes.
    fn keep_started(&self) {
        loop {
            // Whoever holds the line brings the child up by itself.
            let line = match self.line.try_lock() {
                Ok(line) => Some(line),
                Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) => None,
            };
            if let Some(mut line) = line {
                let _ = self.bring_up(&mut line);
            }
            let watch = self.watch();
            let wait = if watch.up {
                LOOK_AFTER
            } else {
                let back_off = watch.start_not_before.saturating_duration_since(Instant::now());
                back_off.clamp(BACK_OFF_FIRST / 5, LOOK_AFTER)
            };
            if watch.dropped || self.lost.wait_timeout(watch, wait).unwrap_or_else(PoisonError::into_inner).0.dropped {
                return;
            }
        }
    }
}

impl Watch {
    fn child_lives(&mut self) -> bool {
        // An error from the system counts as alive: the next picture will tell.
        self.child.as_mut().is_some_and(|child| !matches!(child.try_wait(), Ok(Some(_))))
    }

    fn note_death(&mut self, now: Instant) {
        self.bury();
        let longest = if self.up { BACK_OFF_MAX } else { BACK_OFF_BROKEN_MAX };
        if self.up {
            self.down_since = now;
        }
        self.up = false;
        self.deadline = None;
        self.hung = false;
        self.deaths = self.deaths.saturating_add(1);
        self.start_not_before = now + back_off(self.deaths, longest);
    }

    /// Ends the child and takes its exit status, so that no zombie stays.
    fn bury(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn deadline_for(frame: Duration, pixels: usize, look: Look) -> Duration {
    let by_look = match look {
        Look::Receipts | Look::Anything => frame,
        Look::Everywhere => frame * 4,
    };
    by_look.mul_f64((pixels as f64 / FRAME_PIXELS_MAX as f64).max(1.0))
}

/// No wait after the first death, so that the next picture is read; then longer, so that a broken installation does not burn a core.
fn back_off(deaths: u32, longest: Duration) -> Duration {
    match deaths {
        0 | 1 => Duration::ZERO,
        _ => (BACK_OFF_FIRST * (1 << (deaths - 2).min(6))).min(longest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_has_half_a_second_and_a_large_scan_more_in_proportion() {
        assert_eq!(deadline_for(FRAME_DEADLINE, 1280 * 720, Look::Receipts), Duration::from_millis(500));
        assert_eq!(deadline_for(FRAME_DEADLINE, 16_000_000, Look::Receipts), Duration::from_secs(2));
        assert_eq!(deadline_for(FRAME_DEADLINE, 8192 * 8192, Look::Everywhere).as_secs(), 33);
    }

    #[test]
    fn the_first_death_is_not_waited_for_and_later_ones_ever_longer_up_to_a_bound() {
        assert_eq!(back_off(1, BACK_OFF_BROKEN_MAX), Duration::ZERO);
        assert_eq!(back_off(2, BACK_OFF_BROKEN_MAX), Duration::from_millis(100));
        assert_eq!(back_off(3, BACK_OFF_BROKEN_MAX), Duration::from_millis(200));
        assert_eq!(back_off(8, BACK_OFF_BROKEN_MAX), BACK_OFF_BROKEN_MAX);
        assert_eq!(back_off(u32::MAX, BACK_OFF_MAX), BACK_OFF_MAX);
    }
}
