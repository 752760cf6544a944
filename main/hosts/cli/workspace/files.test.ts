import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { presets } from '../../../../common/presets/index.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebench-workspace-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = commandLines();
const published = readFileSync(new URL('../../../../docs/workspace.schema.json', import.meta.url), 'utf8');

function file(name: string, content: unknown): string {
	const path = join(folder, name);
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
}

const server = { id: 'a', kind: 'tcp-server', name: 'one', port: 1 };
const rule = { match: { type: 'regex', pattern: 'a(' } };

it('check names every problem with its path and endpoint, and keys that nobody knows', async () => {
	const broken = file('broken.wirebench.json', {
		wirebench: 1,
		name: '',
		endpoints: [
			{ ...server, prot: 9000, responder: { rules: [rule] } },
			{ ...server, name: 'two', port: 70000 },
			{ id: 'c', kind: 'tcp-proxy', name: 'three', port: 2 },
		],
	});
	const { code, stdout } = await run(['workspace', 'check', broken]);
	expect(code).toBe(EXIT.usage);
	expect(stdout.replaceAll(`${broken}: `, '').trim().split('\n')).toEqual([
		'name: Give it a name.',
		'endpoints[1].port: A port is a whole number from 0 to 65535. (endpoint two)',
		'endpoints[2].target: It is missing: an object. (endpoint three)',
		'endpoints[1].id: The id a is used twice. (endpoint two)',
		expect.stringMatching(/^endpoints\[0\]\.responder\.rules\[0\]\.match\.pattern: .+ \(endpoint one\)$/),
		'endpoints[0].prot: Wirebench does not know this key. (endpoint one) It is kept; check its spelling.',
		`${broken} cannot be used: 5 problems.`,
	]);

	const hans = await run(['workspace', 'check', broken], { LC_ALL: 'zh_CN.UTF-8' });
	expect(hans.code).toBe(EXIT.usage);
	expect(hans.stdout.replaceAll(`${broken}: `, '').trim().split('\n')).toEqual([
		'name：请输入名称。',
		'endpoints[1].port：（端点 two）端口是 0 到 65535 的整数。',
		'endpoints[2].target：（端点 three）缺少：对象。',
		expect.stringMatching(/^endpoints\[1\]\.id：（端点 two）.*a.*。$/),
		expect.stringMatching(/^endpoints\[0\]\.responder\.rules\[0\]\.match\.pattern：（端点 one）.+$/),
		expect.stringMatching(/^endpoints\[0\]\.prot：（端点 one）.+。它会被保留；请检查拼写。$/),
		`${broken} 无法使用：5 个问题。`,
	]);
	const [english, hant] = await Promise.all(
		['C', 'zh_TW.UTF-8'].map((lang) => run(['workspace', 'check', broken, '--json'], { LC_ALL: lang })),
	);
	expect(hant).toEqual(english);
});

it('check says where a file stops being JSON, in the language of the run', async () => {
	const cut = file('cut.wirebench.json', '{ "wirebench": 1,');
	const newer = file('newer.wirebench.json', { wirebench: 99 });
	const of = async (path: string, lang: string) => (await run(['workspace', 'check', path], { LC_ALL: lang })).stdout;
	expect(await of(cut, 'C')).toContain('The file is not JSON: look at ');
	expect(await of(cut, 'zh_CN.UTF-8')).toMatch(/JSON.*1.*18/);
	expect(await of(newer, 'zh_TW.UTF-8')).toMatch(/Wirebench.*99/);
});

it('check exits with 0 for files that are fine, and with 2 if one of several is not', async () => {
	const fine = file('fine.wirebench.json', {
		wirebench: 1,
		later: true,
		endpoints: [server],
		payloads: [{ name: 'hi', format: 'text', text: 'hi' }],
		tests: [{ name: 'hi', client: { kind: 'udp', name: 'u', remote: { host: '127.0.0.1', port: 9 } }, steps: [] }],
	});
	const good = await run(['workspace', 'check', fine, '--json']);
	expect({ ...good, stdout: JSON.parse(good.stdout) }).toEqual({
		code: EXIT.done,
		stderr: '',
		stdout: {
			file: fine,
			ok: true,
			endpoints: 1,
			payloads: 1,
			tests: 1,
			findings: [{ severity: 'warning', path: 'later', message: 'Wirebench does not know this key.' }],
		},
	});
	const said = await run(['workspace', 'check', fine]);
	expect(said.stdout).toContain(`${fine} is fine: 1 endpoint, 1 payload, 1 test.\n`);
	const notJson = file('not.json', '{\n"wirebench": 1,\n}');
	const newer = file('newer.json', { wirebench: 2 });
	const missing = join(folder, 'missing.json');
	const all = await run(['workspace', 'check', '--json', notJson, newer, fine, missing]);
	expect(all.code).toBe(EXIT.usage);
	const reports = all.stdout
		.trim()
		.split('\n')
		.map((line): unknown => JSON.parse(line));
	expect(reports).toMatchObject([
		{ ok: false, findings: [{ message: 'The file is not JSON: look at line 3, column 1.' }] },
		{ ok: false, findings: [{ message: expect.stringContaining('newer Wirebench (format 2') }] },
		{ ok: true },
		{ ok: false, findings: [{ message: expect.stringContaining('missing.json cannot be read: ') }] },
	]);
});

