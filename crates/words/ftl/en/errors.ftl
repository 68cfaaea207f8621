# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## One sentence and one next step for each code.
error-bad_request = The request makes no sense ({ $part }).
error-bad_request-next = Check it and try again.
error-not_allowed = This needs another person.
error-not_allowed-next = Call the supervisor, or sign in with their PIN.
error-not_found = It is no longer there.
error-not_found-next = Show the receipt again.
error-not_the_latest = Another receipt has come already.
error-not_the_latest-next = The number is corrected only until the next receipt.
error-no_entry = This reading let nobody in.
error-no_entry-next = There is nothing to correct.
error-not_overrulable = This verdict cannot be overruled.
error-not_overrulable-next = Follow the step on the screen.
error-already_done = It has been done already.
error-already_done-next = No need to do it again.
error-lapsed = Too much time has passed for the document.
error-lapsed-next = Show the receipt again.
error-number = The number can be { $n } at most.
error-number-next = Choose a smaller number.
error-reason = The reason is missing.
error-reason-next = Choose a reason from the list.
error-no_place = No places without booking are left at that office.
error-no_place-next = Say when it opens again, or book another day.
error-clock_too_far = The time stated is too far away.
error-clock_too_far-next = Correct the date in the computer's settings.
error-no_booking = The place is no longer free.
error-no_booking-next = Choose another time.
error-key_reused = This request was used for something else.
error-key_reused-next = Try again from the beginning.
error-disk_full = The disk is full: the reading was not recorded.
error-disk_full-next = Call the supervisor, who can switch on paper mode.
error-disk_read_only = The disk cannot be written: the reading was not recorded.
error-disk_read_only-next = Call the supervisor, who can switch on paper mode.
error-disk_failed = The disk does not answer: the reading was not recorded.
error-disk_failed-next = Call the supervisor, who can switch on paper mode.
error-busy = The data are busy: the reading was not recorded.
error-busy-next = Show the receipt again.
error-database_damaged = The data are damaged.
error-database_damaged-next = Call the supervisor: a copy is the way back.
error-database_newer = The data are of a newer version.
error-database_newer-next = Install the new version of the program.
error-no_court = There is no court here yet.
error-no_court-next = Go through the first start, or name the data folder.
error-wrong_pin = The PIN is not right.
error-wrong_pin-next = { $n ->
    [one] One try is left before you have to wait.
   *[other] { $n } tries are left before you have to wait.
  }
error-slowed = Too many wrong tries.
error-slowed-next = Try again in { $n } seconds.
error-wrong_passphrase = The passphrase is not right.
error-wrong_passphrase-next = Check capitals and spaces, then try again.
error-locked = The names are closed.
error-locked-next = Open them with the supervisor's passphrase.
error-too_short = Three letters at least.
error-too_short-next = Type more.
error-paper = The sheet could not be made.
error-paper-next = Try again; if it fails, write the code by hand.
error-name_taken = Somebody who works here has that name already.
error-name_taken-next = Add something that tells them apart, the full surname for example.
error-signed_out = Nobody is signed in here.
error-signed_out-next = Sign in with name and password.
error-screen_locked = The screen is locked.
error-screen_locked-next = Type the password to go on.
error-no_right = The role does not include this.
error-no_right-next = Ask whoever administers Varco.
error-must_change = Somebody else made this password.
error-must_change-next = Choose a new one before going on.
error-wrong_password = Name or password is not right.
error-wrong_password-next = { $n ->
    [one] One try is left before you have to wait.
   *[other] { $n } tries are left before you have to wait.
  }
error-wrong_code = The recovery code is not right.
error-wrong_code-next = { $n ->
    [one] One try is left before you have to wait.
   *[other] { $n } tries are left before you have to wait.
  }
error-code_spent = There is no recovery code, or it was used already.
error-code_spent-next = Ask another administrator.
error-entry_name = The name takes 1 to 60 characters.
error-entry_name-next = Write a first name and an initial, or the full name.
error-entry_role = This role cannot have it.
error-entry_role-next = Choose another role.
error-entry_offices = The office is missing.
error-entry_offices-next = Choose one office at least: this role works for offices.
error-entry_password = The password takes 12 to 200 characters.
error-entry_password-next = Four words, for example, that belong together only for whoever chose them.
error-entry_password_same = The new password is the one before.
error-entry_password_same-next = Choose another one.
error-last_administrator = Nobody else administers Varco.
error-last_administrator-next = First make somebody else an administrator, with a password.
error-stale = { $known ->
    [yes] Meanwhile { $by } changed it ({ $at }).
   *[other] Meanwhile it was changed by somebody else.
  }
error-stale-next = Nothing was overwritten: look at it as it is now, and decide.
error-not_saved = The disk did not take the change: nothing was changed.
error-not_saved-next = Free some space or check the disk, then try again.
error-entry_own_password = One’s own password is changed by oneself.
error-entry_own_password-next = Use “Change password”, above.
error-closure = The closure cannot be saved like this.
error-closure-next = Correct it and plan again: nothing was saved.
error-closure_other = The hours or one of the bookings have changed meanwhile.
error-closure_other-next = Nothing was saved. Plan again and look at what has changed.
error-closure_stale = Something has changed meanwhile: { $new ->
    [0] no new booking
    [one] one new booking
   *[other] { $new } new bookings
  }, { $gone ->
    [0] none less
    [one] one less
   *[other] { $gone } less
  }.
error-closure_stale-next = Nothing was saved. Plan again and look at what has changed.
error-place_gone = A chosen place is not free any more ({ $code }).
error-place_gone-next = Nothing was saved. Plan again or choose another time.
error-left_already = The messages have left: the closure cannot be taken back any more.
error-left_already-next = Lift the closure and, where needed, tell people again.
error-changed_since = { $n ->
    [0] The closure or the hours have changed meanwhile: it cannot be taken back.
    [one] A booking has changed meanwhile: the closure cannot be taken back.
   *[other] { $n } bookings have changed meanwhile: the closure cannot be taken back.
  }
error-changed_since-next = Lift the closure: the bookings stay as they are now.
error-names_locked = Letters need the names, which are locked now.
error-names_locked-next = Sign out and sign in again with your password.
