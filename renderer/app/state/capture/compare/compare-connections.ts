import { session } from '../../host/session.ts';
import { openDialog } from '../../window/dialogs.ts';
import { useSelection } from '../../window/selection.ts';
import { useCaptures } from '../captures.ts';
import { useViewed } from '../viewed.ts';

/** Compares a connection with another of the same capture, which is chosen in the dialog. `capture` is undefined for the live one. */
export function compareConnection(capture: string | undefined, connection: number): void {
	openDialog({
		kind: 'compare-connections',
		a: { capture, connection },
		b: { capture, connection: undefined },
	});
}

/** Compares a capture with the live one; the live one with another that is open. */
export function compareCapture(capture: string | undefined): void {
	const other = useCaptures
		.getState()
		.list.find((one) => one.kind !== 'live' && one.error === undefined && capture === undefined);
	compareCaptures(capture, other?.id);
}

/**
 * Opens captures of the library without viewing them, and compares them: the second with the first, or one with the live capture.
 * Rejects with a WirebenchError.
 */
export async function compareStored(first: string, second: string | undefined): Promise<void> {
	const { id } = await session.call('openCapture', { path: first });
	if (second === undefined) compareCaptures(id, undefined);
	else compareCaptures(id, (await session.call('openCapture', { path: second })).id);
}

function compareCaptures(a: string | undefined, b: string | undefined): void {
	openDialog({
		kind: 'compare-connections',
		a: { capture: a, connection: undefined },
		b: { capture: b, connection: undefined },
	});
}

/** Compares the connection that is selected in the list of endpoints, else the viewed capture. */
export function compareSelectedConnection(): void {
	const { capture } = useViewed.getState();
	const { connection } = useSelection.getState();
	// The ids of live connections have another meaning in a stored capture.
	if (capture === undefined && connection !== undefined) compareConnection(undefined, connection);
	else compareCapture(capture);
}
