import type { MessageTemplate, TemplateValues, VariableValues } from '../../../common/template/index.ts';
import { engineError } from '../sentences/engine-error.ts';
import { TemplateDraws, type TemplateNames } from '../templates/draws.ts';

/** Fills in the templates of one run. */
export class Filling {
	readonly #draws: TemplateDraws;
	readonly #captured = new Map<string, Uint8Array>();
	#last: TemplateValues | undefined;

	/** `variables`: those of the test, which come before those of the workspace. */
	constructor(names: TemplateNames, variables: VariableValues) {
		const all = (): VariableValues => ({ ...names.variables(), ...variables, ...Object.fromEntries(this.#captured) });
		this.#draws = new TemplateDraws({ ...names, variables: all }, () => undefined);
	}

	/** Variables that were captured, in order. */
	get captured(): ReadonlyMap<string, Uint8Array> {
		return this.#captured;
	}

	/** Sets variables to what was received. */
	capture(captured: Readonly<Record<string, Uint8Array>>): void {
		for (const [name, bytes] of Object.entries(captured)) this.#captured.set(name, bytes);
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
