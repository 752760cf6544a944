/** The one scheme and host that the window shows. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://wirebench';
export const APP_URL = `${APP_ORIGIN}/`;

/** The sender in Electron's IpcMainEvent. `senderFrame` is null once that frame is gone. */
export interface SenderInfo {
	readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null;
}

/** True only for the main frame of a page of ours: subframes and other origins may not use the host. */
export function isOurPage(event: SenderInfo): boolean {
	const frame = event.senderFrame;
	return frame !== null && frame.origin === APP_ORIGIN && frame.parent === null;
}
