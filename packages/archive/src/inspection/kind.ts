/** What may be attached to a dossier. */
export type FileKind = 'pdf' | 'docx' | 'xlsx' | 'png' | 'jpeg' | 'webp';

export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

const EXTENSIONS: ReadonlyMap<string, FileKind> = new Map([
  ['pdf', 'pdf'],
  ['docx', 'docx'],
  ['xlsx', 'xlsx'],
  ['png', 'png'],
  ['jpg', 'jpeg'],
  ['jpeg', 'jpeg'],
  ['webp', 'webp'],
]);

/** What a file's first bytes say it is. Both Office formats are ZIP files, told apart only by what is inside. */
export type Signature = 'pdf' | 'zip' | 'png' | 'jpeg' | 'webp' | 'old-office' | 'unknown';

const STARTS: readonly (readonly [Signature, string])[] = [
  ['pdf', '255044462d'],
  ['zip', '504b0304'],
  ['png', '89504e470d0a1a0a'],
  ['jpeg', 'ffd8ff'],
  ['old-office', 'd0cf11e0a1b11ae1'],
];

/** The kind that a file's name claims, or null for an extension that is not taken. */
export function kindByName(fileName: string): FileKind | null {
  return EXTENSIONS.get(/\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '') ?? null;
}

/** What the bytes are, by their signature at the very start: a file that hides its signature further in is another file. */
export function signatureOf(bytes: Uint8Array): Signature {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('hex');
  if (start.startsWith('52494646') && start.endsWith('57454250')) return 'webp';
  return STARTS.find(([, hex]) => start.startsWith(hex))?.[0] ?? 'unknown';
}

/** True when bytes of this signature can be a file of this kind. */
export function fits(signature: Signature, kind: FileKind): boolean {
  return kind === 'docx' || kind === 'xlsx' ? signature === 'zip' : signature === kind;
}

/** Names with path parts, control characters or direction marks ("gpj.exe" shown backwards) are tricks, not names. */
export function isPlainName(fileName: string): boolean {
  return (
    fileName.trim() !== '' &&
    Buffer.byteLength(fileName) <= 255 &&
    !/[\p{Cc}\p{Cf}/\\]/u.test(fileName) &&
    !/^\.{1,2}$/.test(fileName)
  );
}
