import type { Annotation } from '../../../common/capture/marks.ts';
import { captureCalls, captureTopics } from '../../../common/contract/calls/capture.ts';
import { compareCalls } from '../../../common/contract/calls/compare.ts';
import { plotTopics } from '../../../common/contract/calls/figures/plot.ts';
import { statisticsTopics } from '../../../common/contract/calls/figures/statistics.ts';
import { timelineTopics } from '../../../common/contract/calls/figures/timeline.ts';
import { findCalls, findTopics } from '../../../common/contract/calls/find.ts';
import { socketCallCalls, socketCallTopics } from '../../../common/contract/calls/socket-calls.ts';
import { streamCalls, streamTopics } from '../../../common/contract/calls/stream.ts';
import { command, news } from '../../threads/table.ts';
import type { ReadCharsets } from '../format/read-charsets.ts';
import type { Damage } from '../segments/damage.ts';

/** Calls of the product's contract that the reader thread answers, each for its capture. */
export const readerCalls = {
	...captureCalls,
	...findCalls,
	...streamCalls,
	...socketCallCalls,
	...compareCalls,
} as const;
/** The same for topics; a delta of each is its whole state. */
export const readerTopics = {
	captureFilter: captureTopics.captureFilter,
	captureMessages: captureTopics.captureMessages,
	...findTopics,
	...streamTopics,
	...socketCallTopics,
	...timelineTopics,
	...statisticsTopics,
	...plotTopics,
} as const;

export type ReaderCall = keyof typeof readerCalls;
export type ReaderTopic = keyof typeof readerTopics;

/** The contract of the reader thread: those, and the messages of the capture's owner. */
export const readerContract = {
	calls: {
		...readerCalls,
		/** This many events are stored: scans continue. */
		grow: command<{ readonly stored: number }, null>(),
		/** Events before position `first` are not in the files any more. */
		letGo: command<{ readonly first: number }, null>(),
		/** Text is read in these charsets from now on. */
		readAs: command<ReadCharsets, null>(),
		/** New marks and notes. */
		annotate: command<{ readonly annotations: readonly Annotation[] }, null>(),
		/** Reads marks and notes from the files: `others` are segments without events, `shift` as in CaptureFolder. */
		loadMarks: command<{ readonly shift: number; readonly others: readonly string[] }, readonly Annotation[]>(),
	},
	topics: {
		...readerTopics,
		/** All damage found so far, sent before an answer that lacks the damaged events. */
		damage: news<readonly Damage[]>(),
	},
} as const;
