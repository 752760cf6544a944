/** How a number is written: in decimal, or as an unsigned binary number. */
export type NumberForm =
	| { readonly type: 'decimal'; readonly width: number | undefined }
	| { readonly type: 'binary'; readonly bytes: 1 | 2 | 3 | 4 | 8; readonly little: boolean };

type Binary = Extract<NumberForm, { type: 'binary' }>;

/** The words for binary forms. */
export const BINARY_FORMS: ReadonlyMap<string, Binary> = new Map(
	([1, 2, 3, 4, 8] as const).flatMap((bytes): [string, Binary][] => {
		const form = (little: boolean): Binary => ({ type: 'binary', bytes, little });
		if (bytes === 1) return [['u8', form(false)]];
		return [
			[`be${bytes * 8}`, form(false)],
			[`le${bytes * 8}`, form(true)],
		];
	}),
);

/** The first number that does not fit; undefined where all fit. */
function limitOf(form: NumberForm): bigint | undefined {
	if (form.type === 'binary') return 1n << BigInt(form.bytes * 8);
	return form.width === undefined ? undefined : 10n ** BigInt(form.width);
}

/** Whether a number stands in this form as it is. */
export function fits(value: bigint, form: NumberForm): boolean {
	const limit = limitOf(form);
	return value >= 0n && (limit === undefined || value < limit);
}

/** The length of every number in this form, in characters or bytes; undefined where it depends on the number. */
export function fixedLength(form: NumberForm): number | undefined {
	return form.type === 'binary' ? form.bytes : form.width;
}

/** Characters, or bytes. A number that does not fit starts again at 0, as a counter of so many digits or bits does. */
export function formatNumber(value: bigint, form: NumberForm): string | Uint8Array {
	const limit = limitOf(form);
	const wrapped = limit === undefined ? value : ((value % limit) + limit) % limit;
	if (form.type === 'decimal') return String(wrapped).padStart(form.width ?? 0, '0');
	const bytes = new Uint8Array(8);
	new DataView(bytes.buffer).setBigUint64(0, wrapped, form.little);
	return form.little ? bytes.subarray(0, form.bytes) : bytes.subarray(8 - form.bytes);
}
