import { type FileHandle, open, readdir, realpath } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { SAMPLES } from '../../../common/contract/config/responder.ts';
import { mediaTypeOf } from '../../../common/responder/index.ts';
import { OPEN_AT_ONCE } from '../../files/index.ts';
import { locatedPath, type PathFolder, shownPath } from '../core/located.ts';
import { engineError } from '../sentences/engine-error.ts';

/** Bytes per read. */
const CHUNK_BYTES = 256 * 1024;

/** The files that come with Wirebench: next to the bundle, or at the build's source. */
const SAMPLES_FOLDER = join(
	import.meta.dirname,
	import.meta.url.endsWith('.ts') ? '../../../assets/packed/samples' : 'samples',
);

/** A file to send, open for reading. */
export interface OpenFile {
	/** For people. */
	readonly path: string;
	/** Its size when it was opened: no more bytes are read. */
	readonly size: number;
	/** Its media type by its extension. */
	readonly type: string;
	/** The bytes, each chunk valid until the next is requested. Ends early where the file has become shorter. */
	chunks(): AsyncGenerator<Uint8Array, void>;
	close(): Promise<void>;
}

/** The file of a path. */
function placeOf(path: string): string {
	return path.startsWith(SAMPLES) ? join(SAMPLES_FOLDER, path.slice(SAMPLES.length)) : resolve(path);
}

type Why =
	| 'fileMissing'
	| 'fileBelowNoFolder'
	| 'fileLinkLoop'
	| 'fileNameTooLong'
	| 'fileMayNotBeRead'
	| 'fileWithoutBytes'
	| 'tooManyFiles';

const WHY: Readonly<Record<string, readonly ['not-found' | 'not-permitted' | 'disk', Why]>> = {
	ENOENT: ['not-found', 'fileMissing'],
	ENOTDIR: ['not-found', 'fileBelowNoFolder'],
	ELOOP: ['not-found', 'fileLinkLoop'],
	ENAMETOOLONG: ['not-found', 'fileNameTooLong'],
	EACCES: ['not-permitted', 'fileMayNotBeRead'],
	EPERM: ['not-permitted', 'fileMayNotBeRead'],
	ENXIO: ['not-found', 'fileWithoutBytes'],
	EMFILE: ['disk', 'tooManyFiles'],
};

function explain(error: unknown, path: string): WirebenchError {
	if (error instanceof WirebenchError) return error;
	const errno = error instanceof Error && 'code' in error ? String(error.code) : 'EIO';
	const [code, why] = WHY[errno] ?? (['disk', 'fileUnreadable'] as const);
	return engineError(code, why, { path, errno }, { errno });
}

/**
 * The real path of a name from a peer in a folder. The name comes from a URL's path or the like: it is never absolute,
 * and everything outside the folder, by `..` or by a link, counts as missing.
 */
async function inFolder(folder: string, name: string): Promise<string> {
	const shown = join(folder, name);
	// On Windows a colon denotes a stream or a drive.
	const odd = name.includes('\0') || (process.platform === 'win32' && name.includes(':'));
	if (odd) throw engineError('not-found', 'fileNameOdd', { path: folder });
	const root = await realpath(folder);
	const file = await realpath(join(root, name));
	if (!file.startsWith(root.endsWith(sep) ? root : root + sep))
		throw engineError('not-found', 'fileOutside', { path: shown });
	return file;
}

/**
 * Opens a file to send: `path`, or with `name` that file of the folder `path`. Throws a WirebenchError that names the file:
 * `not-found`, `not-permitted`, `disk`. Only regular files are opened.
 * @param words the path for people
 */
export async function openReplyFile(path: string, name: string | undefined, words = path): Promise<OpenFile> {
	const place = placeOf(path);
	const shown = name === undefined ? words : path.startsWith(SAMPLES) ? `${path}${name}` : join(path, name);
	let handle: FileHandle | undefined;
	try {
		const real = name === undefined ? place : await inFolder(place, name);
		handle = await open(real, OPEN_AT_ONCE);
		const stat = await handle.stat();
		if (!stat.isFile())
			throw engineError('not-found', stat.isDirectory() ? 'fileIsFolder' : 'fileNotRegular', { path: shown });
		return openFile(handle, shown, stat.size, mediaTypeOf(basename(real)));
	} catch (error) {
		await handle?.close();
		throw explain(error, shown);
	}
}

/**
 * What `openReplyFile` would find at a path of a config; with `folder`, what the folder of a reply has. Throws as it does.
 * @param from where a relative path begins
 */
export async function lookAtReplyFile(
	path: string,
	folder: boolean,
	from: PathFolder,
): Promise<{ bytes?: number; files?: number }> {
	if (path.includes('\0')) throw engineError('not-found', 'fileNameZero', { path: path.replaceAll('\0', '␀') });
	const found = path.startsWith(SAMPLES) ? path : locatedPath(path, from);
	const words = shownPath(path, found);
	if (!folder) {
		const file = await openReplyFile(found, undefined, words);
		await file.close();
		return { bytes: file.size };
	}
	try {
		return { files: (await readdir(placeOf(found))).length };
	} catch (error) {
		const errno = error instanceof Error && 'code' in error ? error.code : undefined;
		throw errno === 'ENOTDIR' ? engineError('not-found', 'fileNoFolder', { path: words }) : explain(error, words);
	}
}

function openFile(handle: FileHandle, path: string, size: number, type: string): OpenFile {
	return {
		path,
		size,
		type,
		async *chunks() {
			for (let at = 0; at < size; ) {
				// A new buffer each time: the previous one may not be sent yet.
				const buffer = new Uint8Array(Math.min(CHUNK_BYTES, size - at));
				const { bytesRead } = await handle.read(buffer, 0, buffer.length, at).catch((error: unknown) => {
					throw explain(error, path);
				});
				if (bytesRead === 0) return;
				at += bytesRead;
				yield buffer.subarray(0, bytesRead);
			}
		},
		close: () => handle.close(),
	};
}