it('new writes a file that check accepts, with its schema beside it, and replaces nothing', async () => {
	const target = join(folder, 'demo.wirebench.json');
	const schema = join(folder, 'wirebench.schema.json');
	const ids = presets.map(({ id }) => id);
	expect(await run(['workspace', 'new', '-o', target, '--preset', ...ids])).toMatchObject({ code: EXIT.done });
	expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({
		$schema: './wirebench.schema.json',
		wirebench: 1,
		name: 'demo',
	});
	expect(readFileSync(schema, 'utf8')).toBe(published);
	const checked = await run(['workspace', 'check', target]);
	expect(checked).toMatchObject({ code: EXIT.done, stdout: `${target} is fine: ${ids.length} endpoints.\n` });

	const again = await run(['workspace', 'new', '-o', target]);
	expect(again).toMatchObject({ code: EXIT.failed, stderr: expect.stringContaining('--force') });
	writeFileSync(schema, 'of another version');
	const forced = await run(['workspace', 'new', '-o', target, '--force', '--name', 'Other']);
	expect(forced).toMatchObject({ code: EXIT.done, stderr: expect.stringContaining('is of another version') });
	expect(readFileSync(target, 'utf8')).toContain('"name": "Other"');
	expect(readFileSync(schema, 'utf8')).toBe('of another version');
	expect(await run(['workspace', 'schema', '-o', schema, '--force'])).toMatchObject({ code: EXIT.done });
	expect(readFileSync(schema, 'utf8')).toBe(published);

	expect(await run(['workspace', 'new', '--preset', 'nope'])).toMatchObject({ code: EXIT.usage });
	expect(await run(['workspace', 'new', '-o', join(folder, 'no', 'x.json')])).toMatchObject({ code: EXIT.output });
	expect(existsSync(join(folder, 'no'))).toBe(false);
});

it('check reports of the structures of a workspace what `structure check` reports of each', async () => {
	const wrong = {
		structure: 1,
		id: 'mine',
		title: 'Mine',
		fields: [
			{ type: 'u8', name: 'n' },
			{ type: 'bytes', name: 'b', length: 'n + + m' },
			{ type: 'struct', name: 's', of: 'none' },
		],
	};
	const alone = file('mine.json', wrong);
	const whole = file('mine.wirebench.json', {
		wirebench: 1,
		endpoints: [],
		structures: [{ ...wrong, id: 'fine', fields: wrong.fields.slice(0, 1) }, wrong],
	});
	const twice = file('twice.wirebench.json', {
		wirebench: 1,
		structures: [
			{ ...wrong, fields: wrong.fields.slice(0, 1) },
			{ ...wrong, fields: wrong.fields.slice(0, 1) },
		],
	});
	for (const lang of ['C', 'zh_CN.UTF-8', 'zh_TW.UTF-8']) {
		const structure = await run(['structure', 'check', alone], { LC_ALL: lang });
		const { code, stdout } = await run(['workspace', 'check', whole], { LC_ALL: lang });
		const lines = (text: string) => text.trim().split('\n').slice(0, -1);
		const own = lines(structure.stdout).map((line) => line.replace(`${alone}: `, ''));
		expect(own.length).toBeGreaterThan(1);
		expect(lines(stdout).map((line) => line.replace(`${whole}: structures[1].`, ''))).toEqual(own);
		expect(code).toBe(EXIT.usage);
	}
	const json = await run(['workspace', 'check', whole, '--json']);
	const { findings } = JSON.parse((await run(['structure', 'check', alone, '--json'])).stdout);
	expect(JSON.parse(json.stdout).findings).toEqual(
		findings.map(({ path, ...one }: { path: string }) => ({ ...one, path: `structures[1].${path}` })),
	);
	const hans = await run(['workspace', 'check', twice, '--language', 'zh-Hans']);
	expect(hans.stdout).toMatch(/: structures\[1\]\.id：.*mine.*。\n/);
});

it('why a file cannot be read is in the language of the run; JSON is that of English', async () => {
	const broken = file('mine.broken', '');
	for (const command of ['workspace', 'structure']) {
		const args = [command, 'check', folder, join(folder, 'none'), broken];
		const [hans, json, english] = await Promise.all([
			run(args, { LC_ALL: 'zh_CN.UTF-8' }),
			run([...args, '--json'], { LC_ALL: 'zh_CN.UTF-8' }),
			run([...args, '--json'], { LC_ALL: 'C' }),
		]);
		expect(hans.stdout).toContain(`${folder} 无法读取：它是文件夹。\n`);
		expect(hans.stdout).toContain('none 无法读取：ENOENT。\n');
		expect(hans.stdout.replaceAll(folder, '')).not.toMatch(/[a-z]{3,} [a-z]{2,}/);
		expect(json).toEqual(english);
		expect(json.stdout).toContain('cannot be read: it is a folder.');
	}
});

