export { compileRewrite, join, type RewriteContext, type Rewriter } from './rewriter.ts';
