export { isFinal } from '../errors/tls-failure.ts';
export { Authority } from './authority.ts';
export { secureDial } from './secure-dial.ts';
export { ServerTls } from './secure-server.ts';
export { resetSocket, tlsFacts } from './secured.ts';
