/** A hash over path, size and modification time of every source of the bundles under a root. */
export function sourceStamp(root: string): string;
