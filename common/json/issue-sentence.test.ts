import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../contract/index.ts';
import { workspaceSchema } from '../workspace/schema.ts';
import { issueSays } from './issue-says.ts';
import { issueSentence, placeWords } from './issue-sentence.ts';

/** Values that hardly a schema accepts, each wrong in another way. */
const BAD: readonly unknown[] = [
	undefined,
	-1,
	1.5,
	1e300,
	'',
	'x'.repeat(3000),
	[null],
	{ kind: 'none', type: 'none', nothing: 1 },
	new Uint8Array(3),
];

/** Zod's own messages, as its English locale writes them. */
const ZODS = /^(Invalid|Too (small|big)|Unrecognized|Required|Expected)\b|: expected |received \w+$/;

function* schemasIn(value: unknown, seen: Set<unknown>): Generator<z.ZodType> {
	if (typeof value !== 'object' || value === null || seen.has(value)) return;
	seen.add(value);
	if (value instanceof z.ZodType) {
		yield value;
		yield* schemasIn(value.def, seen);
		if (value instanceof z.ZodLazy) yield* schemasIn(value.unwrap(), seen);
		if (value instanceof z.ZodObject) yield* schemasIn(value.shape, seen);
		return;
	}
	// Checks are schemas too, but only of what has passed the schema that they belong to.
	for (const [key, part] of Object.entries(value)) if (key !== 'checks') yield* schemasIn(part, seen);
}

interface Found {
	readonly message: string;
	readonly raw: z.core.$ZodIssue;
}

/** Every issue, those within others too: of a record's keys, and of each form that a value could have. */
function* issuesIn(issues: readonly z.core.$ZodIssue[]): Generator<Found> {
	for (const issue of issues) {
		yield { message: issueSentence(issue).message, raw: issue };
		if (issue.code === 'invalid_key' || issue.code === 'invalid_element') yield* issuesIn(issue.issues);
		if (issue.code === 'invalid_union') for (const option of issue.errors) yield* issuesIn(option);
	}
}

test('no schema of the contract or the workspace answers a bad value with a sentence of the library, or with one of no language', () => {
	// Compiling each schema costs more than what it is used for here.
	z.config({ jitless: true });
	onTestFinished(() => {
		z.config({ jitless: false });
	});
	const schemas = [...schemasIn({ contract, workspaceSchema }, new Set())];
	expect(schemas.length).toBeGreaterThan(500);
	const foreign = new Set<string>();
	const uncoded = new Set<string>();
	const codes = new Set<string>();
	for (const schema of schemas) {
		for (const value of BAD) {
			const { error } = schema.safeParse(value);
			for (const { message, raw } of issuesIn(error?.issues ?? [])) {
				codes.add(raw.code);
				if (ZODS.test(message)) foreign.add(message);
				if (issueSays(raw).says === undefined) uncoded.add(message);
			}
		}
	}
	expect([...foreign]).toEqual([]);
	expect([...uncoded]).toEqual([]);
	expect([...codes]).toEqual(expect.arrayContaining(['invalid_type', 'too_small', 'too_big', 'invalid_value']));
});

test('a place is named in words, the innermost first', () => {
	expect(placeWords(['config', 'connectTimeoutMs'])).toBe('connect timeout (ms) of config');
	expect(placeWords(['endpoints', 1, 'port'])).toBe('port of endpoints 2');
	expect(placeWords([0])).toBe('entry 1');
	expect(placeWords([])).toBe('');
});

test('a general sentence gets its place, a schema’s own stays', () => {
	const schema = z.object({
		port: z.number(),
		name: z.string().min(1, 'Give a name.'),
		list: z.array(z.string()).max(1),
	});
	const { error } = schema.safeParse({ name: '', list: ['a', 'b'] });
	expect(error?.issues.map((issue) => issueSentence(issue).message)).toEqual([
		'The port is missing: a number.',
		'Give a name.',
		'The list has at most 1 entries.',
	]);
});
