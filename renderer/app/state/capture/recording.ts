import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { ConnectionsState } from '../../../../common/contract/calls/stream.ts';
import type { RecordedAs } from '../../../../common/recording/name.ts';
import { session } from '../host/session.ts';
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

/** Does `work` while the host lists the connections of the viewed capture, once it has listed those of this moment. */
async function whileListed<T>(work: () => Promise<T>): Promise<T> {
	const listed = Promise.withResolvers<void>();
	const look = ({ scanned, stored, limited, error }: ConnectionsState): void => {
		if (error !== undefined) listed.reject(WirebenchError.fromInfo(error));
		else if (limited || scanned >= stored) listed.resolve();
	};
	const stop = session.subscribe('connections', viewed(), {
		onSnapshot: look,
		onDelta: look,
		onError: listed.reject,
	});
	try {
		await listed.promise;
		return await work();
	} finally {
		stop();
	}
}

/** Opens the dialog for the connection that the selection implies. */
export async function recordSelected(as: RecordedAs): Promise<void> {
	try {
		const { connection } = await whileListed(selectedConnection);
		if (connection === undefined) toast({ tone: 'info', title: 'Select a connection first, or one of its events.' });
		else record(as, connection, viewed().capture);
	} catch (error) {
		toastError('The connection could not be read', error);
	}
}
