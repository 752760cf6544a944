export { fullName, protoDecoder } from './decoder.ts';
export { protoFields } from './field-names.ts';
export { parseProto } from './parse.ts';
