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

/** A separate world in the interpreter: it has the language, and no access to this process. */
export interface World {
	readonly runtime: QuickJSRuntime;
	readonly context: QuickJSContext;
	/** Whether this many more bytes may not fit. */
	mayLack(bytes: number): boolean;
}

export type { QuickJSContext, QuickJSHandle };

/**
 * `interpreter` is its WebAssembly; `interrupted` is called regularly while code runs; true ends it. The WebAssembly
 * memory limits all memory: the interpreter's own limit counts allocations, not bytes, since this build cannot query an
 * allocation's size.
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
	// It grows by at least a twentieth, so the last step before the maximum may fail.
	const mayLack = (bytes: number) => (wasmMemory.buffer.byteLength + bytes) * 1.1 > maximum * PAGE_BYTES;
	return { runtime, context: runtime.newContext(), mayLack };
}

type Memory = ReturnType<QuickJSWASMModule['getWasmMemory']> & { readonly buffer: ArrayBuffer };
// Node has it; Node's types do not.
declare const WebAssembly: {
	readonly Memory: new (pages: { initial: number; maximum: number }) => Memory;
};

const PAGES_PER_MIB = (1024 * 1024) / PAGE_BYTES;
/** The memory declared by the interpreter's module: 16 MiB to 2 GiB. */
const LEAST_PAGES = 256;
const MOST_PAGES = 32_768;
