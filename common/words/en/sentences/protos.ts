/** What is wrong with a .proto text, which describes messages of Protocol Buffers. */
export const protoErrors = {
	protoCharacter: ({ line, character }: { readonly line: number; readonly character: string }) =>
		`Line ${line}: “${character}” has no meaning in a .proto text.`,
	protoEnd: ({ expected }: { readonly expected: string }) => `The .proto text ends where ${expected} is expected.`,
	protoExpected: ({
		line,
		expected,
		found,
	}: {
		readonly line: number;
		readonly expected: string;
		readonly found: string;
	}) => `Line ${line}: ${expected} is expected in place of ${found}.`,
	protoImport: ({ line, name }: { readonly line: number; readonly name: string }) =>
		`Line ${line} imports “${name}”, which is not read. Put its messages into this file in place of the import.`,
	protoDeep: ({ line, most }: { readonly line: number; readonly most: number }) =>
		`Line ${line}: messages nest at most ${most} levels deep.`,
	protoType: ({ line, name }: { readonly line: number; readonly name: string }) =>
		`Line ${line}: there is no message and no enum ${name} in the file.`,
	protoMessage: ({ name, names }: { readonly name: string; readonly names: string }) =>
		`The .proto text has no message ${name}: it can be ${names}.`,
};
