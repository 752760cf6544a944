import type { Mark } from '../../../../common/capture/marks.ts';
import type { ErrorInfo } from '../../../../common/contract/base/errors.ts';
import type { ExportFormat, ExportScope, ListFormat } from '../../../../common/contract/calls/exports.ts';
import type { ListedMessages } from '../../../../common/contract/config/listed-messages.ts';
import { jobContract } from '../../../threads/job.ts';
import type { CaptureFiles } from '../../format/places.ts';

/** The job of an export thread. */
export interface ExportOrder {
	readonly files: CaptureFiles;
	readonly format: ExportFormat;
	readonly joined: boolean;
	/** A person's marks and notes. */
	readonly marks: readonly Mark[];
	readonly scope: Pick<ExportScope, 'filter' | 'connection' | 'direction' | 'fields'>;
	/** Positions of the first event, and of the one after the last; while following, only the start. */
	readonly from: number;
	readonly to: number;
	readonly messages?: MessagesOrder | undefined;
	/** A file to write, or the bytes as messages. */
	readonly file: { readonly path: string; readonly replace: boolean } | undefined;
	/** Continues with new events until the capture has ended. */
	readonly follow: boolean;
	/** Removes segments from the folder once they are fully sent. */
	readonly prune: boolean;
}

/** The messages of the events from `from` on, in place of them. */
export interface MessagesOrder {
	readonly format: ListFormat;
	readonly list: ListedMessages;
	/** Positions in the list of the first one, and of the one after the last. */
	readonly from: number;
	readonly to: number;
}

/** Progress of an export. */
export interface ExportCounts {
	/** Events scanned. */
	readonly done: number;
	/** Events and bytes written. */
	readonly events: number;
	readonly bytes: number;
}

export type ExportEnd =
	/** `damage`: sentences about parts that could not be read, and are missing in it. */
	| { readonly state: 'done'; readonly counts: ExportCounts; readonly damage: readonly string[] }
	| { readonly state: 'cancelled' }
	| { readonly state: 'failed'; readonly error: ErrorInfo };

/** What an export reports before its end. */
export type ExportNews =
	| { readonly type: 'progress'; readonly counts: ExportCounts }
	| { readonly type: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> };

export interface ExportJobOrder {
	readonly order: ExportOrder;
	/** See ExportControl. */
	readonly memory: SharedArrayBuffer;
}

/** An export. It reports failures in its result, and fails with `internal` on an unexpected error. */
export const exportContract = jobContract<ExportJobOrder, ExportNews, ExportEnd>();
