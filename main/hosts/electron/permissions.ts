import type { Session } from 'electron';
import { APP_ORIGIN, APP_URL } from './window/origin.ts';

/**
 * The one permission of our page: the copy actions write to the clipboard, which a browser page may do without a
 * permission and an Electron page may not. Everything else is refused, to everyone.
 */
export function isGranted(permission: string, requester: string): boolean {
	return permission === 'clipboard-sanitized-write' && (requester === APP_ORIGIN || requester.startsWith(APP_URL));
}

/** Both handlers are needed: Chromium checks first, and requests the permission where the check fails. */
export function restrictPermissions(session: Session): void {
	session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
	session.setPermissionRequestHandler((_contents, permission, callback, details) =>
		callback(isGranted(permission, details.requestingUrl)),
	);
	session.setDevicePermissionHandler(() => false);
}
