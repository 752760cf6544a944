import { type RefObject, useLayoutEffect, useState } from 'react';

/** The inner width of an element, px, as it changes. */
export function useElementWidth(of: RefObject<HTMLElement | null>): number {
	const [width, setWidth] = useState(0);
	useLayoutEffect(() => {
		const element = of.current;
		if (element === null) return;
		const measure = () => setWidth(element.clientWidth);
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		return () => observer.disconnect();
	}, [of]);
	return width;
}
