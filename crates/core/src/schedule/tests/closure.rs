// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a closure does to bookings, as tables, and what holds for every one.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::properties::{any_date, any_exception, any_office, with_unique_ids};
use super::written::{day, office};
use crate::booking::{Booking, Issue, IssueCause, Office, Service, Status};
use crate::ids::{BookingId, ExceptionId, OfficeId, ServiceId, SiteId};
use crate::receipt::{KeyId, ShortCode};
use crate::schedule::closure::{
    Draft, DraftFault, DraftHint, Held, Hit, NoPlace, Proposal, Reached, Wanted, hits, plan,
};
use crate::schedule::*;
use crate::time::{Cell, Millis, Zone, civil, resolve};

const NEW: ExceptionId = ExceptionId(900);

fn at(text: &str) -> Millis {
    let (date, time) = text.split_once(' ').unwrap();
    resolve(Zone::ROME, day(date).and_time(time.parse().unwrap())).unwrap()
}

fn said(at: Millis) -> String {
    civil(Zone::ROME, at).format("%a %d %H:%M").to_string()
}

fn service(id: u32, minutes: u32) -> Service {
    Service::new(ServiceId(id), OfficeId(1), ("Copie".into(), "Copies".into()), minutes)
}

/// A court of one office, and what is booked there.
struct Case {
    office: Office,
    services: Vec<Service>,
    before: OfficeSchedule,
    held: Vec<Held>,
    now: Millis,
}

impl Case {
    fn new(lines: &str, now: &str) -> Self {
        let office_ = Office::new(OfficeId(1), SiteId(1), "Cancelleria");
        let services = vec![service(1, 15), service(2, 30)];
        Self { office: office_, services, before: office(lines), held: Vec::new(), now: at(now) }
    }

    /// A booking for the first service, made after those before it.
    fn book(&mut self, start: &str, persons: u8, due_by: Option<&str>) -> &mut Booking {
        self.held.push(held(self.held.len() as u64 + 1, at(start), 15, persons, due_by.map(day)));
        &mut self.held.last_mut().unwrap().booking
    }

    fn wanted(&self, draft: &Draft) -> Vec<Hit> {
        let after = draft.applied(&self.before, NEW, self.now);
        let used = used(&self.held);
        let (before, after) = (&self.before, &after);
        plan(
            &Reached { office: &self.office, services: &self.services, before, after, held: &self.held, used: &used },
            self.now,
        )
    }

    /// One line for each hit: what it was, and what is proposed.
    fn plan(&self, draft: &Draft) -> Vec<String> {
        let line = |hit: &Hit| {
            let becomes = match hit.proposal {
                Proposal::Move { start } => said(start),
                Proposal::Keep => "stays".into(),
                Proposal::Cancel { why } => format!("{why:?}"),
            };
            format!("{} → {becomes}", said(hit.held.booking.start))
        };
        self.wanted(draft).iter().map(line).collect()
    }
}

fn held(id: u64, start: Millis, minutes: i64, persons: u8, due_by: Option<NaiveDate>) -> Held {
    let issued_at = 1_000 + u32::try_from(id).unwrap();
    let issue = Issue { issued_at, kid: KeyId(1), code: ShortCode::from_bits(id), cause: IssueCause::First };
    let end = start.plus_minutes(minutes);
    let booking = Booking {
        id: BookingId::new(id),
        office: OfficeId(1),
        service: ServiceId(if minutes > 15 { 2 } else { 1 }),
        pool: Audience::All,
        start,
        end,
        persons,
        status: Status::Booked,
        block: None,
        check_id: false,
        assistance: false,
        decided_at: Millis::from_seconds(i64::from(issued_at)),
        due_by,
        issues: vec![issue],
    };
    Held { booking, until: Cell::of(end.plus_ms(-1)).next() }
}

