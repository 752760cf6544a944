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
import { faultForm } from '../draft/fault-forms.ts';
import { type FaultsDraft, faultsDraft, faultsInput } from '../draft/faults-draft.ts';
import { FaultFields } from '../faults/FaultFields.tsx';
import { useLeft } from '../form/use-left.ts';
import '../form.css';

interface FaultsDialogProps {
	readonly id: string;
	/** One of its connections instead of all. */
	readonly connection?: number | undefined;
}

/** Changes the faults of a proxy, also while it runs: for all connections, or for one. */
export function FaultsDialog({ id, connection }: FaultsDialogProps) {
	const config = useWorkbench((workbench) => workbench.endpoints.get(id)?.config);
	const own = useWorkbench(({ connections }) =>
		connection === undefined ? undefined : connections.get(connection)?.proxy,
	);
	const gone = connection !== undefined && own === undefined;
	if (gone || config === undefined || !('faults' in config)) {
		return (
			<Dialog title="Faults" onClose={closeDialog} width={620}>
				<p className="form-gone">{gone ? 'The connection is closed.' : 'The proxy is no longer there.'}</p>
			</Dialog>
		);
	}
	const of = connection === undefined ? config.name : `#${connection} of ${config.name}`;
	return (
		<Dialog title={`Faults of ${of}`} onClose={closeDialog} width={620}>
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
	const parsed = useMemo(() => proxyFaultsSchema.safeParse(faultsInput(draft)), [draft]);
	const errors = parsed.success ? new Map<string, string>() : schemaErrors(parsed.error, 'faults');
	const nothing: ProxyFaults = { toTarget: {}, toClient: {} };
	const use = (wanted: ProxyFaults | undefined) => void setFaults(id, connection, wanted);
	return (
		<form
			className="form"
			noValidate
			aria-label="Faults"
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
					<Button onClick={closeDialog}>Close</Button>
					{connection !== undefined && hasOwn ? (
						<Button onClick={() => use(undefined)}>As the proxy again</Button>
					) : null}
					<Button
						onClick={() => {
							setDraft(faultsDraft(nothing));
							use(nothing);
						}}
					>
						All off
					</Button>
					<Button type="submit" variant="primary" disabled={!parsed.success}>
						Apply faults
					</Button>
				</div>
			</footer>
		</form>
	);
}

const WAYS: Readonly<Record<ProxyDirection, string>> = { toTarget: 'To the target', toClient: 'To the client' };

/** How often each fault was applied, on the open connections. */
function Applied({ id, connection }: FaultsDialogProps) {
	const connections = useWorkbench((workbench) => workbench.connections);
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
	if (counts.size === 0) return <p className="form-help">No fault has been applied to an open connection yet.</p>;
	return (
		<table className="form-options" aria-label="Applied">
			<caption>Applied to open connections</caption>
			<thead>
				<tr>
					<th scope="col">Fault</th>
					{PROXY_DIRECTIONS.map((direction) => (
						<th key={direction} scope="col">
							{WAYS[direction]}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{[...counts].map(([fault, sum]) => (
					<tr key={fault}>
						<th scope="row">{faultForm(fault).label}</th>
						<td className="mono">{formatCount(sum.toTarget)}</td>
						<td className="mono">{formatCount(sum.toClient)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
