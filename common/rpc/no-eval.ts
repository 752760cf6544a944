import { config } from 'zod';

/**
 * Import this before anything that makes schemas, in a page whose CSP forbids `eval`: zod then compiles no
 * validators, and does not even try to, which the browser would report as a violation.
 */
config({ jitless: true });
