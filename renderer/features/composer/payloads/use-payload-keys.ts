import { useEffect, useRef } from 'react';
import type { SavedPayload } from '../../../../common/payload/saved.ts';
import { onPayloadRequest, usePayloads } from '../../../app/state/templates/payloads.ts';
import { useDialogs } from '../../../app/state/window/dialogs.ts';

/** Alt with a digit sends the payload that has it, with any focus; a command names one. Code, not key: Alt changes the typed character on some systems. */
export function usePayloadKeys(onSend: (payload: SavedPayload) => void): void {
	const send = useRef(onSend);
	send.current = onSend;
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.repeat || useDialogs.getState().open !== undefined) return;
			if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
			const digit = Number(/^Digit([1-9])$/.exec(event.code)?.[1]);
			const payload = usePayloads.getState().payloads.find(({ shortcut }) => shortcut === digit);
			if (payload === undefined) return;
			event.preventDefault();
			send.current(payload);
		};
		window.addEventListener('keydown', onKey);
		const stop = onPayloadRequest((payload) => send.current(payload));
		return () => {
			stop();
			window.removeEventListener('keydown', onKey);
		};
	}, []);
}
