import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Progress } from './download.mjs';
import { copiedPackage, half, type Mirror, mirror, unanswered, whole } from './electron.fixture.ts';
import { electronPackage, fetchElectron, installedElectron, whyNotFetched } from './electron.mjs';

let folder = '';
let packageFolder = '';
let version = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'wirebench-launch-'));
	({ packageFolder, version } = copiedPackage(folder));
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true, force: true });
});

/** Without any proxy that the machine may have. */
const NO_PROXY = {
	HTTP_PROXY: undefined,
	http_proxy: undefined,
	HTTPS_PROXY: undefined,
	https_proxy: undefined,
	NO_PROXY: undefined,
	no_proxy: undefined,
	ELECTRON_GET_USE_PROXY: undefined,
};

/** Fetches from the mirror; the last report of its progress, and the reason of a failure. */
async function fetchFrom(
	{ env }: Mirror,
	more: Record<string, string | undefined> = {},
	reported: (progress: Progress) => void = () => undefined,
) {
	for (const [name, value] of Object.entries({ ...NO_PROXY, ...env, ...more })) vi.stubEnv(name, value);
	let last: Progress | undefined;
	const onProgress = (progress: Progress): void => {
		last = progress;
		reported(progress);
	};
	return { failure: await fetchElectron(packageFolder, { onProgress, stallMs: 600_000 }), last };
}

const partials = (): string[] => {
	const cache = join(folder, 'node_modules/.cache/wirebench');
	return existsSync(cache) ? readdirSync(cache) : [];
};

describe.runIf(process.platform === 'linux')('fetching the runtime', () => {
	it('downloads, checks and unpacks it, with its progress', async () => {
		const from = await mirror(folder, version, [whole]);
		const { failure, last } = await fetchFrom(from);
		expect(failure).toBeUndefined();
		expect(last).toEqual({ received: from.archive.length, total: from.archive.length });
		expect(installedElectron(packageFolder, {})).toBe(join(packageFolder, 'dist/electron'));
		expect(partials()).toEqual([]);
	});

	it('gives up when no more comes, keeps what it has for the next start, and names the setting for proxies', async () => {
		const from = await mirror(folder, version, [half, unanswered, whole]);
		const { failure } = await fetchFrom(from, {}, ({ received }) => {
			if (received > from.archive.length / 3) from.breakOff();
		});
		expect(failure).toBe('other side closed; behind a proxy, set HTTPS_PROXY, and ELECTRON_GET_USE_PROXY=1');
		expect(partials()).toHaveLength(1);
		expect(installedElectron(packageFolder, {})).toBeUndefined();
		expect((await fetchFrom(from)).failure).toBeUndefined();
		expect(from.ranges.at(-1)).toMatch(/^bytes=\d{5,}-$/);
		expect(partials()).toEqual([]);
	});

	it('says how a proxy that is set is used, and uses it then', async () => {
		const from = await mirror(folder, version, [whole]);
		const behindProxy = { ELECTRON_MIRROR: 'http://mirror.invalid/', HTTP_PROXY: `http://127.0.0.1:${from.port}` };
		const { failure } = await fetchFrom(from, behindProxy);
		expect(failure).toMatch(/; HTTP_PROXY is set, but only ELECTRON_GET_USE_PROXY=1 makes the download use it$/);
		expect((await fetchFrom(from, { ...behindProxy, ELECTRON_GET_USE_PROXY: '1' })).failure).toBeUndefined();
		expect(from.tunnels).toContain('mirror.invalid:80');
	});

	it('fails with the sentence of a wrong checksum, and removes what it has', async () => {
		const from = await mirror(folder, version, [
			(_request, response, archive) => response.end(Buffer.alloc(archive.length)),
		]);
		expect((await fetchFrom(from)).failure).toContain('checksum');
		expect(partials()).toEqual([]);
		expect(installedElectron(packageFolder, {})).toBeUndefined();
	});
});

describe('the installed runtime', () => {
	const put = (file: string, text: string): void => {
		mkdirSync(join(packageFolder, 'dist'), { recursive: true });
		writeFileSync(join(packageFolder, file), text);
	};

	it.runIf(process.platform === 'linux')('is one whose installer has completed, of the version of the package', () => {
		expect(installedElectron(packageFolder, {})).toBeUndefined();
		put('dist/electron', '');
		put('dist/version', version);
		expect(installedElectron(packageFolder, {})).toBeUndefined();
		put('path.txt', 'electron');
		expect(installedElectron(packageFolder, {})).toBe(join(packageFolder, 'dist/electron'));
		put('dist/version', '1.0.0');
		expect(installedElectron(packageFolder, {})).toBeUndefined();
		put('dist/version', version);
		rmSync(join(packageFolder, 'dist/electron'));
		expect(installedElectron(packageFolder, {})).toBeUndefined();
	});

	it.runIf(process.platform === 'linux')(
		'is the one that ELECTRON_OVERRIDE_DIST_PATH names, which is never fetched',
		() => {
			const env = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'own') };
			expect(installedElectron(packageFolder, env)).toBeUndefined();
			expect(whyNotFetched(env)).toContain(`ELECTRON_OVERRIDE_DIST_PATH is ${env.ELECTRON_OVERRIDE_DIST_PATH}`);
			mkdirSync(env.ELECTRON_OVERRIDE_DIST_PATH);
			writeFileSync(join(env.ELECTRON_OVERRIDE_DIST_PATH, 'electron'), '');
			expect(installedElectron(packageFolder, env)).toBe(join(env.ELECTRON_OVERRIDE_DIST_PATH, 'electron'));
			expect(whyNotFetched({})).toBeUndefined();
		},
	);

	it('is searched in the npm package', () => {
		expect(existsSync(join(electronPackage(), 'install.js'))).toBe(true);
	});
});
