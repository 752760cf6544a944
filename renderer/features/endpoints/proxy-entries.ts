import type { ProxyHalf } from '../../../common/contract/config/proxy.ts';
import { applyFilter } from '../../app/state/capture/filter.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';

/** Which half of a proxied connection it is, and the number of the other, in few characters. */
export function halfName({ side, other }: ProxyHalf): string {
	return other === undefined ? side : `${side} ⇄ #${other}`;
}

/** What a menu offers for one half of a proxied connection. */
export function halfEntries(connection: number, { other }: ProxyHalf): MenuEntry[] {
	if (other === undefined) return [];
	const [client, target] = [Math.min(connection, other), Math.max(connection, other)];
	return [
		{
			label: 'List both halves in the log',
			note: 'a filter',
			onSelect: () => applyFilter(`conn:${client} or conn:${target}`),
		},
	];
}
