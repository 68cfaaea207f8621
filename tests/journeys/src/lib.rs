// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Starts the built programs for the journeys: a demo court, its server, and a browser's script.

mod stage;

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use serde_json::Value;

/// What a journey cannot go on without.
pub type Trip<T> = Result<T, Box<dyn std::error::Error>>;

/// A built program, beside the folder of the tests.
///
/// # Errors
/// When the tests were not started from a target folder.
pub fn program(name: &str) -> Trip<PathBuf> {
    let here = std::env::current_exe()?;
    let deps = here.parent().ok_or("no folder")?;
    let target = if deps.ends_with("deps") { deps.parent().ok_or("no folder")? } else { deps };
    Ok(target.join(name))
}

/// The top of the project.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn checked(name: &str, output: Output) -> Trip<String> {
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?);
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    Err(format!("{name}: {said}").into())
}

/// A demo court on 15 September 2026 in a folder of its own.
pub struct Court {
    /// The data folder.
    pub data: PathBuf,
    /// One object a receipt, as `varcoctl demo --json` prints them.
    pub receipts: Vec<Value>,
    folder: tempfile::TempDir,
}

impl Court {
    /// Makes it.
    ///
    /// # Errors
    /// What the program said.
    pub fn found(receipts: usize) -> Trip<Self> {
        let folder = tempfile::tempdir()?;
        let data = folder.path().join("data");
        let mut demo = Command::new(program("varcoctl")?);
        demo.args(["demo", "--json", "--date", "2026-09-15", "--bookings", "60", "--data"]).arg(&data);
        demo.args(["--receipts", &receipts.to_string()]);
        let lines = checked("demo", demo.output()?)?;
        let receipts = lines.lines().map(serde_json::from_str).collect::<Result<Vec<Value>, _>>()?;
        Ok(Self { data, receipts, folder })
    }

    /// Founds a court on which every verdict can be met at [`NOW`], with room for so many persons; its receipts by name.
    ///
    /// # Errors
    /// What the store said.
    pub fn staged(maximum: u32) -> Trip<(Self, Value)> {
        let court = Self::empty()?;
        let receipts = stage::found(&court.data, maximum)?;
        Ok((court, Value::Object(receipts)))
    }

    /// An empty folder, in which there will be a court.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn empty() -> Trip<Self> {
        let folder = tempfile::tempdir()?;
        Ok(Self { data: folder.path().join("data"), receipts: Vec::new(), folder })
    }

    /// A folder that goes with the court.
    #[must_use]
    pub fn scratch(&self) -> &Path {
        self.folder.path()
    }

    /// Receipts that were printed, of one kind.
    pub fn printed(&self, kind: &str) -> impl Iterator<Item = &Value> {
        self.receipts.iter().filter(move |r| r["kind"] == kind && r["pdf"].is_string())
    }

    /// Runs a verb of the headless program on this court and gives its JSON lines.
    ///
    /// # Errors
    /// What the program said.
    pub fn verb(&self, verb: &str, words: &[&str]) -> Trip<Vec<Value>> {
        let mut command = Command::new(program("varcoctl")?);
        command.args([verb, "--json", "--data"]).arg(&self.data).args(words);
        let lines = checked(verb, command.output()?)?;
        Ok(lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
    }

    /// The scans in the journal.
    ///
    /// # Errors
    /// What the program said.
    pub fn scans(&self) -> Trip<Vec<Value>> {
        let rows = self.verb("export", &[])?;
        Ok(rows.into_iter().filter(|r| r["event"]["kind"] == "scan").map(|r| r["event"].clone()).collect())
    }

    /// Puts printed receipts before the simulated camera; gives one object a frame.
    ///
    /// # Errors
    /// What the generator said.
    pub fn frames(&self, receipts: &[&Value], scenarios: &str) -> Trip<Vec<Value>> {
        let list = self.scratch().join("receipts.jsonl");
        let lines: Vec<String> = receipts.iter().map(ToString::to_string).collect();
        std::fs::write(&list, lines.join("\n"))?;
        let out = self.scratch().join("frames");
        let python = std::env::var_os("VARCO_PYTHON").unwrap_or_else(|| "python3".into());
        let mut make = Command::new(python);
        make.arg(root().join("tests/frames/receipt_frames.py")).arg("--receipts").arg(&list);
        checked("frames", make.arg("--out").arg(&out).args(["--scenarios", scenarios]).output()?)?;
        let made = std::fs::read_to_string(out.join("frames.jsonl"))?;
        let mut frames = made.lines().map(serde_json::from_str).collect::<Result<Vec<Value>, _>>()?;
        for frame in &mut frames {
            let file = out.join(frame["file"].as_str().unwrap_or_default());
            frame["file"] = Value::String(file.display().to_string());
        }
        Ok(frames)
    }

    /// Serves a mode of this court on a free port; gives the paired address.
    ///
    /// # Errors
    /// When the server does not start.
    pub fn serve(&self, mode: &str, at: &str) -> Trip<Server> {
        let mut command = Command::new(program("varcoctl")?);
        command.args(["serve", "--json", "--listen", "127.0.0.1:0", "--mode", mode, "--at", at, "--data"]);
        let mut child = command.arg(&self.data).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let ready: Value = serde_json::from_str(&line)?;
        let address = ready["address"].as_str().ok_or("no address")?.to_owned();
        Ok(Server { address, child })
    }
}

