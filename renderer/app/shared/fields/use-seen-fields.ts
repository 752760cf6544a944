import { useEffect, useState } from 'react';
import type { NamedField } from '../../../../common/decode/named-field.ts';
import { useCaptureStatus } from '../../state/capture/capture-status.ts';
import { listed, useListing } from '../../state/capture/listing.ts';
import { useViewed } from '../../state/capture/viewed.ts';
import { session } from '../../state/host/session.ts';

const NONE: readonly NamedField[] = [];
/** Questions that the host answers in parts of 20 ms: no list needs as many. */
const MOST_QUESTIONS = 100;

/** Changes when the capture has grown by a fifth: new messages may name other fields. */
const growthOf = (stored: number): number => Math.round(4 * Math.log2(stored + 1));

/** The fields of messages that the log lists, those of most messages first. The host looks at them while they are wanted. */
export function useSeenFields(isWanted: boolean): readonly NamedField[] {
	const [names, setNames] = useState(NONE);
	const capture = useViewed((viewed) => viewed.capture);
	const live = useCaptureStatus(({ id }) => id);
	const list = useListing(({ run, state }) => `${run} ${state === undefined}`);
	const growth = useCaptureStatus(({ stored }) => growthOf(stored));
	// Names of another capture are wrong; those of a smaller one are only fewer.
	// biome-ignore lint/correctness/useExhaustiveDependencies: each of them is another list
	useEffect(() => setNames(NONE), [capture, live]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the same question has another answer
	useEffect(() => {
		if (!isWanted) return;
		let isCurrent = true;
		const look = async () => {
			for (let asked = 0; asked < MOST_QUESTIONS; asked++) {
				const { fields, complete } = await session.call('captureFields', listed());
				if (!isCurrent) return;
				setNames(fields);
				if (complete) return;
			}
		};
		// A filter can be written without them.
		look().catch((error: unknown) => console.warn(error));
		return () => {
			isCurrent = false;
		};
	}, [isWanted, capture, live, list, growth]);
	return names;
}
