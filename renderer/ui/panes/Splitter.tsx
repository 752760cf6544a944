import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import './splitter.css';

/** px of an arrow key. */
const STEP = 16;

export interface SplitterProps {
	readonly label: string;
	/** The edge of the pane that it moves. */
	readonly edge: 'right' | 'left' | 'top';
	/** The size in words. */
	readonly valueText: string;
	/** Size of the pane, CSS px; undefined while it follows its content. */
	readonly value: number | undefined;
	readonly min: number;
	readonly max: number;
	/** Shows a size without keeping it, and returns the size that the pane has with it: others keep their minimum. */
	readonly show: (size: number) => number;
	/** The person has chosen a size. */
	readonly onChoose: (size: number) => void;
	/** Enter, or a drag to less than half of the minimum. */
	readonly onFold: () => void;
	/** A double click: the size as at first. */
	readonly onReset: () => void;
}

/** The line between two panes: the pointer drags it, arrow keys move it. */
export function Splitter({ label, valueText, edge, value, min, max, show, onChoose, onFold, onReset }: SplitterProps) {
	const line = useRef<HTMLDivElement>(null);
	/** While it is dragged: where the drag began, the size then, and the wanted and the present size. */
	const drag = useRef<{ from: number; size: number; wanted: number; shown: number }>(undefined);
	const vertical = edge !== 'top';
	const grows = edge === 'right' ? 1 : -1;
	const size = () => {
		const { width, height } = line.current?.parentElement?.getBoundingClientRect() ?? { width: 0, height: 0 };
		return vertical ? width : height;
	};
	const within = (wanted: number) => Math.min(Math.max(wanted, min), max);
	const at = (event: PointerEvent) => (vertical ? event.clientX : event.clientY);

	const end = () => {
		const { current } = drag;
		drag.current = undefined;
		line.current?.removeAttribute('data-dragged');
		if (current === undefined || current.wanted === current.size) return;
		if (current.wanted < min / 2) {
			show(current.size);
			onFold();
		} else onChoose(current.shown);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const [less, more] = vertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
		const step = event.key === less ? -STEP : event.key === more ? STEP : undefined;
		if (event.key === 'Enter') onFold();
		else if (event.key === 'Home') onChoose(show(min));
		else if (event.key === 'End') onChoose(show(max));
		else if (step !== undefined) onChoose(show(within(size() + step * grows)));
		else return;
		event.preventDefault();
	};

	return (
		// biome-ignore lint/a11y/useSemanticElements: a rule between paragraphs has no value
		<div
			ref={line}
			role="separator"
			className={`ui-splitter ui-splitter-${edge}`}
			tabIndex={0}
			aria-label={label}
			aria-orientation={vertical ? 'vertical' : 'horizontal'}
			aria-valuenow={value ?? min}
			aria-valuemin={min}
			aria-valuemax={max}
			aria-valuetext={valueText}
			onKeyDown={onKeyDown}
			onDoubleClick={onReset}
			onPointerDown={(event) => {
				if (event.button !== 0) return;
				event.currentTarget.setPointerCapture(event.pointerId);
				line.current?.setAttribute('data-dragged', '');
				drag.current = { from: at(event), size: size(), wanted: size(), shown: size() };
			}}
			onPointerMove={(event) => {
				const { current } = drag;
				if (current === undefined) return;
				current.wanted = current.size + (at(event) - current.from) * grows;
				current.shown = show(within(current.wanted));
			}}
			onPointerUp={end}
			onPointerCancel={end}
		/>
	);
}
