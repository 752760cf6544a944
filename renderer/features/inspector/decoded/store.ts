import { create } from 'zustand';

interface Choices {
	/** The ids of decoders by the names of endpoints; none: what the bytes look like. */
	readonly byEndpoint: ReadonlyMap<string, string>;
}

/** The protocols that a person has chosen, until Wirebench ends. */
export const useChosenDecoders = create<Choices>()(() => ({ byEndpoint: new Map() }));

/** Decodes the messages of an endpoint as a protocol; undefined: as what they look like. */
export function chooseDecoder(endpoint: string, decoder: string | undefined): void {
	const byEndpoint = new Map(useChosenDecoders.getState().byEndpoint);
	if (decoder === undefined) byEndpoint.delete(endpoint);
	else byEndpoint.set(endpoint, decoder);
	useChosenDecoders.setState({ byEndpoint });
}
