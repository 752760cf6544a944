import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { useWorkbench } from '../endpoints/workbench.ts';
import { session } from '../host/session.ts';
import { connectionOf, type SelectionFacts, useSelection } from '../window/selection.ts';
import { viewed } from './viewed.ts';

/** Name of the selected endpoint; undefined for none, and while a stored capture is viewed, which has other endpoints. */
function selectedName(): string | undefined {
	const { endpoint } = useSelection.getState();
	if (endpoint === undefined || viewed().capture !== undefined) return undefined;
	return useWorkbench.getState().endpoints.get(endpoint)?.config.name;
}

/** The connections of the viewed capture whose endpoint has this name, as far as the host has scanned. */
export async function connectionsNamed(name: string) {
	const { connections } = await session.call('captureConnections', {
		...viewed(),
		text: name,
		from: 0,
		count: LIMITS.rowsPerQuery,
	});
	return connections.filter((one) => one.endpoint === name);
}

/** The connection of the event at `n` of the viewed capture; undefined for none. */
export async function connectionAt(n: number): Promise<number | undefined> {
	const { rows } = await session.call('captureRows', { ...viewed(), from: n, count: 1 });
	const connection = rows[0]?.connection ?? 0;
	return connection === 0 ? undefined : connection;
}

export interface SelectedConnection {
	readonly connection: number | undefined;
	/** The selected event, if it belongs to that connection and was selected last. */
	readonly event: number | undefined;
}

/** The selected connection, resolved in the viewed capture. The host must be listing connections (topic `connections`). */
export async function selectedConnection(): Promise<SelectedConnection> {
	const selection = useSelection.getState();
	const { event, latest } = selection;
	const name = selectedName();
	const [ofEvent, own, all] = await Promise.all([
		event === undefined ? undefined : connectionAt(event),
		name === undefined ? undefined : connectionsNamed(name),
		session.call('captureConnections', { ...viewed(), text: '', from: 0, count: 2 }),
	]);
	const facts: SelectionFacts = {
		ofEvent,
		ofEndpoint: own?.map(({ id }) => id),
		all: all.connections.map(({ id }) => id),
	};
	// The ids of live connections have another meaning in a stored capture.
	const place = viewed().capture === undefined ? {} : { connection: undefined, closed: undefined };
	const connection = connectionOf({ ...selection, ...place }, facts);
	return {
		connection,
		event: latest === 'event' && connection !== undefined && connection === ofEvent ? event : undefined,
	};
}
