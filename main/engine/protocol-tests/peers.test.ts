import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Sequence, sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { testFolder } from '../tls/openssl.fixture.ts';
import { startSequence } from './run.ts';

/** A test of the server's side: it accepts a client of another program, captures from what it says, and answers with it. */
function serverSide(server: object): Sequence {
	const text = (written: string) => ({ format: 'text', text: written });
	const expects = (expectation: object) => ({ type: 'expect', expectation, withinMs: 60_000 });
	return sequenceSchema.parse({
		name: 'server side',
		connections: { server: { server: { name: 'server', ...server } } },
		steps: [
			{ type: 'accept', withinMs: 60_000 },
			expects({ type: 'regex', pattern: '^login (?P<user>\\w+) id=(?P<id>\\d+);' }),
			{ type: 'send', payload: text('hello {{var user}} {{var id}}!'), template: true },
			expects({ type: 'bytes', pattern: text('bye') }),
			{ type: 'send', payload: text('end') },
			{ type: 'end' },
			{ type: 'expect-end', withinMs: 60_000 },
		],
	});
}

/** Runs it with the Python client, which starts when the server listens; `args`: its arguments for a port. */
async function runWith(bench: TestBench, server: object, args: (port: number) => readonly string[]) {
	const listens = Promise.withResolvers<number>();
	const run = startSequence(bench.engine, serverSide(server), (results) => {
		if (results[1]?.status === 'running') listens.resolve(bench.engine.endpoints()[0]?.local?.port ?? 0);
	});
	const peer = new Peer('login_client', args(await Promise.race([listens.promise, run.done.then(() => 0)])));
	const [outcome, lines] = await Promise.all([run.done, peer.rest()]);
	expect(outcome.results.filter(({ status }) => status !== 'passed')).toEqual([]);
	expect(lines).toEqual(['hello ann 4711!end']);
}

const TCP = { kind: 'tcp-server', host: '127.0.0.1', port: 0 };

test('a Python client talks to the server of a test', async () => {
	await runWith(new TestBench(), TCP, (port) => ['tcp', '127.0.0.1', String(port)]);
});

test('over TLS it trusts the authority, and the name is right', async () => {
	const bench = new TestBench();
	const ca = join(testFolder(), 'ca.pem');
	writeFileSync(ca, await bench.engine.authority.certificate());
	const tls = { identity: { from: 'made', names: ['localhost'] } };
	await runWith(bench, { ...TCP, tls }, (port) => ['tls', '127.0.0.1', String(port), ca]);
});

test.skipIf(process.platform === 'win32')('over a Unix socket', async () => {
	const path = join(testFolder(), 's.sock');
	await runWith(new TestBench(), { kind: 'unix-server', path }, () => ['unix', path]);
});
