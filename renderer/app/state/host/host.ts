import { create } from 'zustand';
import type { HostInfo } from '../../../../common/contract/calls/host.ts';

interface Host {
	/** Absent until the host has sent it. */
	readonly info: HostInfo | undefined;
}

/** The renderer's host, and its capabilities. */
export const useHost = create<Host>()(() => ({ info: undefined }));
