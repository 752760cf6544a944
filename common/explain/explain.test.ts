import { expect, test } from 'vitest';
import { EVENT_KINDS } from '../capture/event.ts';
import { SOCKET_OPTIONS } from '../contract/config/socket-options.ts';
import { meaningOf } from '../errno/index.ts';
import { tests } from '../words/en/dialogs/tests.ts';
import { explain } from '../words/en/explain/index.ts';
import { faults } from '../words/en/faults.ts';
import { topicOfEvent } from './event-topic.ts';
import { EXPLAINED, explanationOf, likelyTopic, topics, topicsOf } from './index.ts';

const found = (written: string) => topicsOf(written).map(({ group, key }) => `${group}.${key}`);

test('every text belongs to a topic, and every topic has a text', () => {
	const texts = EXPLAINED.flatMap((group) => Object.keys(explain[group]).map((key) => `${group}.${key}`));
	expect(topics.map(({ group, key }) => `${group}.${key}`).toSorted()).toEqual(texts.toSorted());
	for (const topic of topics) expect(explanationOf(topic, explain)?.text, topic.name).toMatch(/[.)]$/);
});

test('every explained error is one that the table of errors knows', () => {
	for (const { key } of topics.filter(({ group }) => group === 'errors')) expect(meaningOf(key), key).toBeDefined();
});

test.each([
	['recv', ['calls.recv']],
	['recv()', ['calls.recv']],
	['recv(1024)', ['calls.recv']],
	['TIME_WAIT', ['states.timeWait']],
	['time-wait', ['states.timeWait']],
	['FIN_WAIT2', ['states.finWait2']],
	['SYN_RECV', ['states.synReceived']],
	['eaddrinuse', ['errors.EADDRINUSE']],
	['WSAEADDRINUSE', ['errors.EADDRINUSE']],
	['EWOULDBLOCK', ['errors.EAGAIN']],
	['ConnectionResetError', ['errors.ECONNRESET']],
	['SO_REUSEADDR', ['options.reuseAddress']],
	['reuse-address', ['options.reuseAddress']],
	['TCP_NODELAY', ['options.noDelay']],
	['0.0.0.0', ['addresses.any4']],
	['::', ['addresses.any6']],
	['127.0.0.8', ['addresses.loopback4']],
	['192.168.1.20', ['addresses.private']],
	['172.31.0.1', ['addresses.private']],
	['172.32.0.1', []],
	['239.1.2.3', ['addresses.multicast']],
	['fe80::1%eth0', ['addresses.linkLocal']],
	['fd00::1', ['addresses.private']],
	['RST', ['events.resetIn', 'events.resetOut']],
	['listen', ['calls.listen', 'states.listen']],
	['line-server', ['presets.line-server']],
	['TCP server', ['kinds.tcp-server']],
	['udp', ['kinds.udp']],
	['', []],
	['nonsense', []],
])('"%s" means %j', (written, topicNames) => expect(found(written)).toEqual(topicNames));

test('a mistyped name has a likely one', () => {
	expect(likelyTopic('EADRINUSE')).toBe('EADDRINUSE');
	expect(likelyTopic('recvform')).toBe('recvfrom()');
	expect(likelyTopic('zzzzzzzzzzzz')).toBeUndefined();
});

/** Whether a group has a text for each of these. */
const missing = (group: 'options' | 'faults' | 'steps', keys: Iterable<string>) =>
	[...keys].filter((key) => explanationOf({ group, key }, explain) === undefined);

test('each kind of event in each direction, each option, each fault and each step is explained', () => {
	for (const kind of EVENT_KINDS) {
		for (const direction of ['in', 'out', 'none'] as const) {
			const [group = '', key = ''] = topicOfEvent({ kind, direction, text: '' }).split('.');
			expect(group).toBe('events');
			expect(Object.keys(explain.events), kind).toContain(key);
		}
	}
	expect(missing('options', Object.keys(SOCKET_OPTIONS))).toEqual([]);
	expect(missing('faults', Object.keys(faults.names))).toEqual([]);
	expect(missing('steps', Object.keys(tests.steps.types))).toEqual([]);
});
