import type { Catalogue } from './catalogue.ts';
import { keys } from './zh-hant/dialogs/keys.ts';
import { shell } from './zh-hant/shell.ts';

export const zhHant: Catalogue = {
	words: { shell },
	dialogs: { keys },
};
