// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use varco_core::{access::Role, booking::IssueCause};

use super::{Fresh, court::*};
use crate::{
    BookingChange, Changed, Entered, NewBooking, NewPerson, Recovered, Secret, SignIn, Store, Unlock, seal::Opener,
};

fn named(store: &dyn Store, number: u128, names: &[&str]) -> Changed {
    let names = names.iter().map(|n| (*n).to_owned()).collect();
    let new = NewBooking { names, assistance: Some("ingresso senza gradini".into()), ..wish(9, 0, 1) };
    booked(store, number, new)
}

pub fn the_receipt_opens_its_own_names_and_no_others(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let (one, two) = (named(&*store, 1, &["Rosa Bianchi"]), named(&*store, 2, &["Rosa Bianchi"]));
    let details = store.details_by_receipt(one.booking.id, &opens(&one)).unwrap().unwrap();
    assert_eq!(details.names, ["Rosa Bianchi"]);
    assert_eq!(details.assistance.as_deref(), Some("ingresso senza gradini"));
    assert!(one.booking.assistance);
    assert_eq!(store.details_by_receipt(one.booking.id, &opens(&two)).unwrap(), None);
    assert_eq!(store.details_by_receipt(one.booking.id, &[7; 32]).unwrap(), None);
}

pub fn a_passphrase_opens_the_names_of_the_day_and_a_pin_does_not(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = named(&*store, 1, &["Rosa Bianchi", "Ugo Neri"]);
    for (who, secret) in [(ANNA, "135791"), (BRUNO, PASSPHRASE)] {
        let tried = store.unlock_names(who, &Secret(secret.into()), at(8, 0)).unwrap();
        assert!(matches!(tried, Unlock::Wrong { tries_left: 4 }), "{tried:?}");
    }
    for (who, secret) in [(ANNA, PASSPHRASE), (CARLA, PASSWORD)] {
        let key = unlocked(&*store, who, secret);
        let all = store.names_of_day(&key).unwrap();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].booking, made.booking.id);
        assert_eq!(all[0].details.names, ["Rosa Bianchi", "Ugo Neri"]);
        let one = store.details_by_names_key(made.booking.id, &key).unwrap().unwrap();
        assert_eq!(one, all[0].details);
    }
}

pub fn a_moved_receipt_opens_names_when_the_old_one_came_with_it(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = named(&*store, 1, &["Rosa Bianchi"]);
    let to = |hour| BookingChange::Move { office: REGISTRY, service: COPIES, start: at(hour, 0) };
    let with = Opener::Receipt(opens(&made));
    let moved = store.change(key(2), made.booking.id, to(10), Some(&with), at(8, 0)).unwrap().unwrap();
    let open = |changed: &Changed| {
        store.details_by_receipt(made.booking.id, &opens(changed)).unwrap().map(|details| details.names)
    };
    assert_eq!(open(&moved), Some(vec!["Rosa Bianchi".into()]));
    assert_eq!(open(&made), Some(vec!["Rosa Bianchi".into()]), "the older paper still counts after a move");
    let nameless = store.change(key(3), made.booking.id, to(11), None, at(8, 1)).unwrap().unwrap();
    assert_eq!(open(&nameless), None);
}

