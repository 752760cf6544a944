import { useMemo, useState } from 'react';
import {
	FAULTS,
	type FaultName,
	PROXY_DIRECTIONS,
	type ProxyDirection,
	type ProxyFaults,
	proxyFaultsSchema,
} from '../../../../common/contract/config/proxy.ts';
import type { EndpointKind } from '../../../../common/endpoints/index.ts';
import { formatCount } from '../../../app/shared/format.ts';
import { setFaults } from '../../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../../app/state/window/dialogs.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { errorAt, schemaErrors } from '../draft/errors.ts';
import { type FaultsDraft, faultsDraft, faultsInput } from '../draft/faults-draft.ts';
import { FaultFields } from '../faults/FaultFields.tsx';
import { useLeft } from '../form/use-left.ts';
import '../form.css';
import { useDialogWords } from '../../../words/dialogs.ts';
import { useWords } from '../../../words/index.ts';

interface FaultsDialogProps {
	readonly id: string;
	/** One of its connections instead of all. */
	readonly connection?: number | undefined;
}

/** Changes the faults of a proxy, also while it runs: for all connections, or for one. */
export function FaultsDialog({ id, connection }: FaultsDialogProps) {
	const { faults: words } = useDialogWords().endpointForm.dialogs;
	const config = useWorkbench((workbench) => workbench.endpoints.get(id)?.config);
	const own = useWorkbench(({ connections }) =>
		connection === undefined ? undefined : connections.get(connection)?.proxy,
	);
	const gone = connection !== undefined && own === undefined;
	if (gone || config === undefined || !('faults' in config)) {
		return (
			<Dialog title={words.title} onClose={closeDialog} width={620}>
				<p className="form-gone">{gone ? words.connectionClosed : words.proxyGone}</p>
			</Dialog>
		);
	}
	const title = connection === undefined ? words.of(config.name) : words.ofConnection(connection, config.name);
	return (
		<Dialog title={title} onClose={closeDialog} width={620}>
			<FaultsForm
				id={id}
				connection={connection}
				kind={config.kind}
				faults={own?.faults ?? config.faults}
				hasOwn={own?.faults !== undefined}
			/>
		</Dialog>
	);
}

interface FaultsFormProps extends FaultsDialogProps {
	readonly kind: EndpointKind;
	readonly faults: ProxyFaults;
	readonly hasOwn: boolean;
}

function FaultsForm({ id, connection, kind, faults, hasOwn }: FaultsFormProps) {
	const [draft, setDraft] = useState<FaultsDraft>(() => faultsDraft(faults));
	const left = useLeft();
	const { faults: words } = useDialogWords().endpointForm.dialogs;
	const { close } = useWords().ui;
	const parsed = useMemo(() => proxyFaultsSchema.safeParse(faultsInput(draft)), [draft]);
	const errors = parsed.success ? new Map<string, string>() : schemaErrors(parsed.error, 'faults');
	const nothing: ProxyFaults = { toTarget: {}, toClient: {} };
	const use = (wanted: ProxyFaults | undefined) => void setFaults(id, connection, wanted);
	return (
		<form
			className="form"
			noValidate
			aria-label={words.title}
			onBlur={left.onBlur}
			onSubmit={(event) => {
				event.preventDefault();
				if (parsed.success) use(parsed.data);
			}}
		>
			<div className="form-body">
				<FaultFields
					kind={kind}
					faults={draft}
					change={(path, next) => {
						left.changed(path);
						setDraft(next);
					}}
					error={(path) => (left.shows(path) ? errorAt(errors, path) : undefined)}
				/>
				<Applied id={id} connection={connection} />
			</div>
			<footer className="form-foot">
				<div className="form-buttons">
					<Button onClick={closeDialog}>{close}</Button>
					{connection !== undefined && hasOwn ? <Button onClick={() => use(undefined)}>{words.asProxy}</Button> : null}
					<Button
						onClick={() => {
							setDraft(faultsDraft(nothing));
							use(nothing);
						}}
					>
						{words.allOff}
					</Button>
					<Button type="submit" variant="primary" disabled={!parsed.success}>
						{words.apply}
					</Button>
				</div>
			</footer>
		</form>
	);
}

/** How often each fault was applied, on the open connections. */
function Applied({ id, connection }: FaultsDialogProps) {
	const connections = useWorkbench((workbench) => workbench.connections);
	const { dialogs, faults } = useDialogWords().endpointForm;
	const words = dialogs.faults;
	const counts = useMemo(() => {
		const sums = new Map<FaultName, Record<ProxyDirection, number>>();
		for (const { endpoint, proxy, id: one } of connections.values()) {
			if (endpoint !== id || proxy === undefined) continue;
			if (connection !== undefined && one !== connection && proxy.other !== connection) continue;
			// A half counts what it received: the client's data goes to the target.
			const way = proxy.side === 'client' ? 'toTarget' : 'toClient';
			for (const fault of FAULTS) {
				const count = proxy.applied[fault] ?? 0;
				if (count === 0) continue;
				const sum = sums.get(fault) ?? { toTarget: 0, toClient: 0 };
				sums.set(fault, { ...sum, [way]: sum[way] + count });
			}
		}
		return sums;
	}, [connections, id, connection]);
	if (counts.size === 0) return <p className="form-help">{words.noneApplied}</p>;
	return (
		<table className="form-options" aria-label={words.applied}>
			<caption>{words.appliedTo}</caption>
			<thead>
				<tr>
					<th scope="col">{words.fault}</th>
					{PROXY_DIRECTIONS.map((direction) => (
						<th key={direction} scope="col">
							{faults.ways[direction]}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{[...counts].map(([fault, sum]) => (
					<tr key={fault}>
						<th scope="row">{faults.names[fault]}</th>
						<td className="mono">{formatCount(sum.toTarget)}</td>
						<td className="mono">{formatCount(sum.toClient)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
