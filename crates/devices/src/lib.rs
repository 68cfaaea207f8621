// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What the machine at the door is connected to: pictures of a camera become texts of codes, a serial scanner's lines become codes.
//!
//! The decoder is C++ and runs in a child process, which is the host's own binary started again: each `main` calls
//! [`run_worker_if_asked`] first.
//!
//! ```no_run
//! use varco_devices::{CodeReader, Decoder, WorkerProgram, load_picture, run_worker_if_asked};
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     run_worker_if_asked();
//!     let decoder = Decoder::start(WorkerProgram::this_binary()?)?;
//!     let picture = load_picture(&std::fs::read("receipt.png")?)?;
//!     for code in decoder.decode(&picture)? {
//!         println!("{} bytes", code.text.len());
//!     }
//!     Ok(())
//! }
//! ```

mod decoder;
mod evidence;
#[cfg(feature = "in-process")]
mod in_process;
mod marks;
mod picture;
mod pool;
mod protocol;
mod reading;
mod serial;
mod session;
mod threshold;
mod worker;
mod zxing;

pub use decoder::{Decoder, DecoderHealth, FRAME_DEADLINE};
#[cfg(feature = "in-process")]
pub use in_process::InProcess;
pub use picture::{Gray8, PictureError, Rotation, SIDE_MAX, load_picture};
pub use pool::DecoderPool;
pub use reading::{
    CODES_MAX, CodeKind, CodeReader, Corner, Corners, Decoded, DecoderDown, Look, Reading, TEXT_BYTES_MAX, Unreadable,
};
pub use serial::{IDLE_GAP, ScannedCode, ScannerHealth, SerialPortEntry, SerialScanner, SerialSettings, serial_ports};
pub use session::{FrameSession, Hint, Sight};
pub use worker::{WORKER_ARGUMENT, WorkerProgram, run_worker_if_asked};
