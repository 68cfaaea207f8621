# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The entrance, kiosk at the court door. The verdicts themselves are finished in Rust.

entrance-demo = Demo data
entrance-menu = Menu
entrance-person = { $role }: { $name }
entrance-role-steward = At the gate
entrance-role-supervisor = Supervisor
entrance-role-clerk = Clerk
entrance-role-manager = Manager
entrance-role-administrator = Administrator
entrance-open-matters =
    { $number ->
        [one] one open matter
       *[other] { $number } open matters
    }
entrance-persons =
    { $persons ->
        [one] { $persons } person
       *[other] { $persons } persons
    }
entrance-some-of = { $some } of { $all }

## Ready screen

entrance-invite = Hold the receipt here
entrance-invite-look = Only looking: not counted
entrance-invite-exit = Exit: show the receipt
entrance-type-code = or type the short code
entrance-code-so-far = Code so far: { $code }
entrance-code-strange = Codes have no 0 O 1 I L
entrance-tools = Tools
entrance-search = Search
entrance-look = Look only
entrance-exit = Exit
entrance-exit-title = Leaving without a receipt
entrance-exit-text = Touch how many persons leave, or read the receipt of the one who leaves.
entrance-exit-without =
    { $persons ->
        [one] { $persons } leaves
       *[other] { $persons } leave
    }
entrance-inside = Inside now
entrance-inside-of = of { $maximum }
entrance-inside-booked = with a booking
entrance-inside-unbooked = without
entrance-left-today = left today
entrance-expected = Expected until { $until }
entrance-expected-sum =
    { $persons ->
        [one] { $persons } person
       *[other] { $persons } persons
    }, { $inside } inside
entrance-expected-late = late, until { $until }
entrance-expected-none = Nobody is expected in the next half hour.
entrance-expected-rest =
    { $rows ->
        [one] and one more time
       *[other] and { $rows } more times
    } ({ $persons ->
        [one] { $persons } person
       *[other] { $persons } persons
    })
entrance-awaiting = Document awaited
entrance-awaiting-since = read at { $since }
entrance-awaiting-matches = Matches
entrance-awaiting-not = Does not match
entrance-awaiting-more =
    { $number ->
        [one] and one more waiting
       *[other] and { $number } more waiting
    }

entrance-unbooked = Entry without booking
entrance-unbooked-short = Without booking
entrance-unbooked-last = { $reason }, { $persons ->
        [one] { $persons } person
       *[other] { $persons } persons
    }, { $time }
entrance-unbooked-undo = Undo
entrance-unbooked-persons = How many persons enter
entrance-unbooked-more = More than five persons
entrance-unbooked-how-many = How many persons enter?
entrance-reason-hearing = Hearing
entrance-reason-lawyer = Lawyer
entrance-reason-witness = Witness
entrance-reason-staff = Staff
entrance-reason-supplier = Supplier
entrance-reason-other = Other
entrance-reason-walk-in = Place of today
entrance-walk-in = Places today
entrance-walk-in-left =
    { $number ->
        [0] full
        [one] { $number } place
       *[other] { $number } places
    }

## Strip and banners

entrance-strip = State of the station
entrance-strip-camera = Camera
entrance-strip-unknown = unknown since { $since }
entrance-camera-preview = Camera preview
entrance-camera-live = live, no picture is kept
entrance-camera-reads = reading, now
entrance-camera-starting = starting
entrance-camera-still = still since { $since }
entrance-camera-still-long = The camera stands still. Unplug it and plug it in again; use the scanner or the short code meanwhile.
entrance-camera-missing = missing since { $since }
entrance-camera-missing-long = No camera. Plug it in: it starts by itself. Use the scanner or the short code meanwhile.
entrance-camera-held = taken since { $since }
entrance-camera-held-long = Another program uses the camera. Close it: here it starts by itself.
entrance-camera-denied = not allowed
entrance-camera-denied-long = The system does not allow the camera. Allow it in the settings; use the scanner or the short code meanwhile.
entrance-camera-decoder-down = not reading, restarting
entrance-banner-clock-unsafe = Time not safe
entrance-banner-disk-reserve = Disk almost full
entrance-banner-disk-failed = The disk does not write
entrance-banner-paper-mode = Paper mode
entrance-banner-called = Call from the lobby
entrance-banner-training = Training
entrance-banner-database-damaged = Database damaged
entrance-training-band = Training
entrance-training-band-text = Readings do not count and never touch real data.

## Verdict screen

