import type { RecordedAs } from '../../../../common/recording/name.ts';
import { openDialog } from '../window/dialogs.ts';
import { toast, toastError } from '../window/toasts.ts';
import { selectedConnection } from './selected-connection.ts';
import { captureParam, viewed } from './viewed.ts';

/** What a conversation can become, as commands. */
export const RECORDED_USES: readonly { readonly as: RecordedAs; readonly label: string }[] = [
	{ as: 'test', label: 'Make a test…' },
	{ as: 'mock', label: 'Make a mock server…' },
	{ as: 'replay', label: 'Replay…' },
];

function record(as: RecordedAs, connection: number, capture: string | undefined): void {
	openDialog({ kind: 'recording', as, connection, ...captureParam(capture) });
}

/** The commands of a connection's menu. `capture`: left out for the live one. */
export function recordingEntries(connection: number, capture?: string) {
	return RECORDED_USES.map(({ as, label }) => ({ label, onSelect: () => record(as, connection, capture) }));
}

/** Opens the dialog for the connection that the selection implies. */
export async function recordSelected(as: RecordedAs): Promise<void> {
	try {
		const { connection } = await selectedConnection();
		if (connection === undefined) toast({ tone: 'info', title: 'Select a connection first, or one of its events.' });
		else record(as, connection, viewed().capture);
	} catch (error) {
		toastError('The connection could not be read', error);
	}
}
