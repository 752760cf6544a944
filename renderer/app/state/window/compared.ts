import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';

/** A message of an open capture. */
export interface ComparedMessage {
	/** The id of its capture; left out: the live one. */
	readonly capture?: string;
	readonly row: CaptureRow;
}
