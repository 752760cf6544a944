import type { CallList } from '../../../common/contract/calls/socket-calls.ts';
import { CentreViews } from '../../app/shared/CentreViews.tsx';
import CallsView from '../../app/shared/calls/CallsView.tsx';
import { useLiveEndpoint } from '../../app/shared/calls/live.ts';
import { ExplainedSegmented } from '../../app/shared/explain/ExplainedSegmented.tsx';
import { useViewed } from '../../app/state/capture/viewed.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { ALL, chosenOf, SOCKET_PARTS, useSocketView } from '../../app/state/window/socket-view.ts';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { CapturedChoice } from './CapturedChoice.tsx';
import KernelView from './kernel/KernelView.tsx';
import StatesView from './states/StatesView.tsx';
import './socket.css';

/** The socket calls of an endpoint, or of all; the TCP states of a connection; or what the kernel reports about its socket. */
export function SocketPanel() {
	const { socketCalls: words } = useDialogWords();
	const part = useSocketView((view) => view.part);
	const capture = useViewed((viewed) => viewed.capture);
	const of = useCallsOf(capture);
	const name = 'endpoint' in of ? of.endpoint : undefined;
	const live = useLiveEndpoint(name);
	return (
		<section className="socket" aria-label={words.panel}>
			<PanelHeader title={words.panel} lead={<CentreViews />}>
				{part === 'kernel' ? null : capture !== undefined ? (
					<CapturedChoice capture={capture} endpoints={part === 'calls'} />
				) : part === 'calls' ? (
					<LiveChoice name={name ?? ALL} />
				) : null}
				<ExplainedSegmented
					label={words.part}
					explains="views.socket"
					value={part}
					segments={SOCKET_PARTS.map((value) => ({ value, label: words.parts[value] }))}
					onChange={(value) => useSocketView.setState({ part: value })}
				/>
			</PanelHeader>
			{part === 'states' ? (
				<StatesView />
			) : part === 'kernel' ? (
				<KernelView />
			) : (
				<CallsView
					of={of}
					label={words.list('connection' in of ? words.connection(of.connection) : (name ?? words.all))}
					live={live}
				/>
			)}
		</section>
	);
}

/** The endpoints of the window. */
function LiveChoice({ name }: { readonly name: string }) {
	const { socketCalls: words } = useDialogWords();
	const names = useNames();
	return (
		<Select
			label={words.of}
			hideLabel
			value={name}
			choices={[{ value: ALL, label: words.all }, ...names.map((value) => ({ value, label: value }))]}
			onChange={(value) => useSocketView.setState({ wanted: value })}
		/>
	);
}

/** Whose calls are shown: of a stored capture what was chosen of it, of the live one an endpoint, else all. */
function useCallsOf(capture: string | undefined): CallList['of'] {
	const view = useSocketView();
	const names = useNames();
	const selected = useSelectedName();
	if (capture !== undefined) {
		const { endpoint, connection } = chosenOf(view, capture) ?? {};
		if (connection !== undefined) return { connection };
		return endpoint === undefined ? { all: true } : { endpoint };
	}
	const name = view.wanted ?? selected ?? ALL;
	return names.includes(name) ? { endpoint: name } : { all: true };
}

function useNames(): string[] {
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	return [...new Set([...endpoints.values()].map(({ config }) => config.name))];
}

function useSelectedName(): string | undefined {
	const id = useSelection(({ endpoint }) => endpoint);
	return useWorkbench(({ endpoints }) => (id === undefined ? undefined : endpoints.get(id)?.config.name));
}
