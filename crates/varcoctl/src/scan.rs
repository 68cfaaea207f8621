// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `scan`: pictures or lines of text in, verdicts on disk out.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read, stdin},
    path::Path,
    time::Instant,
};

use serde::Serialize;
use varco_api::{Fault, say_verdict};
use varco_core::{
    gate::{Act, Gesture, Station, Via},
    ids::{GateId, GestureKey, StationId},
    receipt::{MAX_TEXT_BYTES, Shown, read},
};
use varco_devices::{CodeReader, Decoder, Look, WorkerProgram, load_picture};
use varco_station::RandomKeys;
use varco_store::{ActRequest, Caller};

use crate::{
    cli::ScanArgs,
    data::Data,
    out::{Failure, Out},
};

/// The largest picture file, bytes.
const FILE_BYTES_MAX: u64 = 64 << 20;

#[derive(Serialize)]
struct Row {
    input: String,
    text: Option<String>,
    verdict: String,
    word: String,
    reason: String,
    next_step: String,
    booking: Option<String>,
    persons: u8,
    marks: Vec<varco_core::verdict::Mark>,
    decode_us: u64,
    decide_us: u64,
    durable_us: u64,
}

struct Door<'a> {
    out: &'a Out,
    args: &'a ScanArgs,
    data: Data,
    station: Station,
    decoder: Option<Decoder>,
    began: Instant,
}

/// Shows each input to the gate, in order.
pub(crate) fn scan(out: &Out, args: &ScanArgs) -> Result<(), Failure> {
    let data = Data::open(&args.data, args.at.as_deref())?;
    let station = station(&data, args)?;
    let mut door = Door { out, args, data, station, decoder: None, began: Instant::now() };
    if args.inputs.is_empty() {
        return door.lines("-", BufReader::new(stdin()));
    }
    for input in &args.inputs {
        if input.as_os_str() == "-" {
            door.lines("-", BufReader::new(stdin()))?;
        } else {
            door.file(input)?;
        }
    }
    Ok(())
}

fn station(data: &Data, args: &ScanArgs) -> Result<Station, Failure> {
    let gate = data.with(|live| {
        let gates = &live.day.gates;
        let gate = args.gate.map_or_else(|| gates.values().next(), |g| gates.get(&GateId(g)));
        gate.map(|g| (g.id, g.site))
    })?;
    let (gate, site) = gate.ok_or_else(|| Failure::Usage("--gate: nessun varco con questo numero".to_owned()))?;
    let gesture = if args.exit { Gesture::Exit } else { Gesture::Enter };
    Ok(Station { id: StationId(gate.0), gate, site, gesture, arrive_enters: false })
}

impl Door<'_> {
    fn file(&mut self, path: &Path) -> Result<(), Failure> {
        let name = path.display().to_string();
        let mut file = File::open(path).map_err(|e| Failure::Refused(format!("{name}: {e}")))?;
        let mut head = [0_u8; 4];
        let n = file.read(&mut head)?;
        if !is_picture(&head[..n]) {
            let whole = std::io::Cursor::new(head[..n].to_vec()).chain(file);
            return self.lines(&name, BufReader::new(whole));
        }
        let mut bytes = head[..n].to_vec();
        file.take(FILE_BYTES_MAX).read_to_end(&mut bytes)?;
        let began = Instant::now();
        let picture = load_picture(&bytes).map_err(|e| Failure::Refused(format!("{name}: {e}")))?;
        if self.decoder.is_none() {
            self.decoder = Some(Decoder::start(WorkerProgram::this_binary()?)?);
        }
        let Some(decoder) = &self.decoder else { return Ok(()) };
        let mut codes = Vec::new();
        for look in [Look::Receipts, Look::Anything] {
            let reading = decoder.read(&picture, look).map_err(|e| Failure::Refused(format!("{name}: {e}")))?;
            codes = reading.decoded;
            if !codes.is_empty() {
                break;
            }
        }
        let decode_us = micros(began);
        let ours = codes.iter().find(|c| c.text.starts_with(b"VR1")).or_else(|| codes.first());
        match ours {
            Some(code) => {
                let text = code.text.clone();
                self.show(name, &text, decode_us)
            }
            None => self.nothing(name, decode_us),
        }
    }

    /// Nothing to read in a picture: said, not judged, and nothing is written.
    fn nothing(&self, input: String, decode_us: u64) -> Result<(), Failure> {
        let row = Row {
            input: input.clone(),
            text: None,
            verdict: "no_code".to_owned(),
            word: String::new(),
            reason: varco_words::text(self.out.lang, "scan-no-code", &[]),
            next_step: varco_words::text(self.out.lang, "verdict-damaged-next", &[]),
            booking: None,
            persons: 0,
            marks: Vec::new(),
            decode_us,
            decide_us: 0,
            durable_us: 0,
        };
        self.out.row(&row, || format!("{input}: {}", row.reason))
    }

    fn lines(&mut self, name: &str, mut from: impl BufRead) -> Result<(), Failure> {
        let mut line = Vec::new();
        let mut number = 0_u64;
        loop {
            line.clear();
            // A line that never ends is read only as far as it may matter.
            let limit = u64::try_from(MAX_TEXT_BYTES).unwrap_or(u64::MAX) + 2;
            if (&mut from).take(limit).read_until(b'\n', &mut line)? == 0 {
                return Ok(());
            }
            number += 1;
            while line.last().is_some_and(|b| matches!(b, b'\n' | b'\r')) {
                line.pop();
            }
            if line.is_empty() {
                continue;
            }
            let text = std::mem::take(&mut line);
            self.show(format!("{name}:{number}"), &text, 0)?;
        }
    }

    fn show(&self, input: String, text: &[u8], decode_us: u64) -> Result<(), Failure> {
        let shown = read(text);
        let code = if let Shown::Code(code) = &shown { code.spaced() } else { String::new() };
        let pretended = i64::try_from(self.began.elapsed().as_millis()).unwrap_or_default();
        let now = self.data.now + pretended;
        let request = ActRequest {
            caller: Caller {
                key: GestureKey(RandomKeys::key()),
                station: self.station.clone(),
                actor: None,
                now,
                machine: now,
                clock_unsafe: false,
            },
            act: Act::Scan { shown, via: Via::File, look: self.args.look, late: None },
            body: [0; 32],
            not_recorded: false,
        };
        let answer = self.data.store.act(request)?;
        let decision = answer.outcome.map_err(Fault::Refused)?.ok_or(Fault::NotFound)?;
        let spoken = self.data.with(|live| say_verdict(live, self.out.lang, self.data.zone, &decision, &code))?;
        let row = Row {
            input: input.clone(),
            text: Some(String::from_utf8_lossy(text).into_owned()),
            verdict: decision.verdict.code().name().to_owned(),
            word: spoken.word,
            reason: spoken.reason,
            next_step: spoken.next_step,
            booking: decision.visitor.map(|v| v.booking.to_string()),
            persons: decision.enters,
            marks: decision.marks,
            decode_us,
            decide_us: answer.decide_us,
            durable_us: answer.durable_us,
        };
        self.out.row(&row, || format!("{input}: {} · {} {} → {}", row.verdict, row.word, row.reason, row.next_step))
    }
}

fn is_picture(head: &[u8]) -> bool {
    head.starts_with(b"\x89PNG")
        || head.starts_with(b"\xff\xd8\xff")
        || head.starts_with(b"P5")
        || head.starts_with(b"P2")
}

fn micros(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_micros()).unwrap_or(u64::MAX)
}
