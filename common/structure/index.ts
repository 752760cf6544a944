export { structureDecoder } from './decoder.ts';
export type { Program } from './program/program.ts';
export { dataOfPlain, plainData } from './run/json.ts';
export { readMessage, writeMessage } from './run/message.ts';
export type { FieldData } from './run/values.ts';
