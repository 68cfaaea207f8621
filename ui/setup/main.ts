// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import '../theme/fonts.css';
import '../theme/tokens.css';
import '../theme/base.css';
import './setup.css';
import sharedIt from '@words/it/shared.ftl?raw';
import setupIt from '@words/it/setup.ftl?raw';
import sharedEn from '@words/en/shared.ftl?raw';
import setupEn from '@words/en/setup.ftl?raw';
import { mount } from 'svelte';
import { words } from '../shared/words.svelte.ts';
import Setup from './Setup.svelte';

words.add('it', sharedIt, setupIt);
words.add('en', sharedEn, setupEn);

const target = document.getElementById('app');
if (target) mount(Setup, { target });
