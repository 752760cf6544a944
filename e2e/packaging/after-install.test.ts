/** What the deb does as root after it was unpacked, in a folder in place of the system and with stand-ins of the system's programs. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from './project.ts';

const run = promisify(execFile);
const PROFILE = 'profile of the test';
let system: string;

/** A program of the system: it notes its arguments, and ends with this code. */
async function program(name: string, code: number): Promise<void> {
	const path = join(system, 'bin', name);
	await writeFile(path, `#!/bin/sh\necho "${name} $*" >>"${system}/calls"\nexit ${code}\n`, { mode: 0o755 });
}

/** Runs the script as dpkg does, with each path of the system inside the folder. Returns the calls of programs. */
async function install(): Promise<string[]> {
	const template = await readFile(join(ROOT, 'packaging/linux/after-install.tpl'), 'utf8');
	const macros: Readonly<Record<string, string>> = { executable: 'wirebench', sanitizedProductName: 'Wirebench' };
	const script = template
		.replaceAll(/\$\{(\w+)\}/g, (macro, name: string) => macros[name] ?? macro)
		.replaceAll(/(?<=['" ])\/(opt|usr\/bin|etc)\//g, `${system}/$1/`);
	expect(script).not.toContain('${');
	await writeFile(join(system, 'postinst'), script);
	await run('bash', [join(system, 'postinst')], { env: { PATH: `${system}/bin:/usr/bin:/bin` } });
	return (await readFile(join(system, 'calls'), 'utf8')).trim().split('\n');
}

const helperMode = async () => ((await stat(join(system, 'opt/Wirebench/chrome-sandbox'))).mode & 0o7777).toString(8);
const installedProfile = () => readFile(join(system, 'etc/apparmor.d/wirebench'), 'utf8');

beforeEach(async () => {
	system = await mkdtemp(join(tmpdir(), 'wirebench-deb-'));
	for (const path of ['bin', 'usr/bin', 'etc/apparmor.d', 'opt/Wirebench/resources']) {
		await mkdir(join(system, path), { recursive: true });
	}
	await writeFile(join(system, 'opt/Wirebench/chrome-sandbox'), '');
	await chmod(join(system, 'opt/Wirebench/chrome-sandbox'), 0o755);
	await writeFile(join(system, 'opt/Wirebench/resources/apparmor-profile'), PROFILE);
	for (const name of [
		'apparmor_status',
		'apparmor_parser',
		'setpriv',
		'update-mime-database',
		'update-desktop-database',
	]) {
		await program(name, 0);
	}
	// As where the package dpkg is older: then the command is a link.
	await program('update-alternatives', 1);
});

afterEach(() => rm(system, { recursive: true, force: true }));

describe.skipIf(process.platform !== 'linux')('a deb, when it is installed', () => {
	it('loads the AppArmor profile, for Ubuntu 24.04', async () => {
		const calls = await install();
		expect(await installedProfile()).toBe(PROFILE);
		expect(calls).toContain(
			`apparmor_parser --replace --write-cache --skip-read-cache ${system}/etc/apparmor.d/wirebench`,
		);
	});

	it('leaves the profile out where AppArmor does not understand it, and succeeds', async () => {
		await program('apparmor_parser', 1);
		await install();
		await expect(installedProfile()).rejects.toThrow('ENOENT');
	});

	it('leaves the profile out where there is no AppArmor', async () => {
		await program('apparmor_status', 1);
		const calls = await install();
		await expect(installedProfile()).rejects.toThrow('ENOENT');
		expect(calls.filter((call) => call.startsWith('apparmor_parser'))).toEqual([]);
	});

	it('tries a user namespace as an ordinary user, and needs no setuid helper where that works', async () => {
		expect(await install()).toContain('setpriv --reuid=65534 --regid=65534 --clear-groups unshare --user true');
		expect(await helperMode()).toBe('755');
	});

	it('makes the helper setuid where an ordinary user has no user namespace', async () => {
		await program('setpriv', 1);
		await install();
		expect(await helperMode()).toBe('4755');
	});

	it('puts the command into the path, and makes the file types known', async () => {
		const calls = await install();
		expect(await readlink(join(system, 'usr/bin/wirebench'))).toBe(join(system, 'opt/Wirebench/wirebench'));
		expect(calls).toEqual(expect.arrayContaining([expect.stringContaining('update-mime-database')]));
	});
});
