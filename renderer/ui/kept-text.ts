import { type ChangeEvent, type ClipboardEvent, type DragEvent, type RefCallback, useCallback, useRef } from 'react';
import { fromShown, SHOWN_CRLF, shownLineEnd, toShown } from './shown-text.ts';

type Area = HTMLTextAreaElement;

const PASTED: ReadonlySet<string> = new Set([
	'insertFromPaste',
	'insertFromPasteAsQuotation',
	'insertFromDrop',
	'insertFromYank',
]);
const BREAKS: ReadonlySet<string> = new Set(['insertLineBreak', 'insertParagraph']);

/** Replaces the selection with shown text. Only the browser's own command keeps undo working. */
function insert(area: Area, shown: string): void {
	const command = shown === '' ? 'delete' : 'insertText';
	if (document.execCommand(command, false, shown)) return;
	area.setRangeText(shown, area.selectionStart, area.selectionEnd, 'end');
	area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Replaces all of an area's text, so that undo brings the old one back. */
export function replaceText(area: Area, text: string): void {
	area.focus();
	area.select();
	insert(area, toShown(text));
}

/** Where a deletion would split a CR from its LF: the range of both. */
function wholeLineEnd(
	{ value, selectionStart: at, selectionEnd }: Area,
	forwards: boolean,
): [number, number] | undefined {
	if (at !== selectionEnd) return undefined;
	const from = forwards ? at : at - SHOWN_CRLF.length;
	return from >= 0 && value.startsWith(SHOWN_CRLF, from) ? [from, from + SHOWN_CRLF.length] : undefined;
}

function selected({ value, selectionStart, selectionEnd }: Area): string {
	return fromShown(value.slice(selectionStart, selectionEnd));
}

export interface KeptTextOptions {
	readonly value: string;
	readonly onChange: (value: string) => void;
	/** Line ends are bytes. Where they are only white space, as in hex, a pasted CR LF becomes LF. */
	readonly keepsEnds: boolean;
}

/**
 * Makes a text area keep every character of its text, line ends included, however it is inserted: pasted, dropped, set,
 * edited, undone. Copying and cutting give the original text.
 */
export function useKeptText({ value, onChange, keepsEnds }: KeptTextOptions) {
	const keeps = useRef(keepsEnds);
	keeps.current = keepsEnds;
	const ref: RefCallback<Area> = useCallback((area) => {
		if (area === null) return undefined;
		const onBeforeInput = (event: InputEvent) => {
			const { inputType } = event;
			if (PASTED.has(inputType)) {
				const text = event.data ?? event.dataTransfer?.getData('text/plain');
				if (text === undefined) return;
				event.preventDefault();
				insert(area, toShown(keeps.current ? text : text.replaceAll(/\r\n?/g, '\n')));
			} else if (BREAKS.has(inputType) && shownLineEnd(area.value) !== '\n') {
				event.preventDefault();
				insert(area, SHOWN_CRLF);
			} else if (inputType === 'deleteContentBackward' || inputType === 'deleteContentForward') {
				const range = wholeLineEnd(area, inputType === 'deleteContentForward');
				if (range === undefined) return;
				event.preventDefault();
				area.setSelectionRange(...range);
				insert(area, '');
			}
		};
		area.addEventListener('beforeinput', onBeforeInput);
		return () => area.removeEventListener('beforeinput', onBeforeInput);
	}, []);
	const copy = (event: ClipboardEvent<Area>): boolean => {
		const text = selected(event.currentTarget);
		if (text === '') return false;
		event.clipboardData.setData('text/plain', text);
		event.preventDefault();
		return true;
	};
	return {
		ref,
		value: toShown(value),
		onChange: (event: ChangeEvent<Area>) => onChange(fromShown(event.target.value)),
		// The page's paste event has the copied line ends; the browser's own paste has lost them.
		onPaste: (event: ClipboardEvent<Area>) => {
			const text = event.clipboardData.getData('text/plain');
			if (text === '') return;
			event.preventDefault();
			insert(event.currentTarget, toShown(keepsEnds ? text : text.replaceAll(/\r\n?/g, '\n')));
		},
		onCopy: (event: ClipboardEvent<Area>) => void copy(event),
		onCut: (event: ClipboardEvent<Area>) => {
			if (copy(event)) insert(event.currentTarget, '');
		},
		onDragStart: (event: DragEvent<Area>) => event.dataTransfer.setData('text/plain', selected(event.currentTarget)),
	};
}
