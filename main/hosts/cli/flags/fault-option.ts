import { InvalidArgumentError } from 'commander';
import {
	type FaultName,
	faultsSchema,
	PROXY_DIRECTIONS,
	type ProxyDirection,
} from '../../../../common/contract/config/proxy.ts';
import { issueFault } from '../../../../common/json/issue-text.ts';
import { proxying } from '../../../../common/words/en/cli/proxying.ts';
import { faultText, spoken } from '../terminal/language.ts';

const words = () => spoken('proxying', proxying);

/** One fault of one direction, as in a config. */
export interface WrittenFault {
	readonly directions: readonly ProxyDirection[];
	readonly name: FaultName;
	readonly fault: Readonly<Record<string, unknown>>;
}

interface Form {
	readonly name: FaultName;
	/** The setting that the value after the name sets; absent: it takes none. */
	readonly value?: string;
	/** Further settings, by their names on the command line. */
	readonly more?: Readonly<Record<string, string>>;
}

const FORMS: Readonly<Record<string, Form>> = {
	latency: { name: 'latency', value: 'delayMs', more: { jitter: 'jitterMs' } },
	bandwidth: { name: 'bandwidth', value: 'bytesPerSecond' },
	slicer: { name: 'slicer', value: 'averageBytes', more: { variation: 'variationBytes', delay: 'delayMs' } },
	corrupt: { name: 'corrupt', value: 'probability', more: { per: 'per' } },
	drop: { name: 'drop', value: 'probability' },
	duplicate: { name: 'duplicate', value: 'probability' },
	reorder: { name: 'reorder', value: 'probability', more: { distance: 'distance' } },
	'slow-close': { name: 'slowClose', value: 'delayMs' },
	'half-open': { name: 'halfOpen', value: 'afterBytes' },
	timeout: { name: 'timeout', value: 'ms' },
	reset: { name: 'reset', value: 'afterBytes', more: { after: 'afterMs' } },
	'limit-data': { name: 'limitData', value: 'bytes' },
	'close-after': { name: 'closeAfter', value: 'ms' },
};

const DIRECTIONS: Readonly<Record<string, ProxyDirection>> = { 'to-target': 'toTarget', 'to-client': 'toClient' };

/** Splits off a direction prefix; both directions without one. */
export function directed(text: string): { readonly directions: readonly ProxyDirection[]; readonly rest: string } {
	const [, word = '', rest = ''] = /^([a-z-]+):(.*)$/s.exec(text) ?? [];
	const direction = DIRECTIONS[word];
	return direction === undefined ? { directions: PROXY_DIRECTIONS, rest: text } : { directions: [direction], rest };
}

/** The faults of each direction, as in a config. */
export function faultsOf(faults: readonly WrittenFault[]): Record<ProxyDirection, Record<string, unknown>> {
	const of = (direction: ProxyDirection) =>
		Object.fromEntries(faults.filter((one) => one.directions.includes(direction)).map((one) => [one.name, one.fault]));
	return { toTarget: of('toTarget'), toClient: of('toClient') };
}

/** The error about a name that no fault has on the command line. */
export function noSuchFault(word: string): InvalidArgumentError {
	return new InvalidArgumentError(words().noFault(word, words().faults));
}

/** The fault of this name on the command line. */
export function faultNamed(word: string): FaultName | undefined {
	return FORMS[word]?.name;
}

/** Parses a fault from the command line. Rejects an invalid one with commander's error. */
export function parseFault(text: string): WrittenFault {
	const { directions, rest } = directed(text);
	const [first = '', ...more] = rest.split(',');
	const [word = '', value] = parts(first);
	const form = FORMS[word];
	if (form === undefined) throw noSuchFault(word);
	const fault: Record<string, unknown> = value === undefined ? {} : { [form.value ?? '']: settingOf(value) };
	for (const one of more) {
		const [key = '', setting = ''] = parts(one);
		const name = key === 'toxicity' ? key : form.more?.[key];
		if (name === undefined) throw new InvalidArgumentError(words().noSetting(word, key, words().faults));
		fault[name] = settingOf(setting);
	}
	const parsed = faultsSchema.safeParse({ [form.name]: fault });
	if (parsed.success) return { directions, name: form.name, fault };
	throw new InvalidArgumentError(words().badFault(rest, faultText(issueFault(parsed.error, () => '')), words().faults));
}

function parts(text: string): [string, string | undefined] {
	const at = text.indexOf('=');
	return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** A number, a percentage, or a word. */
function settingOf(text: string): unknown {
	const [, number, percent] = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
	if (number === undefined) return text;
	return percent === '%' ? Number(number) / 100 : Number(number);
}
