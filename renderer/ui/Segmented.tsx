import { type ReactNode, useId } from 'react';
import './field.css';

export interface Segment<V extends string> {
	readonly value: V;
	readonly label: string;
	/** Replaces the visible label, which stays the accessible name. */
	readonly icon?: ReactNode;
	readonly disabled?: boolean;
}

export interface SegmentedProps<V extends string> {
	/** The group's accessible name. */
	readonly label: string;
	readonly value: V;
	readonly segments: readonly Segment<V>[];
	readonly onChange: (value: V) => void;
	/** Disables all of them. */
	readonly disabled?: boolean;
	readonly className?: string;
}

/** One of two to four visible choices. Radio buttons underneath: arrow keys move the choice. */
export function Segmented<V extends string>({
	label,
	value,
	segments,
	onChange,
	disabled = false,
	className,
}: SegmentedProps<V>) {
	const name = useId();
	return (
		<div role="radiogroup" aria-label={label} className={['ui-segmented', className].filter(Boolean).join(' ')}>
			{segments.map((segment) => (
				<label
					key={segment.value}
					className="ui-segment"
					title={segment.icon === undefined ? undefined : segment.label}
				>
					<input
						type="radio"
						name={name}
						value={segment.value}
						checked={segment.value === value}
						disabled={disabled || segment.disabled}
						aria-label={segment.label}
						onChange={() => onChange(segment.value)}
					/>
					{segment.icon ?? segment.label}
				</label>
			))}
		</div>
	);
}
