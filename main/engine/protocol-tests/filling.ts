import type { Captured } from '../../../common/protocol-tests/index.ts';
import type { Value, Variables } from '../../../common/structure/index.ts';
import type { MessageTemplate, TemplateValues, VariableValues } from '../../../common/template/index.ts';
import { engineError } from '../sentences/engine-error.ts';
import { TemplateDraws, type TemplateNames } from '../templates/draws.ts';

/** Fills in the templates of one run. */
export class Filling {
	readonly #draws: TemplateDraws;
	readonly #captured = new Map<string, Uint8Array>();
	/** Captured values of fields, as expressions compute with them. */
	readonly #values = new Map<string, Value>();
	readonly #all: () => VariableValues;
	#last: TemplateValues | undefined;

	/** `variables`: those of the test, which come before those of the workspace. */
	constructor(names: TemplateNames, variables: VariableValues) {
		const all = (): VariableValues => ({ ...names.variables(), ...variables, ...Object.fromEntries(this.#captured) });
		this.#all = all;
		this.#draws = new TemplateDraws({ ...names, variables: all }, () => undefined);
	}

	/** Variables that were captured, in order. */
	get captured(): ReadonlyMap<string, Uint8Array> {
		return this.#captured;
	}

	/** Sets variables to what was received; in bytes, a number is its digits. */
	capture(captured: Readonly<Record<string, Captured>>): void {
		for (const [name, got] of Object.entries(captured)) {
			const value = 'value' in got ? got.value : new TextDecoder().decode(got);
			const bytes = 'value' in got ? bytesOf(got.value) : got;
			this.#captured.set(name, bytes);
			this.#values.set(name, value);
		}
	}

	/** Variables as expressions compute with them: captured values of fields, and texts. */
	values(): Variables {
		const texts = Object.entries(this.#all()).filter((one): one is [string, string] => typeof one[1] === 'string');
		return new Map<string, Value>([...texts, ...this.#values]);
	}

	/** A message to send, with new values. */
	sent(message: MessageTemplate): Uint8Array {
		const { bytes, values } = this.#draws.fill(message);
		this.#last = values;
		return bytes;
	}

	/** What is expected, with the counters, the time and the random bytes of the message that was sent last. */
	expected({ needs, render }: MessageTemplate): Uint8Array {
		const values = this.#draws.again(needs, this.#last?.counts ?? {});
		if (needs !== undefined && needs.randomBytes > (this.#last?.random.length ?? 0)) {
			throw engineError('bad-input', 'fewerRandomBytes');
		}
		const { now = values.now, random = values.random } = this.#last ?? {};
		return render({ ...values, now, random });
	}
}

function bytesOf(value: Value): Uint8Array {
	return value instanceof Uint8Array ? value : new TextEncoder().encode(String(value));
}
