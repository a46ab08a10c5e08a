export * from './count-missing.ts';
export * from './find-articles-without-features.ts';
export * from './find-articles-without-places.ts';
export * from './find-versions-without-picture.ts';
export * from './missing.ts';
export * from './renew-features.ts';
