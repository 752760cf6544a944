import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { WirebenchError } from '../../common/contract/base/errors.ts';
import { ENDPOINT_KINDS, ENDPOINTS, endpointConfigSchema } from '../../common/endpoints/index.ts';
import type { Exposure, TextTree } from '../../common/endpoints/shared/texts.ts';
import { createHeadless } from './headless.ts';

/** Each member of the largest union is used once in turn. */
const VARIANTS = 6;

/** Fields that need a specific value: one that is checked, or so that nothing leaves this machine and no file is created elsewhere. */
const FIXED: Readonly<Record<string, string>> = {
	host: '127.0.0.1',
	localHost: '127.0.0.1',
	group: '224.0.0.1',
	source: '127.0.0.1',
	interface: 'lo',
	multicastInterface: 'lo',
	charset: 'gbk',
};

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'wb-secrets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Exposures of texts that no capture and no error has. */
const HIDDEN: readonly Exposure[] = ['certificates', 'secret', 'secret-blank', 'secret-holder'];

/** Texts in a config, by whether they are public. */
interface Markers {
	readonly seen: string[];
	readonly hidden: string[];
}

let lastMarker = 0;

/** A value of a schema that has every field, with a marker in every text. */
function fill(schema: unknown, texts: TextTree | undefined, key: string, variant: number, markers: Markers): unknown {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
		return fill(schema.unwrap(), texts, key, variant, markers);
	}
	// They contain no text, and no proxy can have all of them.
	if (key === 'faults') return {};
	if (schema instanceof z.ZodObject) {
		const inner = (name: string) => (typeof texts === 'object' ? texts[name] : texts);
		return Object.fromEntries(
			Object.entries(schema.shape).map(([name, one]) => [name, fill(one, inner(name), name, variant, markers)]),
		);
	}
	// The values of a composed message are as public as a written one.
	if (schema instanceof z.ZodRecord) return { field: text(z.string(), 'public', key, markers) };
	if (schema instanceof z.ZodArray) return [fill(schema.element, texts, key, variant, markers)];
	if (schema instanceof z.ZodUnion) {
		return fill(schema.options[variant % schema.options.length], texts, key, variant, markers);
	}
	if (schema instanceof z.ZodString) return text(schema, texts, key, markers);
	if (schema instanceof z.ZodEnum) return schema.options[0];
	if (schema instanceof z.ZodLiteral) return [...schema.values][0];
	if (schema instanceof z.ZodBoolean) return key !== 'connected';
	if (schema instanceof z.ZodNumber) return [1, 10, 1000].find((number) => schema.safeParse(number).success);
	throw new Error(`The test knows no value for ${key}.`);
}

function text(schema: z.ZodString, texts: TextTree | undefined, key: string, markers: Markers): string {
	if (typeof texts !== 'string') throw new Error(`${key} is declared neither public nor secret.`);
	const fixed = FIXED[key];
	if (fixed !== undefined) return fixed;
	lastMarker++;
	const marker = `marker-${lastMarker}-end`;
	markers[HIDDEN.includes(texts) ? 'hidden' : 'seen'].push(marker);
	const forms = [marker, `${marker} %d`, `-----BEGIN ${marker}`];
	const socket = join(folder, marker);
	return (
		(key === 'path' && !schema.safeParse('x'.repeat(200)).success ? socket : undefined) ??
		forms.find((form) => schema.safeParse(form).success) ??
		marker
	);
}

test.each(ENDPOINT_KINDS)(
	'the declared secrets of a %s are in no capture and in no error, and the rest is',
	async (kind) => {
		const { schema, texts } = ENDPOINTS[kind];
		const markers: Markers = { seen: [], hidden: [] };
		const captureFolder = join(folder, kind);
		const { engine, close } = await createHeadless({ captureFolder });
		const errors: string[] = [];
		for (let variant = 0; variant < VARIANTS; variant++) {
			const { id } = engine.create(endpointConfigSchema.parse(fill(schema, texts, kind, variant, markers)));
			try {
				await engine.start(id);
			} catch (error) {
				if (!(error instanceof WirebenchError)) throw error;
				errors.push(error.message, JSON.stringify(error.toInfo()));
			}
			await engine.stop(id);
			errors.push(JSON.stringify(engine.endpoint(id)?.error ?? {}));
		}
		await close();
		const files = await readdir(captureFolder);
		const stored = await Promise.all(files.map((file) => readFile(join(captureFolder, file))));
		const all = Buffer.concat(stored).toString('latin1');
		expect(markers.seen.filter((marker) => !all.includes(marker))).toEqual([]);
		const visible = all + errors.join('\n');
		expect(markers.hidden.filter((marker) => visible.includes(marker))).toEqual([]);
	},
);

test('there are secrets to find', () => {
	const markers: Markers = { seen: [], hidden: [] };
	for (let variant = 0; variant < VARIANTS; variant++) {
		fill(ENDPOINTS['tcp-client'].schema, ENDPOINTS['tcp-client'].texts, 'tcp-client', variant, markers);
	}
	expect(markers.hidden.length).toBeGreaterThan(0);
});
