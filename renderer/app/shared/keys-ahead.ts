import { useEffect } from 'react';

/** Keys that make text, not a command. */
const isText = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
	key.length === 1 && !ctrlKey && !altKey && !metaKey;

/** Types keys into what has the focus now: each may move it. */
function type(keys: readonly KeyboardEvent[]): void {
	for (const key of keys) {
		const target = document.activeElement ?? document.body;
		const isFree = target.dispatchEvent(new KeyboardEvent(key.type, key));
		// The one way that is an edit of the field for the browser, for its undo and for React.
		if (isFree && isText(key)) document.execCommand('insertText', false, key.key);
		else if (isFree && key.key === 'Enter') enter(target);
	}
}

/** What the browser does with Enter, which it does for its own events alone. */
function enter(target: Element): void {
	if (target instanceof HTMLInputElement) target.form?.requestSubmit();
	else if (target instanceof HTMLButtonElement) target.click();
}

/**
 * The placeholder of a part that a person has opened and that is still being loaded: holds the keys that are pressed
 * meanwhile, and types them when the part is there.
 */
export function KeysAhead(): null {
	useEffect(() => {
		const keys: KeyboardEvent[] = [];
		const hold = (event: KeyboardEvent): void => {
			// An input method has keys of its own.
			if (event.isComposing) return;
			event.preventDefault();
			event.stopImmediatePropagation();
			keys.push(event);
		};
		window.addEventListener('keydown', hold, { capture: true });
		return () => {
			const release = () => {
				window.removeEventListener('keydown', hold, { capture: true });
				type(keys);
			};
			// By the next frame the part has taken the focus; keys from now on are behind those that are held.
			if (keys.length === 0) release();
			else requestAnimationFrame(release);
		};
	}, []);
	return null;
}
