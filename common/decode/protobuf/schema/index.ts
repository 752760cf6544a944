export { protoDecoder } from './decoder.ts';
export { parseProto } from './parse.ts';
