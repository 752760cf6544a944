export { LessonsPane } from './LessonsPane.tsx';
