# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Words that the pages of all modes share.

shared-unreachable = The station does not answer
shared-unreachable-next = Try again. If it goes on, restart Varco: what is recorded stays.
