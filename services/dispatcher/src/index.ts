export { type DispatcherParts, startDispatcher } from './dispatcher.ts';
