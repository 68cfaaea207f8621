// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What the staff may do against a verdict or an entry: overrule, annul, state the time.

use super::super::{Act, Event, Gesture, OVERRIDE_REASONS, Refused};
use crate::{
    ids::GestureKey,
    testing::{FRONT, SIDE, World, run, table},
    verdict::{Code, Override},
};

#[test]
fn who_has_the_right_lets_in_against_a_verdict_with_a_reason() {
    table(
        "
        booked 10:00 | scan 09:30 → too_early, come back at 09:45 | overrule office_agreed 09:31 as supervisor → admit 1 [override] | inside 09:32 → 1 | conflicts → none
        booked 10:00 | scan 09:30 → too_early, come back at 09:45 | overrule office_agreed 09:31 → refused, not_allowed override_too_early
        booked 10:00 | scan 09:30 → too_early, come back at 09:45 | overrule office_agreed 09:31 as steward → refused, not_allowed override_too_early
        booked 10:00, stewards may overrule | scan 09:30 → too_early, come back at 09:45 | overrule office_agreed 09:31 as steward → admit 1 [override]
        booked 10:00, stewards may overrule | scan 10:50 → too_late, until 10:45 | overrule delay_of_ours 10:51 as steward → admit 1 [override]
        booked 10:00, stewards may overrule, lost 08:40 | scan first 10:00 → reissued, 08:40 | overrule lost_receipt 10:01 as steward → refused, not_allowed override
        booked 10:00 | scan 09:30 → too_early, come back at 09:45 | overrule because 09:31 as supervisor → refused, reason
        // once
        booked 10:00 | scan 09:30 → too_early, come back at 09:45 | overrule office_agreed 09:31 as supervisor → admit 1 [override] | overrule office_agreed 09:32 as supervisor → refused, already_done
        booked 10:00 | scan 09:44 → too_early, come back at 09:45 | scan 09:45 → admit 1 | overrule office_agreed #1 09:46 as supervisor → refused, already_done
        // assistance is still wanted
        booked 10:00, assistance | scan 09:30 → too_early, come back at 09:45 | overrule assistance 09:31 as supervisor → admit_note 1 [override]
        ",
    );
}

#[test]
fn what_the_office_manager_is_told_is_a_conflict_until_taken_up() {
    table(
        "
        booked 10:00, blocked       | scan 10:00 → blocked | overrule office_agreed 10:01 as supervisor → admit 1 [override] | conflicts → reported | inside 10:02 → 1
        booked tomorrow 10:00       | scan 10:00 → wrong_day, comes later | overrule office_agreed 10:01 as supervisor → admit 1 [override] | conflicts → reported | take reported 10:02 → refused, not_allowed conflicts | take reported 10:02 as supervisor → done | conflicts → reported taken | take reported 10:03 as supervisor → refused, already_done
        booked 10:00, key unknown   | scan 10:00 → key_unknown | overrule office_agreed 10:01 as supervisor → admit 1 [override] | conflicts → reported | inside 10:02 → 1
        booked 10:00, site 900      | scan 10:00 → not_ours, Tribunale di Lucca | overrule office_agreed 10:01 as supervisor → admit 1 [override] | inside 10:02 → 1 | annul turned_back 10:03 as supervisor → done | inside 10:04 → 0
        booked 10:00                | scan code nobody's 10:00 → unknown_booking | overrule office_agreed 10:01 as supervisor → admit 1 [override] | conflicts → reported
        booked 10:00, forged        | scan 10:00 → bad_signature | conflicts → bad_signature | take bad_signature 10:01 as supervisor → done | conflicts → bad_signature taken
        ",
    );
}

