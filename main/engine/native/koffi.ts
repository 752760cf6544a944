import { createRequire } from 'node:module';
import { join } from 'node:path';
import { messageOf } from '../../../common/contract/base/message-of.ts';

/** A function of the C library through koffi: numbers for integers, buffers for pointers. */
export interface Native {
	(...args: readonly (number | Uint8Array | NativeCallback)[]): unknown;
	/** Runs on a thread of libuv's pool and calls back with its result. */
	async(...args: readonly (number | Uint8Array | ((error: Error | null, result: unknown) => void))[]): void;
}

/** Called during the call that it is an argument of. */
export type NativeCallback = (...args: readonly number[]) => void;

/** The used part of koffi (koffi.dev): its own types are in a package that compiles when it is installed. */
interface Koffi {
	load(library: null): {
		func(declaration: string): Native;
		func(name: string, result: string, parameters: readonly unknown[]): Native;
	};
	proto(result: string, parameters: readonly string[]): unknown;
	pointer(type: unknown): unknown;
	errno(): number;
}

/** The functions of this process and of the libraries that it has loaded: the C library, and libuv as Node exports it for addons. */
export interface CLibrary {
	func(declaration: string): Native;
	/** A function without a result whose parameters are of these types; an array is the parameters of a callback, without a result too. */
	walker(name: string, parameters: readonly (string | readonly string[])[]): Native;
	/** Of the last call. */
	errno(): number;
}

function isKoffi(value: unknown): value is Koffi {
	return typeof value === 'object' && value !== null && 'load' in value && 'errno' in value;
}

/** The folder beside the packaged app; undefined in other programs. */
export function packagedResources(): string | undefined {
	const resources = 'resourcesPath' in process ? process.resourcesPath : undefined;
	return typeof resources === 'string' ? resources : undefined;
}

/** Possible places of the package: among the modules, or next to the packaged app. */
function places(resources: string | undefined): readonly string[] {
	const name = `koffi-${process.platform}-${process.arch}`;
	return resources !== undefined ? [join(resources, 'koffi', name), `@koromix/${name}`] : [`@koromix/${name}`];
}

/**
 * The C library of this process. Throws with the reason why it is not available. `resources`: the folder of the packaged app, which
 * its other threads do not know.
 */
export function loadCLibrary(resources = packagedResources()): CLibrary {
	const require = createRequire(import.meta.url);
	let reason: unknown;
	for (const place of places(resources)) {
		try {
			const koffi: unknown = require(place);
			if (!isKoffi(koffi)) throw new Error(`${place} is not what it should be`);
			const library = koffi.load(null);
			const typeOf = (parameter: string | readonly string[]) =>
				typeof parameter === 'string' ? parameter : koffi.pointer(koffi.proto('void', parameter));
			return {
				func: (declaration) => library.func(declaration),
				walker: (name, parameters) => library.func(name, 'void', parameters.map(typeOf)),
				errno: () => koffi.errno(),
			};
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
