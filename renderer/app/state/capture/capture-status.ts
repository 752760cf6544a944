import { create } from 'zustand';
import type { CaptureStatus } from '../../../../common/contract/calls/capture.ts';

/** Before the host has told: no capture has an empty id. */
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

/** The live capture, as the host last told of it, fed by the `captureStatus` topic: whatever is viewed, what happens now counts there. */
export const useLiveCapture = create<CaptureStatus>()(() => NO_STATUS);

/** The capture that is viewed, which is the live one unless another was opened. */
export const useCaptureStatus = create<CaptureStatus>()(() => NO_STATUS);
