import { create } from 'zustand';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { StatisticsState } from '../../../common/contract/calls/figures/statistics.ts';
import type { StatisticColumn, StatisticGroup } from '../../../common/statistics/columns.ts';

/** Rows at first, and after a click on more: the most that a query has. */
const FEW = 100;
const MANY = LIMITS.rowsPerQuery;

export const STATISTIC_VIEWS = ['table', 'plot'] as const;
export type StatisticView = (typeof STATISTIC_VIEWS)[number];

export interface Statistics {
	readonly view: StatisticView;
	readonly by: StatisticGroup;
	readonly sort: StatisticColumn;
	readonly descending: boolean;
	readonly count: number;
	/** A person has stopped the count. */
	readonly stopped: boolean;
	/** The latest, with what it was counted by; undefined until the host has reported one. */
	readonly state: StatisticsState | undefined;
	readonly error: Error | undefined;
}

export const useStatistics = create<Statistics>()(() => ({
	view: 'table',
	by: 'endpoint',
	sort: 'bytes',
	descending: true,
	count: FEW,
	stopped: false,
	state: undefined,
	error: undefined,
}));

export function countBy(by: StatisticGroup): void {
	useStatistics.setState({ by, count: FEW, stopped: false, state: undefined, error: undefined });
}

/** A click on a column's name: reverses the order, or sorts by it, numbers descending. */
export function sortBy(sort: StatisticColumn): void {
	useStatistics.setState((now) => ({
		sort,
		descending: now.sort === sort ? !now.descending : sort !== 'name',
		stopped: false,
	}));
}

export function showMore(): void {
	useStatistics.setState({ count: MANY, stopped: false });
}

export function hold(stopped: boolean): void {
	useStatistics.setState({ stopped });
}
