import { textSample } from '../testing/samples.fixture.ts';

const CLIENT = { transport: 'stream', ports: [6379], from: 'client' } as const;
const SERVER = { transport: 'stream', ports: [6379], from: 'server' } as const;

/** What redis-cli and Redis 7.0 send in RESP 2. */
export const SAMPLES_2 = [
	textSample('a command', '*3\n$3\nSET\n$1\nk\n$1\nv\n', CLIENT),
	textSample('two commands in one read', '*2\n$4\nINCR\n$1\nn\n*2\n$3\nGET\n$1\nn\n', CLIENT),
	textSample('a simple string', '+OK\n', SERVER),
	textSample('two of them', '+PONG\n+OK\n', SERVER),
	textSample('a simple string in UTF-8, by hand', '+h\u00e9\n', SERVER),
	textSample('an error', "-ERR unknown command 'FOO', with args beginning with: 'bar' \n", SERVER),
	textSample('an integer', ':12345\n', SERVER),
	textSample('a bulk string', '$11\nHello World\n', SERVER),
	textSample('an empty one', '$0\n\n', SERVER),
	textSample('null', '$-1\n', SERVER),
	textSample('an array', '*2\n$1\nb\n$1\na\n', SERVER),
	textSample('an array in an array, by hand', '*3\n:1\n*2\n+a\n-b\n*-1\n', SERVER),
];

/** What Redis 7.0 sends in RESP 3 (`DEBUG PROTOCOL`, `HELLO 3`), and by hand from its specification. */
export const SAMPLES_3 = [
	textSample('null of RESP 3', '_\n', SERVER),
	textSample('booleans', '#t\n#f\n', SERVER),
	textSample('a double', ',3.141\n', SERVER),
	textSample('infinity, none, an exponent, by hand', ',inf\n,-inf\n,nan\n,1.5e-3\n,10\n', SERVER),
	textSample('a big number', '(1234567999999999999999999999999999999\n', SERVER),
	textSample('a verbatim string, by hand', '=29\ntxt:This is a verbatim\tstring\n', SERVER),
	textSample('a bulk error, by hand', '!21\nSYNTAX invalid syntax\n', SERVER),
	textSample('a map', '%3\n:0\n#f\n:1\n#t\n:2\n#f\n', SERVER),
	textSample(
		'the reply to HELLO',
		'%7\n$6\nserver\n$5\nredis\n$7\nversion\n$6\n7.0.15\n$5\nproto\n:3\n$2\nid\n:10\n$4\nmode\n$10\nstandalone\n$4\nrole\n$6\nmaster\n$7\nmodules\n*0\n',
		SERVER,
	),
	textSample('a set', '~3\n:0\n:1\n:2\n', SERVER),
	textSample(
		'an attribute and what it is of',
		'|1\n$14\nkey-popularity\n*2\n$7\nkey:123\n:90\n$39\nSome real reply following the attribute\n',
		SERVER,
	),
	textSample('an attribute of an element, by hand', '*2\n|1\n+ttl\n:3600\n:1\n:2\n', SERVER),
	textSample('pushed, by hand', '>3\n+message\n+somechannel\n$5\nhello\n+OK\n', SERVER),
	textSample('a string in chunks, by hand', '$?\n;4\nHell\n;6\no worl\n;1\nd\n;0\n', SERVER),
	textSample('an array without a count, by hand', '*?\n:1\n%?\n+a\n:1\n.\n.\n', SERVER),
];

export const SAMPLES = [
	...SAMPLES_2,
	...SAMPLES_3,
	textSample('inline commands, as typed into telnet', 'PING\nSET "a \\x62\\n" \'c d\'\n', CLIENT),
];
