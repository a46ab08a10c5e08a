/** Columns that name bytes in the archive by their SHA-256. */
export const BLOB_COLUMNS: readonly { readonly table: string; readonly column: string }[] = [
  { table: 'fetches', column: 'snapshot_sha256' },
  { table: 'article_versions', column: 'snapshot_sha256' },
  { table: 'attachments', column: 'sha256' },
  { table: 'briefing_files', column: 'sha256' },
  { table: 'period_report_files', column: 'sha256' },
];

/** An attachment that nobody can read and nobody has vouched for: its bytes stay out of what leaves the installation. */
const HELD = 'not readable and certified_at is null';

/**
 * Hashes of everything in the archive that may leave the installation. The same bytes that a person certified under another
 * attachment may.
 */
export const BLOBS_THAT_MAY_LEAVE = BLOB_COLUMNS.map(
  ({ table, column }) =>
    `select ${column} as sha256 from ${table} where ${column} is not null${table === 'attachments' ? ` and not (${HELD})` : ''}`,
).join(' union ');

/** Attachments held apart, with the case they belong to. */
export const ATTACHMENTS_HELD = `select a.id, c.number as "caseNumber", a.sha256 from attachments a left join cases c on c.id = a.case_id
  where ${HELD.replaceAll(/readable|certified_at/g, 'a.$&')} order by a.id`;
