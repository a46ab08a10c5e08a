export { ModelError } from './failure.ts';
export { type Models, type ModelsOptions, openModels } from './models/models.ts';
export type { ModelsHealth } from './models/states.ts';
