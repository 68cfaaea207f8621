# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The strip: each thing says when it last worked, or since when it does not.
strip-camera = Camera
strip-camera-page = seen by this page
strip-scanner = Scanner
strip-scanner-none = no serial scanner
strip-scanner-up = connected since { $time }
strip-scanner-down = unplugged since { $time }
strip-disk = Disk
strip-disk-written = written at { $time }
strip-disk-nothing = ready, nothing to write
strip-disk-failing = not writing since { $time }
strip-disk-reserve = full, using the reserve
strip-disk-unread = cannot be read
strip-clock = Clock
strip-clock-machine = of this computer
strip-clock-stated = stated, until midnight
strip-clock-slow = slow by { $minutes } min or more
strip-database = Data
strip-database-checked = checked at { $time }
strip-database-checking = being checked
strip-database-found = errors found
strip-knowledge = Bookings
strip-knowledge-now = up to date
strip-knowledge-minutes = updated { $n } minutes ago
strip-knowledge-hours = updated { $n } hours ago
strip-knowledge-own = of this computer

## Banners: what is wrong with the station, and what to do.
banner-called = Somebody asks for help: { $gate }, at { $time }.
banner-called-next = Go to them.
banner-training = Training: people and receipts are for practice.
banner-training-next = The supervisor ends it from the menu.
banner-paper_mode = Paper mode: { $n } readings NOT RECORDED.
banner-paper_mode-next = They are written by themselves when the disk returns.
banner-disk_failed = The disk does not write: readings are not accepted.
banner-disk_failed-next = Call the supervisor, who can switch on paper mode.
banner-disk_reserve = Disk full: the reserve is in use.
banner-disk_reserve-next = Free some space today.
banner-database_damaged = The check of the data found errors.
banner-database_damaged-next = Make a copy and call support.
banner-clock_unsafe = The clock of this computer is slow by { $n } minutes or more.
banner-clock_unsafe-next = The supervisor states the right time from the menu.

## Frames.
frame-decoder_down = The code reader is starting again: one moment.
frame-hint-flatten = Flatten the sheet
frame-hint-tilt = Tilt it a little: there is a reflection
frame-hint-uncover = Uncover the corners of the square
frame-hint-closer = Bring the receipt closer
frame-hint-brighter = More light is needed

## Details, places, late entries.
details-closed = Names open only with the receipt or the supervisor's passphrase.
place-taken = New place today at { $time }, code { $code }.
late-written = written
late-bad-code = the code is not right
late-bad-persons = the number of persons is not right
late-bad-time = the time is not right (10:03)
late-unknown-code = no booking with this code
late-future = the time is in the future
scan-no-code = No code in this picture.

## Reasons.
reason-deadline_today = Deadline today
reason-office_agreed = Agreed with the office
reason-re_entry = It is a re-entry
reason-assistance = Assistance needed
reason-delay_of_ours = Our own delay
reason-lost_receipt = Receipt lost or spoilt
reason-wrong_person = Wrong person
reason-turned_back = Did not enter
reason-other = Other reason

## Conflicts and alarms.
conflict-double_admission = Receipt { $code } entered twice: { $before_gate } at { $before_time }, { $gate } at { $time }.
conflict-double_admission-next = Ask both gates who entered; annul the wrong entry.
conflict-cancelled_but_admitted = { $code }, admitted by signature at { $time } ({ $gate }), had been cancelled.
conflict-cancelled_but_admitted-next = Tell the office that the person is in the building.
conflict-bad_signature = False signature at { $time }, { $gate }.
conflict-bad_signature-next = Speak with the person; if needed, tell security.
conflict-called = Somebody asked for help at { $time }, { $gate }.
conflict-called-next = Go to them.
conflict-reported = Admitted against the verdict at { $time }, { $gate }.
conflict-reported-next = Tell the office manager.

## The lobby.
lobby-closed-now = It is closed now.
lobby-opens-at = Opens again { $day } at { $time }.
lobby-out-of-order-disk = This kiosk is out of order. Please speak to the staff at the entrance.

## Import.
import-good = good
import-too-large = file
import-header = header
import-columns = there are { $what } columns, more than the header has
import-form = the line cannot be read { $what }
import-json = file
import-date = the date is not right: { $what } (2026-09-17 or 17/09/2026)
import-time = the time is not right: { $what } (9:20)
import-office = no office of this name: { $what }
import-service = no service of this name: { $what }
import-persons = the number of persons is not right: { $what }
import-names = there are more names ({ $what }) than persons
import-contact = the telephone or mail is too long: at most { $what } characters
import-due_by = the deadline is not right: { $what } (2026-09-17 or 17/09/2026)
import-no-slot = the office has no place at that time
import-full = it is full at that time
import-closed = the office is closed on that day
import-disk = could not be written: try again

## Data that cannot be opened.
open-damaged = The data of this station are damaged.
open-damaged-next = Choose a copy: the present data are kept aside.
open-newer = The data are of a newer version of Varco.
open-newer-next = Install the new version of the program; the data were not touched.
open-read_only = The data folder cannot be written.
open-read_only-next = Check the rights of the folder, then open again.
open-full = The disk is full.
open-full-next = Free some space, then open again.

