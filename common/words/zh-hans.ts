import type { Catalogue } from './catalogue.ts';
import { keys } from './zh-hans/dialogs/keys.ts';
import { shell } from './zh-hans/shell.ts';

export const zhHans: Catalogue = {
	words: { shell },
	dialogs: { keys },
};
