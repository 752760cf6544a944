import { type Address, readAddress, sendsTo } from '../../../app/shared/address/address.ts';
import { words } from '../../../words/index.ts';
import { type Places, type Target, targetChoices } from './targets.ts';

/** An entry of the list at *To*: a target, or an address that was typed. */
export interface ToOption {
	readonly key: string;
	readonly label: string;
	/** What happens to an address. */
	readonly note?: string;
	readonly to: { readonly target: Target } | { readonly address: Address };
}

/** What the text at *To* can mean: the addresses first, then the targets that contain its words. Without a text: every target. */
export function toOptions(text: string | undefined, places: Places): ToOption[] {
	const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
	const reading = readAddress(text ?? '');
	const addresses = reading.ok ? reading.addresses : [];
	const targets = targetChoices(places).filter(({ label }) =>
		words.every((word) => label.toLowerCase().includes(word)),
	);
	return [
		...addresses.map((address) => ({
			key: address.text,
			label: address.text,
			note: noteOf(address, places),
			to: { address },
		})),
		...targets.map(({ key, label, target }) => ({ key, label, to: { target } })),
	];
}

function noteOf(address: Address, { endpoints }: Places): string {
	const there = [...endpoints.values()].find(({ config }) => sendsTo(config, address));
	return there === undefined ? words().targets.newEndpoint : there.config.name;
}
