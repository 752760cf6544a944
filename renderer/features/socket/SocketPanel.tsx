import { CentreViews } from '../../app/shared/CentreViews.tsx';
import CallsView from '../../app/shared/calls/CallsView.tsx';
import { useLiveEndpoint } from '../../app/shared/calls/live.ts';
import { useViewed } from '../../app/state/capture/viewed.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { ALL, SOCKET_PARTS, useSocketView } from '../../app/state/window/socket-view.ts';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import KernelView from './kernel/KernelView.tsx';
import StatesView from './states/StatesView.tsx';
import './socket.css';

/** The socket calls of an endpoint, or of all; the TCP states of a connection; or what the kernel reports about its socket. */
export function SocketPanel() {
	const { socketCalls: words } = useDialogWords();
	const { part, wanted } = useSocketView();
	const names = useNames();
	const selected = useSelectedName();
	const chosen = wanted ?? selected ?? ALL;
	const name = names.includes(chosen) ? chosen : ALL;
	const live = useLiveEndpoint(name === ALL ? undefined : name);
	return (
		<section className="socket" aria-label={words.panel}>
			<PanelHeader title={words.panel} lead={<CentreViews />}>
				{part !== 'calls' ? null : (
					<Select
						label={words.of}
						hideLabel
						value={name}
						choices={[{ value: ALL, label: words.all }, ...names.map((value) => ({ value, label: value }))]}
						onChange={(value) => useSocketView.setState({ wanted: value })}
					/>
				)}
				<Segmented
					label={words.part}
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
					of={name === ALL ? { all: true } : { endpoint: name }}
					label={words.list(name === ALL ? words.all : name)}
					live={live}
				/>
			)}
		</section>
	);
}

/** The names of the endpoints; a stored capture has others. */
function useNames(): string[] {
	const isLive = useViewed(({ capture }) => capture === undefined);
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	return isLive ? [...new Set([...endpoints.values()].map(({ config }) => config.name))] : [];
}

function useSelectedName(): string | undefined {
	const id = useSelection(({ endpoint }) => endpoint);
	return useWorkbench(({ endpoints }) => (id === undefined ? undefined : endpoints.get(id)?.config.name));
}
