import { type KeyboardEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useWidth } from '../../virtual/use-width.ts';
import { ConversationBar } from './ConversationBar.tsx';
import { ConversationTools } from './ConversationTools.tsx';
import { FindBar } from './FindBar.tsx';
import { PartsView } from './PartsView.tsx';
import { StreamStatus } from './StreamStatus.tsx';
import { StreamView } from './StreamView.tsx';
import { useConversationCharset } from './state/charset.ts';
import { followSelection } from './state/follow-selection.ts';
import { layoutFor } from './state/measure.ts';
import { useConversation } from './state/store.ts';
import { type Stream, useStream } from './state/use-stream.ts';
import '../../bytes/bytes.css';
import './conversation.css';
import './lines.css';
import './cuts.css';
import './picker.css';

/** Padding of the lines and the scroll bar, px. */
const AROUND = 34;

/** One connection as a conversation, or split into its chunks and messages. */
export function ConversationPanel() {
	const view = useConversation();
	const body = useRef<HTMLDivElement>(null);
	const grid = useRef<HTMLDivElement>(null);
	const fonts = useSettings((settings) => settings.fonts);
	const { width, character } = useWidth(body, undefined, fonts);
	useEffect(followSelection, []);
	const stream = useStream(layoutFor(view, width - AROUND, character));
	useConversationCharset(view.connection, stream);
	const onKeyDown = (event: KeyboardEvent) => {
		if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
		if (event.key.toLowerCase() !== 'f' || view.connection === undefined) return;
		useConversation.setState({ finding: true });
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<section className="talk-panel" aria-label="Conversation" onKeyDown={onKeyDown}>
			<ConversationTools />
			<ConversationBar />
			{view.finding && view.connection !== undefined ? (
				<FindBar charset={view.charset} onClose={() => grid.current?.focus()} />
			) : null}
			<div ref={body} className="talk-room">
				{stream === undefined || view.connection === undefined ? (
					<NoConversation chosen={view.connection !== undefined} />
				) : (
					<>
						<Faults stream={stream} />
						{stream.layout.type === 'boundaries' ? <BoundaryHead /> : null}
						{view.mode === 'parts' ? (
							<PartsView connection={view.connection} side={view.cut} form={view.form} stream={stream} />
						) : (
							<StreamView stream={stream} grid={grid} />
						)}
						<StreamStatus stream={stream} />
					</>
				)}
			</div>
		</section>
	);
}

function NoConversation({ chosen }: { readonly chosen: boolean }) {
	const stored = useCaptureStatus((status) => status.stored);
	if (chosen) return null;
	return (
		<div className="talk-empty">
			{stored === 0 ? (
				<EmptyState title="Nothing has been said yet">
					Start a server, then open a client to it: what they say to each other is read here.
				</EmptyState>
			) : (
				<EmptyState title="Which conversation?">
					Select an event in the log or a connection on the left, or choose one above.
				</EmptyState>
			)}
		</div>
	);
}

function Faults({ stream }: { readonly stream: Stream }) {
	const { source, state, error } = stream;
	useSyncExternalStore(source.subscribe, source.version);
	const failure = error ?? state?.error ?? source.failure();
	if (failure === undefined) return null;
	return (
		<div className="talk-fault" role="alert">
			<span>The conversation could not be read: {failure.message}</span>
			<Button onClick={() => source.retry()}>Try again</Button>
		</div>
	);
}

function BoundaryHead() {
	return (
		<div className="cut-row cut-head">
			<span>Chunk</span>
			<span>As it was read</span>
			<span>As it is cut</span>
			<span>Message</span>
		</div>
	);
}
