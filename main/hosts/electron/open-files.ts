import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The part of Electron's App by which files reach it. */
interface OpeningApp {
	on(event: 'open-file', listener: (event: { preventDefault(): void }, path: string) => void): unknown;
	on(
		event: 'second-instance',
		listener: (event: unknown, argv: string[], workingDirectory: string, additionalData: unknown) => void,
	): unknown;
}

/** What a second start hands over to the running one. */
interface Handover {
	readonly files: readonly string[];
}

/** The path of a file URL. One that names no file of this machine is taken for a name: opening it fails, and says so. */
function pathOf(url: string, workingDirectory: string): string {
	try {
		return fileURLToPath(url);
	} catch (error) {
		// Another host, or a fault in its escapes.
		if (error instanceof TypeError || error instanceof URIError) return resolve(workingDirectory, url);
		throw error;
	}
}

/**
 * Absolute paths of the files that arguments name. A Linux desktop may pass file URLs (`%U` of a desktop entry); addresses
 * of other schemes name no file.
 * @param names arguments that are not options
 */
export function filesNamed(names: readonly string[], workingDirectory: string): string[] {
	return names
		.filter((name) => name !== '' && (/^file:\/\//i.test(name) || !/^[a-z][a-z0-9+.-]+:\/\//i.test(name)))
		.map((name) => (/^file:\/\//i.test(name) ? pathOf(name, workingDirectory) : resolve(workingDirectory, name)));
}

function isHandover(data: unknown): data is Handover {
	if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files)) return false;
	return data.files.every((file) => typeof file === 'string');
}

/**
 * Files that the system asks Wirebench to open: by argument on Linux and Windows, also of a second start, and by an event
 * of macOS, which may come before `ready`. They wait until something opens them.
 */
export class FilesToOpen {
	/** For requestSingleInstanceLock: the arguments of `second-instance` are not those that the second start was given. */
	readonly handover: Handover & Record<string, unknown>;
	readonly #waiting: string[];
	#open: ((path: string) => void) | undefined;

	/** @param files of this start's arguments */
	constructor(app: OpeningApp, files: readonly string[]) {
		this.handover = { files };
		this.#waiting = [...files];
		app.on('open-file', (event, path) => {
			event.preventDefault();
			this.#add(path);
		});
		app.on('second-instance', (_event, _argv, _workingDirectory, data) => {
			if (isHandover(data)) for (const file of data.files) this.#add(file);
		});
	}

	/** Opens those that wait, and from now on each one at once. */
	openWith(open: (path: string) => void): void {
		this.#open = open;
		for (const path of this.#waiting.splice(0)) open(path);
	}

	#add(path: string): void {
		if (this.#open === undefined) this.#waiting.push(path);
		else this.#open(path);
	}
}
