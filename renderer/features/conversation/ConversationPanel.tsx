import { type KeyboardEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { CharsetOffer } from '../../app/shared/charset/CharsetOffer.tsx';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useWidth } from '../../virtual/use-width.ts';
import { useWords } from '../../words/index.ts';
import { ConversationBar } from './ConversationBar.tsx';
import { ConversationTools } from './ConversationTools.tsx';
import { FindBar } from './FindBar.tsx';
import { PartsView } from './PartsView.tsx';
import { StreamStatus } from './StreamStatus.tsx';
import { StreamView } from './StreamView.tsx';
import { useConversationEndpoint } from './state/charset.ts';
import { followSelection } from './state/follow-selection.ts';
import { layoutFor } from './state/measure.ts';
import { useReceived } from './state/received.ts';
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
	const words = useWords().conversation;
	const view = useConversation();
	const body = useRef<HTMLDivElement>(null);
	const grid = useRef<HTMLDivElement>(null);
	const fonts = useSettings((settings) => settings.fonts);
	const { width, character } = useWidth(body, undefined, fonts);
	useEffect(followSelection, []);
	const stream = useStream(layoutFor(view, width - AROUND, character), view.recoded);
	const endpoint = useConversationEndpoint(view.connection, stream);
	const onKeyDown = (event: KeyboardEvent) => {
		if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
		if (event.key.toLowerCase() !== 'f' || view.connection === undefined) return;
		useConversation.setState({ finding: true });
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<section className="talk-panel" aria-label={words.title} onKeyDown={onKeyDown}>
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
						<ReceivedCharset endpoint={endpoint} own={view.charset} stream={stream} />
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
	const { empty, which } = useWords().conversation;
	const stored = useCaptureStatus((status) => status.stored);
	if (chosen) return null;
	return (
		<div className="talk-empty">
			{stored === 0 ? (
				<EmptyState title={empty.title}>{empty.text}</EmptyState>
			) : (
				<EmptyState title={which.title}>{which.text}</EmptyState>
			)}
		</div>
	);
}

interface ReceivedCharsetProps {
	readonly endpoint: string;
	readonly own: CharsetName;
	readonly stream: Stream;
}

function ReceivedCharset({ endpoint, own, stream }: ReceivedCharsetProps) {
	return <CharsetOffer endpoint={endpoint} own={own} received={useReceived(stream)} />;
}

function Faults({ stream }: { readonly stream: Stream }) {
	const words = useWords().conversation;
	const { source, state, error } = stream;
	useSyncExternalStore(source.subscribe, source.version);
	const failure = error ?? state?.error ?? source.failure();
	if (failure === undefined) return null;
	return (
		<div className="talk-fault" role="alert">
			<span>{words.unread(failure.message)}</span>
			<Button onClick={() => source.retry()}>{words.tryAgain}</Button>
		</div>
	);
}

function BoundaryHead() {
	const { heads } = useWords().conversation;
	const decoded = useConversation((view) => view.decoded);
	return (
		<div className={decoded ? 'cut-row cut-head cut-decoded' : 'cut-row cut-head'}>
			<span>{heads.chunk}</span>
			<span>{heads.read}</span>
			<span>{heads.cut}</span>
			<span>{heads.message}</span>
		</div>
	);
}
