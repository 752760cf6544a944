export { FIRST_SCRIPT, SCRIPT_DECLARATIONS } from './declarations.ts';
export { faultText } from './fault.ts';
