import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the packages are collected before electron-builder copies them: a folder for each Linux processor, one for macOS. */
export const KOFFI_FOLDER = 'dist/koffi';

/** An entry of package-lock.json. */
interface Locked {
	readonly version: string;
	readonly integrity: string;
	readonly resolved?: string;
}

async function readJson<T>(...path: readonly string[]): Promise<T> {
	return JSON.parse(await readFile(join(...path), 'utf8'));
}

async function lockedPackage(project: string, name: string): Promise<Locked> {
	const { packages } = await readJson<{ packages: Record<string, Locked> }>(project, 'package-lock.json');
	const locked = packages[`node_modules/${name}`];
	if (locked === undefined) throw new Error(`package-lock.json has no ${name}, which the package needs.`);
	return locked;
}

/** Whether npm has installed this version of the package: it installs only that of its own machine. */
async function isInstalled(project: string, name: string, { version }: Locked): Promise<boolean> {
	try {
		const installed = await readJson<{ version: string }>(project, 'node_modules', name, 'package.json');
		return installed.version === version;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
		throw error;
	}
}

/**
 * Lets npm install one locked package of another machine into a folder. npm checks its integrity.
 * @throws Error with npm's own words
 */
async function install(folder: string, name: string, locked: Locked): Promise<void> {
	const { version, integrity, resolved } = locked;
	const dependencies = { [name]: version };
	const manifest = { name: 'wirebench-native-code', version: '0.0.0', private: true, dependencies };
	const lock = {
		...manifest,
		lockfileVersion: 3,
		// Without the entry's `os` and `cpu`, by which npm would refuse it on this machine.
		packages: { '': manifest, [`node_modules/${name}`]: { version, integrity, resolved } },
	};
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
	await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock));
	const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
	await run('npm', args, { cwd: folder, shell: process.platform === 'win32' }).catch((error: { stderr?: string }) => {
		throw new Error(
			`npm could not install ${name} ${version}, which the package needs. Check the network and the registry.\n` +
				(error.stderr ?? ''),
			{ cause: error },
		);
	});
}

/**
 * Puts koffi for a platform and processor into a folder, as `koffi-PLATFORM-ARCH`: the installed one, or else the one
 * that package-lock.json names, installed by npm. Without the build for musl, which Electron does not run on.
 * @param project folder of package.json, package-lock.json and node_modules
 */
export async function provideKoffi(project: string, platform: string, arch: string, target: string): Promise<void> {
	const name = `@koromix/koffi-${platform}-${arch}`;
	const locked = await lockedPackage(project, name);
	const place = join(target, `koffi-${platform}-${arch}`);
	await rm(place, { recursive: true, force: true });
	const copyFrom = (modules: string) =>
		cp(join(modules, name), place, {
			recursive: true,
			dereference: true,
			filter: (source) => !basename(source).startsWith('musl_'),
		});
	if (await isInstalled(project, name, locked)) {
		await copyFrom(join(project, 'node_modules'));
		return;
	}
	const folder = await mkdtemp(join(tmpdir(), 'wirebench-koffi-'));
	try {
		await install(folder, name, locked);
		await copyFrom(join(folder, 'node_modules'));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
