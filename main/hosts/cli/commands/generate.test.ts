import { expect, test } from 'vitest';
import { opensslCertificate, sServer } from '../../../engine/tls/openssl.fixture.ts';
import { event, events, listeningPort, testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

test('UDP: paced, counted, and all of it in the loss report of the other end', async () => {
	const receiver = wirebench(['listen', 'udp://127.0.0.1:0', '--ledger', '--quiet', '--json']);
	const port = await listeningPort(receiver);
	// Fits into any system's receive buffer, if the receiver should not run meanwhile.
	const plan = ['--rate', '1000', '--count', '500', '--size', '80', '--stream', '9'];
	const sender = wirebench(['generate', `udp://127.0.0.1:${port}`, ...plan, '--json']);
	expect(await sender.exit()).toBe(0);
	const [generator, summary] = events(sender).slice(-2);
	expect(generator).toMatchObject({ event: 'generator', status: 'done', sent: 500, bytes: 40_000, errors: 0 });
	// 500 at 1000/s, the first one at once.
	expect(Number(generator?.elapsedMs)).toBeGreaterThan(498);
	expect(summary).toMatchObject({ event: 'summary', dropped: 0 });
	expect(Number(summary?.stored)).toBeGreaterThan(500);
	receiver.child.kill('SIGINT');
	expect(await receiver.exit()).toBe(0);
	const ledger = await event(receiver, 'ledger');
	expect(ledger).toMatchObject({ numbered: 500, unnumbered: 0, untracked: 0 });
	expect(ledger.streams).toMatchObject([
		{ stream: 9, received: 500, lost: 0, duplicates: 0, reordered: 0, total: 500, missingAfter: 0 },
	]);
});

test('TCP lines with a number in text, for people; a stop ends an unlimited one', async () => {
	const receiver = wirebench([
		'listen',
		'tcp://127.0.0.1:0',
		...['--framing', 'line', '--ledger', 'n=%d;\\n', '--quiet'],
	]);
	const port = /:(\d+)$/.exec(await receiver.line((line) => line.includes('listens on')))?.[1];
	const sender = wirebench(['generate', `tcp://127.0.0.1:${port}`, '--text', 'n=%d;\\n', '--rate', '0']);
	await sender.line((line) => line.startsWith('running: '));
	sender.child.kill('SIGINT');
	expect(await sender.exit()).toBe(0);
	expect(sender.stdout()).toMatch(/stopped: \d+ sent, \d+\/s, behind by 0 ms, 0 refused\n/);
	await receiver.line((line) => line.includes('closed') || line.includes('close'));
	receiver.child.kill('SIGINT');
	expect(await receiver.exit()).toBe(0);
	expect(receiver.stdout()).toMatch(
		/loss report: \d+ numbered messages, [01] others\n {2}#1: received \d+ \(0 to \d+\), lost 0, /,
	);
});

test('TLS: openssl receives the numbered texts', async () => {
	const { cert, key } = opensslCertificate(testFolder());
	const { peer, port } = await sServer('-cert', cert, '-key', key);
	const plan = ['--count', '3', '--rate', '0', '--text', 'event %d\\n', '--tls-ca', cert];
	expect(await run(['generate', `tls://127.0.0.1:${port}`, ...plan])).toMatchObject({ code: 0 });
	await peer.printed('event 0\nevent 1\nevent 2\n');
});

test.each([
	[['udp://127.0.0.1:9', '--size', '31'], 'at least 32 bytes'],
	[['udp://127.0.0.1:9', '--text', 'no place'], 'Write %d once'],
	[['udp://127.0.0.1:9', '--rate', '-1'], 'number'],
])('%j is refused with the reason', async (args, reason) => {
	const running = await run(['generate', ...args]);
	expect(running.code).not.toBe(0);
	expect(running.stderr).toContain(reason);
});
