import type { RecordedAs } from '../../../../common/recording/name.ts';
import { words } from '../../../words/index.ts';
import { openDialog } from '../window/dialogs.ts';
import { toast, toastError } from '../window/toasts.ts';
import { selectedConnection } from './selected-connection.ts';
import { captureParam, viewed } from './viewed.ts';

function record(as: RecordedAs, connection: number, capture: string | undefined): void {
	openDialog({ kind: 'recording', as, connection, ...captureParam(capture) });
}

/** The commands of a connection's menu. `capture`: left out for the live one. */
export function recordingEntries(connection: number, capture?: string) {
	const { makeTest, makeMock, replay, asCode } = words().captureActions;
	const entry = (as: RecordedAs, label: string) => ({ label, onSelect: () => record(as, connection, capture) });
	const source = { of: 'connection', connection, ...captureParam(capture) } as const;
	return [
		entry('test', makeTest),
		entry('mock', makeMock),
		entry('replay', replay),
		{ label: asCode, onSelect: () => openDialog({ kind: 'code', source }) },
	];
}

/** Opens the dialog for the connection that the selection implies. */
export async function recordSelected(as: RecordedAs): Promise<void> {
	try {
		const { connection } = await selectedConnection();
		if (connection === undefined) toast({ tone: 'info', title: words().captureActions.selectConnection });
		else record(as, connection, viewed().capture);
	} catch (error) {
		toastError(words().captureActions.connectionUnread, error);
	}
}