fn used(held: &[Held]) -> HashMap<(Cell, Pool), Used> {
    let mut used: HashMap<(Cell, Pool), Used> = HashMap::new();
    for one in held {
        for cell in one.cells() {
            let used = used.entry((cell, one.pool())).or_default();
            used.bookings += 1;
            used.persons += u32::from(one.booking.persons);
        }
    }
    used
}

fn wanted(dates: Dates, hours: Option<&str>, effect: Effect) -> Draft {
    let hours = hours.map(|text| {
        let (from, to) = text.split_once('-').unwrap();
        Hours { from: from.parse().unwrap(), to: to.parse().unwrap() }
    });
    Draft { replaces: None, wanted: Some(Wanted { level: Level::Office(OfficeId(1)), dates, hours, effect }) }
}

fn closed() -> Effect {
    Effect::Closed { reason_it: "lavori".into(), reason_en: "works".into(), what_to_do: None }
}

fn on(date: &str) -> Dates {
    Dates::Day { date: day(date) }
}

/// Every weekday but Sunday, one desk, a slot each quarter of an hour from 9 to 10.
const WEEK: &str = "rule 1: mon, 09:00-10:00, 15 min, 1 desks 3 persons, all
    rule 2: tue, 09:00-10:00, 15 min, 1 desks 3 persons, all
    rule 4: thu, 09:00-10:00, 15 min, 1 desks 3 persons, all
    rule 5: fri, 09:00-10:00, 15 min, 1 desks 3 persons, all";

#[test]
fn each_is_moved_to_the_nearest_free_place_and_who_was_first_stays_first() {
    let mut case = Case::new(WEEK, "2026-11-23 08:00");
    for start in ["2026-11-27 09:00", "2026-11-27 09:15", "2026-11-27 09:30", "2026-11-26 09:45", "2026-11-26 09:30"] {
        case.book(start, 1, None);
    }
    let plan = case.plan(&wanted(on("2026-11-27"), None, closed()));
    // Two are free the day before; the third comes on the next day of hours.
    assert_eq!(plan, ["Fri 27 09:00 → Thu 26 09:00", "Fri 27 09:15 → Thu 26 09:15", "Fri 27 09:30 → Mon 30 09:00"]);
}

#[test]
fn parties_of_different_size_keep_their_order_where_both_fit() {
    let mut case = Case::new(WEEK, "2026-11-23 08:00");
    for (start, persons) in
        [("2026-11-27 09:00", 1), ("2026-11-27 09:15", 2), ("2026-11-27 09:30", 1), ("2026-11-27 09:45", 3)]
    {
        case.book(start, persons, None);
    }
    let plan = case.plan(&wanted(on("2026-11-27"), None, closed()));
    assert_eq!(
        plan,
        [
            "Fri 27 09:00 → Thu 26 09:00",
            "Fri 27 09:15 → Thu 26 09:15",
            "Fri 27 09:30 → Thu 26 09:30",
            "Fri 27 09:45 → Thu 26 09:45",
        ]
    );
}

#[test]
fn who_has_a_deadline_gets_a_place_first_and_none_after_it() {
    let mut case = Case::new(WEEK, "2026-11-26 12:00");
    case.book("2026-11-27 09:00", 1, None);
    case.book("2026-11-27 09:45", 1, Some("2026-11-30"));
    case.book("2026-11-27 09:15", 1, Some("2026-11-29"));
    for start in ["2026-11-30 09:00", "2026-11-30 09:15", "2026-11-30 09:30"] {
        case.book(start, 1, None);
    }
    let plan = case.plan(&wanted(on("2026-11-27"), None, closed()));
    let due = "2026-11-29";
    assert_eq!(
        plan,
        [
            "Fri 27 09:00 → Tue 01 09:00".to_owned(),
            format!("Fri 27 09:15 → DueBy({due})"),
            "Fri 27 09:45 → Mon 30 09:45".to_owned(),
        ]
    );
}

