# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The page of what was changed.

history-title = History
history-text = Who changed what, and when. The newest change of each thing can be taken back.
history-by = { $when } · { $by }
history-by-nobody = { $when }
history-was = before
history-is = after
history-undone = Taken back
history-older = Older
history-empty = No change so far.
history-all = Everything
history-kind = Show
