import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
	newQuickJSWASMModuleFromVariant,
	newVariant,
	type QuickJSContext,
	type QuickJSHandle,
	type QuickJSRuntime,
	type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { INTERPRETER_MIB, PAGE_BYTES, STACK_BYTES } from './limits.ts';

/** A world of its own in the interpreter: it has the language, and nothing of this process. */
export interface World {
	readonly runtime: QuickJSRuntime;
	readonly context: QuickJSContext;
	/** Whether so many bytes more may find no room. */
	mayLack(bytes: number): boolean;
}

export type { QuickJSContext, QuickJSHandle };

/**
 * `interpreter` is its WebAssembly; `interrupted` is asked now and then while something runs; true ends that. The memory
 * of all of it is bounded by that of the WebAssembly: the interpreter's own limit counts allocations, not their bytes,
 * since this build cannot ask how large one is.
 */
export async function openWorld(
	interpreter: ArrayBuffer,
	memoryMiB: number,
	interrupted: () => boolean,
): Promise<World> {
	const maximum = Math.min(Math.max((INTERPRETER_MIB + memoryMiB) * PAGES_PER_MIB, LEAST_PAGES), MOST_PAGES);
	const wasmMemory = new WebAssembly.Memory({ initial: LEAST_PAGES, maximum });
	const module = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmBinary: interpreter, wasmMemory }));
	const runtime = module.newRuntime({
		memoryLimitBytes: memoryMiB * 1024 * 1024,
		maxStackSizeBytes: STACK_BYTES,
		interruptHandler: interrupted,
	});
	// It grows by a twentieth at least, and so may stop that much before the maximum.
	const mayLack = (bytes: number) => (wasmMemory.buffer.byteLength + bytes) * 1.1 > maximum * PAGE_BYTES;
	return { runtime, context: runtime.newContext(), mayLack };
}

type Memory = ReturnType<QuickJSWASMModule['getWasmMemory']> & { readonly buffer: ArrayBuffer };
// Node has it, the types of Node have not.
declare const WebAssembly: {
	readonly Memory: new (pages: { initial: number; maximum: number }) => Memory;
};

const PAGES_PER_MIB = (1024 * 1024) / PAGE_BYTES;
/** What the interpreter's module declares of its memory: 16 MiB to 2 GiB. */
const LEAST_PAGES = 256;
const MOST_PAGES = 32_768;
