import type { MessageToFill } from '../../../common/contract/calls/sending.ts';
import { faultAt } from '../../../common/payload/codec/fault-error.ts';
import { charsetNamed } from '../../../common/payload/index.ts';
import {
	compileMessage,
	type MessageTemplate,
	type TemplateValues,
	type VariableValues,
} from '../../../common/template/index.ts';
import type { TemplateDraws } from '../templates/draws.ts';

/** Compiles a message that is filled in here. Fails with `bad-input` and the position. */
export function readTemplate(written: Omit<MessageToFill, 'random'>, variables: VariableValues): MessageTemplate {
	const compiled = compileMessage(written, charsetNamed(written.charset), { variables });
	if (compiled.ok) return compiled.message;
	throw faultAt(compiled, 'message.text');
}

/** From the `from`th message on, the counts follow from these, one more a message. */
interface Stretch {
	readonly from: number;
	readonly counts: TemplateValues['counts'];
}

/**
 * The messages of a repeat. Each connection gets the `n`th message with the same counters, whenever its turn comes; what
 * else is sent meanwhile takes numbers of its own.
 */
export class RepeatedTemplate {
	readonly #message: MessageTemplate;
	readonly #draws: TemplateDraws;
	readonly #random: Uint8Array | undefined;
	#stretches: Stretch[] = [];
	#last = 0;

	/** `random`: the random bytes of the first message. */
	constructor(message: MessageTemplate, draws: TemplateDraws, random: Uint8Array | undefined) {
		this.#message = message;
		this.#draws = draws;
		this.#random = random;
	}

	/** The bytes of the `n`th message, from 1. Fails as rendering does. */
	at(n: number): Uint8Array {
		const { needs, render } = this.#message;
		if (n > this.#last) {
			this.#last = n;
			const { bytes, values } = this.#draws.fill(this.#message, n === 1 ? this.#random : undefined);
			if (!same(this.#countsAt(n), values.counts)) this.#stretches.push({ from: n, counts: values.counts });
			return bytes;
		}
		return render(this.#draws.again(needs, this.#countsAt(n) ?? {}));
	}

	#countsAt(n: number): TemplateValues['counts'] | undefined {
		const stretch = this.#stretches.findLast(({ from }) => from <= n);
		if (stretch === undefined) return undefined;
		const further = n - stretch.from;
		return Object.fromEntries(Object.entries(stretch.counts).map(([key, count]) => [key, count + further]));
	}
}

function same(one: TemplateValues['counts'] | undefined, other: TemplateValues['counts']): boolean {
	return one !== undefined && Object.entries(other).every(([key, count]) => one[key] === count);
}
