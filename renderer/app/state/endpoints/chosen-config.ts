import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import { type Offer, startingConfig } from '../../shared/offers/offers.ts';
import { targetsOf } from '../../shared/targets.ts';
import { openDialog } from '../window/dialogs.ts';
import { useSelection } from '../window/selection.ts';
import { besideEverything } from './free-place.ts';
import { useWorkbench } from './workbench.ts';

/** The config that an entry of the gallery starts with, at a free place. */
export function chosenConfig(offer: Offer): Promise<EndpointConfig> {
	const endpoints = [...useWorkbench.getState().endpoints.values()];
	return besideEverything(startingConfig(offer, endpoints, targetsOf(endpoints, useSelection.getState().endpoint)));
}

/** Opens the form of an entry of the gallery. */
export async function openOffer(offer: Offer): Promise<void> {
	openDialog({ kind: 'new-endpoint', config: await chosenConfig(offer) });
}
