# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The page of closures, extraordinary openings and changes of capacity.

closures-title = Closures
closures-text = Closures, extraordinary openings and changes of places. Who is hit is seen before anything is saved.
closures-none = No closure ahead. The hours hold as they are.
closures-new = New closure or opening
closures-draft = Draft: nothing has changed yet
closures-discard = Discard
closures-where = Where
closures-what = What
closures-closed = Closed
closures-opened = Extraordinary opening
closures-capacity = Other places
closures-when = When
closures-day = One day
closures-range = Several days
closures-every-year = Every year
closures-date = Day
closures-from = From
closures-until = Until, included
closures-hours = Hours
closures-whole-day = The whole day
closures-some-hours = Some hours
closures-slot = Minutes a visit
closures-persons = Persons at a time
closures-all-bands = All bands
closures-reason-it = Reason in Italian (people read it)
closures-reason-en = Reason in English
closures-what-to-do = What to do instead, if anything
closures-in-italian = In Italian
closures-in-english = In English
closures-summer = Summer suspension, 1–31 August
closures-summer-reason = Summer suspension of time limits
closures-planning = Looking who is hit…
closures-incomplete = Write the reason and the day: then you see who is hit.
closures-nobody = No booking is hit.
closures-hit = { $n ->
    [one] booking hit
   *[other] bookings hit
}
closures-persons-hit = { $n ->
    [one] 1 person
   *[other] { $n } persons
}
closures-moved = { $n ->
    [one] moved
   *[other] moved
}
closures-kept = { $n ->
    [one] kept
   *[other] kept
}
closures-cancelled = { $n ->
    [one] cancelled
   *[other] cancelled
}
closures-for-all = For all…
closures-all-move = Move all
closures-all-keep = Keep all
closures-all-cancel = Cancel all
closures-all-proposed = As proposed
closures-hits = Bookings hit
closures-order = deadlines first, then today’s order
closures-now = Now
closures-person = Person
closures-due = Deadline
closures-proposal = What changes
closures-decision = Decision
closures-assistance = with assistance
closures-new-time = New time for { $who }
closures-late = after the deadline
closures-kept-text = received all the same
closures-cancelled-text = will be cancelled
closures-keep = Keep
closures-move = Move
closures-cancel = Cancel
closures-more = Show { $n ->
    [one] the other one
   *[other] the other { $n }
}
closures-lost = { $n ->
    [one] 1 deadline is missed: see what can be done.
   *[other] { $n } deadlines are missed: see what can be done.
}
closures-none-lost = No deadline is missed. No slot is over its places.
closures-messages = Messages
closures-language = Language
closures-lang-it = Italiano
closures-lang-en = English
closures-text-moved = Moved
closures-text-cancelled = Cancelled
closures-text-kept = Kept
closures-placeholders = Words in braces are filled in for each person.
closures-fifteen = Once saved, messages wait 15 minutes: until then one tap takes everything back.
closures-held = Messages wait 15 minutes.
closures-save = Save
closures-save-messages = Save and prepare { $n ->
    [one] 1 message
   *[other] { $n } messages
}
closures-saving = Saving…
closures-again = Look again who is hit
closures-saved = Saved.
closures-taken-back = Everything is as it was before.
closures-released = The messages are ready: they can be sent or printed now.
closures-did = { $hit ->
    [one] 1 booking hit
   *[other] { $hit } bookings hit
}: { $moved } moved, { $kept } kept, { $cancelled } cancelled
closures-undo = Undo everything
closures-held-until = { $n ->
    [one] 1 message waits
   *[other] { $n } messages wait
} until { $time }.
closures-left = { $n ->
    [one] 1 message is ready or printed: there is no way back by one tap.
   *[other] { $n } messages are ready or printed: there is no way back by one tap.
}
closures-send-now = Do not wait
closures-send-sure = Yes: no undo after this
closures-wait = Wait
closures-letters = Letters (PDF)
closures-letters-file = letters
closures-phones = List of phone calls
closures-phone = Phone
closures-no-phone = not given
closures-say = What to say
closures-days = Public holidays
closures-days-text = On holidays offices are closed without a closure. The patron saint is chosen for each site.
closures-day-open = open
