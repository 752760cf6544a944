/** Bytes of a length field. */
export const LENGTH_SIZES = [1, 2, 3, 4, 8] as const;
export const BYTE_ORDERS = ['big', 'little'] as const;
