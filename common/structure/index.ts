export {
	COMPUTED,
	compileComposed,
	compose,
	type Sources,
	type WrittenValues,
} from './condition/composed.ts';
export { type Condition, compileCondition, messageFormula } from './condition/condition.ts';
export {
	readExactly,
	readWhole,
	type Unmet,
	unmet,
	type Variables,
	valueIn,
	type WholeMessage,
} from './condition/meets.ts';
export { structureDecoder } from './decoder.ts';
export type { Value } from './expression/ast.ts';
export type { Program } from './program/program.ts';
export { NO_PROGRAMS, type Programs, programsNamed, programsOf } from './program/programs.ts';
export { type Cost, readCost, writeCost } from './run/cost.ts';
export { dataOfPlain, plainData } from './run/json.ts';
export { readMessage, writeMessage } from './run/message.ts';
export type { FieldData } from './run/values.ts';
