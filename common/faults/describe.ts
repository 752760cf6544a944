import { FAULTS, type FaultName, type Faults, type ProxyFaults } from '../contract/config/proxy.ts';
import { faults } from '../words/en/faults.ts';
import type { Texts } from '../words/locale/texts.ts';

const ENGLISH = faults.described;

const percent = (probability: number): string => `${Number((probability * 100).toPrecision(6))} %`;
const spread = (value: number, by: number, unit: string): string => `${value}${by > 0 ? ` ± ${by}` : ''} ${unit}`;

/** The words of faults in a language. */
type FaultWords = Texts<typeof ENGLISH>;

type Describe = { readonly [F in FaultName]: (fault: NonNullable<Faults[F]>, words: FaultWords) => string };

const DESCRIBE: Describe = {
	latency: ({ delayMs, jitterMs }, words) => words.latency(spread(delayMs, jitterMs, 'ms')),
	bandwidth: ({ bytesPerSecond }, words) => words.bandwidth(bytesPerSecond),
	slicer: ({ averageBytes, variationBytes, delayMs }, words) => {
		const size = spread(averageBytes, variationBytes, 'B');
		return delayMs > 0 ? words.slicerDelayed(size, delayMs) : words.slicer(size);
	},
	corrupt: ({ probability, per }, words) =>
		per === 'byte' ? words.corruptBytes(percent(probability)) : words.corruptMessages(percent(probability)),
	drop: ({ probability }, words) => words.drop(percent(probability)),
	duplicate: ({ probability }, words) => words.duplicate(percent(probability)),
	reorder: ({ probability, distance }, words) => words.reorder(percent(probability), distance),
	slowClose: ({ delayMs }, words) => words.slowClose(delayMs),
	halfOpen: ({ afterBytes }, words) => words.halfOpen(afterBytes),
	timeout: ({ ms }, words) => (ms === 0 ? words.timeoutOpen : words.timeout(ms)),
	reset: ({ afterBytes, afterMs }, words) => words.reset(afterBytes, afterMs),
	limitData: ({ bytes }, words) => words.limitData(bytes),
	closeAfter: ({ ms }, words) => words.closeAfter(ms),
};

function describeOne<F extends FaultName>(name: F, faults: Faults, words: FaultWords): string | undefined {
	const fault = faults[name];
	if (fault === undefined) return undefined;
	const text = DESCRIBE[name](fault, words);
	return fault.toxicity < 1 ? words.share(text, percent(fault.toxicity)) : text;
}

/** The faults of one direction in a few words: `latency 100 ± 20 ms, drop 5 %`, or `none`. */
export function describeFaults(faults: Faults, words: FaultWords = ENGLISH): string {
	const all = FAULTS.flatMap((name) => describeOne(name, faults, words) ?? []);
	return all.length === 0 ? words.none : all.join(words.and);
}

/** The same of both directions: `to the target latency 100 ms; to the client none`. */
export function describeProxyFaults({ toTarget, toClient }: ProxyFaults, words: FaultWords = ENGLISH): string {
	return words.both(describeFaults(toTarget, words), describeFaults(toClient, words));
}
