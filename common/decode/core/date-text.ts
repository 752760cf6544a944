/** Seconds since 1970 and nanoseconds, in ISO 8601; undefined for a year that a date cannot be of. */
export function dateText(seconds: number, nanoseconds: number): string | undefined {
	const date = new Date(seconds * 1000);
	if (Number.isNaN(date.getTime())) return undefined;
	const fraction = nanoseconds === 0 ? '' : `.${String(nanoseconds).padStart(9, '0').replace(/0+$/, '')}`;
	return date.toISOString().replace(/\.\d+Z$/, `${fraction}Z`);
}
