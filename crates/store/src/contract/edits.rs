// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use rand::{Rng, SeedableRng, rngs::StdRng};
use varco_core::{
    access::Grants,
    booking::{Court, Gate, Office, Service, Site},
    ids::{GateId, OfficeId, ServiceId, SiteId},
    schedule::{MonthDay, Patron, WantedRule, publish},
    time::Zone,
};

use super::{Fresh, court::*};
use crate::{
    BookRefusal, HistoryOf, Store, Structure,
    edit::{Edit, EditRefusal, Edited, Kind, Thing, Unfit, Use},
    version_of,
};

fn now(store: &dyn Store) -> Structure {
    let mut seen = None;
    store.look(&mut |live| seen = Some(live.structure.clone()));
    seen.unwrap()
}

/// An edit of a thing as it stands now.
fn of(thing: Thing, seen: &Thing) -> Edit {
    Edit { thing, seen: Some(seen.version()) }
}

fn new(thing: Thing) -> Edit {
    Edit { thing, seen: None }
}

fn edit(store: &dyn Store, number: u128, edits: Vec<Edit>) -> Result<Edited, EditRefusal> {
    store.edit(key(number), CARLA, edits, at(8, 0)).unwrap()
}

fn undo(store: &dyn Store, number: u128, change: i64) -> Result<Edited, EditRefusal> {
    store.undo(key(number), CARLA, change, at(8, 30)).unwrap()
}

/// The registry, in another room.
fn moved(store: &dyn Store, room: &str) -> Edit {
    let office = now(store).offices[0].clone();
    of(Thing::Office(Office { room: Some(room.into()), ..office.clone() }), &Thing::Office(office))
}

pub fn an_edit_is_seen_at_once_and_stands_in_the_history(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let edited = edit(&*store, 1, vec![moved(&*store, "300")]).unwrap();
    let court = now(&*store);
    assert_eq!(court.offices[0].room.as_deref(), Some("300"));
    assert_eq!(edited.things[0].version, Some(version_of(&court.offices[0])));
    assert_eq!(court, Structure { offices: court.offices.clone(), ..structure() }, "nothing else");
    let history = store.history(&HistoryOf { kind: Some("office".into()), ..HistoryOf::default() }, 10).unwrap();
    assert_eq!(history.len(), 1);
    let change = &history[0];
    assert_eq!((change.id, change.person, change.thing.as_str()), (edited.changes[0], Some(CARLA), "1"));
    let room = |rows: &Option<serde_json::Value>| rows.as_ref().unwrap()["office/1"]["room"].clone();
    assert_eq!((room(&change.before), room(&change.after)), ("214".into(), "300".into()));
    // What is wanted as it is leaves no trace.
    let same = edit(&*store, 2, vec![moved(&*store, "300")]).unwrap();
    assert_eq!((same.changes, store.history(&HistoryOf::default(), 10).unwrap().len()), (vec![], 1));
    assert_sound(&*store);
}

pub fn the_second_of_two_editors_is_told_and_nothing_is_overwritten(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let (mine, theirs) = (moved(&*store, "300"), moved(&*store, "400"));
    edit(&*store, 1, vec![mine]).unwrap();
    let refusal = edit(&*store, 2, vec![theirs.clone()]).unwrap_err();
    assert_eq!(refusal, EditRefusal::Stale { kind: Kind::Office, id: 1, by: Some(CARLA), at: Some(at(8, 0)) });
    assert_eq!(now(&*store).offices[0].room.as_deref(), Some("300"));
    let unseen = Edit { seen: Some("0123456789abcdef".into()), ..theirs };
    assert!(matches!(edit(&*store, 3, vec![unseen]), Err(EditRefusal::Stale { .. })));
    assert_eq!(edit(&*store, 4, vec![]), Err(EditRefusal::Empty));
}

pub fn an_edit_of_several_things_is_made_whole_or_not_at_all(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let site = SiteId(0);
    let annex = new(Thing::Site(Site::new(site, "Palazzina", "Via dei Tigli 14")));
    let lost = new(Thing::Gate(Gate::new(GateId(0), SiteId(77), "Ingresso")));
    assert_eq!(edit(&*store, 1, vec![annex.clone(), lost]), Err(EditRefusal::InUse { by: Use::Gates }));
    assert_eq!(now(&*store), structure());
    let gate = new(Thing::Gate(Gate::new(GateId(0), SiteId(102), "Ingresso")));
    let edited = edit(&*store, 2, vec![annex, gate]).unwrap();
    let ids: Vec<_> = edited.things.iter().map(|thing| (thing.kind, thing.id)).collect();
    assert_eq!(ids, [(Kind::Site, 102), (Kind::Gate, 3)]);
    assert_eq!(now(&*store).sites.len(), 2);
    assert_sound(&*store);
}

