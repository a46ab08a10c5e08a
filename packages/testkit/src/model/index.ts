export { writeTinyEmbedder, writeTinyEntailment, writeTinyTranslator } from './tiny-models.ts';
