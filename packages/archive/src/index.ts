export { BlobDamaged, BlobMissing, folderBlobStore } from './blob/folder-store.ts';
export { readWarc, type WarcRecord } from './warc/reader.ts';
export { type Capture, type WarcOrigin, writeWarc } from './warc/warc.ts';
