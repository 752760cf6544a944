import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openText } from '../../../common/capture/open-text.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { testFolder } from '../tls/openssl.fixture.ts';

const PEER = fileURLToPath(new URL('../../../e2e/peers/gone_before_accept.py', import.meta.url));

test.runIf(process.platform === 'linux')(
	'a peer that has reset before it was accepted has no address, and nothing shows one',
	async () => {
		const folder = mkdtempSync(join(tmpdir(), 'wirebench-gone-'));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		const bench = new TestBench({ tlsFolder: testFolder() });
		const four = await bench.start({ kind: 'tcp-server', name: 'four', port: 0 });
		const six = await bench.start({ kind: 'tcp-server', name: 'six', host: '::1', port: 0 });
		const tls = await bench.start({ kind: 'tcp-server', name: 'tls', port: 0, tls: {} });
		const target = { host: '127.0.0.1', port: four.local.port };
		const proxy = await bench.start({ kind: 'tcp-proxy', name: 'proxy', port: 0, target });
		const path = join(folder, 's.sock');
		const unix = await bench.start({ kind: 'unix-server', name: 'unix', path });
		const places = [four, six, tls, proxy].map(({ local }) => `${local.address}:${local.port}`);
		// Blocking: this process accepts nothing meanwhile.
		const { status, stderr } = spawnSync('python3', [PEER, ...places, path], { encoding: 'utf8' });
		expect(stderr).toBe('');
		expect(status).toBe(0);
		await bench.sink.until(() => [four, six, proxy].every(({ id }) => closed(bench, id)));
		await bench.sink.waitFor(({ kind, text }) => kind === 'error' && text.includes('TLS'));

		const opened = (id: string) => {
			const at = bench.sink.endpoints.findIndex((one) => one.id === id) + 1;
			return [...bench.sink.connections.values()].filter((one) => one.endpoint === at).map(openText);
		};
		expect(opened(four.id)[0]).toBe(`unknown address → 127.0.0.1:${four.local.port}`);
		expect(opened(six.id)).toEqual([`unknown address → [::1]:${six.local.port}`]);
		expect(opened(proxy.id)[0]).toBe(`unknown address → 127.0.0.1:${proxy.local.port}`);
		expect(opened(unix.id)).toEqual([`unnamed socket → ${path}`]);
		const texts = bench.sink.events.map(({ text }) => text);
		expect(texts.filter((text) => /0\.0\.0\.0|\[?::\]?:0/.test(text))).toEqual([]);
		expect(texts).toContain(
			'The peer reset the connection (RST). ECONNRESET (104): a peer of unknown address reset the connection.',
		);
	},
);

function closed({ sink }: TestBench, id: string): boolean {
	const handle = sink.endpoints.findIndex((one) => one.id === id) + 1;
	const mine = [...sink.connections.values()].filter((one) => one.endpoint === handle);
	return mine.length > 0 && mine.every((one) => sink.story(one.id).includes('close'));
}
