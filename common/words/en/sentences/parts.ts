/** Errors of the parts of a workspace: payloads, tests, variables, filters. */
export const partErrors = {
	namedPayloadThere: {
		message: ({ name }: { readonly name: string }) => `There is a payload ${name} already.`,
		hint: 'Choose another name, or replace it.',
	},
	tooManyPayloads: ({ most }: { readonly most: number }) => `A workspace has at most ${most} payloads.`,
	namedPayloadGone: ({ name }: { readonly name: string }) => `There is no payload ${name} any more.`,
	namedTestThere: {
		message: ({ name }: { readonly name: string }) => `There is a test ${name} already.`,
		hint: 'Choose another name, or replace it.',
	},
	tooManyTests: ({ most }: { readonly most: number }) => `A workspace has at most ${most} tests.`,
	namedTestGone: ({ name }: { readonly name: string }) => `There is no test ${name} any more.`,
	takeFewerPayloads: ({ most }: { readonly most: number }) => `A workspace has at most ${most} payloads: take fewer.`,
	takeFewerVariables: ({ most }: { readonly most: number }) => `A workspace has at most ${most} variables: take fewer.`,
	takeFewerTests: ({ most }: { readonly most: number }) => `A workspace has at most ${most} tests: take fewer.`,
	takeFewerFilters: ({ most }: { readonly most: number }) => `A workspace has at most ${most} filters: take fewer.`,
	takeFewerColours: ({ most }: { readonly most: number }) =>
		`A workspace has at most ${most} colour rules: take fewer.`,
	structureThere: {
		message: ({ id }: { readonly id: string }) => `There is a structure ${id} already.`,
		hint: 'Choose another id, or replace it.',
	},
	structureIsProtocol: {
		message: ({ id }: { readonly id: string }) => `Wirebench has a protocol with the id ${id}.`,
		hint: 'Give the structure another id: filters name its fields by it.',
	},
	tooManyStructures: ({ most }: { readonly most: number }) => `A workspace has at most ${most} structures.`,
	structureGone: ({ id }: { readonly id: string }) => `There is no structure ${id} any more.`,
	takeFewerStructures: ({ most }: { readonly most: number }) =>
		`A workspace has at most ${most} structures: take fewer.`,
	testWithoutConnection: ({ name, connection }: { readonly name: string; readonly connection: string }) =>
		`The test ${name} has no connection ${connection} any more.`,
};
