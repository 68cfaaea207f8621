# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The lobby: anyone, alone at a kiosk.

lobby-greeting = Welcome
lobby-show = Show your receipt
lobby-show-text = On paper or on your phone, with the black square facing the camera.
lobby-show-no-camera = The camera is not working: type the code on your receipt.
lobby-camera-off = Camera not available
lobby-camera-preview = What the camera sees
lobby-or-touch = or touch
lobby-card-code = Type the code
lobby-card-code-text = 8 letters and digits on the receipt
lobby-card-offices = Where do I go?
lobby-card-offices-text = Offices, floors, hours
lobby-card-no-booking = I have no booking
lobby-card-no-booking-text = What I can do

lobby-contrast = Contrast
lobby-contrast-usual = Usual contrast
lobby-text-large = Larger text
lobby-text-usual = Usual text
lobby-listen = Listen
lobby-hush = Stop the voice
lobby-call-person = Call a person

## Writing the code.
lobby-code-title = Type the code
lobby-code-where = It is on your receipt, below the black square: 8 letters and digits.
lobby-code-strange = Codes never contain 0, 1, I, L or O.
lobby-code-missing =
    { $number ->
        [0] The code is complete: touch Next.
        [1] 1 character is missing.
       *[other] { $number } characters are missing.
    }
lobby-code-so-far = So far: { $code }.
lobby-code-send = Next
lobby-pad = Letters and digits of the code
lobby-erase-all = Clear all

## The answer.
lobby-one-moment = One moment…
lobby-room = room { $room }
lobby-floor = { $floor ->
    [terra] ground floor
   *[other] floor { $floor }
}
lobby-floor-room = { $floor ->
    [terra] ground floor, room { $room }
   *[other] floor { $floor }, room { $room }
}
lobby-done = I have finished

## Somebody may have gone.
lobby-still-here = Are you still here?
lobby-still-here-what = If nobody touches the screen, this page closes and nothing that you typed is kept.
lobby-more-time = I need more time
lobby-closes-in =
    { $seconds ->
        [one] closes in 1 second
       *[other] closes in { $seconds } seconds
    }

## Offices.
lobby-offices-title = Offices in this building
lobby-offices-none = The list of offices is not available: please ask the staff.
lobby-office-open = Open until { $time }
lobby-office-closed = Closed now
lobby-offices-more = More offices
lobby-offices-page = page { $page } of { $pages }

## Without a booking.
lobby-no-booking-title = Without a booking
lobby-no-booking-hearing = For a hearing you need none.
lobby-no-booking-hearing-text = Parties, witnesses and lawyers speak to the staff at the entrance.
lobby-no-booking-counter = For a counter, ask if there is a place.
lobby-no-booking-counter-text = The staff can see what is free today.
lobby-no-booking-next-time = Next time, book ahead.
lobby-no-booking-next-time-text = With a receipt you enter at the time you chose, without a queue.

## Calling a person.
lobby-called = The staff have been told
lobby-called-next = Please stay here: somebody is coming.
lobby-not-called = Please speak to the staff
lobby-not-called-next = The call could not be sent from here. The staff are at the entrance.

## Closed, broken, failed.
lobby-closed = The offices are closed
lobby-out-of-order = Out of order
lobby-out-of-order-next = Please speak to the staff at the entrance, with your receipt at hand.
lobby-out-of-order-foot = This kiosk starts again by itself as soon as it can.
lobby-failed = That did not work
lobby-failed-next = Try again. If it happens again, please speak to the staff.
lobby-retry = Try again
lobby-training = Training: nothing shown here is real

## Said by a voice, on request.
lobby-spoken-welcome = Hello. If you have a receipt, hold its black square to the camera, on paper or on your phone. Or touch the lower part of the screen: first button, type the code; second button, where do I go; third button, I have no booking. The last button at the bottom calls a person.

## For the staff: behind a long press on the mark at the top, or Esc held down.

lobby-staff-title = For the staff
lobby-staff-text = Close this kiosk. A supervisor’s PIN is needed.
lobby-staff-close = Close Varco
lobby-staff-closed = This kiosk is closed
lobby-staff-closed-text = To begin again, start Varco.
