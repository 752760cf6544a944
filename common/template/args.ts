import { type Fault, fault, faultWords } from '../payload/codec/fault.ts';
import type { Said } from '../words/sentence/said.ts';
import { BINARY_FORMS, type NumberForm } from './number-form.ts';
import type { Word } from './scan.ts';

/** Words after the name of a placeholder, in any order; each is taken once. */
export class Args {
	readonly name: Word;
	readonly #left: Word[];
	readonly #can: (string | Said)[] = [];
	#fault: Fault | undefined;

	constructor(name: Word, words: readonly Word[]) {
		this.name = name;
		this.#left = [...words];
	}

	/** The first of these words that is there. `what`: them in an error. */
	word<T>(read: (text: string) => T | undefined, what: string | Said): { value: T; at: number } | undefined {
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
	option<T>(
		key: string,
		read: (text: string) => T | undefined,
		must: 'templateAdd' | 'templateName' | 'templateNumber' | 'templateWidth',
	): T | undefined {
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
		const width = this.option('width', wholeNumber(1, 64), 'templateWidth');
		if (binary !== undefined && width !== undefined) {
			this.#fault ??= fault(binary.at, 'templateWidthOfBytes');
		}
		return binary?.value ?? { type: 'decimal', width };
	}

	/** The fault in what was taken, else the first word that nobody takes. */
	end(): Fault | undefined {
		if (this.#fault !== undefined) return this.#fault;
		const [extra] = this.#left;
		if (extra === undefined) return undefined;
		const said = { name: this.name.text, word: extra.text };
		if (this.#can.length === 0) return fault(extra.at, 'templateNothingFollows', said);
		const can = this.#can.reduce((first, more) => faultWords('templateList', { first, more }));
		return fault(extra.at, 'templateWord', { ...said, can });
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
