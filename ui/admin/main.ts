// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import '../theme/fonts.css';
import '../theme/tokens.css';
import './admin.css';
import sharedIt from '@words/it/shared.ftl?raw';
import adminIt from '@words/it/admin.ftl?raw';
import sharedEn from '@words/en/shared.ftl?raw';
import adminEn from '@words/en/admin.ftl?raw';
import { mount } from 'svelte';
import { words } from '../shared/words.svelte.ts';
import Admin from './Admin.svelte';

words.add('it', sharedIt, adminIt);
words.add('en', sharedEn, adminEn);

const target = document.getElementById('app');
if (target) mount(Admin, { target });
