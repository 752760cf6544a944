import { expect, it } from 'vitest';
import { requireSandbox } from './sandbox-off.ts';

const started = (isPackaged: boolean, ...switches: readonly string[]) => ({
	isPackaged,
	commandLine: { hasSwitch: (name: string) => switches.includes(name) },
});

it('refuses a package without the sandbox, and says what to install', () => {
	expect(() => requireSandbox(started(true, 'no-sandbox'))).toThrow(/Install the deb there/);
});

it('accepts a package with the sandbox, and any switch in development', () => {
	requireSandbox(started(true, 'disable-gpu'));
	requireSandbox(started(false, 'no-sandbox'));
});
