import { useEffect, useRef, useState } from 'react';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { StreamLayout } from '../../../../common/contract/calls/stream.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { useShownCharset } from '../../../app/state/capture/shown-charset.ts';
import { useViewed, viewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { useConversation } from './store.ts';
import type { Stream } from './use-stream.ts';

interface Known {
	readonly endpoint: string;
	readonly charset?: CharsetName | undefined;
	readonly capture?: string | undefined;
	readonly connection?: number | undefined;
}

const UNKNOWN: Known = { endpoint: '' };

/** Lines that are searched for the first data. */
const LINES = 32;

/** The first data of a layout. */
async function firstData(layout: StreamLayout): Promise<CaptureRow | undefined> {
	const of = viewed();
	const { lines } = await session.call('streamLines', { ...of, layout, from: 0, count: LINES });
	const line = lines.find(({ type }) => type !== 'event');
	if (line === undefined) return undefined;
	return (await session.call('captureRows', { ...of, from: line.n, count: 1 })).rows[0];
}

/**
 * The endpoint that a shown conversation belongs to, and keeps its charset: no name and UTF-8 until data of it has been read.
 */
export function useConversationEndpoint(connection: number | undefined, stream: Stream | undefined): string {
	const capture = useViewed((state) => state.capture);
	/** The layout, once it has something to read. Until that of another connection has arrived, it is the one before. */
	const isOwn = stream !== undefined && stream.layout.connection === connection && (stream.state?.bytes ?? 0) > 0;
	const layout = isOwn ? stream.layout : undefined;
	const isRead = layout !== undefined;
	const [known, setKnown] = useState(UNKNOWN);
	const text = known.connection === connection && known.capture === capture ? known : UNKNOWN;
	// biome-ignore lint/correctness/useExhaustiveDependencies: connections of another capture are others
	useEffect(() => {
		if (connection === undefined || layout === undefined) return;
		let wanted = true;
		firstData(layout).then(
			(row) =>
				wanted && row !== undefined && setKnown({ endpoint: row.endpoint, charset: row.charset, capture, connection }),
			// The lines of the same connection report the error.
			() => undefined,
		);
		return () => {
			wanted = false;
		};
	}, [capture, connection, isRead]);
	const charset = useShownCharset(text);
	useEffect(() => useConversation.setState({ charset }), [charset]);
	const { endpoint } = text;
	const before = useRef({ endpoint, charset });
	useEffect(() => {
		const isOther = before.current.endpoint === endpoint && before.current.charset !== charset;
		before.current = { endpoint, charset };
		if (isOther && endpoint !== '') useConversation.setState(({ recoded }) => ({ recoded: recoded + 1 }));
	}, [endpoint, charset]);
	return endpoint;
}
