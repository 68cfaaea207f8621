// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How the program is called.

use std::{net::SocketAddr, path::PathBuf};

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

/// Varco without a screen.
#[derive(Debug, Parser)]
#[command(name = "varcoctl", version)]
pub(crate) struct Call {
    /// One JSON object a line instead of sentences.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Language of the sentences: it or en.
    #[arg(long, global = true, default_value = "it")]
    pub(crate) lang: String,
    /// What to do.
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Writes a demo court with a full day and its receipts.
    Demo(DemoArgs),
    /// Shows receipts to a gate: pictures or lines of text in, verdicts out.
    Scan(ScanArgs),
    /// Reads codes from pictures, without a court.
    Decode(DecodeArgs),
    /// Says which times of an office are free, and why the others are not.
    Slots(SlotsArgs),
    /// Says what an office offers each day, and what it would with other slots. Nothing is changed.
    WhatIf(WhatIfArgs),
    /// Looks at everything: chain, counts of use, foreign keys, integrity.
    Verify(DataArgs),
    /// Copies the data while it is in use.
    Backup(BackupArgs),
    /// Puts a copy in the place of a data folder; the old one is kept aside.
    Restore(RestoreArgs),
    /// Takes a day's appointments from CSV or JSON.
    Import(ImportArgs),
    /// Writes the court as it is set up, and the journal, as readable JSON lines.
    Export(DataArgs),
    /// Lists the keys that sign receipts, makes a new one or takes one back.
    Keys(KeysArgs),
    /// Spends the recovery code: adds a new administrator when password and passphrase are lost.
    Recover(RecoverArgs),
    /// Plans, saves and takes back closures, extraordinary openings and other capacities.
    #[command(subcommand)]
    Closure(ClosureVerb),
    /// Serves the pages of one station to a paired browser.
    Serve(ServeArgs),
    /// Prints the description of the API.
    #[command(hide = true)]
    Openapi,
}

/// Which data.
#[derive(Debug, Args)]
pub(crate) struct DataArgs {
    /// The data folder.
    #[arg(long)]
    pub(crate) data: PathBuf,
}

/// `recover`.
#[derive(Debug, Args)]
pub(crate) struct RecoverArgs {
    /// The data folder.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// First name and initial of the new administrator, as shown at sign-in.
    #[arg(long)]
    pub(crate) name: String,
}

/// `demo`.
#[derive(Debug, Args)]
pub(crate) struct DemoArgs {
    /// The data folder to make; it must not hold a court.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// The day, 2026-09-15; today when it is a working day, else the next.
    #[arg(long)]
    pub(crate) date: Option<NaiveDate>,
    /// How many bookings.
    #[arg(long, default_value_t = 120)]
    pub(crate) bookings: usize,
    /// How many days of bookings: this one, and days after it without receipts.
    #[arg(long, default_value_t = 1)]
    pub(crate) days: usize,
    /// The same seed gives the same people.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many receipts are written as PDF and PNG; at least one of each kind.
    #[arg(long, default_value_t = 24)]
    pub(crate) receipts: usize,
}

/// `scan`.
#[derive(Debug, Args)]
pub(crate) struct ScanArgs {
    /// The data folder.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// Number of the gate; the court's first without it.
    #[arg(long)]
    pub(crate) gate: Option<u32>,
    /// The time to judge by, 10:02 or 2026-09-15T10:02:11; only on demo and training data.
    #[arg(long)]
    pub(crate) at: Option<String>,
    /// Look only: use nothing up.
    #[arg(long)]
    pub(crate) look: bool,
    /// Exit instead of entry.
    #[arg(long)]
    pub(crate) exit: bool,
    /// Pictures (PGM, PNG, JPEG) or files of text, a code a line; `-` or nothing reads lines as they come.
    pub(crate) inputs: Vec<PathBuf>,
}

/// `decode`.
#[derive(Debug, Args)]
pub(crate) struct DecodeArgs {
    /// Pictures (PGM, PNG, JPEG).
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
}

/// An office on some days.
#[derive(Debug, Args)]
pub(crate) struct OfficeDays {
    /// The data folder.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// Number or name of the office.
    #[arg(long)]
    pub(crate) office: String,
    /// First day.
    #[arg(long)]
    pub(crate) from: NaiveDate,
    /// Last day; the first without it.
    #[arg(long)]
    pub(crate) to: Option<NaiveDate>,
}

impl OfficeDays {
    /// The days in their order, at most 400.
    pub(crate) fn dates(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let last = self.to.unwrap_or(self.from);
        self.from.iter_days().take_while(move |date| *date <= last).take(400)
    }
}

/// `slots`.
#[derive(Debug, Args)]
pub(crate) struct SlotsArgs {
    /// Which office, on which days.
    #[command(flatten)]
    pub(crate) of: OfficeDays,
    /// For whom: all, citizens, professionals, agencies, staff or walk_in.
    #[arg(long, default_value = "all")]
    pub(crate) audience: String,
}

