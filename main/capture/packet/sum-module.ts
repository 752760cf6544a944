/**
 * A WebAssembly module (core specification 2.0, chapter 5) that sums the 32-bit words of an imported memory, eight at a time. JavaScript
 * takes eight times as long.
 *
 *     (func (export "sum") (param $from i32) (param $end i32) (result f64)
 */
const [V128, I32, F64] = [0x7b, 0x7f, 0x7c];
const [FROM, END, LOW, HIGH, WORDS] = [0, 1, 2, 3, 4];
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
/** Of the instructions with vectors, all numbers from 128 on take two bytes (LEB128). */
const vector = (instruction: number): number[] =>
	instruction < 128 ? [0xfd, instruction] : [0xfd, (instruction & 0x7f) | 0x80, instruction >> 7];
const ADD = vector(206); // i64x2.add
const load = (offset: number): number[] => [...get(FROM), ...vector(0), 0, offset, ...set(WORDS)]; // v128.load
const LOW_TWO = [...get(LOW), ...get(WORDS), ...vector(201), ...ADD, ...set(LOW)]; // i64x2.extend_low_i32x4_u
const HIGH_TWO = [...get(HIGH), ...get(WORDS), ...vector(202), ...ADD, ...set(HIGH)]; // i64x2.extend_high_i32x4_u
const lane = (n: number): number[] => [...get(LOW), ...vector(29), n]; // i64x2.extract_lane
/** Bytes of one turn. */
export const SUM_STEP = 32;

const code = [
	...[1, 3, V128], // LOW, HIGH and WORDS, which are zero at first
	...[0x03, 0x40], // loop
	...[...load(0), ...LOW_TWO, ...HIGH_TWO],
	...[...load(16), ...LOW_TWO, ...HIGH_TWO],
	...[...get(FROM), 0x41, SUM_STEP, 0x6a, 0x22, FROM], // i32.const, i32.add, local.tee
	...[...get(END), 0x49, 0x0d, 0], // i32.lt_u, br_if
	0x0b, // end of the loop
	...[...get(LOW), ...get(HIGH), ...ADD, ...set(LOW)],
	...[...lane(0), ...lane(1), 0x7c, 0xba], // i64.add, f64.convert_i64_u
	0x0b,
];

const name = (text: string): number[] => [text.length, ...Buffer.from(text)];
/** Sections of at most 127 bytes, as all lengths here. */
const section = (id: number, content: readonly number[]): number[] => [id, content.length, ...content];

const BYTES = Uint8Array.from([
	...[...Buffer.from('\0asm'), 1, 0, 0, 0],
	...section(1, [1, 0x60, 2, I32, I32, 1, F64]),
	...section(2, [1, ...name(''), ...name('memory'), 2, 0, 1]),
	...section(3, [1, 0]),
	...section(7, [1, ...name('sum'), 0, 0]),
	...section(10, [1, code.length, ...code]),
]);

/** Pages of WebAssembly memory have 64 KiB. */
const PAGE_BYTES = 65_536;

/** Memory whose words can be summed. */
interface Summing {
	readonly buffer: ArrayBuffer;
	/**
	 * The sum of the words from byte `from`, a multiple of 4, up to `end`, a positive multiple of `SUM_STEP` bytes after it. Exact up to
	 * 2^21 words. Undefined on processors without such instructions.
	 */
	readonly sum: ((from: number, end: number) => number) | undefined;
}

interface Memory {
	readonly buffer: ArrayBuffer;
}
// Node has it; Node's types do not.
declare const WebAssembly: {
	readonly Memory: new (pages: { initial: number; maximum: number }) => Memory;
	readonly Module: new (bytes: Uint8Array) => object;
	readonly Instance: new (
		module: object,
		imports: { '': { memory: Memory } },
	) => { readonly exports: { readonly sum: (from: number, end: number) => number } };
	validate(bytes: Uint8Array): boolean;
};

let compiled: object | undefined;

/** Memory of at least so many bytes. */
export function summingMemory(bytes: number): Summing {
	const pages = Math.ceil(bytes / PAGE_BYTES);
	const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
	if (compiled === undefined && WebAssembly.validate(BYTES)) compiled = new WebAssembly.Module(BYTES);
	if (compiled === undefined) return { buffer: memory.buffer, sum: undefined };
	const { sum } = new WebAssembly.Instance(compiled, { '': { memory } }).exports;
	return { buffer: memory.buffer, sum };
}
