import { useState } from 'react';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import { BYTE_ORDERS, LENGTH_SIZES } from '../../../../common/contract/config/length-field.ts';
import { encodeWritten } from '../../../../common/payload/index.ts';
import { wholeNumber } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWords } from '../../../words/index.ts';
import { ExplainButton } from '../explain/ExplainButton.tsx';
import { useFramingChoices } from '../framing-choices.ts';
import './framing-picker.css';

type Kind = 'own' | Framing['type'];

const LENGTHS = LENGTH_SIZES.flatMap((size) =>
	(size === 1 ? (['big'] as const) : BYTE_ORDERS).map((order) => ({ size, order })),
);

/** For each kind with a parameter: its initial value, and the name of its label. */
const DETAILS = {
	delimiter: { label: 'delimiter', begin: '\\r\\n' },
	fixed: { label: 'bytes', begin: '16' },
	idle: { label: 'milliseconds', begin: '50' },
} as const;

/** A count from 1 to `most`. */
function countIn(text: string, most: number): number | undefined {
	const value = wholeNumber(text);
	return value !== undefined && value >= 1 && value <= most ? value : undefined;
}

/** The framing in the fields; undefined for an invalid one. */
function framingOf(kind: Framing['type'], detail: string, length: string): Framing | undefined {
	switch (kind) {
		case 'none':
		case 'line':
			return { type: kind };
		case 'delimiter': {
			const written = encodeWritten({ format: 'escaped', text: detail });
			const fits = written.ok && written.bytes.length > 0;
			return fits ? { type: 'delimiter', delimiter: { format: 'escaped', text: detail } } : undefined;
		}
		case 'fixed': {
			const bytes = countIn(detail, LIMITS.frameMessageBytes);
			return bytes === undefined ? undefined : { type: 'fixed', length: bytes };
		}
		case 'length': {
			const { size, order } = LENGTHS[Number(length)] ?? { size: 2, order: 'big' };
			return { type: 'length', size, order, offset: 0, adjustment: 0, includesHead: false };
		}
		case 'idle': {
			const ms = countIn(detail, LIMITS.delayMs);
			return ms === undefined ? undefined : { type: 'idle', ms };
		}
	}
}

/** What the field of a framing's parameter has. */
function detailOf(framing: Framing | undefined): string {
	switch (framing?.type) {
		case 'delimiter':
			return framing.delimiter.text;
		case 'fixed':
			return String(framing.length);
		case 'idle':
			return String(framing.ms);
		default:
			return '';
	}
}

/** The index of a length field among the choices. */
function lengthOf(framing: Framing | undefined): string {
	const found = LENGTHS.findIndex(
		({ size, order }) => framing?.type === 'length' && framing.size === size && framing.order === order,
	);
	return found < 0 ? '1' : String(found);
}

interface FramingPickerProps {
	/** At first; undefined: that of the endpoint. */
	readonly framing: Framing | undefined;
	/** Is called with a valid framing only. */
	readonly onChange: (framing: Framing | undefined) => void;
}

/** A framing for looking at traffic: the endpoint's, or another one to try. The endpoint is not changed. */
export function FramingPicker({ framing, onChange }: FramingPickerProps) {
	const { framing: words } = useWords();
	const [kind, setKind] = useState<Kind>(framing?.type ?? 'own');
	const [detail, setDetail] = useState(() => detailOf(framing));
	const [length, setLength] = useState(() => lengthOf(framing));
	const take = (next: Kind, text: string, of: string) => {
		setKind(next);
		setDetail(text);
		setLength(of);
		if (next === 'own') onChange(undefined);
		else {
			const made = framingOf(next, text, of);
			if (made !== undefined) onChange(made);
		}
	};
	const more = kind === 'delimiter' || kind === 'fixed' || kind === 'idle' ? DETAILS[kind] : undefined;
	const kinds = [{ value: 'own', label: words.asEndpoint } as const, ...useFramingChoices()];
	const lengths = LENGTHS.map(({ size, order }, at) => ({
		value: String(at),
		label: size === 1 ? words.size(size) : words.sizeAndOrder(words.size(size), words.orders[order]),
	}));
	const faulty = kind !== 'own' && framingOf(kind, detail, length) === undefined;
	return (
		<>
			<Select
				label={words.label}
				aside={<ExplainButton explains="dialogs.shownFraming" />}
				hideLabel
				title={words.label}
				value={kind}
				choices={kinds}
				onChange={(next) => {
					const begin = next === 'delimiter' || next === 'fixed' || next === 'idle' ? DETAILS[next].begin : '';
					take(next, begin, length);
				}}
			/>
			{more === undefined ? null : (
				<TextField
					label={words[more.label]}
					aside={<ExplainButton explains="dialogs.shownFraming" />}
					hideLabel
					mono
					className="framing-detail"
					title={words[more.label]}
					value={detail}
					{...(faulty ? { 'aria-invalid': true } : {})}
					onChange={(text) => take(kind, text, length)}
				/>
			)}
			{kind === 'length' ? (
				<Select
					label={words.lengthField}
					aside={<ExplainButton explains="dialogs.shownFraming" />}
					hideLabel
					title={words.lengthField}
					value={length}
					choices={lengths}
					onChange={(of) => take(kind, detail, of)}
				/>
			) : null}
		</>
	);
}
