// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Somebody takes the data folder of a full day. It holds no name, and no key that opens one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where")]

use std::{
    collections::{BTreeSet, HashMap},
    fs,
    path::Path,
};

use ed25519_dalek::SigningKey;
use rusqlite::{Connection, types::ValueRef};
use varco_core::{
    ids::{BookingId, CourtId, StationId},
    receipt::{KeyId, NameKey, name_key, sign},
};
use varco_store::{
    BookingChange, Changed, NewBooking, Store,
    contract::court::*,
    seal::{Opener, Place},
};
use varco_store_sqlite::{Options, SqliteStore, open};

const FIRST: [&str; 20] = [
    "Ottaviano",
    "Guendalina",
    "Ermenegilda",
    "Baldassarre",
    "Immacolata",
    "Telemaco",
    "Crocifissa",
    "Gaudenzio",
    "Incoronata",
    "Zaccaria",
    "Fiordaliso",
    "Ildebrando",
    "Quintilia",
    "Evaristo",
    "Radegonda",
    "Sigismondo",
    "Venceslao",
    "Wanda Maria",
    "Xenia",
    "Ysabella",
];
const LAST: [&str; 16] = [
    "Quaglierini",
    "Bartolozzi",
    "Vannucchi",
    "Giuntoli",
    "Cappellini",
    "Niccolai",
    "Frosini",
    "Ciampolini",
    "Melosi",
    "Breschi",
    "Tesi Mosca",
    "D'Ambròsi",
    "Žilinskas",
    "Nguyễn",
    "Papadopoulou",
    "O'Sullivan",
];
const NOTE: &str = "accompagnatrice per ipovedente";
const REASON: &str = "provvedimento del questore 4471";

/// More than three hundred people with names, of whom everybody is scanned.
fn full_day(folder: &Path) -> (SqliteStore, Vec<(Changed, String)>) {
    let store = open(folder, StationId(1), Options::small()).unwrap();
    let mut court = structure();
    for rule in court.schedules.iter_mut().flat_map(|s| &mut s.rules) {
        (rule.band.desks, rule.band.persons_per_slot) = (50, 100);
    }
    store.install(court, people(), None, at(7, 0)).unwrap();
    store.turn_to(today()).unwrap();
    let mut all = Vec::new();
    let mut wishes = Vec::new();
    for (n, first, last) in (0_u32..).zip(FIRST).flat_map(|(n, first)| LAST.map(|last| (n, first, last))) {
        let name = format!("{first} {last}");
        wishes.push(NewBooking {
            names: vec![name.clone()],
            tell_apart: Some("nata nel 1961".into()),
            assistance: (n % 3 == 0).then(|| NOTE.into()),
            ..wish(9 + n % 4, n / 4 % 2 * 30, 1)
        });
        all.push(name);
    }
    let keyed = (1..).map(key).zip(wishes).collect();
    let made = store.book_all(keyed, at(7, 30), &mut |_| {}).unwrap();
    let all: Vec<(Changed, String)> = made.into_iter().map(Result::unwrap).zip(all).collect();
    assert!(all.len() >= 300);
    for (n, (changed, _)) in (5000..).zip(&all) {
        store.act(scan(n, MAIN, changed.receipt.as_deref().unwrap(), changed.booking.start)).unwrap();
    }
    let block = BookingChange::Block { reason: Some(REASON.into()) };
    store.change(key(9000), all[0].0.booking.id, block, None, at(8, 0)).unwrap().unwrap();
    // A supervisor searches; the copy of the day lies in the same folder.
    let anna = unlocked(&store, ANNA, PASSPHRASE);
    assert!(store.names_of_day(&anna).unwrap().len() >= 300);
    store.backup(&folder.join("copia.db"), &mut |_| {}).unwrap();
    (store, all)
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            all.extend(files(&entry.path()));
        } else {
            all.push((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap()));
        }
    }
    all
}

/// A text in every way in which a program might leave it lying about.
fn spellings(text: &str) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for text in [text.to_owned(), text.to_lowercase(), text.to_uppercase()] {
        found.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        found.push(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
        found.push(text.into_bytes());
    }
    found
}

/// Which of some texts are in some bytes. One pass over the bytes: there are megabytes of them and hundreds of texts.
fn found_in<'a>(bytes: &[u8], texts: &'a [Vec<u8>]) -> Vec<&'a [u8]> {
    let mut by_beginning: HashMap<[u8; 4], Vec<&[u8]>> = HashMap::new();
    for text in texts {
        by_beginning.entry(*text.first_chunk().unwrap()).or_default().push(text);
    }
    let mut found = Vec::new();
    for (at, beginning) in bytes.array_windows::<4>().enumerate() {
        if let Some(texts) = by_beginning.get(beginning) {
            found.extend(texts.iter().filter(|text| bytes[at..].starts_with(text)));
        }
    }
    found
}

