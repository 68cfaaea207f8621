// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use varco_core::{
    access::Role,
    gate::Event,
    ids::{OfficeId, PersonId},
};

use super::{Fresh, court::*};
use crate::{
    Entered, HistoryOf, NewPerson, NewSecret, Person, PersonChange, PersonRefusal, Secret, SignIn, Store, Unlock,
};

const GIVEN: &str = "una parola data";

fn secret(text: &str) -> Secret {
    Secret(text.into())
}

fn person(store: &dyn Store, id: PersonId) -> Person {
    let mut found = None;
    store.look(&mut |live| found = live.people.iter().find(|p| p.id == id).cloned());
    found.unwrap()
}

fn manager(name: &str) -> NewPerson {
    NewPerson {
        name: name.into(),
        role: Role::Manager,
        offices: vec![REGISTRY],
        pin: None,
        password: Some(secret(GIVEN)),
        passphrase: None,
        must_change: true,
    }
}

fn added(store: &dyn Store, new: NewPerson) -> Person {
    let carla = unlocked(store, CARLA, PASSWORD);
    store.add_person(new, Some(&carla), CARLA, at(8, 0)).unwrap().unwrap()
}

/// Changes somebody as they are now.
fn change(store: &dyn Store, id: PersonId, change: PersonChange) -> Result<Person, PersonRefusal> {
    let seen = person(store, id).version();
    store.change_person(id, &seen, change, CARLA, at(9, 0)).unwrap()
}

fn edit(name: &str, role: Role, offices: &[OfficeId]) -> PersonChange {
    PersonChange::Edit { name: name.into(), role, offices: offices.to_vec() }
}

fn enters(store: &dyn Store, name: &str, password: &str) -> bool {
    matches!(store.enter(name, &secret(password), at(9, 30)).unwrap(), Entered::Welcome { .. })
}

pub fn a_password_is_no_pin_and_a_pin_no_password(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let Entered::Welcome { actor, names } = store.enter("carla  M.", &secret(PASSWORD), at(9, 0)).unwrap() else {
        panic!("capitals and spaces of a name do not count")
    };
    assert_eq!((actor.person, actor.role), (CARLA, Role::Administrator));
    assert!(names.is_some(), "an administrator's password opens the names");
    assert!(!enters(&*store, "Carla M.", "908070"));
    assert!(matches!(store.sign_in(CARLA, &secret(PASSWORD), at(9, 0)).unwrap(), SignIn::Wrong { .. }));
    // Who has no password cannot sign in by an empty one.
    assert!(!enters(&*store, "Bruno T.", ""));
    assert_sound(&*store);
}

pub fn a_name_that_nobody_has_is_answered_and_slowed_as_a_wrong_password_is(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    // Bruno has no password: here he is as unknown as who does not work here.
    let answers = |name: &str| -> Vec<String> {
        let tries = [at(9, 0), at(9, 0), at(9, 0), at(9, 0), at(9, 0), at(9, 0), at(9, 0).plus_seconds(30)];
        tries.map(|now| format!("{:?}", store.enter(name, &secret("una parola sbagliata"), now).unwrap())).into()
    };
    let known = answers("Carla M.");
    assert!(known[4].contains("seconds: 30") && known[6].contains("seconds: 60"), "{known:?}");
    assert_eq!(answers("Nessuno N."), known);
    assert_eq!(answers("Bruno T."), known);
    assert_eq!(
        format!("{:?}", store.enter(" nessuno  n. ", &secret("x"), at(9, 0).plus_seconds(30)).unwrap()),
        "Wait { seconds: 60 }"
    );
    let typed = store.journal(0, 100).unwrap().into_iter().map(|row| format!("{:?}", row.event)).collect::<String>();
    assert!(!typed.contains("Nessuno"), "what was typed may be a password in the wrong field");
    assert_sound(&*store);
}

