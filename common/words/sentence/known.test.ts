import { expect, test } from 'vitest';
import { eventTexts as ends } from '../en/sentences/events.ts';
import { faultCounts, faultParts, framingParts, lossParts, planParts } from '../en/sentences/note-parts.ts';
import { noteTexts } from '../en/sentences/notes.ts';
import { replayTexts } from '../en/sentences/recordings.ts';
import { enSentences } from '../en-sentences.ts';
import { knownEvent } from '../known-event.ts';
import { sentences as chinese } from '../zh-hans-sentences.ts';
import { spoken } from './entry.ts';
import { eventInWords } from './event-in-words.ts';
import { inWords } from './in-words.ts';
import { knownSentence } from './known.ts';

const eventTexts = { ...ends, ...noteTexts };
const known = knownSentence(eventTexts);
const translated = (text: string) => {
	const says = known(text);
	return inWords(
		{ message: text, details: { ...(says === undefined ? {} : { says }) } },
		{ from: eventTexts, to: chinese },
	).message;
};

test('a text is known again by its form, with its parameters', () => {
	expect(known(eventTexts.weEnded)).toEqual({ code: 'weEnded', params: {} });
	expect(translated(eventTexts.closedAfter({ received: 12, sent: 3 }))).toBe('已关闭：接收 12 字节，发送 3 字节。');
	expect(translated(eventTexts.passedOn({ place: '[::1]:80', connection: 7 }))).toBe('已转到 [::1]:80，连接为 #7。');
	expect(translated(eventTexts.peerReset({ why: 'ECONNRESET (104): a\nb' }))).toBe(
		'对端重置了连接（RST）。ECONNRESET (104): a\nb',
	);
});

test('of two texts that begin alike each is known as itself', () => {
	expect(known(eventTexts.dropped({ pending: 5 }))?.code).toBe('dropped');
	expect(known(eventTexts.maybeDropped({ pending: 5, uncertain: 2 }))?.code).toBe('maybeDropped');
	expect(known(eventTexts.valueRefused({ option: 'SO_RCVBUF', value: '1', why: 'No.' }))?.code).toBe('valueRefused');
	expect(known(eventTexts.tryingAgain({ ms: 5, attempt: 2 }))?.code).toBe('tryingAgain');
	expect(known(eventTexts.tryingAgainOf({ ms: 5, attempt: 2, all: 3 }))?.params).toEqual({
		ms: '5',
		attempt: '2',
		all: '3',
	});
});

test.each(['', 'hello', 'We closed the connection (FIN). Then more.', '127.0.0.1:80 → 127.0.0.1:81'])(
	'%j is none of them',
	(text) => {
		expect(known(text)).toBeUndefined();
		expect(translated(text)).toBe(text);
	},
);

test('a text that is longer than any of ours is not looked at', () => {
	const long = (length: number) => eventTexts.peerReset({ why: 'x'.repeat(length) });
	expect(known(long(1900))?.code).toBe('peerReset');
	expect(known(long(2000))).toBeUndefined();
});

test('a text within another is put into words with it', () => {
	const { badFraming, streamEndedInMessage, moreRoom, kernelDropped, failedAfter } = eventTexts;
	const why = streamEndedInMessage({ got: 3, all: 8 });
	expect(translated(badFraming({ why }))).toBe('分帧：字节流在一条消息 8 字节中的第 3 字节后结束。');
	const lost = kernelDropped({ datagrams: 2, room: 9000 });
	expect(translated(moreRoom({ lost, limit: 4 }))).toMatch(/^更大的空间：.*。此处之前丢失：2 个数据报/);
	expect(translated(failedAfter({ ms: 1, why: 'No.' }))).toBe('1 ms 后：No.');
});

test('each text of an event is known as itself', () => {
	const params = new Proxy({}, { get: (_, name) => `[${String(name)}]` });
	for (const [code, entry] of Object.entries(eventTexts)) expect(known(spoken(entry, params).message)?.code).toBe(code);
});

const inChinese = (text: string) => eventInWords(text, undefined, { from: enSentences, to: chinese, knownEvent });

test('the faults, framings, plans and losses in a note are put into words', () => {
	const { faultsChanged, faultTotalsToTarget, faultFirstToClient, framingChanged, generatorBegins, captureTooSlow } =
		noteTexts;
	const faults =
		'to the target latency 100 ± 20 ms, slices of 10 B, 5 ms each, drop 5 % (50 % of the connections); to the client none';
	expect(inChinese(faultsChanged({ faults }))).toBe(
		'故障已更改：往目标方向：延迟 100 ± 20 ms，切片 10 B，每片 5 ms，丢弃 5 %（50 % 的连接）；往客户端方向：无。',
	);
	expect(inChinese(faultTotalsToTarget({ counts: 'latency 12, slowClose 1' }))).toBe(
		'通往目标方向的故障次数：延迟 12 次，延迟关闭 1 次。',
	);
	expect(inChinese(faultFirstToClient({ fault: 'halfOpen' }))).toBe('通往客户端的方向首次出现故障 半开。');
	const framing = 'big-endian length field of 2 bytes at offset 4, which counts its head, minus 2';
	expect(inChinese(framingChanged({ framing }))).toBe(
		'分帧已更改：2 字节的长度字段，大端序，偏移 4，计入长度字段本身，− 2。',
	);
	expect(inChinese(generatorBegins({ plan: '5 messages of 64 bytes, 10 a second, stream 3' }))).toBe(
		'生成器开始：5 条消息，每条 64 字节，每秒 10 条，流 3。',
	);
	const parts =
		'the endpoint: 1 event, 0 bytes in, 1 byte out; connection 7: 2 events, 5 bytes in, 0 bytes out; and 3 connections more';
	expect(inChinese(captureTooSlow({ events: '9 events', bytes: '6 bytes', parts }))).toBe(
		'抓包记录写入得不够快，此处之前丢失：9 个事件，6 字节。端点：1 个事件，接收 0 字节，发送 1 字节；连接 7：2 个事件，接收 5 字节，发送 0 字节；另有 3 个连接',
	);
	const script = 'Script, line 3, column 5: It computed for more than 10 ms in one call.';
	expect(inChinese(script)).toBe('脚本第 3 行第 5 列：一次调用的计算超过 10 ms。');
});

test('each part of a note is known as itself', () => {
	const params = new Proxy({}, { get: (_, name) => `[${String(name)}]` });
	for (const table of [faultParts, faultCounts, framingParts, lossParts, planParts]) {
		const part = knownSentence(table);
		for (const [code, entry] of Object.entries(table)) expect(part(spoken(entry, params).message)?.code).toBe(code);
	}
	expect(knownEvent('none')).toBeUndefined();
});

test('the notes of a recorded conversation and its replay are put into words', () => {
	expect(inChinese('5 bytes of turn 2 did not come within 3 s.')).toBe('第 2 轮有 5 字节在 3 s 内没有到达。');
	expect(inChinese(replayTexts.recordedWithoutStart)).toMatch(/^抓包记录中没有连接的开头/);
});
