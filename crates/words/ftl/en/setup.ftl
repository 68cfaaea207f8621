# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The first start, and data that cannot be opened.

setup-window = First start
setup-opening = One moment…
setup-progress = Question { $number } of { $all }
setup-next = Next
setup-change = Change
setup-change-what = Change: { $what }
setup-again = Once more
setup-see = Show or hide: { $what }
setup-keyboard = Keyboard for: { $what }
setup-open-varco = Open Varco
setup-unreachable-next = Try again. What was answered stays here.

setup-language-title = Lingua · Language
setup-language-text = The language of these pages and of the stations. It can be changed at any time.

setup-kind-title = What is being set up?
setup-kind-text = To get to know Varco, take the trial: an invented court with a full day, to be thrown away at will.
setup-kind-court = A real court
setup-kind-court-text = A few questions, one a page: name, building, gate, offices, people.
setup-kind-demo = A trial
setup-kind-demo-text = Invented court, people and receipts; ready in a few seconds.
setup-start-demo = Prepare the trial

setup-court-title = What is the court called?
setup-court-text = The name appears on receipts, sheets and stations.
setup-court-label = Court
setup-court-help = For example: Tribunale di Valserena

setup-site-title = In which building is it?
setup-site-text = The building that people enter. Others can be added later.
setup-site-label = Building
setup-site-help = For example: Palazzo di Giustizia
setup-address-label = Address
setup-address-help = Street, number and town, as on an envelope. Who comes to the wrong building reads it on the screen.
setup-zone-label = Time zone
setup-zone-usual = Italian time (Europe/Rome).
setup-zone-change = Another zone

setup-saint-title = Does it close for the patron saint?
setup-saint-text = National holidays are known already. The patron saint’s day is for each court to decide.
setup-saint-town = Yes, I choose the town
setup-saint-town-text = The list proposes the date: please check it.
setup-saint-town-label = Town
setup-saint-date = Yes, I write the date
setup-saint-date-text = For a town that is not in the list.
setup-saint-none = No
setup-saint-none-text = That day keeps its usual hours.
setup-saint-month = Month
setup-saint-day = Day

setup-gate-title = What is the gate called?
setup-gate-text = The entrance at which this station stands. Other gates can be added later.
setup-gate-label = Gate
setup-gate-help = The name that the people who work there use.
setup-gate-usual = Main entrance

setup-offices-title = Which offices to begin with?
setup-offices-text = Offices, services and hours are a start: each can be corrected later.
setup-services =
    { $number ->
        [one] 1 service
       *[other] { $number } services
    }

setup-name = Name
setup-name-help = As it appears when signing in at the station.

setup-administrator-title = Who administers Varco?
setup-administrator-text = Prepares offices, hours and people. Has a password for the office and a PIN for the gate.
setup-administrator-help = First and last name, as it appears when signing in.

setup-password-title = The administrator’s password
setup-password-text = At least 12 characters. Any four words are safer, and easier to remember, than one word with odd signs.
setup-password-label = Password
setup-password-help = Spaces and all signs are allowed.

setup-pin-title = The administrator’s PIN
setup-pin-text = Six digits, to sign in at the gate in a moment. After five mistakes the station slows down.
setup-pin-label = PIN of six digits

setup-supervisor-title = Who answers for the gate?
setup-supervisor-text = The supervisor authorises exceptions, annuls a wrong entry, receives the alarms.
setup-supervisor-other = Another person
setup-supervisor-none = The administrator

setup-passphrase-title = The phrase that opens names
setup-passphrase-text = The names of people with a booking are locked. This phrase opens them for a search, for five minutes; every search is written down.
setup-passphrase-label = Phrase
setup-passphrase-help = At least 12 characters, not the password. Whoever steals the computer must not be able to guess it.
setup-passphrase-holder = Chosen and kept by: { $name }

setup-steward-title = Who stands at the gate?
setup-steward-text = A first person who receives those who arrive. Others can be added later.
setup-steward-other = I add a person
setup-steward-none = I do it later

setup-summary-title = Is everything right?
setup-summary-text = So far nothing has been written to the disk.
setup-summary-saint = Patron saint
setup-summary-no-saint = no closure
setup-summary-offices = Offices
setup-summary-administrator = Administrator
setup-summary-supervisor = Supervisor
setup-summary-steward = At the gate
setup-summary-nobody = nobody, for now
setup-summary-secrets = Password, PINs and phrase are not shown.
setup-found = Create the court

setup-working-court = Creating the court…
setup-working-demo = Preparing the trial…
setup-working-restore = Restoring the copy…
setup-working-text = Do not switch off the computer.
setup-seconds =
    { $number ->
        [one] 1 second
       *[other] { $number } seconds
    }

setup-code-title = The recovery code
setup-code-text = It opens the data when password and phrase are lost. It is seen only now: nobody can show it again.
setup-code-where = Keep it in a safe or a sealed envelope, away from this computer.
setup-code-print = Print
setup-code-noted = It is printed or written on paper
setup-code-noted-text = And safe, away from this computer.
setup-code-first = First print or write down the code, then confirm above.
setup-code-sheet = recovery code

setup-ready-title = Varco is ready
setup-ready-text = The court stands; nothing else is needed.

## Data that cannot be opened.
setup-damaged-title = The data cannot be opened
setup-newer-title = The data belong to a newer Varco
setup-disk-title = The disk takes no writing
setup-backups = Copies found
setup-no-backups = There are no copies in this folder. If there is one elsewhere, on a stick or another computer, put it into the data folder and try again.
setup-restore = Use this copy
setup-sure-title = Go back to the copy: { $when }?
setup-sure-text = The broken file is put aside, not deleted. Entries recorded after that moment are not in the copy: they can be typed in from the printed sheets.
setup-sure-yes = Yes, use the copy
setup-restored-title = The copy is in place
setup-restored-text = The data are those of: { $when }.
setup-unavailable-title = Varco does not open

## What cannot stay.
setup-fault-empty = The text is missing.
setup-fault-name = The name is missing.
setup-fault-name-taken = This name is taken: add the last name or an initial.
setup-fault-choose = Choose one of the possibilities.
setup-fault-date = This date does not exist.
setup-fault-short = At least 12 characters are needed.
setup-fault-guessable = Too easy to guess: change it.
setup-fault-again = The two do not match: write it again.
setup-fault-same-as-password = It must not be the password.
setup-fault-pin-length = Six digits are needed.
setup-fault-pin-repeated = Repeated digits are guessed at once.
setup-fault-pin-sequence = Digits in a row are guessed at once.

## How well a secret keeps.
setup-strength-short =
    { $number ->
        [one] Too short: 1 character is missing.
       *[other] Too short: { $number } characters are missing.
    }
setup-strength-repeated = Easy to guess: the same signs repeat.
setup-strength-sequence = Easy to guess: the keys are in a row.
setup-strength-known = Easy to guess: made of names that others know.
setup-strength-fair = Fair: it holds, but longer is better.
setup-strength-good = Good.
setup-strength-strong = Very good.
