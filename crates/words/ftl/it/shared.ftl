# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Words that the pages of all modes share. Citizens are spoken to with "Lei", staff by infinitives.

shared-unreachable = La postazione non risponde
shared-unreachable-next = Riprovare. Se continua, riavviare Varco: quanto è già registrato resta.
