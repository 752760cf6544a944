import { lazy, Suspense } from 'react';
import { useCaptures } from '../../app/state/capture/captures.ts';
import { useUploads } from '../../app/state/capture/open-file.ts';

const OpeningStrip = lazy(async () => ({ default: (await import('./OpeningStrip.tsx')).OpeningStrip }));

/** The strip about opened captures, whose code is loaded with the first capture that a person opens. */
export function Opening() {
	const isOpened = useCaptures(({ list }) =>
		list.some(({ kind, warnings, error }) => kind !== 'live' || warnings.length > 0 || error !== undefined),
	);
	const isUploading = useUploads(({ uploads }) => uploads.length > 0);
	return isOpened || isUploading ? (
		<Suspense fallback={null}>
			<OpeningStrip />
		</Suspense>
	) : null;
}
