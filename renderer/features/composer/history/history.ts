import type { Settings } from '../../../../common/contract/calls/settings.ts';
import { toShown } from '../../../ui/shown-text.ts';
import { words } from '../../../words/index.ts';

export type HistoryEntry = Settings['composerHistory'][number];

/** What the history keeps of a draft. */
export function entryOf({ format, lineEnding, text, charset, template }: HistoryEntry): HistoryEntry {
	return { format, lineEnding, text, charset, template };
}

/** Maximum number of entries. */
export const HISTORY_LENGTH = 100;
/** Longest text that is stored after this run, in characters; the settings accept no longer one. */
export const REMEMBERED_CHARS = 4096;

const same = (a: HistoryEntry, b: HistoryEntry) =>
	a.format === b.format &&
	a.charset === b.charset &&
	a.lineEnding === b.lineEnding &&
	a.template === b.template &&
	a.text === b.text;

/** The history with the sent entry at its front, once. */
export function withSent(history: readonly HistoryEntry[], sent: HistoryEntry): HistoryEntry[] {
	return [sent, ...history.filter((entry) => !same(entry, sent))].slice(0, HISTORY_LENGTH);
}

/** The part of the history that is stored after this run. */
export function remembered(history: readonly HistoryEntry[]): HistoryEntry[] {
	return history.filter((entry) => entry.text.length <= REMEMBERED_CHARS);
}

/** The position while browsing the history: -1 is the draft, which is kept. */
export interface HistoryPlace {
	readonly index: number;
	readonly written: HistoryEntry;
}

/** Moves one entry back (1) or forth (-1), past entries equal to the current text; undefined at either end. */
export function stepHistory(
	history: readonly HistoryEntry[],
	current: HistoryEntry,
	place: HistoryPlace | undefined,
	by: 1 | -1,
): { place: HistoryPlace; entry: HistoryEntry } | undefined {
	const written = place?.written ?? current;
	for (let index = (place?.index ?? -1) + by; index >= -1; index += by) {
		const entry = index === -1 ? written : history[index];
		if (entry === undefined) return undefined;
		if (!same(entry, current)) return { place: { index, written }, entry };
		if (index === -1) return undefined;
	}
	return undefined;
}

/** True where the key up (or down) would leave the text: the caret is in its first (or last) line. */
export function atEdge(text: string, caret: number, by: 1 | -1): boolean {
	return by === 1 ? !text.slice(0, caret).includes('\n') : !text.slice(caret).includes('\n');
}

/** The entries that contain every word of the query, in any case. */
export function findSent(history: readonly HistoryEntry[], query: string): HistoryEntry[] {
	const parts = query.toLowerCase().split(/\s+/).filter(Boolean);
	return history.filter((entry) => {
		const text = `${entry.text} ${entryLabel(entry)}`.toLowerCase();
		return parts.every((part) => text.includes(part));
	});
}

/** One line for a list. */
export function entryLabel({ format, template, text }: HistoryEntry): string {
	// Messages may differ only in their line ends.
	const line = toShown(text).replace(/\s+/g, ' ').trim();
	const short = line.length > 60 ? `${line.slice(0, 59)}…` : line;
	const { composer, ui } = words();
	const shown = short === '' ? composer.history.empty : short;
	const how = template ? composer.history.template : ui.formats[format];
	return !template && format === 'text' ? shown : composer.history.written(how, shown);
}
