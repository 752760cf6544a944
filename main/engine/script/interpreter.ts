import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
	newQuickJSWASMModuleFromVariant,
	newVariant,
	type QuickJSContext,
	type QuickJSHandle,
	type QuickJSRuntime,
} from 'quickjs-emscripten-core';
import { STACK_BYTES } from './limits.ts';

/** A world of its own in the interpreter: it has the language, and nothing of this process. */
export interface World {
	readonly runtime: QuickJSRuntime;
	readonly context: QuickJSContext;
}

export type { QuickJSContext, QuickJSHandle };

/** `interpreter` is its WebAssembly; `interrupted` is asked now and then while something runs; true ends that. */
export async function openWorld(
	interpreter: ArrayBuffer,
	memoryMiB: number,
	interrupted: () => boolean,
): Promise<World> {
	const module = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmBinary: interpreter }));
	const runtime = module.newRuntime({
		memoryLimitBytes: memoryMiB * 1024 * 1024,
		maxStackSizeBytes: STACK_BYTES,
		interruptHandler: interrupted,
	});
	return { runtime, context: runtime.newContext() };
}
