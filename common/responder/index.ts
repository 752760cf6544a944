export {
	type Answer,
	type CompiledAction,
	type CompiledResponder,
	compiledRules,
	compileResponder,
	type JoinResult,
	type Unread,
} from './compile.ts';
export { structureNamed, wholeOf } from './fields.ts';
export { mediaTypeOf } from './media-type.ts';
export { configWithStructures, protocolsOfConfig, structuresIn } from './structures-in.ts';
export { type Trial, tryBytes } from './trial.ts';
