import type { CaptureRow } from '../../../../../common/contract/calls/capture.ts';
import type { MenuEntry } from '../../../../ui/menu/MenuEntries.tsx';
import { dialogWords } from '../../../../words/dialogs.ts';
import { words } from '../../../../words/index.ts';
import { useCentre } from '../../window/centre.ts';
import { DRAFT_LIMIT } from '../../window/composer-draft.ts';
import { openDialog } from '../../window/dialogs.ts';
import { explainEvent } from '../../window/explain-event.ts';
import { requestFocus } from '../../window/focus.ts';
import { compareMessage } from '../compare/compare.ts';
import { compareConnection } from '../compare/compare-connections.ts';
import { listedMessages } from '../listing.ts';
import { markAt, placeOfRow, toggleMark } from '../marks.ts';
import { narrowEntry } from '../narrow.ts';
import { editNote } from '../note-draft.ts';
import { recordingEntries } from '../recording.ts';
import { revealEvent, showMessage, showReads } from '../reveal.ts';
import { editAndSend, sendAgainEntries } from '../send-again.ts';
import { viewed } from '../viewed.ts';

/** Groups of commands with separators between; those without commands are left out. */
export function inGroups(...groups: readonly (readonly MenuEntry[])[]): MenuEntry[] {
	return groups
		.filter((group) => group.length > 0)
		.flatMap((group, i) => (i === 0 ? group : ['separator' as const, ...group]));
}

/** The commands that send a message once more; none for other events. */
export function sendEntries(row: CaptureRow): MenuEntry[] {
	if (row.kind !== 'data') return [];
	return [
		...sendAgainEntries(row),
		{
			label: words().captureActions.edit,
			disabled: row.length > DRAFT_LIMIT,
			...(row.length > DRAFT_LIMIT ? { note: dialogWords().logMenus.tooLong } : {}),
			onSelect: () => void editAndSend(row),
		},
	];
}

/** The commands of one event. */
export function eventEntries(row: CaptureRow): MenuEntry[] {
	const place = placeOfRow(row);
	const mark = markAt(place);
	const text = dialogWords().logMenus;
	return [
		{ label: mark?.marked === true ? text.unmark : text.mark, note: 'M', onSelect: () => toggleMark(place) },
		{ label: text.note, note: 'N', onSelect: () => editNote(place) },
		{ label: text.showBytes, note: 'Enter', onSelect: () => requestFocus('inspector') },
		...(row.kind === 'data' ? [{ label: text.compare, note: 'C', onSelect: () => compareMessage(row) }] : []),
		{ label: text.explain, onSelect: () => explainEvent(row) },
	];
}

/** What an event is called in menus: a message by its number in its direction of its connection. */
export function rowName({ n, message }: CaptureRow): string {
	return message === undefined ? dialogWords().logMenus.event(n + 1) : words().log.listed.message(message.number);
}

/** The way from a message to its reads, from a read to its message, and to other framings; none for other events. */
export function listingEntries(row: CaptureRow): MenuEntry[] {
	if (row.kind !== 'data' || row.datagram === true) return [];
	const text = dialogWords().logMenus;
	const inLog = (show: (row: CaptureRow) => void) => () => {
		useCentre.getState().show('log');
		show(row);
	};
	return [
		row.message !== undefined
			? { label: text.showReads, onSelect: inLog(showReads) }
			: listedMessages() === undefined
				? { label: text.showMessage, onSelect: inLog(showMessage) }
				: undefined,
		{ label: text.tryFraming, onSelect: () => openDialog({ kind: 'try-framing', endpoint: row.endpoint }) },
	].filter((entry) => entry !== undefined);
}

/** The commands of an event's connection; none for an event of no connection. */
export function connectionEntries({ connection }: CaptureRow): MenuEntry[] {
	if (connection === 0) return [];
	const { capture } = viewed();
	const text = dialogWords().logMenus;
	const { view } = useCentre.getState();
	const conversation = { label: text.showConversation, onSelect: () => useCentre.getState().show('conversation') };
	return [
		narrowEntry(text.filterConnection, { type: 'number', field: 'conn', is: '=', value: connection }),
		{
			label: text.connection(connection),
			entries: [
				...(view === 'conversation' ? [] : [conversation]),
				{ label: text.compareWith, onSelect: () => compareConnection(capture, connection) },
				...recordingEntries(connection, capture),
			],
		},
	];
}

/** Shows an event that another view shows in the log. */
export function logEntry({ n }: CaptureRow): MenuEntry {
	return {
		label: dialogWords().logMenus.selectInLog,
		onSelect: () => {
			useCentre.getState().show('log');
			revealEvent(n);
		},
	};
}
