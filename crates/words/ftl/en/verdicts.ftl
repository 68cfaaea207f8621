# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Word, reason, next step and second line of each verdict.
## Next step at most 36 characters, second line at most 48.

verdict-not_a_receipt-word = Other code
verdict-not_a_receipt-why = This looks like { $what }.
verdict-not_a_receipt-next = Show your booking receipt
verdict-not_a_receipt-sub = It has a black square and a code of 8 signs.

verdict-damaged-word = Unreadable
verdict-damaged-why = It is a receipt, but a sign cannot be read.
verdict-damaged-next = Flatten the sheet and try again
verdict-damaged-sub = Or type the short code below the square.

verdict-not_ours-word = Not ours
verdict-not_ours-why = A receipt of another office: { $court }.
verdict-not_ours-why-unknown = A receipt of another office (site no. { $site }).
verdict-not_ours-next = Go to the office on the receipt
verdict-not_ours-sub = The address is on the sheet.

verdict-key_unknown-word = Unverified
verdict-key_unknown-why = This gate was last updated { $when }.
verdict-key_unknown-why-never = This gate was never updated.
verdict-key_unknown-why-revoked = The key of this receipt was taken back.
verdict-key_unknown-next = Staff will call the supervisor
verdict-key_unknown-sub = Or search by the short code.

verdict-bad_signature-word = Stop
verdict-bad_signature-why = The signature does not match.
verdict-bad_signature-next = Staff will call the supervisor
verdict-bad_signature-sub = Alert sent. Do not hold the person.

verdict-unknown_booking-word = Not found
verdict-unknown_booking-why = No booking with the code { $code }.
verdict-unknown_booking-next = Check the code
verdict-unknown_booking-sub = Then search by name or ask the office.

verdict-blocked-word = One moment
verdict-blocked-next = Please speak to the staff

verdict-cancelled-word = Cancelled
verdict-cancelled-why-office = Cancelled by the office { $when }.
verdict-cancelled-why-holder = Cancelled by who booked { $when }.
verdict-cancelled-next = New booking: { $when }
verdict-cancelled-next-none = A new booking is needed
verdict-cancelled-sub = The new receipt is in your mail.
verdict-cancelled-sub-none = Book again, or ask the office.

verdict-reissued-word = Replaced
verdict-reissued-why = There is a newer receipt, of { $when }.
verdict-reissued-next = The new one counts: { $when }
verdict-reissued-sub = Ask to open the latest message.

verdict-wrong_site-word = Other site
verdict-wrong_site-why = The booking is in another building.
verdict-wrong_site-next = { $address }
verdict-wrong_site-sub = { $floor ->
    [terra] { $site }, ground floor
   *[other] { $site }, floor { $floor }
}

verdict-wrong_day-word = Other day
verdict-wrong_day-why-passed = The booking was for a day in the past.
verdict-wrong_day-why = The booking is for another day.
verdict-wrong_day-next = Come back { $when }
verdict-wrong_day-next-passed = A new booking is needed
verdict-wrong_day-sub = This receipt is valid on that day only.

verdict-office_closed-word = Closed
verdict-office_closed-why = { $office }: { $reason }.
verdict-office_closed-next = { $what }
verdict-office_closed-next-none = Ask the office for a new time
verdict-office_closed-sub = It was closed after the booking was made.

verdict-already_inside-word = Already in
verdict-already_inside-why = Used at { $time }, { $gate }.
verdict-already_inside-next = Staff: ask if this is a re-entry
verdict-already_inside-sub = If it is, the supervisor can authorise.

verdict-already_served-word = Completed
verdict-already_served-why = The visit ended at { $time }.
verdict-already_served-next = A new booking is needed
verdict-already_served-sub = Anything else needs another place.

verdict-party_partial-word = Enter
verdict-party_partial-why = { $inside ->
    [one] One person is in already.
   *[other] { $inside } persons are in already.
  }

verdict-too_early-word = Early
verdict-too_early-why = Booked for { $time }, { $office }.
verdict-too_early-next = Come back at { $back }
verdict-too_early-sub = From then on, with the same receipt.

verdict-too_late-word = Late
verdict-too_late-why = Entry was possible until { $until }.
verdict-too_late-next = Next free time today: { $next }
verdict-too_late-next-none = No more places today
verdict-too_late-sub = One touch and the new receipt is ready.
verdict-too_late-sub-none = Ask the office, or book again.

verdict-site_full-word = Full
verdict-site_full-why = { $inside } of { $maximum } persons in the building.
verdict-site_full-next = Please wait here
verdict-site_full-sub = Your place is not lost.

verdict-check_id-word = ID check
verdict-check_id-why = The office asks to compare it with the receipt.
verdict-check_id-next = Show your identity document
verdict-check_id-sub = Compare the name with the booking.
verdict-check_id-why-refused = The document does not match the booking.
verdict-check_id-next-refused = Please ask the office
verdict-check_id-sub-refused = No entry. Call the supervisor if needed.

verdict-admit_note-word = Enter
verdict-admit-word = Enter
verdict-enter-next = { $floor ->
    [terra] Ground floor, room { $room }
   *[other] Floor { $floor }, room { $room }
}
verdict-enter-next-floor = { $floor ->
    [terra] Ground floor
   *[other] Floor { $floor }
}
verdict-enter-next-room = Room { $room }
verdict-enter-next-none = { $office }

verdict-exit-word = Exit
verdict-exit-why = { $leave ->
    [0] Nobody of this booking is inside.
    [one] One person leaves.
   *[other] { $leave } persons leave.
  }
verdict-exit-next = Goodbye
verdict-exit-next-back = Goodbye. You may come back today

## Neutral words of the lobby for what only the staff may know.
verdict-lobby-staff-word = One moment
verdict-lobby-staff-next = Please speak to the staff
verdict-lobby-arrived-word = Welcome
verdict-lobby-arrived-floor = { $floor ->
    [terra] Go to the ground floor
   *[other] Go to floor { $floor }
}

## Marks beside the word.
mark-by_signature = known by its signature
mark-moved = moved: the new time counts
mark-already_read = already read at { $time }
mark-clock_unsafe = time uncertain
mark-look = looked at only
mark-re_entry = re-entry
mark-override = authorised
mark-late_entry = copied from paper
mark-not_recorded = NOT RECORDED
mark-annulled = entry annulled
mark-id_confirmed = document compared
mark-id_refused = document does not fit
mark-training = TRAINING
mark-assistance = Assistance

## What a foreign code looks like.
foreign-empty = an empty code
foreign-web_link = a web address
foreign-health_card = a health card
foreign-green_pass = a COVID certificate
foreign-payment_notice = a payment notice
foreign-boarding_pass = a boarding pass
foreign-contact = a business card
foreign-wireless = access to a network
foreign-message = a number or a mail address
foreign-number = a product's bar code
foreign-other_version = a receipt of another version
foreign-text = another code
foreign-binary = another code

## Persons, times, and what was kept.
persons-of = { $enter } of { $party }
persons-count = { $n ->
    [one] 1 person
   *[other] { $n } persons
  }
when-today = today at { $time }
when-day = { $day } at { $time }
at-time = { $time }
saved-entered = Entry recorded
saved-scan = Reading recorded
saved-look = Looked at only · nothing was used
saved-not = NOT RECORDED · written when the disk returns
saved-exit = Exit recorded { $time }
saved-check = No entry until it is confirmed
saved-refused = No entry: the document does not match
