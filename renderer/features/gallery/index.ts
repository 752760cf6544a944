export { EndpointDialog } from './EndpointDialog.tsx';
export { FramingDialog } from './FramingDialog.tsx';
export { OptionsDialog } from './OptionsDialog.tsx';
export { RulesDialog } from './RulesDialog.tsx';
