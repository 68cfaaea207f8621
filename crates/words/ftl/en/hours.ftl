# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The page of the opening hours.

hours-title = Hours: { $office }
hours-menu = Hours
hours-office = Office
hours-none = There are no offices here for this role.
hours-before = Week before
hours-after = Week after
hours-today = today
hours-legend = For whom
hours-letter-all = A
hours-letter-citizens = C
hours-letter-professionals = L
hours-letter-agencies = G
hours-letter-staff = S
hours-letter-walk-in = W
hours-for-all = Everybody
hours-for-citizens = Citizens
hours-for-professionals = Lawyers
hours-for-agencies = Agencies
hours-for-staff = Staff
hours-for-walk-in = Without booking
hours-closed = Closed
hours-closed-why = Closed: { $reason }
hours-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
  }
hours-band = { $day }, { $from }–{ $to }, { $audience }, { $places }
hours-band-every = every { $minutes } min · { $desks ->
    [one] one desk
   *[other] { $desks } desks
  }
hours-help = Drag on a day to add a band, or press N. Arrows move it, Shift + arrows stretch it, Delete removes it, Ctrl + Z takes a step back.
hours-day-add = Add a band: { $day }
hours-with = With these hours
hours-places-week = places a week
hours-places-day = places on { $day }
hours-peak = arrivals at once, at most
hours-more = + { $n } on before
hours-fewer = − { $n } on before
hours-arrivals = Arrivals at the door on { $day }, each quarter of an hour
hours-quarter = Quarter of an hour
hours-arriving = Persons
hours-arrivals-table = Table
hours-figures-week = Week of { $date }
hours-choose = Choose a band to see and change it.
hours-from = From
hours-to = To
hours-desks = Desks
hours-persons = Persons at once
hours-fewer-desks = one desk less
hours-more-desks = one desk more
hours-length = Length of a visit
hours-minutes = { $n } min
hours-audience = For whom
hours-repeats = Repeats
hours-every-week = every week
hours-every-2 = every 2 weeks
hours-every-3 = every 3 weeks
hours-every-4 = every 4 weeks
hours-every-n = every { $n } weeks
hours-nth-first = the first of the month
hours-nth-second = the second of the month
hours-nth-third = the third of the month
hours-nth-fourth = the fourth of the month
hours-nth-fifth = the fifth of the month
hours-nth-last = the last of the month
hours-until = Holds until
hours-no-end = Without an end
hours-until-is = Holds until { $date }
hours-extend = Extend
hours-extend-until = Extend until
hours-extend-go = Extend now
hours-extend-all = all bands that end on that day
hours-extended = Extended until { $date }
hours-split = Split
hours-remove = Remove
hours-copy = Copy to other days
hours-left-over = { $n } min are left over at the end
hours-when = From when
hours-check = Check and publish
hours-publish = Publish
hours-back = Back to editing
hours-undo-step = Undo: { $step }
hours-discard = Leave it as it was
hours-step-add = new band
hours-step-move = move
hours-step-stretch = length of the band
hours-step-change = change
hours-step-split = split
hours-step-copy = copy
hours-step-remove = removed band
hours-checking = Checking…
hours-wrong = It cannot be published like this
hours-told = To know
hours-what-changes = What changes from { $date }
hours-nothing-changes = Nothing changes.
hours-bookings = { $n ->
    [0] No bookings made already.
    [one] One booking made already: it does not change.
   *[other] { $n } bookings made already: none changes.
  }
hours-outside = { $n ->
    [one] One falls outside the new hours and stays valid.
   *[other] { $n } fall outside the new hours and stay valid.
  }
hours-published = Published: holds from { $date }.
hours-taken-back = Taken back: the hours are as before.
hours-unsaved = { $n ->
    [one] One change not published yet
   *[other] { $n } changes not published yet
  }
hours-why-title = Why is a time free or not?
hours-why-day = Day
hours-why-time = Time
hours-why-go = Ask
hours-read-only = This role sees the hours and does not change them.
hours-day-1 = Monday
hours-day-2 = Tuesday
hours-day-3 = Wednesday
hours-day-4 = Thursday
hours-day-5 = Friday
hours-day-6 = Saturday
hours-day-7 = Sunday
hours-weekend = Show Saturday and Sunday too
hours-calendar = Week
