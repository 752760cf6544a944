import { create } from 'zustand';
import type { CaptureStatus } from '../../../../common/contract/calls/capture.ts';

/** Before the first status: no capture has an empty id. */
export const NO_STATUS: CaptureStatus = {
	id: '',
	folder: '',
	received: 0,
	stored: 0,
	dropped: 0,
	first: 0,
	size: 0,
	eventRate: 0,
	rateIn: 0,
	rateOut: 0,
};

/** The live capture, from the `captureStatus` topic; independent of the viewed capture. */
export const useLiveCapture = create<CaptureStatus>()(() => NO_STATUS);

/** The viewed capture: the live one unless another was opened. */
export const useCaptureStatus = create<CaptureStatus>()(() => NO_STATUS);