pub fn somebody_who_is_added_signs_in_by_what_their_role_has(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let dario = added(&*store, NewPerson { pin: Some(secret("112233")), ..manager("Dario P.") });
    assert_eq!((dario.role, &dario.offices[..]), (Role::Manager, &[REGISTRY][..]));
    let s = dario.secrets;
    assert_eq!((s.pin, s.password, s.names, s.must_change), (false, true, true, true), "a manager has no PIN");
    assert_eq!(store.sign_in(dario.id, &secret("112233"), at(9, 0)).unwrap(), SignIn::Nobody);
    let Entered::Welcome { actor, names } = store.enter("Dario P.", &secret(GIVEN), at(9, 0)).unwrap() else {
        panic!("the password is right")
    };
    assert_eq!((actor.person, actor.role), (dario.id, Role::Manager));
    assert!(names.is_some());
    let steward = NewPerson { role: Role::Steward, pin: Some(secret("445566")), ..manager("Elena Q.") };
    let elena = added(&*store, steward);
    assert!(elena.offices.is_empty() && !elena.secrets.password && !elena.secrets.names);
    assert!(matches!(store.sign_in(elena.id, &secret("445566"), at(9, 0)).unwrap(), SignIn::Welcome(_)));
    assert!(!enters(&*store, "Elena Q.", GIVEN));
    assert_sound(&*store);
}

pub fn two_who_work_here_are_never_called_the_same(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let again = |name: &str| store.add_person(manager(name), None, CARLA, at(8, 0)).unwrap();
    assert_eq!(again("  ANNA s. "), Err(PersonRefusal::NameTaken));
    assert_eq!(change(&*store, BRUNO, edit("Anna S.", Role::Steward, &[])), Err(PersonRefusal::NameTaken));
    change(&*store, ANNA, PersonChange::Archive).unwrap();
    let other = again("Anna S.").unwrap();
    assert_eq!(change(&*store, ANNA, PersonChange::Restore), Err(PersonRefusal::NameTaken));
    change(&*store, other.id, PersonChange::Archive).unwrap();
    change(&*store, ANNA, PersonChange::Restore).unwrap();
    assert_sound(&*store);
}

pub fn who_works_for_offices_has_at_least_one_that_is_there(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let refused = Err(PersonRefusal::Offices);
    let none = NewPerson { offices: Vec::new(), ..manager("Dario P.") };
    assert_eq!(store.add_person(none, None, CARLA, at(8, 0)).unwrap(), refused);
    let strange = NewPerson { offices: vec![REGISTRY, OfficeId(250)], ..manager("Dario P.") };
    assert_eq!(store.add_person(strange, None, CARLA, at(8, 0)).unwrap(), refused);
    assert_eq!(change(&*store, BRUNO, edit("Bruno T.", Role::Clerk, &[])), refused);
    let twice = edit("Bruno T.", Role::Clerk, &[REGISTRY, REGISTRY]);
    assert_eq!(change(&*store, BRUNO, twice).unwrap().offices, [REGISTRY]);
    assert!(change(&*store, BRUNO, edit("Bruno T.", Role::Steward, &[REGISTRY])).unwrap().offices.is_empty());
    assert_sound(&*store);
}

pub fn a_change_that_has_not_seen_the_newest_changes_nothing(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let seen = person(&*store, ANNA).version();
    change(&*store, ANNA, edit("Anna Serra", Role::Supervisor, &[])).unwrap();
    let late = store.change_person(ANNA, &seen, PersonChange::Archive, CARLA, at(9, 5)).unwrap();
    assert_eq!(late, Err(PersonRefusal::Stale(Some((Some(CARLA), at(9, 0))))));
    let anna = person(&*store, ANNA);
    assert!(anna.is_active());
    assert_eq!(anna.name, "Anna Serra");
    // A new secret overwrites no other change.
    store.give_secret(ANNA, NewSecret::Pin(secret("314159")), None, CARLA, at(9, 6)).unwrap().unwrap();
    assert_eq!(person(&*store, ANNA).version(), anna.version());
    // The same again is no change.
    let rows = store.history(&HistoryOf::default(), 100).unwrap().len();
    change(&*store, ANNA, edit("Anna Serra", Role::Supervisor, &[])).unwrap();
    assert_eq!(store.history(&HistoryOf::default(), 100).unwrap().len(), rows);
    let nobody = store.change_person(PersonId(77), &seen, PersonChange::Archive, CARLA, at(9, 7)).unwrap();
    assert_eq!(nobody, Err(PersonRefusal::Nobody));
    assert_sound(&*store);
}

