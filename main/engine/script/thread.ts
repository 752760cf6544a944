import { readFile } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import { startWorker } from '../../threads/start.ts';
import { engineError } from '../sentences/engine-error.ts';
import type { ScriptThreadData } from './messages.ts';

let read: Promise<ArrayBuffer> | undefined;

/** The interpreter's file: in a bundle it is next to it, under a name that the build assigns. */
function interpreterFile(): URL {
	if (!import.meta.url.endsWith('.ts')) return new URL('./quickjs.wasm', import.meta.url);
	return new URL(import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'));
}

async function load(): Promise<ArrayBuffer> {
	try {
		return new Uint8Array(await readFile(interpreterFile())).buffer;
	} catch (error) {
		read = undefined;
		throw engineError('unavailable', 'interpreterMissing', { reason: String(error) });
	}
}

/** Starts a thread for a script. The interpreter is read once here, because a thread may be unable to read from inside a package. */
export async function startScriptThread(data: Omit<ScriptThreadData, 'interpreter'>): Promise<Worker> {
	read ??= load();
	const workerData: ScriptThreadData = { ...data, interpreter: await read };
	return startWorker('engine-script', { workerData, env: {} });
}
