import { useEffect, useState } from 'react';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { errnoIn } from '../../../common/explain/errno-in.ts';
import type { Worded } from '../../../common/words/sentence/in-words.ts';
import { useErrorTexts } from '../../words/errors.ts';

const NOTHING: Worded = { message: '', details: {} };

/** What to check after a system error; nothing for other events. The texts are loaded on first use. */
export function ErrorHint({
	row,
}: {
	readonly row: Pick<CaptureRow, 'kind' | 'direction' | 'text' | 'connection' | 'endpointKind'>;
}) {
	const { kind, direction, text, connection, endpointKind } = row;
	const errno = errnoIn({ kind, text });
	const [found, setFound] = useState<Worded>(NOTHING);
	const { hint } = useErrorTexts(found);
	useEffect(() => {
		setFound(NOTHING);
		if (errno === undefined) return;
		let wanted = true;
		void import('../../../common/errno/index.ts').then(({ askedIn, meaningOf, saidBy }) => {
			const meaning = meaningOf(errno);
			if (!wanted || meaning === undefined) return;
			const asked = askedIn({ endpointKind, connection, direction });
			setFound({ message: '', details: { hint: meaning.hint(asked), says: saidBy(meaning, asked) } });
		});
		return () => {
			wanted = false;
		};
	}, [errno, direction, connection, endpointKind]);
	return hint === undefined ? null : <p className="event-explained">{hint}</p>;
}
