// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What is done at the door, in words.

use chrono::TimeDelta;

use super::{
    court::{ANNEX_GATE, FRONT, LOBBY, PALACE, REGISTRY, SIDE, World, clock},
    given::{number, time},
    say::outcome,
};
use crate::{
    access::Actor,
    gate::{Act, ConflictKind, Event, Gesture, Station, UnbookedReason, Via, walk_in_left},
    ids::{GateId, GestureKey},
    receipt::{Shown, read},
    time::Millis,
};

/// Who, where and when, taken off the end of the words: `… 10:02 at side as steward`.
struct Setting {
    at: Millis,
    gate: Option<GateId>,
    actor: Option<Actor>,
}

impl World {
    /// Plays one gesture and gives the answer in words.
    pub(crate) fn play(&mut self, gesture: &str) -> String {
        let words: Vec<&str> = gesture.split_whitespace().collect();
        let (setting, words) = self.setting(&words);
        match words.as_slice() {
            // What is asked of the state.
            ["inside"] => self.inside(setting.at),
            ["conflicts"] => self.told_conflicts(),
            ["awaiting"] => self.state.awaiting_document(setting.gate.unwrap_or(FRONT), setting.at).len().to_string(),
            ["places"] => walk_in_left(&self.day, &self.state, REGISTRY, setting.at).to_string(),
            // What changes elsewhere.
            ["served"] => {
                let event = Event::Served { booking: self.booking.id, at: setting.at };
                self.append(setting.at, self.station(FRONT, Gesture::Enter).id, event);
                "done".into()
            }
            ["held"] => {
                let scan = self.scans.last().copied().unwrap_or(GestureKey(0));
                self.state.saw(scan, setting.at);
                "done".into()
            }
            ["list"] => {
                self.listed = true;
                self.list();
                "done".into()
            }
            ["office", rest @ ..] if !rest.is_empty() => {
                self.know(rest);
                self.list();
                "done".into()
            }
            words => {
                let (act, station) = self.gesture(words, &setting);
                let acted = self.act(&act, &station, setting.actor, setting.at);
                outcome(self, &acted)
            }
        }
    }

