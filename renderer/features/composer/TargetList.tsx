// biome-ignore-all lint/a11y/useFocusableInteractive: the field keeps the focus and references an option with aria-activedescendant
import { useCallback, useEffect, useRef } from 'react';
import { useWords } from '../../words/index.ts';
import type { ToOption } from './to/options.ts';

interface TargetListProps {
	readonly id: string;
	readonly options: readonly ToOption[];
	/** Index of the option that Enter chooses. */
	readonly active: number;
	readonly onChoose: (option: ToOption) => void;
}

/** The list at *To*, above all other content: the composer itself scrolls, and would cut it. */
export function TargetList({ id, options, active, onChoose }: TargetListProps) {
	const text = useWords().targets;
	const list = useRef<HTMLDivElement>(null);
	const show = useCallback((element: HTMLDivElement | null) => {
		list.current = element;
		element?.showPopover();
	}, []);
	useEffect(() => {
		list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
	}, [active]);
	if (options.length === 0) {
		return (
			<div
				ref={show}
				id={id}
				popover="manual"
				role="listbox"
				aria-label={text.list}
				className="ui-popup composer-targets"
			>
				<div role="option" aria-selected="false" aria-disabled="true" className="composer-target">
					{text.none}
				</div>
			</div>
		);
	}
	return (
		<div
			ref={show}
			id={id}
			popover="manual"
			role="listbox"
			aria-label={text.list}
			className="ui-popup composer-targets"
		>
			{options.map((option, at) => (
				<div
					key={option.key}
					id={`${id}-${at}`}
					role="option"
					className="composer-target"
					aria-selected={at === active}
					onMouseDown={(event) => {
						// The field keeps the focus until the option is chosen.
						event.preventDefault();
						onChoose(option);
					}}
				>
					<span>{option.label}</span>
					{option.note === undefined ? null : <small>{option.note}</small>}
				</div>
			))}
		</div>
	);
}
