import { create } from 'zustand';
import type { CaptureStatus } from '../../common/contract/capture.ts';

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

/** The capture that is viewed, as the host last told of it, fed by the `captureStatus` topic. */
export const useCaptureStatus = create<CaptureStatus>()(() => NO_STATUS);
