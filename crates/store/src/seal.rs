// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What names a person is sealed, on one machine too.
//!
//! Each sealed row has a content key of its own. It is wrapped once for each issue of the receipt, under a key derived
//! from the receipt's signature ([`varco_core::receipt::name_key`]), which no gate stores; and once for the court's names
//! key, a public key (X25519), whose secret half is wrapped under the passphrases of supervisors (argon2id). So a name
//! can be written by a process that cannot read it, and opened by the receipt itself or by a supervisor.

