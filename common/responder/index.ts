export { type CompiledAction, type CompiledResponder, compileResponder } from './compile.ts';
export { formatCtime } from './ctime.ts';
export type { Captures } from './regex.ts';
