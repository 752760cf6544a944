/**
 * Reads files of an asar archive through `@electron/asar`, for the few calls by which the bundles read their own package: their modules
 * and threads, `readFile` and `existsSync`. For any other call an archive is a file, and a path in it fails with ENOTDIR.
 * Imported by each thread of a bundle that runs out of an archive.
 */
import fs from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import threads, { type WorkerOptions } from 'node:worker_threads';
import { extractFile } from '@electron/asar';

/** The bytes of a file in an archive; undefined for a path that leads into none. Throws for one that the archive lacks. */
export function fromArchive(path: unknown): Buffer | undefined {
	const [, archive, name] = typeof path === 'string' ? (/^(.*\.asar)[\\/](.+)$/.exec(path) ?? []) : [];
	if (archive === undefined || name === undefined) return undefined;
	return extractFile(archive, name.replaceAll('/', sep));
}

const isInArchive = (url: string) => url.startsWith('file:') && /\.asar\//.test(url);

/** Lets this thread, and the threads that it starts, load modules and read files out of archives. */
export function readFromArchives(): void {
	registerHooks({
		resolve(specifier, context, next) {
			// Node's own way to a file asks the file system.
			const isPath = /^(\.{1,2}\/|file:)/.test(specifier);
			const url = isPath ? URL.parse(specifier, context.parentURL)?.href : undefined;
			if (url === undefined || !isInArchive(url)) return next(specifier, context);
			return { url, format: 'module', shortCircuit: true };
		},
		load(url, context, next) {
			const source = isInArchive(url) ? fromArchive(fileURLToPath(url)) : undefined;
			return source === undefined ? next(url, context) : { source, format: 'module', shortCircuit: true };
		},
	});
	const { readFile } = fs.promises;
	const { existsSync } = fs;
	Object.assign(fs.promises, {
		readFile: async (path: string, ...rest: []) => fromArchive(path) ?? readFile(path, ...rest),
	});
	Object.assign(fs, {
		existsSync(path: string) {
			if (!/\.asar[\\/]/.test(path)) return existsSync(path);
			try {
				return fromArchive(path) !== undefined;
			} catch (error) {
				if (error instanceof Error && /was not found/.test(error.message)) return false;
				throw error;
			}
		},
	});
	const { Worker } = threads;
	Object.assign(threads, {
		Worker: class extends Worker {
			constructor(file: string | URL, options: WorkerOptions) {
				super(file, { ...options, execArgv: ['--import', new URL('./asar-thread.ts', import.meta.url).href] });
			}
		},
	});
	syncBuiltinESMExports();
}
