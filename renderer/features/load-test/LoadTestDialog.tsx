import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { destinationOf, isClient, isDatagram, traitsOf } from '../../../common/endpoints/index.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { formatAddress } from '../../app/shared/format.ts';
import { startEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { planOf } from './draft.ts';
import { PlanFields } from './PlanFields.tsx';
import { RunProgress } from './RunProgress.tsx';
import { followRuns, setPlan, startRun, useLoadTest } from './store.ts';
import './load-test.css';

/** Maximum number of connections in the choice. */
const MOST = 100;

/** Sends numbered messages from an endpoint, and shows the progress. */
export function LoadTestDialog({ id }: { readonly id: string }) {
	const state = useWorkbench((workbench) => workbench.endpoints.get(id));
	const text = useDialogWords().loadTest;
	useEffect(followRuns, []);
	const run = useLoadTest(({ runs }) => [...runs.values()].findLast(({ endpoint }) => endpoint === id));
	return (
		<Dialog
			title={state === undefined ? text.titleUnknown : text.title(state.config.name)}
			onClose={closeDialog}
			width={560}
		>
			<div className="load-test-body">
				{state === undefined ? <p className="load-test-help">{text.gone}</p> : <Ready state={state} />}
				{run === undefined ? null : <RunProgress run={run} />}
			</div>
		</Dialog>
	);
}

/** The default destination of a socket's datagrams. */
function remoteOf(config: EndpointState['config']): string | undefined {
	const place = traitsOf(config.kind).role === 'socket' ? destinationOf(config) : undefined;
	if (place === undefined || 'path' in place) return place?.path;
	return formatAddress({ address: place.host, port: place.port });
}

/** Whether it can send to any host and port. */
function sendsAnywhere({ kind }: EndpointState['config']): boolean {
	const { role, protocol } = traitsOf(kind);
	return role === 'socket' && protocol !== 'unix';
}

/** The form, or what must be done first. */
function Ready({ state }: { readonly state: EndpointState }) {
	const text = useDialogWords().loadTest;
	const { id, config, status, connections } = state;
	if (status !== 'open') {
		const start = (
			<Button variant="primary" onClick={() => void startEndpoint(id)}>
				{text.closed.start(config.name)}
			</Button>
		);
		return (
			<EmptyState title={text.closed.title} action={start}>
				{text.closed.body}
			</EmptyState>
		);
	}
	if (!sendsAnywhere(config) && remoteOf(config) === undefined && connections === 0) {
		return <EmptyState title={text.nobody.title}>{text.nobody.body(config.name)}</EmptyState>;
	}
	return <PlanForm state={state} />;
}

function PlanForm({ state }: { readonly state: EndpointState }) {
	const { id, config } = state;
	const { ui } = useWords();
	const words = useDialogWords();
	const text = words.loadTest;
	const draft = useLoadTest(({ plan }) => plan);
	const { value: plan, errors } = useMemo(() => planOf(draft, words), [draft, words]);
	const [chosen, setChosen] = useState('');
	const [host, setHost] = useState('127.0.0.1');
	const [port, setPort] = useState('');
	const ids = useWorkbench(useShallow(({ connectionIds }) => (connectionIds.get(id) ?? []).slice(0, MOST)));
	const remotes = useWorkbench(
		useShallow(({ connections }) =>
			ids.map((each) => formatAddress(connections.get(each)?.remote ?? { address: '', port: 0 })),
		),
	);
	const running = useLoadTest(({ runs }) =>
		[...runs.values()].some((run) => run.endpoint === id && run.status === 'running'),
	);
	const remote = remoteOf(config);
	const elsewhere =
		remote !== undefined || sendsAnywhere(config) ? [{ value: '', label: remote ?? text.anAddress }] : [];
	const choices = [
		...elsewhere,
		...ids.map((each, i) => ({ value: String(each), label: `#${each} ${remotes[i] ?? ''}` })),
	];
	const picked = choices.some(({ value }) => value === chosen) ? chosen : (choices[0]?.value ?? '');
	const asksAddress = sendsAnywhere(config) && picked === '' && remote === undefined;
	const to = wholeNumber(port);
	const badPort = asksAddress && (to === undefined || to < 1 || to > 65_535);
	const start = () => {
		if (plan === undefined || badPort || running) return;
		const where =
			picked !== ''
				? { connection: Number(picked) }
				: asksAddress && to !== undefined
					? { to: { host, port: to } }
					: {};
		void startRun({ endpoint: id, ...where, plan });
	};
	return (
		<form
			className="load-test-form"
			noValidate
			aria-label={text.form}
			onSubmit={(event) => {
				event.preventDefault();
				start();
			}}
		>
			{isClient(config.kind) ? null : (
				<div className="load-test-grid">
					<Select
						label={text.to}
						aside={<ExplainButton explains="fields.remote" />}
						value={picked}
						choices={choices}
						onChange={setChosen}
					/>
				</div>
			)}
			{asksAddress ? (
				<div className="load-test-grid">
					<TextField
						label={text.host}
						aside={<ExplainButton explains="fields.remote" />}
						mono
						value={host}
						onChange={setHost}
					/>
					<NumberField
						label={text.port}
						aside={<ExplainButton explains="fields.port" />}
						min={1}
						max={65_535}
						value={port}
						onChange={setPort}
						error={badPort && port !== '' ? text.portFault : undefined}
					/>
				</div>
			) : null}
			<PlanFields draft={draft} onChange={setPlan} errors={errors} stream={!isDatagram(config.kind)} />
			<footer className="load-test-foot">
				<p className="load-test-help">{text.goesOn}</p>
				<Button type="submit" variant="primary" disabled={plan === undefined || badPort || running}>
					{ui.start}
				</Button>
			</footer>
		</form>
	);
}
