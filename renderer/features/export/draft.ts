import {
	BYTE_FORMATS,
	type ExportFormat,
	FIELD_FORMATS,
	isListFormat,
} from '../../../common/contract/calls/exports.ts';
import type { ListedMessages } from '../../../common/contract/config/listed-messages.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import type { ExportChoice } from '../../app/state/capture/exports.ts';
import { wholeNumber } from '../../ui/NumberField.tsx';

export type Scope = 'all' | 'filter' | 'connection' | 'range';
export type Way = 'both' | 'in' | 'out';

/** The state of the dialog. Event numbers count from 1, as in the window. */
export interface ExportDraft {
	readonly format: ExportFormat;
	readonly scope: Scope;
	readonly way: Way;
	readonly joined: boolean;
	/** Messages in place of reads, where the log lists them. */
	readonly messages: boolean;
	/** The decoded fields that the log shows, where the format has them. */
	readonly fields: boolean;
	readonly first: string;
	readonly last: string;
	readonly name: string;
}

/** What the window shows while the dialog is open. */
export interface Around {
	/** Events stored. */
	readonly stored: number;
	/** Empty without a filter. */
	readonly filter: string;
	readonly connection: number | undefined;
	/** The decoded fields that the log shows. */
	readonly fields: readonly string[];
	/** The list of messages of the log, and how many items it has; undefined while the log lists reads. */
	readonly listed: { readonly messages: ListedMessages; readonly items: number } | undefined;
}

export interface DraftFaults {
	readonly range?: string;
	readonly name?: string;
}

/** The default file name: sortable by time, and valid on every system. */
export function proposedName(now: Date): string {
	const two = (value: number) => String(value).padStart(2, '0');
	const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
	const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.');
	return ['wirebench', day, time].join(' ');
}

/** Whether a format contains only bytes, so that a direction can be chosen. */
export function hasWay(format: ExportFormat): boolean {
	return BYTE_FORMATS.includes(format);
}

/** The list of messages to export; undefined where the reads are. */
export function messagesOf({ format, messages }: ExportDraft, { listed }: Around): Around['listed'] {
	return messages && isListFormat(format) ? listed : undefined;
}

/** The decoded fields to export; none where the format has no columns. */
export function fieldsOf(
	{ format }: Pick<ExportDraft, 'format'>,
	{ fields }: Pick<Around, 'fields'>,
): readonly string[] {
	return FIELD_FORMATS.includes(format) ? fields : [];
}

export function faultsOf(draft: ExportDraft, around: Around, text: DialogWords['exportDialog']): DraftFaults {
	const name = draft.name.trim() === '' ? { name: text.nameFault } : {};
	if (draft.scope !== 'range') return name;
	const first = wholeNumber(draft.first);
	const last = wholeNumber(draft.last);
	const listed = messagesOf(draft, around);
	const count = listed?.items ?? around.stored;
	const sound = first !== undefined && last !== undefined && first >= 1 && first <= last && last <= count;
	return sound ? name : { ...name, range: (listed ? text.ofMessages : text).rangeFault(String(count)) };
}

/** The export of a draft without faults. */
export function choiceOf(draft: ExportDraft, around: Around): ExportChoice {
	const { filter, connection } = around;
	const { format, scope, way, joined, name } = draft;
	const listed = messagesOf(draft, around);
	const fields = draft.fields ? fieldsOf(draft, around) : [];
	return {
		format,
		name: name.trim(),
		...(listed && { messages: listed.messages }),
		...(fields.length > 0 && { fields: [...fields] }),
		...(format === 'c' && { joined }),
		...(hasWay(format) && way !== 'both' && { direction: way }),
		...(scope === 'filter' && { filter }),
		...(scope === 'connection' && connection !== undefined && { connection }),
		...(scope === 'range' && { range: { from: Number(draft.first) - 1, to: Number(draft.last) } }),
	};
}
