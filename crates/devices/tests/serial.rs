// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The serial scanner on a real pair of pseudo-terminals, the plug pulled.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serialport::{SerialPort, TTYPort};
use varco_devices::{ScannedCode, ScannerHealth, SerialScanner, SerialSettings};

/// The cable's other end, where the test plays the scanner.
struct Plugged {
    hand: TTYPort,
}

/// Plugs a new scanner in, under a name that stays the same as `/dev/serial/by-id` does.
fn plug_in(name: &Path) -> Plugged {
    let (hand, port) = TTYPort::pair().unwrap();
    let _ = std::fs::remove_file(name);
    std::os::unix::fs::symlink(port.name().unwrap(), name).unwrap();
    Plugged { hand }
}

impl Plugged {
    fn send(&mut self, bytes: &[u8]) {
        self.hand.write_all(bytes).unwrap();
    }
}

fn scanner(name: PathBuf) -> (SerialScanner, Receiver<ScannedCode>) {
    let (deliver, codes) = channel();
    let settings = SerialSettings::new(name.to_str().unwrap());
    (SerialScanner::start(settings, move |code| drop(deliver.send(code))).unwrap(), codes)
}

fn until(mut right: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(20) {
        if right() {
            return true;
        }
        std::thread::yield_now();
    }
    false
}

fn next(codes: &Receiver<ScannedCode>) -> Vec<u8> {
    codes.recv_timeout(Duration::from_secs(20)).unwrap().text
}

fn is_up(scanner: &SerialScanner) -> bool {
    scanner.health() == ScannerHealth::Up
}

#[test]
fn codes_are_delivered_with_each_line_end_and_without_one() {
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().join("scanner");
    let mut plugged = plug_in(&name);
    let (scanner, codes) = scanner(name);
    assert!(until(|| is_up(&scanner)));
    plugged.send(b"VR1ONE\r\nVR1TWO\nVR1TH");
    plugged.send(b"REE\r");
    assert_eq!([next(&codes), next(&codes), next(&codes)], [&b"VR1ONE"[..], b"VR1TWO", b"VR1THREE"]);
    plugged.send(b"VR1NO-LINE-END");
    assert_eq!(next(&codes), b"VR1NO-LINE-END");
}

#[test]
fn an_unplugged_scanner_is_said_to_be_away_and_works_again_when_plugged_in() {
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().join("scanner");
    let mut plugged = plug_in(&name);
    let (scanner, codes) = scanner(name.clone());
    assert!(until(|| is_up(&scanner)));
    plugged.send(b"VR1BEFORE\r");
    assert_eq!(next(&codes), b"VR1BEFORE");

    std::fs::remove_file(&name).unwrap();
    drop(plugged);
    assert!(until(|| matches!(scanner.health(), ScannerHealth::Away { attempts: 1.., .. })));

    let mut plugged = plug_in(&name);
    assert!(until(|| is_up(&scanner)));
    plugged.send(b"VR1AFTER\r");
    assert_eq!(next(&codes), b"VR1AFTER");
}

#[test]
fn a_port_that_was_never_there_is_tried_until_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().join("scanner");
    let (scanner, codes) = scanner(name.clone());
    assert!(until(|| matches!(scanner.health(), ScannerHealth::Away { attempts: 1.., .. })));
    let mut plugged = plug_in(&name);
    assert!(until(|| is_up(&scanner)));
    plugged.send(b"VR1LATE\r");
    assert_eq!(next(&codes), b"VR1LATE");
}

#[test]
fn half_a_code_is_forgotten_when_the_plug_is_pulled() {
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().join("scanner");
    let mut plugged = plug_in(&name);
    let (scanner, codes) = scanner(name.clone());
    assert!(until(|| is_up(&scanner)));
    plugged.send(b"VR1WHOLE\rVR1HA");
    drop(plugged);
    // What came before may be lost with the cable, but no half of a code may be glued to the next.
    assert!(until(|| !is_up(&scanner)));
    let mut plugged = plug_in(&name);
    assert!(until(|| is_up(&scanner)));
    plugged.send(b"VR1NEXT\r");
    let delivered: Vec<Vec<u8>> =
        std::iter::from_fn(|| Some(next(&codes))).take_while(|text| text != b"VR1NEXT").collect();
    assert!(delivered.iter().all(|text| text == b"VR1WHOLE" || text == b"VR1HA"), "{delivered:?}");
}

#[test]
fn the_ports_of_this_machine_can_be_listed() {
    let ports = varco_devices::serial_ports().unwrap();
    assert!(ports.is_sorted_by(|a, b| a.name <= b.name));
}
