# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Words of the office’s pages.


## The shell

admin-title = Varco – Office
admin-opening = One moment…
admin-skip = Go to the content
admin-menu = Pages
admin-group-office = Offices
admin-group-court = Court
admin-signed-in = { $name }, { $role }
admin-lock = Lock
admin-sign-out = Sign out
admin-change-password = Change password
admin-language = Language
admin-demo = Demo data
admin-nothing = There is nothing here for this role yet.
admin-nothing-next = Pages appear in the menu when the role includes them. An administrator of Varco can change the role.
admin-unreachable-next = Try again. If it goes on, call whoever runs the computer: what is saved stays.
admin-undo = Undo
admin-undone = As it was before
admin-cancel = Leave as it is
admin-save = Save
admin-edit = Edit
admin-show = Show
admin-hide = Hide
admin-reload = Look at it as it is now
admin-status-ready = Signed in: { $name } · locks after { $minutes } minutes without a touch
admin-status-names = Names are open for the office’s pages.

## Signing in

admin-sign-in-title = Sign in
admin-sign-in-text = With the name and the password given by the administrator of Varco.
admin-practice = This court does not exist: try it as { $name }, with the password { $password }.
admin-sign-in-go = Sign in
admin-name = Name
admin-name-help = First name and initial, as written in the list of people
admin-password = Password
admin-wait = Try again in { $seconds } s
admin-missing-name = The name is missing.
admin-missing-password = The password is missing.
admin-lost = I have lost my password
admin-lost-text = An administrator can give a new password on the page People. If nobody can sign in any more, there is the recovery code of the first start: it makes one new administrator and is then spent.
admin-recover-code = Recovery code
admin-recover-code-help = Capitals, spaces and dashes do not count
admin-recover-go = Use the code
admin-missing-code = The code is missing.
admin-locked-title = Screen locked
admin-locked-text = The page is as it was. Type the password of { $name } to go on.
admin-unlock = Unlock
admin-somebody-else = Somebody else signs in
admin-password-title = Change the password
admin-password-forced = Somebody else made this password: choose one of your own to go on.
admin-password-text = Whoever is signed in with the one before has to sign in again.
admin-password-old = Password of now
admin-password-new = New password
admin-password-again = Repeat the new password
admin-password-help = 12 characters or more: four words that belong together only for whoever chose them
admin-password-short = It takes 12 characters or more.
admin-password-differs = The two differ.
admin-password-done = The password is changed.

## People

admin-people-title = People
admin-people-text = Who works with Varco, as what and for which offices.
admin-people-add = Add a person
admin-people-empty = Nobody else is here yet.
admin-people-empty-next = Add who stands at the door, who answers for an office, who works at a counter.
admin-person-new = New person
admin-person-role = Role
admin-person-offices = Offices
admin-person-offices-help = This role works for offices: one at least
admin-person-no-offices = There is no office to choose yet.
admin-person-access = Signs in with
admin-person-court-wide = the whole court
admin-person-me = that is you
admin-person-pin = PIN
admin-person-password = password
admin-person-none = nothing yet
admin-person-must-change = to be changed at the first sign-in
admin-person-names = opens the names
admin-person-archive = Archive
admin-person-archive-text = Signs in nowhere any more; the name stays beside what they did. It can be taken back, but names open only with a new password.
admin-person-archived = Archived on { $date }
admin-person-restore = Take back
admin-people-archived = Archived ({ $number })
admin-person-added = { $name } can sign in.
admin-person-changed = { $name }: saved.
admin-person-put-away = { $name } is archived.
admin-person-taken-back = { $name } works here again.
admin-secret-title = Secrets of { $name }
admin-secret-text = They are made here and seen once. The one before is no longer good.
admin-secret-new-pin = New PIN
admin-secret-new-password = New password
admin-secret-new-passphrase = New passphrase for the names
admin-secret-sure = Make it? The one before stops at once.
admin-secret-make = Make it
admin-secret-given = For { $name }: seen only now
admin-secret-pin = PIN for the door
admin-secret-password = Password for the office, to be changed at the first sign-in
admin-secret-passphrase = Passphrase that opens the names
admin-secret-copy = Copy
admin-secret-copied = Copied
admin-secret-done = Handed over
admin-rights-title = Who may do what
admin-rights-right = Right
admin-cell-yes = yes
admin-cell-no = no
admin-cell-own = own offices
admin-cell-granted = if granted

## Roles, and what they may do

admin-role-steward = At the door
admin-role-supervisor = Supervisor
admin-role-clerk = Clerk
admin-role-manager = Manager
admin-role-administrator = Administrator
admin-role-steward-text = Reads receipts at the door, by a PIN
admin-role-supervisor-text = Answers for the door, sees offices and hours
admin-role-clerk-text = Works at the counter of their offices
admin-role-manager-text = Sets up hours and services of their offices
admin-role-administrator-text = Sets up everything and manages people
admin-right-door = Read receipts, correct a number, compare a document, let in without booking, exits, the day’s list
admin-right-details = Open names, notes and reasons of a booking
admin-right-override-too-early = Let in who is early
admin-right-override-too-late = Let in who is late
admin-right-override = Let in against the other verdicts that allow it
admin-right-annul = Take back an entry
admin-right-search = Search by name
admin-right-conflicts = Take up conflicts and alarms
admin-right-clock = State the right time
admin-right-paper-mode = Switch paper mode, record entries afterwards
admin-right-print-folder = Choose the folder of the day’s list
admin-right-training = Switch training
admin-right-leave = Close Varco at the door
admin-right-import = Import the day’s appointments
admin-right-account = Sign in at these pages, change the own password
admin-right-see = See offices, services and hours
admin-right-office = Change an office: details, services, hours and closures
admin-right-history = See who changed what
admin-right-court = Change court, sites, gates, stations; open new offices; close sites or the whole court
admin-right-people = Manage people
