/** Buckets for each doubling of the value: a bucket's middle is within 1/32 of all its values. */
const PARTS = 16;
const PART_BITS = 4;
/** Up to the largest safe integer. */
export const SPREAD_BUCKETS = (53 - PART_BITS + 1) * PARTS;

/** The bucket of a value from 0 on: whole values below 16 have one of their own. */
export function bucketOf(value: number): number {
	const whole = Math.floor(Math.min(Math.max(0, value), Number.MAX_SAFE_INTEGER));
	if (whole < PARTS) return whole;
	const high = Math.floor(whole / 2 ** 32);
	const exponent = high === 0 ? 31 - Math.clz32(whole) : 63 - Math.clz32(high);
	return (exponent - PART_BITS) * PARTS + Math.floor(whole / 2 ** (exponent - PART_BITS));
}

/** The least value of a bucket, which is also the end of the bucket before it. */
export function bucketStart(bucket: number): number {
	if (bucket < 2 * PARTS) return bucket;
	const doubling = Math.floor(bucket / PARTS) - 1;
	return (bucket - doubling * PARTS) * 2 ** doubling;
}

/** Represents the values of a bucket. */
export function bucketMiddle(bucket: number): number {
	const start = bucketStart(bucket);
	return start + (bucketStart(bucket + 1) - start - 1) / 2;
}

/** Exponents of 2 that values of fields have: below is 0, above is the greatest. */
const LEAST_EXPONENT = -32;
const MOST_EXPONENT = 64;

/** The bucket of any value, also below 0 and between whole ones: of the same sign, within 1/16 of each other. In the order of values. */
export function signedBucketOf(value: number): number {
	const size = Math.min(Math.abs(value), 2 ** MOST_EXPONENT);
	if (size < 2 ** LEAST_EXPONENT) return 0;
	let exponent = Math.floor(Math.log2(size));
	// The logarithm of a value just below a power of two is rounded up.
	if (2 ** exponent > size) exponent--;
	const part = Math.min(PARTS - 1, Math.floor((size / 2 ** exponent - 1) * PARTS));
	const bucket = (exponent - LEAST_EXPONENT) * PARTS + part + 1;
	return value < 0 ? -bucket : bucket;
}
