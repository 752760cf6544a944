import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { provideKoffi } from '../../packaging/koffi.ts';
import { ROOT } from './project.ts';

const run = promisify(execFile);
const VERSION = '9.9.9';
const NAME = '@koromix/koffi-linux-riscv64';
let folder: string;
let registry: Server;
let archive: Buffer;

/** A project that locks a koffi for a machine that none of us has, at our registry, with this integrity. */
async function projectWith(name: string, integrity: string): Promise<string> {
	const address = registry.address();
	if (address === null || typeof address === 'string') throw new Error('The registry does not listen.');
	const project = join(folder, name);
	await mkdir(join(project, 'node_modules/@koromix'), { recursive: true });
	const locked = { version: VERSION, integrity, resolved: `http://127.0.0.1:${address.port}/koffi.tgz` };
	const entry = { ...locked, optional: true, os: ['linux'], cpu: ['riscv64'] };
	await writeFile(
		join(project, 'package-lock.json'),
		JSON.stringify({ lockfileVersion: 3, packages: { [`node_modules/${NAME}`]: entry } }),
	);
	return project;
}
const integrityOf = (bytes: Buffer) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

beforeAll(async () => {
	// The second attempt of npm would get the same bytes.
	vi.stubEnv('npm_config_fetch_retries', '0');
	folder = await mkdtemp(join(tmpdir(), 'wirebench-koffi-test-'));
	const source = join(folder, 'package');
	for (const build of ['linux_riscv64', 'musl_riscv64']) {
		await mkdir(join(source, build), { recursive: true });
		await writeFile(join(source, build, 'koffi.node'), build);
	}
	const manifest = { name: NAME, version: VERSION, os: ['linux'], cpu: ['riscv64'] };
	await writeFile(join(source, 'package.json'), JSON.stringify(manifest));
	await run('tar', ['-czf', join(folder, 'koffi.tgz'), '-C', folder, 'package']);
	archive = await readFile(join(folder, 'koffi.tgz'));
	registry = createServer((_request, response) => response.end(archive)).listen(0, '127.0.0.1');
	await once(registry, 'listening');
});

afterAll(async () => {
	vi.unstubAllEnvs();
	registry.close();
	await rm(folder, { recursive: true, force: true });
});

it('is fetched by npm for another machine than this one, as locked, without the build for musl', async () => {
	const project = await projectWith('other-machine', integrityOf(archive));
	const installed = join(project, 'node_modules', NAME);
	await mkdir(installed);
	await writeFile(join(installed, 'package.json'), JSON.stringify({ name: NAME, version: '1.0.0' }));
	const target = join(folder, 'target');
	await provideKoffi(project, 'linux', 'riscv64', target);
	expect(await readdir(target)).toEqual(['koffi-linux-riscv64']);
	expect(await readdir(join(target, 'koffi-linux-riscv64'))).toEqual(['linux_riscv64', 'package.json']);
	// Another version is not taken for the locked one, and stays as it is.
	expect(await readFile(join(target, 'koffi-linux-riscv64/package.json'), 'utf8')).toContain(VERSION);
	expect(await readdir(installed)).toEqual(['package.json']);
});

it('is refused where its bytes are not the locked ones', async () => {
	const project = await projectWith('tampered', integrityOf(Buffer.from('another archive')));
	const failure = provideKoffi(project, 'linux', 'riscv64', join(folder, 'tampered-target'));
	await expect(failure).rejects.toThrow(/npm could not install @koromix\/koffi-linux-riscv64 9\.9\.9.*EINTEGRITY/s);
});

const machine = `${process.platform}-${process.arch}`;
const isInstalled = existsSync(join(ROOT, `node_modules/@koromix/koffi-${machine}`));

it.runIf(isInstalled)('is copied where npm has installed it', async () => {
	const project = join(folder, 'installed');
	await mkdir(project);
	for (const name of ['node_modules', 'package-lock.json']) await symlink(join(ROOT, name), join(project, name));
	const target = join(folder, 'installed-target');
	await provideKoffi(project, process.platform, process.arch, target);
	const files = await readdir(join(target, `koffi-${machine}`));
	expect(files).toEqual(expect.arrayContaining(['index.js', machine.replace('-', '_')]));
	expect(files.filter((file) => file.startsWith('musl'))).toEqual([]);
});

it('is refused where the lock file does not name it', async () => {
	const project = await projectWith('unknown', integrityOf(archive));
	await expect(provideKoffi(project, 'linux', 'mips', join(folder, 'mips'))).rejects.toThrow(
		'package-lock.json has no @koromix/koffi-linux-mips',
	);
});
