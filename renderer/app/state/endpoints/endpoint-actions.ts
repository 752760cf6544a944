import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { StreamFraming } from '../../../../common/contract/config/framing.ts';
import type { ProxyFaults } from '../../../../common/contract/config/proxy.ts';
import type { SocketOptions } from '../../../../common/contract/config/socket-options.ts';
import type { CallInput } from '../../../../common/contract/index.ts';
import type { DecodeAs, EndpointConfig } from '../../../../common/endpoints/index.ts';
import { words } from '../../../words/index.ts';
import { withFreeName } from '../../shared/free.ts';
import { isOwnName } from '../../shared/names.ts';
import { session } from '../host/session.ts';
import { useSelection } from '../window/selection.ts';
import { toast, toastError } from '../window/toasts.ts';
import { besideEverything } from './free-place.ts';
import { useWorkbench } from './workbench.ts';
import { stepWorkspace, useWorkspace } from './workspace.ts';

/** Opens an endpoint. An error that the endpoint keeps shows on its card; any other shows in a toast. */
export async function startEndpoint(id: string): Promise<void> {
	try {
		await session.call('endpointStart', { id });
	} catch (error) {
		// The host sends the endpoint's new state before it answers the call.
		const kept = useWorkbench.getState().endpoints.get(id)?.error;
		const onCard = error instanceof WirebenchError && kept?.code === error.code && kept.message === error.message;
		if (!onCard) toastError(words().notices.notStarted(nameOf(id)), error);
	}
}

export async function stopEndpoint(id: string): Promise<void> {
	await succeeded(words().notices.notStopped(nameOf(id)), session.call('endpointStop', { id }));
}

/** Stops several at the same moment. */
export async function stopEndpoints(ids: readonly string[]): Promise<void> {
	const [first] = ids;
	if (first === undefined) return;
	await succeeded(words().notices.notStopped(nameOf(first)), session.call('endpointsStop', { ids: [...ids] }));
}

/** Creates a stopped endpoint and selects it; returns its id. Rejects when the host refuses the config. */
export async function createEndpoint(config: EndpointConfig): Promise<string> {
	const { id } = await session.call('endpointCreate', { config });
	useSelection.getState().selectEndpoint(id);
	return id;
}

/** Removes an endpoint at once, and offers to undo it for a while: running if it ran. */
export async function removeEndpoint(id: string): Promise<void> {
	const before = useWorkbench.getState().endpoints.get(id);
	if (before === undefined) return;
	const removed = await succeeded(
		words().notices.notRemoved(before.config.name),
		session.call('endpointRemove', { id }),
	);
	if (!removed) return;
	const ran = before.status === 'open' || before.status === 'starting';
	// The host sends the workspace's new state before it answers the call.
	const step = useWorkspace.getState().undo?.id;
	toast({
		tone: 'info',
		title: words().notices.removed(before.config.name),
		action: { label: words().ui.undo, run: () => void restore(id, ran, step) },
	});
}

async function restore(id: string, start: boolean, step: number | undefined): Promise<void> {
	if (!(await stepWorkspace('undo', step))) return;
	useSelection.getState().selectEndpoint(id);
	if (start) await startEndpoint(id);
}

export async function duplicateEndpoint(id: string): Promise<void> {
	const config = useWorkbench.getState().endpoints.get(id)?.config;
	if (config === undefined) return;
	await succeeded(words().notices.notDuplicated(config.name), besideEverything(config).then(createEndpoint));
}

/** Moves a stopped endpoint to another port and starts it there. */
export async function startOnPort(id: string, port: number): Promise<void> {
	const { endpoints } = useWorkbench.getState();
	const endpoint = endpoints.get(id);
	if (endpoint === undefined) return;
	const others = [...endpoints.values()].filter((other) => other.id !== id);
	const follows = !isOwnName(endpoint.config, others);
	const config = withFreeName({ ...endpoint.config, port }, others, follows);
	const moved = await succeeded(
		words().notices.portNotChanged(config.name, port),
		session.call('endpointUpdate', { id, config }),
	);
	if (moved) await startEndpoint(id);
}

/** Changes a stopped endpoint and starts it. One that is open in spite of an error, as a UDP socket may be, is stopped first. */
export async function startAs(id: string, config: EndpointConfig): Promise<void> {
	const change = async () => {
		await session.call('endpointStop', { id });
		await session.call('endpointUpdate', { id, config });
	};
	if (await succeeded(words().notices.notChanged(config.name), change())) await startEndpoint(id);
}

