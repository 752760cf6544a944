import { useEffect, useState } from 'react';
import { type RecordedAs, recordingName } from '../../../common/recording/index.ts';
import { freeName } from '../../app/shared/free.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { session } from '../../app/state/host/session.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { dialogWords } from '../../words/dialogs.ts';
import type { Recorded } from './use-recording.ts';

/** The names of the workspace's tests outside folders, where a new one is put. */
export function useTestNames(): ReadonlySet<string> {
	const [names, setNames] = useState<ReadonlySet<string>>(new Set());
	useEffect(() => {
		const take = ({ tests }: { readonly tests: readonly { name: string; folder?: string | undefined }[] }) =>
			setNames(new Set(tests.filter(({ folder }) => folder === undefined).map(({ name }) => name)));
		const onError = (error: Error) => toastError(dialogWords().recording.testsUnlisted, error);
		return session.subscribe('tests', {}, { onSnapshot: take, onDelta: take, onError });
	}, []);
	return names;
}

/** A name that no other test, or endpoint, has. */
export function proposedName({ recording }: Recorded, as: RecordedAs, tests: ReadonlySet<string>): string {
	const { endpoints } = useWorkbench.getState();
	const used = as === 'mock' ? new Set([...endpoints.values()].map(({ config }) => config.name)) : tests;
	return freeName(recordingName(recording, as), used);
}
