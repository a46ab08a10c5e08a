export { BlobDamaged, BlobMissing } from './blob/blob-error.ts';
export { folderBlobStore } from './blob/folder-store.ts';
export { type BlobPlace, openBlobStore } from './blob/open-store.ts';
export { type S3Place, s3BlobStore } from './blob/s3-store.ts';
export {
  type AcceptedFile,
  type InspectionLimits,
  inspectFile,
  inspectionLimits,
  type RefusalReason,
  type RefusedFile,
} from './inspection/inspection.ts';
export type { FileKind } from './inspection/kind.ts';
export { findSecrecyMarkInName } from './secrecy/file-name.ts';
export type { SecrecyLevel } from './secrecy/level.ts';
export { findSecrecyMarks, type SecrecyMark } from './secrecy/marks.ts';
export { capturesOf, type KeptAttempt } from './warc/captures.ts';
export { readWarc, type WarcRecord } from './warc/reader.ts';
export { type Capture, type WarcOrigin, writeWarc } from './warc/warc.ts';