entrance-close-verdict = Close the verdict
entrance-assistance = Assistance
entrance-fact-persons = Persons:
entrance-fact-time = Time
entrance-fact-office = Office
entrance-eye-ready = Ready for the next receipt
entrance-eye-blind = No camera: use scanner or code
entrance-confirm-within = Confirm within { $seconds } s
entrance-confirm-lapsed = Time is over: read it again
entrance-matches = Matches: enter
entrance-matches-not = Does not match
entrance-persons-in = Entered
entrance-persons-out = Left
entrance-next-place = Book { $time }
entrance-short-code = Short code
entrance-details = Details
entrance-details-private = Private details
entrance-authorise = Authorise…
entrance-annul = Annul entry
entrance-supervisor = Supervisor
entrance-reading = reading { $number }
entrance-clears-in = closes in { $seconds } s
entrance-not-recorded = Not recorded
entrance-not-recorded-text = The disk does not write: the reading is kept in memory.
entrance-not-recorded-next = Mark it on the paper list too.
entrance-clock-unsafe-text = The time of this gate is not that of the others.
entrance-clock-unsafe-next = A supervisor may state the right time from the menu.

## Override, annul, details, next place

entrance-override-title = Let them in all the same?
entrance-override-no = Do not let in
entrance-override-yes =
    { $persons ->
        [one] Let { $persons } person in
       *[other] Let { $persons } persons in
    }
entrance-override-note = Reason, time, verdict and who authorises are kept. The office sees it in the list of the day.
entrance-override-note-reported = Reason, time, verdict and who authorises are kept. The office manager is told.
entrance-annul-title = Annul the entry?
entrance-annul-yes = Annul the entry
entrance-annul-note = The entry stays written, with the reason and who annuls it; the receipt is valid again.
entrance-reason = Reason
entrance-missing-reason = Choose a reason
entrance-details-title = For staff only
entrance-details-block = Reason of the block
entrance-details-note = Assistance wanted
entrance-details-names =
    { $number ->
        [one] Name
       *[other] Names
    }
entrance-details-none = There is nothing else to see.
entrance-details-logged = Closes in { $seconds } s. The opening is written in the register.
entrance-placed-title = New place taken
entrance-placed-note = The old receipt is no longer valid. Give the person the new one or the code.
entrance-placed-picture = Receipt { $code }, as it will be printed
entrance-placed-print = Print the receipt

## Sign in

entrance-sign-in-title = Who is at the gate?
entrance-sign-in-supervisor-title = A supervisor is needed
entrance-sign-in-who = Choose the name
entrance-sign-in-pin = Type the PIN
entrance-sign-in-go = Sign in
# Only at a court that does not exist.
entrance-sign-in-practice = practice PIN { $pin }
entrance-sign-in-slowed =
    { $seconds ->
        [one] Too many wrong PINs: wait { $seconds } second
       *[other] Too many wrong PINs: wait { $seconds } seconds
    }
entrance-sign-out = Lock

## Menu

entrance-menu-supervisor = Supervisor
entrance-menu-locked = needs a supervisor’s PIN
entrance-menu-station = This station
entrance-menu-day = List of the day
entrance-menu-day-about = Filter, print; no names
entrance-menu-conflicts = Conflicts and alarms
entrance-menu-conflicts-about = What a person must look at
entrance-menu-late = Entries from paper
entrance-menu-late-about = Type back the marks on the list
entrance-menu-folder = List on a stick
entrance-menu-folder-about = PDF every five minutes in a folder
entrance-menu-clock = State the time
entrance-menu-clock-about = When the clock is wrong
entrance-menu-paper = Paper mode
entrance-menu-paper-about = When the disk does not write
entrance-menu-training = Training
entrance-menu-training-about = Try with practice receipts
entrance-menu-leave = Close Varco
entrance-menu-leave-about = Needs a supervisor
entrance-menu-scanner = Scanner test
entrance-menu-scanner-about = See what it types
entrance-menu-camera = Camera
entrance-menu-camera-about = Which one, and how it is mounted
entrance-menu-measure = Size of the screen
entrance-menu-measure-about = With a bank card
entrance-menu-language-about = Language of this screen

## Search

entrance-search-title = Search by name
entrance-search-passphrase = Supervisor’s passphrase
entrance-search-passphrase-note = Names are open for five minutes. Each search is written in the register.
entrance-search-unlock = Open the names
entrance-search-open = Names open for { $left }
entrance-search-logged = search written in the register
entrance-search-close = Close the names
entrance-search-label = Surname and name, at least 3 letters
entrance-search-go = Search
entrance-search-letters =
    { $number ->
        [one] { $number } more letter
       *[other] { $number } more letters
    }
entrance-search-none = No booking of today for “{ $text }”.
entrance-search-twins =
    { $number ->
        [2] Two persons with the same name.
       *[other] { $number } persons with the same name.
    }