pub fn the_same_edit_twice_is_made_once(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let wanted =
        vec![new(Thing::Service(Service::new(ServiceId(0), REGISTRY, ("Visure".into(), "Searches".into()), 10)))];
    let first = edit(&*store, 1, wanted.clone()).unwrap();
    assert_eq!(edit(&*store, 1, wanted).unwrap(), first);
    assert_eq!(now(&*store).services.len(), 4);
    assert!(store.edit(key(1), CARLA, vec![moved(&*store, "9")], at(8, 0)).is_err(), "another edit with that key");
}

pub fn a_new_office_has_hours_in_the_time_of_its_site_and_follows_it(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    edit(&*store, 1, vec![new(Thing::Office(Office::new(OfficeId(0), SiteId(101), "Giudice di pace")))]).unwrap();
    let court = now(&*store);
    let hours = court.schedules.last().unwrap();
    assert_eq!((hours.office, hours.site, hours.zone, hours.rules.len()), (OfficeId(3), SiteId(101), Zone::ROME, 0));
    let patron = Patron { day: MonthDay::new(7, 25).unwrap(), name: "San Jacopo".into(), legal_holiday: false };
    let site = court.sites[0].clone();
    let kept = Site { patron: Some(patron.clone()), zone: "Europe/Lisbon".parse().unwrap(), ..site.clone() };
    let edited = edit(&*store, 2, vec![of(Thing::Site(kept), &Thing::Site(site.clone()))]).unwrap();
    for hours in &now(&*store).schedules {
        assert_eq!((hours.zone.name(), hours.holidays.patron.as_ref()), ("Europe/Lisbon", Some(&patron)));
    }
    undo(&*store, 3, edited.changes[0]).unwrap();
    assert_eq!(now(&*store), court);
    // With bookings to come the hours of the clock stay.
    booked(&*store, 4, wish(9, 0, 1));
    let abroad = Site { zone: "Europe/Lisbon".parse().unwrap(), ..site.clone() };
    let refused = edit(&*store, 5, vec![of(Thing::Site(abroad), &Thing::Site(site))]);
    assert_eq!(refused, Err(EditRefusal::InUse { by: Use::Bookings }));
    assert_sound(&*store);
}

pub fn what_something_refers_to_is_archived_and_never_deleted(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    let registry = now(&*store).offices[0].clone();
    let archived = Office { archived: true, ..registry.clone() };
    let edited = edit(&*store, 2, vec![of(Thing::Office(archived), &Thing::Office(registry))]).unwrap();
    assert_eq!(store.book(key(3), wish(9, 30, 1), at(7, 30)).unwrap(), Err(BookRefusal::Unknown));
    assert!(store.places(REGISTRY, Some(COPIES), wish(9, 0, 1).audience, today()).unwrap().is_empty());
    assert_eq!(store.booking(made.booking.id).unwrap(), Some(made.booking.clone()), "the booking is as it was");
    assert_eq!(
        verdict(store.act(scan(4, MAIN, made.receipt.as_deref().unwrap(), at(9, 0)))),
        varco_core::verdict::Code::Admit
    );
    undo(&*store, 5, edited.changes[0]).unwrap();
    booked(&*store, 6, wish(9, 30, 1));

    let site = now(&*store).sites[0].clone();
    let closed = Site { archived: true, ..site.clone() };
    let refused = edit(&*store, 7, vec![of(Thing::Site(closed), &Thing::Site(site))]);
    assert_eq!(refused, Err(EditRefusal::InUse { by: Use::Site }));

    // A service that was booked cannot be unmade by taking back that it was made.
    let visits = Service::new(ServiceId(0), REGISTRY, ("Visure".into(), "Searches".into()), 10);
    let change = edit(&*store, 8, vec![new(Thing::Service(visits))]).unwrap().changes[0];
    booked(&*store, 9, crate::NewBooking { service: ServiceId(4), ..wish(10, 0, 1) });
    assert_eq!(undo(&*store, 10, change), Err(EditRefusal::InUse { by: Use::Bookings }));
    assert_sound(&*store);
}

