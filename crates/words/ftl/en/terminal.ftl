# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## What varcoctl says.

recover-code = Recovery code:
recover-pin = PIN of the new administrator (6 digits at least):
recover-password = Password (12 characters at least):
recover-passphrase = Passphrase that opens the names (12 characters at least; empty when the password is enough):
recover-done = { $name } is an administrator. The recovery code is spent: it opens nothing any more.
recover-wrong =
    { $n ->
        [one] The code is not right. One try is left, then you have to wait.
       *[other] The code is not right. { $n } tries are left, then you have to wait.
    }
recover-spent = This folder has no recovery code, or it is spent already.

## What an office offers on a day, and would offer.

what-if = slots { $slots }, bookings { $bookings }, persons { $persons }, at most { $peak } in a quarter of an hour

## Why a time is free or not.

why-free = free: desks { $desks }, persons { $persons }
why-full = all places are taken
why-between_slots = no slot begins then; the next one at { $next }
why-between_slots-last = no slot begins then, and none comes after it
why-left_over = what is left until { $until } is too short for another slot
why-not_for_this_audience = open for others: { $audiences }
why-closed = closed: { $reason }
why-replaced = other hours hold in the place of these
why-holiday = closed: { $holiday }
why-clock_change = the clocks change in that hour
why-no_such_time = there is no such time: the clocks go from { $from } to { $until }
why-not_this_week = these hours do not hold in this week
why-not_valid_yet = these hours hold from { $day } { $year }
why-not_valid_any_more = these hours held until { $day } { $year }
why-outside_hours = outside the hours: it opens at { $until }
why-outside_hours-after = outside the hours: it closed at { $since }
why-not_that_weekday = nobody is received on that weekday; they are received on: { $days }
why-not_that_weekday-never = nobody is ever received

audience-all = everybody
audience-citizens = citizens
audience-professionals = professionals
audience-agencies = agencies
audience-staff = staff
audience-walk_in = who comes without a booking

holiday-sunday = Sunday
holiday-summer = summer suspension
holiday-patron = patron saint's day, { $name }
holiday-capodanno = New Year's Day
holiday-epifania = Epiphany
holiday-pasqua = Easter Sunday
holiday-lunedi_dell_angelo = Easter Monday
holiday-liberazione = Liberation Day
holiday-festa_del_lavoro = Labour Day
holiday-festa_della_repubblica = Republic Day
holiday-assunzione = Assumption
holiday-san_francesco = Saint Francis of Assisi
holiday-ognissanti = All Saints' Day
holiday-immacolata = Immaculate Conception
holiday-natale = Christmas Day
holiday-santo_stefano = Saint Stephen's Day
