import type { Catalogue } from './catalogue.ts';
import { keys } from './zh-hant/dialogs/keys.ts';
import { panes } from './zh-hant/panes.ts';
import { shell } from './zh-hant/shell.ts';

export const zhHant: Catalogue = {
	words: { panes, shell },
	dialogs: { keys },
};
