export { type DispatcherParts, startDispatcher } from './dispatcher.ts';
export type { DeliveryWays } from './notice/delivery.ts';
export { mailChannel } from './notice/mail-settings.ts';
