import { createWriteStream, fstatSync } from 'node:fs';
import type { Writable } from 'node:stream';

/** Whether a descriptor is a file or a device: writes are taken at once, or block the writer. */
function isFile(fd: number): boolean {
	const found = fstatSync(fd);
	return found.isFile() || found.isCharacterDevice() || found.isBlockDevice();
}

/**
 * Node writes to a terminal synchronously: a blocked one (Ctrl+S, an unread pseudo terminal) would block the whole
 * process, its sockets and its signals. The stream's handle supports asynchronous writes, but only through this method.
 */
function writeInBackground(stream: NodeJS.WriteStream): void {
	const handle: unknown = Reflect.get(stream, '_handle');
	if (typeof handle !== 'object' || handle === null) return;
	const setBlocking: unknown = Reflect.get(handle, 'setBlocking');
	if (typeof setBlocking === 'function') Reflect.apply(setBlocking, handle, [false]);
}

/** Standard output or error as a stream whose writes never block the process, whatever it is connected to. */
export function standardStream(name: 'stdout' | 'stderr'): Writable {
	const fd = name === 'stdout' ? 1 : 2;
	const stream = process[name];
	if (stream.isTTY) {
		writeInBackground(stream);
		return stream;
	}
	// Node's own stream writes files synchronously too, and treats a short write on a full disk as complete.
	return isFile(fd) ? createWriteStream('', { fd, autoClose: false }) : stream;
}
