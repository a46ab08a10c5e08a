export * from './find-translation.ts';
export * from './insert-translation.ts';
