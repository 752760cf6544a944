import { config } from 'zod';

/**
 * Import this before any module that creates schemas, in a page whose CSP forbids `eval`: zod then compiles no
 * validators and does not test for `eval`, which the browser would report as a violation.
 */
config({ jitless: true });
