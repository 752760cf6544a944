import type { Omitted, OmittedCode } from './program.ts';

/** Collects what is left out, each once. */
export class Omissions {
	readonly #all = new Map<string, Omitted>();

	add(code: OmittedCode, name = ''): void {
		this.#all.set(`${code} ${name}`, { code, params: { name } });
	}

	addAll(all: readonly Omitted[]): void {
		for (const { code, params } of all) this.add(code, params.name);
	}

	list(): Omitted[] {
		return [...this.#all.values()];
	}
}
