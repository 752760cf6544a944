export { BLOCKING_MODES, type BlockingMode, type CallEvent, type SocketCall } from './call.ts';
export { ConnectionBook } from './connections.ts';
export { callsOf } from './derive.ts';
export { NO_FACTS, readSocketFacts, type SocketFacts } from './socket-facts.ts';
export { WaitingCalls } from './waiting.ts';
