export { beginForm, leaveForm, NEW, useForms } from './draft/forms.ts';
export { EndpointForm } from './EndpointForm.tsx';
export { FramingDialog } from './framing/FramingDialog.tsx';
export { RulesDialog } from './rules/RulesDialog.tsx';
export { OptionsDialog } from './socket-options/OptionsDialog.tsx';
