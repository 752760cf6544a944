import type { CapturedConnection } from '../../../common/contract/stream.ts';
import { useFilter } from '../../app/filter.ts';
import { useSelection } from '../../app/selection.ts';
import { session } from '../../app/session.ts';
import { viewed } from '../../app/viewed.ts';
import { useWorkbench } from '../../app/workbench.ts';
import { MOST_PARTIES } from './parties.ts';

/** Rows in which the connections of a filter are looked for. */
const LOOK_ROWS = 1000;

export interface Chosen {
	readonly connections: readonly CapturedConnection[];
	/** Connections of the capture, as far as it was looked at. */
	readonly total: number;
	/** Whose they are, in a word or two; for people. */
	readonly why: string;
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
 * The connections that a diagram is about: those that were picked; else what is selected among the endpoints of the live
 * capture; else those of the filter that is on; else the first ones, with that of the selected event before them.
 */
export async function choose(picked: readonly number[] | undefined): Promise<Chosen> {
	const { total } = await list('', 1);
	const chosen = (connections: readonly CapturedConnection[], why: string): Chosen => ({ connections, total, why });
	if (picked !== undefined) return chosen(await find(picked), 'picked');
	const { connection, endpoint, event } = useSelection.getState();
	const live = viewed().capture === undefined;
	if (live && connection !== undefined) {
		const one = await find([connection]);
		if (one.length > 0) return chosen(one, `#${connection}`);
	}
	const name = endpoint === undefined ? undefined : useWorkbench.getState().endpoints.get(endpoint)?.config.name;
	if (live && name !== undefined) {
		const own = (await list(name, LOOK_ROWS)).connections.filter((one) => one.endpoint === name);
		if (own.length > 0) return chosen(own, name);
	}
	const { applied } = useFilter.getState();
	if (applied !== '') {
		const { rows } = await session.call('captureRows', { ...viewed(), from: 0, count: LOOK_ROWS, filter: applied });
		const ids = new Set(rows.map((row) => row.connection).filter((id) => id !== 0));
		return chosen(await find([...ids].slice(0, 2 * MOST_PARTIES)), 'of the filter');
	}
	const first = (await list('', MOST_PARTIES)).connections;
	if (event === undefined) return chosen(first, 'the first ones');
	const { rows } = await session.call('captureRows', { ...viewed(), from: event, count: 1 });
	const selected = await find(rows.map((row) => row.connection).filter((id) => id !== 0));
	return chosen([...selected, ...first.filter(({ id }) => selected[0]?.id !== id)], 'the first ones');
}
