export { compileRewrite, join, type Rewriter } from './rewriter.ts';
