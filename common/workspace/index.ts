export { checkWorkspace } from './check.ts';
export {
	endpointsOfTest,
	environmentUses,
	namedIn,
	type UsingParts,
	usingParts,
	variablesInSecrets,
} from './environment-uses.ts';
export { isWorkspaceFile, workspaceFileTitle, workspacePath } from './file-name.ts';
export { EMPTY_VIEW, inNextRun, type KeptChange, type KeptView, keptViewSchema, withChange } from './kept-view.ts';
export type { WorkspaceLayout } from './layout.ts';
export { type MissingSecret, missingInTest, missingSecrets } from './missing-secrets.ts';
export { clashesOf, onlyParts, type PartPlace, partId, partsOf } from './parts.ts';
export { mapWorkspacePaths } from './paths.ts';
export { withoutPayload, withPayload } from './payloads.ts';
export { findingSays, type WorkspaceFinding } from './problems.ts';
export { isWorkspaceText, noWorkspace, type ReadWorkspace, readWorkspace, type WorkspaceFault } from './read.ts';
export {
	configOf,
	EMPTY_WORKSPACE,
	newWorkspace,
	WORKSPACE_SCHEMA_FILE,
	WORKSPACE_SCHEMA_REFERENCE,
	type Workspace,
	type WorkspaceEndpoint,
	type WorkspaceEndpointInput,
} from './schema.ts';
export { type Environment, type SecretPlace, withSecret } from './secret-places.ts';
export { type Secrets, secretsSchema } from './secrets.ts';
export { changeBetween, changeWords, type WorkspaceChange } from './step.ts';
export { structureUses, withoutStructure, withStructure } from './structures.ts';
export type { ChosenPart } from './take-parts.ts';
export { withoutTest, withTest, withTestSecret, withTestsOf } from './tests.ts';
export { aligned, onlyWholeParts, takeWholeParts } from './whole-parts.ts';
export { writeWorkspace } from './write.ts';
