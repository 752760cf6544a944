import { expect, test } from 'vitest';
import { damagePlaces, damageReasons } from './en/sentences/files/damage.ts';
import { captureWarnings, skippedPackets, warningParts } from './en/sentences/files/warnings.ts';
import { knownWarning } from './known-warning.ts';
import { loadTranslation } from './load-translation.ts';
import { spoken } from './sentence/entry.ts';
import { warningInWords } from './sentence/event-in-words.ts';

const chinese = await loadTranslation('zh-Hans');
const translated = (text: string) => warningInWords(text, chinese);
const reason = damagePlaces.damageAt({ reason: damageReasons.blockLength({ length: 7 }), offset: 9672 });

test('each warning is known as itself', () => {
	const params = new Proxy({}, { get: (_, name) => `[${String(name)}]` });
	for (const [code, entry] of Object.entries(captureWarnings))
		expect(knownWarning(spoken(entry, params).message)?.code).toBe(code);
});

test('what is wrong in a file, and where, is put into words', () => {
	expect(translated(captureWarnings.fileDamaged({ file: 'a.pcapng', reason }))).toBe(
		'a.pcapng 已损坏：块的长度不可能是 7 字节（第 9672 字节处）。',
	);
	expect(translated(captureWarnings.fileDamagedAtEvents({ file: 'a', reason, events: 3, event: 2 }))).toMatch(
		/^a 已损坏：.*。3 个事件无法读取，其中之一是事件 2。$/,
	);
	const rebuilt = { state: warningParts.notClosed, segments: warningParts.oneSegment, lost: warningParts.nothingLost };
	expect(translated(captureWarnings.captureRebuiltWith(rebuilt))).toBe(
		'抓包记录（没有关闭）：已重建索引（1 个分段），没有丢失任何内容。',
	);
	const list = '5 ARP, 2 malformed TCP, 1 link type 9';
	expect(translated(captureWarnings.packetsNotShown({ packets: skippedPackets.skippedAndOthers({ list }) }))).toBe(
		'未显示的数据包：5 ARP、2 个格式错误的 TCP、1 个链路类型 9 等。',
	);
	expect(translated('Something else.')).toBe('Something else.');
});