pub fn a_service_may_want_the_document_though_the_office_does_not(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let service = now(&*store).services[0].clone();
    let strict = Service { check_id: Some(true), ..service.clone() };
    edit(&*store, 1, vec![of(Thing::Service(strict), &Thing::Service(service))]).unwrap();
    let made = booked(&*store, 2, wish(9, 0, 1));
    assert!(made.booking.check_id);
    assert_eq!(
        verdict(store.act(scan(3, MAIN, made.receipt.as_deref().unwrap(), at(9, 0)))),
        varco_core::verdict::Code::CheckId
    );
}

pub fn only_the_newest_change_of_a_thing_is_taken_back(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let first = edit(&*store, 1, vec![moved(&*store, "300")]).unwrap().changes[0];
    let second = edit(&*store, 2, vec![moved(&*store, "400")]).unwrap().changes[0];
    assert!(matches!(undo(&*store, 3, first), Err(EditRefusal::Stale { kind: Kind::Office, .. })));
    let taken_back = undo(&*store, 4, second).unwrap();
    assert_eq!(undo(&*store, 4, second).unwrap(), taken_back, "the same gesture");
    undo(&*store, 5, first).unwrap();
    assert_eq!(now(&*store), structure());
    assert!(undo(&*store, 6, taken_back.changes[0]).is_err(), "the room was changed since");
    assert_eq!(undo(&*store, 7, 99), Err(EditRefusal::Unknown));
    let people = store.history(&HistoryOf::default(), 10).unwrap();
    assert_eq!(people.len(), 4);
    assert_sound(&*store);
}

pub fn what_cannot_be_is_refused_by_its_field_and_odd_text_stays_text(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let office = now(&*store).offices[0].clone();
    let refused = |office: Office| match edit(
        &*store,
        1,
        vec![of(Thing::Office(office), &Thing::Office(now(&*store).offices[0].clone()))],
    ) {
        Err(EditRefusal::Invalid { field, why }) => (field, why),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(Office { name: "  ".into(), ..office.clone() }), ("name", Unfit::Missing));
    assert_eq!(refused(Office { name: "x".repeat(121), ..office.clone() }), ("name", Unfit::TooLong { most: 120 }));
    assert_eq!(refused(Office { name: "a\nb".into(), ..office.clone() }), ("name", Unfit::Malformed));
    assert_eq!(refused(Office { name: "ufficio nep ".into(), ..office.clone() }), ("name", Unfit::NameTaken));
    assert_eq!(refused(Office { site: SiteId(9), ..office.clone() }), ("site", Unfit::Unknown));
    let mut hasty = office.clone();
    hasty.policy.early_minutes = 1_000_000;
    assert_eq!(refused(hasty), ("early_minutes", Unfit::Range { least: 0, most: 1_440 }));
    for (number, text) in
        (10_u128..).zip(["'; DROP TABLE structure; --", "<script>alert(1)</script>", "=1+1", "../../etc/passwd"])
    {
        let seen = now(&*store).offices[0].clone();
        let named = Office { name: text.into(), ..seen.clone() };
        edit(&*store, number, vec![of(Thing::Office(named), &Thing::Office(seen))]).unwrap();
        assert_eq!(now(&*store).offices[0].name, text);
    }
    assert_sound(&*store);
}

pub fn published_hours_change_no_booking_and_what_is_wrong_with_them_is_refused(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    let seen = now(&*store).schedules[0].clone();
    let changed = publish(&seen, &[], today()).unwrap();
    edit(&*store, 2, vec![of(Thing::Schedule(changed), &Thing::Schedule(seen.clone()))]).unwrap();
    assert_eq!(store.bookings_ahead(REGISTRY, at(0, 0), 10).unwrap(), std::slice::from_ref(&made.booking));
    assert_eq!(store.book(key(3), wish(9, 30, 1), at(7, 30)).unwrap(), Err(BookRefusal::NoSlot));
    assert_eq!(
        verdict(store.act(scan(4, MAIN, made.receipt.as_deref().unwrap(), at(9, 0)))),
        varco_core::verdict::Code::Admit
    );
    let now_empty = now(&*store).schedules[0].clone();
    let mut wrong = seen.clone();
    wrong.rules[0].band.desks = 0;
    let refused = edit(&*store, 5, vec![of(Thing::Schedule(wrong), &Thing::Schedule(now_empty))]);
    assert!(matches!(refused, Err(EditRefusal::Hours(ref faults, _)) if faults.len() == 1), "{refused:?}");
    assert_sound(&*store);
}

