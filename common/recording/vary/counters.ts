import { RECORDING_SIDES } from '../../contract/calls/recording.ts';
import { toLatin1 } from '../../payload/codec/ascii.ts';
import { type Said, saidBy, type Varying } from './edit.ts';
import { BINARY_NUMBERS, readNumber } from './numbers.ts';

/** Messages in which a number has to step; two could do it by chance. */
const LEAST = 3;
/** Offset up to which binary counters are looked for. */
const MOST_BEFORE = 32;
const MOST_STEP = 255n;

/** The step between neighbours, if it is the same everywhere and positive. */
function stepOf(values: readonly (bigint | undefined)[]): bigint | undefined {
	const [first, second] = values;
	if (first === undefined || second === undefined) return undefined;
	const step = second - first;
	if (step < 1n || step > MOST_STEP) return undefined;
	const steps = values.every((value, n) => value === first + step * BigInt(n));
	return steps ? step : undefined;
}

function counterTemplate(form: string, name: string, start: bigint, step: bigint): string {
	return `{{counter ${form === '' ? '' : `${form} `}name=${name} start=${start}${step === 1n ? '' : ` step=${step}`}}}`;
}

/** Printable ASCII, whose digits step too, but not as a binary number. */
function isText(bytes: Uint8Array): boolean {
	return bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
}

/** Binary numbers that step by the same amount from each message of a side to the next. */
export function varyingBinaryCounters(said: readonly Said[]): Varying[] {
	return RECORDING_SIDES.flatMap((from): Varying[] => {
		const all = saidBy(said, from);
		if (all.length < LEAST) return [];
		const found: Varying[] = [];
		for (let at = 0; at <= MOST_BEFORE; at++) {
			for (const form of BINARY_NUMBERS) {
				if (form.size === 1) continue;
				if (all.every(({ bytes }) => isText(bytes.subarray(at, at + form.size)))) continue;
				const values = all.map(({ bytes }) => readNumber(bytes, at, form));
				const step = stepOf(values);
				const [start] = values;
				if (step === undefined || start === undefined) continue;
				const text = counterTemplate(form.name, `${from}${at}`, start, step);
				const edit = { at, length: form.size, send: { type: 'template', text }, expect: `.{${form.size}}` } as const;
				const reason = { name: 'counter', step: String(step) } as const;
				found.push({ kind: 'counter', from, reason, parts: all.map(({ turn }) => ({ turn, edit })) });
				at += form.size - 1;
				break;
			}
		}
		return found;
	});
}

/** Decimal numbers that step, in messages that are otherwise alike. */
export function varyingDecimalCounters(said: readonly Said[]): Varying[] {
	return RECORDING_SIDES.flatMap((from): Varying[] => {
		const counted = saidBy(said, from).map(({ turn, bytes }) => {
			const text = toLatin1(bytes);
			const numbers = [...text.matchAll(/(?<!\d)(?:0|[1-9]\d{0,14})(?!\d)/g)];
			return { turn, numbers, shape: text.replaceAll(/\d+/g, '0') };
		});
		const byShape = Map.groupBy(counted, ({ shape }) => shape);
		return [...byShape.values()].flatMap((alike, shape) => {
			const [first] = alike;
			if (alike.length < LEAST || first === undefined) return [];
			return first.numbers.flatMap((_, n): Varying[] => {
				const values = alike.map(({ numbers }) => (numbers[n] === undefined ? undefined : BigInt(numbers[n][0])));
				const step = stepOf(values);
				const [start] = values;
				if (step === undefined || start === undefined) return [];
				const text = counterTemplate('', `${from}_${shape + 1}_${n + 1}`, start, step);
				const parts = alike.flatMap(({ turn, numbers }) => {
					const { 0: digits = '', index = 0 } = numbers[n] ?? {};
					return [
						{
							turn,
							edit: { at: index, length: digits.length, send: { type: 'template', text } as const, expect: '\\d+' },
						},
					];
				});
				return [{ kind: 'counter', from, reason: { name: 'counter', step: String(step) }, parts }];
			});
		});
	});
}
