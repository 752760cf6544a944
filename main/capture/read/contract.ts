import type { Annotation } from '../../../common/capture/marks.ts';
import { captureCalls, captureTopics } from '../../../common/contract/calls/capture.ts';
import { findCalls, findTopics } from '../../../common/contract/calls/find.ts';
import { streamCalls, streamTopics } from '../../../common/contract/calls/stream.ts';
import { timelineTopics } from '../../../common/contract/calls/timeline.ts';
import { command, news } from '../../threads/table.ts';
import type { Damage } from '../segments/damage.ts';

/** Calls of the product's contract that the reader thread answers, each for the one capture that it reads. */
export const readerCalls = { ...captureCalls, ...findCalls, ...streamCalls } as const;
/** The same of topics; a delta of each is its whole state. */
export const readerTopics = {
	captureFilter: captureTopics.captureFilter,
	...findTopics,
	...streamTopics,
	...timelineTopics,
} as const;

export type ReaderCall = keyof typeof readerCalls;
export type ReaderTopic = keyof typeof readerTopics;

/** What the reader thread answers: that, and what the owner of the capture says of it. */
export const readerContract = {
	calls: {
		...readerCalls,
		/** So many events are stored: scans go on. */
		grow: command<{ readonly stored: number }, null>(),
		/** Events before position `first` are in no file any more. */
		letGo: command<{ readonly first: number }, null>(),
		/** Marks and notes that were made. */
		annotate: command<{ readonly annotations: readonly Annotation[] }, null>(),
		/** Reads marks and notes from the files: `others` are segments without events, `shift` as in CaptureFolder. */
		loadMarks: command<{ readonly shift: number; readonly others: readonly string[] }, readonly Annotation[]>(),
	},
	topics: {
		...readerTopics,
		/** All that was found damaged so far, before the answer in which its events are missing. */
		damage: news<readonly Damage[]>(),
	},
} as const;
