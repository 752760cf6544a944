import { DIRECTIONS, EVENT_KINDS } from '../../../../common/capture/event.ts';
import type {
	StatisticRow,
	StatisticsQuery,
	StatisticsState,
} from '../../../../common/contract/calls/figures/statistics.ts';
import type { EndsReader } from './ends.ts';
import type { ProtocolGroup, Protocols } from './protocols.ts';
import type { StatisticTable } from './table.ts';
import type { StatisticTally } from './tally.ts';

type Order = Pick<StatisticsQuery, 'sort' | 'descending' | 'count'>;
type Reported = Pick<StatisticsState, 'rows' | 'groups'>;
/** Compares the names of two groups. */
type ByName = (a: number, b: number) => number;

/** The first rows of the requested order, of the groups that have events. */
export function reported(tally: StatisticTally, query: StatisticsQuery, ends: EndsReader): Reported {
	switch (query.by) {
		case 'endpoint':
			return endpointRows(tally, query);
		case 'connection':
			return connectionRows(tally, query, ends);
		case 'kind':
			return kindRows(tally, query);
		case 'protocol':
			return tally.protocols === undefined ? { rows: [], groups: 0 } : protocolRows(tally.protocols, query);
	}
}

function endpointRows({ endpoints, endpointNames }: StatisticTally, query: Order): Reported {
	const name = (group: number) => endpointNames[group] ?? '';
	const groups = sorted(endpoints, query, (a, b) => inOrder(name(a), name(b)));
	const rows = groups.slice(0, query.count).map((group): StatisticRow => {
		return { subject: { by: 'endpoint', name: name(group) }, figures: endpoints.figures(group) };
	});
	return { rows, groups: groups.length };
}

function connectionRows(tally: StatisticTally, query: Order, ends: EndsReader): Reported {
	const { connections, endpointNames } = tally;
	const groups = sorted(connections, query, (a, b) => tally.connection(a).id - tally.connection(b).id);
	const rows = groups.slice(0, query.count).map((group): StatisticRow => {
		const { id, first, endpoint } = tally.connection(group);
		const name = endpoint === undefined ? '' : (endpointNames[endpoint] ?? '');
		return {
			subject: { by: 'connection', id, endpoint: name, ...ends.of(first) },
			figures: connections.figures(group),
		};
	});
	return { rows, groups: groups.length };
}

function kindRows({ kinds }: StatisticTally, query: Order): Reported {
	const groups = sorted(kinds, query, (a, b) => a - b);
	const rows = groups.slice(0, query.count).flatMap((group): StatisticRow[] => {
		const kind = EVENT_KINDS[Math.floor(group / DIRECTIONS.length)];
		const direction = DIRECTIONS[group % DIRECTIONS.length];
		if (kind === undefined || direction === undefined) return [];
		return [{ subject: { by: 'kind', kind, direction }, figures: kinds.figures(group) }];
	});
	return { rows, groups: groups.length };
}

/** A transport, then the protocols over it. */
function protocolRows({ table, groups: all }: Protocols, query: Order): Reported {
	const of = (group: number): ProtocolGroup => all[group] ?? { transport: 'other' };
	const groups = sorted(table, query, (a, b) => inOrder(of(a).protocol ?? '', of(b).protocol ?? ''));
	const tree = groups
		.filter((group) => of(group).protocol === undefined)
		.flatMap((whole) => {
			const over = (group: number) => of(group).protocol !== undefined && of(group).transport === of(whole).transport;
			return [whole, ...groups.filter(over)];
		});
	const rows = tree.slice(0, query.count).map((group): StatisticRow => {
		return { subject: { by: 'protocol', ...of(group) }, figures: table.figures(group) };
	});
	return { rows, groups: groups.length };
}

/** The groups with events, in the order of a column; those without a value last, and equal ones by name. */
function sorted(table: StatisticTable, { sort, descending }: Order, byName: ByName): number[] {
	const groups = Array.from({ length: table.count }, (_, group) => group).filter((group) => table.events(group) > 0);
	const way = descending ? -1 : 1;
	if (sort === 'name') return groups.sort((a, b) => way * byName(a, b));
	const values = new Float64Array(table.count);
	for (const group of groups) values[group] = table.value(group, sort) ?? way * Number.POSITIVE_INFINITY;
	return groups.sort((a, b) => {
		const [one = 0, other = 0] = [values[a], values[b]];
		if (one === other) return byName(a, b);
		return one < other ? -way : way;
	});
}

function inOrder(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
