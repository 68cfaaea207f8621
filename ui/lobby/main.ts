// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import '../theme/fonts.css';
import '../theme/tokens.css';
import '../theme/base.css';
import './lobby.css';
import sharedIt from '@words/it/shared.ftl?raw';
import lobbyIt from '@words/it/lobby.ftl?raw';
import sharedEn from '@words/en/shared.ftl?raw';
import lobbyEn from '@words/en/lobby.ftl?raw';
import { mount } from 'svelte';
import { words } from '../shared/words.svelte.ts';
import Lobby from './Lobby.svelte';

words.add('it', sharedIt, lobbyIt);
words.add('en', sharedEn, lobbyEn);

const target = document.getElementById('app');
if (target) mount(Lobby, { target });
