export type { DossierItemRow, DossierSection } from './dossier-item.ts';
export * from './find-precedents.ts';
export * from './insert-dossier-item.ts';
export * from './list-case-evidence.ts';
export * from './list-dossier-items.ts';
export * from './measure-spread.ts';
export * from './supersede-dossier-item.ts';
