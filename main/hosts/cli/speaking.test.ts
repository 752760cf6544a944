import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { presets } from '../../../common/presets/index.ts';
import { cellsOf } from '../../../common/words/locale/cells.ts';
import { testFolder, wirebench } from './testing/cli.fixture.ts';
import { commandLines } from './testing/command-lines.fixture.ts';

const run = commandLines();

/** Three English words in a row, besides names of protocols and what is in quotation marks. */
function englishIn(text: string): string[] {
	const plain = text
		.replace(/"[^"]*"|Model Context Protocol|Test Anything Protocol|JSON Schema/g, '…')
		.replace(/\s+/g, ' ');
	return plain.match(/[a-z]{2,}(?: [a-z]{2,}){2,}/gi) ?? [];
}

const COMMANDS =
	'serve,listen,connect,proxy,send,ask,sequence,test,generate,run,mcp,workspace,workspace check,workspace schema,workspace new,workspace import,' +
	'export,show,diff,record,replay,probe,owner,doctor,presets,ca,interfaces,script-api,completions,help';

test.each(['zh_CN.UTF-8', 'zh_TW.UTF-8'])(
	'the help has no English left in %s, and its columns are aligned',
	async (lang) => {
		const helps = await Promise.all(
			[['--help'], ...COMMANDS.split(',').map((name) => ['help', ...name.split(' ')])].map((args) =>
				run(args, { LC_ALL: lang }),
			),
		);
		for (const { code, stdout } of helps) {
			expect(code).toBe(0);
			const [usage = '', ...lines] = stdout.split('\n');
			expect(usage).toMatch(/^用法：/);
			expect(englishIn(lines.join('\n'))).toEqual([]);
		}
		const listen = helps[2]?.stdout ?? '';
		const described = listen.split('\n').filter((line) => /^ {2}-/.test(line));
		const starts = described.map((line) => cellsOf(/^ {2}\S.*?\s{2,}/.exec(line)?.[0] ?? ''));
		expect(new Set(starts).size).toBe(1);
		expect(Math.max(...listen.split('\n').map(cellsOf))).toBeLessThanOrEqual(80);
	},
);

test.each([
	['zh_CN.UTF-8', 'TCP 服务器'],
	['zh_TW.UTF-8', 'TCP 伺服器'],
])('the presets are described in %s; their JSON is the same', async (lang, group) => {
	const [table, json, english] = [
		await run(['presets'], { LC_ALL: lang }),
		await run(['presets', '--json'], { LC_ALL: lang }),
		await run(['presets', '--json'], { LC_ALL: 'C' }),
	];
	expect(table.stdout).toContain(`${group}\n`);
	for (const { id } of presets) expect(table.stdout).toContain(`  ${id} `);
	expect(englishIn(table.stdout.replace(/“[^”]*”/g, '…'))).toEqual([]);
	expect(json.stdout).toBe(english.stdout);
});

test('a recording, what varies in it and its replay are described in the language of the run', async () => {
	const ends = ['\n', '\n', 'x'];
	const server = createServer((socket) => socket.end(`${new Date().toUTCString()}${ends.shift() ?? ''}`));
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const at = server.address();
	if (at === null || typeof at === 'string') throw new Error('The server has no port.');
	const capture = join(testFolder(), 'capture');
	const listen = ['connect', `tcp://127.0.0.1:${at.port}`, '--no-interactive', '--capture', capture];
	expect((await run(listen)).code).toBe(0);
	const record = await run(['record', capture, '--as', 'test', '--language', 'zh-Hans']);
	expect(record.stderr).toContain('HTTP 日期，即录制的时间（服务器；第 1 轮，字节 1）');
	const same = await run(['replay', capture, '--as', 'client', '--language', 'zh-Hant']);
	expect(same).toMatchObject({ code: 0, stderr: '' });
	expect(same.stdout).toMatch(/^相同：\d \/ \d 輪，傳送 0 位元組，接收 30 位元組，錄製 30 位元組\n$/);
	const other = await run(['replay', capture, '--as', 'client', '--language', 'zh-Hans']);
	server.close();
	expect(other.code).toBe(1);
	expect(other.stdout).toMatch(/第 1 轮与录制不同。\n {2}字节 29（0x1d）：期望 0a “.”，收到 78 “x”。\n/);
});

