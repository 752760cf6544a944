import { expect, test } from 'vitest';
import { namedFields } from '../../decode/field-names.ts';
import { structureSchema } from '../../structure/document/schema.ts';
import { namedProtocols } from '../../structure/named-protocols.ts';
import { FilterError } from '../error.ts';
import { parseFilter } from '../parse.ts';
import { printPath } from './path.ts';

const known = namedProtocols([
	structureSchema.parse({
		structure: 1,
		id: 'meter',
		fields: [
			{ name: 'command', type: 'u8' },
			{ name: 'list', type: 'array', item: { type: 'struct', fields: [{ name: 'value', type: 'u8' }] } },
		],
	}),
	// It cannot be used: nothing is known of its fields.
	structureSchema.parse({ structure: 1, id: 'broken', fields: [{ name: 'a', type: 'bytes', length: 'nothing' }] }),
]);

function fault(text: string): FilterError {
	try {
		parseFilter(text, known);
	} catch (error) {
		if (error instanceof FilterError) return error;
		throw error;
	}
	throw new Error(`${text} is no fault`);
}

test.each([
	['modbus.functoin == 3', 'functoin', 'Did you mean modbus.function?'],
	['dir:in (dns.quesiton.name contains example)', 'quesiton', 'Did you mean dns.question.name?'],
	['dns.question.nmae:a', 'nmae', 'Did you mean dns.question.name?'],
	['MODBUS."functoin":*', '"functoin"', 'Did you mean modbus.function?'],
	['modbus.somethingElse = 3', 'somethingElse', 'The Decoded tab shows the names of fields.'],
	['meter.comand = 3', 'comand', 'Did you mean meter.command?'],
	['meter.list.12.valeu = 3', 'valeu', 'Did you mean meter.list.12.value?'],
	['meter.command.inner = 3', 'inner', 'The Decoded tab shows the names of fields.'],
])('%s is a fault at %s', (text, written, hint) => {
	const { position, length, hint: said, sentence } = fault(text);
	expect(text.slice(position, position + length)).toBe(written);
	expect([said, sentence.details.says?.code]).toEqual([hint, 'filterUnknownField']);
});

test.each([
	'json.whatever.there = 1',
	'http.headers.x-own-header:*',
	'dhcp.options.timeServer:*',
	'coap.qBlock1.number = 1',
	'meter.list.12.value = 3',
	'broken.anything = 3',
	'other.functoin == 3',
])('%s is none', (text) => {
	expect(() => parseFilter(text, known)).not.toThrow();
});

test('every known name is one', () => {
	for (const { name } of namedFields()) {
		const path = name.split('.');
		expect(() => parseFilter(`${printPath(path)}:*`, known)).not.toThrow();
	}
});