entrance-search-twins-ask = Ask: “At what time, and for which office?” Do not read the list aloud.
entrance-search-more = Too many: write the other name too.
entrance-search-choose = Choose this one
entrance-search-tip = Choosing lets nobody in: it shows the verdict first. If a doubt remains, ask for the document.

## Day list

entrance-filter-all = All
entrance-filter-expected = Expected
entrance-filter-inside = Inside
entrance-filter-late = Late
entrance-filter-left = Left
entrance-status-expected = expected
entrance-status-inside = inside
entrance-status-left = left
entrance-status-late = late
entrance-status-cancelled = cancelled
entrance-day-filter = Which to show
entrance-day-all-offices = All offices
entrance-day-sum =
    { $rows ->
        [one] { $rows } booking
       *[other] { $rows } bookings
    }, { $persons ->
        [one] { $persons } person
       *[other] { $persons } persons
    }
entrance-day-list = Bookings of the day
entrance-day-time = Time
entrance-day-code = Code
entrance-day-persons = Persons
entrance-day-state = State
entrance-day-marks = Notes
entrance-day-mark-check-id = ID check
entrance-day-mark-blocked = block
entrance-day-empty = No booking in this list.
entrance-day-print = Print
entrance-day-printed = printed at { $printed }
entrance-day-head = List of { $printed } · journal { $head }

## Conflicts, late entries, clock, paper mode, training, folder

entrance-conflicts-none = No open matter.
entrance-conflicts-taken = Already taken
entrance-conflict-take = Take it
entrance-late-note = Only entries marked on paper. They stay marked as typed back, with the time on paper and that of now.
entrance-late-time = Time on paper
entrance-late-send =
    { $number ->
        [one] Record { $number } line
       *[other] Record { $number } lines
    }
entrance-late-unfinished =
    { $number ->
        [one] one line is not complete
       *[other] { $number } lines are not complete
    }
entrance-late-add = One more line
entrance-clock-station = The station believes that it is { $time }.
entrance-clock-note = The gate judges by the stated time until midnight, or until another gate gives its own. Both are kept.
entrance-clock-missing = Type the right time
entrance-clock-state = It is { $time }
entrance-clock-done = Stated time: { $time }.
entrance-paper-about = Only when the disk does not write. Verdicts are drawn hatched with the words NOT RECORDED and stay in memory; they are written when the disk returns. Mark each entry on the paper list too.
entrance-paper-is-on = Paper mode is on
entrance-paper-is-off = Paper mode is off
entrance-paper-start = Go to paper
entrance-paper-stop = Record again
entrance-training-about = Practice persons and receipts. Every screen carries the training band and no reading touches real data. While it is on, the real gate does not work.
entrance-training-is-on = Training is on
entrance-training-is-off = The gate works with real data
entrance-training-start = Begin the training
entrance-training-stop = Back to real data
entrance-folder-about = Every five minutes the list of the day is written as PDF into this folder: time, code, persons, office, a box. No name. A stick will do.
entrance-folder-label = Folder
entrance-folder-save = Use this folder
entrance-folder-stop = Write no more
entrance-folder-written = Written at { $time }.
entrance-folder-none = No folder chosen: the list is not written.

## Scanner, camera, measure, leave

entrance-scanner-ask = Read any code with the scanner
entrance-scanner-right =
    { $number ->
        [one] One character: it is a receipt, the scanner types well.
       *[other] { $number } characters: it is a receipt, the scanner types well.
    }
entrance-scanner-other =
    { $number ->
        [one] One character from the scanner: not a receipt of Varco.
       *[other] { $number } characters from the scanner: not a receipt of Varco.
    }
entrance-scanner-person = Typed by hand, or by a scanner that is too slow: set it without a pause between characters.
entrance-camera-which = Which camera
entrance-camera-any = The one that the system chooses
entrance-camera-chosen-missing = “{ $label }” is missing now: another is used until it returns.
entrance-camera-rotation = How it is mounted
entrance-camera-mirror = Preview as in a mirror
entrance-camera-note = The choice is kept on this station. No receipt is read here.
entrance-measure-ask = Lay a bank card on the screen and widen the box until its sides match.
entrance-measure-card = the card here
entrance-measure-width = Width of the box
entrance-measure-narrower = Narrower
entrance-measure-wider = Wider
entrance-measure-save = The sides match
entrance-measure-forget = Fill the screen
entrance-measure-saved = Measure saved.
entrance-leave-text = The gate stops reading and Varco closes. What is recorded stays.
entrance-leave-go = Close Varco
entrance-left-title = Varco is closed
entrance-left-text = The window closes by itself. To begin again, start Varco again.
