// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How the app is started.

use std::fmt;
use std::path::PathBuf;

use chrono::NaiveDateTime;
use clap::{Parser, ValueEnum};

/// Varco: who comes to the door, and with which appointment.
#[derive(Debug, Clone, Parser)]
#[command(name = "varco", version)]
pub struct Call {
    /// The folder that holds the court's data; without it, the app's own folder of this user.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,

    /// Which screen this machine is; without it, the one that the data folder says.
    #[arg(long, value_name = "MODE")]
    pub mode: Option<Mode>,

    /// Number of the gate at which this machine stands; the court's first without it.
    #[arg(long, value_name = "N")]
    pub gate: Option<u32>,

    /// Degrees by which the camera is turned: 0, 90, 180 or 270.
    #[arg(long, value_name = "DEGREES", default_value_t = 0)]
    pub rotation: u16,

    /// Port of a serial scanner.
    #[arg(long, value_name = "PORT")]
    pub serial: Option<String>,

    /// For a demo court: the clock begins at this time, 2026-09-15T10:02.
    #[arg(long, value_name = "TIME", value_parser = when)]
    pub at: Option<NaiveDateTime>,

    /// A window that can be moved and closed, instead of the whole screen. In admin mode it always is one.
    #[arg(long)]
    pub windowed: bool,

    /// The language of the screen; without it, the one that the station has.
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
}

impl Call {
    /// Takes the whole screen, with no way out that staff did not open. A desk is no kiosk.
    #[must_use]
    pub fn is_kiosk(&self) -> bool {
        !self.windowed && self.mode != Some(Mode::Admin)
    }
}

fn when(text: &str) -> Result<NaiveDateTime, String> {
    let forms = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
    let read = forms.iter().find_map(|f| NaiveDateTime::parse_from_str(text, f).ok());
    read.ok_or_else(|| "as in 2026-09-15T10:02".to_owned())
}

/// A face of Varco that this app shows. Also the label of its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Mode {
    /// Staff at the court's door.
    Entrance,
    /// Anyone, alone at a kiosk.
    Lobby,
    /// Managers and clerks at their desks: a window like any other.
    Admin,
    /// The first start.
    Setup,
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Mode::Entrance => "entrance",
            Mode::Lobby => "lobby",
            Mode::Admin => "admin",
            Mode::Setup => "setup",
        })
    }
}

/// A language that every sentence is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Italian.
    It,
    /// English.
    En,
}

impl Lang {
    /// The same for the sentences.
    #[must_use]
    pub const fn words(self) -> varco_words::Lang {
        match self {
            Self::It => varco_words::Lang::It,
            Self::En => varco_words::Lang::En,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Lang::It => "it",
            Lang::En => "en",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_without_words_opens_what_the_data_folder_says() {
        let call = Call::parse_from(["varco"]);
        assert_eq!((call.data, call.mode, call.windowed, call.lang), (None, None, false, None));
    }

    #[test]
    fn every_word_is_understood() {
        let call = Call::parse_from(["varco", "--data", "d", "--mode", "lobby", "--windowed", "--lang", "en"]);
        assert_eq!(call.data, Some(PathBuf::from("d")));
        assert_eq!((call.mode, call.windowed, call.lang), (Some(Mode::Lobby), true, Some(Lang::En)));
    }

    #[test]
    fn only_the_door_and_the_lobby_take_the_whole_screen() {
        let kiosk = |words: &[&str]| Call::parse_from([&["varco"], words].concat()).is_kiosk();
        assert!(kiosk(&[]) && kiosk(&["--mode", "lobby"]));
        assert!(!kiosk(&["--mode", "admin"]) && !kiosk(&["--windowed"]));
    }

    #[test]
    fn a_mode_that_does_not_exist_is_refused() {
        assert!(Call::try_parse_from(["varco", "--mode", "desk"]).is_err());
    }
}
