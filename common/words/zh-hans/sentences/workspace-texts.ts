import type * as english from '../../en/sentences/workspace-texts.ts';
import type { Texts } from '../../locale/texts.ts';
import { workspaceChanges } from '../workspace/workspace-changes.ts';

const { what, parts } = workspaceChanges;

export const environmentTexts: Texts<typeof english.environmentTexts> = {
	usedByEndpoint: ({ name }) => `端点 ${name}`,
	usedByPayload: ({ name }) => `载荷 ${name}`,
	usedByTest: ({ name }) => `测试 ${name}`,
	sentToSeveral: ({ first, rest }) => `${first}、${rest}`,
	sentAnywhere: '发送到的任何地方',
	sentToClients: ({ place }) => `连接到 ${place} 的任何一方`,
	sentToProxy: ({ place }) => `代理 ${place}`,
};

export const changeTexts: Texts<typeof english.changeTexts> = {
	changeAdd: ({ name }) => what.add(name),
	changeRemove: ({ name }) => what.remove(name),
	changeEdit: ({ name }) => what.edit(name),
	changeMove: ({ name }) => what.move(name),
	changeSeveral: ({ name }) => what.several(name),
	changePart: ({ name }) => what.part(name),
	changedName: parts.name,
	changedPayloads: parts.payloads,
	changedVariables: parts.variables,
	changedTests: parts.tests,
	changedFilters: parts.filters,
	changedColours: parts.colours,
	changedStructures: parts.structures,
	changedLayout: parts.layout,
};
