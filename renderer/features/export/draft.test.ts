import { expect, it } from 'vitest';
import { choiceOf, type ExportDraft, messagesOf } from './draft.ts';

const DRAFT: ExportDraft = {
	format: 'csv',
	scope: 'range',
	way: 'both',
	joined: false,
	messages: true,
	first: '2',
	last: '3',
	name: 'a',
};
const AROUND = { stored: 100, filter: '', connection: undefined, listed: { messages: {}, items: 3 } };

it('exports the messages that the log lists, in formats that have them, unless they are off', () => {
	expect(choiceOf(DRAFT, AROUND)).toEqual({ format: 'csv', name: 'a', messages: {}, range: { from: 1, to: 3 } });
	expect(messagesOf({ ...DRAFT, messages: false }, AROUND)).toBeUndefined();
	expect(messagesOf({ ...DRAFT, format: 'pcapng' }, AROUND)).toBeUndefined();
	expect(messagesOf(DRAFT, { ...AROUND, listed: undefined })).toBeUndefined();
});
