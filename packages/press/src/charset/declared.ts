/** A charset that the response itself names. */
export interface DeclaredCharset {
  readonly charset: string;
  readonly why: 'header' | 'declaration' | 'meta';
}

/** The HTML standard asks for the first 1024 bytes; pages that put scripts first are common enough to look further. */
const PROLOGUE = 8192;

/** Labels pages use that WHATWG does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  tcvn: 'tcvn3',
  tcvn3: 'tcvn3',
  'tcvn-5712': 'tcvn3',
  'tcvn5712-1': 'tcvn3',
  'x-viet-tcvn': 'tcvn3',
  'x-viet-tcvn5712': 'tcvn3',
  viscii: 'viscii',
  'x-viet-vni': 'windows-1252',
  cp1258: 'windows-1258',
  utf8: 'utf-8',
  'utf-8mb4': 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
};

/** The charsets named by header, XML declaration and meta, in this order; names that nobody knows are left out. */
export function declaredCharsets(bytes: Uint8Array, contentType?: string | null): DeclaredCharset[] {
  const header = /charset\s{0,4}=\s{0,4}["']?\s{0,4}([^"'\s;,]{1,40})/i.exec(contentType?.slice(0, 500) ?? '')?.[1];
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PROLOGUE)).toString('latin1');
  const declaration = /^\s{0,64}<\?xml[^>]{1,200}?encoding\s{0,4}=\s{0,4}["']([^"']{1,40})["']/i.exec(head)?.[1];
  const meta = /<meta\s[^>]{0,300}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([^"'\s/>;]{1,40})/i.exec(head)?.[1];
  return [
    { charset: label(header), why: 'header' as const },
    { charset: label(declaration), why: 'declaration' as const },
    // A page that could be read up to this ASCII tag is not UTF-16, whatever it says.
    { charset: meta?.toLowerCase().startsWith('utf-16') ? 'utf-8' : label(meta), why: 'meta' as const },
  ].flatMap(({ charset, why }) => (charset === null ? [] : [{ charset, why }]));
}

function label(name: string | undefined): string | null {
  if (name === undefined) return null;
  const lower = name.trim().toLowerCase();
  const alias = ALIASES[lower];
  if (alias !== undefined) return alias;
  try {
    return new TextDecoder(lower).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
