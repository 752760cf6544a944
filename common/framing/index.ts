export { compileFraming, createFramer } from './create.ts';
export { type Framer, type Message, NO_BYTES } from './framer.ts';
