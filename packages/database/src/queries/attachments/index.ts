export * from './certify-attachment.ts';
export * from './find-attachment.ts';
export * from './insert-attachment.ts';