#[test]
fn overruled_persons_are_those_of_the_party_who_are_outside() {
    table(
        "
        booked 10:00 for 3 | scan 09:30 → too_early, come back at 09:45 | overrule office_agreed 09:31 as supervisor → admit 3 [override] | persons 2 09:31:10 → done | inside 09:32 → 2
        // they left unseen and come back: they count once
        booked 10:00 for 3 | scan 10:00 → admit 3 | scan 11:00 → already_inside, 10:00 at front | overrule re_entry 11:01 as supervisor → admit 3 [override] | inside 11:02 → 3 | conflicts → none
        booked 10:00, no re-entry | scan 10:00 → admit 1 | exit 10:10 → exit 1 | scan 10:20 → already_served, 10:10 | overrule re_entry 10:21 as supervisor → admit 1 [override] | exit 10:30 → exit 1 | inside 10:31 → 0, 2 left
        booked 10:00 for 2, no re-entry | scan 10:00 → admit 2 | exit 10:10 → exit 2 | persons 1 10:10:10 → done | scan 10:20 → already_inside, 10:00 at front | overrule re_entry 10:21 as supervisor → admit 1 [override] | inside 10:22 → 2, 1 left
        // counted until an hour after they were let in, if that is later than the visit's end
        booked 10:00 | scan 12:00 → too_late, until 10:45 | overrule delay_of_ours 12:00 as supervisor → admit 1 [override] | inside 12:59 → 1 | inside 13:00 → 0
        ",
    );
}

#[test]
fn every_verdict_is_overruled_by_whom_the_table_says_and_by_nobody_else() {
    let scenes = [
        ("booked 10:00", "scan link"),
        ("booked 10:00", "scan damaged"),
        ("booked 10:00, site 900", "scan"),
        ("booked 10:00, key unknown", "scan"),
        ("booked 10:00, forged", "scan"),
        ("booked 10:00", "scan code nobody's"),
        ("booked 10:00, blocked", "scan"),
        ("booked 10:00, cancelled 08:00 by office", "scan"),
        ("booked 10:00, lost 08:40", "scan first"),
        ("booked 10:00 at annex", "scan"),
        ("booked tomorrow 10:00", "scan"),
        ("booked 10:00, office closed announced 08:00", "scan"),
        ("booked 10:00 | scan 09:50", "scan"),
        ("booked 10:00 | scan 09:50 | served 09:55", "scan"),
        ("booked 10:00 for 3 | scan 09:50 | persons 1 09:50:10", "scan"),
        ("booked 13:00", "scan"),
        ("booked 08:00", "scan"),
        ("booked 10:00 for 3, maximum 2", "scan"),
        ("booked 10:00, document", "scan"),
        ("booked 10:00, assistance", "scan"),
        ("booked 10:00", "scan"),
    ];
    for ((before, scan), code) in scenes.into_iter().zip(Code::ALL) {
        let mut cells = before.split('|').map(str::trim);
        let mut world = World::new();
        world.given(cells.next().unwrap_or_default());
        cells.for_each(|cell| drop(world.play(cell)));
        assert!(world.play(&format!("{scan} 10:00")).starts_with(code.name()), "{before}");
        let answer = world.play("overrule other 10:00:30 as supervisor");
        match code.overruled_by() {
            Override::Never => assert_eq!(answer, "refused, not_overrulable", "{}", code.name()),
            Override::Granted => {
                assert!(answer.contains("[override]"), "{}: {answer}", code.name());
                assert_eq!(world.play("conflicts"), "none", "{}", code.name());
            }
            Override::Reported => {
                assert!(answer.contains("[override]"), "{}: {answer}", code.name());
                assert_eq!(world.play("conflicts"), "reported", "{}", code.name());
            }
        }
    }
}

#[test]
fn neither_a_look_nor_an_exit_is_overruled() {
    table(
        "
        booked 10:00 | look 09:30 → too_early, come back at 09:45 [look] | overrule other 09:31 as supervisor → refused, not_overrulable
        booked 10:00, key unknown | exit 09:30 → key_unknown | overrule other 09:31 as supervisor → refused, not_overrulable
        ",
    );
}

