import { create } from 'zustand';
import type { CaptureStatus } from '../../common/contract/capture.ts';

/** The capture as the host last told of it, fed by the `captureStatus` topic. Its `id` is empty until then. */
export const useCaptureStatus = create<CaptureStatus>()(() => ({
	id: '',
	folder: '',
	received: 0,
	stored: 0,
	dropped: 0,
	size: 0,
	eventRate: 0,
	rateIn: 0,
	rateOut: 0,
}));
