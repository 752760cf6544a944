import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bytesLiteral, bytesLiterals, type LiteralPart } from './index.ts';

/** Every byte value, lengths around the ends of lines, and anything. */
const payload = fc.oneof(
	fc.uint8Array({ maxLength: 200 }),
	fc.constantFrom(0, 1, 11, 12, 13, 63, 64, 65, 256).map((length) => Uint8Array.from({ length }, (_, i) => i)),
	fc.string({ unit: fc.constantFrom("'", '"', '\\', '\n', '\r', '?', '%', '0', 'x', '*', '/') }).map(Buffer.from),
);
const payloads = fc.array(payload, { minLength: 1, maxLength: 5 });
const hexOf = (bytes: ArrayLike<number>) => Buffer.from(Array.from(bytes)).toString('hex');
const partsOf = (all: readonly Uint8Array[]): LiteralPart[] =>
	all.map((bytes, i) => ({ bytes, about: `event ${i + 1}, in, #3, ${bytes.length} bytes`, name: `event_${i + 1}` }));

/** What a compiled or interpreted program prints. */
function run(command: string, args: readonly string[], input = ''): string {
	const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', input });
	if (error !== undefined) throw error;
	expect(stderr).toBe('');
	expect(status).toBe(0);
	return stdout;
}

const compiler = ['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0);

/** A list of samples and what they should give: one process reads all of them. */
const samples = fc.sample(payloads, { numRuns: 60, seed: 12 });
const wanted = samples.map((all) => all.map(hexOf));

describe('bytes as literals', () => {
	it('reads back in JavaScript', () => {
		const lists = samples.map((all) => bytesLiterals('javascript', partsOf(all)));
		const single = samples.map(([first = new Uint8Array(0)]) => `[${bytesLiteral('javascript', first)}]`);
		const read: Uint8Array[][] = runInNewContext(`[${[...lists, ...single].join(',')}]`);
		expect(read.map((all) => all.map(hexOf))).toEqual([...wanted, ...wanted.map((all) => all.slice(0, 1))]);
	});

	it('reads back in Python', () => {
		const program = [
			'import ast, json, sys',
			'def shown(text):',
			'    value = ast.literal_eval(text)',
			'    return [one.hex() for one in (value if isinstance(value, list) else [value])]',
			'print(json.dumps([shown(text) for text in json.load(sys.stdin)]))',
		].join('\n');
		const lists = samples.map((all) => bytesLiterals('python', partsOf(all)));
		const single = samples.map(([first = new Uint8Array(0)]) => bytesLiteral('python', first));
		const read: unknown = JSON.parse(run('python3', ['-c', program], JSON.stringify([...lists, ...single])));
		expect(read).toEqual([...wanted, ...wanted.map((all) => all.slice(0, 1))]);
	});

	it.runIf(compiler !== undefined)('compiles as C, with the length of each array', () => {
		const folder = mkdtempSync(join(tmpdir(), 'literals-'));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		const parts = partsOf(samples.flat());
		const prints = parts.map(({ name, bytes }) => `print(${name}, ${bytes.length});`);
		const program = [
			'#include <stdio.h>',
			bytesLiterals('c', parts),
			bytesLiteral('c', Uint8Array.of(1, 2)),
			'static void print(const unsigned char *bytes, int length) {',
			'for (int i = 0; i < length; i++) printf("%02x", bytes[i]);',
			'putchar(10); }',
			`int main(void) { ${prints.join('\n')} return sizeof data == 2 ? 0 : 1; }`,
		].join('\n');
		writeFileSync(join(folder, 'a.c'), program);
		run(compiler ?? 'cc', ['-std=c99', '-Wall', '-Werror', '-pedantic', '-o', join(folder, 'a'), join(folder, 'a.c')]);
		expect(run(join(folder, 'a'), []).split('\n')).toEqual([...wanted.flat(), '']);
	});

	it('is short for text, and breaks long lines', () => {
		expect(bytesLiteral('python', Buffer.from("GET '/'\r\n"))).toBe("b'GET \\'/\\'\\r\\n'\n");
		expect(bytesLiteral('c', Buffer.from('AB'))).toBe('unsigned char data[2] = {\n\t0x41, 0x42,\n};\n');
		const long = bytesLiterals('javascript', partsOf([new Uint8Array(1000)]));
		expect(Math.max(...long.split('\n').map((line) => line.length))).toBeLessThan(80);
	});
});
