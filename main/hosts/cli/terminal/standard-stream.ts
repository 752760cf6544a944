import { createWriteStream, fstatSync } from 'node:fs';

/** Whether a descriptor is a file or a device: what is written to it is taken at once, or blocks whoever writes. */
function isFile(fd: number): boolean {
	const found = fstatSync(fd);
	return found.isFile() || found.isCharacterDevice() || found.isBlockDevice();
}

/**
 * Node writes to a terminal in the foreground: one that takes nothing (Ctrl+S, a pseudo terminal that nobody reads) would hold
 * the whole process, its sockets and its signals. The stream's handle can do otherwise, but only this method of it says so.
 */
function writeInBackground(stream: NodeJS.WriteStream): void {
	const handle: unknown = Reflect.get(stream, '_handle');
	if (typeof handle !== 'object' || handle === null) return;
	const setBlocking: unknown = Reflect.get(handle, 'setBlocking');
	if (typeof setBlocking === 'function') Reflect.apply(setBlocking, handle, [false]);
}

/** Standard output or error as a stream whose writes never hold the process, whatever stands behind it. */
export function standardStream(name: 'stdout' | 'stderr'): NodeJS.WritableStream {
	const fd = name === 'stdout' ? 1 : 2;
	const stream = process[name];
	if (stream.isTTY) {
		writeInBackground(stream);
		return stream;
	}
	// Of a file Node's own stream writes in the foreground too, and takes a short write on a full disk for a whole one.
	return isFile(fd) ? createWriteStream('', { fd, autoClose: false }) : stream;
}
