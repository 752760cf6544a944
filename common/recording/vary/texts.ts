import { RECORDING_SIDES, type RecordingSide } from '../../contract/calls/recording.ts';
import { toLatin1 } from '../../payload/codec/ascii.ts';
import {
	type Edit,
	literalPattern,
	type Said,
	saidBy,
	type Varying,
	type VaryingKind,
	type VaryingPart,
} from './edit.ts';

/** A time at most this many milliseconds from that of its turn is the time of the recording. */
const NEAR_MS = 10 * 60_000;

type TimeReason = 'httpDate' | 'isoDate' | 'ctime' | 'seconds' | 'milliseconds' | 'microseconds';

interface Found {
	readonly edit: Edit;
	readonly reason: TimeReason;
}

interface TextForm {
	readonly kind: VaryingKind;
	readonly pattern: RegExp;
	/** Milliseconds since 1970. */
	readonly time: (text: string) => number;
	readonly reason: TimeReason;
	/** A regular expression for it; left out: the same with other digits. */
	readonly expect?: string;
	/** The template for it; undefined where templates cannot write this form. */
	readonly template: (text: string) => string | undefined;
}

const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
/** A name of either in a pattern for what is expected. */
const NAME = '[A-Z][a-z]{2}';

const FORMS: readonly TextForm[] = [
	{
		kind: 'date',
		pattern: new RegExp(`${DAY}, \\d\\d ${MONTH} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT`, 'g'),
		time: Date.parse,
		reason: 'httpDate',
		expect: `${NAME}, \\d\\d ${NAME} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT`,
		template: () => '{{time http}}',
	},
	{
		kind: 'date',
		pattern: /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/g,
		time: (text) => Date.parse(text.replace(' ', 'T')),
		reason: 'isoDate',
		template: (text) => (/T.*\.\d{3}Z$/.test(text) ? '{{time iso}}' : undefined),
	},
	{
		kind: 'date',
		pattern: new RegExp(`${DAY} ${MONTH} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}`, 'g'),
		time: Date.parse,
		reason: 'ctime',
		expect: `${NAME} ${NAME} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}`,
		template: () => '{{time}}',
	},
	...(
		[
			['seconds', 10, 1000, ''],
			['milliseconds', 13, 1, ' ms'],
			['microseconds', 16, 0.001, ' us'],
		] as const
	).map(
		([unit, digits, factor, argument]): TextForm => ({
			kind: 'time',
			pattern: new RegExp(`(?<![\\d.])\\d{${digits}}(?!\\d)`, 'g'),
			time: (text) => Number(text) * factor,
			reason: unit,
			template: () => `{{unix${argument}}}`,
		}),
	),
];

/** The same text with other digits. */
function otherDigits(text: string): string {
	return literalPattern(text).replaceAll(/\d/g, '\\d');
}

function timesIn({ bytes, time }: Said): (Found & { readonly kind: VaryingKind })[] {
	const text = toLatin1(bytes);
	const now = Number(time / 1_000_000n);
	return FORMS.flatMap(({ kind, pattern, reason, template, time: timeOf, expect }) =>
		[...text.matchAll(pattern)].flatMap((match) => {
			const [found] = match;
			if (!(Math.abs(timeOf(found) - now) <= NEAR_MS)) return [];
			const written = template(found);
			const send = written === undefined ? {} : { send: { type: 'template', text: written } as const };
			return [
				{
					kind,
					reason,
					edit: { at: match.index, length: found.length, expect: expect ?? otherDigits(found), ...send },
				},
			];
		}),
	);
}

/** Dates and times of the recording, written as text: one entry for each form and side. */
export function varyingTimes(said: readonly Said[]): Varying[] {
	return RECORDING_SIDES.flatMap((from) => {
		const groups = new Map<TimeReason, { kind: VaryingKind; parts: VaryingPart[] }>();
		for (const one of saidBy(said, from)) {
			for (const { kind, reason, edit } of timesIn(one)) {
				const group = groups.get(reason) ?? { kind, parts: [] };
				groups.set(reason, group);
				group.parts.push({ turn: one.turn, edit });
			}
		}
		return [...groups].map(([name, group]) => ({ from, reason: { name }, ...group }));
	});
}

const UUID = /(?<![0-9a-fA-F-])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9a-fA-F-])/g;
const UUID_PATTERN = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

interface Place {
	readonly value: string;
	readonly turn: number;
	readonly from: RecordingSide;
	readonly at: number;
}

/**
 * UUIDs, one entry for each value. The side that has one first makes it; the other side repeats what it received. A
 * maker that sends the same value again is left as it is, because a template makes another one each time.
 */
export function varyingUuids(said: readonly Said[]): Varying[] {
	const places = said.flatMap(({ turn, from, bytes }) =>
		[...toLatin1(bytes).matchAll(UUID)].map(({ 0: value, index }): Place => ({ value, turn, from, at: index })),
	);
	return [...Map.groupBy(places, ({ value }) => value)].flatMap(([value, all], n): Varying[] => {
		const [first] = all;
		if (first === undefined) return [];
		const name = `uuid${n + 1}`;
		const maker = all.filter(({ from }) => from === first.from);
		const once = maker.length === 1;
		const upper = value === value.toUpperCase();
		const parts = all.map(({ turn, from, at }) => {
			const repeats = from !== first.from;
			const send = repeats
				? ({ type: 'captured', name, turn: first.turn } as const)
				: ({ type: 'template', text: upper ? '{{uuid|upper}}' : '{{uuid}}' } as const);
			const edit: Edit = {
				at,
				length: value.length,
				expect: UUID_PATTERN,
				...(at === first.at && turn === first.turn ? { capture: name } : {}),
				...(repeats || once ? { send } : {}),
			};
			return { turn, edit };
		});
		const isRepeated = all.length > maker.length;
		return [{ kind: 'uuid', from: first.from, reason: { name: isRepeated ? 'repeatedUuid' : 'uuid' }, parts }];
	});
}
