export { BLOB_COLUMNS } from './blob-column.ts';
export { countRows, listBlobsAfter } from './count-rows.ts';
export { type Loading, LoadingRefused, openLoading } from './loading.ts';
export { withoutSecrets } from './secret-column.ts';
export { type TableShape, tableName, tableSchema } from './shape.ts';
export { type HeldAttachment, heldSchema, openSnapshot, type RowFormat, type Snapshot } from './snapshot.ts';
