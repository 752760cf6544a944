import type { Catalogue } from './catalogue.ts';
import { enSentences } from './en-sentences.ts';
import { keys } from './zh-hans/dialogs/keys.ts';
import { openCapture } from './zh-hans/open-capture.ts';
import { panes } from './zh-hans/panes.ts';
import { shell } from './zh-hans/shell.ts';
import { status } from './zh-hans/status.ts';
import { timeline } from './zh-hans/timeline.ts';
import { sentences } from './zh-hans-sentences.ts';

export const zhHans: Catalogue = {
	words: { openCapture, panes, shell, status, timeline },
	dialogs: { keys },
	translation: { from: enSentences, to: sentences },
};
