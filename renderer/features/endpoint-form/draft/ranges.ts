import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { DialogWords } from '../../../../common/words/en-dialogs.ts';

type Words = DialogWords['endpointForm']['draft'];
type Sentence = (words: Words) => string;

const upToLimit: Sentence = ({ wholeMs }) => wholeMs(1, LIMITS.delayMs);
const buffer: Sentence = ({ wholeBytes }) => wholeBytes(1, 2 ** 30);

/** By the last part of a path. */
const RANGES: Readonly<Record<string, Sentence>> = {
	backlog: ({ whole }) => whole(1, 65_535),
	connectTimeoutMs: upToLimit,
	idleTimeoutMs: upToLimit,
	keepAliveMs: ({ wholeSeconds }) => wholeSeconds(1000, 32_767_000),
	receiveBuffer: buffer,
	sendBuffer: buffer,
	ttl: ({ whole }) => whole(1, 255),
	multicastTtl: ({ whole }) => whole(0, 255),
	delayMs: ({ wholeMs }) => wholeMs(0, LIMITS.delayMs),
	firstMs: upToLimit,
	maxMs: upToLimit,
	attempts: ({ whole }) => whole(0, 1_000_000),
	length: ({ wholeBytes }) => wholeBytes(1, LIMITS.frameMessageBytes),
	offset: ({ wholeBytes }) => wholeBytes(0, LIMITS.frameHeadBytes),
	adjustment: ({ whole }) => whole(-LIMITS.frameMessageBytes, LIMITS.frameMessageBytes),
	handshakeTimeoutMs: upToLimit,
	timeMs: ({ wholeMs }) => wholeMs(1, LIMITS.scriptTimeMs),
	memoryMiB: ({ wholeMiB }) => wholeMiB(LIMITS.scriptMemoryMiB),
	outputKiB: ({ wholeKiB }) => wholeKiB(LIMITS.scriptOutputKiB),
	seed: ({ whole }) => whole(0, 4_294_967_295),
	idleMs: upToLimit,
	timeoutMs: upToLimit,
	repeats: ({ whole }) => whole(0, 1000),
	ms: upToLimit,
};

/** The same for the settings of faults; those that are not here are times. */
const OF_FAULTS: Readonly<Record<string, Sentence>> = {
	probability: ({ percentage }) => percentage,
	toxicity: ({ percentage }) => percentage,
	bytesPerSecond: ({ atLeastOneByte }) => atLeastOneByte,
	averageBytes: ({ atLeastOneByte }) => atLeastOneByte,
	variationBytes: ({ bytes }) => bytes,
	afterBytes: ({ bytes }) => bytes,
	bytes: ({ bytes }) => bytes,
	distance: ({ whole }) => whole(1, 1000),
};

/** The sentence for a wrong number at a path, such as `faults.toTarget.drop.probability`, whose schema has only a general one. */
export function rangeAt(path: string, words: Words): string | undefined {
	const name = path.slice(path.lastIndexOf('.') + 1);
	if (path.startsWith('faults.')) return OF_FAULTS[name]?.(words) ?? words.atMostADay;
	return RANGES[name]?.(words);
}
