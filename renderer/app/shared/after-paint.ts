/**
 * Calls `use` in the first task after the next picture, so that the picture does not wait for it; in a page that is not visible, which has no
 * pictures, in the next task. The returned function cancels that.
 */
export function afterPaint(use: () => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const next = () => {
		timer = setTimeout(use);
	};
	if (document.visibilityState === 'hidden') next();
	const frame = document.visibilityState === 'hidden' ? 0 : requestAnimationFrame(next);
	return () => {
		cancelAnimationFrame(frame);
		clearTimeout(timer);
	};
}
