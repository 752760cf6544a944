export { Authority } from './authority.ts';
export { factsText } from './facts.ts';
export { isFinal } from './failure.ts';
export { secureDial } from './secure-dial.ts';
export { ServerTls } from './secure-server.ts';
export { resetSocket, tlsFacts } from './secured.ts';
