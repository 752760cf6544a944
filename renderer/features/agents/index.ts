export { AgentCallsDialog } from './AgentCallsDialog.tsx';
