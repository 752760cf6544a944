import { type Fault, fault } from '../payload/codec/fault.ts';
import { BINARY_FORMS, type NumberForm } from './number-form.ts';
import type { Word } from './scan.ts';

/** Words after the name of a placeholder, in any order; each is taken once. */
export class Args {
	readonly name: Word;
	readonly #left: Word[];
	readonly #can: string[] = [];
	#fault: Fault | undefined;

	constructor(name: Word, words: readonly Word[]) {
		this.name = name;
		this.#left = [...words];
	}

	/** The first of these words that is there. `what`: them in an error. */
	word<T>(read: (text: string) => T | undefined, what: string): { value: T; at: number } | undefined {
		this.#can.push(what);
		for (const [index, { text, at }] of this.#left.entries()) {
			const value = read(text);
			if (value === undefined) continue;
			this.#left.splice(index, 1);
			return { value, at };
		}
		return undefined;
	}

	/** The value of `key=…`; a value that cannot be read is the fault of the placeholder. */
	option<T>(key: string, read: (text: string) => T | undefined, must: string): T | undefined {
		const found = this.word((text) => (text.startsWith(`${key}=`) ? text.slice(key.length + 1) : undefined), `${key}=`);
		if (found === undefined) return undefined;
		const value = read(found.value);
		if (value === undefined) this.#fault ??= fault(found.at + key.length + 1, must);
		return value;
	}

	/** The first word that is left, whatever it is. */
	any(): Word | undefined {
		return this.#left.shift();
	}

	/** `be16` and its like, or decimal with `width=`. */
	form(): NumberForm {
		const binary = this.word((text) => BINARY_FORMS.get(text), [...BINARY_FORMS.keys()].join(', '));
		const width = this.option('width', wholeNumber(1, 64), 'A width is a whole number from 1 to 64.');
		if (binary !== undefined && width !== undefined) {
			this.#fault ??= fault(binary.at, 'A width is for a decimal number: leave one of them out.');
		}
		return binary?.value ?? { type: 'decimal', width };
	}

	/** The fault in what was taken, else the first word that nobody takes. */
	end(): Fault | undefined {
		if (this.#fault !== undefined) return this.#fault;
		const [extra] = this.#left;
		if (extra === undefined) return undefined;
		const can = this.#can.length === 0 ? 'nothing follows the name' : `what follows can be ${this.#can.join(', ')}`;
		return fault(extra.at, `{{${this.name.text}}} has no “${extra.text}”: ${can}.`);
	}
}

/** Reads a whole number within bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number | undefined {
	return (text) => {
		const value = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
		return value !== undefined && value >= least && value <= most ? value : undefined;
	};
}

/** Reads a whole number of up to 64 bits, which may be negative. */
export function integer(text: string): bigint | undefined {
	const value = /^-?\d{1,20}$/.test(text) ? BigInt(text) : undefined;
	return value !== undefined && value > -(1n << 63n) && value < 1n << 64n ? value : undefined;
}
