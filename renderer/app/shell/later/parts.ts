export { ConversationPanel } from '../../../features/conversation/index.ts';
export { CharsetDialog, FramingDialog, OptionsDialog, RulesDialog } from '../../../features/endpoint-form/index.ts';
export { JumpBars } from '../../../features/jump/index.ts';
export { PaletteDialog } from '../../../features/palette/index.ts';
export { SequenceDiagramPanel } from '../../../features/sequence-diagram/index.ts';
export { EndpointDialog } from './EndpointDialog.tsx';
