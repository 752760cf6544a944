import { expect, test } from 'vitest';
import { peerInLsof } from '../port-owner/lsof.ts';
import { darwinQueue, unixQueue } from './accept-queues.ts';
import { parseConnectionInfo } from './connection-info.ts';
import { parseTcpInfo } from './tcp-info.ts';

test('TCP_INFO of an older kernel is shorter: what it lacks is absent, and what was not measured', () => {
	const info = Buffer.alloc(104);
	info.writeUInt8(1, 0);
	info.writeUInt8(2, 2);
	info.writeUInt32LE(204_000, 8);
	info.writeUInt32LE(0x7fffffff, 76);
	info.writeUInt32LE(10, 80);
	info.writeUInt32LE(3, 100);
	expect(parseTcpInfo(info)).toEqual({
		state: 'ESTABLISHED',
		facts: expect.objectContaining({ retransmits: 2, rto: 204_000, cwnd: 10, retransmitted: 3 }),
	});
	const { facts } = parseTcpInfo(info);
	for (const absent of ['ssthresh', 'rtt', 'rttVar', 'minRtt', 'unsent', 'sendWindow', 'deliveryRate'] as const) {
		expect(facts[absent], absent).toBeUndefined();
	}
});

test('TCP_INFO of a listener has its queue and the limit alone', () => {
	const info = Buffer.alloc(232);
	info.writeUInt8(10, 0);
	info.writeUInt32LE(5, 24);
	info.writeUInt32LE(128, 28);
	expect(parseTcpInfo(info)).toEqual({ state: 'LISTEN', facts: { acceptQueue: 5, acceptLimit: 128 } });
});

test('TCP_CONNECTION_INFO of macOS: milliseconds and bytes', () => {
	const info = Buffer.alloc(112);
	info.writeUInt8(4, 0);
	info.writeUInt32LE(230, 12);
	info.writeUInt32LE(1448, 16);
	info.writeUInt32LE(65_535 << 14, 20);
	info.writeUInt32LE(64_000, 24);
	info.writeUInt32LE(128_000, 28);
	info.writeUInt32LE(77, 32);
	info.writeUInt32LE(131_072, 36);
	info.writeUInt32LE(12, 44);
	info.writeUInt32LE(4, 48);
	info.writeBigUInt64LE(73n, 56);
	info.writeBigUInt64LE(143n, 80);
	info.writeBigUInt64LE(2n, 104);
	expect(parseConnectionInfo(info)).toEqual({
		state: 'ESTABLISHED',
		facts: {
			rto: 230_000,
			mss: 1448,
			cwndBytes: 64_000,
			sendWindow: 128_000,
			sendQueue: 77,
			receiveWindow: 131_072,
			rtt: 12_000,
			rttVar: 4000,
			segmentsOut: 73,
			segmentsIn: 143,
			retransmitted: 2,
		},
	});
	expect(parseConnectionInfo(info.subarray(0, 60))).toBeUndefined();
});

test('the accept queue of a Unix listener in the output of ss, also with a space in its path', () => {
	const output = `u_str LISTEN 0      4096   /run/systemd/private 1234 * 0
u_str LISTEN 3      9      /tmp/with space.sock 5678 * 0
u_seq LISTEN 0      1      @abstract 9 * 0`;
	expect(unixQueue(output, '/tmp/with space.sock')).toEqual({ acceptQueue: 3, acceptLimit: 9 });
	expect(unixQueue(output, '@abstract')).toEqual({ acceptQueue: 0, acceptLimit: 1 });
	expect(unixQueue(output, '/tmp/other')).toBeUndefined();
});

test('the accept queue of a TCP listener in the output of netstat of macOS', () => {
	const output = `Current listen queue sizes (qlen/incqlen/maxqlen)
Listen         Local Address
2/0/128        127.0.0.1.8080
0/0/511        *.9000
1/0/5          ::1.8080`;
	expect(darwinQueue(output, '127.0.0.1', 8080)).toEqual({ acceptQueue: 2, acceptLimit: 128 });
	expect(darwinQueue(output, '::', 9000)).toEqual({ acceptQueue: 0, acceptLimit: 511 });
	expect(darwinQueue(output, '::1', 8080)).toEqual({ acceptQueue: 1, acceptLimit: 5 });
	expect(darwinQueue(output, '127.0.0.1', 9000)).toBeUndefined();
});

test('the process at the other end in the output of lsof', () => {
	const output =
		'p7\ncnode\nf20\nn127.0.0.1:9000->127.0.0.1:51000\np8\ncpython3.12\nf3\nn127.0.0.1:51000->127.0.0.1:9000\n';
	expect(peerInLsof(output, '127.0.0.1:51000', '127.0.0.1:9000')).toEqual({ pid: 8, name: 'python3.12' });
	expect(peerInLsof(output, '127.0.0.1:51001', '127.0.0.1:9000')).toBeUndefined();
});