pub fn a_role_takes_away_what_it_cannot_have(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let before = person(&*store, ANNA).secrets;
    assert!(before.pin && before.names);
    let clerk = change(&*store, ANNA, edit("Anna S.", Role::Clerk, &[REGISTRY])).unwrap();
    assert!(!clerk.secrets.pin && !clerk.secrets.names, "{clerk:?}");
    assert!(clerk.secrets.generation > before.generation, "who is signed in signs in anew");
    assert_eq!(store.sign_in(ANNA, &secret("135791"), at(9, 1)).unwrap(), SignIn::Nobody);
    let tried = store.unlock_names(ANNA, &secret(PASSPHRASE), at(9, 1)).unwrap();
    assert!(matches!(tried, Unlock::Wrong { .. }), "{tried:?}");
    let dario = added(&*store, manager("Dario P."));
    let steward = change(&*store, dario.id, edit("Dario P.", Role::Steward, &[])).unwrap();
    assert!(!steward.secrets.password && !steward.secrets.names);
    assert!(!enters(&*store, "Dario P.", GIVEN));
    assert_sound(&*store);
}

pub fn whoever_is_archived_signs_in_nowhere_and_keeps_the_name(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let dario = added(&*store, manager("Dario P."));
    let archived = change(&*store, dario.id, PersonChange::Archive).unwrap();
    assert_eq!((archived.archived_at, archived.name.as_str()), (Some(at(9, 0)), "Dario P."));
    assert!(archived.secrets.generation > dario.secrets.generation);
    assert!(!enters(&*store, "Dario P.", GIVEN));
    assert!(matches!(store.unlock_names(dario.id, &secret(GIVEN), at(9, 1)).unwrap(), Unlock::Nobody));
    let given = store.give_secret(dario.id, NewSecret::Password(secret(PASSWORD)), None, CARLA, at(9, 1)).unwrap();
    assert_eq!(given, Err(PersonRefusal::Nobody));
    change(&*store, BRUNO, PersonChange::Archive).unwrap();
    assert_eq!(store.sign_in(BRUNO, &secret("246802"), at(9, 1)).unwrap(), SignIn::Nobody);
    change(&*store, BRUNO, PersonChange::Restore).unwrap();
    assert!(matches!(store.sign_in(BRUNO, &secret("246802"), at(9, 2)).unwrap(), SignIn::Welcome(_)));
    let back = change(&*store, dario.id, PersonChange::Restore).unwrap();
    assert!(back.is_active() && !back.secrets.names, "the names open again only by a new password");
    assert!(enters(&*store, "Dario P.", GIVEN));
    assert_sound(&*store);
}

pub fn the_last_administrator_stays(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let demoted = edit("Carla M.", Role::Supervisor, &[]);
    for last in [PersonChange::Archive, demoted.clone()] {
        assert_eq!(change(&*store, CARLA, last), Err(PersonRefusal::LastAdministrator));
    }
    // Another one who cannot sign in at the office's pages is none.
    let second = NewPerson { role: Role::Administrator, password: None, ..manager("Dario P.") };
    let dario = added(&*store, second);
    assert_eq!(change(&*store, CARLA, PersonChange::Archive), Err(PersonRefusal::LastAdministrator));
    store.give_secret(dario.id, NewSecret::Password(secret(GIVEN)), None, CARLA, at(9, 0)).unwrap().unwrap();
    change(&*store, CARLA, demoted).unwrap();
    assert_eq!(change(&*store, dario.id, PersonChange::Archive), Err(PersonRefusal::LastAdministrator));
    assert_sound(&*store);
}

pub fn a_given_password_opens_the_names_and_the_one_before_nothing(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let dario = added(&*store, manager("Dario P."));
    for _ in 0..5 {
        assert!(!enters(&*store, "Dario P.", "una parola sbagliata"));
    }
    let carla = unlocked(&*store, CARLA, PASSWORD);
    let given = NewSecret::Password(secret("un'altra parola"));
    let after = store.give_secret(dario.id, given, Some(&carla), CARLA, at(9, 30)).unwrap().unwrap();
    assert!(after.secrets.must_change && after.secrets.names);
    assert!(after.secrets.generation > dario.secrets.generation);
    assert!(enters(&*store, "Dario P.", "un'altra parola"), "a new secret forgets wrong tries");
    assert!(!enters(&*store, "Dario P.", GIVEN));
    assert!(store.unlock_names(dario.id, &secret(GIVEN), at(9, 31)).unwrap().key().is_none());
    // Without the names key the new password opens no names, and neither does the old one.
    let nameless = NewSecret::Password(secret("una terza parola"));
    let after = store.give_secret(dario.id, nameless, None, CARLA, at(9, 32)).unwrap().unwrap();
    assert!(!after.secrets.names);
    let Entered::Welcome { names, .. } = store.enter("Dario P.", &secret("una terza parola"), at(9, 33)).unwrap()
    else {
        panic!("the password is right")
    };
    assert!(names.is_none());
    let pin = |who| store.give_secret(who, NewSecret::Pin(secret("112233")), None, CARLA, at(9, 34)).unwrap();
    assert_eq!(pin(dario.id), Err(PersonRefusal::Role));
    let generation = |who| person(&*store, who).secrets.generation;
    let (anna, own) = (generation(ANNA), generation(CARLA));
    assert_eq!(pin(ANNA).unwrap().secrets.generation, anna + 1, "who is signed in by the PIN before is signed out");
    assert_eq!(pin(CARLA).unwrap().secrets.generation, own, "but for whoever gives it to themselves");
    assert_sound(&*store);
}

