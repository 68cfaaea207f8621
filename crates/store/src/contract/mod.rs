// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What every engine must pass. Each function is a sentence about a court; it opens as many empty stores as it needs.
//!
//! An engine runs them all by one line in a test file: `varco_store::contract!(open_an_empty_store);`

#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "these are tests, and each name is the sentence")]

use crate::Store;

mod bookings;
mod closures;
pub mod court;
mod door;
mod edits;
mod names;
mod people;
mod setup;

/// A store that nobody has used, with what has to live as long: its folder, its server.
pub struct Opened {
    /// The store; it goes first.
    pub store: Box<dyn Store>,
    /// What has to live as long.
    pub with: Box<dyn std::any::Any>,
}

impl std::ops::Deref for Opened {
    type Target = dyn Store;
    fn deref(&self) -> &Self::Target {
        &*self.store
    }
}

/// Opens one.
pub type Fresh<'a> = &'a dyn Fn() -> Opened;

macro_rules! sentences {
    ($($module:ident :: $name:ident),* $(,)?) => {
        $(pub use $module::$name;)*

        /// All sentences, by name.
        pub const ALL: &[(&str, fn(Fresh<'_>))] = &[$((stringify!($name), $name)),*];

        /// Makes a test of each sentence. The argument is a function that opens an empty store.
        #[macro_export]
        macro_rules! contract {
            ($open:path) => {
                $(#[test]
                fn $name() {
                    $crate::contract::$name(&$open);
                })*

                #[test]
                fn every_sentence_of_the_contract_is_a_test() {
                    assert_eq!($crate::contract::ALL.len(), [$(stringify!($name)),*].len());
                }
            };
        }
    };
}

sentences! {
    setup::an_empty_store_has_no_court,
    setup::a_court_is_installed_once,
    setup::a_changed_structure_is_seen_at_once,
    setup::a_new_key_signs_after_seven_days_and_a_revoked_one_vouches_no_more,
    setup::five_wrong_pins_make_the_sixth_try_wait,
    setup::the_right_pin_says_who_it_is_and_forgets_the_wrong_ones,
    setup::the_store_is_sound_after_everything,
    bookings::a_booking_gets_a_receipt_that_opens_the_door,
    bookings::the_same_key_books_once_and_another_body_is_refused,
    bookings::the_last_place_is_given_once,
    bookings::a_booking_for_too_many_persons_is_refused,
    bookings::a_service_longer_than_a_slot_takes_the_next_one_too,
    bookings::a_start_between_slots_or_on_a_holiday_is_no_start,
    bookings::a_professional_uses_the_own_share_first_and_then_that_of_all,
    bookings::a_cancelled_booking_gives_its_places_back,
    bookings::a_moved_booking_takes_the_new_places_and_gives_the_old_back,
    bookings::a_move_to_a_full_slot_changes_nothing,
    bookings::a_new_receipt_for_a_lost_one_retires_it,
    bookings::two_receipts_of_one_booking_never_bear_the_same_second,
    bookings::free_places_are_what_is_left,
    bookings::many_bookings_are_answered_each_in_its_place,
    bookings::an_import_of_more_than_fits_never_overbooks,
    closures::a_closure_moves_keeps_and_cancels_as_decided_and_the_door_knows,
    closures::what_was_booked_or_taken_meanwhile_stops_a_closure_and_nothing_is_saved,
    closures::the_same_closure_twice_is_made_once,
    closures::a_closure_taken_back_leaves_everything_as_it_was,
    closures::what_people_were_told_is_not_taken_back_in_silence,
    closures::what_was_changed_since_is_not_taken_back,
    closures::a_receipt_is_printed_again_the_same_and_opens_the_names,
    closures::closures_by_chance_never_overbook_and_taken_back_leave_all_as_it_was,
    edits::an_edit_is_seen_at_once_and_stands_in_the_history,
    edits::the_second_of_two_editors_is_told_and_nothing_is_overwritten,
    edits::an_edit_of_several_things_is_made_whole_or_not_at_all,
    edits::the_same_edit_twice_is_made_once,
    edits::a_new_office_has_hours_in_the_time_of_its_site_and_follows_it,
    edits::what_something_refers_to_is_archived_and_never_deleted,
    edits::a_service_may_want_the_document_though_the_office_does_not,
    edits::only_the_newest_change_of_a_thing_is_taken_back,
    edits::what_cannot_be_is_refused_by_its_field_and_odd_text_stays_text,
    edits::published_hours_change_no_booking_and_what_is_wrong_with_them_is_refused,
    edits::edits_by_chance_change_no_booking_and_taken_back_leave_the_court_as_it_was,
    door::a_scan_is_in_the_journal_with_its_stamp,
    door::the_same_gesture_twice_gives_one_row_and_the_same_answer,
    door::a_used_key_with_another_body_is_refused,
    door::a_refused_gesture_writes_nothing,
    door::a_receipt_admits_once_at_two_gates,
    door::a_receipt_of_another_day_is_known_by_its_booking,
    door::a_short_code_of_another_day_is_known,
    door::a_look_that_is_not_kept_writes_nothing,
    door::eight_gates_at_once_let_each_person_in_once,
    door::the_same_key_from_eight_windows_at_once_counts_once,
    door::the_next_day_begins_empty_and_the_day_before_can_be_read_again,
    door::a_late_entry_belongs_to_the_day_it_happened_on,
    door::facts_that_are_no_gesture_are_kept_once,
    door::a_receipt_held_until_a_moment_ago_repeats_its_verdict,
    door::every_gesture_of_a_batch_knows_what_is_held,
    names::the_receipt_opens_its_own_names_and_no_others,
    names::a_passphrase_opens_the_names_of_the_day_and_a_pin_does_not,
    names::a_moved_receipt_opens_names_when_the_old_one_came_with_it,
    names::a_lost_receipt_opens_nothing_any_more,
    names::the_reason_of_a_block_opens_with_the_receipt_and_with_the_names_key,
    names::a_forgotten_person_is_gone_and_the_journal_stays_sound,
    names::somebody_added_with_the_names_key_can_open_names,
    names::guesses_of_a_passphrase_are_slowed_and_the_right_pin_does_not_forgive_them,
    names::the_recovery_code_makes_one_administrator_who_opens_the_names_and_is_spent,
    people::a_password_is_no_pin_and_a_pin_no_password,
    people::a_name_that_nobody_has_is_answered_and_slowed_as_a_wrong_password_is,
    people::somebody_who_is_added_signs_in_by_what_their_role_has,
    people::two_who_work_here_are_never_called_the_same,
    people::who_works_for_offices_has_at_least_one_that_is_there,
    people::a_change_that_has_not_seen_the_newest_changes_nothing,
    people::a_role_takes_away_what_it_cannot_have,
    people::whoever_is_archived_signs_in_nowhere_and_keeps_the_name,
    people::the_last_administrator_stays,
    people::a_given_password_opens_the_names_and_the_one_before_nothing,
    people::a_given_passphrase_opens_the_names_for_whom_it_may,
    people::ones_own_new_password_opens_what_the_old_one_did,
    people::every_change_of_somebody_is_in_the_history_without_a_secret,
}