test('errors of the command line are in the language of the run, with the exit codes of English', async () => {
	const wrong = [
		[['listen'], "错误：缺少参数 'url'"],
		[['listen', 'tcp://127.0.0.1:0', '--nope'], "错误：未知选项 '--nope'\n（您是不是要用 --name？）"],
		[['lisen'], "错误：未知命令 'lisen'\n（您是不是要用 listen？）"],
		[['listen', 'a', 'b'], "错误：'listen' 的参数过多。应为 1 个，实际为 2 个：a, b。"],
		[['export', 'x'], "错误：未指定必需的选项 '--format <format>'"],
		[['export', 'x', '--format', 'y'], "错误：选项 '--format <format>' 的值 'y' 无效。可选值为 pcapng"],
		[['completions', 'x'], "错误：参数 'shell' 的值 'x' 无效。可选值为 bash, zsh, fish。"],
		[['serve', '--port', 'x'], "错误：选项 '--port <n>' 的值 'x' 无效。端口是 0 到 65535 的整数。"],
		[['serve', '--port'], "错误：选项 '--port <n>' 缺少值"],
		[['send', 'tcp://127.0.0.1:1', 'x', '--hex', '--escaped'], "错误：选项 '--hex' 不能与选项 '--escaped' 同时使用"],
		[['sequence', 'tcp://127.0.0.1:1', '--expect-regex', '('], '步骤 1：正则表达式无法编译：缺少右括号 )。'],
		[['decode', '/nope'], '/nope 无法读取：ENOENT。'],
		[['diff', 'a', 'b', '--ignore', 'x'], '“x”不是可忽略的范围：请写 FROM-TO、'],
		[['send', 'tcp://127.0.0.1:1', 'x', '--var', '1 x=2'], '应为 NAME=VALUE；'],
		[['connect', 'udp://127.0.0.1:9'], 'UDP 没有连接：请使用 "wirebench send udp://HOST:PORT TEXT"。'],
		[['listen', 'tcp://a:x'], '"tcp://a:x" 不是可用的地址：端口是 0 到 65535 的整数，而不是 "x"。'],
	] as const;
	for (const [args, text] of wrong) {
		const [{ code, stderr }, english] = await Promise.all([
			run(args, { LC_ALL: 'zh_CN.UTF-8' }),
			run(args, { LC_ALL: 'C' }),
		]);
		expect(stderr).toContain(text);
		expect([code, english.code]).toEqual([2, 2]);
	}
});

test('lines of events are in the language of the run; JSON is the same as in English', async () => {
	const server = createServer((socket) => socket.end('hello'));
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const at = server.address();
	if (at === null || typeof at === 'string') throw new Error('The server has no port.');
	const connect = ['connect', `tcp://127.0.0.1:${at.port}`, '--no-interactive'];
	const shape = (text: string) =>
		text
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line))
			.map((event) => ({ ...event, time: '', ...('local' in event ? { local: '' } : {}) }));
	const [chinese, json, english] = await Promise.all([
		run([...connect, '--language', 'zh-Hant'], { LC_ALL: 'C' }),
		run([...connect, '--json'], { LC_ALL: 'zh_CN.UTF-8' }),
		run([...connect, '--json'], { LC_ALL: 'C' }),
	]);
	server.close();
	expect(chinese.stdout).toContain(`#1 開啟，連到 127.0.0.1:${at.port}`);
	expect(chinese.stdout).toContain('#1 對端結束了其傳送方向');
	expect(chinese.stdout).toMatch(/收到 \d+ 個事件，儲存 \d+ 個，丟棄 0 個\n$/);
	expect(shape(json.stdout)).toEqual(shape(english.stdout));
});

test('the results of tests stand in columns in each language', async () => {
	const steps = ['--expect', 'hello', '--expect-end'];
	const server = createServer((socket) => socket.end('hello'));
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const at = server.address();
	if (at === null || typeof at === 'string') throw new Error('The server has no port.');
	const running = wirebench(['sequence', `tcp://127.0.0.1:${at.port}`, ...steps, '--language', 'zh-CN'], {
		env: { WIREBENCH_DATA: testFolder() },
	});
	expect(await running.exit()).toBe(0);
	server.close();
	expect(running.stdout()).toMatch(/^通过 .*\n(?:通过 .*\n)+通过：2 个步骤\n$/);
});

test('a reset is reported with its hint, and with the code of the system', async () => {
	const server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const at = server.address();
	if (at === null || typeof at === 'string') throw new Error('The server has no port.');
	const { code, stderr } = await run(['send', `tcp://127.0.0.1:${at.port}`, 'x'], { LC_ALL: 'zh_CN.UTF-8' });
	server.close();
	expect(code).toBe(1);
	expect(stderr).toMatch(/ECONNRESET \(104\): 127\.0\.0\.1:\d+ 重置了连接。对端的程序/);
});

test('the man page is in the language of the run, and breaks lines between Chinese characters', async () => {
	const { stdout } = await run(['help', '--man'], { LC_ALL: 'zh_TW.UTF-8' });
	expect(stdout).toContain('.SH \\[u540D]\\:\\[u7A31]\n');
	expect(stdout).toContain('.B wirebench workspace check\n');
});
