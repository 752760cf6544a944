import type { Mark } from '../../../../common/capture/marks.ts';
import type { ErrorInfo } from '../../../../common/contract/base/errors.ts';
import type { ExportFormat, ExportScope } from '../../../../common/contract/calls/exports.ts';
import { jobContract } from '../../../threads/job.ts';
import type { CaptureFiles } from '../../format/places.ts';

/** What an export's thread is told to do. */
export interface ExportOrder {
	readonly files: CaptureFiles;
	readonly format: ExportFormat;
	readonly joined: boolean;
	/** What a person put on events. */
	readonly marks: readonly Mark[];
	readonly scope: Pick<ExportScope, 'filter' | 'connection' | 'direction'>;
	/** Positions of the first event, and of the one behind the last; while following, where it begins only. */
	readonly from: number;
	readonly to: number;
	/** A file to write, or the bytes as messages. */
	readonly file: { readonly path: string; readonly replace: boolean } | undefined;
	/** Goes on with what comes until it is told that the capture has ended. */
	readonly follow: boolean;
	/** Removes segments from the folder once all of them has been handed out. */
	readonly prune: boolean;
}

/** How far an export is. */
export interface ExportCounts {
	/** Events looked at. */
	readonly done: number;
	/** Events and bytes written. */
	readonly events: number;
	readonly bytes: number;
}

export type ExportEnd =
	/** `damage`: sentences about what could not be read, and is not in it. */
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

/** An export. It fails by its end, and by `internal` where something happens that no part of it expects. */
export const exportContract = jobContract<ExportJobOrder, ExportNews, ExportEnd>();