pub fn a_given_passphrase_opens_the_names_for_whom_it_may(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let carla = unlocked(&*store, CARLA, PASSWORD);
    let phrase = || NewSecret::Passphrase(secret("una frase tutta nuova"));
    let give = |who| store.give_secret(who, phrase(), Some(&carla), CARLA, at(9, 0)).unwrap();
    assert_eq!(give(BRUNO), Err(PersonRefusal::Role));
    let before = person(&*store, ANNA).secrets;
    assert_eq!(give(ANNA).unwrap().secrets, before, "nobody is signed out by it");
    assert!(store.unlock_names(ANNA, &secret("una frase tutta nuova"), at(9, 1)).unwrap().key().is_some());
    assert!(store.unlock_names(ANNA, &secret(PASSPHRASE), at(9, 1)).unwrap().key().is_none());
    assert_sound(&*store);
}

pub fn ones_own_new_password_opens_what_the_old_one_did(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let dario = added(&*store, manager("Dario P."));
    let new = secret("la mia parola nuova");
    let own = |old: &str| store.change_password(dario.id, &secret(old), &new, at(9, 0)).unwrap();
    assert!(matches!(own("una parola sbagliata"), Entered::Wrong { tries_left: 4 }));
    assert!(matches!(own(GIVEN), Entered::Welcome { names: Some(_), .. }));
    let after = person(&*store, dario.id).secrets;
    assert!(!after.must_change && after.names && after.generation > dario.secrets.generation);
    assert!(!enters(&*store, "Dario P.", GIVEN));
    let Entered::Welcome { names, .. } = store.enter("Dario P.", &new, at(9, 1)).unwrap() else {
        panic!("the new password is right")
    };
    assert!(names.is_some());
    assert_sound(&*store);
}

pub fn every_change_of_somebody_is_in_the_history_without_a_secret(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    assert!(store.history(&HistoryOf::default(), 10).unwrap().is_empty(), "a court begins without history");
    let dario = added(&*store, manager("Dario P."));
    change(&*store, dario.id, edit("Dario Pace", Role::Clerk, &[REGISTRY])).unwrap();
    store
        .give_secret(dario.id, NewSecret::Password(secret("un'altra parola")), None, CARLA, at(9, 1))
        .unwrap()
        .unwrap();
    change(&*store, dario.id, PersonChange::Archive).unwrap();
    let all = store.history(&HistoryOf::default(), 10).unwrap();
    let what: Vec<_> = all.iter().map(|row| (row.id, row.kind.as_str(), row.person)).collect();
    assert_eq!(
        what,
        [
            (4, "person", Some(CARLA)),
            (3, "secret", Some(CARLA)),
            (2, "person", Some(CARLA)),
            (1, "person", Some(CARLA))
        ]
    );
    let name = |value: &Option<serde_json::Value>| value.as_ref().map(|v| v["name"].as_str().unwrap().to_owned());
    assert_eq!((name(&all[3].before), name(&all[3].after)), (None, Some("Dario P.".into())));
    assert_eq!((name(&all[2].before), name(&all[2].after)), (Some("Dario P.".into()), Some("Dario Pace".into())));
    let text = format!("{all:?}");
    for secret in [GIVEN, "un'altra parola", "argon2id"] {
        assert!(!text.contains(secret));
    }
    let of = HistoryOf { kind: Some("person".into()), thing: Some(dario.id.to_string()), before: Some(4) };
    let ids: Vec<_> = store.history(&of, 1).unwrap().iter().map(|row| row.id).collect();
    assert_eq!(ids, [2]);
    // Each is in the journal too: that the court changed, and what it is now.
    let journal = store.journal(0, 100).unwrap();
    let changed = journal.iter().filter(|row| matches!(row.event, Event::Structure { .. })).count();
    assert_eq!(changed, 1 + all.len());
    assert_sound(&*store);
}