#[test]
fn no_file_of_a_full_day_holds_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let (_store, all) = full_day(folder.path());
    let files = files(folder.path());
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    for expected in ["varco.db", "varco.db-wal", "copia.db"] {
        assert!(names.contains(&expected), "{expected} was not looked at: {names:?}");
    }
    let mut secrets: Vec<&str> = LAST.into_iter().chain(FIRST).collect();
    secrets.extend([NOTE, REASON, "nata nel", PASSPHRASE, PASSWORD]);
    secrets.extend(all.iter().filter_map(|(changed, _)| changed.receipt.as_deref()).take(20));
    let spelled: Vec<Vec<u8>> = secrets.into_iter().flat_map(spellings).collect();
    for (name, bytes) in &files {
        let found = found_in(bytes, &spelled);
        assert!(
            found.is_empty(),
            "{name} holds {:?}",
            found.iter().map(|f| String::from_utf8_lossy(f)).collect::<Vec<_>>()
        );
    }
    // The test would notice: what may be known is found.
    let court = spellings("Tribunale di Pistoia");
    assert!(files.iter().any(|(name, bytes)| name == "varco.db" && !found_in(bytes, &court).is_empty()));
}

/// Everything of 32 bytes that is in the database in the clear: as it is, or as hexadecimal digits, whole or at the
/// beginning or end of something longer.
fn keys_lying_about(db: &Connection) -> BTreeSet<[u8; 32]> {
    let mut keys = BTreeSet::new();
    let mut tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut take = |bytes: &[u8]| {
        keys.extend(bytes.first_chunk::<32>().copied());
        keys.extend(bytes.last_chunk::<32>().copied());
    };
    for table in tables {
        let mut statement = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                match row.get_ref(column).unwrap() {
                    ValueRef::Blob(blob) => take(blob),
                    ValueRef::Text(text) => {
                        let text = std::str::from_utf8(text).unwrap();
                        for word in text.split(|c: char| !c.is_ascii_hexdigit()).filter(|w| w.len() >= 64) {
                            let bytes: Vec<u8> = (0..word.len() / 2)
                                .map(|n| u8::from_str_radix(&word[2 * n..2 * n + 2], 16).unwrap())
                                .collect();
                            take(&bytes);
                        }
                    }
                    ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => {}
                }
            }
        }
    }
    keys
}

#[test]
fn no_key_that_is_in_the_folder_opens_a_sealed_row() {
    let folder = tempfile::tempdir().unwrap();
    let (store, all) = full_day(folder.path());
    let db = Connection::open(folder.path().join("varco.db")).unwrap();
    let keys = keys_lying_about(&db);
    assert!(keys.len() > 1000, "hashes, addresses, seeds: {}", keys.len());
    let mut wraps = db
        .prepare("SELECT w.booking, w.kind, w.wrap, d.content FROM sealed_wrap AS w NATURAL JOIN sealed_detail AS d")
        .unwrap();
    let rows: Vec<(i64, String, Vec<u8>, Vec<u8>)> = wraps
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert!(rows.len() >= 2 * all.len());
    let few: Vec<_> = rows.iter().step_by(rows.len() / 3).collect();
    for key in &keys {
        for (booking, kind, wrap, content) in &few {
            assert!(Opener::Receipt(*key).unwrap(wrap).is_none(), "a key in the folder opens a box");
            let place = Place { court: CourtId(9), booking: BookingId::new(booking.cast_unsigned()), kind };
            let straight = varco_store::seal::ContentKey::from_bytes(*key).open(content, place);
            assert!(straight.is_none(), "a key in the folder opens a name");
        }
    }
    // The real thing does open: the test would notice if nothing ever did.
    assert!(store.details_by_receipt(all[0].0.booking.id, &opens(&all[0].0)).unwrap().is_some());
}

#[test]
fn whoever_has_the_signing_key_cannot_make_the_receipts_secret_again() {
    let folder = tempfile::tempdir().unwrap();
    let (store, all) = full_day(folder.path());
    let db = Connection::open(folder.path().join("varco.db")).unwrap();
    let (kid, seed): (u16, [u8; 32]) =
        db.query_row("SELECT kid, seed FROM issuer_key", [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let signer = SigningKey::from_bytes(&seed);
    for (changed, _) in all.iter().take(40) {
        let mine = receipt(changed);
        for entropy in [[0; 32], seed, mine.sha256] {
            let (text, forged) = sign(&mine.claims, KeyId(kid), &signer, &entropy).unwrap();
            assert!(forged.verify(&signer.verifying_key()), "the signature itself is good");
            assert_ne!(changed.receipt.as_deref(), Some(text.as_str()));
            let key: NameKey = name_key(&forged);
            assert_eq!(store.details_by_receipt(changed.booking.id, &key).unwrap(), None);
        }
    }
}

#[test]
fn a_forgotten_persons_sealed_row_is_in_no_file_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let (store, all) = full_day(folder.path());
    fs::remove_file(folder.path().join("copia.db")).unwrap();
    let id = all[7].0.booking.id;
    let sealed: Vec<Vec<u8>> = {
        let db = Connection::open(folder.path().join("varco.db")).unwrap();
        let sql = "SELECT content FROM sealed_detail WHERE booking = ?1 UNION ALL \
                   SELECT wrap FROM sealed_wrap WHERE booking = ?1";
        let mut statement = db.prepare(sql).unwrap();
        let number = id.get().cast_signed();
        statement.query_map([number], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert!(sealed.len() >= 3);
    let found = || files(folder.path()).iter().flat_map(|(_, bytes)| found_in(bytes, &sealed)).count();
    assert!(found() >= sealed.len());
    assert!(store.forget(id, at(18, 0)).unwrap());
    assert_eq!(found(), 0, "a deleted row is still in a file");
    assert_sound(&store);
    // The others are still there.
    assert!(store.details_by_receipt(all[8].0.booking.id, &opens(&all[8].0)).unwrap().is_some());
}
