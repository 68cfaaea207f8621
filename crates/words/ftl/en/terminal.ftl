# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## What varcoctl says.

recover-code = Recovery code:
recover-pin = PIN of the new administrator (6 digits at least):
recover-password = Password (12 characters at least):
recover-passphrase = Passphrase that opens the names (12 characters at least; empty when the password is enough):
recover-done = { $name } is an administrator. The recovery code is spent: it opens nothing any more.
recover-wrong =
    { $n ->
        [one] The code is not right. One try is left, then you have to wait.
       *[other] The code is not right. { $n } tries are left, then you have to wait.
    }
recover-spent = This folder has no recovery code, or it is spent already.
