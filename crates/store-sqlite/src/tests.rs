// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What happens on the writing thread, made to happen in a known order.

use std::{
    sync::mpsc::{Receiver, Sender, channel, sync_channel},
    time::{Duration, Instant},
};

use tempfile::TempDir;
use varco_core::{ids::StationId, verdict::Code};
use varco_store::{
    ActAnswer, ActRequest, Secret, SignIn, Store, StoreError, Unlock,
    contract::court::{
        ANNA, MAIN, PASSPHRASE, SIDE, assert_sound, at, booked, inside, install, scan, today, verdict, wish,
    },
};

use crate::{
    Options, SqliteStore,
    fault::fault,
    open,
    shared::{Job, Waiting},
    sql::Sql,
};

type Answer = Result<ActAnswer, StoreError>;

fn court() -> (SqliteStore, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path(), StationId(1), Options { busy: Duration::ZERO, ..Options::small() }).unwrap();
    install(&store);
    (store, folder)
}

/// Keeps the writing thread busy until the sender goes.
fn hold(store: &SqliteStore) -> Sender<()> {
    let (release, held) = channel::<()>();
    let (began, begun) = sync_channel(1);
    store
        .ask(Job::Task(Box::new(move |_| {
            began.send(()).unwrap();
            // Ends when the other end is dropped.
            let _ = held.recv();
        })))
        .unwrap();
    begun.recv().unwrap();
    release
}

fn send(store: &SqliteStore, request: ActRequest) -> Receiver<Answer> {
    let (reply, answer) = sync_channel(1);
    store.ask(Job::Act(Box::new(Waiting { request, asked: Instant::now(), reply }))).unwrap();
    answer
}

#[test]
fn eight_gestures_that_wait_are_one_commit() {
    let (store, _folder) = court();
    let made = booked(&store, 1, wish(9, 0, 1));
    let text = made.receipt.unwrap();
    let before = store.commits();
    let busy = hold(&store);
    let waiting: Vec<_> =
        (10..18).map(|n| send(&store, scan(n, if n % 2 == 0 { MAIN } else { SIDE }, &text, at(9, 0)))).collect();
    drop(busy);
    let verdicts: Vec<_> = waiting.into_iter().map(|answer| verdict(answer.recv().unwrap())).collect();
    // Each is decided on what the ones before it in the same transaction did.
    assert_eq!(verdicts[..2], [Code::Admit, Code::AlreadyInside]);
    assert_eq!(verdicts.iter().filter(|v| **v == Code::Admit).count(), 4, "shown again at the same gate");
    assert_eq!(store.commits() - before, 1);
    assert_eq!(inside(&store, made.booking.id), 1);
    assert_sound(&store);
}

#[test]
fn a_gesture_sent_twice_in_one_batch_counts_once() {
    let (store, _folder) = court();
    let made = booked(&store, 1, wish(9, 0, 2));
    let text = made.receipt.unwrap();
    let busy = hold(&store);
    let waiting: Vec<_> = (0..3).map(|_| send(&store, scan(10, MAIN, &text, at(9, 0)))).collect();
    let other = send(&store, scan(10, MAIN, "https://example.org", at(9, 0)));
    drop(busy);
    let repeated: Vec<_> = waiting.into_iter().map(|a| a.recv().unwrap().unwrap().repeated).collect();
    assert_eq!(repeated, [false, true, true]);
    assert!(matches!(other.recv().unwrap(), Err(StoreError::KeyReused)));
    assert_eq!(inside(&store, made.booking.id), 2);
}

#[test]
fn a_commit_that_fails_tells_everybody_and_leaves_nothing() {
    let (store, _folder) = court();
    let made = booked(&store, 1, wish(9, 0, 1));
    let text = made.receipt.unwrap();
    let head = || {
        let mut head = String::new();
        store.look(&mut |live| head.clone_from(&live.head));
        head
    };
    let before = head();
    // The file may not grow by a single page.
    let pages = |sql: &'static str| {
        store.on_writer(move |worker| worker.db.first(sql, [], |row| row.get::<_, i64>(0))).unwrap().unwrap()
    };
    let full = pages("PRAGMA page_count");
    assert_eq!(pages("PRAGMA max_page_count = 1"), full);
    let busy = hold(&store);
    let long = "x".repeat(200);
    let waiting: Vec<_> =
        (0..64).map(|n| send(&store, scan(100 + n, MAIN, if n == 0 { &text } else { &long }, at(9, 0)))).collect();
    drop(busy);
    let answers: Vec<_> = waiting.into_iter().map(|a| a.recv().unwrap()).collect();
    assert!(answers.iter().all(|a| matches!(a, Err(StoreError::Full))), "{answers:?}");
    assert_eq!((head(), inside(&store, made.booking.id)), (before, 0));
    assert!(store.health().failing.is_some());
    assert_eq!(store.health().failing_since, Some(at(9, 0)));
    // Space again: the same gestures are decided as if nothing had been.
    pages("PRAGMA max_page_count = 1000000");
    assert_eq!(verdict(store.act(scan(100, MAIN, &text, at(9, 1)))), Code::Admit);
    assert_eq!(store.health().failing, None);
    assert_sound(&store);
}

