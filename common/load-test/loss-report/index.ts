export { LossReport } from './loss-report.ts';
