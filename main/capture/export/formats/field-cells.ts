import { EVENT_KINDS } from '../../../../common/capture/event.ts';
import { plainValue } from '../../../../common/decode/index.ts';
import { isDamage } from '../../segments/damage.ts';
import { FieldReading } from '../../segments/field-reading.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import type { ListedItem } from './item.ts';

const DATA = EVENT_KINDS.indexOf('data');

/** What a field says in an item, as JSON has it; where a value has only a meaning, that. */
export type CellValue = string | number | boolean;

/** The decoded fields of an export. */
export class FieldCells {
	/** Their names, as filters write them. */
	readonly names: readonly string[];
	readonly #reading: FieldReading;

	constructor(folder: CaptureFolder, names: readonly string[]) {
		this.names = names;
		this.#reading = new FieldReading(folder);
		this.#reading.use(names);
	}

	/** The values of each field in an item; undefined where it is no data, or cannot be read. */
	of({ n, kind, content }: ListedItem): CellValue[][] | undefined {
		if (kind !== DATA) return undefined;
		try {
			if (!this.#reading.read(n, () => content)) return undefined;
		} catch (error) {
			if (!isDamage(error)) throw error;
			return undefined;
		}
		return this.names.map((_, i) =>
			this.#reading
				.values(i)
				.flatMap(({ value, meaning }) => (value === undefined ? (meaning ?? []) : plainValue(value))),
		);
	}
}
