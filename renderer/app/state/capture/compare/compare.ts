import { create } from 'zustand';
import type { CaptureRow } from '../../../../../common/contract/calls/capture.ts';
import type { Ignore } from '../../../../../common/contract/config/ignore.ts';
import { words } from '../../../../words/index.ts';
import type { ComparedMessage } from '../../window/compared.ts';
import { openDialog } from '../../window/dialogs.ts';
import { toast, toastError } from '../../window/toasts.ts';
import { useListing } from '../listing.ts';
import { payloadPlace } from '../read-payload.ts';
import { selectedRow } from '../selected-row.ts';

interface Compare {
	/** The next selected message is compared with this one. */
	readonly first: ComparedMessage | undefined;
	/** What comparisons leave out. */
	readonly ignore: readonly Ignore[];
}

export const useCompare = create<Compare>()(() => ({ first: undefined, ignore: [] }));

// Positions in one list of messages mean nothing in another one.
useListing.subscribe((now, before) => {
	if (now.run !== before.run && useCompare.getState().first?.messages !== undefined) cancelCompare();
});

/** Chooses a message of the viewed capture: the first of a comparison, or the second, which is then shown. */
export function compareMessage(row: CaptureRow): void {
	const { first } = useCompare.getState();
	const message = { ...payloadPlace(row), row };
	if (first === undefined || isSame(first, message)) {
		useCompare.setState({ first: message });
		return;
	}
	useCompare.setState({ first: undefined });
	openDialog({ kind: 'compare', a: first, b: message });
}

/** A choice by key whose row is still being read: what is chosen after it comes after it. */
let reading: Promise<void> | undefined;

/** A message was clicked: it is compared where another waits for it. Other events are not. */
export function messageClicked(row: CaptureRow): void {
	if (row.kind !== 'data') return;
	if (reading !== undefined) void reading.then(() => messageClicked(row));
	else if (useCompare.getState().first !== undefined) compareMessage(row);
}

/** The same as `compareMessage`, for the selected event. */
export async function compareSelected(): Promise<void> {
	const now = chooseSelected(reading);
	reading = now;
	await now;
	if (reading === now) reading = undefined;
}

async function chooseSelected(before: Promise<void> | undefined): Promise<void> {
	try {
		const [row] = await Promise.all([selectedRow(), before]);
		if (row?.kind === 'data') compareMessage(row);
		else toast({ tone: 'info', title: words().captureActions.selectData });
	} catch (error) {
		toastError(words().captureActions.notCompared, error);
	}
}

export function cancelCompare(): void {
	useCompare.setState({ first: undefined });
}

function isSame(one: ComparedMessage, other: ComparedMessage): boolean {
	return one.capture === other.capture && one.row.n === other.row.n && one.row.item === other.row.item;
}