/** Removes the stale socket file at a Unix server's path, then starts it there. */
export async function replaceStale(id: string): Promise<void> {
	const removed = await succeeded(words().notices.socketNotRemoved, session.call('endpointRemoveStale', { id }));
	if (removed) await startEndpoint(id);
}

/** Stops the endpoint that holds the port, then starts the one that needs it. */
export async function takeOver(owner: string, id: string): Promise<void> {
	const stopped = await succeeded(
		words().notices.notStopped(nameOf(owner)),
		session.call('endpointStop', { id: owner }),
	);
	if (stopped) await startEndpoint(id);
}

/** Ends the program that holds the port, then starts the endpoint that needs it. */
export async function endOwner(held: CallInput<'portOwnerStop'>, name: string, id: string): Promise<void> {
	if (await succeeded(words().notices.notStopped(name), session.call('portOwnerStop', held))) await startEndpoint(id);
}

/** Replaces the framing of an endpoint, also while it runs. */
export async function setFraming(id: string, framing: StreamFraming): Promise<void> {
	await succeeded(words().notices.framingAsBefore(nameOf(id)), session.call('endpointSetFraming', { id, ...framing }));
}

/** The same, with a notice that brings the framing back. */
export async function replaceFraming(id: string, framing: StreamFraming): Promise<void> {
	const config = useWorkbench.getState().endpoints.get(id)?.config;
	if (config === undefined || !('framing' in config)) return;
	const before: StreamFraming = {
		framing: config.framing,
		...(config.framingOut === undefined ? {} : { framingOut: config.framingOut }),
	};
	const text = words().notices;
	const done = await succeeded(
		text.framingAsBefore(config.name),
		session.call('endpointSetFraming', { id, ...framing }),
	);
	if (!done) return;
	const action = { label: words().captureActions.undo, run: () => void setFraming(id, before) };
	toast({ tone: 'info', title: text.framingUsed(config.name), text: text.framingUsedFrom, action });
}

/** Sets the charset of an endpoint, also while it runs. */
export async function setCharset(id: string, charset: string): Promise<void> {
	await succeeded(words().charsetOffer.failed(nameOf(id)), session.call('endpointSetCharset', { id, charset }));
}

/** Sets the protocols that the payloads of an endpoint are decoded as. */
export async function setDecodeAs(id: string, decodeAs: DecodeAs): Promise<void> {
	await succeeded(words().notices.decodedAsBefore(nameOf(id)), session.call('endpointSetDecodeAs', { id, decodeAs }));
}

/** Replaces the socket options of an endpoint, also while it runs. */
export async function setOptions(
	id: string,
	wanted: { readonly options: SocketOptions; readonly noDelay?: boolean | undefined },
): Promise<void> {
	await succeeded(words().notices.optionsAsBefore(nameOf(id)), session.call('endpointSetOptions', { id, ...wanted }));
}

/** Replaces the faults of a proxy; with a connection only that one's, where `undefined` restores the proxy's. */
export async function setFaults(
	id: string,
	connection: number | undefined,
	faults: ProxyFaults | undefined,
): Promise<void> {
	const request = {
		id,
		...(connection === undefined ? {} : { connection }),
		...(faults === undefined ? {} : { faults }),
	};
	await succeeded(words().notices.faultsAsBefore(nameOf(id)), session.call('endpointSetFaults', request));
}

export async function dismissError(id: string): Promise<void> {
	await succeeded(words().notices.errorNotDismissed, session.call('endpointDismissError', { id }));
}

/** `end`: FIN, we continue to read. `close`: both halves. `reset`: RST. */
export async function leaveConnection(connection: number, how: 'end' | 'close' | 'reset'): Promise<void> {
	const call = { end: 'connectionEnd', close: 'connectionClose', reset: 'connectionReset' } as const;
	await succeeded(words().notices.connectionAsBefore(connection), session.call(call[how], { connection }));
}

function nameOf(id: string): string {
	return useWorkbench.getState().endpoints.get(id)?.config.name ?? words().notices.theEndpoint;
}

/** Resolves to whether the work succeeded; shows a toast when it failed. */
async function succeeded(title: string, work: Promise<unknown>): Promise<boolean> {
	try {
		await work;
		return true;
	} catch (error) {
		toastError(title, error);
		return false;
	}
}

/** Every counter of the endpoint's templates starts again. */
export function resetCounters(id: string): void {
	session
		.call('endpointResetCounters', { id })
		.catch((error: unknown) => toastError(words().notices.countersNotReset(nameOf(id)), error));
}
