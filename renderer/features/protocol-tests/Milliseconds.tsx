import type { ReactNode } from 'react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';

interface MillisecondsProps {
	readonly aside: ReactNode;
	readonly label: string;
	/** Before the number. */
	readonly word: string;
	readonly value: number;
	readonly onChange: (value: number) => void;
}

/** A duration; 0 is an empty field. */
export function Milliseconds({ label, aside, word, value, onChange }: MillisecondsProps) {
	return (
		<span className="tests-ms">
			{word === '' ? null : <span>{word}</span>}
			<NumberField
				label={label}
				aside={aside}
				hideLabel
				className="tests-number"
				min={1}
				max={LIMITS.delayMs}
				value={value === 0 ? '' : String(value)}
				onChange={(text) => onChange(Math.min(LIMITS.delayMs, wholeNumber(text) ?? 0))}
			/>
			<span>ms</span>
		</span>
	);
}
