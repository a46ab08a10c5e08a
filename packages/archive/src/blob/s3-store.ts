import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { BlobStore } from '@lamro/domain';
import { BlobMissing } from './blob-error.ts';
import { compress, decompress, digest, placeOf } from './content.ts';

export interface S3Place {
  readonly bucket: string;
  /** Null: the public address of the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * A {@link BlobStore} in a bucket of any store that speaks S3, laid out as the folder is: copying one into the other moves an archive.
 * What is read is checked against its hash; an object of another length than it should have is written anew.
 */
export function s3BlobStore(place: S3Place): BlobStore & { close(): void } {
  const { bucket: Bucket } = place;
  const client = new S3Client({
    region: place.region,
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    ...(place.endpoint === null ? {} : { endpoint: place.endpoint }),
    // Names of buckets as part of the path work with every store; as part of the host they want names in the DNS.
    forcePathStyle: true,
    // Trailing checksums are refused by many stores; the hash in the name proves more.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const lengthOf = async (sha256: string): Promise<number | null> => {
    try {
      const head = await client.send(new HeadObjectCommand({ Bucket, Key: placeOf(sha256) }));
      return head.ContentLength ?? null;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw explain(error, place);
    }
  };
  return {
    put: async (bytes) => {
      const sha256 = digest(bytes);
      const body = await compress(bytes);
      if ((await lengthOf(sha256)) === body.byteLength) return sha256;
      const object = { Bucket, Key: placeOf(sha256), Body: body, ContentType: 'application/gzip' };
      await client.send(new PutObjectCommand(object)).catch((error: unknown) => {
        throw explain(error, place);
      });
      return sha256;
    },
    get: async (sha256) => {
      const object = await client
        .send(new GetObjectCommand({ Bucket, Key: placeOf(sha256) }))
        .catch((error: unknown) => {
          throw isAbsent(error) ? new BlobMissing(sha256) : explain(error, place);
        });
      return decompress(sha256, (await object.Body?.transformToByteArray()) ?? new Uint8Array());
    },
    has: async (sha256) => (await lengthOf(sha256)) !== null,
    close: () => client.destroy(),
  };
}

/** A missing bucket also answers 404; that one is a fault of the configuration and is told. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
}

function explain(cause: unknown, place: S3Place): Error {
  const why = cause instanceof Error ? cause.message || cause.name : String(cause);
  const where = `${place.endpoint ?? place.region}/${place.bucket}`;
  return new Error(`Kho lưu S3 ${where} không dùng được: ${why}. Kiểm tra S3_ENDPOINT, S3_BUCKET và khóa truy cập.`, {
    cause,
  });
}
