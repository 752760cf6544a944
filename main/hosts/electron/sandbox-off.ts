/** The part of Electron's App that reports whether it runs as a package, and with which switches. */
interface Started {
	readonly isPackaged: boolean;
	readonly commandLine: { hasSwitch(name: string): boolean };
}

/**
 * Refuses to run a package without Chromium's sandbox. An AppImage starts it so by itself, where its script can make no
 * user namespace (app-builder-lib's AppRun). Developers may switch it off, for a container.
 * @throws Error with a sentence
 */
export function requireSandbox({ isPackaged, commandLine }: Started): void {
	if (!isPackaged || !commandLine.hasSwitch('no-sandbox')) return;
	throw new Error(
		"Chromium's sandbox is switched off (--no-sandbox), and Wirebench does not run without it. An AppImage switches it off " +
			'where the system refuses user namespaces, as Ubuntu does since 23.10. Install the deb there: it brings the AppArmor ' +
			'profile that permits them.',
	);
}