#[test]
fn nobody_is_sent_earlier_on_the_same_day_or_within_the_notice_or_beyond_the_horizon() {
    let mut case = Case::new(WEEK, "2026-11-27 08:00");
    case.book("2026-11-27 09:30", 1, None);
    let draft = wanted(on("2026-11-27"), Some("09:30-10:00"), closed());
    // 09:00 today would be nearer; nobody can be told of it in time.
    assert_eq!(case.plan(&draft), ["Fri 27 09:30 → Mon 30 09:00"]);
    case.office.policy.notice_minutes = 3 * 24 * 60 + 90;
    assert_eq!(case.plan(&draft), ["Fri 27 09:30 → Mon 30 09:30"]);
    case.office.policy.horizon_days = Some(2);
    assert_eq!(case.plan(&draft), ["Fri 27 09:30 → Horizon(2026-11-29)"]);
}

#[test]
fn a_closure_of_some_hours_hits_every_visit_that_it_touches_and_no_other() {
    let mut case = Case::new(WEEK, "2026-11-23 08:00");
    for start in ["2026-11-27 09:00", "2026-11-27 09:15", "2026-11-27 09:30"] {
        case.book(start, 1, None);
    }
    let plan = case.plan(&wanted(on("2026-11-27"), Some("09:20-09:30"), closed()));
    assert_eq!(plan, ["Fri 27 09:15 → Fri 27 09:45"]);
}

#[test]
fn of_fewer_places_those_that_were_booked_first_keep_theirs() {
    let two = WEEK.replace("1 desks", "2 desks");
    let mut case = Case::new(&two, "2026-11-23 08:00");
    case.book("2026-11-27 09:00", 1, None);
    case.book("2026-11-27 09:00", 2, None);
    let one_desk = Effect::Capacity { desks: 1, persons_per_slot: 3, audience: None };
    assert_eq!(case.plan(&wanted(on("2026-11-27"), None, one_desk)), ["Fri 27 09:00 → Fri 27 09:15"]);
    let one_person = Effect::Capacity { desks: 2, persons_per_slot: 2, audience: None };
    let hit = case.wanted(&wanted(on("2026-11-27"), None, one_person));
    assert_eq!(hit.iter().map(|hit| hit.held.booking.persons).collect::<Vec<_>>(), [2], "one of two came first");
    let more = Effect::Capacity { desks: 9, persons_per_slot: 9, audience: None };
    assert_eq!(case.plan(&wanted(on("2026-11-27"), None, more)), [""; 0]);
}

#[test]
fn an_opening_hits_whom_its_slots_leave_no_place() {
    let mut case = Case::new(WEEK, "2026-11-23 08:00");
    for start in ["2026-11-27 09:00", "2026-11-27 09:15", "2026-11-27 09:30", "2026-11-27 09:45"] {
        case.book(start, 1, None);
    }
    let clock = |text: &str| text.parse::<NaiveTime>().unwrap();
    let opened = |from, to, slot_minutes, audience| {
        let (from, to) = (clock(from), clock(to));
        let band = Band { from, to, slot_minutes, remainder_minutes: 0, desks: 1, persons_per_slot: 3, audience };
        wanted(on("2026-11-27"), None, Effect::Opened(band))
    };
    assert_eq!(case.plan(&opened("09:30:00", "10:30:00", 15, Audience::All)), [""; 0], "the same slots, and more");
    assert_eq!(case.plan(&opened("09:00:00", "12:00:00", 15, Audience::Staff)), [""; 0], "for others");
    // A quarter past nine begins before the hour; those within it come one after the other.
    let plan = case.plan(&opened("09:20:00", "10:20:00", 60, Audience::All));
    assert_eq!(plan, ["Fri 27 09:15 → Thu 26 09:45"]);
}

