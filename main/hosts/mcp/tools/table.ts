import { byteTools } from './bytes.ts';
import { captureTools } from './captures.ts';
import { changingTools } from './changing.ts';
import { conversationTools } from './conversation.ts';
import { endpointTools } from './endpoints.ts';
import { eventTools } from './events.ts';
import { exportTools } from './export.ts';
import { knowledgeTools } from './knowledge.ts';
import { messageTools } from './messages.ts';
import { testTools } from './tests.ts';
import { callTool, type Tool } from './tool.ts';

/** Calls of the contract that are tools as they are. */
const passedOn: readonly Tool[] = [
	callTool('loss_report', 'ledgerFigures'),
	callTool('list_interfaces', 'networkInterfaces'),
	callTool('port_owners', 'portOwners'),
	callTool('check_script', 'scriptCheck'),
	callTool('update_endpoint', 'endpointUpdate', true),
	callTool('start_endpoint', 'endpointStart'),
	callTool('stop_endpoint', 'endpointStop', true),
	callTool('remove_endpoint', 'endpointRemove', true),
	callTool('set_framing', 'endpointSetFraming'),
	callTool('set_charset', 'endpointSetCharset'),
	callTool('set_responder', 'endpointSetResponder'),
	callTool('set_faults', 'endpointSetFaults'),
	callTool('close_connection', 'connectionClose', true),
	callTool('undo', 'workspaceUndo', true),
];

/** Every tool, in the order in which agents see them. */
export const TOOLS: readonly Tool[] = [
	...endpointTools,
	...eventTools,
	...byteTools,
	...conversationTools,
	...messageTools,
	...captureTools,
	...knowledgeTools,
	...exportTools,
	...changingTools,
	...passedOn,
	...testTools,
];
