import { emit } from '@lamro/newsroom';
import { loadGazetteer } from '@lamro/profiles';
import { compareFigures } from '/work/main/packages/analysis/src/figures/compare.ts';
import { prepareContext } from '/work/main/packages/analysis/src/judge/judge.ts';
import { createRelevance } from '/work/main/packages/analysis/src/relevance/relevance.ts';
import { readArticle } from '/work/main/packages/analysis/src/signals/article.ts';
import { contextOf, periodOf, placesMeet, subjectMatch } from '/work/main/packages/analysis/src/signals/subject.ts';

const e = emit(new Date('2026-11-20T00:00:00Z'));
const P: Record<string, string> = { cb: 'cao-bang', hp: 'hai-phong', ld: 'lam-dong', tb: 'thai-binh', tv: 'tra-vinh' };
for (const [a, r] of [
  ['cb-a03', 'cb-r03'],
  ['hp-a12', 'hp-r11'],
  ['ld-a23', 'ld-r02'],
  ['tv-a19', 'tv-r06'],
  ['cb-a18', 'cb-r08'],
  ['ld-a16', 'ld-r08'],
]) {
  const g = loadGazetteer(P[a!.slice(0, 2)]!);
  const rel = createRelevance(g);
  const rec = e.records.filter((x) => x.id === r) as any;
  const ctx = prepareContext({ gazetteer: g, relevance: rel, records: rec, related: [] });
  const item = e.articles.find((x) => x.id === a)! as any;
  const rr = rel(item);
  const art = readArticle(item, rr.relevance.mentions, ctx.isProvince);
  const view = ctx.records[0]!;
  console.log(
    '==',
    a,
    [...view.places],
    view.figures.map((f) =>
      [f.figure.quote, f.main, [...f.indicator].join(','), [...contextOf(f.sentence, f.figure).clause].join(',')].join(
        '|',
      ),
    ),
  );
  for (const s of view.sentences)
    console.log('  REC', s.quote, s.notions.map((n) => n.id).join(','), s.cues.map((c) => c.id).join(','));
  for (const s of art.sentences) {
    console.log(
      '  -',
      s.quote.slice(0, 110),
      '|',
      s.notions.map((n) => n.id).join(','),
      '|',
      s.cues.map((c) => c.id).join(','),
      placesMeet(art, s, view),
      [...art.placesIn(s.start, s.end)],
    );
    for (const f of s.figures)
      for (const o of view.figures)
        console.log(
          '      ',
          f.quote,
          f.dimension,
          o.figure.quote,
          o.figure.dimension,
          compareFigures(f, o.figure),
          subjectMatch({ proposition: s, figure: f, before: new Set() }, o),
          JSON.stringify(periodOf(s, f)),
        );
  }
}
