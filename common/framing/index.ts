export { compileFraming, createEnds, createFramer } from './create.ts';
export { describeFraming } from './describe.ts';
export { type Framer, type Message, NO_BYTES } from './framer.ts';
export type { MessageEnds } from './message-ends.ts';