/// A change by chance of something of the court.
fn by_chance(court: &Structure, chance: &mut StdRng) -> Edit {
    let pick = |chance: &mut StdRng, of: usize| (chance.next_u32() as usize) % of;
    let word = format!("Nome {}", chance.next_u32());
    match pick(chance, 9) {
        0 => of(Thing::Court(Court { name: word, ..court.court.clone() }), &Thing::Court(court.court.clone())),
        1 => new(Thing::Site(Site::new(SiteId(0), word, "Via Nuova 1"))),
        2 => {
            let site = court.sites[pick(chance, court.sites.len())].clone();
            let day = MonthDay::new(u8::try_from(1 + pick(chance, 12)).unwrap(), 7);
            let patron = day.map(|day| Patron { day, name: word, legal_holiday: false });
            of(Thing::Site(Site { patron, maximum: Some(90), ..site.clone() }), &Thing::Site(site))
        }
        3 => new(Thing::Office(Office::new(OfficeId(0), court.sites[pick(chance, court.sites.len())].id, word))),
        4 => {
            let office = court.offices[pick(chance, court.offices.len())].clone();
            let wanted = Office { name: word, archived: !office.archived, ..office.clone() };
            of(Thing::Office(wanted), &Thing::Office(office))
        }
        5 => new(Thing::Service(Service::new(
            ServiceId(0),
            court.offices[pick(chance, court.offices.len())].id,
            (word.clone(), word),
            15,
        ))),
        6 => {
            let seen = court.schedules[pick(chance, court.schedules.len())].clone();
            let mut wanted: Vec<WantedRule> = seen.rules.iter().map(WantedRule::like).collect();
            if !wanted.is_empty() {
                let n = pick(chance, wanted.len());
                wanted[n].band.desks = 1;
            }
            let from = today() + chrono::Days::new(pick(chance, 30) as u64);
            let changed = publish(&seen, &wanted, from).unwrap_or_else(|_| seen.clone());
            of(Thing::Schedule(changed), &Thing::Schedule(seen))
        }
        7 => new(Thing::Gate(Gate::new(GateId(0), court.sites[0].id, word))),
        _ => {
            let grants = Grants { steward_too_early: !court.grants.steward_too_early, ..court.grants };
            of(Thing::Grants(grants), &Thing::Grants(court.grants))
        }
    }
}

pub fn edits_by_chance_change_no_booking_and_taken_back_leave_the_court_as_it_was(fresh: Fresh<'_>) {
    for seed in 0..4_u8 {
        let store = fresh();
        install(&*store);
        let bookings: Vec<_> =
            (9..12).map(|hour| booked(&*store, u128::from(hour), wish(hour, 0, 1)).booking).collect();
        let mut chance = StdRng::from_seed([seed; 32]);
        let mut states = vec![serde_json::to_string(&now(&*store)).unwrap()];
        let mut changes = Vec::new();
        for n in 0..24 {
            let wanted = by_chance(&now(&*store), &mut chance);
            let Ok(edited) = edit(&*store, 100 + n, vec![wanted]) else { continue };
            if let [change] = edited.changes[..] {
                changes.push(change);
                states.push(serde_json::to_string(&now(&*store)).unwrap());
            }
        }
        assert!(changes.len() > 10, "seed {seed}: only {} edits", changes.len());
        for booking in &bookings {
            assert_eq!(store.booking(booking.id).unwrap().as_ref(), Some(booking), "seed {seed}");
        }
        while let Some(change) = changes.pop() {
            let left = states.pop();
            assert_eq!(left, Some(serde_json::to_string(&now(&*store)).unwrap()), "seed {seed}");
            undo(&*store, 1_000 + u128::from(change.unsigned_abs()), change).unwrap();
        }
        assert_eq!(states, [serde_json::to_string(&now(&*store)).unwrap()], "seed {seed}: the court as it was");
        assert_sound(&*store);
    }
}
