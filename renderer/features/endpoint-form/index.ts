export { CharsetDialog } from './dialogs/CharsetDialog.tsx';
export { FramingDialog } from './dialogs/FramingDialog.tsx';
export { OptionsDialog } from './dialogs/OptionsDialog.tsx';
export { RulesDialog } from './dialogs/RulesDialog.tsx';
export { TryFramingDialog } from './dialogs/TryFramingDialog.tsx';
export { EndpointForm } from './form/EndpointForm.tsx';
export { beginForm, type FormState, leaveForm, NEW, useForms } from './form/forms.ts';
