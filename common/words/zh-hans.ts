import type { Catalogue } from './catalogue.ts';
import { enSentences } from './en-sentences.ts';
import { keys } from './zh-hans/dialogs/keys.ts';
import { panes } from './zh-hans/panes.ts';
import { shell } from './zh-hans/shell.ts';
import { sentences } from './zh-hans-sentences.ts';

export const zhHans: Catalogue = {
	words: { panes, shell },
	dialogs: { keys },
	translation: { from: enSentences, to: sentences },
};