/// `what-if`.
#[derive(Debug, Args)]
pub(crate) struct WhatIfArgs {
    /// Which office, on which days.
    #[command(flatten)]
    pub(crate) of: OfficeDays,
    /// Minutes of a slot, a multiple of five.
    #[arg(long, value_parser = clap::value_parser!(u16).range(5..=720))]
    pub(crate) slot_minutes: Option<u16>,
    /// Bookings at the same time.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=500))]
    pub(crate) desks: Option<u16>,
    /// Persons at the same time.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=5000))]
    pub(crate) persons: Option<u16>,
}

/// `backup`.
#[derive(Debug, Args)]
pub(crate) struct BackupArgs {
    /// The data folder.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// The file to write; in the folder's own backups without it.
    #[arg(long)]
    pub(crate) to: Option<PathBuf>,
}

/// `restore`.
#[derive(Debug, Args)]
pub(crate) struct RestoreArgs {
    /// The data folder.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// The copy.
    #[arg(long)]
    pub(crate) from: PathBuf,
}

/// `import`.
#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// The data folder.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// Only say what would happen.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// csv or json; by the file's name without it.
    #[arg(long)]
    pub(crate) format: Option<String>,
    /// The file.
    pub(crate) file: PathBuf,
}

/// `keys`.
#[derive(Debug, Args)]
pub(crate) struct KeysArgs {
    /// The data folder.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// Makes a new key, which signs from seven days on.
    #[arg(long, conflicts_with = "revoke")]
    pub(crate) make: bool,
    /// Takes a key back, by its four hexadecimal digits.
    #[arg(long)]
    pub(crate) revoke: Option<String>,
}

/// `closure`.
#[derive(Debug, Subcommand)]
pub(crate) enum ClosureVerb {
    /// Lists the bookings that it would hit, each with a proposal. Nothing is changed.
    Plan(ClosureArgs),
    /// Saves it with what a plan says, all or nothing.
    Apply(ClosureApplyArgs),
    /// Takes one back, as long as no message has left.
    Undo(ClosureUndoArgs),
}

/// What is closed, and when.
#[derive(Debug, Args)]
pub(crate) struct ClosureArgs {
    /// The data folder.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// Number or name of the office.
    #[arg(long, conflicts_with_all = ["site", "court"])]
    pub(crate) office: Option<String>,
    /// Number of the site.
    #[arg(long, conflicts_with = "court")]
    pub(crate) site: Option<u32>,
    /// The whole court.
    #[arg(long)]
    pub(crate) court: bool,
    /// First day.
    #[arg(long)]
    pub(crate) from: NaiveDate,
    /// Last day; the first without it.
    #[arg(long)]
    pub(crate) to: Option<NaiveDate>,
    /// Only these hours, 9:00-11:30.
    #[arg(long)]
    pub(crate) hours: Option<String>,
    /// Why, in Italian.
    #[arg(long)]
    pub(crate) reason_it: String,
    /// Why, in English.
    #[arg(long)]
    pub(crate) reason_en: String,
    /// The time to plan by; only on demo and training data.
    #[arg(long)]
    pub(crate) at: Option<String>,
}

/// `closure apply`.
#[derive(Debug, Args)]
pub(crate) struct ClosureApplyArgs {
    /// What is closed, and when.
    #[command(flatten)]
    pub(crate) of: ClosureArgs,
    /// What the plan has seen: without a plan's file, all is done as proposed if it is still so.
    #[arg(long, required_unless_present = "plan")]
    pub(crate) seen: Option<String>,
    /// The lines that `closure plan --json` wrote; what each says under `do` and `start` may have been changed.
    #[arg(long)]
    pub(crate) plan: Option<PathBuf>,
    /// Whoever does it, by name.
    #[arg(long)]
    pub(crate) by: String,
}

/// `closure undo`.
#[derive(Debug, Args)]
pub(crate) struct ClosureUndoArgs {
    /// The data folder.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// Its number.
    #[arg(long)]
    pub(crate) id: u32,
    /// Whoever does it, by name.
    #[arg(long)]
    pub(crate) by: String,
    /// The time to judge by; only on demo and training data.
    #[arg(long)]
    pub(crate) at: Option<String>,
}

/// `serve`.
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// The data folder.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8480")]
    pub(crate) listen: SocketAddr,
    /// entrance, lobby or admin.
    #[arg(long, default_value = "entrance")]
    pub(crate) mode: String,
    /// Number of the gate; the court's first without it.
    #[arg(long)]
    pub(crate) gate: Option<u32>,
    /// The pairing key; a fresh one is made and printed without it.
    #[arg(long)]
    pub(crate) pair: Option<String>,
    /// The clock begins at this time; only on demo and training data.
    #[arg(long)]
    pub(crate) at: Option<String>,
    /// Port of a serial scanner.
    #[arg(long)]
    pub(crate) serial: Option<String>,
}
