import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { PlotState } from '../../../common/contract/calls/figures/plot.ts';
import type { StatisticsState } from '../../../common/contract/calls/figures/statistics.ts';
import type { TimelineState } from '../../../common/contract/calls/figures/timeline.ts';
import type { ListedMessages } from '../../../common/contract/config/listed-messages.ts';
import type { TopicParsed, TopicSnapshot } from '../../../common/contract/index.ts';
import type { KnownProtocols } from '../../../common/filter/index.ts';
import { checkFilter } from '../../../common/filter/run.ts';
import { createEnds } from '../../../common/framing/index.ts';
import type { ReaderTopic } from './contract.ts';
import { checkSearch, type Search } from './places/search.ts';

/** Before anything is known. */
export const NO_TIMELINE: TimelineState = {
	span: 0,
	from: 0,
	width: 1,
	total: { bytesIn: [], bytesOut: [], eventsIn: [], eventsOut: [], eventsNone: [], errors: [] },
	endpoints: [],
	scanned: 0,
	stored: 0,
};

const NO_STATISTICS: StatisticsState = {
	total: { events: 0, messages: 0, bytesIn: 0, bytesOut: 0, errors: 0, duration: 0, peakBytes: 0, peakEvents: 0 },
	rows: [],
	groups: 0,
	limited: false,
	scanned: 0,
	stored: 0,
};

const NO_PLOT: PlotState = { span: 0, from: 0, width: 1, series: [], scanned: 0, stored: 0 };

interface Start<T extends ReaderTopic> {
	/** Throws a WirebenchError `bad-input` for invalid parameters. */
	readonly check?: (params: TopicParsed<T>, known: KnownProtocols) => void;
	/** The state before the reader thread's first report. */
	readonly nothing: (stored: number) => TopicSnapshot<T>;
	/** True for a final state. */
	readonly isOver?: (state: TopicSnapshot<T>) => boolean;
	/** Its last state when its capture is left. Without it, it restarts in the capture that replaces the other. */
	readonly left?: (state: TopicSnapshot<T>, error: ErrorInfo) => TopicSnapshot<T>;
}

/** Throws a WirebenchError `bad-input` for a framing that cannot be used. */
function checkMessages({ messages }: { readonly messages?: ListedMessages | undefined }): void {
	const { tried = [], framing: ofOthers } = messages ?? {};
	for (const [i, { framing }] of tried.entries()) createEnds(framing, `messages.tried[${i}].framing`);
	if (ofOthers !== undefined) createEnds(ofOthers, 'messages.framing');
}

function checkSearched(
	search: Search & { readonly messages?: ListedMessages | undefined },
	known: KnownProtocols,
): void {
	checkSearch(search, known);
	checkMessages(search);
}

/** How each topic of the reader thread starts. */
export const STARTS: { readonly [T in ReaderTopic]: Start<T> } = {
	captureCalls: { nothing: (stored) => ({ calls: 0, waiting: [], waits: 0, scanned: 0, limited: false, stored }) },
	captureStates: { nothing: (stored) => ({ tcp: true, moments: [], scanned: 0, limited: false, stored }) },
	captureFilter: {
		check: ({ filter, messages }, known) => {
			checkFilter(filter, known);
			checkMessages({ messages });
		},
		nothing: (stored) => ({ matched: 0, gone: 0, scanned: 0, stored, limited: false, stopped: false, round: 0 }),
	},
	captureMessages: {
		check: checkMessages,
		nothing: (stored) => ({ items: 0, gone: 0, scanned: 0, stored, round: 0 }),
	},
	captureFind: {
		check: checkSearched,
		nothing: (stored) => ({ looked: 0, total: stored, wrapped: false, done: false }),
		isOver: ({ done }) => done,
		left: (state, error) => ({ ...state, done: true, error }),
	},
	captureFindCount: {
		check: checkSearched,
		nothing: (stored) => ({ matches: 0, limited: false, scanned: 0, stored }),
	},
	captureTimeline: { nothing: (stored) => ({ ...NO_TIMELINE, stored }) },
	capturePlot: {
		check: ({ series }, known) => {
			for (const { filter } of series) if (filter !== undefined) checkFilter(filter, known);
		},
		nothing: (stored) => ({ ...NO_PLOT, stored }),
	},
	captureStatistics: {
		check: ({ filter }, known) => {
			if (filter !== undefined) checkFilter(filter, known);
		},
		nothing: (stored) => ({ ...NO_STATISTICS, stored }),
	},
	connections: { nothing: (stored) => ({ connections: 0, scanned: 0, limited: false, stored }) },
	stream: { nothing: (stored) => ({ lines: 0, events: 0, bytes: 0, scanned: 0, limited: false, stored }) },
};
