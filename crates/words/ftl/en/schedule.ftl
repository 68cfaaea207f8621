# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Opening hours in words, and what is wrong with them. A rule is called by its day and hours.

rule-named = { $day } { $from }–{ $to } ({ $audience })
exception-named = closure or opening of { $when }
fault-from_not_before_to = { $rule }: the beginning ({ $from }) must be before the end ({ $to })
fault-off_the_grid = { $rule }: { $time } is not a multiple of five minutes
fault-slot_off_the_grid = { $rule }: a visit of { $minutes } minutes is not a multiple of five minutes
fault-slot_longer_than_band = { $rule }: a visit of { $slot } minutes does not fit into { $band } minutes
fault-remainder_not_stated = { $rule }: { $left_over } minutes are left over at the end
fault-no_desks = { $rule }: at least one desk is needed
fault-fewer_persons_than_desks = { $rule }: { $persons } persons are fewer than { $desks } desks
fault-weekday = { $n } is not a day of the week
fault-sundays = { $rule }: Sundays are holidays and it would never open; enter an extraordinary opening
fault-weeks = { $rule }: every { $n } weeks is not possible; every 2 to every 52
fault-validity_reversed = { $rule }: holds from { $from } but ends before, { $until }
fault-version_twice = { $rule }: the same version is there twice; load the page again
fault-bands_overlap = { $one } and { $other } overlap, first on { $date }: shorten one of them, or join them
fault-exception_twice = { $exception }: is there twice
fault-range_reversed = the range from { $from } ends before, { $to }
fault-hours_reversed = { $exception }: the beginning must be before the end
fault-hours_off_the_grid = { $exception }: { $time } is not a multiple of five minutes
fault-hours_beside_band = { $exception }: its hours are those of its band, no others
fault-no_reason = { $exception }: say why, in Italian and in English
fault-before_doors = { $rule } begins before the building opens, at { $time }
fault-after_closing = { $rule } ends after the building closes, at { $time }
fault-desks_together =
    { $desks ->
        [one] together they use { $used } desks, and the office has one: { $rules } (first on { $date }, at { $time })
       *[other] together they use { $used } desks, and the office has { $desks }: { $rules } (first on { $date }, at { $time })
    }
fault-persons_over_cases = { $rule }: { $persons } persons are more than { $desks } desks for { $cases } cases a visit
fault-no_such_rule = { $rule }: these hours are there no more; load the page again
fault-not_later = { $rule } holds until { $until } already: choose a later date
fault-not_later-ever = { $rule } holds without an end already
rule-full = { $rule }, every { $minutes } min, desks { $desks }, persons { $persons }
rule-full-until = { $rule }, every { $minutes } min, desks { $desks }, persons { $persons }, until { $until }
rule-change-new = New: { $rule }
rule-change-changed = { $before } → { $after }
rule-change-ended = Ends: { $rule }
