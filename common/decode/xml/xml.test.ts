import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { installed } from '../../installed.fixture.ts';
import { decodeAs } from '../core/decode.ts';
import type { Field } from '../index.ts';
import { type PathField, pathsOf } from '../testing/fields.fixture.ts';
import { textSample } from '../testing/samples.fixture.ts';
import { xml } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

const STREAM = { transport: 'stream' } as const;

/** Prints what Expat finds in each document, one a line in hex: its nodes in order, without white space between them. */
const PEER = `
import json, sys
from xml.dom import expatbuilder
def walk(node, rows):
    for child in node.childNodes:
        if child.nodeType == 1:
            rows.append(['element', child.tagName])
            rows.extend(['@' + name, value] for name, value in child.attributes.items())
            walk(child, rows)
        elif child.nodeType == 3 and child.data.strip(): rows.append(['text', child.data])
        elif child.nodeType == 4: rows.append(['cdata', child.data])
        elif child.nodeType == 7: rows.append(['instruction', child.target, child.data])
        elif child.nodeType == 8: rows.append(['comment', child.data])
    return rows
for line in sys.stdin: print(json.dumps(walk(expatbuilder.parseString(bytes.fromhex(line), namespaces=False), [])))
`;
const pythonMissing = installed('python3') ? undefined : 'python3 is not installed';

function peerRows(documents: readonly Uint8Array[]): unknown[] {
	const input = documents.map((bytes) => `${Buffer.from(bytes).toString('hex')}\n`).join('');
	const { stdout, stderr, status } = spawnSync('python3', ['-c', PEER], { input, encoding: 'utf8', timeout: 60_000 });
	if (status !== 0) throw new Error(`python3 ended with ${status}: ${stderr}`);
	return stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
}

/** The same of our fields. */
function rows(fields: readonly Field[]): unknown[] {
	return fields.flatMap(({ name, value, children = [] }): unknown[] => {
		if (name === 'declaration' || name === 'doctype') return [];
		if (name === 'text' || name === 'cdata' || name === 'comment' || name.startsWith('@')) return [[name, value]];
		if (name === 'instruction') return [[name, value, children[1]?.value ?? '']];
		return [['element', name], ...rows(children)];
	});
}

test.skipIf(pythonMissing !== undefined)('elements, attributes, texts and ranges are those of Expat', () => {
	const whole = SAMPLES.filter(({ name }) => !/entities|two/.test(name));
	const theirs = peerRows(whole.map(({ bytes }) => bytes));
	for (const [i, { name, bytes }] of whole.entries())
		expect(rows(decodeAs(xml, bytes, STREAM)[0]?.children ?? []), name).toEqual(theirs[i]);

	// An element by itself is a document, where its bytes are those of its range and the charset is plain.
	const plain = whole.filter(({ name }) => !name.includes('8859'));
	const elements = plain.flatMap(({ bytes }) => {
		const all = (fields: readonly Field[]): Field[] =>
			fields.flatMap((field) =>
				/^(@.*|text|cdata|comment|instruction|declaration|doctype)$/.test(field.name)
					? []
					: [field, ...all(field.children ?? [])],
			);
		return all(decodeAs(xml, bytes, STREAM)[0]?.children ?? []).map((field) => ({
			field,
			bytes: bytes.subarray(field.start, field.end),
		}));
	});
	expect(elements.length).toBeGreaterThan(12);
	const alone = peerRows(elements.map(({ bytes }) => bytes));
	for (const [i, { field }] of elements.entries()) expect(rows([field])).toEqual(alone[i]);
});

const fieldsOf = (text: string): PathField[] => pathsOf(xml, textSample('one', text, STREAM));
const noteOf = (text: string) => fieldsOf(text).find(({ note }) => note !== undefined);

test('says which elements there are, and the text of those that have no others', () => {
	expect(fieldsOf('<a x="1"><b>two</b></a>').map(({ path, value }) => [path, value])).toEqual([
		['xml', '<a>'],
		['xml.a', undefined],
		['xml.a.@x', '1'],
		['xml.a.b', 'two'],
		['xml.a.b.text', 'two'],
	]);
});

test('entities are named, but neither fetched nor replaced', () => {
	const bomb = fieldsOf(
		'<!DOCTYPE a [<!ENTITY a "&#65;aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;&lt;</a>',
	);
	const of = (path: string) => bomb.filter((field) => field.path === path);
	expect(of('xml.doctype.entity').map(({ value, meaning }) => [value, meaning])).toEqual([
		['a', undefined],
		['b', undefined],
		['c', 'external, not read'],
	]);
	expect(of('xml.doctype.entity.system')[0]?.value).toBe('file:///etc/passwd');
	expect(of('xml.a')[0]?.value).toBe('&b;&c;<');
});

test.each([
	['<a><b></a>', 'xml.a.b', { code: 'unexpected', expected: '</b>' }],
	['<a b="1" b="2"/>', 'xml.a', { code: 'unexpected', expected: 'one b' }],
	['<a b=1/>', 'xml.a', { code: 'unexpected', expected: '"' }],
	['<a>x & y</a>', 'xml.a.text', { code: 'unexpected', expected: '&amp; or a declared entity' }],
	['<a>&nbsp;</a>', 'xml.a.text', { code: 'unexpected', expected: '&amp; or a declared entity' }],
	['<a><b>', 'xml.a.b', { code: 'short', missing: 1 }],
	['<a><!-- x', 'xml.a', { code: 'short', missing: 3 }],
	['<a b="', 'xml.a', { code: 'short', missing: 1 }],
	['nothing', 'xml', { code: 'unexpected', expected: 'an element' }],
])('%s has its fault noted', (text, path, note) => {
	expect(noteOf(text)).toMatchObject({ path, note });
});
