/** A name of a specification, as `Uri-Path` or `Subnet Mask`, as the name of a field: `uriPath`, `subnetMask`. */
export function fieldName(name: string): string {
	const [first = '', ...others] = name.toLowerCase().split(/[^a-z0-9]+/);
	return first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
