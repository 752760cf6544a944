import { useEffect, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { Ignore } from '../../../common/contract/config/ignore.ts';
import type { ByteComparison, Placed } from '../../../common/diff/index.ts';
import { runJob } from '../../app/shared/thread/run-job.ts';
import type { ComparedMessage } from '../../app/state/window/compared.ts';
import type { LoadedMessages } from './use-messages.ts';
import { startOf } from './words.ts';

export interface ComparisonState {
	/** Undefined until it is known. After a change of what is ignored, the one before until then. */
	readonly comparison?: ByteComparison | undefined;
	/** Why there is none. */
	readonly fault?: string;
}

function placed(message: ComparedMessage | undefined): Placed {
	return {
		message: message?.part?.number ?? 1,
		at: startOf(message),
		length: startOf(message) + (message?.row.length ?? 0),
		side: message === undefined || message.row.direction === 'none' ? undefined : message.row.direction,
	};
}

/** What differs between two messages. */
export function useComparison(
	a: ComparedMessage | undefined,
	b: ComparedMessage | undefined,
	loaded: LoadedMessages,
	ignore: readonly Ignore[],
): ComparisonState {
	const [state, setState] = useState<ComparisonState>({});
	useEffect(() => {
		const over = new AbortController();
		const [one, other] = [
			{ bytes: loaded.a, placed: placed(a) },
			{ bytes: loaded.b, placed: placed(b) },
		];
		runJob({ name: 'compareBytes', input: { a: one, b: other, ignore } }, over.signal).then(
			(comparison) => setState({ comparison }),
			(error: unknown) => {
				if (!over.signal.aborted) setState(({ comparison }) => ({ comparison, fault: messageOf(error) }));
			},
		);
		return () => over.abort();
	}, [a, b, loaded, ignore]);
	return state;
}
