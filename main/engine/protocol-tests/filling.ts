import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { MessageTemplate, TemplateValues } from '../../../common/template/index.ts';
import type { TemplateDraws } from '../templates/draws.ts';

/** Fills in the templates of one run. */
export class Filling {
	readonly #draws: TemplateDraws;
	#last: TemplateValues | undefined;

	constructor(draws: TemplateDraws) {
		this.#draws = draws;
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
			const message = 'The message that was sent last had fewer random bytes than are expected.';
			throw new WirebenchError('bad-input', message);
		}
		const { now = values.now, random = values.random } = this.#last ?? {};
		return render({ ...values, now, random });
	}
}
