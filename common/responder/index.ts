export {
	type Answer,
	type CompiledAction,
	type CompiledResponder,
	compileResponder,
	type JoinResult,
} from './compile.ts';
export { mediaTypeOf } from './media-type.ts';
export { type Trial, tryBytes } from './trial.ts';