#[test]
fn a_supervisor_takes_back_a_wrong_entry() {
    table(
        "
        booked 10:00 | scan 10:00 → admit 1 | annul wrong_person 10:01 as supervisor → done | inside 10:02 → 0 | scan 10:05 → admit 1
        booked 10:00 | scan 10:00 → admit 1 | annul wrong_person 10:01 → refused, not_allowed annul | annul wrong_person 10:01 as steward → refused, not_allowed annul | inside 10:02 → 1
        booked 10:00 | scan 10:00 → admit 1 | annul because 10:01 as supervisor → refused, reason
        booked 10:00 | scan 10:00 → admit 1 | annul wrong_person 10:01 as supervisor → done | annul wrong_person 10:02 as supervisor → refused, already_done
        booked 10:00 | scan 09:30 → too_early, come back at 09:45 | annul wrong_person 09:31 as supervisor → refused, no_entry | annul wrong_person #7 09:31 as supervisor → refused, no_such_scan
        booked 10:00 | scan 09:30 → too_early, come back at 09:45 | overrule other 09:31 as supervisor → admit 1 [override] | annul wrong_person 09:32 as supervisor → done | inside 09:33 → 0 | scan 09:50 → admit 1
        booked 10:00, document | scan 10:00 → check_id 1 | confirm 10:00:10 → admit 1 [id_confirmed] | annul wrong_person 10:01 as supervisor → done | inside 10:02 → 0 | scan 10:03 → check_id 1
        // of two entries of one party
        booked 10:00 for 3 | scan 10:00 → admit 3 | persons 2 10:00:10 → done | scan 10:02 → party_partial 1, 2 inside | annul wrong_person 10:03 as supervisor → done | inside 10:04 → 2 | scan 10:05 → party_partial 1, 2 inside
        ",
    );
}

#[test]
fn what_was_marked_on_paper_is_a_late_entry_at_its_time() {
    table(
        "
        // typed in by somebody at 13:00, as seen from the entry's own time
        booked 10:00 for 3 | paper 2 code 10:00 → admit 3 [late_entry] | inside 10:01 → 2 | scan 10:05 → party_partial 1, 2 inside
        // the person was let in, whatever the verdict would have been
        booked 10:00       | paper 1 code 09:30 → too_early, come back at 09:45 [late_entry] | inside 09:31 → 1
        booked 10:00 for 3 | paper 4 code 10:00 → refused, number 3 | paper 0 code 10:00 → refused, number 3
        // a code that is not here lets in nobody: it was typed wrong
        booked 10:00       | paper 1 code nobody's 10:00 → unknown_booking [late_entry] | inside 10:01 → 0
        // entered by camera and by paper: a person looks at it
        booked 10:00       | scan 10:00 → admit 1 | paper 1 code 10:10 → already_inside, 10:00 at front [late_entry] | conflicts → double_admission
        ",
    );
}

#[test]
fn a_late_entry_is_never_in_the_future() {
    let mut world = World::new();
    let now = world.booking.start;
    let station = world.station(FRONT, Gesture::Enter);
    let shown = world.receipt(0);
    let late = Some((now.plus_minutes(30), 1));
    let act = Act::Scan { shown, via: crate::gate::Via::Typed, look: false, late };
    let acted = world.act(&act, &station, None, now).expect("a fact");
    let Some(Event::Scan(fact)) = acted.events.first() else { panic!("no scan in {acted:?}") };
    assert_eq!((fact.at, fact.enters), (now, 1));
}

#[test]
fn a_clock_in_doubt_is_a_mark_on_any_verdict() {
    table(
        "
        booked 10:00, clock in doubt            | scan 10:00 → admit 1 [clock_unsafe] | scan link 10:00 → not_a_receipt, web_link [clock_unsafe] | exit 10:10 → exit 1 [clock_unsafe]
        booked 10:00, clock in doubt            | scan 09:30 → too_early, come back at 09:45 [clock_unsafe] | overrule other 09:31 as supervisor → admit 1 [override, clock_unsafe]
        booked 10:00, document, clock in doubt  | scan 10:00 → check_id 1 [clock_unsafe] | confirm 10:00:10 → admit 1 [id_confirmed, clock_unsafe]
        ",
    );
}