pub fn a_lost_receipt_opens_nothing_any_more(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = named(&*store, 1, &["Rosa Bianchi"]);
    let key_of_anna = unlocked(&*store, ANNA, PASSPHRASE);
    let lost = BookingChange::Reissue { cause: IssueCause::Lost, names: None };
    let with = Opener::Names(key_of_anna.clone());
    let new = store.change(key(2), made.booking.id, lost, Some(&with), at(8, 0)).unwrap().unwrap();
    assert_eq!(store.details_by_receipt(made.booking.id, &opens(&made)).unwrap(), None);
    let names = store.details_by_receipt(made.booking.id, &opens(&new)).unwrap().unwrap().names;
    assert_eq!(names, ["Rosa Bianchi"]);
    // For another person: the new name, for the new receipt and the names key.
    let other = BookingChange::Reissue { cause: IssueCause::OtherPerson, names: Some(vec!["Ugo Neri".into()]) };
    let third = store.change(key(3), made.booking.id, other, None, at(8, 1)).unwrap().unwrap();
    assert_eq!(store.details_by_receipt(made.booking.id, &opens(&new)).unwrap(), None);
    let names = store.details_by_receipt(made.booking.id, &opens(&third)).unwrap().unwrap().names;
    assert_eq!(names, ["Ugo Neri"]);
    assert_eq!(store.names_of_day(&key_of_anna).unwrap()[0].details.names, ["Ugo Neri"]);
    assert_sound(&*store);
}

pub fn the_reason_of_a_block_opens_with_the_receipt_and_with_the_names_key(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    let block = BookingChange::Block { reason: Some("divieto di avvicinamento".into()) };
    let blocked = store.change(key(2), made.booking.id, block, None, at(8, 0)).unwrap().unwrap();
    assert!(blocked.booking.block.is_some());
    let by_receipt = store.details_by_receipt(made.booking.id, &opens(&made)).unwrap().unwrap();
    assert_eq!(by_receipt.block_reason.as_deref(), Some("divieto di avvicinamento"));
    let anna = unlocked(&*store, ANNA, PASSPHRASE);
    assert_eq!(store.details_by_names_key(made.booking.id, &anna).unwrap(), Some(by_receipt));
    let lift = BookingChange::Block { reason: None };
    let free = store.change(key(3), made.booking.id, lift, None, at(8, 1)).unwrap().unwrap();
    assert!(free.booking.block.is_none());
    assert_eq!(store.details_by_names_key(made.booking.id, &anna).unwrap(), None);
    assert_sound(&*store);
}

pub fn a_forgotten_person_is_gone_and_the_journal_stays_sound(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = named(&*store, 1, &["Rosa Bianchi"]);
    let kept = named(&*store, 2, &["Ugo Neri"]);
    store.act(scan(3, MAIN, made.receipt.as_deref().unwrap(), at(9, 0))).unwrap();
    let before = store.journal(0, 100).unwrap();
    assert!(store.forget(made.booking.id, at(18, 0)).unwrap());
    let anna = unlocked(&*store, ANNA, PASSPHRASE);
    assert_eq!(store.details_by_receipt(made.booking.id, &opens(&made)).unwrap(), None);
    assert_eq!(store.details_by_names_key(made.booking.id, &anna).unwrap(), None);
    assert_eq!(store.names_of_day(&anna).unwrap().len(), 1);
    assert!(store.details_by_receipt(kept.booking.id, &opens(&kept)).unwrap().is_some());
    assert!(!store.booking(made.booking.id).unwrap().unwrap().assistance);
    // What was written stays as it was: the deletion is a fact of its own.
    let after = store.journal(0, 100).unwrap();
    assert_eq!(after[..before.len()], before);
    assert!(!store.forget(varco_core::ids::BookingId::new(1), at(18, 0)).unwrap());
    assert_sound(&*store);
}

pub fn somebody_added_with_the_names_key_can_open_names(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    named(&*store, 1, &["Rosa Bianchi"]);
    let anna = unlocked(&*store, ANNA, PASSPHRASE);
    let new = |name: &str| NewPerson {
        name: name.into(),
        role: Role::Supervisor,
        offices: Vec::new(),
        pin: Some(Secret("112233".into())),
        password: None,
        passphrase: Some(Secret("una frase lunga".into())),
        must_change: false,
    };
    let with = store.add_person(new("Dario P."), Some(&anna), CARLA, at(8, 0)).unwrap().unwrap().id;
    let without = store.add_person(new("Elena Q."), None, CARLA, at(8, 0)).unwrap().unwrap().id;
    let unlock = |who| store.unlock_names(who, &Secret("una frase lunga".into()), at(8, 1)).unwrap().key();
    assert_eq!(store.names_of_day(&unlock(with).unwrap()).unwrap().len(), 1);
    assert!(unlock(without).is_none());
    store.look(&mut |live| assert_eq!(live.people.len(), 5));
}

