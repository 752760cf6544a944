import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import CallsView from '../../app/shared/calls/CallsView.tsx';
import { useLiveEndpoint } from '../../app/shared/calls/live.ts';
import { useDialogWords } from '../../words/dialogs.ts';

/** The socket calls of the event's connection, or of its endpoint. */
export default function EventCalls({ row }: { readonly row: CaptureRow }) {
	const { socketCalls: words } = useDialogWords();
	const { connection, endpoint } = row;
	const live = useLiveEndpoint(endpoint);
	return connection === 0 ? (
		<CallsView of={{ endpoint }} label={words.list(endpoint)} live={live} />
	) : (
		<CallsView of={{ connection }} label={words.list(words.connection(connection))} live={live} />
	);
}
