import type { ProxyHalf } from '../../../common/contract/config/proxy.ts';
import { applyFilter } from '../../app/state/capture/filter.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';

/** The half of a proxied connection, and the number of the other, in few characters. */
export function halfName({ side, other }: ProxyHalf): string {
	return other === undefined ? side : `${side} ⇄ #${other}`;
}

/** Menu entries for one half of a proxied connection. */
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
