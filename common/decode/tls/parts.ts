import { faultOf } from '../core/fault.ts';
import type { Reader } from '../core/reader.ts';

/** What `body` reads within a length that stands in front of it in so many bytes. */
export function sized<T>(reader: Reader, name: string, bytes: 1 | 2 | 3, body: (length: number) => T): T {
	const length = reader.uint(name, bytes);
	return reader.within(length, () => body(length));
}

/** The same as bytes; no field where there are none. */
export function sizedData(reader: Reader, name: string, bytes: 1 | 2 | 3): void {
	sized(reader, `${name}Length`, bytes, () => reader.rest(name));
}

/** A group of what `each` reads again and again, within a length that stands in front of it. */
export function listOf(reader: Reader, name: string, bytes: 1 | 2 | 3, each: () => void): void {
	reader.group(name, () =>
		sized(reader, 'length', bytes, () => {
			while (reader.left > 0) each();
		}),
	);
}

/** What `each` reads again and again within a length that stands in front of it, in one text. */
export function joined(reader: Reader, lengthBytes: 1 | 2, each: () => string): string {
	return sized(reader, 'listLength', lengthBytes, () => {
		const all: string[] = [];
		while (reader.left > 0) all.push(each());
		return all.join(', ');
	});
}

/** What its fields describe by themselves. */
export const plain =
	(read: (reader: Reader) => void) =>
	(reader: Reader): undefined => {
		read(reader);
	};

/** The first of the ways to read all that is left without a fault; `data` where there is none: TLS leaves some to what was agreed before. */
export function firstThatFits(reader: Reader, ways: readonly ((reader: Reader) => void)[]): void {
	const bytes = reader.bytes.subarray(reader.at, reader.at + reader.left);
	const way = ways.find((read) => faultOf(bytes, read) === undefined);
	if (way === undefined) reader.rest('data');
	else way(reader);
}
