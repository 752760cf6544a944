import { type FoundValue, ValueReader } from '../../../common/decode/values.ts';
import { BUILT_IN, type KnownProtocols } from '../../../common/filter/decoded/known.ts';
import { wholePath } from '../../../common/filter/decoded/path.ts';
import type { CaptureFolder } from './folder.ts';
import { RowAt } from './row-at.ts';

/** Reads the values of some decoded fields, an event or message at a time. The reader of the last fields is kept. */
export class FieldReading {
	readonly #folder: CaptureFolder;
	readonly #rows: RowAt;
	#key = '';
	#known: KnownProtocols = BUILT_IN;
	#reader = new ValueReader([]);

	constructor(folder: CaptureFolder) {
		this.#folder = folder;
		this.#rows = new RowAt(folder);
	}

	/** Names of the fields from now on, as filters write them; what is no name of a field has no values. */
	use(fields: readonly string[]): void {
		const key = JSON.stringify(fields);
		const { known, structures } = this.#folder.charsets;
		if (key === this.#key && known === this.#known) return;
		this.#key = key;
		this.#known = known;
		this.#reader = new ValueReader(
			fields.map((field) => wholePath(field, known) ?? []),
			structures,
		);
	}

	/** Decodes the payload of event `n`, or of the message that it ends; returns whether its files are there. Throws the errors of reading. */
	read(n: number, content: () => Uint8Array): boolean {
		const facts = this.#rows.at(n);
		if (facts === undefined) return false;
		this.#reader.read(content(), facts);
		return true;
	}

	/** What the field at an index says. Valid until the next payload is read. */
	values(at: number): readonly FoundValue[] {
		return this.#reader.values(at);
	}
}
