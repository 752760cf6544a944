import { expect, test } from 'vitest';
import { eventTexts as ends } from '../en/sentences/events.ts';
import { noteTexts } from '../en/sentences/notes.ts';
import { sentences as chinese } from '../zh-hans-sentences.ts';
import { spoken } from './entry.ts';
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
