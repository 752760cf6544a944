/** How statistics are grouped. */
export const STATISTIC_GROUPS = ['endpoint', 'connection', 'protocol', 'kind'] as const;
export type StatisticGroup = (typeof STATISTIC_GROUPS)[number];

/** What connections run over, where the capture says it. */
export const TRANSPORTS = ['tcp', 'udp', 'other'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** The columns that statistics can be sorted by. */
export const STATISTIC_COLUMNS = [
	'name',
	'events',
	'messages',
	'bytesIn',
	'bytesOut',
	'bytes',
	'errors',
	'byteRate',
	'eventRate',
	'peakBytes',
	'peakEvents',
	'first',
	'duration',
	'answers',
	'answerMean',
	'p50',
	'p90',
	'p99',
	'answerMax',
] as const;
export type StatisticColumn = (typeof STATISTIC_COLUMNS)[number];