#[test]
fn whoever_was_kept_in_spite_of_a_closure_is_proposed_to_be_kept_when_it_is_changed() {
    let lines = format!("{WEEK}\nexception 7: office, 2026-11-27, announced 5000, closed: works");
    let mut case = Case::new(&lines, "2026-11-23 08:00");
    case.book("2026-11-27 09:00", 1, None).decided_at = Millis(5000);
    let longer = Dates::Range { from: day("2026-11-27"), to: day("2026-11-30") };
    let draft = Draft { replaces: Some(ExceptionId(7)), ..wanted(longer, None, closed()) };
    assert_eq!(case.plan(&draft), ["Fri 27 09:00 → stays"]);
    let lifted = Draft { replaces: Some(ExceptionId(7)), wanted: None };
    assert_eq!(case.plan(&lifted), [""; 0], "what is open again hits nobody");
}

#[test]
fn a_booking_that_has_begun_or_is_cancelled_is_not_hit() {
    let mut case = Case::new(WEEK, "2026-11-27 09:00");
    case.book("2026-11-27 09:00", 1, None);
    let cancelled = crate::booking::Cancellation { at: Millis(0), by: crate::booking::By::Holder, replaced_by: None };
    case.book("2026-11-27 09:30", 1, None).status = Status::Cancelled(cancelled);
    assert_eq!(case.plan(&wanted(on("2026-11-27"), None, closed())), [""; 0]);
}

#[test]
fn a_draft_that_cannot_be_says_what_is_wrong_and_where() {
    let today = day("2026-11-25");
    let faults = |dates, hours, effect| wanted(dates, hours, effect).faults(today);
    let codes = |faults: Vec<DraftFault>| faults.iter().map(|f| (f.field(), f.code())).collect::<Vec<_>>();
    assert_eq!(faults(on("2026-11-25"), None, closed()), []);
    assert_eq!(codes(faults(on("2026-11-24"), None, closed())), [("dates", "past")]);
    let range = |from, to| Dates::Range { from: day(from), to: day(to) };
    assert_eq!(codes(faults(range("2026-11-28", "2026-11-27"), None, closed())), [("dates", "range_reversed")]);
    assert_eq!(codes(faults(range("2026-11-24", "2026-11-27"), None, closed())), [("dates", "begun")]);
    assert_eq!(codes(faults(range("2026-11-27", "2029-11-27"), None, closed())), [("dates", "range_too_long")]);
    assert_eq!(codes(faults(on("2026-11-27"), Some("10:00-09:00"), closed())), [("hours", "hours_reversed")]);
    assert_eq!(codes(faults(on("2026-11-27"), Some("10:00-11:03"), closed())), [("hours", "off_the_grid")]);
    let silent = Effect::Closed { reason_it: " ".into(), reason_en: String::new(), what_to_do: None };
    let both = [("reason_it", "no_reason_it"), ("reason_en", "no_reason_en")];
    assert_eq!(codes(faults(on("2026-11-27"), None, silent)), both);
    let endless = Effect::Closed { reason_it: "x".repeat(241), reason_en: "x".into(), what_to_do: None };
    assert_eq!(codes(faults(on("2026-11-27"), None, endless)), [("reason_it", "too_long")]);
    let none = Effect::Capacity { desks: 0, persons_per_slot: 1, audience: None };
    assert_eq!(codes(faults(on("2026-11-27"), None, none)), [("desks", "no_desks")]);
    assert_eq!(codes(Draft { replaces: None, wanted: None }.faults(today)), [("effect", "empty")]);
}

#[test]
fn a_closure_of_a_day_on_which_nobody_is_received_is_told() {
    let before = office(WEEK);
    let today = day("2026-11-25");
    let hint = |dates, hours| {
        let draft = wanted(dates, hours, closed());
        draft.hint(&[(&before, &draft.applied(&before, NEW, Millis(1)))], today)
    };
    assert_eq!(hint(on("2026-11-28"), None), Some(DraftHint::ClosedAnyway));
    assert_eq!(hint(on("2026-11-27"), Some("10:00-12:00")), Some(DraftHint::ClosedAnyway));
    assert_eq!(hint(on("2026-11-27"), Some("09:50-12:00")), None);
    assert_eq!(hint(Dates::Range { from: day("2026-11-28"), to: day("2026-11-30") }, None), None);
}

