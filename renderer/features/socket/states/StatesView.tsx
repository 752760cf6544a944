import type { TcpMoment } from '../../../../common/calls/tcp-states.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { fullTime, timeOfDay } from '../../../bytes/event-time.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { StateDiagram } from './StateDiagram.tsx';
import { useSubject } from './subject.ts';
import { useStates } from './use-states.ts';
import './states.css';

/** The TCP states of the selected connection: those after the selected event, else those of now. */
export default function StatesView() {
	const { tcpStates: words } = useDialogWords();
	const { connection, event } = useSubject();
	const shown = useStates(connection);
	const failure = shown?.error ?? shown?.state?.error;
	if (failure !== undefined) {
		return (
			<div className="states-empty" role="alert">
				{words.failed(failure.message)}
			</div>
		);
	}
	if (connection === undefined || shown?.state === undefined) {
		return (
			<div className="states-empty">
				<EmptyState title={words.none.title}>{words.none.text}</EmptyState>
			</div>
		);
	}
	const { moments, tcp, goodbye } = shown.state;
	if (!tcp) {
		return (
			<div className="states-empty">
				<EmptyState title={words.notTcp.title}>{words.notTcp.text}</EmptyState>
			</div>
		);
	}
	const at = event === undefined ? moments.at(-1) : moments.findLast(({ n }) => n <= event);
	return (
		<div className="states">
			<StateDiagram
				lit={{ own: at?.own ?? [], peer: at?.peer ?? [] }}
				text={words.picture(at?.own.at(-1) ?? '', at?.peer.at(-1) ?? '')}
			/>
			<div className="states-side">
				<div className="states-head-line">
					<b>{words.title(connection)}</b>
					{goodbye === undefined ? null : <span>{words.goodbyes[goodbye]}</span>}
				</div>
				<ol className="states-moments">
					{moments.map((moment) => (
						<Moment key={moment.n} moment={moment} current={moment === at} />
					))}
				</ol>
				<p className="states-legend">{words.legend}</p>
			</div>
		</div>
	);
}

/** An event that changed states: the states after it, and the segments that belong to it. */
function Moment({ moment, current }: { readonly moment: TcpMoment; readonly current: boolean }) {
	const { tcpStates: words } = useDialogWords();
	const { n, time, own, peer, inferred, segments } = moment;
	return (
		<li>
			<button
				type="button"
				className="states-moment"
				aria-current={current ? 'step' : undefined}
				onClick={() => useSelection.getState().selectEvent(n)}
			>
				<span className="states-when" title={fullTime(time, 9)}>
					{words.event(n + 1)} {timeOfDay(time)}
				</span>
				<span className={inferred ? 'states-end states-inferred' : 'states-end'}>
					<i>{words.own}</i> {own.join(' → ')}
				</span>
				<span className="states-end states-inferred">
					<i>{words.peer}</i> {peer.join(' → ')}
				</span>
				<span className="states-segments">
					{segments.map(({ from, flags, seen }) => (
						<span key={`${from} ${flags}`} className={seen ? 'states-segment' : 'states-segment states-unseen'}>
							{from === 'own' ? `→ ${flags}` : `← ${flags}`}
							{seen ? null : <span className="visually-hidden"> {words.inferred}</span>}
						</span>
					))}
				</span>
			</button>
		</li>
	);
}
