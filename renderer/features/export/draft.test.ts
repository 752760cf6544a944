import { expect, it } from 'vitest';
import { choiceOf, type ExportDraft, messagesOf } from './draft.ts';

const DRAFT: ExportDraft = {
	format: 'csv',
	scope: 'range',
	way: 'both',
	joined: false,
	messages: true,
	fields: true,
	first: '2',
	last: '3',
	name: 'a',
};
const AROUND = {
	stored: 100,
	filter: '',
	connection: undefined,
	fields: ['modbus.unit'],
	listed: { messages: {}, items: 3 },
};

it('exports the messages that the log lists, in formats that have them, unless they are off', () => {
	expect(choiceOf(DRAFT, AROUND)).toEqual({
		format: 'csv',
		name: 'a',
		messages: {},
		fields: ['modbus.unit'],
		range: { from: 1, to: 3 },
	});
	expect(messagesOf({ ...DRAFT, messages: false }, AROUND)).toBeUndefined();
	expect(messagesOf({ ...DRAFT, format: 'pcapng' }, AROUND)).toBeUndefined();
	expect(messagesOf(DRAFT, { ...AROUND, listed: undefined })).toBeUndefined();
});

it('exports the fields that the log shows, in formats that have columns, unless they are off', () => {
	expect(choiceOf({ ...DRAFT, format: 'text' }, AROUND).fields).toBeUndefined();
	expect(choiceOf({ ...DRAFT, fields: false }, AROUND).fields).toBeUndefined();
	expect(choiceOf({ ...DRAFT, format: 'jsonl' }, AROUND).fields).toEqual(['modbus.unit']);
});
