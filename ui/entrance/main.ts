// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import '../theme/fonts.css';
import '../theme/tokens.css';
import '../theme/base.css';
import '../theme/print.css';
import sharedIt from '@words/it/shared.ftl?raw';
import entranceIt from '@words/it/entrance.ftl?raw';
import sharedEn from '@words/en/shared.ftl?raw';
import entranceEn from '@words/en/entrance.ftl?raw';
import { mount } from 'svelte';
import { words } from '../shared/words.svelte.ts';
import Entrance from './Entrance.svelte';

words.add('it', sharedIt, entranceIt);
words.add('en', sharedEn, entranceEn);

const target = document.getElementById('app');
if (target) mount(Entrance, { target });
