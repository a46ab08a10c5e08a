import type { JudgeCase } from './case.ts';
import { clarificationCases } from './clarifications.ts';
import { figureCases } from './figures.ts';
import { headlineCases } from './headlines.ts';
import { oldCases } from './old.ts';
import { statementCases } from './statements.ts';
import { verdictCases } from './verdicts.ts';
import { versionCases } from './versions.ts';

/** All cases of the rules whose item stands alone or after others. */
export const CASES: readonly JudgeCase[] = [
  ...figureCases,
  ...statementCases,
  ...clarificationCases,
  ...headlineCases,
  ...versionCases,
  ...oldCases,
  ...verdictCases.filter(({ verdict }) => verdict !== 'distorted'),
];
