/** The lists of a workspace from which single parts can be taken, in the order in which they are shown. */
export const PART_KINDS = ['endpoints', 'payloads', 'variables', 'tests', 'filters', 'colours', 'structures'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** Those of them that are objects, in which a file may have keys that this version does not know. */
export type ListedPart = Exclude<PartKind, 'variables'>;
