import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileFor } from './apparmor.mjs';
import { whyNoDisplay, whyNoSandbox, whyNotThisUser } from './machine.mjs';

let root = '';
let executable = '';
const put = (file: string, text: string): void => {
	mkdirSync(dirname(join(root, file)), { recursive: true });
	writeFileSync(join(root, file), text);
};
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'wirebench-machine-'));
	executable = join(root, 'home/ann/my wirebench/node_modules/electron/dist/electron');
	put('home/ann/my wirebench/node_modules/electron/dist/electron', '');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const linux = () => ({ root, platform: 'linux' });
const RESTRICTED = 'proc/sys/kernel/apparmor_restrict_unprivileged_userns';

describe('the display', () => {
	it('is there on Linux when X or Wayland reports one', () => {
		expect(whyNoDisplay({ env: {}, platform: 'linux' })).toContain('DISPLAY');
		expect(whyNoDisplay({ env: { DISPLAY: ':0' }, platform: 'linux' })).toBeUndefined();
		expect(whyNoDisplay({ env: { WAYLAND_DISPLAY: 'wayland-0' }, platform: 'linux' })).toBeUndefined();
		expect(whyNoDisplay({ env: {}, platform: 'win32' })).toBeUndefined();
		expect(whyNoDisplay({ env: {}, platform: 'darwin' })).toBeUndefined();
		expect(whyNoDisplay({ env: { SSH_CONNECTION: 'somewhere' }, platform: 'darwin' })).toContain('SSH');
	});
});

describe('the user', () => {
	it('is any but root on Linux', () => {
		expect(whyNotThisUser({ platform: 'linux', uid: 0 })).toContain('ordinary user');
		expect(whyNotThisUser({ platform: 'linux', uid: 1000 })).toBeUndefined();
		expect(whyNotThisUser({ platform: 'darwin', uid: 0 })).toBeUndefined();
		expect(whyNotThisUser({ platform: 'win32', uid: undefined })).toBeUndefined();
	});
});

describe('the sandbox', () => {
	it('works where no setting restricts user namespaces', () => {
		expect(whyNoSandbox(linux(), executable)).toBeUndefined();
		put(RESTRICTED, '0\n');
		put('proc/sys/kernel/unprivileged_userns_clone', '1\n');
		expect(whyNoSandbox(linux(), executable)).toBeUndefined();
	});

	it.each(['kernel/unprivileged_userns_clone', 'user/max_user_namespaces'])(
		'is not possible where %s is 0',
		(setting) => {
			put(`proc/sys/${setting}`, '0\n');
			expect(whyNoSandbox(linux(), executable)?.why).toContain(setting.replace('/', '.'));
			expect(whyNoSandbox({ root, platform: 'darwin' }, executable)).toBeUndefined();
		},
	);

	it('needs a profile on Ubuntu, and shows its text', () => {
		put(RESTRICTED, '1\n');
		const found = whyNoSandbox(linux(), executable);
		expect(found?.why).toContain('AppArmor');
		expect(found?.advice).toContain(profileFor('wirebench-electron', executable));
		expect(found?.advice).toContain('sudo apparmor_parser --replace /etc/apparmor.d/wirebench-electron');
	});

	it.runIf(process.getuid?.() === 0)('works with a setuid helper of root', () => {
		put(RESTRICTED, '1\n');
		const helper = join(dirname(executable), 'chrome-sandbox');
		writeFileSync(helper, '');
		expect(whyNoSandbox(linux(), executable)).toBeDefined();
		chmodSync(helper, 0o4755);
		expect(whyNoSandbox(linux(), executable)).toBeUndefined();
	});
});

describe('a profile of AppArmor', () => {
	beforeEach(() => put(RESTRICTED, '1\n'));
	const works = (text: string): boolean => {
		put('etc/apparmor.d/some', text);
		return whyNoSandbox(linux(), executable) === undefined;
	};
	const permitting = (header: string, rule = 'userns,'): string => `abi <abi/4.0>,\n${header} {\n  ${rule}\n}\n`;

	it('is recognised by its own text', () => {
		expect(works(profileFor('wirebench-electron', executable))).toBe(true);
	});

	it('is for a program behind a symbolic link too', () => {
		put('etc/apparmor.d/some', profileFor('wirebench-electron', executable));
		const link = join(root, 'link');
		symlinkSync(dirname(executable), link);
		expect(whyNoSandbox(linux(), join(link, 'electron'))).toBeUndefined();
	});

	it('escapes what would be a pattern', () => {
		const odd = join(root, 'a[b]*{c,d}?/electron');
		put('a[b]*{c,d}?/electron', '');
		put('etc/apparmor.d/some', profileFor('odd', odd));
		expect(whyNoSandbox(linux(), odd)).toBeUndefined();
		put('abX{c,d}X/electron', '');
		expect(whyNoSandbox(linux(), join(root, 'abX{c,d}X/electron'))).toBeDefined();
	});

	it.each([
		['a glob over folders', 'profile any /**/node_modules/electron/dist/electron flags=(unconfined)'],
		['a path as its name', '/**/electron'],
		[
			'a quoted path',
			'profile "with a name" "/**/my wirebench/node_modules/electron/dist/electron" flags=(unconfined)',
		],
		['alternatives', 'profile e /**/{electron,chrome}'],
		['a class of characters', 'profile e /**/[a-f]lectron'],
		['flags without their name', '/**/electron (unconfined)'],
	])('is recognised by %s', (_name, header) => {
		expect(works(permitting(header))).toBe(true);
		expect(works(permitting(header, 'allow userns create,'))).toBe(true);
		expect(works(permitting(header, 'all,'))).toBe(true);
	});

	it('uses variables of its file and of the tunables', () => {
		put('etc/apparmor.d/tunables/home.d/site', `@{HOMEDIRS}+=${root}/home/\n`);
		put('etc/apparmor.d/tunables/home', '# homes\n@{HOME}=@{HOMEDIRS}/*/ /root/\n@{HOMEDIRS}=/home/\n');
		expect(works(permitting('profile e @{HOME}/**/electron'))).toBe(true);
		expect(works(`@{exec} = /opt/x "${executable}"\n${permitting('profile e @{exec}')}`)).toBe(true);
		expect(works(permitting('profile e @{unknown}/**'))).toBe(false);
		expect(works(`@{loop} = @{loop}/x\n${permitting('profile e @{loop}')}`)).toBe(false);
	});

	it.each([
		['for another program', permitting('profile chrome /opt/google/chrome/chrome')],
		['without the rule', permitting('profile e /**/electron', 'network,')],
		['with the rule in a comment', permitting('profile e /**/electron', '# userns,')],
		['that denies it', permitting('profile e /**/electron', 'deny userns,')],
		['whose glob ends at a folder', permitting('profile e /*/electron')],
		['whose neighbour has the rule', `profile e /**/electron {\n  network,\n}\n${permitting('profile f /f')}`],
		['that is a comment', '#profile e /**/electron {\n#  userns,\n#}\n'],
	])('does not count %s', (_name, text) => {
		expect(works(text)).toBe(false);
	});

	it('does not count when it is disabled', () => {
		expect(works(permitting('/**/electron'))).toBe(true);
		put('etc/apparmor.d/disable/some', '');
		expect(whyNoSandbox(linux(), executable)).toBeDefined();
	});
});
