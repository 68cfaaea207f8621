// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import '../theme/fonts.css';
import '../theme/tokens.css';
import './admin.css';
import sharedIt from '@words/it/shared.ftl?raw';
import adminIt from '@words/it/admin.ftl?raw';
import closuresIt from '@words/it/closures.ftl?raw';
import historyIt from '@words/it/history.ftl?raw';
import hoursIt from '@words/it/hours.ftl?raw';
import structureIt from '@words/it/structure.ftl?raw';
import thingsIt from '@words/it/things.ftl?raw';
import sharedEn from '@words/en/shared.ftl?raw';
import adminEn from '@words/en/admin.ftl?raw';
import closuresEn from '@words/en/closures.ftl?raw';
import historyEn from '@words/en/history.ftl?raw';
import hoursEn from '@words/en/hours.ftl?raw';
import structureEn from '@words/en/structure.ftl?raw';
import thingsEn from '@words/en/things.ftl?raw';
import { mount } from 'svelte';
import { words } from '../shared/words.svelte.ts';
import Admin from './Admin.svelte';

words.add('it', sharedIt, adminIt, hoursIt, closuresIt, structureIt, historyIt, thingsIt);
words.add('en', sharedEn, adminEn, hoursEn, closuresEn, structureEn, historyEn, thingsEn);

const target = document.getElementById('app');
if (target) mount(Admin, { target });