#[test]
fn while_nothing_can_be_written_staff_sign_in_and_guesses_are_still_slowed() {
    let (store, _folder) = court();
    let pragma = |sql: &'static str| {
        store.on_writer(move |worker| worker.db.execute_batch(sql).map_err(fault)).unwrap();
    };
    let try_pin = |pin: &str| store.sign_in(ANNA, &Secret(pin.into()), at(9, 0)).unwrap();
    pragma("PRAGMA query_only = 1");
    for left in [4, 3] {
        assert_eq!(try_pin("000000"), SignIn::Wrong { tries_left: left });
    }
    assert!(matches!(try_pin("135791"), SignIn::Welcome(actor) if actor.person == ANNA));
    for left in (0..5).rev() {
        assert_eq!(try_pin("000000"), SignIn::Wrong { tries_left: left });
    }
    assert!(matches!(try_pin("135791"), SignIn::Wait { seconds: 30 }), "the right one waits too");
    // Space again: only what is on disk counts.
    pragma("PRAGMA query_only = 0");
    assert!(matches!(try_pin("135791"), SignIn::Welcome(_)));
    assert_eq!(try_pin("000000"), SignIn::Wrong { tries_left: 4 });
}

#[test]
fn while_another_program_writes_a_gesture_is_told_that_the_file_is_busy() {
    let (store, folder) = court();
    let other = rusqlite::Connection::open(folder.path().join("varco.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(matches!(store.act(scan(1, MAIN, "x", at(9, 0))), Err(StoreError::Busy)));
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(verdict(store.act(scan(1, MAIN, "x", at(9, 0)))), Code::NotAReceipt);
}

#[test]
fn two_programs_on_one_folder_know_of_each_other_before_they_decide() {
    let (one, folder) = court();
    let two = open(folder.path(), StationId(2), Options::small()).unwrap();
    two.turn_to(today()).unwrap();
    let made = booked(&one, 1, wish(9, 0, 1));
    let text = made.receipt.as_deref().unwrap();
    assert_eq!(verdict(two.act(scan(10, SIDE, text, at(9, 0)))), Code::Admit);
    assert_eq!(verdict(one.act(scan(11, MAIN, text, at(9, 0)))), Code::AlreadyInside);
    // A change of the court and a new person reach the other without asking.
    let mut structure = varco_store::contract::court::structure();
    structure.offices[0].floor = Some("5".into());
    one.save_structure(structure.clone(), at(9, 1)).unwrap();
    assert!(two.refresh().unwrap());
    assert!(!two.refresh().unwrap());
    two.look(&mut |live| assert_eq!(live.structure, structure));
    let rows = one.journal(0, 1000).unwrap();
    let seqs =
        |origin| rows.iter().filter(|r| r.stamp.origin == StationId(origin)).map(|r| r.stamp.seq).collect::<Vec<_>>();
    assert_eq!(seqs(2), [1]);
    assert_eq!(seqs(1), (1..=4).collect::<Vec<_>>());
    assert_sound(&one);
}

#[test]
fn a_folder_opened_again_knows_everything() {
    let (store, folder) = court();
    let made = booked(&store, 1, wish(9, 0, 3));
    let text = made.receipt.unwrap();
    store.act(scan(2, MAIN, &text, at(9, 0))).unwrap();
    let mut before = None;
    store.look(&mut |live| before = Some(live.clone()));
    drop(store);
    let again = open(folder.path(), StationId(1), Options::small()).unwrap();
    again.turn_to(today()).unwrap();
    again.look(&mut |live| {
        let before = before.as_ref().unwrap();
        let scans = |gate: &varco_core::gate::GateState| {
            let mut scans: Vec<_> = gate.scans().cloned().collect();
            scans.sort_by_key(|fact| fact.scan);
            scans
        };
        assert_eq!(scans(&live.gate), scans(&before.gate));
        assert_eq!(live.gate.presence(made.booking.id), before.gate.presence(made.booking.id));
        assert_eq!((&live.day, &live.head, &live.people), (&before.day, &before.head, &before.people));
    });
    assert!(again.act(scan(2, MAIN, &text, at(9, 5))).unwrap().repeated);
    assert_eq!(again.journal(0, 100).unwrap().last().unwrap().stamp.seq, 3);
}

#[test]
fn wrong_passphrases_are_counted_across_a_restart() {
    let (store, folder) = court();
    let wrong = Secret("una frase sbagliata".into());
    for _ in 0..4 {
        assert!(matches!(store.unlock_names(ANNA, &wrong, at(9, 0)).unwrap(), Unlock::Wrong { .. }));
    }
    drop(store);
    let again = open(folder.path(), StationId(1), Options::small()).unwrap();
    assert!(matches!(again.unlock_names(ANNA, &wrong, at(9, 0)).unwrap(), Unlock::Wait { seconds: 30 }));
    drop(again);
    let third = open(folder.path(), StationId(1), Options::small()).unwrap();
    let right = Secret(PASSPHRASE.into());
    assert!(matches!(third.unlock_names(ANNA, &right, at(9, 0)).unwrap(), Unlock::Wait { seconds: 30 }));
    assert!(third.unlock_names(ANNA, &right, at(9, 1)).unwrap().key().is_some());
}
