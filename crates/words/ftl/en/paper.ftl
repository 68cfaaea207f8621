# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Sheets of paper: the receipt of a booking and the list of a day at a gate.

paper-language = English

### Receipt

paper-receipt-title = Booking receipt
# The title of the file: what a screen reader says first.
paper-receipt-document = Booking receipt { $code }: { $date }, { $time }
paper-receipt-qr = QR code of receipt { $code }
paper-receipt-clock = { $time }
paper-receipt-persons = { $persons ->
    [one] for 1 person
   *[other] for { $persons } persons
}
paper-receipt-opens = doors open
paper-receipt-visit = your visit
paper-receipt-last = last entry
paper-receipt-rule = You cannot enter before { $opens }. After { $last } you need another time: the staff at the entrance will offer one if there is a free place that day.
paper-receipt-where = Where
paper-receipt-floor-room = { $floor ->
    [terra] ground floor, room { $room }
   *[other] floor { $floor }, room { $room }
}
paper-receipt-floor = { $floor ->
    [terra] ground floor
   *[other] floor { $floor }
}
paper-receipt-room = room { $room }
paper-receipt-entrance = Entrance: { $address }.
paper-receipt-entrance-main = Main entrance: { $address }.
paper-receipt-entrance-step-free = Entrance without steps: { $address }.
paper-receipt-bring = What to bring
paper-receipt-bring-receipt = this receipt, on paper or on the phone
paper-receipt-service = { $service }, { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}. Receipt issued on { $date } at { $time }.
paper-receipt-move-web = Cannot come? Cancel or change the time at { $web } with the code below the square: the place goes to somebody else.
paper-receipt-move-phone = Cannot come? Call { $phone } and say the code below the square: the place goes to somebody else.
paper-receipt-privacy = The square holds no names and not what you ask for. Do not publish it: whoever shows it takes your place.
# The whole receipt in one breath, set in a box on the receipt of the other language.
paper-receipt-summary = { $date }, { $time }. Enter between { $window } at { $address }. Bring this receipt and what is listed above.
paper-receipt-summary-place = { $date }, { $time }. Enter between { $window } at { $address }: { $place }. Bring this receipt and what is listed above.
paper-receipt-summary-window = { $opens } and { $last }
paper-receipt-summary-step-free = Entrance without steps: { $address }.

### Marks

paper-training = Training
paper-training-receipt = Practice receipt: not valid for entry.
paper-training-list = These persons and bookings are for practice.
paper-reprint = Reprint
paper-reprint-note = As good as the first sheet, and used only once.

### List of the day

paper-list-title = List of the day
paper-list-document = List of the day, { $gate }: { $date }
paper-list-gate = { $site }, { $gate }
paper-list-count = { $bookings ->
    [0] No booking
    [one] 1 booking
   *[other] { $bookings } bookings
}, { $persons ->
    [0] no person
    [one] 1 person
   *[other] { $persons } persons
}
paper-list-inside = entered before printing: { $persons }
paper-list-printed = Printed { $date } at { $time }
paper-list-head = Journal seal: { $head }
paper-list-how = Whoever enters: tick the box, write how many persons and when. Before or after the entry times: call the supervisor. When the system is back, type the marks in as late entries.
paper-list-col-time = Time
paper-list-col-window = Entry
paper-list-col-code = Code
paper-list-col-persons = Persons
paper-list-col-office = Office
paper-list-col-tick = Enters
paper-list-col-entered = How many
paper-list-col-at = At
paper-list-check-id = ID check
paper-list-entered = { $entered } of { $persons }
paper-list-blank-title = Free lines
paper-list-blank-how = For whoever comes after printing or holds a receipt that is not in the list: copy the short code.
paper-list-empty = No booking for this day.
paper-page = page { $page } of { $pages }

### Hours in words, so that nobody takes a morning for an evening

paper-noon = noon
paper-midnight = midnight
paper-time-exact = { $hour } o’clock { $part }
paper-time-minutes = { $hour } { $minute } { $part }
paper-hour = { $hour ->
    [0] twelve
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
    [13] one
    [14] two
    [15] three
    [16] four
    [17] five
    [18] six
    [19] seven
    [20] eight
    [21] nine
    [22] ten
    [23] eleven
   *[other] { $hour }
}
paper-part-of-day = { $hour ->
    [0] in the morning
    [1] in the morning
    [2] in the morning
    [3] in the morning
    [4] in the morning
    [5] in the morning
    [6] in the morning
    [7] in the morning
    [8] in the morning
    [9] in the morning
    [10] in the morning
    [11] in the morning
    [12] in the afternoon
    [13] in the afternoon
    [14] in the afternoon
    [15] in the afternoon
    [16] in the afternoon
    [17] in the afternoon
    [18] in the evening
    [19] in the evening
    [20] in the evening
    [21] in the evening
    [22] at night
    [23] at night
   *[other] { "" }
}
paper-minute = { $minute ->
    [1] oh one
    [2] oh two
    [3] oh three
    [4] oh four
    [5] oh five
    [6] oh six
    [7] oh seven
    [8] oh eight
    [9] oh nine
    [10] ten
    [11] eleven
    [12] twelve
    [13] thirteen
    [14] fourteen
    [15] fifteen
    [16] sixteen
    [17] seventeen
    [18] eighteen
    [19] nineteen
    [20] twenty
    [21] twenty-one
    [22] twenty-two
    [23] twenty-three
    [24] twenty-four
    [25] twenty-five
    [26] twenty-six
    [27] twenty-seven
    [28] twenty-eight
    [29] twenty-nine
    [30] thirty
    [31] thirty-one
    [32] thirty-two
    [33] thirty-three
    [34] thirty-four
    [35] thirty-five
    [36] thirty-six
    [37] thirty-seven
    [38] thirty-eight
    [39] thirty-nine
    [40] forty
    [41] forty-one
    [42] forty-two
    [43] forty-three
    [44] forty-four
    [45] forty-five
    [46] forty-six
    [47] forty-seven
    [48] forty-eight
    [49] forty-nine
    [50] fifty
    [51] fifty-one
    [52] fifty-two
    [53] fifty-three
    [54] fifty-four
    [55] fifty-five
    [56] fifty-six
    [57] fifty-seven
    [58] fifty-eight
    [59] fifty-nine
   *[other] { $minute }
}
