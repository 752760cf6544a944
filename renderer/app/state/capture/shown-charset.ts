import { useMemo } from 'react';
import { shallow } from 'zustand/shallow';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { charsetOf } from '../../../../common/payload/index.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { useWorkbench, type Workbench } from '../endpoints/workbench.ts';
import { chosenCharset, useCaptures } from './captures.ts';
import { useViewed } from './viewed.ts';

type Endpoints = Workbench['endpoints'];

const byName = new WeakMap<Endpoints, ReadonlyMap<string, CharsetName>>();
/** Those of the latest endpoints: the same map while nothing in it changes. */
let latest: ReadonlyMap<string, CharsetName> = new Map();

/** The charsets of endpoints by name, for those whose name no other has. */
function charsetsOf(endpoints: Endpoints): ReadonlyMap<string, CharsetName> {
	const known = byName.get(endpoints);
	if (known !== undefined) return known;
	const all = [...endpoints.values()].map(({ config }) => [config.name, charsetOf(config)] as const);
	const names = new Map(all.filter(([name]) => all.filter(([other]) => other === name).length === 1));
	if (!shallow(latest, names)) latest = names;
	byName.set(endpoints, latest);
	return latest;
}

type Text = Pick<CaptureRow, 'endpoint' | 'charset'>;

/**
 * The charset in which a row's text is shown: in the live capture that of its endpoint as it is now, so that a corrected
 * charset corrects what was received before; in an opened one that which a person has chosen for it; else that of its time.
 */
function shownCharset({ charset = 'utf-8' }: Text, today: CharsetName | undefined): CharsetName {
	return today ?? charset;
}

/** The same, at this moment. */
export function charsetShown(text: Text): CharsetName {
	const { capture } = useViewed.getState();
	const today =
		capture === undefined
			? charsetsOf(useWorkbench.getState().endpoints).get(text.endpoint)
			: chosenCharset(useCaptures.getState(), capture, text.endpoint);
	return shownCharset(text, today);
}

/** The same for any of many rows, up to date: another function only where a charset may have changed. */
export function useShownCharsets(): (text: Text) => CharsetName {
	const capture = useViewed((viewed) => viewed.capture);
	const live = useWorkbench(({ endpoints }) => (capture === undefined ? charsetsOf(endpoints) : undefined));
	const captures = useCaptures((state) => (capture === undefined ? undefined : state));
	return useMemo(
		() => (text) =>
			shownCharset(text, live?.get(text.endpoint) ?? (captures && chosenCharset(captures, capture, text.endpoint))),
		[live, captures, capture],
	);
}

/** The same for one row. */
export function useShownCharset(text: Text): CharsetName {
	return useShownCharsets()(text);
}
