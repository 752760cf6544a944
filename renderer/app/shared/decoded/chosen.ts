import { create } from 'zustand';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { DecodeAs } from '../../../../common/endpoints/index.ts';
import { setDecodeAs } from '../../state/endpoints/endpoint-actions.ts';
import { onlyNamed, useWorkbench } from '../../state/endpoints/workbench.ts';

/** Choices that are kept nowhere: until the window is closed. */
interface Choices {
	/** By the names of endpoints that the workspace does not have. */
	readonly others: ReadonlyMap<string, DecodeAs>;
	/** Of single events and messages. */
	readonly rows: ReadonlyMap<string, string>;
}

const useChoices = create<Choices>()(() => ({ others: new Map(), rows: new Map() }));

const keyOf = ({ time, connection, n, item }: CaptureRow): string => [time, connection, n, item ?? ''].join(' ');

/** The protocols, or structures, that a person has chosen for an endpoint by name; undefined: what the bytes look like. */
export function useChosen(name: string): DecodeAs {
	const config = useWorkbench((workbench) => onlyNamed(workbench, name)?.config);
	const other = useChoices(({ others }) => others.get(name));
	return config === undefined ? other : config.decodeAs;
}

/** The protocol, or structure, that a person has chosen for one event or message alone. */
export function useChosenOfRow(row: CaptureRow): string | undefined {
	return useChoices(({ rows }) => rows.get(keyOf(row)));
}

/** What a choice holds for. */
export type ChoiceScope = 'endpoint' | 'in' | 'out' | 'event';

/**
 * Decodes what the endpoint of a row receives, sends, or both, as a protocol or a structure; undefined: as what it looks like. Kept with
 * the endpoint, but for a choice for the row alone.
 */
export function chooseProtocol(row: CaptureRow, present: DecodeAs, scope: ChoiceScope, id: string | undefined): void {
	useChoices.setState(({ rows }) => {
		const others = [...rows].filter(([key]) => key !== keyOf(row));
		return { rows: new Map(scope === 'event' && id !== undefined ? [...others, [keyOf(row), id]] : others) };
	});
	if (scope === 'event') return;
	const decodeAs = scope === 'endpoint' ? { in: id, out: id } : { ...present, [scope]: id };
	const { endpoint: name } = row;
	const endpoint = onlyNamed(useWorkbench.getState(), name);
	if (endpoint === undefined) useChoices.setState(({ others }) => ({ others: new Map(others).set(name, decodeAs) }));
	else void setDecodeAs(endpoint.id, decodeAs);
}
