// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2
import { build } from 'vite';
await build({ configFile: 'vite.config.ts', logLevel: 'error', build: { outDir: '/tmp/udist', emptyOutDir: true }, plugins: [{ name: 'only', options: (o) => ({ ...o, input: { entrance: 'entrance/index.html' } }) }] });