    fn setting<'w>(&self, words: &[&'w str]) -> (Setting, Vec<&'w str>) {
        let mut setting = Setting { at: self.booking.start, gate: None, actor: None };
        let mut words = words.to_vec();
        // Of the words of a change the times and places are its own.
        while words.first() != Some(&"office") {
            let keep = match words.as_slice() {
                [.., "as", who] => {
                    setting.actor = match *who {
                        "supervisor" => Some(Self::supervisor()),
                        "steward" => Some(Self::steward()),
                        other => panic!("nobody knows {other}"),
                    };
                    words.len() - 2
                }
                [.., "at", gate] => {
                    setting.gate = Some(match *gate {
                        "front" => FRONT,
                        "side" => SIDE,
                        "lobby" => LOBBY,
                        "annex" => ANNEX_GATE,
                        other => panic!("there is no gate {other}"),
                    });
                    words.len() - 2
                }
                [.., at, "second"] => {
                    setting.at = clock(self.date, time(at), true);
                    words.len() - 2
                }
                [.., "yesterday", at] => {
                    setting.at = clock(self.date - TimeDelta::days(1), time(at), false);
                    words.len() - 2
                }
                [_, .., at] if at.contains(':') => {
                    setting.at = clock(self.date, time(at), false);
                    words.len() - 1
                }
                _ => break,
            };
            words.truncate(keep);
        }
        (setting, words)
    }

    fn gesture(&self, words: &[&str], setting: &Setting) -> (Act, Station) {
        let station = |gesture| self.station(setting.gate.unwrap_or(FRONT), gesture);
        let enter = || station(Gesture::Enter);
        let scan = |shown, via, look| Act::Scan { shown, via, look, late: None };
        match words {
            ["scan", what @ ..] => (scan(self.shown(what), Via::Camera, false), enter()),
            ["look", what @ ..] => (scan(self.shown(what), Via::Camera, true), enter()),
            ["exit", what @ ..] => (scan(self.shown(what), Via::Camera, false), station(Gesture::Exit)),
            ["arrive", what @ ..] => {
                let lobby = self.station(setting.gate.unwrap_or(LOBBY), Gesture::Arrive);
                (scan(self.shown(what), Via::Camera, false), lobby)
            }
            ["paper", persons, what @ ..] => {
                // Typed in at the end of the day.
                let late = Some((setting.at, number(persons)));
                (Act::Scan { shown: self.shown(what), via: Via::Typed, look: false, late }, enter())
            }
            ["persons", n, which @ ..] => (Act::Persons { scan: self.which(which), persons: number(n) }, enter()),
            ["confirm", which @ ..] => (Act::ConfirmId { scan: self.which(which) }, enter()),
            ["refuse", which @ ..] => (Act::RefuseId { scan: self.which(which) }, enter()),
            ["overrule", reason, which @ ..] => {
                (Act::Overrule { scan: self.which(which), reason: (*reason).to_owned() }, enter())
            }
            ["annul", reason, which @ ..] => {
                (Act::Annul { scan: self.which(which), reason: (*reason).to_owned() }, enter())
            }
            ["undo", which @ ..] => (Act::Annul { scan: self.which(which), reason: String::new() }, enter()),
            ["unbooked", n] => {
                (Act::Unbooked { reason: UnbookedReason::Hearing, persons: number(n), office: None }, enter())
            }
            ["walk-in", n] => {
                let office = Some(REGISTRY);
                (Act::Unbooked { reason: UnbookedReason::WalkIn, persons: number(n), office }, enter())
            }
            ["call"] => (Act::Call, self.station(setting.gate.unwrap_or(LOBBY), Gesture::Arrive)),
            ["left", n] => (Act::Left { persons: number(n) }, enter()),
            ["take", kind, which @ ..] => {
                let of = serde_json::from_value::<ConflictKind>((*kind).into()).expect("a kind of conflict");
                (Act::TakeConflict { of, scan: self.which(which) }, enter())
            }
            other => panic!("nobody knows how to {other:?}"),
        }
    }

    /// The last gesture, or the n-th that left a fact: `#1`.
    fn which(&self, words: &[&str]) -> GestureKey {
        match words {
            [] => self.scans.last().copied().unwrap_or(GestureKey(0)),
            [n] => {
                let n: usize = number(n.trim_start_matches('#'));
                self.scans.get(n - 1).copied().unwrap_or(GestureKey(u128::MAX))
            }
            other => panic!("nobody knows which {other:?} is"),
        }
    }

    /// The latest receipt; `first` the first one, `code` typed instead of shown, `other` somebody else's.
    fn shown(&self, words: &[&str]) -> Shown {
        let last = self.booking.issues.len() - 1;
        let code = |i: usize| Shown::Code(self.booking.issues[i].code);
        match words {
            [] => self.receipt(last),
            ["first"] => self.receipt(0),
            ["issue", n] => self.receipt(number::<usize>(n) - 1),
            ["code"] => code(last),
            ["code", "first"] => code(0),
            ["code", "nobody's"] => Shown::Code(crate::receipt::ShortCode::from_bits(77)),
            ["other"] => self.others_receipt(),
            ["damaged"] => Shown::Damaged,
            ["link"] => read(b"https://example.it"),
            other => panic!("nobody knows what {other:?} is"),
        }
    }

    fn inside(&self, at: Millis) -> String {
        let there = self.state.occupancy(PALACE, at);
        match (there.inside(), there.left_today) {
            (n, 0) => n.to_string(),
            (n, left) => format!("{n}, {left} left"),
        }
    }

    fn told_conflicts(&self) -> String {
        let told: Vec<String> = self
            .state
            .conflicts(&self.day)
            .iter()
            .map(|c| {
                let kind = serde_json::to_value(c.kind).expect("a word");
                let taken = if c.taken { " taken" } else { "" };
                format!("{}{taken}", kind.as_str().unwrap_or_default())
            })
            .collect();
        if told.is_empty() { "none".into() } else { told.join(", ") }
    }
}
