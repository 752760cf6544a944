export {
	type Answer,
	type CompiledAction,
	type CompiledResponder,
	compileResponder,
} from './compile.ts';
export { formatCtime } from './ctime.ts';
export { mediaTypeOf } from './media-type.ts';
export type { Captures } from './regex.ts';
export type { ReplyContext } from './reply-context.ts';
export { type Trial, tryBytes } from './trial.ts';