/// Bookings at slots of a schedule, as many as fit, each of a need and a deadline.
fn fill(office: &OfficeSchedule, from: NaiveDate, wishes: &[(u8, bool, u8, u8)]) -> Vec<Held> {
    let mut all = Vec::new();
    for (persons, long, days, picks) in wishes {
        let date = from + Days::new(u64::from(*days));
        let minutes = if *long { 30 } else { 15 };
        let plan = DayPlan::new(office, date);
        for audience in Audience::EVERY.into_iter().filter(|a| a.books()) {
            let slots: Vec<Slot> = plan.slots_of(Pool(audience)).collect();
            let Some(slot) = slots.get(usize::from(*picks) % slots.len().max(1)) else { continue };
            let Some(cells) = cells_needed(&slots, slot, minutes) else { continue };
            let taken = used(&all);
            let fits = cells.iter().all(|(cell, capacity)| {
                let used = taken.get(&(*cell, slot.pool)).copied().unwrap_or_default();
                used.bookings < u32::from(capacity.desks)
                    && used.persons + u32::from(*persons) <= u32::from(capacity.persons)
            });
            if fits {
                let due_by = (picks % 3 == 0).then(|| date + Days::new(u64::from(picks % 16)));
                let mut one = held(all.len() as u64 + 1, slot.start, i64::from(minutes), *persons, due_by);
                one.booking.pool = audience;
                one.until = cells.last().unwrap().0.next();
                all.push(one);
            }
        }
    }
    all
}

/// The same bookings with the plan done.
fn done(hits: &[Hit], held: &[Held], after: &OfficeSchedule, services: &[Service]) -> Vec<Held> {
    let mut all = Vec::new();
    for one in held {
        let Some(hit) = hits.iter().find(|hit| hit.held.booking.id == one.booking.id) else {
            all.push(one.clone());
            continue;
        };
        match hit.proposal {
            Proposal::Cancel { .. } => {}
            Proposal::Keep => all.push(one.clone()),
            Proposal::Move { start } => {
                let minutes = services.iter().find(|s| s.id == one.booking.service).unwrap().minutes;
                let date = civil(after.zone, start).date();
                let slots: Vec<Slot> = DayPlan::new(after, date).slots_of(one.pool()).collect();
                let slot = slots.iter().find(|slot| slot.start == start).expect("a proposal starts at a slot");
                let cells = cells_needed(&slots, slot, minutes).expect("a proposal fits into its hours");
                let mut moved = one.clone();
                (moved.booking.start, moved.booking.end) = (start, start.plus_minutes(i64::from(minutes)));
                moved.until = cells.last().unwrap().0.next();
                all.push(moved);
            }
        }
    }
    all
}

