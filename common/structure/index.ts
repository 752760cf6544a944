export { structureDecoder } from './decoder.ts';
export { parseExpression } from './expression/parse.ts';
export { type Compiled, compileStructure } from './program/compile.ts';
export type { StructureFault } from './program/fault.ts';
export type { Program } from './program/program.ts';
export { dataOfPlain, type PlainData, plainData } from './run/json.ts';
export { type ReadMessage, readMessage, type WrittenMessage, writeMessage } from './run/message.ts';
export type { FieldData } from './run/values.ts';
export type { ValueFault } from './run/write.ts';
