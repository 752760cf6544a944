/** A copy of the project in which electron-builder packs over stubs of the runtime and of what it downloads. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { makeStubRuntimes } from './stub-runtime.ts';
import { makeStubTools } from './stub-tools.ts';

export const ROOT = join(import.meta.dirname, '../..');
const COPIED = ['package.json', 'package-lock.json', 'electron-builder.ts', 'LICENSE', 'packaging', 'assets', 'dist'];
/** What a build of another process makes and removes meanwhile. */
const BEING_BUILT = /[/\\]dist[/\\]\.(?:building-|lock)/;
const run = promisify(execFile);

/** Maintainer and home page for the test: the project has none, and a deb needs both. */
export const MAINTAINER = {
	author: { name: 'A Tester', email: 'tester@example.org' },
	homepage: 'https://example.org/',
};

/** Our configuration over the stub runtimes. */
const config = (runtimes: string, metadata: object) => `import base from './electron-builder.ts';
export default {
	...base,
	electronDist: ({ platformName }) => ${JSON.stringify(`${runtimes}/`)} + platformName,
	extraMetadata: ${JSON.stringify(metadata)},
};
`;

async function readVersion(path: string): Promise<string> {
	const manifest: { version: string } = JSON.parse(await readFile(path, 'utf8'));
	return manifest.version;
}

/** First bytes of a shared library: ELF, and Mach-O's two processors (the formats' own specifications). */
const LIBRARY = {
	'linux-x64': '7f454c4602010100000000000000000003003e00',
	'linux-arm64': '7f454c460201010000000000000000000300b700',
	'darwin-x64': 'cffaedfe0700000103000000060000000000000000000000',
	'darwin-arm64': 'cffaedfe0c00000100000000060000000000000000000000',
};

/** The modules of the project, and stand-ins of koffi for the machines that npm has not installed it for. */
async function linkModules(project: string): Promise<void> {
	const modules = join(project, 'node_modules');
	await mkdir(join(modules, '@koromix'), { recursive: true });
	for (const name of await readdir(join(ROOT, 'node_modules'))) {
		if (name !== '@koromix') await symlink(join(ROOT, 'node_modules', name), join(modules, name), 'junction');
	}
	const installed = await readdir(join(ROOT, 'node_modules/@koromix'));
	for (const name of installed) {
		await symlink(join(ROOT, 'node_modules/@koromix', name), join(modules, '@koromix', name), 'junction');
	}
	const { optionalDependencies }: { optionalDependencies: Record<string, string> } = JSON.parse(
		await readFile(join(ROOT, 'package.json'), 'utf8'),
	);
	for (const [machine, header] of Object.entries(LIBRARY)) {
		const name = `koffi-${machine}`;
		if (installed.includes(name)) continue;
		const folder = join(modules, '@koromix', name);
		await mkdir(join(folder, machine.replace('-', '_')), { recursive: true });
		const version = optionalDependencies[`@koromix/${name}`];
		await writeFile(join(folder, 'package.json'), JSON.stringify({ name: `@koromix/${name}`, version }));
		await writeFile(join(folder, machine.replace('-', '_'), 'koffi.node'), Buffer.from(header, 'hex'));
	}
}

/** A build leaves the files of the one before, which a running program may still load: a package is made without them. */
async function removeEarlierBuild(dist: string): Promise<void> {
	const { files }: { files: Record<string, string[]> } = JSON.parse(await readFile(join(dist, '.build.json'), 'utf8'));
	for (const [part, built] of Object.entries(files)) {
		const present = await filesUnder(join(dist, part));
		await Promise.all(present.filter((file) => !built.includes(file)).map((file) => rm(join(dist, part, file))));
	}
}

/** Paths of all files under a folder, relative to it, with forward slashes. */
export async function filesUnder(path: string): Promise<string[]> {
	const entries = await readdir(path, { withFileTypes: true, recursive: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(path.length + 1)
				.replaceAll(sep, '/'),
		)
		.toSorted();
}

export interface Project {
	readonly folder: string;
	/** Where packages and unpacked apps are. */
	readonly release: string;
	/** Of Wirebench. */
	readonly version: string;
	/** Runs electron-builder. Throws with its output when it fails. */
	pack(args: readonly string[], metadata?: object): Promise<void>;
	remove(): Promise<void>;
}

/** Copies the project with what is built, so that a concurrent build of another process is not packed half. */
export async function copyProject(): Promise<Project> {
	const above = await mkdtemp(join(tmpdir(), 'wirebench-package-'));
	const folder = join(above, 'project');
	const filter = (path: string) => !BEING_BUILT.test(path);
	for (const name of COPIED) await cp(join(ROOT, name), join(folder, name), { recursive: true, filter });
	await removeEarlierBuild(join(folder, 'dist'));
	await linkModules(folder);
	const runtimes = join(above, 'runtimes');
	await makeStubRuntimes(runtimes, await readVersion(join(ROOT, 'node_modules/electron/package.json')));
	await mkdir(join(above, 'tools'));
	const tools = await makeStubTools(join(above, 'tools'));
	return {
		folder,
		release: join(folder, 'release'),
		version: await readVersion(join(folder, 'package.json')),
		async pack(args, metadata = MAINTAINER) {
			await writeFile(join(folder, 'over-stubs.ts'), config(runtimes, metadata));
			const cli = join(ROOT, 'node_modules/electron-builder/cli.js');
			const all = [cli, ...args, '--publish', 'never', '--config', 'over-stubs.ts'];
			await run(process.execPath, all, { cwd: folder, env: { ...process.env, ...tools } }).catch(
				(error: { stdout?: string; stderr?: string }) => {
					throw new Error(`electron-builder failed.\n${error.stdout ?? ''}${error.stderr ?? ''}`, { cause: error });
				},
			);
		},
		remove: () => rm(above, { recursive: true, force: true }),
	};
}
