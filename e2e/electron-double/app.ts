import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { circumstances } from './circumstances.ts';
import { LoudEmitter, loud, preventable } from './loud.ts';

const manifest: { name: string; version: string } = JSON.parse(
	readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
);

interface ClosableWindow {
	close(): void;
	destroy(): void;
}

/** Switches that the bundle has appended. */
export const switches = new Map<string, string>();
const commandLine = loud('app.commandLine', {
	hasSwitch: (name: string): boolean => switches.has(name) || process.argv.includes(`--${name}`),
	getSwitchValue: (name: string): string => switches.get(name) ?? '',
	appendSwitch(name: string, value = ''): void {
		// Chromium reads its switches when it starts.
		app.requireNotReady('app.commandLine.appendSwitch');
		switches.set(name, value);
	},
});

class App extends LoudEmitter {
	readonly isPackaged = circumstances.packaged ?? false;
	sandboxEnabled = false;
	/** Open windows; maintained by window.ts. */
	readonly openWindows = new Set<ClosableWindow>();
	ready = false;
	readonly becameReady = Promise.withResolvers<void>();
	readonly paths = new Map<string, string>([['documents', homedir()]]);
	name = manifest.name;
	/** As in the runtime's Browser: set while windows close, unset when one refuses. */
	quitting = false;
	exiting = false;
	about: Record<string, unknown> = {};
	/** What a second start of this bundle would hand over. */
	handover: unknown;
	appUserModelId: string | undefined;
	readonly commandLine = commandLine;
	/** Only Windows has this member. */
	readonly setAppUserModelId?: (id: string) => void;

	constructor() {
		super('app', [
			'activate',
			'before-quit',
			'open-file',
			'quit',
			'second-instance',
			'web-contents-created',
			'will-quit',
			'window-all-closed',
		]);
		if (circumstances.platform !== 'win32') return;
		this.setAppUserModelId = (id) => {
			this.appUserModelId = id;
		};
	}

	/** Throws as the runtime does for calls that are too late or too early. */
	requireReady(what: string): void {
		if (!this.ready) throw new Error(`${what} cannot be used before the app is ready.`);
	}
	requireNotReady(what: string): void {
		if (this.ready) throw new Error(`${what} has to be called before the app is ready.`);
	}

	isReady(): boolean {
		return this.ready;
	}
	whenReady(): Promise<void> {
		return this.becameReady.promise;
	}
	enableSandbox(): void {
		this.requireNotReady('app.enableSandbox');
		this.sandboxEnabled = true;
	}
	getVersion(): string {
		return manifest.version;
	}
	setName(name: string): void {
		this.name = name;
	}
	setPath(name: string, path: string): void {
		if (name !== 'userData') throw new Error(`The Electron double has no path "${name}".`);
		if (!existsSync(path)) throw new Error(`app.setPath: there is no folder ${path}.`);
		this.requireNotReady('app.setPath');
		this.paths.set(name, path);
	}
	getPath(name: string): string {
		const path = this.paths.get(name);
		if (path === undefined) throw new Error(`The Electron double has no path "${name}".`);
		return path;
	}
	/** Always the first instance: rejecting a second process is the runtime's own code. It hands the data over as JSON. */
	requestSingleInstanceLock(additionalData: object = {}): boolean {
		this.handover = JSON.parse(JSON.stringify(additionalData));
		return true;
	}
	showAboutPanel(): void {
		this.requireReady('app.showAboutPanel');
	}

	/** In the runtime they are those of the system. */
	getPreferredSystemLanguages(): string[] {
		return [...(circumstances.systemLanguages ?? ['en-US'])];
	}

	setAboutPanelOptions(options: Record<string, unknown>): void {
		this.about = options;
	}

	quit(): void {
		if (this.quitting) return;
		const event = preventable({});
		this.emit('before-quit', event);
		if (event.defaultPrevented) {
			if (circumstances.startedDuringEnd) this.emit('second-instance', preventable({}), [], process.cwd(), null);
			return;
		}
		this.quitting = true;
		if (this.openWindows.size === 0) this.shutDown();
		for (const window of [...this.openWindows]) window.close();
	}
	exit(code = 0): void {
		this.quitting = true;
		this.exiting = true;
		for (const window of [...this.openWindows]) window.destroy();
		this.emit('quit', preventable({}), code);
		process.exit(code);
	}
	/** Called by window.ts. */
	windowClosed(): void {
		if (this.openWindows.size > 0 || this.exiting) return;
		if (this.quitting) this.shutDown();
		else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
		else this.quit();
	}
	/** A window has refused to close. Called by window.ts. */
	closeCancelled(): void {
		this.quitting = false;
	}
	private shutDown(): void {
		const event = preventable({});
		this.emit('will-quit', event);
		if (event.defaultPrevented) this.quitting = false;
		else this.exit(0);
	}
}

export const app = loud('app', new App());

/** The bundle's top level has run: Electron becomes ready only after that. */
export function bundleLoaded(): void {
	app.ready = true;
	app.becameReady.resolve();
	// After what waits for it has run.
	if (circumstances.quitAtOnce) setImmediate(() => app.quit());
}

// Electron handles the first of each like the Quit command, and then restores the default: a second one kills.
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.quit());
// Without a driver there are no windows left to close.
process.on('disconnect', () => process.exit(1));
