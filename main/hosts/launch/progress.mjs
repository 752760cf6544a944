/** Clears the line of a terminal and returns to its start (ECMA-48). */
const CLEAR_LINE = '\r\x1b[K';
/** Percent between two lines where the output is no terminal. */
const LINE_EVERY = 25;

const megabytes = (bytes) => Math.round(bytes / 1e6);

/**
 * Shows the progress of the download: a line that changes on a terminal, a few lines elsewhere.
 * @param {{ isTTY?: boolean, write(text: string): unknown }} output
 */
export function showProgress(output) {
	let shown = -1;
	const line = (percent, received, total) => {
		if (total === undefined) return `${megabytes(received)} MB`;
		return `${percent} % of ${megabytes(total)} MB`;
	};
	return {
		/** @param {import('./download.mjs').Progress} progress */
		update({ received, total }) {
			const percent = total ? Math.floor((received / total) * 100) : 0;
			const step = output.isTTY
				? total === undefined
					? megabytes(received)
					: percent
				: Math.floor(percent / LINE_EVERY);
			if (step === shown) return;
			shown = step;
			const text = `Fetching the Electron runtime: ${line(percent, received, total)}`;
			output.write(output.isTTY ? `${CLEAR_LINE}${text}` : `${text}\n`);
		},
		/** Ends it with a line of its own. */
		end(text) {
			output.write(output.isTTY ? `${CLEAR_LINE}${text}\n` : `${text}\n`);
		},
	};
}
