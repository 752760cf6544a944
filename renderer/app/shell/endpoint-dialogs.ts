export { CharsetDialog, FramingDialog, OptionsDialog, RulesDialog } from '../../features/endpoint-form/index.ts';
export { EndpointDialog } from './EndpointDialog.tsx';
