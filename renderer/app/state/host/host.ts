import { create } from 'zustand';
import type { HostInfo } from '../../../../common/contract/calls/host.ts';

interface Host {
	/** Absent until the host has sent it. */
	readonly info: HostInfo | undefined;
}

/** The renderer's host, and its capabilities. */
export const useHost = create<Host>()(() => ({ info: undefined }));

const NAMES: Readonly<Record<HostInfo['host'], string>> = { browser: 'browser host', electron: 'Electron' };

/** The host's name for people. */
export function hostName(info: HostInfo): string {
	return NAMES[info.host];
}
