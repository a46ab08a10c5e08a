import { join } from 'node:path';
import type { BlobStore } from '@lamro/domain';
import { type Config, ConfigError } from '@lamro/runtime';
import { folderBlobStore } from './folder-store.ts';
import { s3BlobStore } from './s3-store.ts';

/** The settings that say where the archive lies. */
export type BlobPlace = Pick<
  Config,
  'LAMRO_HOME' | 'S3_BUCKET' | 'S3_ENDPOINT' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'
>;

/**
 * The archive of an installation: a bucket where one is configured, else the folder `archive` of its home.
 *
 * @throws ConfigError when a bucket is named without its keys
 */
export function openBlobStore(place: BlobPlace): BlobStore {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = place;
  if (bucket === undefined) return folderBlobStore(join(place.LAMRO_HOME, 'archive'));
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new ConfigError(['S3_BUCKET cần đi cùng S3_ACCESS_KEY_ID và S3_SECRET_ACCESS_KEY (hoặc …_FILE)']);
  const endpoint = place.S3_ENDPOINT ?? null;
  return s3BlobStore({ bucket, endpoint, region: place.S3_REGION, accessKeyId, secretAccessKey });
}
