import { FAULTS, type FaultName, type Faults, type ProxyFaults } from '../contract/config/proxy.ts';

const percent = (probability: number): string => `${Number((probability * 100).toPrecision(6))} %`;
const spread = (value: number, by: number, unit: string): string => `${value}${by > 0 ? ` ± ${by}` : ''} ${unit}`;

const WORDS: { readonly [F in FaultName]: (fault: NonNullable<Faults[F]>) => string } = {
	latency: ({ delayMs, jitterMs }) => `latency ${spread(delayMs, jitterMs, 'ms')}`,
	bandwidth: ({ bytesPerSecond }) => `bandwidth ${bytesPerSecond} B/s`,
	slicer: ({ averageBytes, variationBytes, delayMs }) =>
		`slices of ${spread(averageBytes, variationBytes, 'B')}${delayMs > 0 ? `, ${delayMs} ms each` : ''}`,
	corrupt: ({ probability, per }) => `corrupt ${percent(probability)} of the ${per}s`,
	drop: ({ probability }) => `drop ${percent(probability)}`,
	duplicate: ({ probability }) => `duplicate ${percent(probability)}`,
	reorder: ({ probability, distance }) => `reorder ${percent(probability)} by ${distance}`,
	slowClose: ({ delayMs }) => `slow close ${delayMs} ms`,
	halfOpen: ({ afterBytes }) => `half-open after ${afterBytes} B`,
	timeout: ({ ms }) => (ms === 0 ? 'timeout without close' : `timeout after ${ms} ms`),
	reset: ({ afterBytes, afterMs }) => `reset after ${afterBytes} B and ${afterMs} ms`,
	limitData: ({ bytes }) => `close after ${bytes} B`,
	closeAfter: ({ ms }) => `close after ${ms} ms`,
};

function describeOne<F extends FaultName>(name: F, faults: Faults): string | undefined {
	const fault = faults[name];
	if (fault === undefined) return undefined;
	const share = fault.toxicity < 1 ? ` (${percent(fault.toxicity)} of the connections)` : '';
	return `${WORDS[name](fault)}${share}`;
}

/** The faults of one direction in a few words: `latency 100 ± 20 ms, drop 5 %`, or `none`. */
export function describeFaults(faults: Faults): string {
	const words = FAULTS.flatMap((name) => describeOne(name, faults) ?? []);
	return words.length === 0 ? 'none' : words.join(', ');
}

/** The same of both directions: `to the target latency 100 ms; to the client none`. */
export function describeProxyFaults({ toTarget, toClient }: ProxyFaults): string {
	return `to the target ${describeFaults(toTarget)}; to the client ${describeFaults(toClient)}`;
}
