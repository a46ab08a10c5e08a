import { type TableShape, tableName } from './shape.ts';

/** Tables that hold nothing but ways in: an export leaves them out. */
const SECRET_TABLES = ['identity.session', 'identity.verification', 'identity.twoFactor', 'identity.used_codes'];

/** Columns that would let their reader in, or sign in our name: an export leaves them out. */
const SECRET_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'identity.account': ['accessToken', 'refreshToken', 'idToken', 'password'],
  'identity.api_keys': ['key_sha256'],
  'identity.invitations': ['token_sha256'],
  'public.filter_feeds': ['token_sha256'],
  'public.webhooks': ['secret', 'old_secret'],
};

/** The tables of an export: everything but secrets. */
export function withoutSecrets(tables: readonly TableShape[]): readonly TableShape[] {
  return tables
    .filter((table) => !SECRET_TABLES.includes(tableName(table)))
    .map((table) => ({
      ...table,
      columns: table.columns.filter((column) => SECRET_COLUMNS[tableName(table)]?.includes(column) !== true),
    }));
}
