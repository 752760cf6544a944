/**
 * Builds an unpacked app with our electron-builder.yml, offline, and reads its contents back. The runtime is a stub,
 * because Electron's own cannot be downloaded everywhere: this tests what is packed and which fuses are set, not
 * whether Electron runs it.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStubRuntime } from './stub-runtime.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);
let folder: string;
let app: string;
let asar: string;

/** Paths of all files under a folder, relative to it, with forward slashes. */
async function filesUnder(path: string): Promise<string[]> {
	const entries = await readdir(path, { withFileTypes: true, recursive: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(path.length + 1)
				.replaceAll(sep, '/'),
		);
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'wirebench-package-'));
	// A copy, so that a concurrent build of another process is not packed half.
	const project = join(folder, 'project');
	for (const name of ['package.json', 'package-lock.json', 'electron-builder.yml', 'assets', 'dist']) {
		await cp(join(ROOT, name), join(project, name), { recursive: true });
	}
	await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'), 'junction');
	const manifest: { version: string } = JSON.parse(
		await readFile(join(ROOT, 'node_modules/electron/package.json'), 'utf8'),
	);
	const runtime = join(folder, 'stub-runtime');
	await makeStubRuntime(runtime, manifest.version);
	const args = ['--linux', 'dir', '--x64', '--publish', 'never', `-c.electronDist=${runtime}`];
	await run(process.execPath, [join(ROOT, 'node_modules/electron-builder/cli.js'), ...args], {
		cwd: project,
		env: {
			...process.env,
			// Downloads fail at once instead of waiting for a network that may be missing.
			ELECTRON_MIRROR: 'http://127.0.0.1:9/',
			ELECTRON_BUILDER_BINARIES_MIRROR: 'http://127.0.0.1:9/',
			npm_config_offline: 'true',
		},
	}).catch((error: { stdout?: string; stderr?: string }) => {
		throw new Error(`electron-builder failed.\n${error.stdout ?? ''}${error.stderr ?? ''}`, { cause: error });
	});
	app = join(project, 'release/linux-unpacked');
	asar = join(app, 'resources/app.asar');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the packaged app (over a stub runtime)', () => {
	it('contains the bundles as built, and package.json, and nothing else', async () => {
		const parts = ['dist/main', 'dist/preload', 'dist/renderer'];
		const built = await Promise.all(
			parts.map(async (part) => (await filesUnder(join(folder, 'project', part))).map((file) => `${part}/${file}`)),
		);
		const packed = listPackage(asar, { isPack: false })
			.map((path) => path.replaceAll(sep, '/').slice(1))
			.filter((path) => !('files' in statFile(asar, path.replaceAll('/', sep))));
		expect(packed.toSorted()).toEqual([...built.flat(), 'package.json'].toSorted());
		expect(packed).toEqual(
			expect.arrayContaining([
				'dist/main/electron.js',
				'dist/main/capture-writer.js',
				'dist/main/capture-import.js',
				'dist/main/capture-export.js',
				'dist/main/engine-rules.js',
				'dist/main/engine-script.js',
				'dist/main/quickjs.wasm',
				'dist/main/capture-opener.js',
				'dist/main/capture-reader.js',
				'dist/main/samples/test.jpg',
				'dist/preload/preload.cjs',
				'dist/renderer/index.html',
			]),
		);
		for (const file of packed.filter((path) => path.startsWith('dist/'))) {
			const original = await readFile(join(folder, 'project', file));
			expect(original.equals(extractFile(asar, file.replaceAll('/', sep))), file).toBe(true);
		}
	});

	it('is loaded from the asar; only the native code of Unix datagram sockets is outside it', async () => {
		expect((await readdir(join(app, 'resources'))).toSorted()).toEqual(['app.asar', 'koffi']);
		const installed = await readdir(join(ROOT, 'node_modules/@koromix'));
		expect(await readdir(join(app, 'resources/koffi'))).toEqual(installed);
		const files = await filesUnder(join(app, 'resources/koffi'));
		expect(files.filter((file) => !/\/(index\.js|package\.json|README\.md|\w+\/koffi\.node)$/.test(file))).toEqual([]);
		if (process.platform === 'linux' && process.arch === 'x64') {
			expect(files).toContain('koffi-linux-x64/linux_x64/koffi.node');
			// Loaded as by the packaged app: from next to it, without node_modules.
			const koffi: unknown = createRequire(join(app, 'resources/'))('./koffi/koffi-linux-x64');
			expect(koffi).toHaveProperty('load');
		}
	});

	it('starts the Electron host as an ES module', () => {
		const manifest: unknown = JSON.parse(extractFile(asar, 'package.json').toString('utf8'));
		expect(manifest).toMatchObject({ main: 'dist/main/electron.js', type: 'module' });
	});

	it('imports nothing that is not packed', async () => {
		for (const file of listPackage(asar, { isPack: false }).filter((path) => /dist.main.*\.js$/.test(path))) {
			const code = extractFile(asar, file.slice(1)).toString('utf8');
			const imports = [...code.matchAll(/^(?:import|export)\b[^;]*?\bfrom\s*["']([^"']+)["']/gm)].map(
				(match) => match[1],
			);
			for (const name of imports) {
				expect(name === 'electron' || name?.startsWith('./') || isBuiltin(name ?? ''), `${name} in ${file}`).toBe(true);
			}
		}
	});

	it('carries a hash of every file for the integrity check', () => {
		const { header } = getRawHeader(asar);
		expect(JSON.stringify(header)).toContain('"integrity"');
		const entry = statFile(asar, ['dist', 'main', 'electron.js'].join(sep));
		expect(entry).toMatchObject({ integrity: { algorithm: 'SHA256' } });
	});

	it('has its fuses set', async () => {
		const wire = await getCurrentFuseWire(join(app, 'wirebench'));
		const { DISABLE, ENABLE } = FuseState;
		expect({
			runAsNode: wire[FuseV1Options.RunAsNode],
			cookieEncryption: wire[FuseV1Options.EnableCookieEncryption],
			nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
			inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
			integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
			onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
			fileProtocol: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
		}).toEqual({
			runAsNode: DISABLE,
			cookieEncryption: DISABLE,
			nodeOptions: DISABLE,
			inspect: DISABLE,
			integrity: ENABLE,
			onlyAsar: ENABLE,
			fileProtocol: DISABLE,
		});
	});

	it('is small: our part fits into a few megabytes', async () => {
		expect((await stat(asar)).size).toBeLessThan(8 * 1024 * 1024);
	});
});
