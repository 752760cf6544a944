import type { ReactNode } from 'react';
import type { TcpState } from '../../../../common/calls/tcp-states.ts';
import type { KernelSocket } from '../../../../common/contract/calls/system/kernel.ts';
import { optionsOf } from '../../../../common/endpoints/index.ts';
import type { TopicId } from '../../../../common/explain/topic-id.ts';
import type { KernelFact } from '../../../../common/kernel/facts.ts';
import { programText } from '../../../../common/kernel/program-text.ts';
import { KERNEL_SOURCE_NAMES } from '../../../../common/kernel/sources.ts';
import { reachOf } from '../../../../common/reach/reach.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { formatAddress } from '../../../app/shared/format.ts';
import { useInterfaces } from '../../../app/shared/reach/use-interfaces.ts';
import { useViewed } from '../../../app/state/capture/viewed.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { reasonText } from '../../../words/errors.ts';
import { FactTable } from './FactTable.tsx';
import { FillBars } from './FillBars.tsx';
import { bytesText, microsecondsText } from './fact-value.ts';
import { Graph } from './Graph.tsx';
import { type KernelReading, useKernel, useKernelSubject, useProgram } from './use-kernel.ts';
import './kernel.css';

const STATE_TOPICS: Readonly<Record<TcpState, TopicId>> = {
	CLOSED: 'states.closed',
	LISTEN: 'states.listen',
	'SYN-SENT': 'states.synSent',
	'SYN-RECEIVED': 'states.synReceived',
	ESTABLISHED: 'states.established',
	'FIN-WAIT-1': 'states.finWait1',
	'FIN-WAIT-2': 'states.finWait2',
	CLOSING: 'states.closing',
	'TIME-WAIT': 'states.timeWait',
	'CLOSE-WAIT': 'states.closeWait',
	'LAST-ACK': 'states.lastAck',
};

/** What the system reports about the socket of the selected connection, or of the selected endpoint, live. */
export default function KernelView() {
	const { kernelView: words } = useDialogWords();
	const subject = useKernelSubject();
	const isLive = useViewed(({ capture }) => capture === undefined);
	const { readings, error } = useKernel(subject);
	const last = readings.at(-1);
	const program = useProgram(subject.connection, last?.socket?.state);
	const name = useWorkbench(({ endpoints }) => endpoints.get(subject.endpoint ?? '')?.config.name);
	if (!isLive) return <Empty>{words.stored}</Empty>;
	if (error !== undefined) return <Empty>{words.failed(error.message)}</Empty>;
	if (last?.socket === undefined) {
		return <Empty>{subject.closed === undefined ? words.none.text : words.closed(subject.closed)}</Empty>;
	}
	const { socket, own } = last;
	const { connection } = socket;
	return (
		<div className="kernel">
			<div className="kernel-parts">
				<div className="kernel-main">
					<div className="kernel-head">
						<b>{connection === undefined ? words.ofEndpoint(name ?? '') : words.title(connection)}</b>
						<span className="kernel-ends">
							{formatAddress(socket.local)}
							{socket.remote === undefined ? '' : ` ↔ ${formatAddress(socket.remote)}`}
						</span>
					</div>
					<dl className="kernel-summary">
						{socket.state === undefined ? null : (
							<Line name={words.state}>
								{socket.state}
								<ExplainButton explains={STATE_TOPICS[socket.state]} />
							</Line>
						)}
						{socket.congestion === undefined ? null : <Line name={words.congestion}>{socket.congestion}</Line>}
						{program === undefined ? null : (
							<Line name={words.program}>
								{'unknown' in program ? reasonText(program.unknown) : programText(program.program, words)}
							</Line>
						)}
						<Reach own={own} endpoint={subject.endpoint} />
					</dl>
					<FillBars socket={socket} own={own} />
					<Graphs readings={readings} />
					{socket.notes.map((note) => (
						<p key={note.says.code} className="kernel-note">
							{reasonText(note)}
						</p>
					))}
				</div>
				<div className="kernel-side">
					<FactTable socket={socket} />
					{socket.sources.map((source) => (
						<p key={source} className="kernel-note">
							{words.from(KERNEL_SOURCE_NAMES[source])}
						</p>
					))}
				</div>
			</div>
		</div>
	);
}

function Empty({ children }: { readonly children: ReactNode }) {
	const { kernelView: words } = useDialogWords();
	return (
		<div className="kernel-empty">
			<EmptyState title={words.none.title}>{children}</EmptyState>
		</div>
	);
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}

/** Who can reach what the endpoint has bound; nothing for a client. */
function Reach({ own, endpoint }: { readonly own: readonly KernelSocket[]; readonly endpoint: string | undefined }) {
	const { kernelView: words } = useDialogWords();
	const config = useWorkbench(({ endpoints }) => endpoints.get(endpoint ?? '')?.config);
	const interfaces = useInterfaces(endpoint);
	if (config === undefined || interfaces === undefined) return null;
	const { ipv6Only } = optionsOf(config);
	return own.map(({ local }) => (
		<Line key={formatAddress(local)} name={words.reach}>
			{reasonText(reachOf({ local, ipv6Only }, interfaces))}
		</Line>
	));
}

/** Round trip and queues since the view was opened. */
function Graphs({ readings }: { readonly readings: readonly KernelReading[] }) {
	const { kernelView: words } = useDialogWords();
	const times = readings.map(({ time }) => time);
	const line = (fact: KernelFact) => ({
		key: fact,
		name: words.facts[fact].name,
		values: readings.map(({ socket }) => socket?.facts[fact]),
	});
	return (
		<>
			<Graph title={words.roundTrip} times={times} lines={[line('rtt')]} format={microsecondsText} />
			<Graph title={words.queues} times={times} lines={[line('sendQueue'), line('receiveQueue')]} format={bytesText} />
		</>
	);
}
