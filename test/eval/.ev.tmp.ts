import { emit } from '@lamro/newsroom';
import {
  hasExpectedEvidence,
  hasKind,
  hasQuote,
  judgeSet,
  parseSet,
  scoreOutcomes,
} from '/work/main/test/eval/judge-score.ts';

const seed = process.argv[2] ? Number(process.argv[2]) : undefined;
const set = parseSet(emit(new Date('2026-11-20T00:00:00Z'), seed));
const o = judgeSet(set);
console.log(scoreOutcomes(o));
for (const x of o) {
  const { own, expected: e, judgement: j, item } = x;
  const bad = own ? e.flag !== j.flag.raised : j.flag.raised;
  const weak = own && e.flag && j.flag.raised && (!hasKind(x) || !hasExpectedEvidence(x) || !hasQuote(x));
  if (bad || weak || (process.argv.includes('-v') && own && e.verdict !== j.verdictSuggestion))
    console.log(
      bad ? 'BAD' : weak ? 'WEAK' : 'VERD',
      own ? '' : 'OTHER',
      item.id,
      item.language,
      `flag ${e.flag}/${j.flag.raised} ${j.flag.score} verdict ${e.verdict}/${j.verdictSuggestion} ${j.relevance.about}`,
      e.evidence.join(','),
      bad || weak
        ? e.claims
            .filter((c) => c.signal)
            .map((c) => `\n   WANT ${c.signal} "${c.quote}"`)
            .join('') +
            j.signals
              .map(
                (s) =>
                  `\n   GOT ${s.kind} ${s.strength} "${s.quote.slice(0, 160)}" <- ${s.evidence?.recordId ?? s.evidence?.articleId} "${s.evidence?.quote.slice(0, 160)}"`,
              )
              .join('') +
            (e.flag && !j.flag.raised
              ? '\n   REC ' +
                set.records
                  .filter((r) => e.evidence.includes(r.id))
                  .map((r) => `${r.kind}|${r.indicator}|${r.value}|${r.unit}|${r.period}|${r.text.slice(0, 200)}`)
                  .join('; ')
              : '')
        : '',
    );
}
