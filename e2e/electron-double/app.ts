import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { LoudEmitter, loud, preventable } from './loud.ts';

const manifest: { name: string; version: string } = JSON.parse(
	readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
);

interface ClosableWindow {
	close(): void;
	destroy(): void;
}

class App extends LoudEmitter {
	readonly isPackaged = false;
	sandboxEnabled = false;
	/** Open windows; maintained by window.ts. */
	readonly openWindows = new Set<ClosableWindow>();
	ready = false;
	readonly becameReady = Promise.withResolvers<void>();
	readonly paths = new Map<string, string>([['documents', homedir()]]);
	name = manifest.name;
	quitting = false;

	constructor() {
		super('app', [
			'activate',
			'before-quit',
			'second-instance',
			'web-contents-created',
			'will-quit',
			'window-all-closed',
		]);
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
	/** Always the first instance: rejecting a second process is the runtime's own code. */
	requestSingleInstanceLock(): boolean {
		return true;
	}
	showAboutPanel(): void {
		this.requireReady('app.showAboutPanel');
	}

	quit(): void {
		const event = preventable({});
		this.emit('before-quit', event);
		if (event.defaultPrevented) return;
		this.quitting = true;
		for (const window of [...this.openWindows]) window.close();
		this.emit('will-quit', preventable({}));
		this.exit(0);
	}
	exit(code = 0): void {
		for (const window of [...this.openWindows]) window.destroy();
		process.exit(code);
	}
	/** Called by window.ts. */
	windowClosed(): void {
		if (this.openWindows.size > 0 || this.quitting) return;
		if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
		else this.quit();
	}
}

export const app = loud('app', new App());

/** The bundle's top level has run: Electron becomes ready only after that. */
export function bundleLoaded(): void {
	app.ready = true;
	app.becameReady.resolve();
}

// Electron handles these like the Quit command.
process.on('SIGTERM', () => app.quit());
process.on('SIGINT', () => app.quit());
// Without a driver there are no windows left to close.
process.on('disconnect', () => process.exit(1));
