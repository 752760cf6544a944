import { panes } from './en/panes.ts';
import { shell } from './en/shell.ts';
import type { Texts } from './locale/texts.ts';

/** Texts of the parts of the page that are there from the start. */
export const en = { panes, shell };

/** The type of a catalogue: a language that lacks one of its texts, or has another one, does not compile. */
export type Words = Texts<typeof en>;
