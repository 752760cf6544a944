const linux = process.platform === 'linux';

/** Constants of <sys/socket.h> on Linux (x86 and ARM) and macOS. */
export const AF_UNIX = 1;
export const AF_INET = 2;
export const AF_INET6 = linux ? 10 : 30;
export const SOCK_STREAM = 1;
export const SOCK_DGRAM = 2;
export const SOL_SOCKET = linux ? 1 : 0xffff;
export const SO_TYPE = linux ? 3 : 0x1008;
export const SO_ACCEPTCONN = linux ? 30 : 0x0002;
export const SO_SNDBUF = linux ? 7 : 0x1001;
export const SO_RCVBUF = linux ? 8 : 0x1002;
/** Linux alone has it. */
export const SO_RCVBUFFORCE = 33;
/** IPPROTO_TCP. */
export const SOL_TCP = 6;
/** The process at the other end of a Unix socket: `struct ucred` (unix(7)), and the pid alone on macOS (sys/un.h). */
export const PEER_PROCESS = linux ? { level: 1, option: 17 } : { level: 0, option: 2 };
