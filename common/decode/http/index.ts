import { toLatin1 } from '../../payload/codec/ascii.ts';
import { charsetNamed } from '../../payload/index.ts';
import type { Decoder } from '../core/decoder.ts';
import { endLine, peekLine } from '../core/line.ts';
import type { Reader } from '../core/reader.ts';
import { readBody } from './body.ts';
import { readHeaders } from './headers.ts';

/** A target has no spaces, but some clients send them. */
const REQUEST = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]{1,32}) (\S(?:.*\S)?) (HTTP\/\d\.\d)$/;
/** The begin of a request whose first line goes on in another read. */
const CUT_REQUEST =
	/^(?:CONNECT|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|TRACE) [\x21-\x7e]+(?: (?:H|HT|HTT|HTTP.{0,4}))?$/;
const FORM = 'METHOD TARGET HTTP/1.1';
const RESPONSE = /^(HTTP\/\d\.\d) (\d{3})(?: (.*))?$/;
const LATIN1 = charsetNamed('latin1');

/** The first line, by its parts. Returns whether the message is a request, and the status of a response. */
function readStart(reader: Reader): { readonly method?: string; readonly status?: number } {
	const line = peekLine(reader);
	if (line === undefined) {
		reader.text('line', reader.left, LATIN1);
		reader.fail({ code: 'short', missing: 1 });
	}
	const [, version, code, reason] = RESPONSE.exec(line) ?? [];
	if (version !== undefined && code !== undefined) {
		reader.text('version', version.length);
		reader.skip(1);
		reader.record('status', 3, Number(code));
		if (reason !== undefined) {
			reader.skip(1);
			reader.text('reason', reason.length, LATIN1);
		}
		reader.tell(`${code}${reason === undefined ? '' : ` ${reason}`}`);
		endLine(reader);
		return { status: Number(code) };
	}
	const [, method, target, spoken] = REQUEST.exec(line) ?? [];
	if (method === undefined || target === undefined || spoken === undefined) {
		reader.text('line', line.length, LATIN1);
		reader.fail({ code: 'unexpected', expected: FORM });
	}
	reader.text('method', method.length);
	reader.skip(1);
	reader.text(
		'target',
		target.length,
		LATIN1,
		/\s/.test(target) ? { note: { code: 'unexpected', expected: FORM } } : {},
	);
	reader.skip(1);
	reader.text('version', spoken.length);
	reader.tell(`${method} ${target}`);
	endLine(reader);
	return { method };
}

/** A request or a response of HTTP/1.0 or 1.1 (RFC 9112). */
function decode(reader: Reader): void {
	const { status } = readStart(reader);
	const headers = readHeaders(reader, 'headers');
	// These have no body, whatever their fields say (RFC 9112, 6.3).
	if (status !== undefined && (status < 200 || status === 204 || status === 304)) return;
	readBody(reader, headers, status !== undefined);
}

/** A method or a version begins with a character. */
const mayBegin = (first: number): boolean => first > 0x20 && first < 0x7f;

const SPACE = 0x20;
const SLASH = 0x2f;
const LONGEST_METHOD = 32;

/** Whether a method and a space, or a version's name and a slash, may be at the begin: a quick look, before one at all of the line. */
function beginsWithWord(bytes: Uint8Array): boolean {
	for (let at = 1; at <= LONGEST_METHOD; at++) {
		const byte = bytes[at];
		if (byte === undefined || byte === SPACE || byte === SLASH) return true;
		if (!mayBegin(byte)) return false;
	}
	return false;
}

function recognise(bytes: Uint8Array): number {
	if (!mayBegin(bytes[0] ?? 0) || !beginsWithWord(bytes)) return 0;
	const end = bytes.indexOf(0x0a);
	const line = toLatin1(bytes.subarray(0, end === -1 ? bytes.length : end)).replace(/\r$/, '');
	if (REQUEST.test(line) || RESPONSE.test(line)) return end === -1 ? 0.8 : 0.99;
	return end === -1 && CUT_REQUEST.test(line) ? 0.7 : 0;
}

export const http: Decoder = {
	id: 'http',
	title: 'HTTP/1',
	carries: ['cbor', 'json', 'msgpack', 'protobuf', 'xml'],
	ports: { stream: [80, 8000, 8008, 8080, 8888, 3000] },
	most: 0.99,
	mayBegin,
	recognise,
	decode,
};
