import type { Catalogue } from './catalogue.ts';
import { enSentences } from './en-sentences.ts';
import { keys } from './zh-hant/dialogs/keys.ts';
import { panes } from './zh-hant/panes.ts';
import { shell } from './zh-hant/shell.ts';
import { sentences } from './zh-hant-sentences.ts';

export const zhHant: Catalogue = {
	words: { panes, shell },
	dialogs: { keys },
	translation: { from: enSentences, to: sentences },
};
