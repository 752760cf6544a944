import type { Catalogue } from './catalogue.ts';
import { keys } from './zh-hans/dialogs/keys.ts';
import { panes } from './zh-hans/panes.ts';
import { shell } from './zh-hans/shell.ts';

export const zhHans: Catalogue = {
	words: { panes, shell },
	dialogs: { keys },
};
