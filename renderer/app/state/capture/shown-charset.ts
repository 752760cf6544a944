import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { charsetOf } from '../../../../common/payload/index.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { useWorkbench, type Workbench } from '../endpoints/workbench.ts';
import { viewed } from './viewed.ts';

type Endpoints = Workbench['endpoints'];

const byName = new WeakMap<Endpoints, ReadonlyMap<string, CharsetName>>();

/** The charsets of endpoints by name, for those whose name no other has. */
function charsetsOf(endpoints: Endpoints): ReadonlyMap<string, CharsetName> {
	const known = byName.get(endpoints);
	if (known !== undefined) return known;
	const all = [...endpoints.values()].map(({ config }) => [config.name, charsetOf(config)] as const);
	const names = new Map(all.filter(([name]) => all.filter(([other]) => other === name).length === 1));
	byName.set(endpoints, names);
	return names;
}

type Text = Pick<CaptureRow, 'endpoint' | 'charset'>;

/**
 * The charset in which a row's text is shown: in the live capture that of its endpoint as it is now, so that a corrected
 * charset corrects what was received before; else that of its time.
 */
function shownCharset({ endpoint, charset = 'utf-8' }: Text, endpoints: Endpoints): CharsetName {
	const isLive = viewed().capture === undefined;
	return (isLive ? charsetsOf(endpoints).get(endpoint) : undefined) ?? charset;
}

/** The same, at this moment. */
export function charsetShown(text: Text): CharsetName {
	return shownCharset(text, useWorkbench.getState().endpoints);
}

/** The same, up to date. */
export function useShownCharset(text: Text): CharsetName {
	return useWorkbench(({ endpoints }) => shownCharset(text, endpoints));
}
