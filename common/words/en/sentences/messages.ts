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
	charsetWithoutDecoder: ({ charset }: { readonly charset: string }) =>
		`The charset ${charset} is only a name in the Encoding Standard, without a decoder. Use the program’s other charset, such as gb18030 or utf-8.`,
	noCharset: ({ label }: { readonly label: string }) =>
		`There is no charset “${label}”. Use a label of the Encoding Standard, such as utf-8, gbk, big5, shift_jis or latin1.`,
	noCharsetButOne: ({ label, near }: { readonly label: string; readonly near: string }) =>
		`There is no charset “${label}”. Did you mean ${near}?`,
	noCharsetButTwo: ({ label, near, or }: { readonly label: string; readonly near: string; readonly or: string }) =>
		`There is no charset “${label}”. Did you mean ${near} or ${or}?`,
	noCharsetButThree: ({
		label,
		near,
		or,
		third,
	}: {
		readonly label: string;
		readonly near: string;
		readonly or: string;
		readonly third: string;
	}) => `There is no charset “${label}”. Did you mean ${near} or ${or} or ${third}?`,
	filledTooLarge: 'The message would be larger than 64 MiB.',
};
