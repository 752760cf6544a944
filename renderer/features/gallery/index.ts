export { type Offer, startingConfig } from './catalogue.ts';
export { Gallery } from './Gallery.tsx';
