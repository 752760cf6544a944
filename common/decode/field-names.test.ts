import { expect, test } from 'vitest';
import { decodeAs } from './core/decode.ts';
import { fieldName } from './core/field-name.ts';
import { namedFields } from './field-names.ts';
import { DECODERS, type Field } from './index.ts';
import type { Sample } from './testing/samples.fixture.ts';

const FILES = import.meta.glob<{ readonly SAMPLES: readonly Sample[] }>('./*/samples.fixture.ts', { eager: true });
/** Their messages name the fields. */
const FREE: ReadonlySet<string> = new Set(['cbor', 'json', 'msgpack', 'protobuf', 'xml']);
const FREE_WITHIN = /^http\.(?:headers|body\.trailers)\../;

function signOf({ value }: Field): string {
	if (value === undefined) return '';
	if (typeof value === 'string') return '$';
	if (typeof value === 'boolean') return '?';
	return value instanceof Uint8Array ? '*' : '#';
}

/** The names of the fields of all samples, with the sign of the first value of each. */
function sampled(): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	const add = (fields: readonly Field[], around: string) => {
		for (const field of fields) {
			const name = field.protocol ?? `${around}.${field.name}`;
			const isNamed = name.includes('.') && !FREE.has(name.split('.')[0] ?? '') && !FREE_WITHIN.test(name);
			if (isNamed) names.set(name, (names.get(name) ?? '') || signOf(field));
			add(field.children ?? [], name);
		}
	};
	for (const decoder of DECODERS) {
		const samples = FILES[`./${decoder.id}/samples.fixture.ts`]?.SAMPLES ?? [];
		for (const { bytes, context } of samples) add(decodeAs(decoder, bytes, context), '');
	}
	return names;
}

const SOURCES = import.meta.glob<string>(['./*/*.ts', '!./*/*.test.ts', '!./*/*.fixture.ts', '!./testing/*'], {
	query: '?raw',
	import: 'default',
	eager: true,
});

/** Texts in the sources of decoders that may be names of fields which no sample has: literals, and names of options. */
function literals(): string[] {
	const known = new Set([...sampled().keys()].flatMap((name) => name.split('.')));
	const found = Object.values(SOURCES).flatMap((source) => {
		const code = source.replaceAll(/^import .*$|\/\/.*$|\/\*[\s\S]*?\*\//gm, '');
		return [...code.matchAll(/'([A-Za-z][^'\n]*)'/g)].map(([, text = '']) =>
			/^[a-z][A-Za-z0-9]*$/.test(text) ? text : fieldName(text),
		);
	});
	return [...new Set(found)].filter((name) => name.length <= 40 && !known.has(name)).toSorted();
}

/** The file of the names: `vitest run -u` writes it. */
function written(): string {
	const lines = DECODERS.flatMap(({ id }) => {
		const names = [...sampled()].filter(([name]) => name.startsWith(`${id}.`));
		const list = names.map(([name, sign]) => name.slice(id.length + 1) + sign).toSorted();
		return list.length === 0 ? [] : [`\t${id.includes('-') ? `'${id}'` : id}: '${list.join(' ')}',`];
	});
	return [
		'// biome-ignore-all format: written by field-names.test.ts, a line for each protocol',
		'/** Names of decoded fields with the sign of their type, by protocol. From the samples. */',
		'export const FIELD_NAMES: Readonly<Record<string, string>> = {',
		...lines,
		'};',
		'/** Names that other fields may have: texts in the sources of the decoders. */',
		`export const OTHER_NAMES = '${literals().join(' ')}';`,
		'',
	].join('\n');
}

test('the names are those of all samples', async () => {
	await expect(written()).toMatchFileSnapshot('./field-names.data.ts');
});

test('each has its protocol and its type', () => {
	expect(namedFields()).toEqual(
		expect.arrayContaining([
			{ name: 'modbus.function', type: 'number' },
			{ name: 'dns.question.name', type: 'textual' },
			{ name: 'dhcp.options', type: 'none' },
			{ name: 'mqtt.payload', type: 'bytes' },
		]),
	);
});
