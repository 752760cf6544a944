import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { NO_BYTES } from '../../../common/framing/index.ts';
import { charsetNamed, decodeText } from '../../../common/payload/index.ts';
import type { CompiledAction } from '../../../common/responder/index.ts';
import type { ReplyContext } from '../../../common/template/index.ts';
import { engineError } from '../sentences/engine-error.ts';
import { type OpenFile, openReplyFile } from './reply-file.ts';

/** Makes the bytes of a part of an answer. */
export type Render = (part: 'reply' | 'file name', context: ReplyContext) => Uint8Array | Promise<Uint8Array>;

/** The receiver of a file. */
interface Receiver {
	replyFile(head: Uint8Array, size: number, chunks: AsyncIterable<Uint8Array>): Promise<void>;
}

/** An answer that ends with the bytes of an open file. */
export class FileAnswer {
	readonly #head: Uint8Array;
	readonly #file: OpenFile;

	private constructor(head: Uint8Array, file: OpenFile) {
		this.#head = head;
		this.#file = file;
	}

	/** `words`: a path for people. Undefined where the action has no file; the error where the file, or the reply before it, failed. */
	static async open(
		{ file, reply }: CompiledAction,
		context: ReplyContext,
		render: Render,
		words: (path: string) => string,
	): Promise<FileAnswer | WirebenchError | undefined> {
		if (file === undefined) return undefined;
		let opened: OpenFile | undefined;
		try {
			const name = file.name && decodeText(await render('file name', context), charsetNamed(file.charset));
			opened = await openReplyFile(file.path, name, words(file.path));
			const { size, type } = opened;
			const head = reply === undefined ? NO_BYTES : await render('reply', { ...context, file: { size, type } });
			return new FileAnswer(head, opened);
		} catch (error) {
			await opened?.close();
			if (error instanceof WirebenchError) return error;
			throw error;
		}
	}

	/** Sends it and closes the file. Rejects with a WirebenchError where it was not sent completely. */
	async send(receiver: Receiver): Promise<void> {
		const { size, path } = this.#file;
		let sent = 0;
		const chunks = this.#file.chunks();
		const counted = async function* () {
			for await (const chunk of chunks) {
				sent += chunk.length;
				yield chunk;
			}
		};
		try {
			await receiver.replyFile(this.#head, size, counted());
		} finally {
			await this.close();
		}
		if (sent === size) return;
		throw engineError('disk', 'fileShortened', { path, sent, size });
	}

	close(): Promise<void> {
		return this.#file.close();
	}
}
