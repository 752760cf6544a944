import { namedUnreadable, readBytes } from '../../../files/index.ts';

/** The bytes of a file named by a person, which may be a pipe. Throws `bad-input` with the file's name. */
export async function readNamedBytes(file: string, mostBytes: number): Promise<Uint8Array> {
	try {
		return await readBytes(file, { mostBytes, pipes: true });
	} catch (error) {
		throw namedUnreadable(file, error);
	}
}
