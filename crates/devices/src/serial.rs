// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A scanner on a serial port (or a USB one that acts as one): lines become codes, and a pulled plug is waited out.

mod framer;

use std::io::{self, ErrorKind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serialport::{ClearBuffer, SerialPort, SerialPortType};

use framer::Framer;
pub use framer::ScannedCode;

/// A silence this long ends a code that has no line end.
pub const IDLE_GAP: Duration = Duration::from_millis(80);

/// How long to wait for the first byte of a code before looking whether to stop.
const PATIENCE: Duration = Duration::from_millis(250);

const RECONNECT_FIRST: Duration = Duration::from_millis(250);
const RECONNECT_MAX: Duration = Duration::from_secs(4);

/// Which port, and how fast. Eight data bits, no parity, one stop bit: what scanners are delivered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SerialSettings {
    /// `COM3`, `/dev/ttyACM0`; on Linux better the name under `/dev/serial/by-id`, which stays the same in another socket.
    pub port: String,
    /// Bits a second; a USB scanner ignores it.
    pub baud: u32,
}

impl SerialSettings {
    /// The port at 9600 bits a second.
    pub fn new(port: impl Into<String>) -> SerialSettings {
        SerialSettings { port: port.into(), baud: 9600 }
    }
}

/// Whether the scanner is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScannerHealth {
    /// The port is open.
    Up,
    /// It is not: unplugged, taken by another program, or not there yet. It is tried again by itself.
    Away {
        /// Since when.
        since: Instant,
        /// How often opening it has failed since then.
        attempts: u32,
    },
}

/// A port that this machine has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SerialPortEntry {
    /// The name to put into [`SerialSettings::port`].
    pub name: String,
    /// What its maker calls it, if it says.
    pub product: Option<String>,
}

/// The ports of this machine, sorted by name; an error says that the system could not be asked.
pub fn serial_ports() -> Result<Vec<SerialPortEntry>, io::Error> {
    let mut ports: Vec<SerialPortEntry> = serialport::available_ports()?
        .into_iter()
        .map(|port| SerialPortEntry {
            name: port.port_name,
            product: match port.port_type {
                SerialPortType::UsbPort(usb) => usb.product.or(usb.manufacturer),
                _ => None,
            },
        })
        .collect();
    ports.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(ports)
}

/// A thread that reads one scanner until this is dropped.
pub struct SerialScanner {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    state: Mutex<State>,
    stop: Condvar,
}

struct State {
    health: ScannerHealth,
    stopped: bool,
}

impl SerialScanner {
    /// Starts reading; each code is handed to `deliver` on the scanner's thread. What was scanned before the port was opened is dropped.
    ///
    /// Fails only if the system gives no thread. A port that cannot be opened is seen in [`SerialScanner::health`] and tried again.
    pub fn start(
        settings: SerialSettings,
        mut deliver: impl FnMut(ScannedCode) + Send + 'static,
    ) -> io::Result<SerialScanner> {
        let health = ScannerHealth::Away { since: Instant::now(), attempts: 0 };
        let shared = Arc::new(Shared { state: Mutex::new(State { health, stopped: false }), stop: Condvar::new() });
        let of_thread = Arc::clone(&shared);
        let thread = std::thread::Builder::new()
            .name("serial-scanner".into())
            .spawn(move || of_thread.keep_reading(&settings, &mut deliver))?;
        Ok(SerialScanner { shared, thread: Some(thread) })
    }

    /// Whether the scanner is there now.
    pub fn health(&self) -> ScannerHealth {
        self.shared.state().health
    }
}

impl Drop for SerialScanner {
    fn drop(&mut self) {
        self.shared.state().stopped = true;
        self.shared.stop.notify_all();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep_reading(&self, settings: &SerialSettings, deliver: &mut dyn FnMut(ScannedCode)) {
        let mut pause = RECONNECT_FIRST;
        loop {
            match open(settings) {
                Ok(mut port) => {
                    pause = RECONNECT_FIRST;
                    self.state().health = ScannerHealth::Up;
                    tracing::info!(port = %settings.port, "the scanner is there");
                    let Err(error) = self.read_codes(port.as_mut(), deliver) else { return };
                    tracing::warn!(port = %settings.port, %error, "the scanner is gone");
                    self.state().health = ScannerHealth::Away { since: Instant::now(), attempts: 0 };
                }
                Err(_) => self.count_attempt(),
            }
            let state = self.state();
            let stopped = |state: &mut State| !state.stopped;
            let (state, _) =
                self.stop.wait_timeout_while(state, pause, stopped).unwrap_or_else(PoisonError::into_inner);
            if state.stopped {
                return;
            }
            pause = (pause * 2).min(RECONNECT_MAX);
        }
    }

    fn count_attempt(&self) {
        if let ScannerHealth::Away { attempts, .. } = &mut self.state().health {
            *attempts = attempts.saturating_add(1);
        }
    }

    /// Returns when told to stop; an error says that the port is gone.
    fn read_codes(&self, port: &mut dyn SerialPort, deliver: &mut dyn FnMut(ScannedCode)) -> io::Result<()> {
        let mut framer = Framer::default();
        let mut bytes = [0; 1024];
        while !self.state().stopped {
            port.set_timeout(if framer.is_empty() { PATIENCE } else { IDLE_GAP })?;
            match port.read(&mut bytes) {
                Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
                Ok(count) => framer.push(&bytes[..count], deliver),
                Err(error) if error.kind() == ErrorKind::TimedOut => framer.end(deliver),
                Err(error) if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

fn open(settings: &SerialSettings) -> serialport::Result<Box<dyn SerialPort>> {
    let mut port = serialport::new(&settings.port, settings.baud).timeout(PATIENCE).open()?;
    // Some scanners send only to a ready terminal, some ports know no such line.
    let _ = port.write_data_terminal_ready(true);
    // A code that nobody was there to judge must not be judged later, for somebody else.
    port.clear(ClearBuffer::Input)?;
    Ok(port)
}
