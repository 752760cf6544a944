import { expect, test } from 'vitest';
import { z } from 'zod';
import { ENDPOINT_KINDS, ENDPOINTS, endpointConfigSchema, mapPaths, type PathForm } from './index.ts';
import type { TextTree } from './shared/texts.ts';

const config = endpointConfigSchema.parse({
	kind: 'tcp-proxy',
	name: 'name.pem',
	port: 0,
	target: { host: 'localhost', port: 1 },
	tls: {
		identity: { from: 'own', cert: { from: 'file', path: 'cert.pem' }, key: { from: 'file', path: '/etc/key.pem' } },
		ca: { from: 'text', pem: '-----BEGIN CERTIFICATE-----' },
	},
	targetTls: { ca: { from: 'file', path: 'ca.pem' } },
});

/** Every path of a config, with its form. */
function pathsOf(input: unknown): [string, PathForm][] {
	const found: [string, PathForm][] = [];
	mapPaths(endpointConfigSchema.parse(input), (path, form) => {
		found.push([path, form]);
		return path;
	});
	return found;
}

test('certificates, keys and authorities in files are paths; PEM texts and names are none', () => {
	expect(pathsOf(config)).toEqual([
		['cert.pem', 'file'],
		['/etc/key.pem', 'file'],
		['ca.pem', 'file'],
	]);
});

test('files of replies, and paths of sockets, are paths; samples and abstract names are none', () => {
	const answer = (path: string) => ({ match: { type: 'any' }, file: { path } });
	const rules = [answer('files'), answer('sample:index.html')];
	const responder = { onOpen: { file: { path: 'hello.bin' } }, rules };
	expect(pathsOf({ kind: 'unix-server', name: 's', path: 'socket', responder })).toEqual([
		['socket', 'socket'],
		['hello.bin', 'answer-file'],
		['files', 'answer-file'],
	]);
	expect(pathsOf({ kind: 'unix-datagram', name: 'd', path: '@name', remote: 'other' })).toEqual([['other', 'socket']]);
	expect(pathsOf({ kind: 'unix-client', name: 'c', path: '@name' })).toEqual([]);
});

test('a config is changed at its paths alone, and is the same object where none changes', () => {
	expect(mapPaths(config, (path) => path)).toBe(config);
	const changed = mapPaths(config, (path) => `new/${path}`);
	expect(JSON.stringify(changed)).toBe(JSON.stringify(config).replace(/"path":"/g, '"path":"new/'));
});

/** Where a schema has a text of a name that only paths have, with its declaration. */
function pathLike(schema: unknown, texts: TextTree | undefined, at: string): string[] {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return pathLike(schema.unwrap(), texts, at);
	if (schema instanceof z.ZodArray) return pathLike(schema.element, texts, at);
	if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => pathLike(one, texts, at));
	if (schema instanceof z.ZodString && /(path|file|folder)$/i.test(at)) return [`${at}: ${String(texts)}`];
	if (!(schema instanceof z.ZodObject)) return [];
	return Object.entries(schema.shape).flatMap(([key, one]) =>
		pathLike(one, typeof texts === 'object' ? texts[key] : texts, `${at}.${key}`),
	);
}

test.each(ENDPOINT_KINDS)('a %s declares what is named a path as one', (kind) => {
	const { schema, texts } = ENDPOINTS[kind];
	expect(pathLike(schema, texts, kind).filter((one) => one.endsWith(': public'))).toEqual([]);
});
