// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** Characters of a password, at least; the API asks for the same. */
export const password_min = 12;

/** What keeps a new password from being taken, written twice. */
export function newPasswordFault(password: string, again: string): 'short' | 'differs' | null {
  if ([...password].length < password_min) return 'short';
  return password === again ? null : 'differs';
}