it('new and schema print without a file', async () => {
	const { stdout } = await run(['workspace', 'new']);
	expect(stdout).toBe('{\n  "$schema": "./wirebench.schema.json",\n  "wirebench": 1\n}\n');
	expect((await run(['workspace', 'schema'])).stdout).toBe(published);
});

it('import writes a workspace that check accepts, and reports what could not be taken over', async () => {
	const lines = file(
		'lines.sh',
		'nc -l 127.0.0.1 9000\nsocat TCP-LISTEN:9001,fork,bind=127.0.0.1 TCP:localhost:9000\n',
	);
	const packet = { name: 'hello', hexstring: '68 69', toip: '127.0.0.1', port: '9000', tcporudp: 'TCP', repeat: 2 };
	const target = join(folder, 'imported.wirebench.json');
	const args = ['workspace', 'import', lines, file('packets.json', [packet]), '--command', 'curl -F a=b http://h/'];
	const made = await run([...args, '-o', target]);
	expect(made.code, made.stderr).toBe(EXIT.done);
	expect(made.stderr).toContain('hello: it is sent every 2 s there');
	expect(made.stderr).toContain('curl h: --form was left out.');
	expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({
		name: 'imported',
		endpoints: [
			{ id: 'e1', kind: 'tcp-server', port: 9000 },
			{ id: 'e2', kind: 'tcp-proxy', port: 9001 },
			{ id: 'e3', kind: 'tcp-client', port: 9000 },
			{ id: 'e4', kind: 'tcp-client', host: 'h', port: 80 },
		],
		payloads: [{ name: 'hello', format: 'hex', text: '68 69' }, { name: 'GET /' }],
	});
	expect(await run(['workspace', 'check', target])).toMatchObject({ code: EXIT.done });
	const commands = ['nc -l 9000', 'socat TCP-LISTEN:1,su=x VSOCK:1:2', 'curl -u a:b http://h/ > out', 'curl tcp:1'];
	const given = [...args, ...commands.flatMap((line) => ['--command', line]), '-o', '-'];
	const [hans, hant] = await Promise.all(
		['zh_CN.UTF-8', 'zh_TW.UTF-8'].map((lang) => run(given, { LC_ALL: lang }).then(({ stderr }) => stderr)),
	);
	expect(hans).toContain('hello：原设置每 2 s 发送一次；请在发送时选择重复方式。');
	expect(hans).toContain('curl h：--form 已略去。\n');
	expect(hant).toContain('nc -l 9000：原命令監聽所有網路介面，此處監聽 127.0.0.1。\n');
	for (const line of `${hans}${hant}`.trim().split('\n'))
		expect(line).toMatch(
			/(?:已略去|选择重复方式|Authorization 头|127\.0\.0\.1|選擇重複方式|Authorization 標頭|标头)。$/,
		);

	const both = file('both.json', {
		wirebench: 1,
		endpoints: [
			{ ...server, id: 'e1', name: 'curl h', later: 'not known today' },
			{ id: 'e2', kind: 'unix-server', name: 'unix', path: 'lab.sock' },
		],
		variables: { who: 'Ann' },
	});
	mkdirSync(join(folder, 'sub'));
	const more = join(folder, 'sub', 'more.wirebench.json');
	const merged = await run(['workspace', 'import', both, target, target, '-o', more, '--command', 'curl http://h/']);
	expect(merged, merged.stderr).toMatchObject({ code: EXIT.done });
	const all = JSON.parse(readFileSync(more, 'utf8'));
	expect(all).toMatchObject({ name: 'more', variables: { who: 'Ann' } });
	expect(all.endpoints.map(({ name }: { name: string }) => name)).toEqual([
		'curl h',
		'curl h 2',
		'unix',
		...JSON.parse(readFileSync(target, 'utf8'))
			.endpoints.slice(0, 3)
			.map(({ name }: { name: string }) => name),
	]);
	// What this version does not know comes along, and a relative path goes on meaning the same file.
	expect(all.endpoints.slice(1, 3)).toMatchObject([{ later: 'not known today' }, { path: '../lab.sock' }]);
	expect(await run(['workspace', 'check', more])).toMatchObject({ code: EXIT.done });
	const newer = await run(['workspace', 'import', file('x.json', { wirebench: 2 })]);
	expect(newer).toMatchObject({ code: EXIT.usage, stderr: expect.stringContaining('newer Wirebench (format 2') });

	const text = file('text.txt', 'neither of them');
	for (const bad of [[text], ['/nowhere/x'], [], ['--command', 'wget http://h']]) {
		const { code, stdout, stderr } = await run(['workspace', 'import', ...bad]);
		expect({ code, stdout }, bad.join(' ')).toEqual({ code: EXIT.usage, stdout: '' });
		expect(stderr).toMatch(/^.+\.\n$/);
	}
});
