import { workspaceChanges } from '../workspace/workspace-changes.ts';

const { what, parts } = workspaceChanges;

/** What uses a variable of the environment, and where its value goes. Each follows the rules of `eventTexts`. */
export const environmentTexts = {
	usedByEndpoint: ({ name }: { readonly name: string }) => `endpoint ${name}`,
	usedByPayload: ({ name }: { readonly name: string }) => `payload ${name}`,
	usedByTest: ({ name }: { readonly name: string }) => `test ${name}`,
	sentToSeveral: ({ first, rest }: { readonly first: string; readonly rest: string }) => `${first}, ${rest}`,
	sentAnywhere: 'wherever it is sent',
	sentToClients: ({ place }: { readonly place: string }) => `whoever connects to ${place}`,
	sentToProxy: ({ place }: { readonly place: string }) => `the proxy ${place}`,
};

/** Changes of a workspace, within a sentence. */
export const changeTexts = {
	changeAdd: ({ name }: { readonly name: string }) => what.add(name),
	changeRemove: ({ name }: { readonly name: string }) => what.remove(name),
	changeEdit: ({ name }: { readonly name: string }) => what.edit(name),
	changeMove: ({ name }: { readonly name: string }) => what.move(name),
	changeSeveral: ({ name }: { readonly name: string }) => what.several(name),
	changePart: ({ name }: { readonly name: string }) => what.part(name),
	changedName: parts.name,
	changedPayloads: parts.payloads,
	changedVariables: parts.variables,
	changedTests: parts.tests,
	changedFilters: parts.filters,
	changedColours: parts.colours,
	changedStructures: parts.structures,
	changedLayout: parts.layout,
};
