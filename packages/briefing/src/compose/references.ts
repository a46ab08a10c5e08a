import type { BriefingContent } from '@lamro/domain';

/** Where the rows behind a figure or a case stand. */
export interface References {
  /** Number of an item in the annex; undefined for one that is not there. */
  annexNumber(articleId: string): number | undefined;
  articleAnchor(articleId: string): string;
  caseAnchor(caseId: string): string;
  caseNumber(caseId: string): string;
  /** The item's page on the desk; null where the document does not know the desk's address. */
  articlePage(articleId: string): string | null;
  casePage(caseId: string): string | null;
}

export function referencesOf(content: BriefingContent, deskUrl: string | null): References {
  const numbers = new Map(content.annex.map((item, index) => [item.articleId, index + 1]));
  const cases = new Map(content.cases.map((row) => [row.caseId, row.number]));
  const page = (path: string) => (deskUrl === null ? null : new URL(path, deskUrl).href);
  return {
    annexNumber: (articleId) => numbers.get(articleId),
    articleAnchor: (articleId) => `tin_${articleId}`,
    caseAnchor: (caseId) => `vu_viec_${caseId}`,
    caseNumber: (caseId) => cases.get(caseId) ?? caseId,
    articlePage: (articleId) => page(`/articles/${articleId}`),
    casePage: (caseId) => page(`/cases/${caseId}`),
  };
}
