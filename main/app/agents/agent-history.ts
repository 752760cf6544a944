import { join } from 'node:path';
import type { AgentCall } from '../../../common/contract/calls/agents.ts';
import { whyUnreadable } from '../../files/index.ts';
import { appError } from '../sentences/app-error.ts';
import { openSettings } from '../settings/settings-store.ts';
import { WorkspaceFiles } from '../workspace/workspace-files.ts';
import { AgentCallsFile } from './agent-calls-file.ts';

/**
 * The last calls of agents about a workspace file, or without one about the workspace of the last time; oldest first.
 * Rejects with a WirebenchError `disk`.
 */
export async function agentHistory(dataFolder: string, file: string | undefined): Promise<AgentCall[]> {
	const path = file ?? (await openSettings(join(dataFolder, 'settings.json'))).current().workspaceFile ?? undefined;
	const { agentCalls } = new WorkspaceFiles(dataFolder, path);
	try {
		return await new AgentCallsFile(() => agentCalls).read();
	} catch (error) {
		throw appError('disk', 'agentHistoryUnreadable', { file: agentCalls, reason: whyUnreadable(error) });
	}
}
