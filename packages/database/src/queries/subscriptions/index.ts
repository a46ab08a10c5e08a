export * from './change-webhook.ts';
export * from './find-delivery-preference.ts';
export * from './find-webhook-secret.ts';
export * from './insert-webhook.ts';
export * from './rotate-webhook-secret.ts';
export * from './save-delivery-preference.ts';
export * from './view-webhooks.ts';
