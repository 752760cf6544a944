export { Ledger } from './loss-report.ts';
