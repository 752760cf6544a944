import type { ProxyHalf } from '../../../common/contract/config/proxy.ts';
import { applyFilter } from '../../app/state/capture/filter.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { words } from '../../words/index.ts';

/** The half of a proxied connection, and the number of the other, in few characters. */
export function halfName({ side, other }: ProxyHalf): string {
	const name = words().endpoints.connection.sides[side];
	return other === undefined ? name : `${name} ⇄ #${other}`;
}

/** Menu entries for one half of a proxied connection. */
export function halfEntries(connection: number, { other }: ProxyHalf): MenuEntry[] {
	if (other === undefined) return [];
	const halves = [Math.min(connection, other), Math.max(connection, other)];
	const text = words().endpoints.connection;
	return [
		{
			label: text.bothHalves,
			note: text.filterNote,
			onSelect: () => applyFilter(halves.map((half) => `conn:${half}`).join(' or ')),
		},
	];
}
