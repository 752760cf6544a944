import { FAULTS, type FaultName, type Faults, type ProxyFaults } from '../contract/config/proxy.ts';
import { faultParts } from '../words/en/sentences/note-parts.ts';
import type { Texts } from '../words/locale/texts.ts';

const percent = (probability: number): string => `${Number((probability * 100).toPrecision(6))} %`;
const spread = (value: number, by: number, unit: string): string => `${value}${by > 0 ? ` ± ${by}` : ''} ${unit}`;

/** The words of faults in a language. */
type FaultWords = Texts<typeof faultParts>;

type Describe = { readonly [F in FaultName]: (fault: NonNullable<Faults[F]>, words: FaultWords) => string };

const DESCRIBE: Describe = {
	latency: ({ delayMs, jitterMs }, words) => words.faultLatency({ delay: spread(delayMs, jitterMs, 'ms') }),
	bandwidth: ({ bytesPerSecond }, words) => words.faultBandwidth({ rate: bytesPerSecond }),
	slicer: ({ averageBytes, variationBytes, delayMs }, words) => {
		const slices = words.faultSlices({ size: spread(averageBytes, variationBytes, 'B') });
		return delayMs > 0 ? words.faultsAnd({ first: slices, rest: words.faultSlicesEach({ ms: delayMs }) }) : slices;
	},
	corrupt: ({ probability, per }, words) =>
		words[per === 'byte' ? 'faultCorruptBytes' : 'faultCorruptMessages']({ share: percent(probability) }),
	drop: ({ probability }, words) => words.faultDrop({ share: percent(probability) }),
	duplicate: ({ probability }, words) => words.faultDuplicate({ share: percent(probability) }),
	reorder: ({ probability, distance }, words) => words.faultReorder({ share: percent(probability), distance }),
	slowClose: ({ delayMs }, words) => words.faultSlowClose({ ms: delayMs }),
	halfOpen: ({ afterBytes }, words) => words.faultHalfOpen({ bytes: afterBytes }),
	timeout: ({ ms }, words) => (ms === 0 ? words.faultTimeoutOpen : words.faultTimeout({ ms })),
	reset: ({ afterBytes, afterMs }, words) => words.faultReset({ bytes: afterBytes, ms: afterMs }),
	limitData: ({ bytes }, words) => words.faultLimit({ bytes }),
	closeAfter: ({ ms }, words) => words.faultCloseAfter({ ms }),
};

function describeOne<F extends FaultName>(name: F, faults: Faults, words: FaultWords): string | undefined {
	const fault = faults[name];
	if (fault === undefined) return undefined;
	const text = DESCRIBE[name](fault, words);
	return fault.toxicity < 1 ? words.faultShare({ fault: text, share: percent(fault.toxicity) }) : text;
}

/** The faults of one direction in a few words: `latency 100 ± 20 ms, drop 5 %`, or `none`. */
export function describeFaults(faults: Faults, words: FaultWords = faultParts): string {
	const all = FAULTS.flatMap((name) => describeOne(name, faults, words) ?? []);
	return all.length === 0 ? words.faultsNone : all.reduceRight((rest, first) => words.faultsAnd({ first, rest }));
}

/** The same of both directions: `to the target latency 100 ms; to the client none`. */
export function describeProxyFaults({ toTarget, toClient }: ProxyFaults, words: FaultWords = faultParts): string {
	return words.faultsBoth({
		toTarget: describeFaults(toTarget, words),
		toClient: describeFaults(toClient, words),
	});
}
