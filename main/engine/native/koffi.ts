import { createRequire } from 'node:module';
import { join } from 'node:path';
import { messageOf } from '../../../common/contract/base/message-of.ts';

/** A function of the C library through koffi: numbers for integers, buffers for pointers. */
export interface Native {
	(...args: readonly (number | Uint8Array)[]): unknown;
	/** Runs on a thread of libuv's pool and calls back with its result. */
	async(...args: readonly (number | Uint8Array | ((error: Error | null, result: unknown) => void))[]): void;
}

/** The used part of koffi (koffi.dev): its own types are in a package that compiles when it is installed. */
interface Koffi {
	load(library: null): { func(declaration: string): Native };
	errno(): number;
}

export interface CLibrary {
	func(declaration: string): Native;
	/** Of the last call. */
	errno(): number;
}

function isKoffi(value: unknown): value is Koffi {
	return typeof value === 'object' && value !== null && 'load' in value && 'errno' in value;
}

/** Possible places of the package: among the modules, or next to the packaged app. */
function places(): readonly string[] {
	const name = `koffi-${process.platform}-${process.arch}`;
	const resources = 'resourcesPath' in process ? process.resourcesPath : undefined;
	return typeof resources === 'string' ? [join(resources, 'koffi', name), `@koromix/${name}`] : [`@koromix/${name}`];
}

/** The C library of this process. Throws with the reason why it is not available. */
export function loadCLibrary(): CLibrary {
	const require = createRequire(import.meta.url);
	let reason: unknown;
	for (const place of places()) {
		try {
			const koffi: unknown = require(place);
			if (!isKoffi(koffi)) throw new Error(`${place} is not what it should be`);
			const library = koffi.load(null);
			return { func: (declaration) => library.func(declaration), errno: () => koffi.errno() };
		} catch (error) {
			reason ??= error;
		}
	}
	throw reason;
}

/** What a sentence says of a failure of `loadCLibrary`: the package of this machine, and the first line of the reason. */
export function whyNoCLibrary(error: unknown): { readonly name: string; readonly reason: string } {
	const [reason = ''] = messageOf(error).split('\n');
	return { name: `@koromix/koffi-${process.platform}-${process.arch}`, reason };
}
