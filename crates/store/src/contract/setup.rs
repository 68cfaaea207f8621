// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use varco_core::{access::Role, ids::PersonId, receipt::KeyState};

use super::{Fresh, court::*};
use crate::{Secret, SignIn, StoreError};

pub fn an_empty_store_has_no_court(fresh: Fresh<'_>) {
    let store = fresh();
    assert!(matches!(store.turn_to(today()), Err(StoreError::Empty)));
    assert!(matches!(store.act(scan(1, MAIN, "x", at(9, 0))), Err(StoreError::Empty)));
    assert!(matches!(store.book(key(2), wish(9, 0, 1), at(8, 0)), Err(StoreError::Empty)));
    assert_sound(&*store);
}

pub fn a_court_is_installed_once(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    assert!(matches!(store.install(structure(), people(), None, at(8, 0)), Err(StoreError::KeyReused)));
    store.look(&mut |live| {
        assert_eq!(live.structure, structure());
        let people: Vec<_> = live.people.iter().map(|p| (p.id, p.role)).collect();
        assert_eq!(people, [(BRUNO, Role::Steward), (ANNA, Role::Supervisor), (CARLA, Role::Administrator)]);
        assert_eq!(live.day.keys.iter().count(), 1);
    });
}

pub fn a_changed_structure_is_seen_at_once(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let mut changed = structure();
    changed.offices[0].room = Some("300".into());
    store.save_structure(changed.clone(), at(8, 0)).unwrap();
    store.look(&mut |live| {
        assert_eq!(live.structure, changed);
        assert_eq!(live.day.offices[&REGISTRY].room.as_deref(), Some("300"));
    });
    assert_sound(&*store);
}

pub fn a_new_key_signs_after_seven_days_and_a_revoked_one_vouches_no_more(fresh: Fresh<'_>) {
    let store = fresh();
    let first = store.install(structure(), people(), None, at(7, 0)).unwrap();
    let second = store.make_key(at(8, 0)).unwrap();
    let week = 7 * 24 * 60;
    assert_eq!(second.signs_from, at(8, 0).plus_minutes(week));
    store.look(&mut |live| {
        let signing = |at| live.day.keys.signing(at).map(|k| k.kid);
        assert_eq!(signing(at(8, 1)), Some(first.kid));
        assert_eq!(signing(second.signs_from), Some(second.kid));
    });
    assert!(store.revoke_key(first.kid, at(9, 0)).unwrap());
    store.look(&mut |live| assert_eq!(live.day.keys.state(first.kid), KeyState::Revoked(at(9, 0))));
    let mut unused = first.kid;
    while unused == first.kid || unused == second.kid {
        unused.0 = unused.0.wrapping_add(1);
    }
    assert!(!store.revoke_key(unused, at(9, 0)).unwrap());
    assert_sound(&*store);
}

pub fn five_wrong_pins_make_the_sixth_try_wait(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let wrong = Secret("000000".into());
    let right = Secret("135791".into());
    let answers: Vec<_> = (0..5).map(|_| store.sign_in(ANNA, &wrong, at(9, 0)).unwrap()).collect();
    let left = |tries_left| SignIn::Wrong { tries_left };
    assert_eq!(answers, [left(4), left(3), left(2), left(1), SignIn::Wait { seconds: 30 }]);
    // The right one waits too, and another person does not.
    assert_eq!(store.sign_in(ANNA, &right, at(9, 0).plus_seconds(29)).unwrap(), SignIn::Wait { seconds: 1 });
    assert!(matches!(store.sign_in(BRUNO, &Secret("246802".into()), at(9, 0)).unwrap(), SignIn::Welcome(_)));
    assert_eq!(store.sign_in(ANNA, &wrong, at(9, 0).plus_seconds(30)).unwrap(), SignIn::Wait { seconds: 60 });
    assert!(matches!(store.sign_in(ANNA, &right, at(9, 0).plus_seconds(90)).unwrap(), SignIn::Welcome(_)));
    assert_eq!(store.sign_in(PersonId(77), &right, at(9, 0)).unwrap(), SignIn::Nobody);
}

pub fn the_right_pin_says_who_it_is_and_forgets_the_wrong_ones(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    for _ in 0..4 {
        store.sign_in(BRUNO, &Secret("1".into()), at(9, 0)).unwrap();
    }
    let SignIn::Welcome(actor) = store.sign_in(BRUNO, &Secret("246802".into()), at(9, 0)).unwrap() else {
        panic!("the right PIN was refused");
    };
    assert_eq!((actor.person, actor.role), (BRUNO, Role::Steward));
    assert_eq!(store.sign_in(BRUNO, &Secret("1".into()), at(9, 1)).unwrap(), SignIn::Wrong { tries_left: 4 });
    let tries = store.journal(0, 100).unwrap();
    let ok: Vec<bool> = tries
        .iter()
        .filter_map(|row| match row.event {
            varco_core::gate::Event::SignIn { person: BRUNO, ok, .. } => Some(ok),
            _ => None,
        })
        .collect();
    assert_eq!(ok, [false, false, false, false, true, false]);
}

pub fn the_store_is_sound_after_everything(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let first = booked(&*store, 1, wish(9, 0, 2));
    store.act(scan(2, MAIN, first.receipt.as_deref().unwrap(), at(9, 0))).unwrap();
    store.sign_in(BRUNO, &Secret("1".into()), at(9, 1)).unwrap();
    store.save_structure(structure(), at(9, 2)).unwrap();
    let report = store.verify().unwrap();
    let what: Vec<_> = report.findings.iter().map(|f| f.what.as_str()).collect();
    for expected in ["chain", "use", "foreign_keys", "integrity", "gestures", "sealed", "history"] {
        assert!(what.contains(&expected), "{expected} was not looked at: {what:?}");
    }
    assert!(report.is_sound(), "{report:#?}");
    let last = store.journal(0, 100).unwrap().pop().unwrap();
    assert_eq!(report.head, last.hash);
    store.look(&mut |live| assert_eq!(live.head, report.head));
}
