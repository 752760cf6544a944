import type { z } from 'zod';
import type { CommandLine } from './command-line.ts';
import type { EndpointKind } from './kinds.ts';
import type { Destination } from './place.ts';
import type { Texts } from './texts.ts';
import type { Traits } from './traits.ts';

/** The schema of a kind's config: an object with the kind and a name. */
export type EndpointSchema = z.ZodObject<{ kind: z.ZodLiteral<EndpointKind>; name: z.ZodString }>;

/** The names of a kind, for people. */
export interface KindNames {
	/** As a title: `TCP server`. */
	readonly title: string;
	/** What an endpoint of it is, in a sentence: `a server`. */
	readonly noun: string;
}

/** Everything about a kind that needs no socket and no window. */
export interface EndpointDefinition<Schema extends z.ZodObject> {
	readonly schema: Schema;
	readonly traits: Traits;
	readonly names: KindNames;
	readonly commandLine: CommandLine;
	/** For every text of a config, whether it is public, a path or secret. */
	readonly texts: Texts<z.output<Schema>>;
	/** The initial config. */
	readonly blank: z.input<Schema>;
	/** The gallery's description of a blank one; left out: the gallery has only presets of the kind. */
	readonly summary?: string;
	/** Where an endpoint sends to; left out: only to peers that contacted it. */
	readonly destination?: Destination<z.output<Schema>>;
}

/** A definition, checked against its own schema. */
export function defineEndpoint<Schema extends EndpointSchema>(
	definition: EndpointDefinition<Schema>,
): EndpointDefinition<Schema> {
	return definition;
}
