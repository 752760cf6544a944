export { GenerateDialog } from './GenerateDialog.tsx';
export { LedgerDialog } from './LedgerDialog.tsx';
