import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface BriefingLetter {
  readonly label: string;
  readonly edition: number;
  readonly profile: string;
  readonly correction: string | null;
  readonly files: readonly { readonly format: string; readonly sha256: string }[];
}

/** What a letter with a briefing carries: the files as they were issued. */
export async function findBriefingLetter(db: Queryable, briefingId: string): Promise<BriefingLetter> {
  const result = await db.query<BriefingLetter>(
    `select b.label, b.edition, b.profile, b.content ->> 'correction' as correction,
       (select coalesce(jsonb_agg(jsonb_build_object('format', f.format, 'sha256', f.sha256) order by f.format), '[]')
        from briefing_files f where f.briefing_id = b.id) as files
     from briefings b where b.id = $1 and b.state = 'issued'`,
    [briefingId],
  );
  return onlyRow(result, 'bản tin đã phát hành');
}
