// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! QR codes as people hold them to a camera: grey pictures to text.
//!
//! Covered corners, folds, worn toner, blur, dim and dark screens: what other readers give up is read here by not deciding
//! early. Finders are fitted instead of thresholded (`fit`), two of three suffice (`pairs`), known modules teach a filter
//! that undoes blur (`equaliser`), doubtful bytes are erased before mending (`words`). One file a step; `reader` puts them
//! in order. Versions 1 to 10, all levels, all modes. No IO, clock, chance or unsafe code; time is told by the caller.
//!
//! ```
//! # let pixels = vec![255; 320 * 240];
//! # let start = std::time::Instant::now();
//! use varco_reader::{Frame, Limits, Reader};
//!
//! let mut reader = Reader::new();
//! let frame = Frame::new(&pixels, 320, 240).ok_or("not a frame")?;
//! match reader.read(frame, &Limits::default(), &|| start.elapsed()) {
//!     Ok(read) => println!("{} bytes after {:?}", read.text.len(), read.spent),
//!     Err(not_read) => println!("{:?}", not_read.why),
//! }
//! # Ok::<(), &str>(())
//! ```

mod boxes;
mod clock;
mod equaliser;
mod field;
mod fit;
mod format;
mod frame;
mod lattice;
mod limits;
mod normal;
mod outcome;
mod pairs;
mod plane;
mod rank;
mod reader;
mod reed_solomon;
mod runs;
mod segments;
mod session;
mod soft;
mod sums;
mod symbol;
#[cfg(test)]
mod testing;
mod warp;
mod words;

pub use clock::Clock;
pub use frame::Frame;
pub use limits::{Limits, Steps};
pub use outcome::{NotRead, Read, Step, Why};
pub use reader::Reader;
pub use session::Session;
pub use symbol::Level;

/// Reads one picture; who reads many keeps a [`Reader`], which keeps its memory.
pub fn read(frame: Frame, limits: &Limits, clock: Clock) -> Result<Read, NotRead> {
    Reader::new().read(frame, limits, clock)
}
