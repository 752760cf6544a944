import { type RefObject, useLayoutEffect, useRef } from 'react';
import './line-ends.css';

/** Longer texts have no marks: typing would be slow. The row below counts their line ends. */
const MOST_CHARACTERS = 20_000;

interface LineEndMarksProps {
	/** The text of the area, where CR already is a visible ␍. */
	readonly shown: string;
	readonly area: RefObject<HTMLTextAreaElement | null>;
}

/**
 * Draws ␊ at each line end of a text area: LF is ␊, CR LF is ␍␊, CR alone is ␍. It lies over the area with the same
 * text, invisible, so that the area's own text, selection, undo and input methods are untouched.
 */
export function LineEndMarks({ shown, area }: LineEndMarksProps) {
	const marks = useRef<HTMLDivElement>(null);
	const drawn = shown.length <= MOST_CHARACTERS && shown.includes('\n');
	useLayoutEffect(() => {
		const [from, to] = [area.current, marks.current];
		if (!drawn || from === null || to === null) return undefined;
		const follow = () => {
			// Without the scroll bar of the area, if it has one: lines wrap at the same place.
			to.style.width = `${from.clientWidth}px`;
			to.style.height = `${from.clientHeight}px`;
			to.scrollTop = from.scrollTop;
		};
		follow();
		const observer = new ResizeObserver(follow);
		observer.observe(from);
		from.addEventListener('scroll', follow);
		return () => {
			observer.disconnect();
			from.removeEventListener('scroll', follow);
		};
	});
	if (!drawn) return null;
	const lines = shown.split('\n');
	return (
		<div ref={marks} className="ui-input-mono line-ends-marks" aria-hidden="true">
			{lines.map((line, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
				<span key={at}>
					{line}
					{at < lines.length - 1 ? (
						<>
							<i>␊</i>
							{'\n'}
						</>
					) : null}
				</span>
			))}
		</div>
	);
}
