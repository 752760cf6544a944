export { GenerateDialog } from './GenerateDialog.tsx';
export { LedgerDialog } from './LossReportDialog.tsx';
