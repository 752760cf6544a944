import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { ByteSource } from '../../app/shared/hex/byte-source.ts';
import { laterPart } from '../../app/shared/later-part.tsx';
import { placeOfRow } from '../../app/state/capture/marks.ts';
import { payloadQuery } from '../../app/state/capture/read-payload.ts';
import { explainEvent } from '../../app/state/window/explain-event.ts';
import { requestFocus, useTakeFocus } from '../../app/state/window/focus.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { useWords } from '../../words/index.ts';
import { ErrorHint } from './ErrorHint.tsx';
import { EventHead } from './EventHead.tsx';
import { EventNote } from './EventNote.tsx';
import { EventTabs } from './EventTabs.tsx';
import { explanationOf } from './explain.ts';
import { openBytesFind } from './find-store.ts';
import { useInspector } from './store.ts';
import { useEvent } from './use-event.ts';
import '../../bytes/bytes.css';
import './inspector.css';

const REACH_LINE = laterPart(async () => (await import('../../app/shared/reach/ReachLine.tsx')).ReachLine);

/** The selected event: its description, and its bytes. */
export function InspectorPanel() {
	const words = useWords().inspector;
	const chosen = useSelection((selection) => selection.event);
	const { row, error } = useEvent();
	const panel = useRef<HTMLElement>(null);
	/** The focus was requested before the event was loaded: the panel holds it meanwhile. */
	const awaited = useRef(false);
	const focusInside = useCallback(() => {
		awaited.current = row?.n !== useSelection.getState().event;
		const inner = awaited.current ? null : panel.current?.querySelector<HTMLElement>('[data-pane-focus]');
		(inner ?? panel.current)?.focus();
	}, [row]);
	useTakeFocus('inspector', focusInside);
	useEffect(() => {
		if (row !== undefined && awaited.current && document.activeElement === panel.current) focusInside();
	}, [row, focusInside]);
	const source = useMemo(() => (row === undefined ? undefined : new ByteSource(row.length, payloadQuery(row))), [row]);
	const explanation = row === undefined ? undefined : explanationOf(row, words.explained);
	const onKeyDown = (event: KeyboardEvent) => {
		const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
		const key = event.key.toLowerCase();
		if (key === 'escape' && event.target === panel.current) requestFocus('log');
		else if (command && (key === 'f' || key === 'g') && row?.kind === 'data' && row.length > 0) {
			if (useInspector.getState().tab === 'calls') useInspector.setState({ tab: 'bytes' });
			openBytesFind(key === 'f' ? 'find' : 'offset');
		} else return;
		event.preventDefault();
	};
	return (
		<section className="inspector" aria-label={words.title} ref={panel} tabIndex={-1} onKeyDown={onKeyDown}>
			<PanelHeader title={words.title} />
			{error === undefined ? null : (
				<div className="inspector-notice inspector-error" role="alert">
					{words.unread(error.message)}
				</div>
			)}
			{row === undefined || source === undefined ? (
				chosen === undefined ? (
					<EmptyState title={words.none.title}>{words.none.text}</EmptyState>
				) : (
					<EventNote place={{ n: chosen }} />
				)
			) : (
				<div className="inspector-event">
					<div className="inspector-about">
						<EventHead row={row} />
						{chosen === undefined ? null : <EventNote place={placeOfRow(row)} />}
						{explanation === undefined ? null : (
							<p className="event-explained">
								{explanation} <ExplainButton explains={() => explainEvent(row)} />
							</p>
						)}
						{row.kind === 'listening' ? <REACH_LINE.Part ahead={null} endpoint={row.endpoint} /> : null}
						<ErrorHint row={row} />
					</div>
					{row.kind === 'data' && row.length === 0 ? <p className="event-explained">{words.emptyDatagram}</p> : null}
					<EventTabs row={row} source={source} />
				</div>
			)}
		</section>
	);
}
