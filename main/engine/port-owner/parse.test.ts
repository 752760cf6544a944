import { describe, expect, test } from 'vitest';
import { parseLsof } from './lsof.ts';
import { parseProcNet } from './proc-net.ts';
import { parseWindowsJson, windowsScript } from './windows-json.ts';

test('/proc/net is read: addresses of both families, ports, states, users and inodes', () => {
	const table = [
		'  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
		'   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0000000000000000 100 0 0 10 0',
		'   1: 00000000000000000000000001000000:0016 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 42 1 0',
		'   2: 0000000000000000FFFF00000100007F:0050 00000000000000000000000000000000:0000 01 00000000:00000000 00:00000000 00000000     0        0 43 1 0',
		'   3: 0100007F:0051 0100007F:E66E 06 00000000:00000000 03:0000176A 00000000     0        0 0 3 0',
		'',
	].join('\n');
	expect(parseProcNet(table)).toMatchObject([
		{ address: '127.0.0.1', port: 8080, state: '0A', uid: 1000, inode: '4711' },
		{ address: '::1', port: 22, state: '0A', uid: 0, inode: '42' },
		{ address: '127.0.0.1', port: 80, state: '01', uid: 0, inode: '43', goneInMs: undefined },
		{ address: '127.0.0.1', port: 81, state: '06', uid: 0, inode: '0', goneInMs: 59_940 },
	]);
});

test('lsof output is parsed: a process with several files, and another', () => {
	const output = [
		'p12',
		'cpython3',
		'Lann',
		'f3',
		'n127.0.0.1:8080',
		'f4',
		'n[::1]:8080',
		'p99',
		'cnode',
		'Lbob',
		'f20',
		'n*:8080',
		'',
	];
	expect(parseLsof(output.join('\n'))).toEqual([
		{ address: '127.0.0.1', port: 8080, pid: 12, process: 'python3', user: 'ann' },
		{ address: '::1', port: 8080, pid: 12, process: 'python3', user: 'ann' },
		{ address: '0.0.0.0', port: 8080, pid: 99, process: 'node', user: 'bob' },
	]);
});

describe('PowerShell', () => {
	const one = { LocalAddress: '0.0.0.0', LocalPort: 8080, OwningProcess: 4, ProcessName: 'System' };

	test('prints nothing, one object, or a list', () => {
		const owner = { address: '0.0.0.0', port: 8080, pid: 4, process: 'System' };
		expect(parseWindowsJson('\r\n')).toEqual([]);
		expect(parseWindowsJson(JSON.stringify(one))).toEqual([owner]);
		expect(parseWindowsJson(JSON.stringify([one, { ...one, ProcessName: null }]))).toEqual([
			owner,
			{ address: '0.0.0.0', port: 8080, pid: 4 },
		]);
		expect(() => parseWindowsJson('{"LocalPort":1}')).toThrow();
	});

	test('is queried with the protocol and the port', () => {
		expect(windowsScript('tcp', 80)).toContain('Get-NetTCPConnection -State Listen -LocalPort 80');
		expect(windowsScript('udp', 53)).toContain('Get-NetUDPEndpoint -LocalPort 53');
	});
});

test("/proc/net/udp: a socket's drops", () => {
	const row =
		'  53: 0100007F:2328 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 4712 2 0000000000000000 81';
	expect(parseProcNet(`head\n${row}\n`)).toMatchObject([{ address: '127.0.0.1', port: 9000, drops: 81 }]);
});
