export { loadGazetteer } from './gazetteer/gazetteer.ts';
