import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

interface Line {
	readonly check: string;
	readonly state: string;
	readonly detail?: string;
}

function linesOf(output: string): Line[] {
	return output
		.trimEnd()
		.split('\n')
		.map((line): Line => JSON.parse(line));
}

describe('wirebench doctor', () => {
	it('prints a line for each check, then their sum', async () => {
		const doctor = wirebench(['doctor', '--tls']);
		expect(await doctor.exit(), doctor.stdout()).toBe(0);
		const lines = doctor.stdout().trimEnd().split('\n');
		expect(lines[0]).toMatch(/^ok {13}runtime and TLS library \(Node \d+\.\d+\.\d+, OpenSSL \d+\.\S+\)$/);
		expect(lines).toContainEqual(
			expect.stringMatching(/^ok {13}TLS 1\.3: handshake and a message each way \(TLS_\w+\)$/),
		);
		expect(lines.at(-1)).toBe(`${lines.length - 1} checks: ${lines.length - 1} ok, 0 not supported here, 0 failed`);
		expect(doctor.stderr()).toBe('');
	});

	it.each([
		[
			'zh_CN.UTF-8',
			/^正常 {4}运行环境和 TLS 库（Node \d+\.\d+\.\d+，?/,
			/^(\d+) 项检查：\1 项正常，0 项此处不支持，0 项失败$/,
		],
		['zh_TW.UTF-8', /^正常 {4}執行環境和 TLS 程式庫（Node/, /^(\d+) 項檢查：\1 項正常，0 項此處不支援，0 項失敗$/],
	])('speaks the language of %s', async (lang, first, last) => {
		const { code, stdout, stderr } = await run(['doctor', '--tls'], { LC_ALL: lang });
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		const lines = stdout.trimEnd().split('\n');
		expect(lines[0]).toMatch(first);
		expect(lines.at(-1)).toMatch(last);
		// Besides what the certificates say.
		expect(
			lines
				.map((line) => line.replace(/"[^"]*"|“[^”]*”/g, ''))
				.filter((line) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(line)),
		).toEqual([]);
	});

	it('reports what the library cannot do, and fails for what must work', async () => {
		// No key of less than 256 bits of security, which ours have not.
		const config = join(testFolder(), 'openssl.cnf');
		writeFileSync(
			config,
			[
				'nodejs_conf = start',
				'[start]',
				'ssl_conf = ssl',
				'[ssl]',
				'system_default = default',
				'[default]',
				'CipherString = DEFAULT:@SECLEVEL=5',
			].join('\n'),
		);
		const doctor = wirebench(['doctor', '--json'], { env: { OPENSSL_CONF: config } });
		expect(await doctor.exit()).toBe(1);
		const found = linesOf(doctor.stdout());
		const states = new Map(found.map((one) => [one.check, one.state]));
		expect(states.get('tls.library')).toBe('ok');
		expect(states.get('tls.version.TLSv1.2')).toBe('failed');
		expect(states.get('tls.cipher.AES128-SHA')).toBe('unsupported');
		expect(found.find(({ check }) => check === 'tls.version.TLSv1.2')?.detail).toContain('ERR_SSL_EE_KEY_TOO_SMALL');
	});

	it('refuses other options', async () => {
		expect(await wirebench(['doctor', '--nope']).exit()).toBe(2);
	});
});
