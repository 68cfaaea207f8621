# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The page of sites, offices and services.

structure-title = Sites and offices
structure-text = Each change holds at once, stays in the history and can be taken back.
structure-court = Court
structure-sites = Sites
structure-gates = Gates
structure-offices = Offices
structure-services = Services
structure-grants = What stewards may do
structure-add-site = Add a site
structure-add-gate = Add a gate
structure-add-office = Add an office
structure-add-service = Add a service
structure-edit = Edit { $name }
structure-archive = Archive
structure-restore = Take up again
structure-archived = Archived ({ $number })
structure-archive-text = It is offered for new bookings no more; those that exist keep it.
structure-saved = Saved: { $name }
structure-done-archived = Archived: { $name }
structure-done-restored = Taken up again: { $name }
structure-unchanged = Nothing has changed
structure-italian = in Italian
structure-english = in English
structure-optional = optional
structure-group-place = Where
structure-group-contacts = Contacts
structure-group-door = At the door
structure-group-booking = Booking
structure-group-texts = Texts
structure-as-office = as the office does
structure-add-bring = Add a line
structure-remove-bring = Remove line { $n }
structure-none-yet = Nothing here yet.
