# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Words that the pages of all modes share.

shared-unreachable = The station does not answer
shared-unreachable-next = Try again. If it goes on, restart Varco: what is recorded stays.
shared-retry = Try again
shared-understood = Understood
shared-back = Back
shared-close = Close
shared-choose = Choose
shared-clear = Clear
shared-backspace = Delete the last character
shared-keyboard = Keyboard
shared-capital = Capital letter
shared-space = space
shared-one-less = One less
shared-one-more = One more
shared-touch-for-sound = Touch to turn on the sound

## How long until somebody may come back: "23 minutes left".
shared-count-left =
    { $number ->
        [one] in
       *[other] in
    }
shared-count-seconds =
    { $number ->
        [one] second
       *[other] seconds
    }
shared-count-minutes =
    { $number ->
        [one] minute
       *[other] minutes
    }
shared-count-hours =
    { $number ->
        [one] hour
       *[other] hours
    }
shared-count-over = You may enter now: show the receipt again.

## A supervisor’s PIN

shared-supervisor-pin = Supervisor’s PIN
shared-which-supervisor = Who authorises
shared-missing-supervisor = Choose who authorises
shared-missing-digits =
    { $number ->
        [one] { $number } digit is missing
       *[other] { $number } digits are missing
    }
shared-pin-digits =
    { $number ->
        [one] { $number } digit entered
       *[other] { $number } digits entered
    }
