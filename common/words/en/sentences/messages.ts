/** Errors of messages: how they are split, made and rewritten. */
export const messageErrors = {
	delimiterEmpty: 'A delimiter has at least one byte.',
	delimiterTooLong: 'The delimiter is longer than a message may be.',
	delimiterEndsInCr: 'With either line end, a delimiter cannot end with CR: whether LF follows is not known.',
	numberPlaceMissing: 'Write %d where the number is to stand.',
	rewrittenTooLarge: 'The rewritten message would be larger than 64 MiB.',
	lengthFieldTooSmall: ({ bytes }: { readonly bytes: number }) =>
		`The length field cannot say ${bytes} bytes: the message is passed on as it came.`,
	payloadTooLarge: 'A payload is at most 64 MiB.',
	filledTooLarge: 'The message would be larger than 64 MiB.',
};
