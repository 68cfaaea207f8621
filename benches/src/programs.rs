// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The built programs on a demo court with a day of 10,000 bookings: how soon they are ready, and how much memory they take.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    measure::{Outcome, Row, Times, say},
    process,
};

/// When the programs are asked.
const NOW: &str = "2026-09-15T10:02:00";
/// Bookings asked for; the last visits of a day that would end after its last hour find no place.
const ASKED: &str = "10200";
/// Receipts that are printed, for the camera.
const PRINTED: &str = "33";
/// First verdicts and starts that are timed.
const STARTS: usize = 15;
/// The key of the page that is served, known to nobody else.
const PAIRING: &str = "0123456789abcdef0123456789abcdef";

/// A program built beside this one.
pub fn program(name: &str) -> Outcome<PathBuf> {
    let here = std::env::current_exe()?;
    let path = here.with_file_name(name);
    if path.exists() { Ok(path) } else { Err(format!("{} is not built", path.display()).into()) }
}

/// A demo court as `varcoctl demo` makes it.
pub struct Court {
    pub data: PathBuf,
    pub receipts: Vec<Value>,
}

impl Court {
    pub fn make(folder: &Path) -> Outcome<Self> {
        let data = folder.join("court");
        let mut demo = Command::new(program("varcoctl")?);
        demo.args(["demo", "--json", "--date", "2026-09-15", "--bookings", ASKED, "--receipts", PRINTED, "--data"]);
        let output = demo.arg(&data).stderr(Stdio::inherit()).output()?;
        if !output.status.success() {
            return Err("varcoctl demo failed".into());
        }
        let lines = String::from_utf8(output.stdout)?;
        let receipts: Vec<Value> = lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        if receipts.len() < crate::day::BOOKINGS {
            return Err(format!("the demo court has only {} bookings", receipts.len()).into());
        }
        Ok(Self { data, receipts })
    }

    /// Receipts that are admitted at the first gate now.
    fn admitted(&self) -> impl Iterator<Item = &str> {
        let good = |r: &&Value| {
            let start = r["start"].as_str().unwrap_or_default();
            r["kind"] == "buona" && r["office"] == 1 && ("2026-09-15T10:00".."2026-09-15T10:10").contains(&start)
        };
        self.receipts.iter().filter(good).filter_map(|r| r["text"].as_str())
    }
}

/// A gate without a screen that waits for the next line.
struct Gate {
    child: Child,
    answers: BufReader<std::process::ChildStdout>,
}

impl Gate {
    fn open(data: &Path) -> Outcome<Self> {
        let mut scan = Command::new(program("varcoctl")?);
        scan.args(["scan", "--json", "--at", NOW, "--data"]).arg(data).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = scan.spawn()?;
        let answers = BufReader::new(child.stdout.take().ok_or("no output")?);
        Ok(Self { child, answers })
    }

    fn show(&mut self, text: &str) -> Outcome<Value> {
        let mut input = self.child.stdin.as_ref().ok_or("no input")?;
        writeln!(input, "{text}")?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        Ok(serde_json::from_str(&line)?)
    }

    fn close(mut self) -> Outcome<()> {
        drop(self.child.stdin.take());
        self.child.wait()?;
        Ok(())
    }
}

/// From the call of `varcoctl scan` to its first verdict, and its greatest memory until then in KiB.
fn first_verdict(data: &Path, text: &str) -> Outcome<(Duration, u64)> {
    let start = Instant::now();
    let mut gate = Gate::open(data)?;
    let answer = gate.show(text)?;
    let took = start.elapsed();
    if answer["verdict"] != "admit" {
        return Err(format!("a good receipt got {answer}").into());
    }
    let memory = process::peak_kib(gate.child.id())?;
    gate.close()?;
    Ok((took, memory))
}

fn starts(data: &Path, receipts: &mut dyn Iterator<Item = &str>) -> Outcome<(Times, u64)> {
    let (mut times, mut most) = (Times::default(), 0);
    for text in receipts.take(STARTS) {
        let (took, memory) = first_verdict(data, text)?;
        times.push(took);
        most = most.max(memory);
    }
    Ok((times, most))
}