pub fn guesses_of_a_passphrase_are_slowed_and_the_right_pin_does_not_forgive_them(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let guess = |word: &str, now| store.unlock_names(ANNA, &Secret(word.into()), now).unwrap();
    for tries_left in [4, 3, 2, 1] {
        let tried = guess("una frase sbagliata", at(9, 0));
        assert!(matches!(tried, Unlock::Wrong { tries_left: left } if left == tries_left), "{tried:?}");
    }
    assert!(matches!(store.sign_in(ANNA, &Secret("135791".into()), at(9, 0)).unwrap(), SignIn::Welcome(_)));
    assert!(matches!(guess("una frase sbagliata", at(9, 0)), Unlock::Wait { seconds: 30 }));
    // The right one waits too, and the PIN does not.
    assert!(matches!(guess(PASSPHRASE, at(9, 0).plus_seconds(29)), Unlock::Wait { seconds: 1 }));
    assert!(matches!(store.sign_in(ANNA, &Secret("135791".into()), at(9, 0)).unwrap(), SignIn::Welcome(_)));
    assert!(guess(PASSPHRASE, at(9, 0).plus_seconds(30)).key().is_some());
    assert!(matches!(guess("una frase sbagliata", at(9, 1)), Unlock::Wrong { tries_left: 4 }));
    assert!(matches!(
        store.unlock_names(varco_core::ids::PersonId(77), &Secret(PASSPHRASE.into()), at(9, 0)).unwrap(),
        Unlock::Nobody
    ));
    assert_sound(&*store);
}

pub fn the_recovery_code_makes_one_administrator_who_opens_the_names_and_is_spent(fresh: Fresh<'_>) {
    let store = fresh();
    let code = || Secret("K7M2-9XPQ-1234-ABCD".into());
    store.install(structure(), people(), Some(code()), at(7, 0)).unwrap();
    store.turn_to(today()).unwrap();
    store.look(&mut |live| assert_eq!(live.people.len(), 3, "the code is nobody who signs in"));
    named(&*store, 1, &["Rosa Bianchi"]);
    let new = || NewPerson {
        name: "Dario P.".into(),
        role: Role::Steward,
        offices: Vec::new(),
        pin: Some(Secret("112233".into())),
        password: Some(Secret("una password lunga".into())),
        passphrase: Some(Secret("una frase lunga".into())),
        must_change: false,
    };
    let wrong = store.recover(&Secret("K7M2-9XPQ-1234-ABCE".into()), new(), at(8, 0)).unwrap();
    assert_eq!(wrong, Recovered::Wrong { tries_left: 4 });
    let taken = NewPerson { name: " carla  m. ".into(), ..new() };
    assert_eq!(store.recover(&code(), taken, at(8, 1)).unwrap(), Recovered::NameTaken, "the code stays good");
    let Recovered::Done(person) = store.recover(&code(), new(), at(8, 1)).unwrap() else { panic!("not recovered") };
    let Entered::Welcome { actor, names } =
        store.enter("Dario P.", &Secret("una password lunga".into()), at(8, 2)).unwrap()
    else {
        panic!("the new password is not right")
    };
    assert_eq!((actor.person, actor.role), (person, Role::Administrator));
    assert_eq!(store.names_of_day(&names.unwrap()).unwrap().len(), 1);
    let key = unlocked(&*store, person, "una frase lunga");
    assert_eq!(store.names_of_day(&key).unwrap().len(), 1);
    assert_eq!(store.recover(&code(), new(), at(8, 3)).unwrap(), Recovered::Spent);
    store.look(&mut |live| assert_eq!(live.people.len(), 4));
    assert_sound(&*store);
}
