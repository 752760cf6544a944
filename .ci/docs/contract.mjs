/** docs/contract.md, from the contract itself: every call, topic, named type and error code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { load, names, root, sources } from './schemas.mjs';

const { calls, topics } = await load('common/contract/index.ts');
const { COMMON_ERRORS } = await load('common/contract/base/table.ts');

/** Types that were mentioned and still need a description. */
const mentioned = new Map();

function jsonSchema(schema, io) {
	return z.toJSONSchema(schema, {
		io,
		metadata: names,
		unrepresentable: 'any',
		override: ({ zodSchema, jsonSchema }) => {
			const { type } = zodSchema.def;
			if (type === 'bigint') jsonSchema.format = 'bigint';
			if (type === 'custom') jsonSchema.format = 'bytes';
		},
	});
}

/** A schema as the type that people would write. */
function typeOf(schema, io) {
	const id = names.get(schema)?.id;
	const json = jsonSchema(schema, io);
	for (const [name, definition] of Object.entries(json.$defs ?? {})) mentioned.set(name, definition);
	if (id === undefined) return print(json);
	mentioned.set(id, json.$defs?.[id] ?? json);
	return id;
}

function print(json) {
	if (json.$ref !== undefined) return json.$ref.split('/').at(-1);
	if (json.const !== undefined) return JSON.stringify(json.const);
	if (json.enum !== undefined) return json.enum.map((value) => JSON.stringify(value)).join(' | ');
	const union = json.anyOf ?? json.oneOf;
	if (union !== undefined) return [...new Set(union.map(print))].join(' | ');
	if (json.allOf !== undefined) return json.allOf.map(print).join(' & ');
	if (json.format === 'bigint' || json.format === 'bytes') return json.format;
	if (json.type === 'array') return printArray(json);
	if (json.type === 'object') return printObject(json);
	return json.type ?? 'any';
}

function printArray({ items, prefixItems }) {
	if (prefixItems !== undefined) return `[${prefixItems.map(print).join(', ')}]`;
	const item = print(items ?? {});
	return item.includes(' | ') ? `(${item})[]` : `${item}[]`;
}

function printObject({ properties = {}, required = [], additionalProperties }) {
	const keys = Object.entries(properties);
	if (keys.length === 0) {
		const isRecord = typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0;
		return isRecord ? `{ [name]: ${print(additionalProperties)} }` : '{}';
	}
	return `{ ${keys.map(([key, value]) => `${key}${required.includes(key) ? '' : '?'}: ${print(value)}`).join(', ')} }`;
}

/** The comment before each row, as one line. */
function comments() {
	const found = new Map();
	const row = /\n\t\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n\t(\w+): (?:call|topic|stateTopic)\(/g;
	for (const path of sources) {
		for (const [, comment, name] of readFileSync(join(root, path), 'utf8').matchAll(row)) {
			const text = comment
				.replaceAll(/\n\s*\* ?/g, ' ')
				.replaceAll(/\s+/g, ' ')
				.trim();
			found.set(name, text);
		}
	}
	return found;
}

/** What each call and topic does, by its name. */
export const callDescriptions = comments();
const described = new Map(
	[...callDescriptions].map(([name, text]) => [name, text.match(/^.*?\.(?= |$)/)?.[0] ?? text]),
);
const missing = [...Object.keys(calls), ...Object.keys(topics)].filter((name) => !described.has(name));
if (missing.length > 0) throw new Error(`Write a comment in the contract above: ${missing.join(', ')}.`);

const code = (text) => `\`${text}\``;
const typed = (label, schema, io) => `- ${label}: ${code(typeof schema === 'string' ? schema : typeOf(schema, io))}`;

const callLines = Object.entries(calls).flatMap(([name, { type, input, output, errors }]) => [
	`### ${name}`,
	'',
	`*${type}* — ${described.get(name)}`,
	'',
	typed('input', input, 'input'),
	typed('output', output, 'output'),
	`- errors: ${errors.length === 0 ? 'none of its own' : [...errors].sort().map(code).join(', ')}`,
	'',
]);
const topicLines = Object.entries(topics).flatMap(([name, { params, snapshot, delta }]) => [
	`### ${name}`,
	'',
	described.get(name),
	'',
	typed('params', params, 'input'),
	typed('snapshot', snapshot, 'output'),
	typed('delta', delta === snapshot ? 'as the snapshot' : delta, 'output'),
	'',
]);
// Types mention others.
const typeLines = [...mentioned]
	.sort(([a], [b]) => (a < b ? -1 : 1))
	.map(([name, json]) => `- **${name}** = ${code(print({ ...json, $ref: undefined }))}`);

export const contractText = `${[
	'# The contract',
	'',
	'<!-- Written by `npm run docs` from common/contract. Change it there. -->',
	'',
	'What a page and its host say to each other: calls with one answer, and topics with a snapshot and then deltas. A *query* changes',
	'nothing: it is sent again when the connection is lost before its answer. A *command* is never sent twice. `?` marks what may be',
	'left out. Besides its own errors each call can fail with',
	`${COMMON_ERRORS.map(code).join(', ')}.`,
	'',
	'## Calls',
	'',
	...callLines,
	'## Topics',
	'',
	...topicLines,
	'## Types',
	'',
	...typeLines,
].join('\n')}\n`;
