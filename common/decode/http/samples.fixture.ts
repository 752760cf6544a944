import { textSample } from '../testing/samples.fixture.ts';

const CLIENT = { transport: 'stream', ports: [80], from: 'client' } as const;
const SERVER = { transport: 'stream', ports: [80], from: 'server' } as const;

export const SAMPLES = [
	textSample('a request', 'GET /status?x=1 HTTP/1.1\nHost: example.org\nAccept: */*\n\n', CLIENT),
	textSample(
		'a request with JSON',
		'POST /items HTTP/1.1\nHost: example.org\nContent-Type: application/json\nContent-Length: 19\n\n{"a":[1,2],"b":"x"}',
		CLIENT,
	),
	textSample(
		'a request with XML',
		'POST /rpc HTTP/1.1\nContent-Type: text/xml; charset=utf-8\nContent-Length: 14\n\n<a b="1">x</a>',
		CLIENT,
	),
	textSample(
		'a response with CBOR',
		'HTTP/1.1 200 OK\nContent-Type: application/cbor\nContent-Length: 4\n\ncabc',
		SERVER,
	),
	textSample(
		'a response in chunks',
		'HTTP/1.1 200 OK\nContent-Type: text/plain; charset=utf-8\nTransfer-Encoding: chunked\n\n5;x=y\nhello\n6\n world\n0\nX-Sum: 1\n\n',
		SERVER,
	),
	textSample(
		'two responses, one without a body',
		'HTTP/1.1 304 Not Modified\nETag: "x"\n\nHTTP/1.1 404 Not Found\nContent-Length: 4\n\ngone',
		SERVER,
	),
];
