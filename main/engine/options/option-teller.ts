import { WirebenchError } from '../../../common/contract/base/errors.ts';
import {
	type InForceName,
	type OptionInForce,
	SOCKET_OPTIONS,
	type SocketOption,
} from '../../../common/contract/config/socket-options.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { errnoNumber } from '../errors/errno.ts';

/** An event of the endpoint. */
export type Tell = (kind: 'note' | 'error', text: string) => void;

/** Reports the result for each option that was set, and remembers refusals. */
export class OptionTeller {
	readonly #tell: Tell;
	readonly #refused = new Map<InForceName, string>();

	constructor(tell: Tell) {
		this.#tell = tell;
	}

	/** The configured value is in force: clears a refusal. */
	settled(option: SocketOption): void {
		this.#refused.delete(option);
	}

	/** Returns whether it worked. `value` is reported on success, unless undefined. `of`: which one of several is refused. */
	attempt(option: SocketOption, value: string | undefined, work: () => void, of = value): boolean {
		const { words } = SOCKET_OPTIONS[option];
		try {
			work();
		} catch (error) {
			if (!(error instanceof Error)) throw error;
			const reason = reasonOf(error);
			this.#refused.set(option, reason);
			const { optionRefused, valueRefused } = eventTexts;
			const said = { option: words, why: reason };
			this.#tell('error', of === undefined ? optionRefused(said) : valueRefused({ ...said, value: of }));
			return false;
		}
		if (option !== 'groups') this.settled(option);
		if (value !== undefined) this.#tell('note', eventTexts.optionSet({ option: words, value }));
		return true;
	}

	withRefusal(row: OptionInForce): OptionInForce {
		const refused = this.#refused.get(row.option);
		return refused === undefined ? row : { ...row, refused };
	}
}

/** Node's text is `setTTL EINVAL`, or its own error has the system's code in the details. */
function reasonOf(error: Error): string {
	if (error instanceof WirebenchError) return error.message;
	const code = /\bE[A-Z]{2,}\b/.exec(error.message)?.[0];
	const number = code === undefined ? undefined : errnoNumber(code);
	return code === undefined || number === undefined ? `${error.message}.` : `${code} (${number}).`;
}
