import { type ClauseRef, formatClause } from '@lamro/domain';
import { shortClause } from '../clause/clause.ts';
import { coversClause } from '../clause/tree.ts';
import { listCitations } from '../profile/citations.ts';
import type { Profile } from '../profile/profile.ts';

/** What becomes of one clause of a regulation. */
export interface ClauseRow {
  readonly clause: ClauseRef;
  /** Entries of the profile that carry it. */
  readonly entries: readonly string[];
  /** Reasons why the software does not carry it (or a part of it). */
  readonly reasons: readonly string[];
}

/** One row for every innermost clause; a row with neither entry nor reason is a gap in the profile. */
export function clauseRows(profile: Profile): ClauseRow[] {
  const cited = listCitations({ ...profile, agencies: statedAgencies(profile) });
  return profile.tree.leaves.map((clause) => ({
    clause,
    entries: unique(cited.filter(({ ref }) => carries(ref, clause)).map(({ entry }) => entry)),
    reasons: unique(
      profile.outside
        .filter((aside) => aside.clauses.some((ref) => coversClause(ref, clause)))
        .map((aside) => aside.reason),
    ),
  }));
}

/** An entry that names an agency's whole article says who the agency is; it does not carry every clause of that article. */
function carries(cited: ClauseRef, leaf: ClauseRef): boolean {
  return coversClause(cited, leaf) && (cited.clause !== null || leaf.clause === null);
}

/** Committees made from the list of units and agencies added by internal rules carry no clause of their own. */
function statedAgencies(
  profile: Profile,
): [string, Profile['agencies'] extends ReadonlyMap<string, infer A> ? A : never][] {
  return [...profile.agencies].filter(([, agency]) => agency.named && agency.unitCodes.length === 0);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** Writes the table of all profiles as Markdown. */
export function clauseTable(profiles: readonly Profile[]): string {
  const head = [
    '# Điều khoản của các văn bản và nơi hồ sơ mang chúng',
    '',
    'Bảng này được tạo từ các hồ sơ tỉnh bằng `node packages/profiles/src/generated/write.ts`; không sửa tay.',
    'Mỗi điều khoản hoặc có mục trong hồ sơ, hoặc có lý do vì sao phần mềm không làm. Cột giữa và cột cuối là tóm tắt của dự án.',
  ];
  return `${[...head, ...profiles.flatMap(sectionOf)].join('\n')}\n`;
}

function sectionOf(profile: Profile): string[] {
  const { number, title, instrument, inForceFrom } = profile.regulation;
  const rows = clauseRows(profile).map(({ clause, entries, reasons }) => {
    const cells = [formatClause(clause, instrument), entries.join('<br>'), reasons.join('<br>')];
    return `| ${cells.map(escapeCell).join(' | ')} |`;
  });
  return [
    '',
    `## ${profile.name}: ${number}`,
    '',
    `${title}, có hiệu lực từ ${inForceFrom}.`,
    '',
    '| điều khoản | mục trong hồ sơ | lý do phần mềm không làm |',
    '|---|---|---|',
    ...rows,
  ];
}

function escapeCell(text: string): string {
  return text.replace(/\|/g, '\\|');
}

/** Clauses that nothing in the profile answers for. */
export function uncoveredClauses(profile: Profile): string[] {
  return clauseRows(profile)
    .filter(({ entries, reasons }) => entries.length === 0 && reasons.length === 0)
    .map(({ clause }) => shortClause(clause));
}
