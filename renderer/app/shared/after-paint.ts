/**
 * Calls `use` in the first task after the next picture, so that the picture does not wait for it; in a page that is not visible, which has no
 * pictures, in the next task. The returned function cancels that.
 */
export function afterPaint(use: () => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let frame = 0;
	const next = () => {
		timer = setTimeout(use);
	};
	if (document.visibilityState === 'hidden') next();
	else frame = requestAnimationFrame(next);
	return () => {
		cancelAnimationFrame(frame);
		clearTimeout(timer);
	};
}
