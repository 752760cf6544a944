import { words } from '../../words/index.ts';

/** Fallback for pages without clipboard access: a text area, selected and copied. */
function copyBySelection(text: string): boolean {
	const area = document.createElement('textarea');
	area.value = text;
	area.setAttribute('aria-hidden', 'true');
	area.style.position = 'fixed';
	area.style.opacity = '0';
	const focused = document.activeElement;
	document.body.append(area);
	area.select();
	const done = document.execCommand('copy');
	area.remove();
	if (focused instanceof HTMLElement) focused.focus();
	return done;
}

/** Writes text to the clipboard; rejects with a sentence when the browser refuses. */
export async function writeClipboard(text: string): Promise<void> {
	let reason: unknown;
	try {
		await navigator.clipboard.writeText(text);
		return;
	} catch (error) {
		reason = error;
	}
	if (!copyBySelection(text)) {
		throw new Error(words().shell.noClipboard, { cause: reason });
	}
}
