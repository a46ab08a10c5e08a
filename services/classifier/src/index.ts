export { type ClassifierParts, startClassifier } from './classifier.ts';