/// An office that receives on every weekday, with few places: whoever is moved meets others who are.
fn busy_office() -> impl Strategy<Value = OfficeSchedule> {
    (any_office(), 1_u16..3, 0_u16..3, 1_u32..4).prop_map(|(some, desks, more, hours)| {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let band = Band {
            from: time(9),
            to: time(9 + hours),
            slot_minutes: 15,
            remainder_minutes: 0,
            desks,
            persons_per_slot: desks + more,
            audience: Audience::All,
        };
        let rule = |weekday: u8| OpeningRule {
            id: crate::ids::RuleId(u32::from(weekday)),
            version: 1,
            office: OfficeId(1),
            weekday,
            recurrence: Recurrence::EveryWeek,
            band,
            valid_from: day("2020-01-01"),
            valid_until: None,
        };
        OfficeSchedule { rules: (1..7).map(rule).collect(), ..some }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_that_is_done_leaves_no_cell_over_capacity_and_changes_nobody_who_is_not_listed(
        some in prop_oneof![1 => any_office(), 3 => busy_office()],
        new in any_exception(),
        from in any_date(),
        wishes in proptest::collection::vec((1_u8..4, any::<bool>(), 0_u8..4, any::<u8>()), 0..60),
        seed in any::<u64>(),
    ) {
        let before = with_unique_ids(some);
        let draft = Draft { replaces: None, wanted: Some(Wanted {
            level: new.level,
            dates: Dates::Range { from, to: from + Days::new(seed % 3) },
            hours: new.hours,
            effect: new.effect,
        }) };
        let now = day_start(from).minus_minutes(24 * 60);
        let after = draft.applied(&before, NEW, now);
        let (office, services) = (Office::new(OfficeId(1), SiteId(1), "Cancelleria"), [service(1, 15), service(2, 30)]);
        let held = fill(&before, from, &wishes);
        let taken = used(&held);
        let reached =
            Reached { office: &office, services: &services, before: &before, after: &after, held: &held, used: &taken };
        let planned = plan(&reached, now);
        let listed: Vec<BookingId> = planned.iter().map(|hit| hit.held.booking.id).collect();
        let hit: Vec<BookingId> = hits(&reached, now).iter().map(|(held, _)| held.booking.id).collect();
        prop_assert_eq!(&listed, &hit, "what is planned is what is hit");

        let after_it = done(&planned, &held, &after, &services);
        for one in held.iter().filter(|one| !listed.contains(&one.booking.id)) {
            prop_assert!(after_it.contains(one), "{:?} changed and is not listed", one.booking.id);
        }
        for ((cell, pool), used) in used(&after_it) {
            let holds = capacity_at(&after, cell, pool).unwrap_or(Capacity { desks: 0, persons: 0 });
            prop_assert!(
                used.bookings <= u32::from(holds.desks) && used.persons <= u32::from(holds.persons),
                "{cell:?} holds {used:?} of {holds:?}"
            );
        }
        for hit in &planned {
            let booking = &hit.held.booking;
            let starts = hit.choices.iter().copied().chain(match hit.proposal {
                Proposal::Move { start } => Some(start),
                Proposal::Keep => None,
                Proposal::Cancel { why } => {
                    prop_assert!(!matches!(why, NoPlace::NotOffered));
                    prop_assert!(hit.choices.is_empty(), "a place was free");
                    None
                }
            });
            for start in starts {
                let date = civil(after.zone, start).date();
                prop_assert!(start >= now && booking.due_by.is_none_or(|due_by| date <= due_by), "{hit:?}");
            }
        }
        // Who needs the same, and is due by the same day, comes in the same order.
        let mut order: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for hit in &planned {
            if let Proposal::Move { start } = hit.proposal {
                let b = &hit.held.booking;
                order.entry((b.pool, b.service.0, b.persons, b.due_by)).or_default().push((b.start, start));
            }
        }
        for mut alike in order.into_values() {
            alike.sort();
            prop_assert!(alike.windows(2).all(|two| two[0].1 <= two[1].1 || two[0].0 == two[1].0), "{alike:?}");
        }
        // The order in which a court entered its rules and exceptions says nothing.
        let mixed = |office: &OfficeSchedule| {
            let mut office = office.clone();
            office.rules.reverse();
            let turn = usize::try_from(seed % 7).unwrap() % office.exceptions.len().max(1);
            office.exceptions.rotate_left(turn);
            office
        };
        let (before, after) = (mixed(&before), mixed(&after));
        let again = plan(&Reached { before: &before, after: &after, ..reached }, now);
        prop_assert_eq!(planned, again);
    }
}

fn day_start(date: NaiveDate) -> Millis {
    crate::time::day_bounds(Zone::ROME, date).0
}
