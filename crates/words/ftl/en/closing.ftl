# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

# Closures and exceptions: what is wrong, what is proposed, what people are written.

draft-named = Extraordinary opening
draft-places-named = Capacity
draft-empty = What is to hold is missing: closed, open, or another capacity.
draft-no_such = This closure is there no more: look at the list.
draft-no_such_place = This site or office is not there, or is used no more.
draft-past = The day has gone by ({ $date }): choose one from today on.
draft-begun = The period begins on a day that has gone by ({ $date }): let it begin today or later.
draft-range_reversed = The last day comes before the first: swap them.
draft-range_too_long = The period is longer than two years: shorten it.
draft-hours_reversed = The end must come after the beginning.
draft-off_the_grid = { $time } does not work: use steps of five minutes, such as 9:05.
draft-hours_beside_band = An opening has hours of its own: remove the others.
draft-no_reason_it = The reason in Italian is missing: people must know why.
draft-no_reason_en = The reason in English is missing: people must know why.
draft-too_long = The text is too long: at most { $most } characters.

hint-closed_anyway = Nobody is received on these days and hours anyway: the closure changes nothing.
hint-changes_nothing = This changes nothing: the hours have these places already.

no-place-not_offered = The service is offered no more.
no-place-due_by = No free place up to { $date }, the last useful day for this matter.
no-place-horizon = No free place up to { $date }.
keep-was-kept = It was kept in spite of a closure before.

closure-dates-range = { $from } to { $to }
closure-dates-year = every year from { $from } to { $to }
closure-hours = { $dates }, { $from }–{ $to }
closure-closed = closed { $when }: { $reason }
closure-opened = open { $when }
closure-capacity = { $desks } desks and { $persons } persons { $when }
closure-counts = { $moved } moved, { $kept } kept, { $cancelled } cancelled
closure-lifted = lifted
closure-undone = taken back
closure-of-court = The whole court

message-moved = Dear { "{person}" }, your appointment at { "{office}" } ({ "{service}" }) on { "{old}" } is moved to { "{new}" }.{ $why } The new receipt is the one that counts; the earlier one is no longer needed.
message-cancelled = Dear { "{person}" }, the office has had to cancel your appointment at { "{office}" } ({ "{service}" }) on { "{old}" }.{ $why } We are sorry that we cannot offer another time: for a new appointment please ask the office.
message-kept = Dear { "{person}" }, your appointment at { "{office}" } ({ "{service}" }) on { "{old}" } stays valid, with the same receipt, although the office changes its hours on that day.{ $why }
message-why = { " " }Reason: { $reason }.

letter-title = Notice about your appointment
letter-receipt = Your new receipt
letter-window = enter between { $opens } and { $last }
letter-english = In English
phones-title = Telephone list
phones-no-number = no number

closure-plan-head = { $n ->
    [0] No booking is hit
    [one] One booking is hit
   *[other] { $n } bookings are hit
  } (--seen { $seen })
closure-done = Closure { $id }: { $moved } moved, { $kept } kept, { $cancelled } cancelled; messages wait until { $until }
