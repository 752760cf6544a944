import type { z } from 'zod';
import type { CommandLine } from './command-line.ts';
import type { EndpointKind } from './kinds.ts';
import type { Destination } from './place.ts';
import type { Texts } from './texts.ts';
import type { Traits } from './traits.ts';

/** The schema of a kind's config: an object with the kind and a name. */
export type EndpointSchema = z.ZodObject<{ kind: z.ZodLiteral<EndpointKind>; name: z.ZodString }>;

/** What a kind is called, for people. */
export interface KindNames {
	/** As a title: `TCP server`. */
	readonly title: string;
	/** What an endpoint of it is, in a sentence: `a server`. */
	readonly noun: string;
}

/** All that is known of a kind without a socket and without a window. */
export interface EndpointDefinition<Schema extends z.ZodObject> {
	readonly schema: Schema;
	readonly traits: Traits;
	readonly names: KindNames;
	readonly commandLine: CommandLine;
	/** Which texts of a config are public and which are secret, all of them. */
	readonly texts: Texts<z.output<Schema>>;
	/** A config to begin with. */
	readonly blank: z.input<Schema>;
	/** What the gallery says of a blank one; left out: the gallery has presets of the kind only. */
	readonly summary?: string;
	/** Where an endpoint sends to; left out: only to those who came to it. */
	readonly destination?: Destination<z.output<Schema>>;
}

/** A definition, checked against its own schema. */
export function defineEndpoint<Schema extends EndpointSchema>(
	definition: EndpointDefinition<Schema>,
): EndpointDefinition<Schema> {
	return definition;
}
