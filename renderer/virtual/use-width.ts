import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * Inner width of an element and the width of one of its characters, px, kept up to date. `face`: the font family whose
 * character is measured; default: the element's own. `fonts`: another value measures again, as another size of the
 * text does not change the element.
 */
export function useWidth(
	element: RefObject<HTMLElement | null>,
	face = 'inherit',
	fonts?: unknown,
): { width: number; character: number } {
	const [size, setSize] = useState({ width: 0, character: 0 });
	// biome-ignore lint/correctness/useExhaustiveDependencies: `fonts` is only compared
	useLayoutEffect(() => {
		const watched = element.current;
		if (watched === null) return;
		const probe = document.createElement('span');
		probe.textContent = '0'.repeat(64);
		probe.style.cssText = `position:absolute;visibility:hidden;white-space:pre;font-family:${face}`;
		const measure = () => {
			watched.append(probe);
			const character = probe.getBoundingClientRect().width / 64;
			probe.remove();
			const width = watched.clientWidth;
			setSize((before) => (before.width === width && before.character === character ? before : { width, character }));
		};
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(watched);
		return () => observer.disconnect();
	}, [element, face, fonts]);
	return size;
}