/// `scan`, `verify`, and a start after the process was killed.
pub fn headless(court: &Court) -> Outcome<Vec<Row>> {
    let mut receipts = court.admitted();
    let (times, memory) = starts(&court.data, &mut receipts)?;
    let mut rows = vec![Row::bound(
        "`varcoctl scan` to its first verdict on disk, day of 10,000 bookings",
        "≤ 50 ms",
        format!("p50 **{}**, highest of {} {}", say(times.p50()), times.len(), say(times.at(1.0))),
        times.p50() <= Duration::from_millis(50),
    )];
    let mut killed = Times::default();
    for _ in 0..5 {
        let mut gate = Gate::open(&court.data)?;
        for text in receipts.by_ref().take(5) {
            gate.show(text)?;
        }
        gate.child.kill()?;
        gate.child.wait()?;
        let text = receipts.next().ok_or("no receipt is left")?;
        killed.push(first_verdict(&court.data, text)?.0);
    }
    rows.push(Row::plain("the same after the process before was killed", format!("p50 {}", say(killed.p50()))));
    let verify = Instant::now();
    let sound = Command::new(program("varcoctl")?).args(["verify", "--json", "--data"]).arg(&court.data).output()?;
    let took = verify.elapsed();
    if !sound.status.success() {
        return Err(format!("varcoctl verify: {}", String::from_utf8_lossy(&sound.stdout)).into());
    }
    rows.push(Row::plain("`varcoctl verify` of that day", say(took)));
    rows.extend(serve(court, memory)?);
    Ok(rows)
}

/// `serve` with its ready screen, and the list of the day on paper.
fn serve(court: &Court, memory_of_scan: u64) -> Outcome<Vec<Row>> {
    let mut command = Command::new(program("varcoctl")?);
    command.args(["serve", "--json", "--listen", "127.0.0.1:0", "--pair", PAIRING, "--at", NOW, "--data"]);
    let mut child = command.arg(&court.data).stdout(Stdio::piped()).spawn()?;
    let measured = served(&mut child, memory_of_scan);
    child.kill()?;
    child.wait()?;
    measured
}

fn served(child: &mut Child, memory_of_scan: u64) -> Outcome<Vec<Row>> {
    let mut line = String::new();
    BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
    let ready: Value = serde_json::from_str(&line)?;
    let address = ready["address"].as_str().ok_or("no address")?;
    let host = address.strip_prefix("http://").and_then(|rest| rest.split('/').next()).ok_or("no host")?;
    let key = |n: u32| format!("{n:032x}");
    ask(host, "POST", "/api/sign-in", &serde_json::json!({ "key": key(1), "person": 2, "pin": "222222" }).to_string())?;
    let screen = ask(host, "GET", "/api/ready", "")?;
    if !String::from_utf8_lossy(&screen).contains("expected") {
        return Err("the ready screen does not say who is expected".into());
    }
    ask(host, "GET", "/api/day", "")?;
    let memory = process::peak_kib(child.id())?;
    let start = Instant::now();
    let list = ask(host, "GET", "/api/day.pdf", "")?;
    let took = start.elapsed();
    if !list.starts_with(b"%PDF") {
        return Err("the list of the day is no PDF".into());
    }
    let after = process::peak_kib(child.id())?;
    let mib = |kib: u64| format!("{:.0} MB", kib as f64 * 1024.0 / 1e6);
    Ok(vec![
        Row::bound(
            "greatest memory (resident) of `varcoctl`, day of 10,000 bookings",
            "≤ 60 MB",
            format!("`scan` **{}**, `serve` **{}**", mib(memory_of_scan), mib(memory)),
            memory.max(memory_of_scan) * 1024 <= 60_000_000,
        ),
        Row::plain(
            "the day's list on paper, asked of `serve`",
            format!("{} for {} kB of PDF; greatest memory then {}", say(took), list.len() / 1000, mib(after)),
        ),
    ])
}

/// One request by hand: the body of the answer.
fn ask(host: &str, method: &str, path: &str, body: &str) -> Outcome<Vec<u8>> {
    let mut stream = TcpStream::connect(host)?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\nCookie: varco_station={PAIRING}\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let end = answer.windows(4).position(|w| w == b"\r\n\r\n").ok_or("no answer")?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    if head.split(' ').nth(1) != Some("200") {
        return Err(format!("{path}: {head} {}", String::from_utf8_lossy(&answer[end..])).into());
    }
    Ok(answer.split_off(end + 4))
}

/// A frame of a printed receipt as the page of the app gets it.
pub fn picture(folder: &Path, frame: &crate::pictures::Frame) -> Outcome<PathBuf> {
    let file = folder.join("camera.pgm");
    let p = &frame.picture;
    let mut bytes = format!("P5\n{} {}\n255\n", p.width(), p.height()).into_bytes();
    bytes.extend(p.pixels());
    fs::write(&file, bytes)?;
    Ok(file)
}
