export { arrowText, drawnPicture, type Picture, type PictureRow } from './picture.ts';
export { pictureOf } from './pictures.ts';
export { EXPLAINED, explanationOf, likelyTopic, type Topic, topics, topicsOf } from './topics.ts';
