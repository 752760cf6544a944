export { FIRST_SCRIPT, SCRIPT_DECLARATIONS } from './declarations.ts';
export { faultError, faultReason, faultSays } from './fault.ts';
