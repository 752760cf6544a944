import { expect, test } from 'vitest';
import { pathsOf } from '../testing/fields.fixture.ts';
import { textSample } from '../testing/samples.fixture.ts';
import { http } from './index.ts';

test.each([
	['application/json', '{"a":1}', 'json'],
	['application/vnd.api+json', '{"a":1}', 'json'],
	['text/xml; charset=utf-8', '<a>1</a>', 'xml.a'],
	['image/svg+xml', '<svg/>', 'xml.svg'],
	['application/cbor', 'cabc', 'cbor.value'],
	['application/x-msgpack', 'a', 'msgpack.value'],
	['application/x-protobuf', '\b\u0001', 'protobuf.1'],
	['text/plain', '{}', 'http.body.text'],
])('content of the type %s is decoded', (type, content, path) => {
	const head = `HTTP/1.1 200 OK\nContent-Type: ${type}\nContent-Length: ${content.length}\n\n`;
	const sample = textSample('one', head + content, { transport: 'stream' });
	const found = pathsOf(http, sample).find((field) => field.path === path);
	expect(found?.end).toBe(sample.bytes.length);
	expect(found?.note).toBeUndefined();
});