/// Ends when dropped.
pub struct Server {
    /// The paired address of the page.
    pub address: String,
    child: Child,
}

impl Drop for Server {
    fn drop(&mut self) {
        // Gone already is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a script of this folder in Node and gives the object that it prints last. One browser at a time.
///
/// # Errors
/// What the script said.
pub fn script(name: &str, words: &[(&str, String)]) -> Trip<Value> {
    // Tests may be processes of their own: a file, not a mutex.
    let alone = std::fs::File::create(program("one-browser.lock")?)?;
    alone.lock()?;
    let mut node = Command::new("node");
    node.arg(root().join("tests/journeys").join(name));
    for (key, value) in words {
        node.env(key, value);
    }
    let lines = checked(name, node.output()?)?;
    Ok(serde_json::from_str(lines.lines().last().ok_or("the script said nothing")?)?)
}

/// Plays a journey on a court whose receipts have names: what is on the screens is asserted in the script, that axe found
/// nothing to mend on any of them and that the journal is sound is asserted here.
///
/// # Errors
/// What the script said, or what was found.
pub fn play(name: &str, court: &Court, receipts: &Value) -> Trip<()> {
    play_with(name, court, receipts, &[])
}

/// The same with more words for the script.
///
/// # Errors
/// What the script said, or what was found.
pub fn play_with(name: &str, court: &Court, receipts: &Value, more: &[(&str, String)]) -> Trip<()> {
    let mut words = vec![
        ("VARCO_PROGRAM", program("varcoctl")?.display().to_string()),
        ("VARCO_DATA", court.data.display().to_string()),
        ("VARCO_AT", NOW.to_owned()),
        ("VARCO_RECEIPTS", receipts.to_string()),
    ];
    words.extend_from_slice(more);
    let seen = script(name, &words)?;
    if seen["violations"] != Value::Array(Vec::new()) || seen["screens"].as_u64().unwrap_or_default() == 0 {
        return Err(format!("on the screens: {:#}", seen["violations"]).into());
    }
    let report = court.verb("verify", &[])?;
    let findings = report.first().and_then(|r| r["findings"].as_array()).cloned().unwrap_or_default();
    let sound = !findings.is_empty() && findings.iter().all(|found| found["ok"] == true);
    if sound { Ok(()) } else { Err(format!("afterwards: {report:?}").into()) }
}

/// Books the first place of a founded court, on a day that comes; the receipt as `first`.
///
/// # Errors
/// What the store said.
pub fn first_receipt(court: &Court) -> Trip<Value> {
    stage::first_receipt(&court.data)
}

/// When a journey happens: half an hour after ten, some are early, some late, some just right.
pub const NOW: &str = "2026-09-15T10:05:00";

/// What the door must say to a receipt of the demo at that time, at the first gate.
#[must_use]
pub fn expected(receipt: &Value) -> &'static str {
    let start = receipt["start"].as_str().unwrap_or_default();
    match receipt["kind"].as_str().unwrap_or_default() {
        "annullata" => return "cancelled",
        "sostituita" => return "reissued",
        "bloccata" => return "blocked",
        _ => {}
    }
    // The third office is in the other building.
    if receipt["office"] == 3 {
        return "wrong_site";
    }
    if !start.starts_with("2026-09-15") {
        return "wrong_day";
    }
    // Windows of 15 minutes; visits of 10, 15 or 30 minutes: what lies between is left to the tables of the core.
    match &start[11..] {
        time if time > "10:20" => "too_early",
        time if time < "09:20" => "too_late",
        time if time >= "10:00" && receipt["kind"] == "assistenza" => "admit_note",
        time if time >= "10:00" => "admit",
        _ => "",
    }
}