#[test]
fn a_supervisor_states_the_time_until_midnight() {
    let mut world = World::new();
    let machine = world.booking.start;
    let hour = 3_600_000;
    let station = world.station(FRONT, Gesture::Enter);
    let state = |stated| Act::StateClock { stated };
    assert_eq!(
        world.act(&state(machine + hour), &station, Some(World::steward()), machine),
        Err(Refused::NotAllowed(crate::access::Right::Clock))
    );
    for off in [12 * hour + 1, -12 * hour - 1, i64::MAX, i64::MIN] {
        let stated = crate::time::Millis(machine.0.saturating_add(off));
        let refused = world.act(&state(stated), &station, Some(World::supervisor()), machine);
        assert_eq!(refused, Err(Refused::ClockTooFar), "{off}");
    }
    world.act(&state(machine + hour), &station, Some(World::supervisor()), machine).expect("stated");
    let clock = world.state.clock(FRONT, machine.plus_minutes(5));
    assert_eq!(clock.offset, hour);
    // Midnight by the stated time is 23:00 by the machine's.
    let midnight = crate::time::day_bounds(crate::time::Zone::ROME, world.date).1;
    assert_eq!(clock.offset_until, Some(midnight - hour));
    assert_eq!(world.state.clock(FRONT, midnight - hour - 1).offset, hour);
    assert_eq!(world.state.clock(FRONT, midnight - hour).offset, 0);
    // The last word counts.
    let later = machine.plus_minutes(10);
    world.act(&state(later), &station, Some(World::supervisor()), later).expect("stated");
    assert_eq!(world.state.clock(FRONT, later).offset, 0);
    assert_eq!(world.facts.iter().filter(|(_, e)| matches!(e, Event::ClockStated { .. })).count(), 2, "both are kept");
}

#[test]
fn a_stated_time_counts_at_its_own_gate_only() {
    let mut world = World::new();
    let machine = world.booking.start;
    let mut state = |gate, minutes| {
        let act = Act::StateClock { stated: machine.plus_minutes(minutes) };
        let station = world.station(gate, Gesture::Enter);
        world.act(&act, &station, Some(World::supervisor()), machine).expect("stated");
        [FRONT, SIDE].map(|gate| world.state.clock(gate, machine).offset / 60_000)
    };
    assert_eq!(state(FRONT, 20), [20, 0]);
    assert_eq!(state(SIDE, -5), [20, -5], "what another gate states later does not take it back");
    assert_eq!(state(FRONT, 0), [0, -5]);
}

#[test]
fn somebody_in_the_lobby_asks_for_the_staff_until_one_of_them_comes() {
    table(
        "
        booked 10:00 | call 10:00 → done | conflicts → called | take called #1 10:01 → refused, not_allowed door | take called #1 10:01 as steward → done | conflicts → called taken | take called #1 10:02 as steward → refused, already_done
        // asked twice, somebody goes there once
        booked 10:00 | call 10:00 → done | call 10:01 → done | call 10:01 at front → done | take called #1 10:02 as supervisor → done | conflicts → called, called taken, called taken
        booked 10:00 | take called #1 10:01 as steward → refused, no_such_scan
        ",
    );
}

#[test]
fn paper_mode_is_switched_by_a_supervisor() {
    let mut world = World::new();
    let (at, station) = (world.booking.start, world.station(FRONT, Gesture::Enter));
    assert!(world.act(&Act::PaperMode { on: true }, &station, Some(World::steward()), at).is_err());
    assert!(!world.state.paper_mode());
    world.act(&Act::PaperMode { on: true }, &station, Some(World::supervisor()), at).expect("switched");
    assert!(world.state.paper_mode());
    world.act(&Act::PaperMode { on: false }, &station, Some(World::supervisor()), at).expect("switched");
    assert!(!world.state.paper_mode());
}

#[test]
fn a_fact_holds_a_reason_from_the_list_and_nothing_else() {
    let world = run(
        "booked 10:00 | scan 09:30 → too_early, come back at 09:45 | overrule delay_of_ours 09:31 as supervisor → admit 1 [override]",
    );
    let world = world.unwrap_or_else(|found| panic!("{found}"));
    let Some((_, Event::Overridden { reason, scan, .. })) = world.facts.last() else { panic!("not overruled") };
    assert!(OVERRIDE_REASONS.contains(&reason.as_str()));
    assert_eq!(*scan, GestureKey(1));
}
