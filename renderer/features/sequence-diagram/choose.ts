import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { connectionAt, connectionsNamed } from '../../app/state/capture/selected-connection.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { session } from '../../app/state/host/session.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { MOST_PARTIES } from './parties.ts';

/** Rows searched for the connections of a filter. */
const LOOK_ROWS = 1000;

export interface Chosen {
	readonly connections: readonly CapturedConnection[];
	/** Connections of the capture, as far as it was scanned. */
	readonly total: number;
}

async function list(text: string, count: number) {
	return session.call('captureConnections', { ...viewed(), text, from: 0, count });
}

async function find(ids: readonly number[]): Promise<CapturedConnection[]> {
	const found = await Promise.all(
		ids.map(async (id) => (await list(`#${id}`, LOOK_ROWS)).connections.find((one) => one.id === id)),
	);
	return found.filter((one) => one !== undefined);
}

/**
 * The connections of a diagram: the picked ones; else the selection among the endpoints of the live capture, or the
 * connection of a later selected event that is not among them; else those of the filter; else the first ones, preceded
 * by that of the selected event.
 */
export async function choose(picked: readonly number[] | undefined): Promise<Chosen> {
	const { total } = await list('', 1);
	const chosen = (connections: readonly CapturedConnection[]): Chosen => ({ connections, total });
	if (picked !== undefined) return chosen(await find(picked));
	const { event, latest } = useSelection.getState();
	const ofEvent = event === undefined ? undefined : await connectionAt(event);
	const place = viewed().capture === undefined ? await ofPlace() : undefined;
	if (place !== undefined && place.length > 0) {
		// A later selected event of another connection.
		const elsewhere = latest === 'event' && ofEvent !== undefined && !place.some(({ id }) => id === ofEvent);
		return chosen(elsewhere ? await find([ofEvent]) : place);
	}
	const { applied } = useFilter.getState();
	if (applied !== '') {
		const { rows } = await session.call('captureRows', { ...viewed(), from: 0, count: LOOK_ROWS, filter: applied });
		const ids = new Set(rows.map((row) => row.connection).filter((id) => id !== 0));
		return chosen(await find([...ids].slice(0, 2 * MOST_PARTIES)));
	}
	const first = (await list('', MOST_PARTIES)).connections;
	const selected = ofEvent === undefined ? [] : await find([ofEvent]);
	return chosen([...selected, ...first.filter(({ id }) => selected[0]?.id !== id)]);
}

/** The selection among the endpoints: a connection, open or closed, or an endpoint. */
async function ofPlace(): Promise<readonly CapturedConnection[]> {
	const { connection, closed, endpoint } = useSelection.getState();
	const id = connection ?? closed;
	const one = id === undefined ? [] : await find([id]);
	if (one.length > 0) return one;
	const name = endpoint === undefined ? undefined : useWorkbench.getState().endpoints.get(endpoint)?.config.name;
	return name === undefined ? [] : connectionsNamed(name);
}
