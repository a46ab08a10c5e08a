import type { BriefingContent } from '@lamro/domain';

/** Where the rows behind a figure or a case stand. */
export interface References {
  /** Number of an item in the annex; undefined for one that is not there. */
  annexNumber(articleId: string): number | undefined;
  articleAnchor(articleId: string): string;
  /** Null for a case that the analyst left out. */
  caseAnchor(caseId: string): string | null;
  caseNumber(caseId: string): string;
  /** The item's page on the desk; null where the document does not know the desk's address. */
  articlePage(articleId: string): string | null;
  casePage(caseId: string): string | null;
}

export function referencesOf(content: Pick<BriefingContent, 'annex' | 'cases'>, deskUrl: string | null): References {
  const numbers = new Map(content.annex.map((item, index) => [item.articleId, index + 1]));
  const cases = new Map(content.cases.map((row) => [row.caseId, row.number]));
  const printed = new Set(content.cases.filter((row) => row.included).map((row) => row.caseId));
  const page = (path: string) => (deskUrl === null ? null : new URL(path, deskUrl).href);
  return {
    annexNumber: (articleId) => numbers.get(articleId),
    articleAnchor: (articleId) => `tin_${articleId}`,
    caseAnchor: (caseId) => (printed.has(caseId) ? `vu_viec_${caseId}` : null),
    caseNumber: (caseId) => cases.get(caseId) ?? caseId,
    articlePage: (articleId) => page(`/articles/${articleId}`),
    casePage: (caseId) => page(`/cases/${caseId}`),
  };
}
